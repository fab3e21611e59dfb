import { atOnce, Derived, type Keeping, type Pause, type Shelf } from '../../sliced.ts';
import { hashOf } from '../../text/hash.ts';
import { byText } from '../../text/order.ts';
import type { Packed } from '../../text/packed/packed-strings.ts';
import { typedLine } from '../../text/typed-line.ts';
import type { PaperId } from '../paper.ts';
import type { AuthorCount, AuthorMatches } from './author-matches.ts';
import { AuthorSearch, type PackedSearch } from './author-search.ts';
import { AuthorSounds } from './author-sounds.ts';

export type { AuthorCount, AuthorMatches } from './author-matches.ts';

/** Names that sound so much farther from the one typed than the nearest are not meant. */
const LIKE_APART = 1;

/** Papers by author, under the exact spelling, and a search for authors by typed names. */
export class AuthorIndex {
  /** Without an array where there is only one: most of the 250,000 authors have one paper, and each array takes 56 bytes. */
  readonly #filled = new Map<string, PaperId | PaperId[]>();
  /** What was added or removed since somebody last looked for an author: at a start nobody does before the login. */
  readonly #waiting: (() => void)[] = [];
  readonly #search = new Derived(() => AuthorSearch.of(this.#papers.keys(), (name) => this.#count(name)));
  readonly #sounds = new Derived(() => AuthorSounds.of(this.#papers.keys()));
  /** The state since the last change. */
  #latest: string | null = null;

  get #papers(): Map<string, PaperId | PaperId[]> {
    if (this.#waiting.length > 0) for (const change of this.#waiting.splice(0)) change();
    return this.#filled;
  }

  /** Number of distinct spellings. */
  get size(): number {
    return this.#papers.size;
  }

  /** @param names without duplicates */
  add(id: PaperId, names: readonly string[]): void {
    this.#change(() => {
      for (const name of names) {
        const papers = this.#filled.get(name);
        if (papers === undefined) this.#filled.set(name, id);
        else if (typeof papers === 'string') this.#filled.set(name, [papers, id]);
        // An array that grows would take room for 16 more.
        else this.#filled.set(name, papers.concat(id));
      }
    });
  }

  remove(id: PaperId, names: readonly string[]): void {
    this.#change(() => {
      for (const name of names) {
        const [first, ...others] = [this.#filled.get(name) ?? []].flat().filter((paper) => paper !== id);
        if (first === undefined) this.#filled.delete(name);
        else this.#filled.set(name, others.length === 0 ? first : [first, ...others]);
      }
    });
  }

  papersBy(name: string): readonly PaperId[] {
    const papers = this.#papers.get(name) ?? [];
    return typeof papers === 'string' ? [papers] : papers;
  }

  /** Calls back with each author and the ids of all papers by them. */
  each(take: (name: string, papers: readonly PaperId[]) => void): void {
    this.#papers.forEach((papers, name) => {
      take(name, typeof papers === 'string' ? [papers] : papers);
    });
  }

  /**
   * Authors for a name that is still being typed: each typed word begins a word of the name, in any order.
   *
   * @returns names that begin as typed first, then most papers; empty until the search has been computed
   */
  suggest(typed: string, limit: number): readonly AuthorCount[] {
    return this.#search.hasValue() ? this.#search.value.suggest(typedLine(typed), limit) : [];
  }

  /** Authors that a typed name may mean. */
  find(name: string): AuthorMatches {
    const typed = typedLine(name);
    const papers = this.papersBy(typed).length;
    return this.#search.value.find(typed, papers > 0 ? { name: typed, papers } : null, (words) =>
      this.#like(words),
    );
  }

  /**
   * Keeps the search current in the background, with `pause` between two slices; what few names need is made last.
   *
   * @param shelf keeps it for the next start
   * @param begun the background begins after it
   */
  keepBy(pause: Pause, shelf: Shelf, begun: Promise<unknown> | null = null): void {
    const all = () => [...this.#papers.keys()];
    const search: Keeping<AuthorSearch> = {
      load: () => {
        const packed = shelf.load<PackedSearch>('authors', this.#state());
        return packed === null ? null : AuthorSearch.from(packed, all());
      },
      save: (made) => shelf.save('authors', this.#state(), made.packed(all())),
    };
    const sounds: Keeping<AuthorSounds> = {
      load: () => {
        const packed = shelf.load<Packed>('sounds', this.#state());
        return packed === null ? null : AuthorSounds.from(packed, all());
      },
      save: (made) => shelf.save('sounds', this.#state(), made.packed),
    };
    this.#search.keepBy(pause, search, begun);
    void this.#search.ready().then(
      () => this.#sounds.keepBy(pause, sounds),
      () => undefined,
    );
  }

  /** Changes with the authors, their order, the number of their papers, and how names are read. */
  #state(): string {
    this.#latest ??= this.#hash();
    return this.#latest;
  }

  #hash(): string {
    const hashes: [number, number] = [hashOf(RULES), hashOf(RULES, 0, RULES.length, 1)];
    this.#papers.forEach((papers, name) => {
      const count = typeof papers === 'string' ? 1 : papers.length;
      for (const at of [0, 1] as const) hashes[at] = hashOf(name, 0, name.length, hashes[at] + count);
    });
    return hashes.join(' ');
  }

  get isReady(): boolean {
    return this.#search.isReady;
  }

  /** Resolves when authors can be found without computing the search first. */
  ready(): Promise<void> {
    return this.#search.ready();
  }

  /** Resolves when the search covers everything that was added. */
  async made(): Promise<void> {
    await this.#search.made();
    await this.#sounds.made();
  }

  #count(name: string): number {
    const papers = this.#papers.get(name);
    return typeof papers === 'string' ? 1 : (papers?.length ?? 0);
  }

  #change(change: () => void): void {
    this.#waiting.push(change);
    this.#latest = null;
    this.#search.change();
    this.#sounds.change();
  }

  /** Authors whose names sound like words in Hangul: nearest first, then most papers. */
  #like(words: readonly string[]): readonly AuthorCount[] {
    const like = [...this.#sounds.value.like(words)];
    const least = Math.min(...like.map(([, distance]) => distance));
    return like
      .map(([name, distance]) => ({ name, papers: this.papersBy(name).length, distance }))
      .filter(({ papers, distance }) => papers > 0 && distance <= least + LIKE_APART)
      .sort((a, b) => a.distance - b.distance || b.papers - a.papers || byText(a.name, b.name))
      .map(({ name, papers }) => ({ name, papers }));
  }
}

const SAMPLE = [
  "Łukasz O'Neil",
  'Min-Joon Seo',
  'Jürgen Schmidhuber',
  'Christopher D. Manning',
  '이준서',
  'Xi Qian-Zhang',
];

/** How a sample of names is read. */
const RULES = JSON.stringify([
  atOnce(AuthorSearch.of(SAMPLE, () => 1)).packed(SAMPLE),
  atOnce(AuthorSounds.of(SAMPLE)).packed,
]);
