/** An author's name exactly as digests spell it, and how many papers list it. */
export interface AuthorCount {
  readonly name: string;
  readonly papers: number;
}

/**
 * Authors that a typed name may mean; each is only in the first list it fits. A list is computed when it is first read, so
 * an exact match does not pay for a search for typing mistakes.
 */
export interface AuthorMatches {
  /** The author spelled exactly as typed. */
  readonly exact: AuthorCount | null;
  /** Spellings that differ only in case, diacritics, hyphens, apostrophes, dots and spaces. */
  readonly spellings: readonly AuthorCount[];
  /** The same words in another order. Probably another person (Li Dong is not Dong Li), so never merged. */
  readonly swapped: readonly AuthorCount[];
  /** Names with all typed words; a single letter matches any word that it begins ("S. Han"). Most papers first. */
  readonly partial: readonly AuthorCount[];
  /** Names in Latin letters that a Korean name in Hangul may be: 황성주 is Sung Ju Hwang. Most papers first. */
  readonly latin: readonly AuthorCount[];
  /** Names one or two typing mistakes away, nearest first. */
  readonly near: readonly AuthorCount[];
}

/** The search behind each list. A later one may repeat authors of an earlier one. */
type Ways = Readonly<Record<Exclude<keyof AuthorMatches, 'exact'>, () => Iterable<AuthorCount>>>;

export function matchesOf(exact: AuthorCount | null, typed: string, ways: Ways): AuthorMatches {
  const taken = new Set([typed]);
  const inTurn = [ways.spellings, ways.swapped, ways.partial, ways.latin, ways.near];
  const lists: AuthorCount[][] = [];
  const list = (place: number): readonly AuthorCount[] => {
    for (const way of inTurn.slice(lists.length, place + 1)) lists.push(fresh(way(), taken));
    return lists[place] ?? [];
  };
  return {
    exact,
    get spellings() {
      return list(0);
    },
    get swapped() {
      return list(1);
    },
    get partial() {
      return list(2);
    },
    get latin() {
      return list(3);
    },
    get near() {
      return list(4);
    },
  };
}

/** Returns the authors not yet in `taken`, and adds them to it. */
function fresh(authors: Iterable<AuthorCount>, taken: Set<string>): AuthorCount[] {
  const found: AuthorCount[] = [];
  for (const author of authors) {
    if (!taken.has(author.name)) found.push(author);
    taken.add(author.name);
  }
  return found;
}
