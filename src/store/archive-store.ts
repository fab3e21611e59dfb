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
import type { Edition } from '../delivery/subscriptions/subscription.ts';
import { byText } from '../text/order.ts';
import type { Database } from './database.ts';
import { listingOfRow, writeListing } from './listing-row.ts';
import type { DigestRow } from './schema.ts';
import { decide, decideRest, readDoubtful } from './verdicts.ts';

/** What putting a digest into the store did. */
type Stored = 'new' | 'changed' | 'unchanged';

/** Parameters a statement may carry are limited (SQLite 32,766, PostgreSQL 65,535); a listing has 13. */
const LISTINGS_A_STATEMENT = 500;

/** Digests that could be posted now are at most a week old, however late some of them came. */
const EDITIONS = 60;

/** The digests on disk. The archive in memory is read from here and asks nothing of it afterwards. */
export class ArchiveStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Puts a digest in, beside those of other origins, in one transaction: all of the day, and which summaries are doubtful by it, or nothing. The same digest
   * twice changes nothing, also where it was fetched again later; a changed one takes the place of the earlier.
   *
   * @param at the time noted with it
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
      await decide(
        transaction,
        [...replaced, ...rows].map(({ paper_id }) => paper_id),
      );
      return held === undefined ? 'new' : 'changed';
    });
  }

  /** Decides which summaries are doubtful in a store of a version that did not keep that. */
  async decideRest(): Promise<void> {
    await decideRest(this.#database);
  }

  /** @returns the papers whose summary may describe another one */
  doubtful(): Promise<ReadonlySet<PaperId>> {
    return readDoubtful(this.#database);
  }

  /** How many papers are listed on any day. */
  async countPapers(): Promise<number> {
    const { count } = await this.#database
      .selectFrom('listings')
      .select((all) => all.fn.count('paper_id').distinct().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  /** @returns whether no digest is held at all */
  async isEmpty(): Promise<boolean> {
    return (
      (await this.#database.selectFrom('digests').select('day').limit(1).executeTakeFirst()) === undefined
    );
  }

  /** @returns the content hash of every day held: comparing two of these tells what changed meanwhile */
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

  /**
   * @returns what tells that a day is to be read anew: its content, or when its votes were last found to be those held
   */
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

  /**
   * @returns the newest days that can be posted, newest first: those with a paper in a Markdown digest, or in a
   *   fetched one that is final
   */
  async editions(limit = EDITIONS): Promise<Edition[]> {
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

  /** Every digest, those of one day together, oldest first, read a month at a time so that a large archive is never in memory as rows. */
  async *digests(): AsyncGenerator<Digest> {
    const days = [...(await this.hashes()).keys()];
    for (let from = 0; from < days.length; from += 30) {
      yield* await this.read(days.slice(from, from + 30));
    }
  }

  /** @returns the digests of these days, oldest first, those of a day with Markdown first; a day that is not held is left out */
  async read(days: readonly Day[]): Promise<Digest[]> {
    if (days.length === 0) return [];
    const held = await this.#database
      .selectFrom('digests')
      // A list that had papers when it was read last has the votes of then, or they would have been put in.
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
    for (const row of rows) listings.get(`${row.day} ${row.origin}`)?.push(listingOfRow(row));
    return held.map((row) => readDigest(row, listings.get(`${row.day} ${row.origin}`) ?? []));
  }
}

/** @returns a hash of all that a digest says, but of when its votes were read: equal digests have the same */
function hashOf(digest: Digest): string {
  const { date, listings, fetched } = digest;
  const rows = listings.map((listing, position) => {
    const { origin: _, details, ...row } = writeListing(date, originOf(digest), position, listing);
    return [...Object.values(row), ...(details === null ? [] : [details])];
  });
  // Of Markdown the rows alone, as in stores from before there was anything else.
  const said = fetched === undefined ? rows : { final: fetched.final, rows };
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

/** A digest's row, and when its day's list was last read to its end. */
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
