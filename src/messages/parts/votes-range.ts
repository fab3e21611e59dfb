import type { Language } from '../../language.ts';
import { tellPlain } from '../locale.ts';

/** How many votes papers must have, in words; nothing where any number will do. */
export function votesPart(least: number | null, most: number | null, locale: Language): readonly string[] {
  const tellVotes = (
    key: 'minVotes' | 'maxVotes' | 'exactVotes' | 'betweenVotes',
    values: Readonly<Record<string, number>>,
  ) => [tellPlain(`ask.understood.${key}`, locale, values)];
  if (least !== null && least === most) return tellVotes('exactVotes', { count: least });
  if (least !== null && most !== null) return tellVotes('betweenVotes', { least, most });
  if (least !== null) return tellVotes('minVotes', { count: least });
  return most === null ? [] : tellVotes('maxVotes', { count: most });
}
