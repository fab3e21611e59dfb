import { dataLines } from '../data.ts';

/** Words of both languages that carry no subject, folded. */
export const FUNCTION_WORDS = listed('./function-words.txt');

/** Words that ask and bind; a search of nothing else keeps them. */
export const BINDING = listed('./question-words.txt');

/** Words that tell little, but more than nothing. */
export const DULL = listed('./dull-words.txt');

function listed(file: string): ReadonlySet<string> {
  return new Set(dataLines(new URL(file, import.meta.url)).flatMap((line) => line.split(' ')));
}
