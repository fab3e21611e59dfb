/** Letters that may stand between two words of a phrase, spaces aside: an ending, a bracket with a translation. */
const GAP = 3;
const LOOSE_GAP = 20;

/** What two words in their order are worth with a few words between. */
const LOOSE = 0.35;

/** Korean words of this many syllables may be two, which a text writes apart. */
const COMPOUND_MIN = 4;

/**
 * The share of a query's neighbouring words that stand in their order near each other in a text, 0 to 1; a long Korean
 * word is near itself.
 *
 * @param text in lower case, without spaces
 * @param stems of the query's words, without endings
 * @param told how much each word tells
 */
export function nearness(text: string, stems: readonly string[], told: readonly number[]): number {
  return shareNear(
    stems,
    told,
    (at) => text.includes(stems[at] ?? ''),
    (at) => pairNearness(text, stems[at - 1] ?? '', stems[at] ?? ''),
  );
}

/** The most that the nearness can be in a text that has only some of the words. */
export function mostNearness(
  stems: readonly string[],
  told: readonly number[],
  has: readonly boolean[],
): number {
  const hasWord = (at: number) => has[at] ?? false;
  return shareNear(stems, told, hasWord, (at) => (hasWord(at - 1) && hasWord(at) ? 1 : 0));
}

function shareNear(
  stems: readonly string[],
  told: readonly number[],
  hasWord: (at: number) => boolean,
  pair: (at: number) => number,
): number {
  let [all, near] = [0, 0];
  stems.forEach((stem, at) => {
    const weight = told[at] ?? 0;
    if (stem.length >= COMPOUND_MIN && /^[가-힣]/.test(stem)) {
      all += weight;
      if (hasWord(at)) near += weight;
    }
    if (at === 0) return;
    const both = weight + (told[at - 1] ?? 0);
    all += both;
    near += both * pair(at);
  });
  return all === 0 ? 0 : near / all;
}

function pairNearness(text: string, first: string, second: string): number {
  if (first === '' || second === '') return 0;
  let best = 0;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + first.length)) {
    const end = at + first.length;
    const next = text.indexOf(second, end);
    if (next < 0) break;
    if (next - end <= GAP) return 1;
    if (next - end <= LOOSE_GAP) best = LOOSE;
  }
  return best;
}
