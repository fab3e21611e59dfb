import type { Pause, Shelf } from '../sliced.ts';
import { DayList } from '../text/day-list.ts';
import { byText } from '../text/order.ts';
import { type AuthorCount, AuthorIndex, type AuthorMatches } from './authors/authors.ts';
import { assemble, authorNamesOf, listingIn, listingOf } from './merge/assemble.ts';
import { mergeDay, type Parts, sharingTexts } from './merge/merge.ts';
import { ORIGINS } from './merge/origins.ts';
import { type OrganizationCount, OrganizationIndex, type OrganizationMatches } from './organizations.ts';
import {
  type DatedDigest,
  type DatedListing,
  type Day,
  type Digest,
  originOf,
  type Paper,
  type PaperId,
  type PaperRecord,
  type Written,
} from './paper.ts';
import { type Ranked, type RankedListing, rankByDay, rankByVotes } from './ranking.ts';

export type { AuthorCount, AuthorMatches } from './authors/authors.ts';
export type { Ranked } from './ranking.ts';

/** Cached rankings: enough for the periods that people ask for on one day in two time zones. */
const PERIODS_KEPT = 8;
/** For more days it is faster to look at all papers in order than at those of the days. */
const MANY_DAYS = 31;

export interface Totals {
  /** Days with at least one paper. */
  readonly digests: number;
  readonly papers: number;
  readonly listings: number;
  /** Distinct spellings of author names. */
  readonly authors: number;
  /** Sum of the known votes over all listings. */
  readonly votes: number;
  readonly first: Day | null;
  readonly last: Day | null;
}

/**
 * All digests and papers, in memory, with look-ups by fact: day, id, author, organization. Adding a digest costs only the
 * work for that digest; values over the whole archive are computed when first read.
 */
export class Archive {
  readonly #parts = new Map<Day, Parts>();
  readonly #digests = new Map<Day, DatedDigest>();
  /** Days with at least one paper. */
  readonly #days = new DayList();
  readonly #papers = new Map<PaperId, Paper>();
  readonly #authors = new AuthorIndex();
  /** Computed when first read, dropped when a digest is added. */
  #organizations: OrganizationIndex | null = null;
  /** Summaries that a model wrote of each paper, in the order of writing. */
  readonly #written = new Map<PaperId, readonly Written[]>();
  /** Papers whose summary may describe another paper, including papers not in the archive. */
  #doubtful: ReadonlySet<PaperId> = new Set();
  /** Sources' answers to requests by id, also for papers not in the archive. */
  readonly #records = new Map<PaperId, PaperRecord>();
  #listings = 0;
  #votes = 0;
  #version = 0;
  /** Rankings since the last digest was added, by period (`from to`), the one asked for last at the end. */
  readonly #tops = new Map<string, readonly Ranked[]>();
  /** The ranking of all papers, if it has been computed since, and the papers that were listed more than once. */
  #whole: readonly Ranked[] | null = null;
  #relisted: ReadonlySet<Ranked> = new Set();

  static of(digests: Iterable<Digest>): Archive {
    const archive = new Archive();
    for (const digest of digests) archive.put(digest);
    return archive;
  }

  /**
   * Adds a digest or replaces the one of the same day and origin, and merges the day again.
   *
   * @returns the papers that may have changed, including removed ones
   */
  put(digest: Digest): readonly PaperId[] {
    this.#version += 1;
    const { date } = digest;
    const held = this.#parts.get(date);
    const origin = originOf(digest);
    const beside = ORIGINS.filter((one) => one !== origin).flatMap((one) => held?.[one] ?? []);
    const parts = { ...held, [origin]: beside.reduce(sharingTexts, digest) };
    const day = mergeDay(date, parts);
    // The listings of one origin alone are those of the day: they are in memory once.
    this.#parts.set(date, beside.length > 0 ? parts : { [origin]: { ...digest, listings: day.listings } });
    const replaced = this.#digests.get(date);
    if (replaced !== undefined) this.#count(replaced, -1);
    this.#count(day, 1);
    this.#digests.set(date, day);
    if (day.listings.length > 0) this.#days.add(date);
    else this.#days.remove(date);

    const fresh = new Map<PaperId, DatedListing[]>();
    for (const { paperId } of replaced?.listings ?? []) fresh.set(paperId, []);
    for (const listing of day.listings) {
      // If a day lists a paper twice, the lower listing was added later, so it goes first.
      fresh.set(listing.paperId, [listing, ...(fresh.get(listing.paperId) ?? [])]);
    }
    for (const [id, listings] of fresh) this.#relist(id, date, listings);
    this.#clearTops();
    this.#organizations = null;
    return [...fresh.keys()];
  }

  /**
   * Adds a summary that a model wrote. The paper shows it as long as its title and abstract are the ones it was written
   * from.
   *
   * @returns the paper with it; undefined if the archive does not have the paper
   */
  write(written: Written): Paper | undefined {
    const { paperId, language, input } = written;
    const others = (this.#written.get(paperId) ?? []).filter(
      (one) => one.language !== language || one.input !== input,
    );
    const all = [...others, written];
    this.#written.set(paperId, all);
    const held = this.#papers.get(paperId);
    if (held === undefined) return undefined;
    return this.#assemble(held.listings);
  }

