/** Endings of English words, the longest first. */
const ENDINGS = (
  'atively ative izations isations ization isation ativeness fulness ousness iveness izing ising ations ation ators ator ating ately ' +
  'ated ates ements ement ments ment ities ity ively ives ive ances ance ences ence ancy ency ably able ible ' +
  'ally ical ics ic als al ings ing edly ed iest ier ies ied ily ers er ors or ions ion ized izes ize ised ises ise ' +
  'ness ful less ous est ly ate es s e y'
)
  .split(' ')
  .sort((a, b) => b.length - a.length);

/** Letters: unrelated words share shorter stems. */
const STEM_MIN = 4;

/**
 * The stem that the forms of an English word share: `prun` for `pruning` and `pruned`. Two different words may share one,
 * so a match of stems should count less than a match of words.
 *
 * @param word folded
 * @returns null where the word is short or has other characters than a to z
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
