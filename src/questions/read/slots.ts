import type { Options } from '../../answers/invocation.ts';
import table from '../words/slots.json' with { type: 'json' };
import { isContent, isGlue, type Meaning } from './meaning.ts';
import { optionsIn, type Term, termsIn } from './rows.ts';
import { has, hasOne, isKorean, numberIn, type Span, tagValue } from './span.ts';
import { PARTS, type Tag, tagList } from './words.ts';

/** One way to fill options: tags that stand beside each other (small words between them do not count). */
interface Slot {
  readonly terms: readonly Term[];
  /** What it says only where a word of it is Korean, or its first is not: in Korean `not` stands behind what is left out. */
  readonly only: string | undefined;
  /** @returns the options, or null where the match says nothing after all */
  readonly fill: (spans: readonly Span[], meaning: Meaning) => Options | null;
}

const FILLS: Readonly<Record<string, Slot['fill']>> = {
  votes: (spans, meaning) =>
    nextOf(spans, meaning) === undefined && has(spans.at(-1), 'unit-paper')
      ? // `에이전트 논문 추천 10개`: at the end so many papers are wanted, not papers with so many votes.
        { ...limit(spans, meaning), sort: 'votes' }
      : range(spans, 'votes'),
  authors: (spans) => range(spans, 'authors'),
  'votes-between': (spans, meaning) =>
    has(nextOf(spans, meaning), 'place') ? null : between(spans, 'votes'),
  'authors-between': (spans) => between(spans, 'authors'),
  limit,
  place,
  'authors-place': (spans) => ({ sort: 'authors', ...place(spans) }),
  places,
  without,
  'not-about': notAbout,
  title,
};

/** All ways to fill an option; of several that fit at a place the longest counts. */
const SLOTS: readonly Slot[] = table.map(({ tags, fills, only }) => ({
  terms: termsIn(tags),
  only,
  fill: FILLS[fills] ?? (() => optionsIn(fills)),
}));

/** Nouns and orders beside a number still say what is asked for. */
const KEPT = tagList('paper author org unit top newest oldest fewest most busy quiet vote few');

/** The noun that an option, or an order, accounts for. */
const OWN: readonly (readonly [option: RegExp, noun: Tag])[] = [
  [/_votes/, 'vote'],
  [/authors/, 'author'],
];

const withTag = (spans: readonly Span[], ...tags: Tag[]): Span | undefined =>
  spans.find((one) => has(one, ...tags));
const numbers = (spans: readonly Span[]): readonly number[] =>
  spans.flatMap((one) => numberIn(one) ?? tagValue(one, 'ord') ?? []).map(Number);

