import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf } from '../message.ts';
import { range } from './text/dates.ts';
import { nameText } from './text/format.ts';
import { cut } from './text/truncate.ts';

const TYPED_MAX = 100;

/** How a question was understood, in small print: `by votes, 1 – 31 Dec 2024, 94 papers`. */
export function understoodLines({ understood, fact }: AnswerOf<'facts'>, locale: Language): string[] {
  if (understood === null) return [];
  const { names, mistyped, from, to, minVotes, maxVotes, papers, held } = understood;
  const [first, second] = names.map((name) => nameText(name, locale));
  const parts: string[] = [];
  if (fact.is === 'list') parts.push(tellPlain(`ask.understood.${fact.order}`, locale));
  if (first !== undefined) {
    const both = second === undefined ? first : tellPlain('ask.understood.and', locale, { first, second });
    parts.push(tellPlain('ask.understood.names', locale, { names: both }));
  }
  parts.push(...votesPart(minVotes, maxVotes, locale));
  parts.push(range(from, to, locale), tellPlain('papers.count', locale, { count: papers }));
  const lines = [
    ...mistyped.map((typed) =>
      tell('ask.understood.mistyped', locale, {
        typed: cut(nameText(typed, locale), TYPED_MAX),
        name: nameText(names.join(', '), locale),
      }),
    ),
    tell('ask.understood.head', locale, { parts: parts.join(', ') }),
  ];
  if (held !== null)
    lines.push(tell('ask.understood.held', locale, { range: range(held.first, held.last, locale) }));
  return lines;
}

/** How many votes papers must have, in words; nothing where any number will do. */
function votesPart(least: number | null, most: number | null, locale: Language): readonly string[] {
  const tellVotes = (
    key: 'minVotes' | 'maxVotes' | 'exactVotes' | 'betweenVotes',
    values: Readonly<Record<string, number>>,
  ) => [tellPlain(`ask.understood.${key}`, locale, values)];
  if (least !== null && least === most) return tellVotes('exactVotes', { count: least });
  if (least !== null && most !== null) return tellVotes('betweenVotes', { least, most });
  if (least !== null) return tellVotes('minVotes', { count: least });
  return most === null ? [] : tellVotes('maxVotes', { count: most });
}
