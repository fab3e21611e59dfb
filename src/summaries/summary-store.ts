import { sql } from 'kysely';
import type { Day, Written } from '../archive/paper.ts';
import type { Database } from '../store/database.ts';
import { newId } from '../store/id.ts';
import { Lease } from '../store/leases/lease.ts';
import type { SummaryAttemptRow, SummaryRow } from '../store/schema.ts';
import type { Attempt } from './plan.ts';
import { HEADINGS, type Summary, type SummaryPoint } from './summary.ts';

/** SQLite allows 32,766 parameters. */
const KEYS_A_STATEMENT = 1_000;
const ROWS = 500;

/** `reason`: why nothing was written. */
interface KeptAttempt extends Attempt {
  readonly reason: string | null;
}

/** `input`: the hash of title and abstract. */
export interface KeptSummary extends Summary {
  readonly input: Written['input'];
}

/** Numbers grow in the order of writing. */
interface NumberedWritten extends Written {
  readonly number: number;
}

/** Summaries of a language model, and all attempts. Times are milliseconds since 1970. */
export class Summaries {
  readonly lease: Lease;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.lease = new Lease(database, 'summaries');
  }

  /** Stores an attempt and its summary. A summary never changes. */
  async note(attempt: KeptAttempt, summary: KeptSummary | null, now: number): Promise<void> {
    await this.#database.transaction().execute(async (transaction) => {
      await transaction
        .insertInto('summary_attempts')
        .values({ id: newId(now), ...writeAttempt(attempt) })
        .execute();
      if (summary === null) return;
      const { key, paperId, language, input, model, points } = summary;
      await transaction
        .insertInto('summaries')
        .values({
          // Without gaps, so that other processes find new summaries.
          number: sql<number>`(select coalesce(max(number), 0) + 1 from summaries)`,
          key,
          paper_id: paperId,
          language,
          input,
          model,
          points: JSON.stringify(points.map(({ point, text, evidence }) => ({ point, text, evidence }))),
          made_at: now,
        })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
    });
  }

  /** @returns the summaries with greater numbers, oldest first */
  async *after(number: number): AsyncGenerator<NumberedWritten> {
    for (let last = number; ; ) {
      const rows = await this.#database
        .selectFrom('summaries')
        .select(['number', 'paper_id', 'language', 'input', 'points'])
        .where('number', '>', last)
        .orderBy('number')
        .limit(ROWS)
        .execute();
      yield* rows.map(readWritten);
      last = rows.at(-1)?.number ?? last;
      if (rows.length < ROWS) return;
    }
  }

  /** @returns all attempts for these keys, and all of today, in any order */
  async attempts(keys: readonly string[], today: Day): Promise<Attempt[]> {
    const all = this.#database.selectFrom('summary_attempts').selectAll();
    const rows = await all.where('day', '=', today).execute();
    for (let from = 0; from < keys.length; from += KEYS_A_STATEMENT) {
      const some = keys.slice(from, from + KEYS_A_STATEMENT);
      rows.push(...(await all.where('key', 'in', some).where('day', '!=', today).execute()));
    }
    return rows.map(readAttempt);
  }
}

type WrittenRow = Pick<SummaryRow, 'number' | 'paper_id' | 'language' | 'input' | 'points'>;

function readWritten({ number, paper_id, language, input, points }: WrittenRow): NumberedWritten {
  const read: SummaryPoint[] = JSON.parse(points);
  const sections = read.map(({ point, text }) => ({ heading: HEADINGS[point], text }));
  return { number, paperId: paper_id, language, input, sections };
}

function writeAttempt({ key, day, outcome, reason, tokens }: KeptAttempt): Omit<SummaryAttemptRow, 'id'> {
  return { key, day, outcome, reason, tokens_in: tokens.in, tokens_out: tokens.out };
}

function readAttempt({ key, day, outcome, tokens_in, tokens_out }: SummaryAttemptRow): Attempt {
  return { key, day, outcome, tokens: { in: tokens_in, out: tokens_out } };
}