/** Fills the options that stand in a question as sequences of tags, and marks their spans as accounted for. */
export function fillSlots(meaning: Meaning): void {
  const { spans, options, used } = meaning;
  for (let at = 0; at < spans.length; at++) {
    const matches: { readonly slot: Slot; readonly matched: readonly Span[] }[] = [];
    for (const slot of SLOTS) {
      const matched = matchAt(spans, at, slot, used);
      if (matched !== null) matches.push({ slot, matched });
    }
    matches.sort((a, b) => b.matched.length - a.matched.length);
    for (const { slot, matched } of matches) {
      const filled = slot.fill(matched, meaning);
      if (filled === null) continue;
      Object.assign(options, filled);
      const own = OWN.flatMap(([option, noun]) => (option.test(JSON.stringify(filled)) ? noun : []));
      const isNumber = ['limit', 'min_authors', 'max_authors'].some((name) => name in filled);
      const isSubject = (one: Span) =>
        isNumber && (isContent(one) || has(one, ...PARTS, 'ORG', 'PAPER', 'country'));
      const isDate = !('except_from' in filled);
      const isKept = (one: Span) => has(one, ...KEPT, ...(isDate ? ['DATE'] : [])) || isSubject(one);
      const isTaken = (one: Span) => has(one, ...own) || !isKept(one);
      for (const one of matched) if (isTaken(one)) used.add(one);
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
    const skipped =
      matched.length === 0 ? 0 : spans.slice(at).findIndex((one) => !isGlue(one) || hasOne(one, any));
    const span = skipped < 0 ? undefined : spans[at + skipped];
    const fits = hasOne(span, any) || (any.includes('content') && span !== undefined && isContent(span));
    if (span !== undefined && fits && !used.has(span)) {
      matched.push(span);
      at += skipped + 1;
    } else if (!isOptional) return null;
  }
  const last = matched.at(-1);
  const isOther =
    slot.only === 'ko'
      ? !matched.some(isKorean) || (!isKorean(last) && numberIn(last) !== null)
      : slot.only === 'en' && isKorean(matched[0]);
  return isOther ? null : matched;
}

const ENDS: readonly Tag[] = ['till', 'start', 'between', 'and'];
/** What limits numbers, which end of a range it is, and how far from the number: `more than 10` is 11 and up. */
const LIMITS: ReadonlyMap<Tag, readonly [end: 'min' | 'max', by: number]> = new Map([
  ['more', ['min', 1]],
  ['less', ['max', -1]],
  ['atleast', ['min', 0]],
  ['atmost', ['max', 0]],
]);
const COMPARING: readonly (readonly [sign: RegExp, limit: Tag])[] = [
  [/<\s*$/, 'less'],
  [/(?:<=|≤)\s*$/, 'atmost'],
  [/>\s*$/, 'more'],
  [/(?:>=|≥)\s*$/, 'atleast'],
];

/**
 * How many votes or authors: `more than 10 votes`, `40+ votes`, `one author`. What leaves numbers out turns the limit around:
 * `did not reach 5 votes`, `skip anything under 10 votes`, 10표 미만은 빼고.
 */
function range(spans: readonly Span[], of: 'votes' | 'authors'): Options {
  const [number = 1] = numbers(spans);
  const how = withTag(spans, ...LIMITS.keys());
  const isOut = spans.some((one) => one !== how && has(one, 'few', 'zero', 'not', 'absent', 'drop-out'));
  const sign = spans.find((one) => numberIn(one) !== null)?.gap ?? '';
  const isOpen = isOut || withTag(spans, 'vote', 'author')?.gap.startsWith('+');
  const limit =
    COMPARING.find(([pattern]) => pattern.test(sign))?.[1] ??
    [...LIMITS.keys()].find((tag) => has(how, tag)) ??
    (isOpen ? 'atleast' : '');
  const [end, by] = LIMITS.get(limit) ?? [];
  if (end === undefined || by === undefined) return { [`min_${of}`]: number, [`max_${of}`]: number };
  const isLeast = (end === 'min') !== isOut;
  const turned = isOut ? (end === 'min' ? -1 : 1) : 0;
  return { [`${isLeast ? 'min' : 'max'}_${of}`]: Math.max(0, number + by + turned) };
}

function between(spans: readonly Span[], of: 'votes' | 'authors'): Options | null {
  const [a = 0, b = 0] = numbers(spans);
  const limits = spans.flatMap((one, at) => (has(one, ...LIMITS.keys()) ? at : []));
  const [, second] = limits;
  if (second !== undefined) {
    // The limits stand before their numbers in English, behind them in Korean.
    const cut = has(spans[0], ...LIMITS.keys()) ? second : (limits[0] ?? 0) + 1;
    return { ...range(spans.slice(0, cut), of), ...range(spans.slice(cut), of) };
  }
  return !isRange(spans) ? null : { [`min_${of}`]: Math.min(a, b), [`max_${of}`]: Math.max(a, b) };
}

const LIMIT_MAX = 100;

function limit(spans: readonly Span[], meaning: Meaning): Options | null {
  const [number] = numbers(spans);
  // `only 40 votes` is no number of papers.
  const isOther =
    has(nextOf(spans, meaning), 'place') ||
    (has(spans[0], 'give') && has(nextOf(spans, meaning), 'vote', 'star', 'place', 'more', 'COMPARED'));
  // `Llama 3 technical report`: behind a name, before one paper, a number belongs to the name.
  const [first] = spans;
  const before = first && meaning.spans[meaning.spans.indexOf(first) - 1];
  const isBehind = has(first, 'num') && first?.gap === ' ' && before !== undefined && isContent(before);
  const isOfName = isBehind && !isKorean(before);
  return number === undefined || number < 1 || isOther || isOfName
    ? null
    : { limit: Math.min(number, LIMIT_MAX) };
}

/** What stands right behind the spans of a match. */
function nextOf(spans: readonly Span[], { spans: all }: Meaning): Span | undefined {
  const last = spans.at(-1);
  return last && all[all.indexOf(last) + 1];
}

function place(spans: readonly Span[]): Options | null {
  const number = has(spans[0], 'second-of') ? 2 : (numbers(spans)[0] ?? 0);
  return number < 1 ? null : { place: number };
}

/** Whether two numbers are the ends of a range: `10 to 20`, `10-20`. */
function isRange(spans: readonly Span[]): boolean {
  return spans.slice(1).some(({ gap }) => /[-–~∼〜]/.test(gap)) || withTag(spans, ...ENDS) !== undefined;
}

/** `1, 2 and 3`, `1~3`: every place from the first to the last. */
function places(spans: readonly Span[]): Options | null {
  const all = [...(has(spans[0], 'first') ? [1] : []), ...numbers(spans)];
  const [first = 0, last = 0] = [all[0], all.at(-1)];
  const isRun = last - first === all.length - 1;
  const isSpan = isRange(spans);
  return first < 1 || last <= first || !(isRun || isSpan) ? null : { place: first, place_to: last };
}

/** What is left out: days, an author, an organization, a paper. `LongCite 말고 VisionZip은?` asks about the other paper. */
function without(spans: readonly Span[], { spans: all, line }: Meaning): Options {
  const named = withTag(spans, 'DATE', 'AUTHOR', 'ORG', 'PAPER') ?? spans[0];
  if (named === undefined) return {};
  const isInstead = all.some((span) => span !== named && has(span, 'PAPER'));
  if (has(named, 'PAPER')) return isInstead ? {} : { exclude: line.slice(named.start, named.end) };
  const [value = '', to = value] = named.values;
  if (has(named, 'DATE')) return { except_from: value, except_to: to };
  return has(named, 'ORG') ? { not_organization: value } : { not_author: value };
}

/** Words that leave something out; only those with `except` do nothing else: `learning without labels` is a topic. */
const SIGNS: readonly Tag[] = ['not', 'zero', 'drop-out'];

/** A topic that is left out: `agents papers without RL`; before the word for papers `without` is part of a topic. */
function notAbout(spans: readonly Span[], { line, spans: all }: Meaning): Options | null {
  const own = spans.filter((one) => !has(one, ...SIGNS, 'about', 'with', 'which', 'unit-paper'));
  const [first, last] = [own[0], own.at(-1)];
  const sign = withTag(spans, ...SIGNS);
  if (first === undefined || last === undefined || sign === undefined) return null;
  const exclude = { exclude: line.slice(first.start, last.end) };
  const [from, to] = [all.indexOf(first), all.indexOf(last)];
  // `멀티모달인데 벤치마크는 제외`: what an ending is behind is left alone.
  if (to - from >= own.length) return null;
  // `RL papers (not robotics)`: behind a bracket, comma or dash, or before `the`, the word leaves out what follows.
  const isApart = /[(,;]|\s[-–—]+\s?$/.test(sign.gap) || all[all.indexOf(sign) + 1]?.text === 'the';
  if (has(sign, 'except') || withTag(spans, 'about') || isApart) return exclude;
  const papers = all.findIndex((one) => has(one, 'paper'));
  const isInTopic = !isKorean(sign) && papers > all.indexOf(sign);
  const isBare = has(sign, 'drop-out') || /^(?:not|no|minus|zero|besides|없이)$/.test(sign.text);
  // `not about agents` may follow a list.
  const isFirst = all[0] === spans[0];
  return isInTopic || (isBare && !(isFirst && has(sign, 'drop-out'))) || (papers < 0 && !isFirst)
    ? null
    : exclude;
}

function title(spans: readonly Span[]): Options | null {
  const word = spans.find((one) => !has(one, 'title'));
  const words = word?.values[0] ?? word?.text;
  return words === undefined ? null : { title: words.includes(' ') ? `"${words}"` : words };
}
