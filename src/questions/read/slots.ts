import { isContent, isGlue, type Meaning, type Options } from './meaning.ts';
import { has, numberIn, type Span, tagValue } from './span.ts';

/** One way to fill options: tags that stand beside each other (small words between them do not count). */
interface Slot {
  /** `a|b`: one of both; `a?`: may be missing; `content`: a word that cues nothing. */
  readonly tags: string;
  readonly example: string;
  /** @returns the options, or null where the match says nothing after all */
  fill(spans: readonly Span[], meaning: Meaning): Options | null;
}

const VOTES = 'vote';
const COMPARED = 'more|less|atleast|atmost|exactly|zero';
const ORDERS = 'top|most|fewest|newest|oldest|busy|quiet|few';
const THINGS = 'paper|author|org|unit:day|unit:month|unit-paper|unit-person|coauthor';

const withTag = (spans: readonly Span[], ...tags: string[]): Span | undefined =>
  spans.find((one) => has(one, ...tags));
const numbers = (spans: readonly Span[]): readonly number[] => spans.flatMap((one) => numberIn(one) ?? []);

/** All ways to fill an option; of several that fit at a place the longest counts. */
export const SLOTS: readonly Slot[] = [
  { tags: `${COMPARED} than? num ${VOTES}`, example: 'papers with more than 100 votes', fill: votesRange },
  { tags: `${VOTES} ${COMPARED} than? num`, example: 'papers with votes over 100', fill: votesRange },
  { tags: `num ${VOTES} ${COMPARED}`, example: '10표 미만 논문', fill: votesRange },
  { tags: `${VOTES} num unit-paper? ${COMPARED}`, example: '추천 100개 넘은 논문', fill: votesRange },
  {
    tags: `zero ${VOTES}`,
    example: 'papers without any votes',
    fill: () => ({ min_votes: 0, max_votes: 0 }),
  },
  { tags: `num ${VOTES}`, example: 'papers with 0 votes', fill: votesRange },
  { tags: `${VOTES} num unit-paper`, example: '추천 0개인 논문', fill: votesRange },
  {
    tags: `between num and num ${VOTES}`,
    example: 'papers with between 10 and 20 votes',
    fill: votesBetween,
  },
  {
    tags: `${VOTES} between num and num`,
    example: 'papers with votes between 10 and 20',
    fill: votesBetween,
  },
  { tags: `num ${VOTES} num ${VOTES} between`, example: '20표에서 30표 사이 논문', fill: votesBetween },
  { tags: `num till|start num ${VOTES}`, example: 'papers with 10 to 20 votes', fill: votesBetween },
  { tags: `${ORDERS} num unit-paper|unit-person|paper|author?`, example: 'top 5 papers', fill: limit },
  { tags: `num ${ORDERS}`, example: 'the 3 most voted papers', fill: limit },
  { tags: `num ${THINGS}`, example: '논문 3개만', fill: limit },
  { tags: 'first|last num paper|unit-paper?', example: 'the first 3 papers', fill: limit },
  { tags: 'num place till', example: '10위까지 보여줘', fill: limit },
  { tags: 'place num', example: 'number 2 of 2024', fill: place },
  { tags: 'num place', example: '2024년 2위', fill: place },
  { tags: 'ord|second-of', example: 'the second most voted paper', fill: place },
  { tags: 'num place start num place till?', example: '2025년 1월 1위부터 3위까지', fill: places },
  { tags: 'place num till num', example: 'number 2 to 4', fill: places },
  {
    tags: 'author most|many many? paper',
    example: '저자 제일 많은 논문',
    fill: (spans) => (/[가-힣]/.test(spans[0]?.text ?? '') ? { sort: 'authors' } : null),
  },
  { tags: 'most author', example: 'the paper with the most authors', fill: () => ({ sort: 'authors' }) },
  { tags: 'not DATE', example: 'top 5 papers not from 2025', fill: except },
  { tags: 'DATE not', example: '2025년 제외하고', fill: except },
  { tags: 'not by? AUTHOR|ORG', example: 'papers by Song Han without Yao Lu', fill: without },
  { tags: 'AUTHOR|ORG not', example: 'Yao Lu 빼고', fill: without },
  { tags: 'with|relation|present|have code', example: 'papers with code', fill: () => ({ code: 'yes' }) },
  {
    tags: 'code present|listed',
    example: '코드 공개된 논문',
    fill: (spans) => (spans.some(({ text }) => text.startsWith('없')) ? { code: 'no' } : { code: 'yes' }),
  },
  { tags: 'not|zero code', example: 'papers without code', fill: () => ({ code: 'no' }) },
  { tags: 'code not', example: '코드 없이', fill: () => ({ code: 'no' }) },
  { tags: 'QUOTE|content|TOPIC title', example: 'papers with "agent" in the title', fill: title },
  { tags: 'title QUOTE|content|TOPIC', example: '제목에 mamba 들어간 논문', fill: title },
];

