import { lastOfMonth } from '../text/dates/day.ts';
import { hasTitleWords } from '../text/title-words.ts';
import type { Archive } from './archive.ts';
import { listingOn } from './merge/assemble.ts';
import { authorsOf, ORDERS, type Order, type OrderName } from './orders.ts';
import type { DatedListing, Day, Paper, PaperId } from './paper.ts';
import { type Ranked, type RankedListing, rankByVotes } from './ranking.ts';

/** A period including both days; null leaves that end open. */
interface DayRange {
  readonly from: Day | null;
  readonly to: Day | null;
}

/** The days of a filter: a period, and days to leave out of it. */
export interface DaysOf extends DayRange {
  readonly except: DayRange | null;
}

/** Which papers to select; an empty or null field does not restrict them. Names have the archive's spelling. */
export interface Filter extends DaysOf {
  /** Authors who must all be among the paper's. */
  readonly authors: readonly string[];
  /** Authors of whom at least one must be among the paper's. */
  readonly anyAuthor: readonly string[];
  readonly notAuthors: readonly string[];
  /** The first and the last author. Papers whose author order is unknown do not match. */
  readonly firstAuthor: string | null;
  readonly lastAuthor: string | null;
  /** Organizations of which one must have submitted the paper. */
  readonly organizations: readonly string[];
  readonly notOrganizations: readonly string[];
  readonly minVotes: number | null;
  readonly maxVotes: number | null;
  /** Number of authors. A paper whose list was cut short never passes `maxAuthors`. */
  readonly minAuthors: number | null;
  readonly maxAuthors: number | null;
  /** Words that the title must have. */
  readonly title: string | null;
  /** Whether the paper must have a link to its code, or must have none. */
  readonly code: boolean | null;
}

export const ALL: Filter = {
  from: null,
  to: null,
  except: null,
  authors: [],
  anyAuthor: [],
  notAuthors: [],
  firstAuthor: null,
  lastAuthor: null,
  organizations: [],
  notOrganizations: [],
  minVotes: null,
  maxVotes: null,
  minAuthors: null,
  maxAuthors: null,
  title: null,
  code: null,
};

/** The part of a sorted list to take: the first `limit` papers, or those from `place` to `placeTo`, counted from 1. */
export interface RankSlice {
  readonly limit: number | null;
  readonly place: number | null;
  readonly placeTo: number | null;
}

/** The whole list. */
export const WHOLE: RankSlice = { limit: null, place: null, placeTo: null };

/**
 * The papers that pass a filter, most votes first (ties by id, unknown votes last). Each comes once, represented by its
 * newest listing with known votes on the filter's days, else by its newest there. `rank` may count papers that the filter
 * drops.
 *
 * @param among select only from these papers
 */
export function select(archive: Archive, filter: Filter, among?: Iterable<Paper>): readonly Ranked[] {
  const fits = fitting(archive, filter);
  const candidates = among ?? fewest(archive, filter);
  if (candidates === null && filter.except === null) {
    const { from, to } = closed(archive, filter);
    const top = archive.top(from, to);
    return isEmpty(filter) ? top : top.filter(({ paper, votes }) => fits(paper, votes));
  }
  const isOn = isOnDays(filter);
  const standings: RankedListing[] = [];
  for (const paper of candidates ?? archive.papers()) {
    const listing = listingOn(paper, isOn);
    if (listing !== undefined && fits(paper, listing.votes)) standings.push({ paper, listing });
  }
  return rankByVotes(standings);
}

/** Most listings of a period that counts as short. */
const SHORT = 2_000;

/** The ids of the papers that pass a filter with a short period, names or a title; undefined for any other, which many may pass. */
export function fewAccepted(archive: Archive, filter: Filter): readonly PaperId[] | undefined {
  const days = archive.days().filter(isOnDays(filter));
  const isShort = days.reduce((sum, day) => sum + (archive.digest(day)?.listings.length ?? 0), 0) <= SHORT;
  if (!isShort && filter.title === null && fewest(archive, filter) === null) return undefined;
  return select(archive, filter).map(({ paper }) => paper.id);
}

/** A test whether a paper passes a filter; undefined if all do. */
export function accepting(archive: Archive, filter: Filter): ((paper: Paper) => boolean) | undefined {
  if (filter.from === null && filter.to === null && isEmpty(filter)) return undefined;
  const [fits, isOn] = [fitting(archive, filter), isOnDays(filter)];
  return (paper) => {
    const listing = listingOn(paper, isOn);
    return listing !== undefined && fits(paper, listing.votes);
  };
}

