import { scaleAt, unitAt } from './units.ts';

/** Names that everybody in the field writes, whatever the source calls them. */
const COMMON: ReadonlySet<string> = new Set(
  'i ai ml nlp llm llms gpu gpus cpu english korean api 3d 2d'.split(' '),
);

/** Words that begin an English sentence and are no names, whatever the source says. */
const BEGINNINGS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those it its they their there here we our you your he she his her one two three some many ' +
    'most several all both each every any another other such no not only also and but or so yet if then than when while ' +
    'where which who whose what how why because since although though despite unlike like as at by for from in into of on ' +
    'over under to with within without through across after before during between among against via per using given ' +
    'based rather instead however moreover furthermore additionally finally first second third overall thus hence ' +
    'therefore meanwhile notably specifically especially compared experiments results researchers authors tests ' +
    'evaluations research study studies introducing adapting analysis training models methods existing previous prior recent new current large language'
  ).split(' '),
);

/** A word of Latin letters and digits, with what may stand within a name. */
const WORD = /[A-Za-z0-9]+(?:[-_.+'’/][A-Za-z0-9]+)*/g;

/**
 * The names in a text: words with a capital letter, but for those that begin English sentences, or with a digit among
 * letters (`VisionZip`, `GPT-4`, `gpt2`).
 */
export function namesIn(text: string): readonly string[] {
  const isKorean = /[가-힣]/.test(text);
  return [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
    if (!/[A-Z\d]/.test(word) || isNumber(word)) return [];
    const begins = !isKorean && /(?:^|[.!?:"“'‘(]\s*)$/.test(text.slice(0, index));
    const bare = word.replace(/['’]s$/, '');
    return begins && BEGINNINGS.has(bare.toLowerCase()) ? [] : partsOf(bare);
  });
}

/** `AI-generated` and `player-NPC` are names with words; a digit binds them together (`GPT-4`). */
function partsOf(word: string): readonly string[] {
  return /\d/.test(word) ? [word] : word.split(/[-/]/).filter((part) => /[A-Z]/.test(part));
}

/** `7B`, `4-bit`, `30FPS`, `512x512`: what is read as a number is no name. */
function isNumber(word: string): boolean {
  const after = word.replace(/^\d[\d.,]*/, '');
  if (after === word) return false;
  if (!/[A-Za-z]/.test(word)) return true;
  return after === '' || scaleAt(after).length > 0 || unitAt(after) !== '' || /^x\d+$/i.test(after);
}

/** So many runs of letters or digits may make one name: `LLaVA-OneVision-1.5-7B`. */
const RUNS_MAX = 12;

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
