import { dataLines } from '../data.ts';

/** Words of both languages that carry no subject, folded. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  dataLines(new URL('./function-words.txt', import.meta.url)).flatMap((line) => line.split(' ')),
);
