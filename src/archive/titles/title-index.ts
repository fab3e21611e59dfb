import MiniSearch, { type AsPlainObject, type Options, type SearchResult } from 'minisearch';
import { atOnce } from '../../sliced.ts';
import { PackedLists, type PackedListsData } from '../../text/packed-lists.ts';
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
  readonly terms: PackedListsData;
}

/**
 * A MiniSearch whose terms are packed: in its tree of maps those of 12,000 titles would take 17 MB. Terms are in the tree
 * while they are searched, and those of new titles until they are packed.
 */
export class TitleIndex extends MiniSearch<Titled> {
  readonly #termsOf: (title: string) => readonly string[];
  #terms = atOnce(PackedLists.of(new Map()));

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
    this.#terms = PackedLists.from(packed.terms);
  }

  knows(term: string): boolean {
    return this._index.has(term) || this.#terms.placeOf(term) !== undefined;
  }

  override add(paper: Titled): void {
    for (const term of this.#termsOf(paper.title)) this.#unpack(this.#terms.placeOf(term));
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
    for (let place = 0; place < this.#terms.size; place++) this.#unpack(place);
    const lists = new Map<string, readonly number[]>();
    for (const [term, postings] of this._index) {
      const titles = [...(postings.get(FIELD)?.keys() ?? [])].filter((title) => this._documentIds.has(title));
      if (titles.length > 0) lists.set(term, titles);
    }
    this._index.clear();
    this._dirtCount = 0;
    this.#terms = atOnce(PackedLists.of(lists));
    return { index: this.toJSON(), terms: this.#terms.packed };
  }

  *#placesOf({ term, prefix, fuzzy }: Sought): Generator<number> {
    const { texts } = this.#terms;
    yield* texts.having(term);
    if (prefix) yield* texts.startingWith(term);
    if (fuzzy) for (const { index } of texts.within(term, fuzzy)) yield index;
  }

  /** Puts a packed term into the tree. @returns the term; null if the tree has it already */
  #unpack(place: number | undefined): string | null {
    if (place === undefined) return null;
    const term = this.#terms.texts.at(place);
    if (this._index.has(term)) return null;
    const titles = Array.from(this.#terms.at(place), (title) => [title, ONCE] as const);
    const postings: Postings = new Map([[FIELD, new Map(titles)]]);
    this._index.set(term, postings);
    return term;
  }
}

function one(term: string): string[] {
  return [term];
}
