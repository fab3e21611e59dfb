import type { AnswerOf } from '../answers/answer.ts';
import { matching } from '../answers/find/matching.ts';
import type { Archive, Ranked } from '../archive/archive.ts';
import type { Search } from '../search/index.ts';
import { editionSpan } from './rules/editions.ts';
import type { EditionKey, PaperFilter } from './subscriptions/subscription.ts';

/** Filters kept with their results. */
const KEPT = 50_000;

/** Results of filters in one edition, each searched for once: followers share what they follow. */
export class Matches {
  readonly #papers: { readonly archive: Archive; readonly search: Search };
  readonly #found = new Map<string, readonly Ranked[]>();
  #edition: EditionKey | null = null;

  constructor(papers: { readonly archive: Archive; readonly search: Search }) {
    this.#papers = papers;
  }

  /** What is new in a day for a person; null if nothing is. With a topic, the search must be ready. */
  news(day: EditionKey, filters: readonly PaperFilter[]): AnswerOf<'news'> | null {
    const groups = filters
      .map((filter) => ({ filter, papers: this.#find(filter, day) }))
      .filter(({ papers }) => papers.length > 0);
    if (groups.length === 0) return null;
    const found = new Set(groups.flatMap(({ papers }) => papers.map(({ paper }) => paper.id)));
    const all = this.#papers.archive.top(day, day);
    const papers = all.filter(({ paper }) => found.has(paper.id));
    return {
      kind: 'news',
      date: day,
      total: papers.length,
      of: all.length,
      groups,
      papers,
      mark: { command: 'following', options: { post: day } },
    };
  }

  /** Call after the archive has changed. */
  clear(): void {
    this.#found.clear();
  }

  #find(filter: PaperFilter, edition: EditionKey): readonly Ranked[] {
    if (this.#edition !== edition || this.#found.size >= KEPT) this.#found.clear();
    this.#edition = edition;
    const key = JSON.stringify(filter);
    const held = this.#found.get(key);
    if (held !== undefined) return held;
    const period = editionSpan(edition);
    const found = matching(filter, period, { ...this.#papers, today: period.to });
    this.#found.set(key, found);
    return found;
  }
}
