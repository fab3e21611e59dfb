import MiniSearch, { type AsPlainObject, type Options, type SearchResult } from 'minisearch';
import { atOnce } from '../../sliced.ts';
import { type Packed, PackedStrings } from '../../text/packed-strings.ts';
import type { Paper } from '../paper.ts';

type Titled = Pick<Paper, 'id' | 'title'>;

/** What MiniSearch holds of a term: by field, how often each title has it. */
type Postings = Map<number, Map<number, number>>;

/** The number of the only field, and how often a title has each of its terms. */
const FIELD = 0;
const ONCE = 1;

/** A term to be found: alone, at the beginning of others, or with typing mistakes. */
export interface Sought {
  readonly term: string;
  readonly prefix?: boolean;
  readonly fuzzy?: number;
}

/** An index as plain data: MiniSearch's own without its terms, and the terms, each with the numbers of its titles. */
export interface PackedIndex {
  readonly index: AsPlainObject;
  readonly terms: Packed;
  /** Where the titles of each term begin, and the end of the last. */
  readonly starts: Uint32Array;
  readonly titles: Uint32Array;
}

/**
 * A MiniSearch whose terms are packed: in its tree of maps those of 12,000 titles would take 17 MB. Terms are in the tree
 * while they are searched, and those of new titles until they are packed.
 */
export class TitleIndex extends MiniSearch<Titled> {
  readonly #termsOf: (title: string) => readonly string[];
  #terms = atOnce(PackedStrings.of([]));
  #starts = new Uint32Array(1);
  #titles = new Uint32Array();

  /** @param termsOf the terms of a title, each once */
  constructor(termsOf: (title: string) => string[], packed: PackedIndex | null = null) {
    const options: Options<Titled> = {
      fields: ['title'],
      tokenize: termsOf,
      processTerm: (term) => term,
      autoVacuum: false,
    };
    super(options);
    this.#termsOf = termsOf;
    if (packed === null) return;
    Object.assign(this, MiniSearch.loadJS(packed.index, options));
    this.#terms = PackedStrings.from(packed.terms);
    this.#starts = packed.starts.slice();
    this.#titles = packed.titles.slice();
  }

  knows(term: string): boolean {
    return this._index.has(term) || this.#placeOf(term) !== undefined;
  }

  override add(paper: Titled): void {
    for (const term of this.#termsOf(paper.title)) this.#unpack(this.#placeOf(term));
    super.add(paper);
  }

  /** Titles with all terms or with any, best first. */
  find(combineWith: 'AND' | 'OR', sought: readonly Sought[]): readonly SearchResult[] {
    const places = new Set(sought.flatMap((one) => [...this.#placesOf(one)]));
    const unpacked = [...places].flatMap((place) => this.#unpack(place) ?? []);
    const queries = sought.map(({ term, ...how }) => ({ queries: [term], tokenize: one, ...how }));
    const found = this.search({ combineWith, queries });
    for (const term of unpacked) this._index.delete(term);
    return found;
  }

  pack(): PackedIndex {
    const terms: string[] = [];
    const starts: number[] = [];
    const titles: number[] = [];
    for (let place = 0; place < this.#starts.length - 1; place++) this.#unpack(place);
    for (const [term, postings] of this._index) {
      const having = [...(postings.get(FIELD)?.keys() ?? [])].filter((title) => this._documentIds.has(title));
      if (having.length === 0) continue;
      terms.push(term);
      starts.push(titles.length);
      for (const title of having) titles.push(title);
    }
    this._index.clear();
    this._dirtCount = 0;
    this.#terms = atOnce(PackedStrings.of(terms));
    this.#starts = Uint32Array.from([...starts, titles.length]);
    this.#titles = Uint32Array.from(titles);
    return { index: this.toJSON(), terms: this.#terms.packed, starts: this.#starts, titles: this.#titles };
  }

  #placeOf(term: string): number | undefined {
    const [place] = this.#terms.having(term);
    return place;
  }

  *#placesOf({ term, prefix, fuzzy }: Sought): Generator<number> {
    yield* this.#terms.having(term);
    if (prefix) yield* this.#terms.startingWith(term);
    if (fuzzy) for (const { index } of this.#terms.within(term, fuzzy)) yield index;
  }

  /** Puts a packed term into the tree. @returns the term; null if the tree has it already */
  #unpack(place: number | undefined): string | null {
    if (place === undefined) return null;
    const term = this.#terms.at(place);
    if (this._index.has(term)) return null;
    const titles = this.#titles.subarray(this.#starts[place], this.#starts[place + 1]);
    const postings: Postings = new Map([[FIELD, new Map(Array.from(titles, (title) => [title, ONCE]))]]);
    this._index.set(term, postings);
    return term;
  }
}

function one(term: string): string[] {
  return [term];
}
