import type { Archive } from '../archive/archive.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { typedName } from '../text/names/typed-name.ts';
import { inOrder, type Scored } from './rerank.ts';

/** Authors and their papers. */
export type People = Pick<Archive, 'ready' | 'findAuthors' | 'papersBy'>;

export const NOBODY: People = {
  ready: Promise.resolve(),
  findAuthors: () => ({ exact: null, spellings: [], swapped: [], partial: [], latin: [], near: [] }),
  papersBy: () => [],
};

/** Authors taken for one typed name; more match only a vague one ("J. Li"). */
const PEOPLE_MAX = 40;
/** How a name may match a typed one, the surest first. */
const KINDS = ['exact', 'spellings', 'swapped', 'partial', 'near'] as const;
/** Added to a paper's score by kind of match: a full name ranks above any title, a single word beside it. */
const WORTH = {
  asked: { exact: 6, spellings: 5.8, swapped: 5.5, partial: 5, near: 4.5 },
  full: { exact: 5, spellings: 4.8, swapped: 4, partial: 3, near: 2.2 },
  word: { exact: 2, spellings: 2, swapped: 1.5, partial: 1.5, near: 0.8 },
};

/**
 * Papers whose authors a query names, with the amount added to their score.
 *
 * @param text one line with single spaces
 * @param isOdd whether the query has a word that no paper has, so that it may be a misspelt name
 */
export function papersOfPeople(
  text: string,
  isOdd: () => boolean,
  people: People,
): ReadonlyMap<PaperId, number> {
  const found = new Map<PaperId, number>();
  const read = typedName(text);
  if (read === null) return found;
  const matches = people.findAuthors(read.name);
  const worth = WORTH[read.as];
  for (const kind of KINDS) {
    // The slowest search, so it runs last and only when the others found nothing.
    if (kind === 'near' && (found.size > 0 || (read.as !== 'asked' && !isOdd()))) break;
    const names = [matches[kind] ?? []].flat().slice(0, PEOPLE_MAX);
    names.forEach(({ name }, place) => {
      for (const { paper } of people.papersBy(name)) {
        if (!found.has(paper.id)) found.set(paper.id, worth[kind] - place / 1000);
      }
    });
  }
  return found;
}

/** Merges papers of named authors into those found by words. */
export function withPeople(
  ranked: readonly Scored[],
  byPeople: ReadonlyMap<PaperId, number>,
  paperOf: (id: PaperId) => Paper | undefined,
): readonly Scored[] {
  if (byPeople.size === 0) return ranked;
  const known = new Map(ranked.map((one) => [one.paper.id, one]));
  const theirs = [...byPeople].flatMap(([id, worth]): Scored[] => {
    const paper = paperOf(id);
    if (paper === undefined) return [];
    const one = known.get(id);
    known.delete(id);
    return [{ paper, score: worth + Math.min(one?.score ?? 0, 1), coverage: 1, found: one?.found }];
  });
  return [...theirs, ...known.values()].sort(inOrder);
}
