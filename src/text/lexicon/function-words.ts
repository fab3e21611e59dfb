import { dataLines } from '../data.ts';

/** Words of both languages that carry no subject, folded. */
export const FUNCTION_WORDS = listed('./function-words.txt');

/** Words that ask or bind; ignored in a search unless it has no others. */
export const BINDING = listed('./question-words.txt');

/** Words that tell little; they count less than others. */
export const DULL = listed('./dull-words.txt');

function listed(file: string): ReadonlySet<string> {
  return new Set(dataLines(new URL(file, import.meta.url)).flatMap((line) => line.split(' ')));
}
