import { scaleAt, unitAt } from './units.ts';

/** Names that everybody in the field writes, whatever the source calls them. */
const COMMON: ReadonlySet<string> = new Set(
  'i ai ml nlp llm llms gpu gpus cpu english korean api 3d 2d'.split(' '),
);

/** A word of Latin letters and digits, with what may stand within a name. */
const WORD = /[A-Za-z0-9]+(?:[-_.+'’/][A-Za-z0-9]+)*/g;

/**
 * The names in a text: words with a capital letter that does not begin a sentence, or with a digit among letters
 * (`VisionZip`, `GPT-4`, `gpt2`).
 */
export function namesIn(text: string): readonly string[] {
  const names: string[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const begins = /(?:^|[.!?:"“'‘(]\s*)$/.test(text.slice(0, index));
    const isOrdinary = /^[A-Z]?[a-z'’]+(?:-[a-z]+)*$/.test(word) && (begins || !/[A-Z]/.test(word));
    if (!isOrdinary && !isNumber(word) && /[A-Z\d]/.test(word)) names.push(word);
  }
  return names;
}

/** `7B`, `4-bit`, `30FPS`, `512x512`: what is read as a number is no name. */
function isNumber(word: string): boolean {
  const after = word.replace(/^\d[\d.,]*/, '');
  if (after === word) return false;
  if (!/[A-Za-z]/.test(word)) return true;
  return after === '' || scaleAt(after).length > 0 || unitAt(after) !== '' || /^x\d+$/i.test(after);
}

/** So many runs of letters or digits may make one name: `LLaVA-OneVision-1.5-7B`. */
const RUNS_MAX = 6;

/** The names in a text that no source has, however they are written apart; a version is only found whole. */
export function unknownNames(text: string, sources: readonly string[]): readonly string[] {
  const known = new Set(sources.flatMap((source) => [...joinedRuns(source)]));
  return namesIn(text).filter((name) => {
    const letters = runsOf(name).join('');
    return !COMMON.has(letters) && !known.has(letters) && !known.has(letters.replace(/s$/, ''));
  });
}

function* joinedRuns(source: string): Generator<string> {
  const runs = runsOf(source);
  for (let from = 0; from < runs.length; from++) {
    let joined = '';
    for (const run of runs.slice(from, from + RUNS_MAX)) {
      joined += run;
      yield joined;
      if (joined.endsWith('s')) yield joined.slice(0, -1);
    }
  }
}

/** The runs of letters and of digits, in lower case: `GPT-4o` is gpt, 4, o. */
function runsOf(text: string): readonly string[] {
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return folded.match(/[a-z]+|\d+/g) ?? [];
}