type Element = { readonly any: readonly string[]; readonly isOptional: boolean };

const READ = SLOTS.map((slot) => ({
  slot,
  elements: slot.tags
    .split(' ')
    .map((one): Element => ({ any: one.replace(/\?$/, '').split('|'), isOptional: one.endsWith('?') })),
}));

/** Fills the options that stand in a question as sequences of tags, and marks their spans as accounted for. */
export function fillSlots(meaning: Meaning): void {
  const { spans, options, used } = meaning;
  for (let at = 0; at < spans.length; at++) {
    const matches = READ.flatMap(({ slot, elements }) => {
      const matched = matchAt(spans, at, elements, used);
      return matched === null ? [] : [{ slot, matched }];
    }).sort((a, b) => b.matched.length - a.matched.length);
    for (const { slot, matched } of matches) {
      const filled = slot.fill(matched, meaning);
      if (filled === null) continue;
      Object.assign(options, filled);
      // The noun of a number still says what is asked for.
      for (const one of matched)
        if (
          !has(
            one,
            'paper',
            'author',
            'org',
            'unit',
            'top',
            'newest',
            'oldest',
            'fewest',
            'most',
            'busy',
            'quiet',
            'vote',
            'few',
          )
        )
          used.add(one);
      for (const one of matched)
        if (has(one, 'vote') && (filled.min_votes !== undefined || filled.max_votes !== undefined))
          used.add(one);
      break;
    }
  }
}

function matchAt(
  spans: readonly Span[],
  start: number,
  elements: readonly Element[],
  used: ReadonlySet<Span>,
): readonly Span[] | null {
  const matched: Span[] = [];
  let at = start;
  for (const { any, isOptional } of elements) {
    if (matched.length > 0)
      while (spans[at] !== undefined && isGlue(spans[at] as Span) && !has(spans[at], ...any)) at += 1;
    const span = spans[at];
    const fits =
      span !== undefined &&
      !used.has(span) &&
      (has(span, ...any) || (any.includes('content') && isContent(span)));
    if (fits) {
      matched.push(span);
      at += 1;
    } else if (!isOptional) return null;
  }
  return matched;
}

function votesRange(spans: readonly Span[], { options }: Meaning): Options | null {
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
  const [span] = spans;
  const ordinal = spans.map((one) => tagValue(one, 'ord')).find((value) => value !== null);
  const number = has(span, 'second-of') ? 2 : ordinal === undefined ? numbers(spans)[0] : Number(ordinal);
  const next = all[all.indexOf(spans.at(-1) as Span) + 1];
  // `the second author` is no place of a list, and `first` alone says what `best` says.
  if (number === undefined || number < 1 || has(next, 'author', 'unit')) return null;
  return { place: number };
}

function places(spans: readonly Span[]): Options | null {
  const [a, b] = numbers(spans);
  return a === undefined || b === undefined || a < 1 || b < a ? null : { place: a, place_to: b };
}

function except(spans: readonly Span[]): Options | null {
  if (isEnglishBehind(spans)) return null;
  const [from, to] = withTag(spans, 'DATE')?.values ?? [];
  return from === undefined || to === undefined ? null : { except_from: from, except_to: to };
}

/** Korean says `not` behind what is left out; in English what stands there belongs to the next word. */
function isEnglishBehind(spans: readonly Span[]): boolean {
  const last = spans.at(-1);
  return has(last, 'not') && !/[가-힣]/.test(last?.text ?? '');
}

function without(spans: readonly Span[]): Options | null {
  if (isEnglishBehind(spans)) return null;
  const name = withTag(spans, 'AUTHOR', 'ORG');
  const [value] = name?.values ?? [];
  if (value === undefined) return null;
  return has(name, 'ORG') ? { not_organization: value } : { not_author: value };
}

function title(spans: readonly Span[]): Options | null {
  const word = spans.find((one) => !has(one, 'title'));
  return word === undefined ? null : { title: word.values[0] ?? word.text };
}
