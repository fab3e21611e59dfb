import { createHash } from 'node:crypto';
import { instantOf } from '../archive/merge/merge.ts';
import {
  type Day,
  type Details,
  type Digest,
  type Fetched,
  type Listing,
  type Origin,
  originOf,
  type Votes,
} from '../archive/paper.ts';
import type { Edition } from '../delivery/subscriptions/subscription.ts';
import type { Database } from './database.ts';
import type { DigestRow, ListingRow } from './schema.ts';

/** What putting a digest into the store did. */
export type Stored = 'new' | 'changed' | 'unchanged';

/** Parameters a statement may carry are limited (SQLite 32,766, PostgreSQL 65,535); a listing has 13. */
const LISTINGS_A_STATEMENT = 500;

/** Digests that could be posted now are at most a week old, however late some of them came. */
const EDITIONS = 60;

/** All that is kept of a paper's details, in this order whoever made them: equal ones have the same hash. */
const DETAILS = [
  'abstract',
  'keywords',
  'aiSummary',
  'organization',
  'code',
  'project',
  'hiddenAuthors',
  'stars',
  'votesAsOf',
  // Of `votesAsOf`, where the hour is not known.
  'day',
] satisfies (keyof Details | 'day')[];

/** The digests on disk. The archive in memory is read from here and asks nothing of it afterwards. */
export class ArchiveStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /**
   * Puts a digest in, beside that of the other origin, in one transaction: all of the day or nothing. The same digest
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
      await transaction.deleteFrom('listings').where('day', '=', day).where('origin', '=', origin).execute();
      const rows = listings.map((listing, position) => writeRow(day, origin, position, listing));
      for (let from = 0; from < rows.length; from += LISTINGS_A_STATEMENT) {
        await transaction
          .insertInto('listings')
          .values(rows.slice(from, from + LISTINGS_A_STATEMENT))
          .execute();
      }
      return held === undefined ? 'new' : 'changed';
    });
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
      .execute();
    for (const { day, fetched_at } of reads) {
      const hash = versions.get(day);
      if (hash !== undefined) versions.set(day, `${hash} ${fetched_at}`);
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

  /** @returns the digests of these days, of each origin, oldest first; a day that is not held is left out */
  async read(days: readonly Day[]): Promise<Digest[]> {
    if (days.length === 0) return [];
    const held = await this.#database
      .selectFrom('digests')
      // A list that had papers when it was read last has the votes of then, or they would have been put in.
      .leftJoin('fetches', (join) =>
        join.onRef('fetches.day', '=', 'digests.day').on('fetches.papers', '>', 0),
      )
      .select(['digests.day', 'origin', 'votes_at', 'votes_day', 'final', 'fetches.fetched_at as read_at'])
      .where('digests.day', 'in', days)
      .orderBy('digests.day')
      .orderBy('origin', 'desc')
      .execute();
    const listings = new Map<string, Listing[]>(held.map(({ day, origin }) => [`${day} ${origin}`, []]));
    const rows = await this.#database
      .selectFrom('listings')
      .selectAll()
      .where('day', 'in', days)
      .orderBy('day')
      .orderBy('position')
      .execute();
    for (const row of rows) listings.get(`${row.day} ${row.origin}`)?.push(readRow(row));
    return held.map((row) => readDigest(row, listings.get(`${row.day} ${row.origin}`) ?? []));
  }
}

/** @returns a hash of all that a digest says, but of when its votes were read: equal digests have the same */
function hashOf(digest: Digest): string {
  const { date, listings, fetched } = digest;
  const rows = listings.map((listing, position) => {
    const { origin: _, details, ...row } = writeRow(date, originOf(digest), position, listing);
    return [...Object.values(row), ...(details === null ? [] : [details])];
  });
  // Of Markdown the rows alone, as in stores from before there was anything else.
  const said = fetched === undefined ? rows : { final: fetched.final, rows };
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

/** A digest's row, and when its day's list was last read to its end. */
interface ReadRow extends Pick<DigestRow, 'day' | 'votes_at' | 'votes_day' | 'final'> {
  readonly read_at: number | null;
}

function readDigest(row: ReadRow, listings: readonly Listing[]): Digest {
  const digest = { date: row.day, listings };
  const stored = row.votes_day === null ? row.votes_at : { day: row.votes_day };
  if (stored === null) return digest;
  const at = row.read_at !== null && row.read_at > instantOf(stored) ? row.read_at : stored;
  return { ...digest, fetched: { at, final: row.final === 1 } };
}

function votesOf(fetched: Fetched | undefined): Pick<DigestRow, 'votes_at' | 'votes_day'> {
  if (fetched === undefined) return { votes_at: null, votes_day: null };
  const { at } = fetched;
  return typeof at === 'number' ? { votes_at: at, votes_day: null } : { votes_at: null, votes_day: at.day };
}

function writeRow(day: Day, origin: Origin, position: number, listing: Listing): ListingRow {
  const { votes, details } = listing;
  const known = typeof votes === 'number';
  return {
    day,
    origin,
    position,
    paper_id: listing.paperId,
    title: listing.title,
    votes: known ? votes : null,
    votes_unknown: known ? null : votes,
    authors: JSON.stringify(listing.authors.names),
    authors_cut: listing.authors.cut ? 1 : 0,
    media_kind: listing.media?.kind ?? null,
    media_url: listing.media?.url ?? null,
    sections: JSON.stringify(listing.sections.map(({ heading, text }) => [heading, text])),
    details: details === undefined ? null : JSON.stringify(details, DETAILS),
  };
}

function readRow(row: ListingRow): Listing {
  const votes: Votes = row.votes ?? row.votes_unknown ?? 'missing';
  const names: string[] = JSON.parse(row.authors);
  const sections: [string | null, string][] = JSON.parse(row.sections);
  const listing: Listing = {
    paperId: row.paper_id,
    title: row.title,
    votes,
    authors: { names, cut: row.authors_cut === 1 },
    media:
      row.media_kind === null || row.media_url === null ? null : { kind: row.media_kind, url: row.media_url },
    sections: sections.map(([heading, text]) => ({ heading, text })),
  };
  if (row.details === null) return listing;
  const details: Details = JSON.parse(row.details);
  return { ...listing, details };
}
