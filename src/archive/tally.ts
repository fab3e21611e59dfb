import { byText } from '../text/order.ts';
import type { Archive } from './archive.ts';
import { authorNamesOf } from './merge/assemble.ts';
import type { Day, PaperId } from './paper.ts';
import type { Ranked } from './ranking.ts';
import { type DaysOf, isOnDays } from './select.ts';

/** The papers and votes of one author, organization, day or month. */
export interface Tally {
  /** A name, a day or a month (`2024-12`). */
  readonly name: string;
  readonly papers: number;
  /** Sum of the known votes. */
  readonly votes: number;
}

/** The things by which papers can be counted. */
export type TallyUnit = 'authors' | 'organizations' | 'days' | 'months';

type Sum = { -readonly [Part in keyof Tally]: Tally[Part] };

/** Cached counts by list of papers: counting all names of an archive takes 10 ms. */
const counted = new WeakMap<readonly Ranked[], Map<string, readonly Tally[]>>();

/**
 * Counts papers by author, organization, day or month. A paper listed on two days counts on both days; in a month with both
 * it counts once, with the votes of both, as in the digests' own sums. For an author or organization it counts once.
 */
export function tally(
  papers: readonly Ranked[],
  unit: TallyUnit,
  period: DaysOf,
  archive: Archive,
): readonly Tally[] {
  const key = JSON.stringify([unit, period.from, period.to, period.except]);
  const held = counted.get(papers) ?? new Map<string, readonly Tally[]>();
  const tallies = held.get(key) ?? count(papers, unit, period, archive);
  counted.set(papers, held.set(key, tallies));
  return tallies;
}

/** From this share of all papers on it is faster to look at each author's papers than at each paper's authors. */
const MANY = 1 / 4;

function count(
  papers: readonly Ranked[],
  unit: TallyUnit,
  period: DaysOf,
  archive: Archive,
): readonly Tally[] {
  if (unit === 'authors' && papers.length > MANY * archive.totals().papers)
    return allAuthors(papers, archive);
  const sums = new Map<string, Sum>();
  const sumOf = (name: string): Sum => {
    const held = sums.get(name);
    if (held !== undefined) return held;
    const sum = { name, papers: 0, votes: 0 };
    sums.set(name, sum);
    return sum;
  };
  if (unit === 'days' || unit === 'months')
    addDays(papers, unit === 'days' ? 10 : 7, isOnDays(period), sumOf);
  else addNames(papers, unit, sumOf);
  return [...sums.values()];
}

/** Counts authors without a look-up of each name: most of them have one paper. */
function allAuthors(papers: readonly Ranked[], archive: Archive): readonly Tally[] {
  const known = new Map<PaperId, number>();
  for (const { paper, votes } of papers) known.set(paper.id, typeof votes === 'number' ? votes : 0);
  const tallies: Tally[] = [];
  archive.eachAuthor((name, ids) => {
    let [count, sum] = [0, 0];
    for (const id of ids) {
      const votes = known.get(id);
      if (votes === undefined) continue;
      count += 1;
      sum += votes;
    }
    if (count > 0) tallies.push({ name, papers: count, votes: sum });
  });
  return tallies;
}

function addNames(
  papers: readonly Ranked[],
  unit: 'authors' | 'organizations',
  sumOf: (name: string) => Sum,
): void {
  for (const { paper, votes } of papers) {
    const organization = paper.details?.organization ?? null;
    const names = unit === 'authors' ? authorNamesOf(paper) : organization === null ? [] : [organization];
    for (const name of names) {
      const sum = sumOf(name);
      sum.papers += 1;
      if (typeof votes === 'number') sum.votes += votes;
    }
  }
}

/** @param length how many characters of a day (`2024-12-06`) name the unit: 10 for a day, 7 for a month */
function addDays(
  papers: readonly Ranked[],
  length: number,
  isOn: (day: Day) => boolean,
  sumOf: (name: string) => Sum,
): void {
  for (const { paper } of papers) {
    let last = '';
    for (const { date, votes } of paper.listings) {
      if (!isOn(date)) continue;
      const name = date.slice(0, length);
      const sum = sumOf(name);
      // Listings are sorted newest first, so those of one day or month are neighbours.
      if (name !== last) sum.papers += 1;
      last = name;
      if (typeof votes === 'number') sum.votes += votes;
    }
  }
}

/**
 * Sorts tallies, most or fewest first, ties by name, and drops those below `min`.
 *
 * @param limit how many to return; only about as many are sorted, since there may be 100,000 names
 */
export function ranking(
  tallies: readonly Tally[],
  {
    by,
    order,
    min,
    limit,
  }: { by: 'papers' | 'votes'; order: 'most' | 'fewest'; min: number | null; limit: number },
): readonly Tally[] {
  const sign = order === 'most' ? -1 : 1;
  const compare = (a: Tally, b: Tally) => sign * (a[by] - b[by]) || byText(a.name, b.name);
  let first: Tally[] = [];
  let last: Tally | undefined;
  for (const one of tallies) {
    if ((min !== null && one[by] < min) || (last !== undefined && compare(one, last) > 0)) continue;
    first.push(one);
    if (first.length < limit * 2) continue;
    first = first.sort(compare).slice(0, limit);
    last = first.at(-1);
  }
  return first.sort(compare).slice(0, limit);
}