/** The sum of known votes on the filter's days. A paper listed twice counts twice, as in the digests' own sums. */
export function votesOn(papers: readonly Ranked[], period: DaysOf): number {
  const isOn = isOnDays(period);
  let sum = 0;
  for (const { paper } of papers) {
    for (const { date, votes } of paper.listings) if (typeof votes === 'number' && isOn(date)) sum += votes;
  }
  return sum;
}

/**
 * Sorts papers that are already sorted by votes. For `oldest`, a paper listed more than once counts with its first day.
 * Papers without a value for the order come last.
 */
export function reordered(papers: readonly Ranked[], name: OrderName, period: DaysOf): readonly Ranked[] {
  if (name === 'votes') return papers;
  const dated = name === 'oldest' ? papers.map((ranked) => onFirstDay(ranked, period)) : papers;
  const { value, first }: Order = ORDERS[name];
  const valued = dated.map((ranked) => ({ ranked, value: value(ranked) }));
  valued.sort((a, b) => compare(a.value, b.value, first === 'smallest' ? 1 : -1));
  return valued.map(({ ranked }) => ranked);
}

/**
 * Takes a part of a sorted list, leaving out papers without a value for its order. If one paper is requested, those with
 * the same number of votes, stars or authors come with it; by day, only the first place is shared so.
 *
 * @param name null for a list in which no two papers are equal
 * @returns the papers, and how many come before them
 */
export function partOf(
  papers: readonly Ranked[],
  { limit, place, placeTo }: RankSlice,
  name: OrderName | null,
): { readonly papers: readonly Ranked[]; readonly before: number } {
  if (limit === null && place === null) return { papers, before: 0 };
  const { value }: Pick<Order, 'value'> = name === null ? { value: ({ paper }) => paper.id } : ORDERS[name];
  // Papers without a value come last.
  const end = papers.findLastIndex((ranked) => value(ranked) !== null) + 1;
  const known = end === papers.length ? papers : papers.slice(0, end);
  const from = (place ?? 1) - 1;
  const to = place === null ? (limit ?? known.length) : Math.max(place, placeTo ?? place);
  const wanted = known[from];
  if (wanted === undefined || to - from > 1) return { papers: known.slice(from, to), before: from };
  const shared = value(wanted);
  if (from > 0 && typeof shared === 'string') return { papers: [wanted], before: from };
  const start = known.findIndex((ranked) => value(ranked) === shared);
  const behind = known.findIndex((ranked, at) => at > from && value(ranked) !== shared);
  return { papers: known.slice(start, behind < 0 ? known.length : behind), before: start };
}

/** The first paper of each month, with ties, oldest month first. */
export function firstOfMonths(
  archive: Archive,
  filter: Filter,
  name: OrderName,
  among?: Iterable<Paper>,
): readonly Ranked[] {
  const [fits, isOn] = [fitting(archive, filter), isOnDays(filter)];
  const standings: RankedListing[] = [];
  for (const paper of among ?? fewest(archive, filter) ?? archive.papers()) {
    for (const month of monthsOf(paper)) {
      const listing = listingOn(paper, (day) => day.startsWith(month) && isOn(day));
      if (listing !== undefined && fits(paper, listing.votes)) standings.push({ paper, listing });
    }
  }
  const months = Map.groupBy(standings, ({ listing }) => listing.date.slice(0, 7));
  return [...months.keys()].sort().flatMap((month) => {
    const inside = { from: `${month}-01`, to: lastOfMonth(month), except: filter.except };
    const papers = reordered(rankByVotes(months.get(month) ?? []), name, inside);
    return partOf(papers, { ...WHOLE, limit: 1 }, name).papers;
  });
}

function monthsOf({ listings }: Paper): readonly string[] {
  if (listings.length === 1) return [listings[0].date.slice(0, 7)];
  return [...new Set(listings.map(({ date }) => date.slice(0, 7)))];
}

/** A test whether a day is in the period and not among the excluded days. */
export function isOnDays({ from, to, except }: DaysOf): (day: Day) => boolean {
  const [first, last] = [from ?? '', to ?? '\uffff'];
  if (except === null) return (day) => day >= first && day <= last;
  const [out, back] = [except.from ?? '', except.to ?? '\uffff'];
  return (day) => day >= first && day <= last && (day < out || day > back);
}

