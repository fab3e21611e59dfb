import type { Day } from '../../archive/paper.ts';
import type { Database } from '../database.ts';

/** For work that only one process may do. Times are milliseconds since 1970. */
export class Lease {
  readonly #database: Database;
  readonly #name: string;

  constructor(database: Database, name: string) {
    this.#database = database;
    this.#name = name;
  }

  /** @returns the first day of the work; `first` if the lease is new */
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
   * Takes or renews the lease for `length` milliseconds. A lease that ends later than that is from a clock that was ahead,
   * and is ignored.
   *
   * @returns false while another process holds it, or if `since` was never called
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

  async release(owner: string): Promise<void> {
    await this.#database
      .updateTable('feeds')
      .set({ lease_owner: null, lease_until: null })
      .where('name', '=', this.#name)
      .where('lease_owner', '=', owner)
      .execute();
  }
}
