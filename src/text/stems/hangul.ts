/** Marks a one-syllable word, so that it does not match a part of a longer word. */
const SINGLE = '·';

/** Particles that follow a noun, longest first, so that 에서 is tried before 서. */
const PARTICLE =
  /(?:에서는|에서의|에게서|으로써|으로서|으로의|이라는|이라고|까지|부터|에서|에게|으로|라는|보다|처럼|마다|이나|이란|이랑|하고|들을|들이|들은|들의|들에|은|는|이|가|을|를|의|에|와|과|로|도|만|들|란|랑)$/;

/** Endings that follow the stem of a verb or adjective, longest first. */
const ENDING =
  /(?:했습니다|됩니다|합니다|입니다|습니다|하려고|하려면|하면서|시키는|시키고|되면서|하였다|되었다|해주는|시킨|시켜|하기|하는|하여|하고|하며|하면|하게|해서|했다|한다|된다|되는|되어|되고|되며|적인|적으로|적이고|할|한|해|된|될|적)$/;

/**
 * Search terms of one run of Hangul: its pairs of syllables, which find a word inside a compound and under any ending, and
 * its stem where that has three syllables or more. A word of one syllable is a marked term; so is the first of two syllables
 * before a particle (표를 has 표).
 */
export function hangulTerms(run: string): readonly string[] {
  if (run.length === 1) return [run + SINGLE];
  const stem = hangulStem(run);
  if (stem.length === 1) return [...pairs(run), stem + SINGLE];
  return stem.length > 2 ? [...pairs(run), stem] : pairs(run);
}

/** A run without its particle and ending. */
export function hangulStem(run: string): string {
  const noun = run.replace(PARTICLE, '') || run;
  return noun.length > 2 ? noun.replace(ENDING, '') || noun : noun;
}

/** Terms of a run's stem alone, without the pairs that reach into a particle. */
export function coreTerms(run: string): readonly string[] {
  const stem = hangulStem(run);
  return stem.length === 1 ? [stem + SINGLE] : pairs(stem);
}

function pairs(run: string): readonly string[] {
  return Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
}
