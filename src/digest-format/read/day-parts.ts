import type { Day, Digest, Fetched, Listing, Origin, PaperId } from '../../archive/paper.ts';
import { complete } from './listing.ts';

/** The digest of one origin while it is read. */
interface Part {
  readonly listings: Map<PaperId, Listing>;
  readonly fetched: Fetched | null;
}

/** Gathers the listings of a file by where they come from: what a heading opens goes on to the next heading. */
export class DayParts {
  readonly #parts = new Map<Origin, Part>();
  #open: Part | null = null;

  /** @param fetched what stands under the heading of a digest from Hugging Face; null for one from Markdown */
  open(fetched: Fetched | null): void {
    const origin = fetched === null ? 'markdown' : 'huggingface';
    this.#open = this.#parts.get(origin) ?? { listings: new Map(), fetched };
    this.#parts.set(origin, this.#open);
  }

  get isFetched(): boolean {
    return (this.#open?.fetched ?? null) !== null;
  }

  /** Papers of the open digest. */
  get count(): number {
    return this.#open?.listings.size ?? 0;
  }

  /** @returns whether the paper was listed there before; that listing is completed by what only this one says */
  add(listing: Listing): boolean {
    if (this.#open === null) this.open(null);
    const listings = this.#open?.listings;
    const first = listings?.get(listing.paperId);
    listings?.set(listing.paperId, first ? complete(first, listing) : listing);
    return first !== undefined;
  }

  /** @returns the digest from Markdown, where there is one, then the one from Hugging Face, where there is one */
  digests(date: Day): readonly Digest[] {
    const origins: readonly Origin[] = ['markdown', 'huggingface'];
    return origins.flatMap((origin) => {
      const part = this.#parts.get(origin);
      if (part === undefined) return [];
      const digest = { date, listings: [...part.listings.values()] };
      return part.fetched === null ? [digest] : [{ ...digest, fetched: part.fetched }];
    });
  }
}
