/** An author's name exactly as digests spell it, and how many papers list it. */
export interface AuthorCount {
  readonly name: string;
  readonly papers: number;
}

/**
 * Authors that a typed name may mean, each in the first list that fits. A list is computed when it is first read, so an exact
 * match costs no search for typing mistakes.
 */
export interface AuthorMatches {
  /** Spelled exactly so. */
  readonly exact: AuthorCount | null;
  /** The same but for case, diacritics, hyphens, apostrophes, dots and spaces. */
  readonly spellings: readonly AuthorCount[];
  /** The same words in another order: likely somebody else (Li Dong is not Dong Li), so never merged. */
  readonly swapped: readonly AuthorCount[];
  /** Has all the words typed, where one letter stands for any word it begins ("S. Han"); most papers first. */
  readonly partial: readonly AuthorCount[];
  /** One or two typing mistakes away; nearest first. */
  readonly near: readonly AuthorCount[];
}

/** Searches for each list; a later search may find an author again that an earlier one found. */
type Ways = Readonly<Record<Exclude<keyof AuthorMatches, 'exact'>, () => Iterable<AuthorCount>>>;

export function matchesOf(exact: AuthorCount | null, typed: string, ways: Ways): AuthorMatches {
  const taken = new Set([typed]);
  const inTurn = [ways.spellings, ways.swapped, ways.partial, ways.near];
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
    get near() {
      return list(3);
    },
  };
}

/** The authors that are not in `taken` yet; adds them to it. */
function fresh(authors: Iterable<AuthorCount>, taken: Set<string>): AuthorCount[] {
  const found: AuthorCount[] = [];
  for (const author of authors) {
    if (!taken.has(author.name)) found.push(author);
    taken.add(author.name);
  }
  return found;
}
