import table from '../words/slots.json' with { type: 'json' };
import { isContent, isGlue, type Meaning, type Options } from './meaning.ts';
import { optionsIn, type Term, termsIn } from './rows.ts';
import { has, isKorean, numberIn, type Span, tagValue } from './span.ts';
import type { Tag } from './words.ts';

/** One way to fill options: tags that stand beside each other (small words between them do not count). */
interface Slot {
  readonly terms: readonly Term[];
  /** What it says only where its last word is Korean: there `not` stands behind what is left out. */
  readonly isKorean: boolean;
  /** @returns the options, or null where the match says nothing after all */
  readonly fill: (spans: readonly Span[], meaning: Meaning) => Options | null;
}

const FILLS: Readonly<Record<string, Slot['fill']>> = {
  votes,
  'votes-between': votesBetween,
  limit,
  place,
  places,
  without,
  title,
};

/** All ways to fill an option; of several that fit at a place the longest counts. */
export const SLOTS: readonly Slot[] = table.map(({ tags, fills, only }) => ({
  terms: termsIn(tags),
  isKorean: only === 'ko',
  fill: FILLS[fills] ?? (() => optionsIn(fills)),
}));

/** Nouns and orders beside a number still say what is asked for. */
const KEPT: readonly Tag[] = 'paper author org unit top newest oldest fewest most busy quiet vote few'.split(
  ' ',
);

const withTag = (spans: readonly Span[], ...tags: Tag[]): Span | undefined =>
  spans.find((one) => has(one, ...tags));
const numbers = (spans: readonly Span[]): readonly number[] => spans.flatMap((one) => numberIn(one) ?? []);

/** Fills the options that stand in a question as sequences of tags, and marks their spans as accounted for. */
export function fillSlots(meaning: Meaning): void {
  const { spans, options, used } = meaning;
  for (let at = 0; at < spans.length; at++) {
    const matches = SLOTS.flatMap((slot) => {
      const matched = matchAt(spans, at, slot, used);
      return matched === null ? [] : [{ slot, matched }];
    }).sort((a, b) => b.matched.length - a.matched.length);
    for (const { slot, matched } of matches) {
      const filled = slot.fill(matched, meaning);
      if (filled === null) continue;
      Object.assign(options, filled);
      const isRange = filled.min_votes !== undefined || filled.max_votes !== undefined;
      for (const one of matched) if (!has(one, ...KEPT) || (isRange && has(one, 'vote'))) used.add(one);
      break;
    }
  }
}

function matchAt(
  spans: readonly Span[],
  start: number,
  slot: Slot,
  used: ReadonlySet<Span>,
): readonly Span[] | null {
  const matched: Span[] = [];
  let at = start;
  for (const { any, isOptional } of slot.terms) {
    if (matched.length > 0)
      for (let span = spans[at]; span !== undefined && isGlue(span) && !has(span, ...any); span = spans[at])
        at += 1;
    const span = spans[at];
    const fits = has(span, ...any) || (any.includes('content') && span !== undefined && isContent(span));
    if (span !== undefined && fits && !used.has(span)) {
      matched.push(span);
      at += 1;
    } else if (!isOptional) return null;
  }
  return slot.isKorean && !isKorean(matched.at(-1)) ? null : matched;
}

function votes(spans: readonly Span[], { options }: Meaning): Options | null {
  const [number] = numbers(spans);
  const how = withTag(spans, 'more', 'less', 'atleast', 'atmost', 'exactly');
  if (number === undefined) return null;
  if (has(how, 'more')) return { min_votes: number + 1 };
  if (has(how, 'atleast')) return { min_votes: number };
  if (has(how, 'less')) return { max_votes: Math.max(0, number - 1) };
  if (has(how, 'atmost')) return { max_votes: number };
  // `40+ votes`
  if (withTag(spans, 'vote')?.gap.startsWith('+')) return { min_votes: number };
  return options.min_votes === undefined ? { min_votes: number, max_votes: number } : null;
}

function votesBetween(spans: readonly Span[]): Options | null {
  const [a, b] = numbers(spans);
  return a === undefined || b === undefined ? null : { min_votes: Math.min(a, b), max_votes: Math.max(a, b) };
}

const LIMIT_MAX = 100;

function limit(spans: readonly Span[]): Options | null {
  const [number] = numbers(spans);
  return number === undefined || number < 1 ? null : { limit: Math.min(number, LIMIT_MAX) };
}

function place(spans: readonly Span[], { spans: all }: Meaning): Options | null {
  const ordinal = spans.map((one) => tagValue(one, 'ord')).find((value) => value !== null);
  const number = has(spans[0], 'second-of') ? 2 : Number(ordinal ?? numbers(spans)[0] ?? 0);
  const last = spans.at(-1);
  const next = last && all[all.indexOf(last) + 1];
  // `the second author` is no place of a list, and `first` alone says what `best` says.
  return number < 1 || has(next, 'author', 'unit') ? null : { place: number };
}

function places(spans: readonly Span[]): Options | null {
  const [a, b] = numbers(spans);
  return a === undefined || b === undefined || a < 1 || b < a ? null : { place: a, place_to: b };
}

/** What is left out: days, an author, an organization. */
function without(spans: readonly Span[]): Options | null {
  const named = withTag(spans, 'DATE', 'AUTHOR', 'ORG');
  const [value, to] = named?.values ?? [];
  if (value === undefined) return null;
  if (has(named, 'DATE')) return to === undefined ? null : { except_from: value, except_to: to };
  return has(named, 'ORG') ? { not_organization: value } : { not_author: value };
}

function title(spans: readonly Span[]): Options | null {
  const word = spans.find((one) => !has(one, 'title'));
  return word === undefined ? null : { title: word.values[0] ?? word.text };
}
