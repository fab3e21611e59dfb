import type { PaperId } from '../../archive/paper.ts';
import { messageOf } from '../../errors.ts';
import { keepRecent } from '../../recent.ts';
import { isSpelled } from '../../text/tokens.ts';
import type { Document } from '../document.ts';
import { impactsOf } from './bm25.ts';
import { deleteIndexFile, isDamage, openIndexFile, type Tell } from './index-file.ts';
import { IndexWriter } from './index-writer.ts';
import { fromBytes, impactOf, movedBy, paperOf, STEP } from './posting.ts';
import { NumberedPapers, Segment } from './segment.ts';
import { Spelling } from './spelling.ts';

/** Unknown words per query that are checked for typing mistakes; each check reads all words of similar length. */
const GUESSED_MAX = 4;
/** Queries whose look-ups are kept, and terms whose guesses are: the searches of one question share most. */
const RECENT_MAX = 2;
const GUESSES_MAX = 64;
/** Postings kept in memory, 4 MB: most are those of common words, which many questions have. Each list weighs a little more. */
const POSTINGS = 1_000_000;
const LIST = 50;
/** Terms whose numbers of papers are kept: a question asks for many more than it looks up. */
const COUNTS_MAX = 8_192;
/** Postings read for one query: no question has terms with so many, 300 characters of common words have. */
const READ_MAX = 80_000;

/** A paper that has some of the query's terms. */
export interface Candidate {
  readonly id: PaperId;
  /** By BM25; compares within one answer. */
  readonly score: number;
  readonly found: FoundTerms;
}

/** Postings of a term of the query, or of a guess at it. */
interface LookUp {
  readonly asked: string;
  readonly term: string;
  readonly weight: number;
  readonly postings: Uint32Array;
}

/** Impacts in steps: a row for each paper, a column for each look-up. */
interface Impacts {
  readonly lookUps: readonly LookUp[];
  readonly columns: ReadonlyMap<string, readonly number[]>;
  readonly held: Uint16Array;
}

/** The terms of a query that a paper has. A class: hundreds of closures would fill the memory that outlives a question. */
export class FoundTerms {
  readonly #impacts: Impacts;
  readonly #row: number;

  constructor(impacts: Impacts, row: number) {
    this.#impacts = impacts;
    this.#row = row * impacts.lookUps.length;
  }

  /** @param asked a term as typed */
  has(asked: string): boolean {
    return this.impact(asked) > 0;
  }

