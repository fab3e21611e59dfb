import type { Language } from '../../../language.ts';
import { FORMATS } from '../../locales/index.ts';

/** `5,487` */
export function number(value: number, locale: Language): string {
  return FORMATS[locale].number(value);
}
