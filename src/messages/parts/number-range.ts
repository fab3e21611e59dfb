import type { Language } from '../../language.ts';
import { tellPlain } from '../locale.ts';

/** How many votes or authors papers must have, in words; empty if there is no limit. */
export function rangePart(
  of: 'Votes' | 'Authors',
  least: number | null,
  most: number | null,
  locale: Language,
): readonly string[] {
  const told = (kind: 'min' | 'max' | 'exact' | 'between', values: Readonly<Record<string, number>>) => [
    tellPlain(`ask.understood.${kind}${of}`, locale, values),
  ];
  if (least !== null && least === most) return told('exact', { count: least });
  if (least !== null && most !== null) return told('between', { least, most });
  if (least !== null) return told('min', { count: least });
  return most === null ? [] : told('max', { count: most });
}
