import { sql } from 'kysely';
import type { PaperId } from '../archive/paper.ts';
import type { Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { Text } from '../errors.ts';
import type { Database } from '../store/database.ts';
import { type PersonalData, SAVED_MAX, type SavedPapers } from './port.ts';

export class SavedPaperStore implements SavedPapers, PersonalData {
  readonly name = 'saved_papers';
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async of(person: Snowflake): Promise<readonly PaperId[]> {
    const rows = await this.#rows(person);
    return rows.map(({ paper_id }) => paper_id);
  }

  async save(person: Snowflake, paperId: PaperId, now: number): Promise<boolean> {
    return this.#database.transaction().execute(async (transaction) => {
      const { count, held } = await transaction
        .selectFrom('saved_papers')
        .select(({ fn }) => [
          fn.countAll<number>().as('count'),
          sql<number>`sum(case when paper_id = ${paperId} then 1 else 0 end)`.as('held'),
        ])
        .where('person_id', '=', person)
        .executeTakeFirstOrThrow();
      if (Number(held) > 0) return true;
      if (Number(count) >= SAVED_MAX) return false;
      await transaction
        .insertInto('saved_papers')
        .values({ person_id: person, paper_id: paperId, saved_at: now })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return true;
    });
  }

  async remove(person: Snowflake, paperId: PaperId): Promise<void> {
    await this.#database
      .deleteFrom('saved_papers')
      .where('person_id', '=', person)
      .where('paper_id', '=', paperId)
      .execute();
  }

  async shown(person: Snowflake): Promise<readonly Text[]> {
    const { length: count } = await this.#rows(person);
    return count === 0 ? [] : [{ key: 'privacy.saved', values: { count } }];
  }

  async exported(person: Snowflake): Promise<object | null> {
    const rows = await this.#rows(person);
    if (rows.length === 0) return null;
    return rows.map(({ paper_id: paper, saved_at }) => ({
      paper,
      saved_at: new Date(saved_at).toISOString(),
    }));
  }

  async forget(person: Snowflake): Promise<void> {
    await this.#database.deleteFrom('saved_papers').where('person_id', '=', person).execute();
  }

  #rows(person: Snowflake) {
    return this.#database
      .selectFrom('saved_papers')
      .select(['paper_id', 'saved_at'])
      .where('person_id', '=', person)
      .orderBy('saved_at', 'desc')
      .orderBy('paper_id')
      .execute();
  }
}
