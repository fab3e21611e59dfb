import type { Paper, PaperId } from '../archive/paper.ts';
import { nameOf } from '../text/names/model-name.ts';
import { byText, byVotes } from '../text/order.ts';
import { hasWords, Lines } from '../text/packed-strings.ts';
import { squash, words } from '../text/tokens.ts';

/** Titles to be found while they are typed. Among equals, papers with more votes come first, then newer ones. */
export class TitleLines {
  readonly #ids: readonly PaperId[];
  readonly #newest: readonly PaperId[];
  /** A title's folded words with spaces around them. */
  readonly #titles: Lines;
  /** The letters of a title's name, or nothing. */
  readonly #names: Lines;

  constructor(papers: Iterable<Paper>) {
    const newest = [...papers].sort(
      (a, b) => byText(b.listings[0].date, a.listings[0].date) || byVotes(a.votes, b.votes),
    );
    // Sorting keeps the order of equals: newest first.
    const voted = newest.toSorted((a, b) => byVotes(a.votes, b.votes));
    this.#newest = newest.map(({ id }) => id);
    this.#ids = voted.map(({ id }) => id);
    this.#titles = new Lines(voted.map(({ title }) => ` ${words(title).join(' ')} `));
    this.#names = new Lines(voted.map(({ title }) => squash(nameOf(title) ?? '')));
  }

  newest(limit: number): readonly PaperId[] {
    return this.#newest.slice(0, limit);
  }

  /**
   * Papers whose title has all words typed, where each may be the beginning of one.
   *
   * @returns titles and names that begin as typed first, then those that hold what is typed in one piece
   */
  find(typed: string, limit: number): readonly PaperId[] {
    const all = words(typed);
    const [longest, ...others] = all.map((word) => ` ${word}`).sort((a, b) => b.length - a.length);
    if (longest === undefined) return this.newest(limit);
    const piece = ` ${all.join(' ')}`;
    const found = new Set<number>();
    const ways = [
      this.#names.equalTo(all.join('')),
      this.#titles.startingWith(piece),
      this.#names.startingWith(all.join('')),
      this.#titles.containing(piece),
      others.length === 0 ? [] : this.#having([longest, ...others]),
    ];
    for (const way of ways) {
      for (const index of way) {
        if (found.size >= limit) break;
        found.add(index);
      }
    }
    return [...found].flatMap((index) => this.#ids[index] ?? []);
  }

  *#having(typed: readonly [string, ...string[]]): Generator<number> {
    for (const index of this.#titles.containing(typed[0])) {
      if (hasWords(this.#titles.at(index), typed)) yield index;
    }
  }
}
