import type Sqlite from 'better-sqlite3';
import { isBusy } from './index-file.ts';
import { bytesOf, fromBytes, movedBy, paperOf } from './posting.ts';
import type { Segment } from './segment.ts';
import type { Spelling } from './spelling.ts';

/** Rows per slice: about 10 ms of work. */
const ROWS_AT_ONCE = 500;
/** Most blocks before they are joined: each is one more read per term. */
const BLOCKS_MAX = 16;
/** The file is tidied when at least this many numbers, and this share of all, belong to no paper. */
const DEAD_MIN = 200;
const DEAD_SHARE = 0.25;
/** Milliseconds after which unused reserved numbers are taken to be those of a killed process. */
const RESERVED_MAX = 3_600_000;

type Row = { readonly block: number; readonly postings: Buffer };

/**
 * Writes the file of the index in slices; each is a transaction that leaves it valid. Postings are written under reserved
 * numbers that get their papers last, so a killed process leaves no half-written paper.
 */
export class IndexWriter {
  readonly #database: Sqlite.Database;
  readonly #spelling: Spelling;
  /** Numbers of removed papers that the file does not know yet. */
  readonly #out = new Set<number>();
  /** Number of slices written. */
  slices = 0;

  constructor(database: Sqlite.Database, spelling: Spelling) {
    this.#database = database;
    this.#spelling = spelling;
  }

  /** Marks a number as belonging to no paper; `takeOut` writes it. */
  remove(number: number): void {
    this.#out.add(number);
  }

  *takeOut(): Generator<void> {
    if (this.#out.size === 0) return;
    const out = [...this.#out];
    yield* this.#turn(() => {
      const revision = this.#nextRevision();
      const take = this.#database.prepare(
        'update papers set id = null, hash = 0, revision = ? where number = ?',
      );
      for (const number of out) take.run(revision, number);
    });
    for (const number of out) this.#out.delete(number);
  }

  *write(segment: Segment): Generator<void> {
    const terms = [...segment.lists.keys()].sort();
    const papers = segment.ids.length;
    let from = 0;
    yield* this.#turn(() => {
      from = this.#value('select coalesce(max(number), -1) + 1 from papers');
      const reserve = this.#database.prepare('insert into papers values (?, null, ?, 0)');
      for (let number = from; number < from + papers; number++) reserve.run(number, Date.now());
    });
    const insert = this.#database.prepare('insert into postings values (?, ?, ?)');
    const known = this.#database.prepare('select 1 from postings where term = ? limit 1').pluck();
    for (let at = 0; at < terms.length; at += ROWS_AT_ONCE) {
      yield* this.#turn(() => {
        for (const term of terms.slice(at, at + ROWS_AT_ONCE)) {
          if (known.get(term) === undefined) this.#spelling.add(term);
          insert.run(term, from, bytesOf(movedBy(from, segment.lists.get(term) ?? [])));
        }
      });
    }
    yield* this.#turn(() => this.#publish(segment, from));
  }

  /** Joins the blocks of each term and drops dead postings, if there are enough of either. */
  *tidy(): Generator<void> {
    const gone = new Set(
      this.#database
        .prepare<[number], number>('select number from papers where id is null and hash < ?')
        .pluck()
        .all(Date.now() - RESERVED_MAX),
    );
    const isDue = gone.size > DEAD_MIN && gone.size > DEAD_SHARE * this.#value('select count(*) from papers');
    if (!isDue && this.#value(`select count(*) from postings where term = ''`) <= BLOCKS_MAX) return;
    for (let last: string | null = ''; last !== null; ) {
      const after: string = last;
      yield* this.#turn(() => {
        last = this.#tidyAfter(after, gone);
      });
    }
    yield* this.#turn(() => {
      this.#database.exec(`delete from postings where term = ''`);
      // The newest revision stays, so that none is given twice: another process would miss the second change.
      const forget = this.#database.prepare(
        'delete from papers where number = ? and id is null and revision < (select max(revision) from papers)',
      );
      for (const number of gone) forget.run(number);
    });
  }

  /** Assigns the papers to their new numbers in one transaction and frees their old numbers. */
  #publish(segment: Segment, from: number): void {
    const revision = this.#nextRevision();
    // The empty term counts the blocks.
    this.#database.prepare(`insert into postings values ('', ?, x'')`).run(from);
    const out = this.#database.prepare('update papers set id = null, hash = 0, revision = ? where id = ?');
    const give = this.#database.prepare('update papers set id = ?, hash = ?, revision = ? where number = ?');
    const waste = this.#database.prepare('update papers set hash = 0 where number = ?');
    segment.ids.forEach((id, place) => {
      if (id === null) waste.run(from + place);
      else {
        out.run(revision, id);
        give.run(id, segment.hashes[place], revision, from + place);
      }
    });
  }

  /** @returns the last term read, null at the end */
  #tidyAfter(after: string, gone: ReadonlySet<number>): string | null {
    const terms = this.#database
      .prepare<[string, number], string>(
        'select distinct term from postings where term > ? order by term limit ?',
      )
      .pluck()
      .all(after, ROWS_AT_ONCE);
    const read = this.#database.prepare<[string], Row>(
      'select block, postings from postings where term = ? order by block',
    );
    const remove = this.#database.prepare<[string]>('delete from postings where term = ?');
    const insert = this.#database.prepare<[string, number, Buffer]>('insert into postings values (?, ?, ?)');
    for (const term of terms) {
      const rows = read.all(term);
      const kept = joined(rows, gone);
      const [first] = rows;
      if (kept === null || first === undefined) continue;
      remove.run(term);
      if (kept.length > 0) insert.run(term, first.block, bytesOf(Uint32Array.from(kept)));
    }
    return terms.at(-1) ?? null;
  }

  /** Yields, then writes one slice; tries again while another process is writing. */
  *#turn(write: () => void): Generator<void> {
    const slice = this.#database.transaction(write);
    for (;;) {
      yield;
      try {
        slice.immediate();
        this.slices += 1;
        return;
      } catch (error) {
        if (!isBusy(error)) throw error;
      }
    }
  }

  #nextRevision(): number {
    return this.#value('select coalesce(max(revision), 0) + 1 from papers');
  }

  #value(sql: string): number {
    return Number(this.#database.prepare(sql).pluck().get());
  }
}

/** Postings of a term without those of dead numbers; null if nothing changes. */
function joined(rows: readonly Row[], gone: ReadonlySet<number>): readonly number[] | null {
  const before = rows.flatMap(({ postings }) => [...fromBytes(postings)]);
  const after = before.filter((posting) => !gone.has(paperOf(posting)));
  return rows.length === 1 && after.length === before.length ? null : after;
}