  /**
   * Adds a source's answer to a request for a paper by id.
   *
   * @returns the paper with it; undefined if the archive does not have the paper
   */
  record(record: PaperRecord): Paper | undefined {
    const { paperId } = record.listing;
    this.#records.set(paperId, record);
    const held = this.#papers.get(paperId);
    if (held === undefined) return undefined;
    this.#version += 1;
    this.#organizations = null;
    const paper = this.#assemble(held.listings);
    this.#nameAuthors(paper, authorNamesOf(held));
    return paper;
  }

  /**
   * Replaces the set of papers whose summary may describe another paper.
   *
   * @returns the papers in the archive that this changed
   */
  judge(doubtful: ReadonlySet<PaperId>): readonly Paper[] {
    const changed = doubtful.symmetricDifference(this.#doubtful);
    this.#doubtful = doubtful;
    return [...changed].flatMap((id) => {
      const held = this.#papers.get(id);
      return held === undefined ? [] : this.#assemble(held.listings);
    });
  }

  /** Grows with each digest or record; a value computed at another version may be out of date. */
  get version(): number {
    return this.#version;
  }

  totals(): Totals {
    const days = this.days();
    const authors = this.#authors;
    return {
      digests: days.length,
      papers: this.#papers.size,
      listings: this.#listings,
      get authors() {
        return authors.size;
      },
      votes: this.#votes,
      first: days[0] ?? null,
      last: days.at(-1) ?? null,
    };
  }

  /** Days with at least one paper, ascending. */
  days(): readonly Day[] {
    return this.#days.all();
  }

  /** A day, merged from its origins. */
  digest(day: Day): DatedDigest | undefined {
    return this.#digests.get(day);
  }

  /** The newest day with papers; with `at`, the newest on or before that day. */
  latest(at?: Day): Day | null {
    return this.#days.latest(at);
  }

  /** The newest day with papers whose list is final. */
  latestFinal(): Day | null {
    return this.#days.all().findLast((day) => this.#digests.get(day)?.isFinal) ?? null;
  }

  /** The last day with papers before `day`; `day` need not have papers. */
  earlier(day: Day): Day | null {
    return this.#days.earlier(day);
  }

  /** The first day with papers after `day`; `day` need not have papers. */
  later(day: Day): Day | null {
    return this.#days.later(day);
  }

  /** A day's papers, each once, most votes first; ties by id, unknown votes last. */
  ranked(day: Day): readonly Ranked[] {
    return rankByVotes(this.#standings(day, day));
  }

  /**
   * The papers of a period, both days included, most votes first; ties by id, unknown votes last. Each comes once,
   * represented by its newest listing with known votes in the period, else by its newest there.
   */
  top(from: Day, to: Day): readonly Ranked[] {
    const { first, last } = this.totals();
    if (first !== null && last !== null && from <= first && to >= last) {
      if (this.#whole !== null) return this.#whole;
      this.#whole = rankByVotes(this.#standings(first, last));
      this.#relisted = new Set(this.#whole.filter(({ paper }) => paper.listings.length > 1));
      return this.#whole;
    }
    const period = `${from} ${to}`;
    const top = this.#tops.get(period) ?? rankByVotes(this.#standings(from, to));
    this.#tops.delete(period);
    this.#tops.set(period, top);
    const [oldest] = this.#tops.keys();
    if (oldest !== undefined && this.#tops.size > PERIODS_KEPT) this.#tops.delete(oldest);
    return top;
  }

  paper(id: PaperId): Paper | undefined {
    return this.#papers.get(id);
  }

  papers(): Iterable<Paper> {
    return this.#papers.values();
  }

  /** Whether a paper lists an author under exactly this spelling. */
  hasAuthor(name: string): boolean {
    return this.#authors.papersBy(name).length > 0;
  }

  /** The papers that list an author under exactly this spelling: newest first, then most votes, then id. */
  papersBy(name: string): readonly Ranked[] {
    return rankByDay(this.papersOf(name).map((paper) => ({ paper, listing: listingOf(paper) })));
  }

  /** The papers that list an author under exactly this spelling, in no order. */
  papersOf(name: string): readonly Paper[] {
    return this.#authors.papersBy(name).flatMap((id) => this.#papers.get(id) ?? []);
  }

  /** Organizations that submitted papers, most papers first. Only Hugging Face names them. */
  organizations(): readonly OrganizationCount[] {
    return this.#organizationsNow().all;
  }

  /** The papers that an organization of exactly this name submitted, in no order. */
  papersFrom(organization: string): readonly Paper[] {
    return this.#organizationsNow().papersOf(organization);
  }

  /** Organizations that a typed name may mean. @see OrganizationIndex.find */
  findOrganizations(name: string): OrganizationMatches {
    return this.#organizationsNow().find(name);
  }

  /** Organizations for a name that is still being typed. */
  suggestOrganizations(typed: string, limit: number): readonly OrganizationCount[] {
    return this.#organizationsNow().suggest(typed, limit);
  }

  /** Calls back with each author and the ids of all papers by them. */
  eachAuthor(take: (name: string, papers: readonly PaperId[]) => void): void {
    this.#authors.each(take);
  }

  /**
   * The co-authors of an author; `papers` counts the shared papers.
   *
   * @param name the exact spelling
   * @returns most shared papers first, ties by name
   */
  coAuthors(name: string, limit: number): readonly AuthorCount[] {
    const shared = new Map<string, number>();
    for (const paper of this.papersOf(name)) {
      for (const other of authorNamesOf(paper)) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    shared.delete(name);
    return [...shared]
      .map(([other, papers]) => ({ name: other, papers }))
      .sort((a, b) => b.papers - a.papers || byText(a.name, b.name))
      .slice(0, limit);
  }

  /** Authors for a name that is still being typed. @see AuthorIndex.suggest */
  suggestAuthors(typed: string, limit: number): readonly AuthorCount[] {
    return this.#authors.suggest(typed, limit);
  }

  /** Authors that a typed name may mean. @see AuthorIndex.find */
  findAuthors(name: string): AuthorMatches {
    return this.#authors.find(name);
  }

  /** From now on keeps the author search up to date in the background, with `pause` between two slices of work. */
  keepBy(pause: Pause, shelf: Shelf, begun: Promise<unknown> | null = null): void {
    this.#authors.keepBy(pause, shelf, begun);
  }

  /** Whether the author search has been computed. */
  get isReady(): boolean {
    return this.#authors.isReady;
  }

  /** Resolves once the author search has been computed, so that finding authors does not have to wait. */
  get ready(): Promise<void> {
    return this.#authors.ready();
  }

  /** Resolves when the author search covers everything that was added. */
  async made(): Promise<void> {
    await this.#authors.made();
  }

  /** Replaces a paper's listings of one day; removes the paper if it has none left. */
  #relist(id: PaperId, day: Day, listings: readonly DatedListing[]): void {
    const old = this.#papers.get(id);
    const names = old === undefined ? [] : authorNamesOf(old);
    const others = (old?.listings ?? []).filter(({ date }) => date !== day);
    const [newest, ...rest] = [...listings, ...others].sort((a, b) => byText(b.date, a.date));
    if (newest === undefined) {
      this.#papers.delete(id);
      this.#authors.remove(id, names);
      return;
    }
    this.#nameAuthors(this.#assemble([newest, ...rest]), names);
  }

  /** Updates the author index. @param before the paper's author names until now */
  #nameAuthors(paper: Paper, before: readonly string[]): void {
    // Skip the work if only votes changed.
    if (isSame(before, authorNamesOf(paper))) return;
    this.#authors.remove(paper.id, before);
    this.#authors.add(paper.id, authorNamesOf(paper));
  }

  #assemble(listings: Paper['listings']): Paper {
    const [{ paperId: id }] = listings;
    const paper = assemble(listings, {
      written: this.#written.get(id),
      doubtful: this.#doubtful.has(id),
      record: this.#records.get(id) ?? null,
    });
    this.#papers.set(id, paper);
    this.#clearTops();
    return paper;
  }

  #clearTops(): void {
    this.#tops.clear();
    this.#whole = null;
  }

  #organizationsNow(): OrganizationIndex {
    this.#organizations ??= new OrganizationIndex(this.#papers.values());
    return this.#organizations;
  }

