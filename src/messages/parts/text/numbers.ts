import type { Language } from '../../../language.ts';

const formats: Readonly<Record<Language, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  ko: new Intl.NumberFormat('ko'),
};

/** `5,487` */
export function number(value: number, locale: Language): string {
  return formats[locale].format(value);
}
