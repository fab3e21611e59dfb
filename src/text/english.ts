/** Endings of English words, the longest first. */
const ENDINGS = (
  'atively ative izations isations ization isation ativeness fulness ousness iveness izing ising ations ation ators ator ating ately ' +
  'ated ates ements ement ments ment ities ity ively ives ive ances ance ences ence ancy ency ably able ible ' +
  'ally ical ics ic als al ings ing edly ed iest ier ies ied ily ers er ors or ions ion ized izes ize ised ises ise ' +
  'ness ful less ous est ly ate es s e y'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

/** Shorter stems would be those of unlike words. */
const STEM_MIN = 4;

/**
 * What an English word shares with its other forms: `pruning` and `pruned` have `prun`. Not always a word, and sometimes
 * that of two words; whoever uses it lets it count less than the word.
 *
 * @param word folded
 * @returns null for anything but an English word that is long enough
 */
export function stemOf(word: string): string | null {
  if (word.length <= STEM_MIN || !/^[a-z]+$/.test(word)) return null;
  let stem = word;
  for (let round = 0; round < 2; round++) {
    const ending = ENDINGS.find((one) => stem.endsWith(one) && stem.length - one.length >= STEM_MIN);
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem.replace(/([bcdfgklmnprtvz])\1$/, '$1');
}
