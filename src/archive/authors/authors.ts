import { Derived } from '../../sliced.ts';
import { typedLine } from '../../text/typed-line.ts';
import type { PaperId } from '../paper.ts';
import type { AuthorCount, AuthorMatches } from './author-matches.ts';
import { AuthorSearch } from './author-search.ts';

export type { AuthorCount, AuthorMatches } from './author-matches.ts';

/** Which papers list an author, by exact spelling, and who is meant by a name typed otherwise. */
export class AuthorIndex {
  readonly #papers = new Map<string, readonly PaperId[]>();
  readonly #search = new Derived(() => AuthorSearch.of(this.#papers));

  /** How many different spellings of names there are. */
  get size(): number {
    return this.#papers.size;
  }

  /** @param names each once */
  add(id: PaperId, names: readonly string[]): void {
    this.#search.change();
    for (const name of names) {
      const papers = this.#papers.get(name);
      // A new array each time holds no spare room: most of 250,000 authors have one paper.
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
   * Authors for a name that is still being typed: every word typed begins a word of the name, in any order.
   *
   * @returns names that begin as typed first, then most papers; with nothing typed those with most papers; none before
   *   the authors are ready
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

  /** What names are found by. */
  get search(): Pick<Derived<AuthorSearch>, 'keepBy' | 'isReady' | 'ready' | 'made'> {
    return this.#search;
  }
}
