import { createHash } from 'node:crypto';
import { instantOf } from '../archive/merge/merge.ts';
import { ORIGINS } from '../archive/merge/origins.ts';
import {
  type Day,
  type Digest,
  type Fetched,
  fetchedFrom,
  type Listing,
  originOf,
  type PaperId,
} from '../archive/paper.ts';
import type { StoredDay } from '../delivery/rules/editions.ts';
import { byText } from '../text/order.ts';
import type { Database } from './database.ts';
import { listingOfRow, writeListing } from './listing-row.ts';
import type { DigestRow } from './schema.ts';
import type { TextFile } from './text-file.ts';
import { decide, decideRest, readDoubtful } from './verdicts.ts';

type Stored = 'new' | 'changed' | 'unchanged';

/** SQLite allows 32,766 parameters in a statement, PostgreSQL 65,535; a listing has 13. */
const LISTINGS_A_STATEMENT = 500;
/** Covers the months that can still be posted: the last two and this one. */
const FINAL_DAYS = 100;

/** The digests on disk. The archive is loaded from here and then answers from memory. */
export class ArchiveStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Stores a digest in place of one of the same day and origin, and which summaries are now doubtful, in one transaction.
   * An equal digest changes nothing, even if it was fetched later.
   */
  async put(digest: Digest, at: Date): Promise<Stored> {
    const hash = hashOf(digest);
    const { date: day, listings, fetched } = digest;
    const origin = originOf(digest);
    return this.#database.transaction().execute(async (transaction) => {
      const held = await transaction
        .selectFrom('digests')
        .select(['hash', 'listed_at'])
        .where('day', '=', day)
        .where('origin', '=', origin)
        .executeTakeFirst();
      if (held?.hash === hash) return 'unchanged';
      const stored_at = at.toISOString();
      const final = fetched?.final ?? true;
      const listed_at = held?.listed_at ?? (final && listings.length > 0 ? stored_at : null);
      const row = { hash, stored_at, listed_at, ...votesOf(fetched), final: final ? 1 : 0 };
      await transaction
        .insertInto('digests')
        .values({ day, origin, ...row })
        .onConflict((conflict) => conflict.columns(['day', 'origin']).doUpdateSet(row))
        .execute();
      const replaced = await transaction
        .deleteFrom('listings')
        .where('day', '=', day)
        .where('origin', '=', origin)
        .returning('paper_id')
        .execute();
      const rows = listings.map((listing, position) => writeListing(day, origin, position, listing));
      for (let from = 0; from < rows.length; from += LISTINGS_A_STATEMENT) {
        await transaction
          .insertInto('listings')
          .values(rows.slice(from, from + LISTINGS_A_STATEMENT))
          .execute();
      }
      const changed = [...replaced, ...rows].map(({ paper_id }) => paper_id);
      await decide(transaction, changed);
      return held === undefined ? 'new' : 'changed';
    });
  }

  /** Decides what an older version or older rules have not decided. */
  async decideRest(): Promise<void> {
    await decideRest(this.#database);
  }

  /** @returns the papers whose summary may describe another paper */
  doubtful(): Promise<ReadonlySet<PaperId>> {
    return readDoubtful(this.#database);
  }

  async countPapers(): Promise<number> {
    const { count } = await this.#database
      .selectFrom('listings')
      .select((all) => all.fn.count('paper_id').distinct().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  async isEmpty(): Promise<boolean> {
    const first = await this.#database.selectFrom('digests').select('day').limit(1).executeTakeFirst();
    return first === undefined;
  }

  /** @returns the content hash of each stored day */
  async hashes(): Promise<Map<Day, string>> {
    const rows = await this.#database
      .selectFrom('digests')
      .select(['day', 'hash'])
      .orderBy('day')
      .orderBy('origin')
      .execute();
    const hashes = new Map<Day, string>();
    for (const { day, hash } of rows) hashes.set(day, `${hashes.get(day) ?? ''} ${hash}`.trimStart());
    return hashes;
  }

  /** @returns a version of each day; it changes when the listings or the time of their votes change */
  async versions(): Promise<Map<Day, string>> {
    const versions = await this.hashes();
    const reads = await this.#database
      .selectFrom('fetches')
      .select(['day', 'fetched_at'])
      .where('papers', '>', 0)
      .orderBy('day')
      .orderBy('source')
      .execute();
    for (const { day, fetched_at } of reads) {
      const version = versions.get(day);
      if (version !== undefined) versions.set(day, `${version} ${fetched_at}`);
    }
    return versions;
  }

  /** @returns the days that can be posted, newest first: with a paper in a Markdown digest or in a final fetched one */
  async finalDays(limit = FINAL_DAYS): Promise<StoredDay[]> {
    const rows = await this.#database
      .selectFrom('digests')
      .select(({ fn }) => ['day', fn.min<string>('listed_at').as('since')])
      .where('final', '=', 1)
      .where('listed_at', 'is not', null)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('listings')
            .select('position')
            .whereRef('listings.day', '=', 'digests.day')
            .whereRef('listings.origin', '=', 'digests.origin'),
        ),
      )
      .groupBy('day')
      .orderBy('day', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ day, since }) => ({ day, storedAt: Date.parse(since) }));
  }

  /** @returns the days from `since` on whose list is not final yet, newest first */
  async openDays(since: Day): Promise<Day[]> {
    const rows = await this.#database
      .selectFrom('digests')
      .select('day')
      .where('day', '>=', since)
      .groupBy('day')
      .having(({ fn }) => fn.max('final'), '=', 0)
      .orderBy('day', 'desc')
      .execute();
    return rows.map(({ day }) => day);
  }

  /** All digests, oldest first. Reads 30 days at a time to save memory. @param texts as for `listingOfRow` */
  async *digests(texts?: TextFile): AsyncGenerator<Digest> {
    const days = [...(await this.hashes()).keys()];
    for (let from = 0; from < days.length; from += 30) {
      yield* await this.read(days.slice(from, from + 30), texts);
    }
  }

  /** @returns the digests of these days, oldest first; within a day, Markdown first */
  async read(days: readonly Day[], texts?: TextFile): Promise<Digest[]> {
    if (days.length === 0) return [];
    const held = await this.#database
      .selectFrom('digests')
      // A later fetch that changed nothing confirmed the stored votes.
      .leftJoin('fetches', (join) =>
        join
          .onRef('fetches.day', '=', 'digests.day')
          .onRef('fetches.source', '=', 'digests.origin')
          .on('fetches.papers', '>', 0),
      )
      .select(['digests.day', 'origin', 'votes_at', 'votes_day', 'final', 'fetches.fetched_at as read_at'])
      .where('digests.day', 'in', days)
      .orderBy('digests.day')
      .execute();
    held.sort((a, b) => byText(a.day, b.day) || ORIGINS.indexOf(b.origin) - ORIGINS.indexOf(a.origin));
    const listings = new Map<string, Listing[]>(held.map(({ day, origin }) => [`${day} ${origin}`, []]));
    const rows = await this.#database
      .selectFrom('listings')
      .selectAll()
      .where('day', 'in', days)
      .orderBy('day')
      .orderBy('position')
      .execute();
    for (const row of rows) listings.get(`${row.day} ${row.origin}`)?.push(listingOfRow(row, texts));
    return held.map((row) => readDigest(row, listings.get(`${row.day} ${row.origin}`) ?? []));
  }
}

