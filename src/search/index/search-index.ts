import type Sqlite from 'better-sqlite3';
import type { PaperId } from '../../archive/paper.ts';
import type { Document } from '../document.ts';
import { impactsOf } from './bm25.ts';
import { deleteIndexFile, isDamage, messageOf, openIndexFile, type Tell } from './index-file.ts';
import { IndexWriter } from './index-writer.ts';
import { fromBytes, holds, impactOf, movedBy, paperOf, STEP } from './posting.ts';
import { Segment } from './segment.ts';
import { isSpelled, Spelling } from './spelling.ts';

/** Unknown words of one query that are guessed at: each costs a look at all words of about its length. */
const GUESSED_MAX = 8;

/** A paper that has some of the terms looked for. */
export interface Candidate {
  readonly id: PaperId;
  /** By BM25; compares within one answer. */
  readonly score: number;
  /** Those of the terms looked for that it has, as they were looked for. */
  readonly found: ReadonlySet<string>;
  /** The same as they are written in it: a term with a typing mistake stands here without. */
  readonly written: readonly string[];
}

/** A term looked up: one asked for, or a guess at it. */
interface LookUp {
  readonly asked: string;
  readonly term: string;
  readonly weight: number;
  readonly lists: readonly Uint32Array[];
}

/** Cached numbers of papers with a term, then all are counted again. */
const COUNTS_MAX = 20_000;

/** What is read from one open file. */
interface Opened {
  readonly database: Sqlite.Database;
  readonly writer: IndexWriter;
  readonly spelling: Spelling;
  readonly postings: Sqlite.Statement<[string], Buffer>;
  /** Bytes of a term's postings. */
  readonly length: Sqlite.Statement<[string], number>;
  readonly changes: Sqlite.Statement<[number], Change>;
  readonly numbers: Sqlite.Statement<[], number>;
}

interface Change {
  readonly number: number;
  readonly id: PaperId | null;
  readonly hash: number;
  readonly revision: number;
}

/**
 * Which papers have which terms: postings in a SQLite file, and in memory those of papers that are not written yet.
 * Several processes may use the file: each reads what the others wrote before it answers.
 */
export class SearchIndex {
  readonly #path: string | null;
  readonly #tell: Tell;
  #file: Opened;
  /** Papers in the file by their number; null where one was taken out, or is still being written. */
  #ids: (PaperId | null)[] = [];
  #hashes: number[] = [];
  #numbers = new Map<PaperId, number>();
  #revision = 0;
  /** What SQLite counts up when another process has written. */
  #version: unknown = null;
  /** Papers being written, then those that came in since. */
  #segments: Segment[] = [new Segment()];
  readonly #counts = new Map<string, number>();
  #scores = new Float64Array(0);
  #isTold = false;
  /** Called when a damaged file was replaced by an empty one: papers have to be put in again. */
  onLoss: () => void = () => {};

  /** @param path of the file; null for a temporary one */
  constructor(path: string | null = null, tell: Tell = () => {}) {
    this.#path = path;
    this.#tell = tell;
    this.#file = this.#open();
    this.#safely(() => this.#readChanges(), undefined);
  }

  /** How many papers are in. */
  get size(): number {
    return this.#segments.reduce((sum, { size }) => sum + size, this.#numbers.size);
  }

  /** How many papers are not in the file yet. */
  get unwritten(): number {
    return this.#segments.reduce((sum, { size }) => sum + size, 0);
  }

  /** The hash that a paper was put in with; undefined where it is not in. */
  hashOf(id: PaperId): number | undefined {
    for (const segment of this.#segments) {
      const hash = segment.hashOf(id);
      if (hash !== undefined) return hash;
    }
    return this.#hashes[this.#numbers.get(id) ?? -1];
  }

  /** The papers that are in the file. */
  ids(): Iterable<PaperId> {
    return this.#numbers.keys();
  }

  /** Takes a paper in, in place of the one with its id. @param hash tells whether its texts have changed later */
  put(document: Document, hash: number): void {
    this.remove(document.id);
    this.#segments.at(-1)?.add({ id: document.id, hash }, impactsOf(document));
    this.#counts.clear();
  }

