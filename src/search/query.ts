import { isHangul, singular, squash, terms, words } from './tokens.ts';

/** Words that ask and bind; a query of nothing else keeps them. */
const BINDING: ReadonlySet<string> = new Set(
  (
    'a an and any are as at be by can do does for from has have how i in is it its me of on or paper show that the ' +
    'their there this to was what when where which who why will with 관련 논문 뭐 어떤 어떻게 무엇 알려줘 찾아줘 있나요 대한 대해'
  ).split(' '),
);

/** So many words next to each other may be one name typed apart: `drawing spin up` is DrawingSpinUp. */
const JOINED_MAX = 4;

export interface Query {
  /** What is looked up, each once, with its weight. */
  readonly weights: ReadonlyMap<string, number>;
  /** All words as typed, folded. */
  readonly words: readonly string[];
  /** Letters only: `minigpt4`. */
  readonly squashed: string;
}

/**
 * Takes a typed query apart.
 *
 * @param isHeld whether the index holds a term: words joined by guess count only where they are one there
 */
export function readQuery(text: string, isHeld: (term: string) => boolean): Query {
  const all = words(text);
  const telling = all.filter((word) => !BINDING.has(word));
  const weights = new Map<string, number>();
  for (const term of terms(text)) {
    if (telling.length > 0 && BINDING.has(term)) continue;
    weights.set(term, isHangul(term) && term.length === 2 ? 0.8 : 1);
  }
  for (const joined of neighbours(all)) if (isHeld(joined) && !weights.has(joined)) weights.set(joined, 1);
  return { weights, words: all, squashed: squash(text) };
}

/** Two to four Latin words that stand next to each other, joined. */
function* neighbours(all: readonly string[]): Generator<string> {
  for (let from = 0; from < all.length; from++) {
    let joined = all[from] ?? '';
    for (let to = from + 1; to < Math.min(all.length, from + JOINED_MAX); to++) {
      const next = all[to] ?? '';
      if (isHangul(joined) || isHangul(next)) break;
      joined += next;
      yield singular(joined);
    }
  }
}
