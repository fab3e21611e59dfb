import type { Database } from './database.ts';

/** How long a button whose invocation is kept in the store works, in milliseconds: 30 days. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;

/** Invocations too long for a `custom_id`, under the short keys that stand in their buttons. */
export class InvocationStore {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps each line under its key for 30 days from `now`, and lets go of what is past its time. */
  async keep(lines: ReadonlyMap<string, string>, now: Date): Promise<void> {
    if (lines.size === 0) return;
    const expires_at = new Date(now.getTime() + KEPT_FOR).toISOString();
    await this.#database.deleteFrom('kept_invocations').where('expires_at', '<', now.toISOString()).execute();
    await this.#database
      .insertInto('kept_invocations')
      .values([...lines].map(([key, line]) => ({ key, line, expires_at })))
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ expires_at }))
      .execute();
  }

  /** @returns the line kept under the key, or null when there is none or its time is over */
  async recall(key: string, now: Date): Promise<string | null> {
    const row = await this.#database
      .selectFrom('kept_invocations')
      .select('line')
      .where('key', '=', key)
      .where('expires_at', '>=', now.toISOString())
      .executeTakeFirst();
    return row?.line ?? null;
  }
}
