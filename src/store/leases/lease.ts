import type { Day } from '../../archive/paper.ts';
import type { Database } from '../database.ts';

/** Work that one process at a time does, under a name. Times are milliseconds since 1970, UTC. */
export class Lease {
  readonly #database: Database;
  readonly #name: string;

  constructor(database: Database, name: string) {
    this.#database = database;
    this.#name = name;
  }

  /** @returns the day since which the work is done: `first` when it never was before */
  async since(first: Day): Promise<Day> {
    await this.#database
      .insertInto('feeds')
      .values({ name: this.#name, since: first, lease_owner: null, lease_until: null })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const row = this.#database.selectFrom('feeds').select('since').where('name', '=', this.#name);
    return (await row.executeTakeFirstOrThrow()).since;
  }

  /**
   * Takes the lease, or makes the one that is held longer. It ends by itself, so that a process that dies keeps nobody
   * from the work; a lease that ends later than any can is of a clock that went ahead, and counts for nothing.
   *
   * @returns false while another process has it, or where `since` was never asked
   */
  async take(owner: string, length: number, now: number): Promise<boolean> {
    const { numUpdatedRows } = await this.#database
      .updateTable('feeds')
      .set({ lease_owner: owner, lease_until: now + length })
      .where('name', '=', this.#name)
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
      .where('name', '=', this.#name)
      .where('lease_owner', '=', owner)
      .execute();
  }
}
