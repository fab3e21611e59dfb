import { ORIGINS, type Origin } from '../../archive/merge/origins.ts';
import {
  type Day,
  type Digest,
  type Fetched,
  type Listing,
  originOf,
  type PaperId,
} from '../../archive/paper.ts';
import { complete } from './listing.ts';

interface Part {
  readonly listings: Map<PaperId, Listing>;
  readonly fetched: Fetched | null;
}

export class DayParts {
  readonly #parts = new Map<Origin, Part>();
  #open: Part | null = null;

  /** @param fetched null for a digest from Markdown */
  open(fetched: Fetched | null): void {
    const origin = originOf(fetched === null ? {} : { fetched });
    this.#open = this.#parts.get(origin) ?? { listings: new Map(), fetched };
    this.#parts.set(origin, this.#open);
  }

  get isFetched(): boolean {
    return (this.#open?.fetched ?? null) !== null;
  }

  /** Papers in the open digest. */
  get count(): number {
    return this.#open?.listings.size ?? 0;
  }

  /** Adds a listing, or fills gaps of the paper's first one. @returns whether the paper was there */
  add(listing: Listing): boolean {
    if (this.#open === null) this.open(null);
    const listings = this.#open?.listings;
    const first = listings?.get(listing.paperId);
    listings?.set(listing.paperId, first ? complete(first, listing) : listing);
    return first !== undefined;
  }

  /** Markdown first. */
  digests(date: Day): readonly Digest[] {
    return ORIGINS.toReversed().flatMap((origin) => {
      const part = this.#parts.get(origin);
      if (part === undefined) return [];
      const digest = { date, listings: [...part.listings.values()] };
      return part.fetched === null ? [digest] : [{ ...digest, fetched: part.fetched }];
    });
  }
}
