import { createHash } from 'node:crypto';
import type { Day, Digest, Listing, Votes } from '../archive/paper.ts';
import type { Edition } from '../schedule/subscription.ts';
import type { Database } from './database.ts';
import type { ListingRow } from './schema.ts';

/** What putting a digest into the store did. */
export type Stored = 'new' | 'changed' | 'unchanged';

/** Parameters a statement may carry are limited (SQLite 32,766, PostgreSQL 65,535); a listing has 11. */
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
   * Puts a digest in, in one transaction: all of the day or nothing. The same digest twice changes nothing; a
   * changed one takes the place of the earlier.
   *
   * @param at the time noted with it
   */
  async put(digest: Digest, at: Date): Promise<Stored> {
    const hash = hashOf(digest);
    return this.#database.transaction().execute(async (transaction) => {
      const held = await transaction
        .selectFrom('digests')
        .select(['hash', 'listed_at'])
        .where('day', '=', digest.date)
        .executeTakeFirst();
      if (held?.hash === hash) return 'unchanged';
      const stored_at = at.toISOString();
      const listed_at = held?.listed_at ?? (digest.listings.length > 0 ? stored_at : null);
      const row = { hash, stored_at, listed_at };
      await transaction
        .insertInto('digests')
        .values({ day: digest.date, ...row })
        .onConflict((conflict) => conflict.column('day').doUpdateSet(row))
        .execute();
      await transaction.deleteFrom('listings').where('day', '=', digest.date).execute();
      const rows = digest.listings.map((listing, position) => writeRow(digest.date, position, listing));
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
    const rows = await this.#database.selectFrom('digests').select(['day', 'hash']).orderBy('day').execute();
    return new Map(rows.map(({ day, hash }) => [day, hash]));
  }

  /** @returns the newest digests that have a paper, newest day first */
  async editions(limit = EDITIONS): Promise<Edition[]> {
    const rows = await this.#database
      .selectFrom('digests')
      .select(['day', 'listed_at'])
      .where(({ exists, selectFrom }) =>
        exists(selectFrom('listings').select('position').whereRef('listings.day', '=', 'digests.day')),
      )
      .orderBy('day', 'desc')
      .limit(limit)
      .execute();
    return rows.flatMap(({ day, listed_at }) =>
      listed_at === null ? [] : [{ day, storedAt: Date.parse(listed_at) }],
    );
  }

  /** Every digest, oldest first, read a month at a time so that a large archive is never in memory as rows. */
  async *digests(): AsyncGenerator<Digest> {
    const days = [...(await this.hashes()).keys()];
    for (let from = 0; from < days.length; from += 30) {
      yield* await this.read(days.slice(from, from + 30));
    }
  }

  /** @returns the digests of these days, oldest first; a day that is not held is left out */
  async read(days: readonly Day[]): Promise<Digest[]> {
    if (days.length === 0) return [];
    const held = await this.#database
      .selectFrom('digests')
      .select('day')
      .where('day', 'in', days)
      .orderBy('day')
      .execute();
    const listings = new Map<Day, Listing[]>(held.map(({ day }) => [day, []]));
    const rows = await this.#database
      .selectFrom('listings')
      .selectAll()
      .where('day', 'in', days)
      .orderBy('day')
      .orderBy('position')
      .execute();
    for (const row of rows) listings.get(row.day)?.push(readRow(row));
    return [...listings].map(([date, list]) => ({ date, listings: list }));
  }
}

/** @returns a hash of all that a digest says: two digests have the same hash when they are equal */
function hashOf(digest: Digest): string {
  const rows = digest.listings.map((listing, position) =>
    Object.values(writeRow(digest.date, position, listing)),
  );
  return createHash('sha256').update(JSON.stringify(rows)).digest('base64url');
}

function writeRow(day: Day, position: number, listing: Listing): ListingRow {
  const { votes } = listing;
  const known = typeof votes === 'number';
  return {
    day,
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
  };
}

function readRow(row: ListingRow): Listing {
  const votes: Votes = row.votes ?? row.votes_unknown ?? 'missing';
  const names: string[] = JSON.parse(row.authors);
  const sections: [string | null, string][] = JSON.parse(row.sections);
  return {
    paperId: row.paper_id,
    title: row.title,
    votes,
    authors: { names, cut: row.authors_cut === 1 },
    media:
      row.media_kind === null || row.media_url === null ? null : { kind: row.media_kind, url: row.media_url },
    sections: sections.map(([heading, text]) => ({ heading, text })),
  };
}
