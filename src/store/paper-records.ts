import { sql } from 'kysely';
import { keepHeld, type Unread } from '../archive/merge/held.ts';
import type { Fetchable } from '../archive/merge/origins.ts';
import type { Listing, PaperId, PaperRecord } from '../archive/paper.ts';
import type { Database } from './database.ts';
import { Lease } from './leases/lease.ts';
import { readRecord, writeListingJson } from './listing-row.ts';
import type { TextFile } from './text-file.ts';
import { decide } from './verdicts.ts';

const ROWS = 500;

/** `number`: place in the order of changes. */
export interface NumberedRecord extends PaperRecord {
  readonly number: number;
}

export interface RecordAnswer {
  readonly listing: Listing;
  readonly unread?: Unread;
}

/** Sources' answers about single papers. Times are milliseconds since 1970. */
export class PaperRecords {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** For the one process that asks a source for single papers. */
  lease(source: Fetchable): Lease {
    return new Lease(this.#database, `${source} papers`);
  }

  async reads(source: Fetchable): Promise<Map<PaperId, number>> {
    const rows = await this.#database
      .selectFrom('paper_records')
      .select(['paper_id', 'read_at'])
      .where('source', '=', source)
      .execute();
    return new Map(rows.map(({ paper_id, read_at }) => [paper_id, read_at]));
  }

  /**
   * Stores an answer, and whether the paper's summary is now doubtful, in one transaction. Unreadable fields keep their
   * stored values; if the source no longer knows the paper, the stored answer stays.
   *
   * @param answer null if the source does not know the paper
   * @returns whether the stored answer changed
   */
  async note(source: Fetchable, paperId: PaperId, answer: RecordAnswer | null, at: number): Promise<boolean> {
    return this.#database.transaction().execute(async (transaction) => {
      const held = await transaction
        .selectFrom('paper_records')
        .select('listing')
        .where('paper_id', '=', paperId)
        .executeTakeFirst();
      const before = held?.listing ?? null;
      const listing = answer === null ? before : writeListingJson(complete(answer, before));
      const isNew = listing !== before;
      const row = { source, read_at: at, ...(answer !== null && { told_at: at }), listing };
      // Grows with each change, so that other processes read only what is new.
      const number = sql<number>`(select coalesce(max(number), 0) + 1 from paper_records)`;
      const change = isNew ? { ...row, number } : row;
      await transaction
        .insertInto('paper_records')
        .values({ paper_id: paperId, ...change })
        .onConflict((conflict) => conflict.column('paper_id').doUpdateSet(change))
        .execute();
      if (isNew) await decide(transaction, [paperId]);
      return isNew;
    });
  }

  /** @returns the records that changed after `number`, oldest change first @param texts as for `listingOfRow` */
  async *after(number: number, texts?: TextFile): AsyncGenerator<NumberedRecord> {
    for (let last = number; ; ) {
      const rows = await this.#database
        .selectFrom('paper_records')
        .selectAll()
        .where('number', '>', last)
        .orderBy('number')
        .limit(ROWS)
        .execute();
      for (const row of rows) {
        const record = readRecord(row, texts);
        last = row.number ?? last;
        if (record !== null) yield { ...record, number: last };
      }
      if (rows.length < ROWS) return;
    }
  }
}

/** Takes unreadable fields from the stored answer. */
function complete({ listing, unread }: RecordAnswer, before: string | null): Listing {
  if (before === null) return listing;
  const held = { date: '', listings: [JSON.parse(before)] };
  return keepHeld({ date: '', listings: [listing] }, unread, held).digest.listings[0] ?? listing;
}
