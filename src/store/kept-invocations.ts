import type { Database } from './database.ts';

/** How long such a button works, ms: 30 days. */
const KEPT_FOR = 30 * 24 * 60 * 60 * 1000;
/** Expired lines are deleted at most so often, ms: an hour. A delete takes as long as all else here. */
const TIDIED_EVERY = 60 * 60 * 1000;

/** Invocations that are too long for a `custom_id`, by the key in their buttons. */
export class InvocationStore {
  readonly #database: Database;
  /** When expired lines were last deleted. */
  #tidied = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Also deletes expired lines, now and then. */
  async keep(lines: ReadonlyMap<string, string>, now: Date): Promise<void> {
    if (lines.size === 0) return;
    const expires_at = new Date(now.getTime() + KEPT_FOR).toISOString();
    if (Math.abs(now.getTime() - this.#tidied) >= TIDIED_EVERY) {
      this.#tidied = now.getTime();
      await this.#database
        .deleteFrom('kept_invocations')
        .where('expires_at', '<', now.toISOString())
        .execute();
    }
    await this.#database
      .insertInto('kept_invocations')
      .values([...lines].map(([key, line]) => ({ key, line, expires_at })))
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ expires_at }))
      .execute();
  }

  /** @returns null if the key is unknown or expired */
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
