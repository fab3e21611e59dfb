/** Letters allowed between two words of a phrase, without spaces: an ending; a translation in brackets. */
const GAP = 3;
const LOOSE_GAP = 20;

/** Worth of two words with a few words between them. */
const LOOSE = 0.35;

/** Words of a text that are looked at together. */
const TOGETHER = 20;

/** Syllables from which a Korean word may be a compound that a text writes apart. */
const COMPOUND_MIN = 4;

/**
 * Share of a query's neighbouring words that a text has in order near each other, 0 to 1; a long Korean word counts as
 * near itself.
 *
 * @param text in lower case, without spaces
 * @param stems words of the query without endings
 * @param told weight of each word
 */
export function nearness(text: string, stems: readonly string[], told: readonly number[]): number {
  return shareNear(
    stems,
    told,
    (at) => text.includes(stems[at] ?? ''),
    (at) => pairNearness(text, stems[at - 1] ?? '', stems[at] ?? ''),
  );
}

/** Upper bound of the nearness in a text that has only some of the words. */
export function mostNearness(
  stems: readonly string[],
  told: readonly number[],
  has: readonly boolean[],
): number {
  const hasWord = (at: number) => has[at] ?? false;
  return shareNear(stems, told, hasWord, (at) => (hasWord(at - 1) && hasWord(at) ? 1 : 0));
}

/**
 * Largest share of a query whose meanings a text has within a few words of each other, in any order, 0 to 1.
 *
 * @param signs meanings of each word of the text
 * @param asked by the sign of a meaning: the words of the query that it stands for, and for what share of them
 * @param told weight of each word of the query
 */
export function together(
  signs: readonly (readonly string[])[],
  asked: ReadonlyMap<string, ReadonlyMap<number, number>>,
  told: readonly number[],
): number {
  const met = signs.flatMap((all, at) =>
    all.flatMap((sign) => [...(asked.get(sign) ?? [])].map(([word, share]) => ({ at, word, share }))),
  );
  let most = 0;
  met.forEach(({ at: start }, from) => {
    const shares = new Float64Array(told.length);
    for (let to = from; (met[to]?.at ?? Number.POSITIVE_INFINITY) - start < TOGETHER; to++) {
      const { word = 0, share = 0 } = met[to] ?? {};
      shares[word] = Math.max(shares[word] ?? 0, share);
    }
    most = Math.max(
      most,
      told.reduce((sum, weight, word) => sum + weight * (shares[word] ?? 0), 0),
    );
  });
  const all = told.reduce((sum, weight) => sum + weight, 0);
  return all === 0 ? 0 : most / all;
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
