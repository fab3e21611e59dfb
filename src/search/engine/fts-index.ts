import Sqlite from 'better-sqlite3';
import type { PaperId } from '../../archive/paper.ts';
import { isSign } from '../../text/lexicon/concepts.ts';
import { type Document, FIELDS } from '../document.ts';
import { BOOST } from './bm25.ts';
import type { Candidate, TermIndex } from './term-index.ts';
import { Vocabulary } from './vocabulary.ts';

/** The rarest terms of a query decide; looking up more of them takes longer and finds the same. */
const TERMS_MAX = 16;
/** A term of more papers than this share says nothing, where there are others. */
const COMMON = 0.12;
/** How many times as many rows are read at last as papers are wanted, where a filter lets few of the first through. */
const SPARE = [1, 8] as const;
/** Cached counts of papers, then they are counted anew. */
const COUNTS_MAX = 100_000;

interface Row {
  readonly number: number;
  readonly score: number;
}

interface Wanted extends Row {
  readonly id: PaperId;
}

/**
 * The index for more papers than memory should hold: SQLite's FTS5, fed with the same terms, in a temporary file that
 * SQLite takes away itself. It is made anew at every start, in the background as the one in memory.
 *
 * @see https://www.sqlite.org/fts5.html
 */
export class FtsIndex implements TermIndex {
  readonly #database = new Sqlite('');
  readonly #numbers = new Map<PaperId, number>();
  readonly #ids = new Map<number, PaperId>();
  readonly #latin = new Set<string>();
  readonly #counts = new Map<string, number>();
  #vocabulary: Vocabulary | null = null;
  #next = 1;
  #reading: Sqlite.Statement<[number], { terms: string }> | null = null;

  constructor() {
    const columns = FIELDS.join(', ');
    // Nothing in it outlives the process, so nothing is waited for on the disk.
    this.#database.exec(`
      pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -65536;
      create virtual table papers using fts5(${columns},
        tokenize = "unicode61 remove_diacritics 0 tokenchars '=·'");
      create virtual table counts using fts5vocab(papers, row);
    `);
  }

  get size(): number {
    return this.#numbers.size;
  }

  add(document: Document): void {
    if (!this.#database.inTransaction) this.#database.exec('begin');
    const texts = FIELDS.map((field) => document[field].join(' '));
    const marks = FIELDS.map(() => '?').join(', ');
    this.#database
      .prepare(`insert into papers (rowid, ${FIELDS.join(', ')}) values (?, ${marks})`)
      .run(this.#next, ...texts);
    this.#numbers.set(document.id, this.#next);
    this.#ids.set(this.#next, document.id);
    this.#next += 1;
    this.#recount(document, 1);
  }

  remove(document: Document): void {
    const number = this.#numbers.get(document.id);
    if (number === undefined) return;
    if (!this.#database.inTransaction) this.#database.exec('begin');
    this.#database.prepare('delete from papers where rowid = ?').run(number);
    this.#numbers.delete(document.id);
    this.#ids.delete(number);
    this.#recount(document, -1);
  }

  papersWith(term: string): number {
    const cached = this.#counts.get(term);
    if (cached !== undefined) return cached;
    this.#settle();
    const row = this.#database
      .prepare<[string], { papers: number }>('select doc as papers from counts where term = ?')
      .get(term);
    if (this.#counts.size >= COUNTS_MAX) this.#counts.clear();
    this.#counts.set(term, row?.papers ?? 0);
    return row?.papers ?? 0;
  }

  prepare(): void {
    this.#guesses();
  }

  find(
    weights: ReadonlyMap<string, number>,
    isWanted: (id: PaperId) => boolean,
    limit: number,
  ): readonly Candidate[] {
    const lookUps = [...weights].flatMap(([term, weight]) => this.#lookUps(term, weight));
    const telling = this.#telling(lookUps);
    if (telling.length === 0) return [];
    this.#settle();
    const match = [...new Set(telling.map(({ term }) => `"${term}"`))].join(' OR ');
    return this.#best(match, isWanted, limit).map(({ id, number, score }) => {
      const terms = this.#termsOf(number);
      // Those too common to look for were asked for as well.
      const has = lookUps.filter(({ term }) => terms.has(term));
      return {
        id,
        score,
        found: new Set(has.map((one) => one.asked)),
        written: has.map(({ term }) => term),
      };
    });
  }

  /** The best rows that are wanted; all of them are read where a filter lets too few of the first through. */
  #best(match: string, isWanted: (id: PaperId) => boolean, limit: number): readonly Wanted[] {
    const boosts = FIELDS.map((field) => BOOST[field]).join(', ');
    const statement = this.#database.prepare<[string, number], Row>(
      `select rowid as number, -bm25(papers, ${boosts}) as score from papers
        where papers match ? order by score desc limit ?`,
    );
    for (const rows of [...SPARE.map((times) => limit * times), this.size]) {
      const read = statement.all(match, rows);
      const wanted = read.flatMap(({ number, score }) => {
        const id = this.#ids.get(number);
        return id !== undefined && isWanted(id) ? { id, number, score } : [];
      });
      if (wanted.length >= limit || read.length < rows) return wanted.slice(0, limit);
    }
    return [];
  }

  #termsOf(number: number): ReadonlySet<string> {
    const terms = FIELDS.map((field) => `${field} || ' '`).join(' || ');
    this.#reading ??= this.#database.prepare<[number], { terms: string }>(
      `select ${terms} as terms from papers where rowid = ?`,
    );
    return new Set(this.#reading.get(number)?.terms.split(' '));
  }

  #lookUps(asked: string, weight: number): readonly { asked: string; term: string; weight: number }[] {
    if (this.papersWith(asked) > 0) return [{ asked, term: asked, weight }];
    if (isSign(asked)) return [];
    return this.#guesses()
      .guess(asked)
      .slice(0, 3)
      .map(({ term }) => ({ asked, term, weight }));
  }

  /** The terms that tell most; FTS5 knows no weights of terms, so light ones are left to those that count. */
  #telling<Term extends { term: string; weight: number }>(terms: readonly Term[]): readonly Term[] {
    const weighed = terms
      .map((one) => ({ one, papers: this.papersWith(one.term) }))
      .sort((a, b) => a.papers / a.one.weight - b.papers / b.one.weight);
    const rare = weighed.filter(({ papers }) => papers <= this.size * COMMON);
    return (rare.length > 2 ? rare : weighed.slice(0, 4)).slice(0, TERMS_MAX).map(({ one }) => one);
  }

  #guesses(): Vocabulary {
    this.#vocabulary ??= new Vocabulary(this.#latin);
    return this.#vocabulary;
  }

  /** Papers come in together, up to the next question. */
  #settle(): void {
    if (this.#database.inTransaction) this.#database.exec('commit');
  }

  #recount(document: Document, change: 1 | -1): void {
    for (const term of new Set(FIELDS.flatMap((field) => document[field]))) {
      const count = this.#counts.get(term);
      if (count !== undefined) this.#counts.set(term, count + change);
      if (change === 1 && /^[a-z0-9]/.test(term)) this.#latin.add(term);
    }
    this.#vocabulary = null;
  }
}
