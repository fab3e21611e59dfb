import type { StatedAmount } from './number-words.ts';

/** `a tenth`, `two-thirds`; not `the third time`. */
const ENGLISH =
  /\b(an?|one|two|three|four|five|seven|nine)[- ](third|quarter|fourth|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)s?\b(?! (?:time|place|author|edition|one|kind))/gi;

/** `10분의 1`, `십분의 일`. */
const KOREAN = /((?<!\d)\d+|[이삼사오육칠팔구십백천])\s?분의\s?(\d+|[일이삼사오육칠팔구])/g;

const ENGLISH_PARTS = 'zero one two three four five six seven eight nine'.split(' ');
const ENGLISH_WHOLES = 'none whole half third quarter fifth sixth seventh eighth ninth tenth'.split(' ');
const KOREAN_NUMBERS = '영일이삼사오육칠팔구십';
const LARGE: Readonly<Record<string, number>> = {
  fourth: 4,
  hundredth: 100,
  thousandth: 1000,
  백: 100,
  천: 1000,
};

/** The parts of a whole that a text names, as percentages, and the text without them. */
export function takeParts(text: string): {
  readonly amounts: readonly StatedAmount[];
  readonly rest: string;
} {
  const amounts: StatedAmount[] = [];
  const take = (part: number, whole: number): string => {
    amounts.push(`${Number(((100 * part) / whole).toPrecision(6))} %`);
    return ' ';
  };
  const rest = text
    .replace(ENGLISH, (_all, part: string, whole: string) => {
      const of = whole.toLowerCase();
      return take(
        Math.max(1, ENGLISH_PARTS.indexOf(part.toLowerCase())),
        LARGE[of] ?? ENGLISH_WHOLES.indexOf(of),
      );
    })
    .replace(KOREAN, (_all, whole: string, part: string) => take(readKorean(part), readKorean(whole)));
  return { amounts, rest };
}

function readKorean(number: string): number {
  return Number(number) || (LARGE[number] ?? Math.max(1, KOREAN_NUMBERS.indexOf(number)));
}
