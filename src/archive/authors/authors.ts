import { Derived } from '../../sliced.ts';
import { typedLine } from '../../text/typed-line.ts';
import type { PaperId } from '../paper.ts';
import type { AuthorCount, AuthorMatches } from './author-matches.ts';
import { AuthorSearch } from './author-search.ts';

export type { AuthorCount, AuthorMatches } from './author-matches.ts';

/** Papers by author, under the exact spelling, and a search for authors by typed names. */
export class AuthorIndex {
  readonly #papers = new Map<string, readonly PaperId[]>();
  readonly #search = new Derived(() => AuthorSearch.of(this.#papers));

  /** Number of distinct spellings. */
  get size(): number {
    return this.#papers.size;
  }

  /** @param names without duplicates */
  add(id: PaperId, names: readonly string[]): void {
    this.#search.change();
    for (const name of names) {
      const papers = this.#papers.get(name);
      // A new array has no spare capacity. That saves memory, since most of the 250,000 authors have one paper.
      this.#papers.set(name, papers === undefined ? [id] : [...papers, id]);
    }
  }

  remove(id: PaperId, names: readonly string[]): void {
    this.#search.change();
    for (const name of names) {
      const papers = this.papersBy(name).filter((paper) => paper !== id);
      if (papers.length > 0) this.#papers.set(name, papers);
      else this.#papers.delete(name);
    }
  }

  papersBy(name: string): readonly PaperId[] {
    return this.#papers.get(name) ?? [];
  }

  /**
   * Authors for a name that is still being typed: each typed word begins a word of the name, in any order.
   *
   * @returns names that begin as typed first, then most papers; empty until the search has been computed
   */
  suggest(typed: string, limit: number): readonly AuthorCount[] {
    return this.#search.isReady ? this.#search.value.suggest(typedLine(typed), limit) : [];
  }

  /** Authors that a typed name may mean. */
  find(name: string): AuthorMatches {
    const typed = typedLine(name);
    const papers = this.papersBy(typed).length;
    return this.#search.value.find(typed, papers > 0 ? { name: typed, papers } : null);
  }

  /** The index behind `suggest` and `find`. */
  get search(): Pick<Derived<AuthorSearch>, 'keepBy' | 'isReady' | 'ready' | 'made'> {
    return this.#search;
  }
}
