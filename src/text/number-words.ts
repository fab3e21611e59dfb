const ENGLISH = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const WORDS: ReadonlyMap<string, number> = new Map([
  ...ENGLISH.map((word, value): [string, number] => [word, value]),
  ['a', 1],
  ['dozen', 12],
  ['twenty', 20],
  ...['한', '두', '세', '네', '다섯', '여섯', '일곱', '여덟', '아홉', '열'].map(
    (word, place): [string, number] => [word, place + 1],
  ),
]);

/** Number words that may stand before what they count, for use in a pattern. */
export const NUMBER = `\\d{1,3}|${[...WORDS.keys()].filter((word) => word !== 'a').join('|')}`;

/** @returns the number that digits or a word (`three`, `세`) stand for, or null */
export function readNumber(text: string): number | null {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  return WORDS.get(text.toLowerCase()) ?? null;
}
