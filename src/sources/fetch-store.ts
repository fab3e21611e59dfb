import type { Day } from '../archive/paper.ts';
import type { Database } from '../store/database.ts';
import { Lease } from '../store/leases/lease.ts';
import type { Fetch } from './due-fetches.ts';

/** The name of the one source that is followed. */
const NAME = 'huggingface';

/** What was fetched when, and which process fetches. Times are milliseconds since 1970, UTC. */
export class Fetches {
  readonly lease: Lease;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.lease = new Lease(database, NAME);
  }

  /** @returns the last fetch of every day from `from` on that was fetched */
  async from(from: Day): Promise<Map<Day, Fetch>> {
    const rows = await this.#database.selectFrom('fetches').selectAll().where('day', '>=', from).execute();
    return new Map(rows.map(({ day, fetched_at, papers }) => [day, { at: fetched_at, papers }]));
  }

  /** Notes that a day was read to its end. */
  async note(day: Day, { at, papers }: Fetch): Promise<void> {
    const row = { fetched_at: at, papers };
    await this.#database
      .insertInto('fetches')
      .values({ day, ...row })
      .onConflict((conflict) => conflict.column('day').doUpdateSet(row))
      .execute();
  }
}