  /** How much a term as typed says for the paper; 0 without it. */
  impact(asked: string): number {
    const { columns, held } = this.#impacts;
    let steps = 0;
    const own = columns.get(asked);
    if (own) for (const column of own) steps = Math.max(steps, held[this.#row + column] ?? 0);
    return steps * STEP;
  }

  /** The terms as the paper writes them, without typing mistakes. */
  written(): readonly string[] {
    const { lookUps, held } = this.#impacts;
    return lookUps.flatMap(({ term }, column) => (held[this.#row + column] ? term : []));
  }
}

/** Papers are looked at by bands of scores, the best first. */
const BANDS = 1024;
interface Change {
  readonly number: number;
  readonly id: PaperId | null;
  readonly hash: number;
  readonly revision: number;
}

/** Opens the file and prepares its queries. */
function opened(path: string | null, tell: Tell) {
  const database = openIndexFile(path, tell);
  const spelling = new Spelling(database);
  const value = <Parameter, Value>(sql: string) => database.prepare<[Parameter], Value>(sql).pluck();
  return {
    database,
    spelling,
    writer: new IndexWriter(database, spelling),
    postings: value<string, Buffer>('select postings from postings where term = ? order by block'),
    changes: database.prepare<[number], Change>(
      'select number, id, hash, revision from papers where revision > ? order by revision, id is not null',
    ),
    numbers: database.prepare<[], number>('select coalesce(max(number), -1) + 1 from papers').pluck(),
    othersVersion: database.prepare<[], number>('pragma data_version').pluck(),
  };
}

/**
 * Postings: which papers have which terms. They are in a SQLite file, those of unwritten papers in memory. Several
 * processes may share the file; each reads the others' changes before it answers.
 */
export class SearchIndex {
  readonly #path: string | null;
  readonly #tell: Tell;
  #file: ReturnType<typeof opened>;
  /** Papers in the file. */
  #stored = new NumberedPapers();
  #revision = 0;
  /** Changes when this or another process writes. */
  #version = '';
  /** Papers being written, then papers added since. */
  #segments: Segment[] = [new Segment()];
  #recent = this.#nothingRecent();
  #state = 0;
  /** For one search each time: scores and places among the best by number, and the numbers that have a score. */
  #scores = new Float64Array(0);
  #places = new Uint32Array(0);
  #scored = new Uint32Array(0);
  #size = 0;
  /** The next search often has the same words, and another filter. */
  #scoredFor: readonly LookUp[] | null = null;
  /** A file that cannot be written is reported once. */
  #isFailureReported = false;
  /** Whether a `write` has begun and not ended. */
  #isWriting = false;
  /** Called when an empty file replaced a damaged one: all papers have to be added again. */
  onLoss: () => void = () => {};

  /** @param path of the file; null for a temporary one */
  constructor(path: string | null = null, tell: Tell = () => {}) {
    this.#path = path;
    this.#tell = tell;
    this.#file = opened(path, tell);
    this.#safely(() => this.#readChanges(), undefined);
  }

  /** Number of papers. */
  get size(): number {
    return this.#stored.numbers.size + this.unwritten;
  }

  /** Number of papers that are not in the file yet. */
  get unwritten(): number {
    return this.#segments.reduce((sum, { numbers }) => sum + numbers.size, 0);
  }

  /** The hash given to `put`; undefined for an unknown paper. */
  hashOf(id: PaperId): number | undefined {
    const held = [this.#stored, ...this.#segments].find(({ numbers }) => numbers.has(id));
    return held?.hashOf(id);
  }

  /** Papers in the file. */
  ids(): Iterable<PaperId> {
    return this.#stored.numbers.keys();
  }

  /** Adds or replaces a paper. @param hash changes with its texts */
  put(document: Document, hash: number): void {
    this.remove(document.id);
    this.#segments.at(-1)?.add(document.id, hash, impactsOf(document));
    this.#change();
  }

  remove(id: PaperId): void {
    this.#safely(() => this.#readChanges(), undefined);
    for (const segment of this.#segments) segment.remove(id);
    const number = this.#stored.remove(id);
    if (number !== undefined) this.#file.writer.remove(number);
    this.#change();
  }

  /** Changes when something else may be found. */
  get state(): number {
    this.#safely(() => this.#readChanges(), undefined);
    return this.#state;
  }

  /** Number of papers that have a term, as of the last `state` or `find`. */
  papersWith(term: string): number {
    return this.#safely(() => this.#recent.counts(term), 0);
  }

  /**
   * Papers with most of the terms, best first. For an unknown term, terms count that it begins or misspells.
   *
   * @param weights of the terms
   * @param isWanted which papers may be found; defaults to all
   * @param among the only papers to look at, where the caller knows that few are wanted
   */
  find(
    weights: ReadonlyMap<string, number>,
    limit: number,
    isWanted?: (id: PaperId) => boolean,
    among?: readonly PaperId[],
  ): readonly Candidate[] {
    return this.#safely(() => {
      // One transaction: all reads see the same state of the file.
      const read = this.#file.database.transaction(() => {
        this.#readChanges();
        return this.#recent.lookUps(weights);
      });
      const lookUps = read();
      const ids = this.#recent.ids();
      if (this.#scoredFor !== lookUps) this.#score(lookUps);
      this.#scoredFor = lookUps;
      const scored = this.#scored.subarray(0, this.#size);
      const scores = this.#scores;
      const few = among && new Set(among);
      const numbers = few ? scored.filter((number) => few.has(ids[number] ?? '')) : scored;
      const best = this.#best(numbers, limit, isWanted);
      const places = this.#places.fill(0);
      for (const [place, number] of best.entries()) places[number] = place + 1;
      // A row of impacts for each paper, a column for each term.
      const held = new Uint16Array((best.length + 1) * lookUps.length);
      lookUps.forEach(({ postings }, column) => {
        for (let at = 0; at < postings.length; at++)
          held[(places[paperOf(postings[at] ?? 0)] ?? 0) * lookUps.length + column] =
            1 + impactOf(postings[at] ?? 0);
      });
      const columns = Map.groupBy(lookUps.keys(), (column) => lookUps[column]?.asked ?? '');
      const table = { lookUps, columns, held };
      return best.map((number, place) => {
        const found = new FoundTerms(table, place + 1);
        return { id: ids[number] ?? '', score: scores[number] ?? 0, found };
      });
    }, []);
  }

  /**
   * Writes unwritten papers to the file and tidies it when due, some milliseconds of work after each `yield`. Only one
   * run at a time.
   *
   * @returns false if the file cannot be written; papers are then searched from memory
   */
  *write(): Generator<void, boolean> {
    const { writer } = this.#file;
    this.#isWriting = true;
    try {
      yield* writer.takeOut();
      if (this.#segments.at(-1)?.numbers.size) this.#segments.push(new Segment());
      for (let [segment] = this.#segments; segment && this.#segments.length > 1; [segment] = this.#segments) {
        yield* writer.write(segment);
        this.#segments.shift();
        this.#readChanges();
      }
      yield* writer.tidy();
      this.#change();
      return true;
    } catch (error) {
      if (isDamage(error)) this.#replace(error);
      else if (!this.#isFailureReported) this.#tell(`search index: cannot be written (${messageOf(error)})`);
      this.#isFailureReported = true;
      return isDamage(error);
    } finally {
      this.#isWriting = false;
    }
  }

  /** Writes the papers that are only in memory, so that the next process need not index them again, and closes the file. */
  close(): void {
    if (this.#path !== null && this.unwritten > 0 && !this.#isWriting) for (const _ of this.write());
    this.#file.database.close();
  }

  /** Reads the file; replaces a damaged one by an empty one. */
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
    this.#file = opened(this.#path, this.#tell);
    this.#stored = new NumberedPapers();
    [this.#revision, this.#version] = [0, ''];
    this.#segments = [new Segment()];
    this.#change();
    this.onLoss();
  }

  /** Reads which papers this or another process added or removed since the last call. */
  #readChanges(): void {
    const version = `${this.#file.othersVersion.get()} ${this.#file.writer.slices}`;
    if (version === this.#version) return;
    this.#version = version;
    const numbers = this.#file.numbers.get() ?? 0;
    while (this.#stored.ids.length < numbers) this.#stored.ids.push(null);
    for (const { number, id, hash, revision } of this.#file.changes.iterate(this.#revision)) {
      this.#revision = revision;
      this.#stored.set(number, id, hash);
      for (const segment of this.#segments) segment.remove(id ?? '');
    }
    this.#change();
  }

  #change(): void {
    this.#recent = this.#nothingRecent();
    this.#state += 1;
  }

  /** The same words are looked up several times for one question. */
  #nothingRecent() {
    let ids: readonly (PaperId | null)[] | null = null;
    let fresh: readonly string[] | null = null;
    const guess = (asked: string) => {
      fresh ??= this.#segments.flatMap(({ lists }) => [...lists.keys()].filter(isSpelled));
      return this.#file.spelling.guess(asked, fresh, (term) => this.papersWith(term) > 0);
    };
    const postings = keepRecent(
      POSTINGS,
      (term: string) => this.#postings(term),
      ({ length }) => LIST + length,
    );
    return {
      /** Of papers in the file, then in the segments, by numbers that go on. */
      ids: () => {
        ids ??= this.#stored.ids.concat(...this.#segments.map((segment) => segment.ids));
        return ids;
      },
      lookUps: keepRecent(RECENT_MAX, (weights: ReadonlyMap<string, number>) => this.#lookUps(weights)),
      guesses: keepRecent(GUESSES_MAX, guess),
      counts: keepRecent(COUNTS_MAX, (term: string) => postings(term).length),
      postings,
    };
  }

  /** Postings of a term in the file, then in the segments with numbers continued; without those of removed papers. */
  #postings(term: string): Uint32Array {
    const lists = this.#file.postings.all(term).map(fromBytes);
    let from = this.#stored.ids.length;
    for (const segment of this.#segments) {
      lists.push(movedBy(from, segment.lists.get(term) ?? []));
      from += segment.ids.length;
    }
    const ids = this.#recent.ids();
    const living = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
    let size = 0;
    for (const list of lists) for (const posting of list) if (ids[paperOf(posting)]) living[size++] = posting;
    return living.subarray(0, size);
  }

  /** Postings of known terms, the rarest if there are too many to read all, and of guesses at the first unknown ones. */
  #lookUps(weights: ReadonlyMap<string, number>): readonly LookUp[] {
    const typed = [...weights];
    const known = typed.filter(([asked]) => this.papersWith(asked) > 0);
    const unknown = typed.filter(([asked]) => isSpelled(asked) && this.papersWith(asked) === 0);
    const guesses = unknown.slice(0, GUESSED_MAX).flatMap(([asked, weight]) => {
      return this.#recent.guesses(asked).map(([term, own]) => ({ asked, term, weight: weight * own }));
    });
    const all = [...known.map(([asked, weight]) => ({ asked, term: asked, weight })), ...guesses];
    const rarest = all.toSorted((a, b) => this.papersWith(a.term) - this.papersWith(b.term));
    let rest = READ_MAX;
    const read = new Set(
      rarest.filter(({ term }) => {
        rest -= this.papersWith(term);
        return rest >= 0;
      }),
    );
    return all
      .filter((one) => read.has(one))
      .map((one) => ({ ...one, postings: this.#recent.postings(one.term) }));
  }

  /** Scores all papers, 0 without any term. */
  #score(lookUps: readonly LookUp[]): void {
    const papers = this.#recent.ids().length;
    if (this.#scores.length < papers) {
      this.#scores = new Float64Array(papers + 1000);
      this.#places = new Uint32Array(this.#scores.length);
      this.#scored = new Uint32Array(this.#scores.length);
    }
    const scores = this.#scores.fill(0);
    const scored = this.#scored;
    let size = 0;
    for (const { weight, postings } of lookUps) {
      const having = postings.length;
      const factor = weight * Math.log(1 + (this.size - having + 0.5) / (having + 0.5)) * STEP;
      for (let at = 0; at < postings.length; at++) {
        const posting = postings[at] ?? 0;
        const paper = paperOf(posting);
        const before = scores[paper] ?? 0;
        if (before === 0) scored[size++] = paper;
        scores[paper] = before + impactOf(posting) * factor;
      }
    }
    this.#size = size;
  }

  /** Those of some papers that have the highest scores, best first, equal scores by id. */
  #best(
    numbers: Uint32Array,
    limit: number,
    isWanted: (id: PaperId) => boolean = () => true,
  ): readonly number[] {
    const scores = this.#scores;
    const ids = this.#recent.ids();
    const most = numbers.reduce((best, number) => Math.max(best, scores[number] ?? 0), 0);
    const bandOf = (number: number) => Math.floor((BANDS - 1) * (1 - (scores[number] ?? 0) / most));
    const bands = Array.from({ length: BANDS }, (): number[] => []);
    for (const number of numbers) bands[bandOf(number)]?.push(number);
    const best: number[] = [];
    for (const band of bands) {
      if (best.length >= limit) break;
      for (const number of band) if (isWanted(ids[number] ?? '')) best.push(number);
    }
    const inOrder = (a: number, b: number) =>
      (scores[b] ?? 0) - (scores[a] ?? 0) || ((ids[a] ?? '') < (ids[b] ?? '') ? 1 : -1);
    return best.sort(inOrder).slice(0, limit);
  }
}