  #count(digest: Digest, sign: 1 | -1): void {
    this.#listings += sign * digest.listings.length;
    for (const { votes } of digest.listings) if (typeof votes === 'number') this.#votes += sign * votes;
  }

  /** The papers of a period, each once, in no particular order. */
  #standings(from: Day, to: Day): readonly RankedListing[] {
    const standings: RankedListing[] = [];
    const add = (paper: Paper | undefined): void => {
      const listing = paper && listingIn(paper, from, to);
      if (paper && listing) standings.push({ paper, listing });
    };
    const days = this.#days.between(from, to);
    if (this.#whole !== null && days.length > MANY_DAYS) {
      // Almost in order already, so that sorting takes no time; to read a listing of each paper would take most of it.
      for (const ranked of this.#whole) {
        if (this.#relisted.has(ranked)) add(ranked.paper);
        else if (ranked.date >= from && ranked.date <= to)
          standings.push({ paper: ranked.paper, listing: ranked });
      }
      return standings;
    }
    const ids = new Set<PaperId>();
    for (const day of days) {
      for (const { paperId } of this.#digests.get(day)?.listings ?? []) ids.add(paperId);
    }
    for (const id of ids) add(this.#papers.get(id));
    return standings;
  }
}

function isSame(names: readonly string[], others: readonly string[]): boolean {
  return names.length === others.length && names.every((name, place) => name === others[place]);
}