  remove(id: PaperId): void {
    this.#safely(() => this.#readChanges(), undefined);
    for (const segment of this.#segments) segment.remove(id);
    const number = this.#numbers.get(id);
    if (number !== undefined) {
      this.#forget(number, id);
      this.#file.writer.remove(number);
    }
    this.#counts.clear();
  }

  /** In how many papers a term stands. */
  papersWith(term: string): number {
    const counted = this.#counts.get(term);
    if (counted !== undefined) return counted;
    const papers = this.#safely(() => {
      this.#readChanges();
      // Without papers taken out or unwritten, the length of the postings tells, and SQLite need not read them.
      const isWhole = this.#numbers.size === this.#ids.length && this.unwritten === 0;
      if (isWhole) return (this.#file.length.get(term) ?? 0) / Uint32Array.BYTES_PER_ELEMENT;
      return this.#lists(term).reduce((sum, list) => sum + this.#living(list), 0);
    }, 0);
    if (this.#counts.size >= COUNTS_MAX) this.#counts.clear();
    this.#counts.set(term, papers);
    return papers;
  }

  /**
   * The papers with most of the terms, best first. A term that no paper has stands for those that it begins or that
   * are a typing mistake away.
   *
   * @param weights of the terms looked for
   * @param isWanted which papers may be found; all without it
   */
  find(
    weights: ReadonlyMap<string, number>,
    limit: number,
    isWanted?: (id: PaperId) => boolean,
  ): readonly Candidate[] {
    return this.#safely(() => {
      // All is read from one state of the file, whatever other processes write meanwhile.
      const read = this.#file.database.transaction(() => {
        this.#readChanges();
        return this.#lookUps(weights);
      });
      const lookUps = read();
      const scores = this.#score(lookUps);
      return this.#best(scores, limit, isWanted).map((number) => {
        const has = lookUps.filter(({ lists }) => lists.some((list) => holds(list, number)));
        return {
          id: this.#idAt(number) ?? '',
          score: scores[number] ?? 0,
          found: new Set(has.map(({ asked }) => asked)),
          written: has.map(({ term }) => term),
        };
      });
    }, []);
  }

  /**
   * Writes to the file what is not in it yet, and tidies the file where that is due: some milliseconds of work after
   * each `yield`. One run at a time.
   *
   * @returns false where the file cannot be written: papers are searched from memory
   */
  *write(): Generator<void, boolean> {
    const { writer } = this.#file;
    try {
      yield* writer.takeOut();
      if (this.#segments.at(-1)?.size) this.#segments.push(new Segment());
      for (let [segment] = this.#segments; segment && this.#segments.length > 1; [segment] = this.#segments) {
        yield* writer.write(segment);
        this.#segments.shift();
        this.#readChanges();
      }
      yield* writer.tidy();
      this.#counts.clear();
      return true;
    } catch (error) {
      if (isDamage(error)) this.#replace(error);
      else if (!this.#isTold) this.#tell(`search index: cannot be written (${messageOf(error)})`);
      this.#isTold = true;
      return isDamage(error);
    }
  }

  close(): void {
    this.#file.database.close();
  }

  #open(): Opened {
    const database = openIndexFile(this.#path, this.#tell);
    const spelling = new Spelling(database);
    return {
      database,
      spelling,
      writer: new IndexWriter(database, spelling),
      postings: database
        .prepare<[string], Buffer>('select postings from postings where term = ? order by block')
        .pluck(),
      length: database
        .prepare<[string], number>('select coalesce(sum(length(postings)), 0) from postings where term = ?')
        .pluck(),
      changes: database.prepare<[number], Change>(
        'select number, id, hash, revision from papers where revision > ? order by revision, id is not null',
      ),
      numbers: database.prepare<[], number>('select coalesce(max(number), -1) + 1 from papers').pluck(),
    };
  }

  /** Reads the file; one that turns out to be damaged is replaced by an empty one. */
  #safely<Value>(read: () => Value, otherwise: Value): Value {
    try {
      return read();
    } catch (error) {
      if (!isDamage(error)) throw error;
      this.#replace(error);
      return otherwise;
    }
  }

  #replace(error: unknown): void {
    this.#tell(`search index: the file is damaged, it is made again (${messageOf(error)})`);
    this.#file.database.close();
    if (this.#path !== null) deleteIndexFile(this.#path);
    this.#file = this.#open();
    [this.#ids, this.#hashes, this.#numbers] = [[], [], new Map()];
    [this.#revision, this.#version] = [0, null];
    this.#segments = [new Segment()];
    this.#counts.clear();
    this.onLoss();
  }

  /** Reads which papers were put in or taken out since the last time, by this process or another. */
  #readChanges(): void {
    const version = this.#file.writer.version();
    if (version === this.#version) return;
    this.#version = version;
    const numbers = this.#file.numbers.get() ?? 0;
    while (this.#ids.length < numbers) this.#ids.push(null);
    for (const { number, id, hash, revision } of this.#file.changes.iterate(this.#revision)) {
      this.#revision = Math.max(this.#revision, revision);
      const before = this.#ids[number] ?? null;
      if (before !== null) this.#forget(number, before);
      this.#ids[number] = id;
      this.#hashes[number] = hash;
      if (id === null) continue;
      const other = this.#numbers.get(id);
      if (other !== undefined) this.#forget(other, id);
      this.#numbers.set(id, number);
      for (const segment of this.#segments) segment.remove(id);
    }
    this.#counts.clear();
  }

  #forget(number: number, id: PaperId): void {
    this.#ids[number] = null;
    if (this.#numbers.get(id) === number) this.#numbers.delete(id);
  }

  /** Postings of a term: those in the file, then those of the segments, numbered on. */
  #lists(term: string): readonly Uint32Array[] {
    const lists = this.#file.postings.all(term).map(fromBytes);
    let from = this.#ids.length;
    for (const segment of this.#segments) {
      const list = segment.of(term);
      if (list !== undefined) lists.push(movedBy(from, list));
      from += segment.papers.length;
    }
    return lists;
  }

  #idAt(number: number): PaperId | null {
    if (number < this.#ids.length) return this.#ids[number] ?? null;
    let place = number - this.#ids.length;
    for (const { papers } of this.#segments) {
      if (place < papers.length) return papers[place]?.id ?? null;
      place -= papers.length;
    }
    return null;
  }

  #living(list: Uint32Array): number {
    let living = 0;
    for (const posting of list) if (this.#idAt(paperOf(posting)) !== null) living += 1;
    return living;
  }

  /** Postings of the terms asked for; of the first unknown ones, those of the terms that they may mean. */
  #lookUps(weights: ReadonlyMap<string, number>): readonly LookUp[] {
    const all = [...weights];
    const known = all.filter(([asked]) => this.papersWith(asked) > 0);
    const unknown = all.filter(([asked]) => isSpelled(asked) && this.papersWith(asked) === 0);
    const fresh =
      unknown.length === 0 ? [] : this.#segments.flatMap((segment) => [...segment.terms()].filter(isSpelled));
    return [
      ...known.map(([asked, weight]) => ({ asked, term: asked, weight, lists: this.#lists(asked) })),
      ...unknown.slice(0, GUESSED_MAX).flatMap(([asked, weight]) =>
        this.#file.spelling
          .guess(asked, fresh, (term) => this.papersWith(term) > 0)
          .map((one) => ({
            asked,
            term: one.term,
            weight: weight * one.weight,
            lists: this.#lists(one.term),
          })),
      ),
    ];
  }

  /** The score of every paper by its number; 0 for those that have no term. */
  #score(lookUps: readonly LookUp[]): Float64Array {
    const papers = this.#segments.reduce((sum, segment) => sum + segment.papers.length, this.#ids.length);
    if (this.#scores.length < papers) this.#scores = new Float64Array(papers + 1000);
    const scores = this.#scores.fill(0);
    for (const { term, weight, lists } of lookUps) {
      const having = this.papersWith(term);
      const factor = weight * Math.log(1 + (this.size - having + 0.5) / (having + 0.5)) * STEP;
      for (const list of lists) {
        for (let at = 0; at < list.length; at++) {
          const posting = list[at] ?? 0;
          const paper = paperOf(posting);
          scores[paper] = (scores[paper] ?? 0) + impactOf(posting) * factor;
        }
      }
    }
    return scores;
  }

  /** The numbers of the papers with the highest scores, best first; equal ones by id, whatever order they came in. */
  #best(
    scores: Float64Array,
    limit: number,
    isWanted: (id: PaperId) => boolean = () => true,
  ): readonly number[] {
    const inOrder = (a: number, b: number) =>
      (scores[b] ?? 0) - (scores[a] ?? 0) || ((this.#idAt(a) ?? '') < (this.#idAt(b) ?? '') ? 1 : -1);
    const best: number[] = [];
    let least = 0;
    for (let number = 0; number < scores.length; number++) {
      const score = scores[number] ?? 0;
      if (score === 0 || score < least) continue;
      const id = this.#idAt(number);
      if (id === null || !isWanted(id)) continue;
      best.push(number);
      if (best.length < limit * 2) continue;
      best.sort(inOrder).length = limit;
      least = scores[best.at(-1) ?? 0] ?? 0;
    }
    return best.sort(inOrder).slice(0, limit);
  }
}
