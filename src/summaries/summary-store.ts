import { sql } from 'kysely';
import type { Day, Written } from '../archive/paper.ts';
import type { Database } from '../store/database.ts';
import { newId } from '../store/id.ts';
import { Lease } from '../store/leases/lease.ts';
import type { SummaryAttemptRow, SummaryRow } from '../store/schema.ts';
import type { Attempt } from './plan.ts';
import { HEADINGS, type Summary, type SummaryPoint } from './summary.ts';

/** The name of the lease. */
const NAME = 'summaries';

/** Keys in one statement; SQLite accepts at most 32,766 parameters. */
const KEYS_A_STATEMENT = 1_000;

/** Rows per query. */
const ROWS = 500;

/** An attempt as stored, with the reason if nothing was written. */
interface KeptAttempt extends Attempt {
  readonly reason: string | null;
}

/** A summary as stored, with the hash of the title and abstract it was written from. */
export interface KeptSummary extends Summary {
  readonly input: Written['input'];
}

/** A summary with its number. Numbers grow in the order of writing. */
interface NumberedWritten extends Written {
  readonly number: number;
}

/** The summaries that a language model wrote, and all attempts with their tokens. Times are milliseconds since 1970. */
export class Summaries {
  readonly lease: Lease;
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
    this.lease = new Lease(database, NAME);
  }

  /** Stores an attempt and its summary, both or neither. A summary is written once and never changed. */
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
          // Numbers have no gaps, so another process can find new summaries by their number.
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

  /** @returns the summaries with numbers greater than `number`, oldest first; with 0, all of them */
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

  /** @returns all attempts for these keys, and all attempts of today, in no particular order */
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