function isEmpty(filter: Filter): boolean {
  return Object.entries(filter).every(
    ([name, value]) => name === 'from' || name === 'to' || value === null || value.length === 0,
  );
}

/** The shortest list of papers that includes all results, found by the filter's names; null if it has no names. */
function fewest(archive: Archive, filter: Filter): Iterable<Paper> | null {
  const { authors, firstAuthor, lastAuthor, anyAuthor, organizations } = filter;
  const lists = [...authors, ...[firstAuthor, lastAuthor].filter((name) => name !== null)].map((name) =>
    archive.papersOf(name),
  );
  if (anyAuthor.length > 0) lists.push(anyAuthor.flatMap((name) => archive.papersOf(name)));
  if (organizations.length > 0) lists.push(organizations.flatMap((name) => archive.papersFrom(name)));
  const [shortest] = lists.sort((a, b) => a.length - b.length);
  return shortest === undefined ? null : new Set(shortest);
}

function closed(archive: Archive, { from, to }: DayRange): { from: Day; to: Day } {
  const { first, last } = archive.totals();
  return { from: from ?? first ?? '', to: to ?? last ?? '' };
}

type Fits = (paper: Paper, votes: DatedListing['votes']) => boolean;

/** A test whether a paper passes all conditions but the days. Looks each name up once, not in each paper's list. */
function fitting(archive: Archive, filter: Filter): Fits {
  const { minVotes, maxVotes, minAuthors, maxAuthors, title, code } = filter;
  const { firstAuthor, lastAuthor, organizations, notOrganizations } = filter;
  const idsBy = (names: readonly string[]) =>
    new Set(names.flatMap((name) => archive.papersOf(name)).map(({ id }) => id));
  const wanted = filter.authors.map((name) => idsBy([name]));
  if (filter.anyAuthor.length > 0) wanted.push(idsBy(filter.anyAuthor));
  const unwanted = idsBy(filter.notAuthors);
  const isTitled = title === null ? null : hasTitleWords(title);
  const isOfPlace = organizations.length > 0 || notOrganizations.length > 0;
  return (paper, votes) => {
    if (minVotes !== null && !(typeof votes === 'number' && votes >= minVotes)) return false;
    if (maxVotes !== null && !(typeof votes === 'number' && votes <= maxVotes)) return false;
    if (minAuthors !== null && authorsOf(paper) < minAuthors) return false;
    if (maxAuthors !== null && (paper.authors.cut || authorsOf(paper) > maxAuthors)) return false;
    if (!wanted.every((ids) => ids.has(paper.id)) || (unwanted.size > 0 && unwanted.has(paper.id)))
      return false;
    if (code !== null && ((paper.details?.code ?? null) !== null) !== code) return false;
    // A field of a paper is read only for a condition: of 10,000 papers each costs milliseconds.
    const organization = isOfPlace ? (paper.details?.organization ?? null) : null;
    if (organizations.length > 0 && (organization === null || !organizations.includes(organization)))
      return false;
    if (organization !== null && notOrganizations.includes(organization)) return false;
    if (firstAuthor !== null && endOf(paper, 0) !== firstAuthor) return false;
    if (lastAuthor !== null && endOf(paper, -1) !== lastAuthor) return false;
    return isTitled === null || isTitled(paper.title);
  };
}

/** The first (0) or last (-1) author; undefined if the order of the authors is unknown or some names are missing. */
export function endOf({ authors, details, listings }: Paper, place: 0 | -1): string | undefined {
  const isKnown = authors.ordered && !authors.cut && (details?.hiddenAuthors ?? 0) === 0;
  // `authors` has each name once, so the last author may come earlier in it.
  const listed = authors.byId ? undefined : listings.find((listing) => listing.authors.ordered);
  return isKnown ? (listed?.authors ?? authors).names.at(place) : undefined;
}

function onFirstDay(ranked: Ranked, period: DaysOf): Ranked {
  if (ranked.paper.listings.length === 1) return ranked;
  const isOn = isOnDays(period);
  const first = ranked.paper.listings.findLast(({ date }) => isOn(date));
  return { ...ranked, date: first?.date ?? ranked.date };
}

function compare(a: number | string | null, b: number | string | null, sign: 1 | -1): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -sign : sign;
}
