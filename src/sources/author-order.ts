import type { Archive } from '../archive/archive.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import type { Search } from '../search/index.ts';
import type { PaperRecords } from '../store/paper-records.ts';
import { SourceError } from './failure.ts';
import type { Source } from './source.ts';

interface AuthorOrderParts {
  /** Loaded when first needed. */
  readonly sources: () => Promise<readonly Source[]>;
  readonly archive: Archive;
  readonly search: Search;
  readonly records: PaperRecords;
  readonly now: () => number;
}

/** For all papers of one request, ms: somebody waits. */
const DEADLINE = 2_500;
/** Papers per request; an export of hundreds has the rest without authors. */
const PAPERS_MAX = 24;
const AT_ONCE = 4;
/** How long a paper without an answer is left alone, ms. */
const AGAIN_AFTER = 10 * 60_000;
const REMEMBERED_MAX = 1000;

/** Asks sources for papers whose authors are in no order: a citation names them in the paper's order. */
export class AuthorOrder {
  readonly #parts: AuthorOrderParts;
  readonly #failed = new Map<PaperId, number>();

  constructor(parts: AuthorOrderParts) {
    this.#parts = parts;
  }

  /** @returns the papers in the given order, with authors in order where possible; takes 2.5 s at most */
  async complete(papers: readonly Paper[]): Promise<readonly Paper[]> {
    const due = papers.filter((paper) => this.#isDue(paper)).slice(0, PAPERS_MAX);
    if (due.length === 0) return papers;
    const sources = await this.#parts.sources();
    const signal = AbortSignal.timeout(DEADLINE);
    const left = due.map(({ id }) => id);
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let id = left.shift(); id !== undefined && !signal.aborted; id = left.shift())
          for (const source of sources) await this.#ask(source, id, signal);
      }),
    );
    return papers.map((paper) => this.#parts.archive.paper(paper.id) ?? paper);
  }

  #isDue({ id, authors }: Paper): boolean {
    const failed = this.#failed.get(id);
    return authors.ordered !== true && (failed === undefined || failed + AGAIN_AFTER < this.#parts.now());
  }

  async #ask(source: Source, id: PaperId, signal: AbortSignal): Promise<void> {
    const { archive, search, records, now } = this.#parts;
    try {
      const answer = (await source.paper?.(id, signal)) ?? null;
      await records.note(source.origin, id, answer, now());
      if (answer !== null) {
        const paper = archive.record({ source: source.origin, at: now(), listing: answer.listing });
        if (paper !== undefined) search.put(paper);
      }
    } catch (error) {
      if (!signal.aborted && !(error instanceof SourceError)) throw error;
    }
    if (archive.paper(id)?.authors.ordered !== true) this.#remember(id);
  }

  #remember(id: PaperId): void {
    const [oldest] = this.#failed.keys();
    if (oldest !== undefined && this.#failed.size >= REMEMBERED_MAX) this.#failed.delete(oldest);
    this.#failed.set(id, this.#parts.now());
  }
}
