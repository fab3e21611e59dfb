import type { Unread } from '../archive/merge/held.ts';
import type { Fetchable } from '../archive/merge/origins.ts';
import type { Day, Listing, PaperId, Warning } from '../archive/paper.ts';

/** The `line` of a warning is the paper's place in the list, from 1. */
export interface ListedDay {
  readonly listings: readonly Listing[];
  /** Absent if everything was read. */
  readonly unread?: Unread;
  readonly warnings: readonly Warning[];
}

export interface PaperAnswer {
  readonly listing: Listing;
  readonly unread?: Unread;
  readonly warnings: readonly Warning[];
}

export interface Source {
  /** Under which its digests are stored and shown. */
  readonly origin: Fetchable;
  /** A day's list as it is now. @throws SourceError if it cannot be read, the signal's reason when it is aborted */
  day(date: Day, signal?: AbortSignal): Promise<ListedDay>;
  /** One paper; null if the source does not know it. A source may have only lists. @throws as `day` */
  paper?(id: PaperId, signal?: AbortSignal): Promise<PaperAnswer | null>;
}
