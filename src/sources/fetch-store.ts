import type { Fetchable } from '../archive/merge/origins.ts';
import type { Day } from '../archive/paper.ts';
import type { Database } from '../store/database.ts';
import { Lease } from '../store/leases/lease.ts';
import type { Fetch } from './due-fetches.ts';

/** What was fetched of each source when, and which process fetches. Times are milliseconds since 1970, UTC. */
export class Fetches {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Held by the one process that follows a source. */
  lease(source: Fetchable): Lease {
    return new Lease(this.#database, source);
  }

  /** @returns the last fetch of every day from `from` on that was fetched */
  async from(source: Fetchable, from: Day): Promise<Map<Day, Fetch>> {
    const rows = await this.#database
      .selectFrom('fetches')
      .selectAll()
      .where('source', '=', source)
      .where('day', '>=', from)
      .execute();
    return new Map(rows.map(({ day, fetched_at, papers }) => [day, { at: fetched_at, papers }]));
  }

  /** Notes that a source's list of a day was read to its end. */
  async note(source: Fetchable, day: Day, { at, papers }: Fetch): Promise<void> {
    const row = { fetched_at: at, papers };
    await this.#database
      .insertInto('fetches')
      .values({ source, day, ...row })
      .onConflict((conflict) => conflict.columns(['source', 'day']).doUpdateSet(row))
      .execute();
  }
}
