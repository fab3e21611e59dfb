import type { Locale } from '../../message.ts';

const formats: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en'),
  ko: new Intl.NumberFormat('ko'),
};

/** `5,487` */
export function number(value: number, locale: Locale): string {
  return formats[locale].format(value);
}
