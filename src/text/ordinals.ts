/** One of several, by its place, and the question without the words for it. */
export interface Ordinal {
  /** Counts from 0; -1 is the last. */
  readonly place: number;
  readonly rest: string;
}

const ENGLISH = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const KOREAN = ['첫', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'];

/** The thing counted and the particle behind it. */
const THING = '(?:\\s?(?:논문|연구|거|것|건|게|꺼))?(?:은요|는요|은|는|이|가|을|를|의|도|요)?';
const ONE = '(?:\\s+(?:one|paper|article|result|of (?:them|these|those)))';

/** Each with the place that its match means. */
const PATTERNS: readonly (readonly [RegExp, (found: string) => number])[] = [
  [
    new RegExp(
      `\\bthe (${ENGLISH.join('|')})(?:${ONE}|$|(?=\\s*[?,.])|(?=\\s+(?:gets?|got|ha[sd]|have|is|was|says?)\\b))`,
      'iu',
    ),
    english,
  ],
  [new RegExp(`^(${ENGLISH.join('|')})${ONE}?(?:\\s+please)?$`, 'iu'), english],
  [new RegExp(`\\b(?:the )?(\\d{1,2})(?:st|nd|rd|th)(?:${ONE}|$)`, 'iu'), number],
  [/(?:\b(?:number|no\.?|rank)\s?|#)(\d{1,2})\b/iu, number],
  [/\bthe last(?: one| paper)()(?![\p{L}])/iu, () => -1],
  [new RegExp(`(?<![\\p{L}\\p{N}.])(\\d{1,2})\\s?(?:위|등|번째|번)${THING}(?![\\p{L}\\p{N}])`, 'iu'), number],
  [
    new RegExp(`(?<![\\p{L}\\p{N}])(${KOREAN.join('|')})\\s?번째${THING}(?![\\p{L}\\p{N}])`, 'iu'),
    (word) => KOREAN.indexOf(word),
  ],
  [/(?<![\p{L}\p{N}])마지막\s?(?:논문|거|것|건|게)()(?:은|는|이|가|을|를|의|도)?(?![\p{L}\p{N}])/u, () => -1],
];

/** Reads `the second one`, `#3`, `2위는`, `세 번째 논문`; `the first author` is no place in a list. */
export function readOrdinal(text: string): Ordinal | null {
  for (const [pattern, place] of PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const at = place((match[1] ?? '').toLowerCase());
    if (at < -1 || (at === -1 && match[1] !== '')) continue;
    return { place: at, rest: text.replace(match[0], ' ').replace(/\s+/g, ' ').trim() };
  }
  return null;
}

function english(word: string): number {
  return ENGLISH.indexOf(word);
}

/** `0th` is no place. */
function number(digits: string): number {
  return digits === '0' ? -2 : Number(digits) - 1;
}
