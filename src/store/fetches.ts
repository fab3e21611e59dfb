import type { Day } from '../archive/paper.ts';
import type { Fetch } from '../schedule/fetches.ts';
import type { Database } from './database.ts';

/** The name of the one source that is followed. */
const NAME = 'huggingface';

/** What was fetched when, and which process fetches. Times are milliseconds since 1970, UTC. */
export class Fetches {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns the day since which the source is followed: `first` when it never was before */
  async since(first: Day): Promise<Day> {
    await this.#database
      .insertInto('feeds')
      .values({ name: NAME, since: first, lease_owner: null, lease_until: null })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const row = this.#database.selectFrom('feeds').select('since').where('name', '=', NAME);
    return (await row.executeTakeFirstOrThrow()).since;
  }

  /**
   * Takes the lease, or makes the one that is held longer. It ends by itself, so that a process that dies keeps nobody
   * from fetching; a lease that ends later than any can is of a clock that went ahead, and counts for nothing.
   *
   * @returns false while another process has it, or where `since` was never asked
   */
  async lease(owner: string, length: number, now: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('feeds')
      .set({ lease_owner: owner, lease_until: now + length })
      .where('name', '=', NAME)
      .where(({ or, eb }) =>
        or([
          eb('lease_owner', 'is', null),
          eb('lease_owner', '=', owner),
          eb('lease_until', '<=', now),
          eb('lease_until', '>', now + length),
        ]),
      )
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Gives the lease back, where it is this owner's. */
  async release(owner: string): Promise<void> {
    await this.#database
      .updateTable('feeds')
      .set({ lease_owner: null, lease_until: null })
      .where('lease_owner', '=', owner)
      .execute();
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
