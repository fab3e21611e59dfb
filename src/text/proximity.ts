/** Letters allowed between two words of a phrase, without spaces: an ending; a translation in brackets. */
const GAP = 3;
const LOOSE_GAP = 20;

/** Worth of two words with a few words between them. */
const LOOSE = 0.35;

/** Two meanings are near, or loosely near, if their words are at most this many words apart. */
const APART = 3;
const LOOSE_APART = 8;

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

/** Upper bound of the nearness of meanings in a text that has only some of them. */
export function mostMeaningNearness(
  senses: readonly (readonly string[])[],
  told: readonly number[],
  found: Pick<ReadonlySet<string>, 'has'>,
): number {
  const has = senses.map((all) => all.some((sign) => found.has(sign)));
  return pairsNear(senses.length, told, (at) => (has[at - 1] && has[at] ? 1 : 0));
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
 * Share of a query's neighbouring words whose meanings a text has near each other in any order, 0 to 1.
 *
 * @param signs meanings of each word of the text
 * @param senses meanings of each word of the query
 * @param told weight of each word of the query
 */
export function meaningNearness(
  signs: readonly (readonly string[])[],
  senses: readonly (readonly string[])[],
  told: readonly number[],
): number {
  const askedBy = new Map<string, number[]>();
  senses.forEach((all, word) => {
    for (const sign of all) askedBy.set(sign, [...(askedBy.get(sign) ?? []), word]);
  });
  const last = senses.map(() => Number.NEGATIVE_INFINITY);
  /** Worth of each word of the query with the one before it. */
  const best = senses.map(() => 0);
  const meet = (at: number, other: number, pair: number) => {
    const apart = at - (last[other] ?? Number.NEGATIVE_INFINITY);
    const worth = apart <= APART ? 1 : apart <= LOOSE_APART ? LOOSE : 0;
    if (worth > (best[pair] ?? 0)) best[pair] = worth;
  };
  signs.forEach((all, at) => {
    for (const sign of all) {
      const asking = askedBy.get(sign);
      if (asking === undefined) continue;
      for (const word of asking) {
        last[word] = at;
        if (word > 0) meet(at, word - 1, word);
        if (word + 1 < senses.length) meet(at, word + 1, word + 1);
      }
    }
  });
  return pairsNear(senses.length, told, (word) => best[word] ?? 0);
}

/** Mean worth of each word with the one before it, by the weights of both. */
function pairsNear(count: number, told: readonly number[], pair: (at: number) => number): number {
  let [all, near] = [0, 0];
  for (let at = 1; at < count; at++) {
    const both = (told[at] ?? 0) + (told[at - 1] ?? 0);
    all += both;
    near += both * pair(at);
  }
  return all === 0 ? 0 : near / all;
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
