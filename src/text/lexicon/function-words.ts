import { dataWords } from '../data.ts';

/** Words of both languages that carry no subject, folded. */
export const FUNCTION_WORDS = dataWords(new URL('./words/function-words.txt', import.meta.url));

/** Words that ask or bind; ignored in a search unless it has no others. */
export const BINDING = dataWords(new URL('./words/question-words.txt', import.meta.url));

/** Words that tell little; they count less than others. */
export const DULL = dataWords(new URL('./words/dull-words.txt', import.meta.url));