function hashOf(digest: Digest): string {
  const { date, listings, fetched } = digest;
  const rows = listings.map((listing, position) => {
    const { origin: _, details, ...row } = writeListing(date, originOf(digest), position, listing);
    return [...Object.values(row), ...(details === null ? [] : [details])];
  });
  // For Markdown only the rows, as in stores from before fetched digests.
  const content = fetched === undefined ? rows : { final: fetched.final, rows };
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url');
}

/** With the time of the day's last complete fetch. */
interface ReadRow extends Pick<DigestRow, 'day' | 'origin' | 'votes_at' | 'votes_day' | 'final'> {
  readonly read_at: number | null;
}

function readDigest(row: ReadRow, listings: readonly Listing[]): Digest {
  const digest = { date: row.day, listings };
  const stored = row.votes_day === null ? row.votes_at : { day: row.votes_day };
  if (row.origin === 'markdown' || stored === null) return digest;
  const at = row.read_at !== null && row.read_at > instantOf(stored) ? row.read_at : stored;
  return { ...digest, fetched: fetchedFrom(row.origin, at, row.final === 1) };
}

function votesOf(fetched: Fetched | undefined): Pick<DigestRow, 'votes_at' | 'votes_day'> {
  if (fetched === undefined) return { votes_at: null, votes_day: null };
  const { at } = fetched;
  return typeof at === 'number' ? { votes_at: at, votes_day: null } : { votes_at: null, votes_day: at.day };
}
