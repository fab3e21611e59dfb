import { setImmediate as pause } from 'node:timers/promises';
import { assemble } from '../archive/merge/assemble.ts';
import { mergeDay, type Parts } from '../archive/merge/merge.ts';
import { type Day, fetchedFrom, type Paper, type PaperId, type PaperRecord } from '../archive/paper.ts';
import { DOUBT_RULES, isSummaryDoubtful } from '../sources/doubt/doubt.ts';
import { byText } from '../text/order.ts';
import type { Database } from './database.ts';
import { listingOfRow, readRecord } from './listing-row.ts';
import type { ListingRow } from './schema.ts';

/** About 5 ms of work. */
const AT_ONCE = 10;

/**
 * Decides which of these summaries are doubtful, and stores that. Other work runs in between.
 *
 * @param transaction that changed the papers, so that nobody reads them with outdated verdicts
 */
export async function decide(transaction: Database, papers: Iterable<PaperId>): Promise<void> {
  // In one order, to avoid deadlocks.
  const ids = [...new Set(papers)].toSorted(byText);
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    await decideFew(transaction, ids.slice(from, from + AT_ONCE));
    await pause();
  }
}

/** Decides the papers without a verdict by the current rules. */
export async function decideRest(database: Database): Promise<void> {
  const rows = await database
    .selectFrom('listings')
    .leftJoin('verdicts', (join) =>
      join.onRef('verdicts.paper_id', '=', 'listings.paper_id').on('verdicts.rules', '=', DOUBT_RULES),
    )
    .select('listings.paper_id as id')
    .distinct()
    .where('verdicts.paper_id', 'is', null)
    .execute();
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const few = rows.slice(from, from + AT_ONCE).map(({ id }) => id);
    await database.transaction().execute((transaction) => decide(transaction, few));
  }
}

export async function readDoubtful(database: Database): Promise<Set<PaperId>> {
  const rows = await database.selectFrom('verdicts').select('paper_id').where('doubtful', '=', 1).execute();
  return new Set(rows.map(({ paper_id }) => paper_id));
}

async function decideFew(transaction: Database, ids: readonly PaperId[]): Promise<void> {
  // Locks the row: if two processes change a paper at once, the second decides by what the first wrote.
  await transaction
    .insertInto('verdicts')
    .values(ids.map((paper_id) => ({ paper_id, rules: DOUBT_RULES, doubtful: 0 })))
    .onConflict((conflict) => conflict.column('paper_id').doUpdateSet({ rules: DOUBT_RULES, doubtful: 0 }))
    .execute();
  const rows = await transaction.selectFrom('listings').selectAll().where('paper_id', 'in', ids).execute();
  const records = await transaction
    .selectFrom('paper_records')
    .selectAll()
    .where('paper_id', 'in', ids)
    .execute();
  const byPaper = new Map(records.map((row) => [row.paper_id, readRecord(row)]));
  const doubtful = [...Map.groupBy(rows, ({ paper_id }) => paper_id)]
    .map(([id, listings]) => paperOf(listings, byPaper.get(id) ?? null))
    .filter((paper) => paper !== null)
    .filter(isSummaryDoubtful)
    .map(({ id }) => id);
  if (doubtful.length === 0) return;
  await transaction.updateTable('verdicts').set({ doubtful: 1 }).where('paper_id', 'in', doubtful).execute();
}

/** As the archive builds it; null without rows. */
function paperOf(rows: readonly ListingRow[], record: PaperRecord | null): Paper | null {
  const days = new Map<Day, Parts>();
  for (const row of rows) {
    const { day, origin } = row;
    // Votes do not matter here, so neither does the time of a fetch.
    const fetched = origin === 'markdown' ? {} : { fetched: fetchedFrom(origin, 0, true) };
    const digest = { date: day, listings: [listingOfRow(row)], ...fetched };
    days.set(day, { ...days.get(day), [origin]: digest });
  }
  const [newest, ...others] = [...days]
    .toSorted(([one], [other]) => byText(other, one))
    .flatMap(([day, parts]) => mergeDay(day, parts).listings);
  return newest === undefined ? null : assemble([newest, ...others], { record });
}
