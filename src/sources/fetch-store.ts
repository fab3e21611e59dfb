import type { Fetchable } from '../archive/merge/origins.ts';
import type { Day } from '../archive/paper.ts';
import type { Database } from '../store/database.ts';
import { Lease } from '../store/leases/lease.ts';
import type { Fetch } from './due-fetches.ts';

/** When each day was last fetched. Times are milliseconds since 1970. */
export class Fetches {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** For the one process that follows a source. */
  lease(source: Fetchable): Lease {
    return new Lease(this.#database, source);
  }

  /** @returns the last fetch of each day since `from` */
  async from(source: Fetchable, from: Day): Promise<Map<Day, Fetch>> {
    const rows = await this.#database
      .selectFrom('fetches')
      .selectAll()
      .where('source', '=', source)
      .where('day', '>=', from)
      .execute();
    return new Map(rows.map(({ day, fetched_at, papers }) => [day, { at: fetched_at, papers }]));
  }

  async note(source: Fetchable, day: Day, { at, papers }: Fetch): Promise<void> {
    const row = { fetched_at: at, papers };
    await this.#database
      .insertInto('fetches')
      .values({ source, day, ...row })
      .onConflict((conflict) => conflict.columns(['source', 'day']).doUpdateSet(row))
      .execute();
  }
}
