import type { Language } from '../../language.ts';
import { formatEn } from './en/format.ts';
import { en } from './en/index.ts';
import type { Format } from './format.ts';
import { formatKo } from './ko/format.ts';
import { ko } from './ko/index.ts';
import type { Translation } from './translation.ts';

/** The texts of each language. */
export const TEXTS = { en, ko } satisfies Record<Language, Translation>;

/** How each language writes numbers and dates. */
export const FORMATS: Readonly<Record<Language, Format>> = { en: formatEn, ko: formatKo };

/** `5,487` */
export function number(value: number, locale: Language): string {
  return FORMATS[locale].number(value);
}
