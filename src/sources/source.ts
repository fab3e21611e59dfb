import type { Unread } from '../archive/merge/held.ts';
import type { Fetchable } from '../archive/merge/origins.ts';
import type { Day, Listing, PaperId, Warning } from '../archive/paper.ts';

/** A source's list of one day. The `line` of a warning is the paper's place in the list, from 1. */
export interface ListedDay {
  /** In the source's order; authors in the order of the paper. */
  readonly listings: readonly Listing[];
  /** Absent if everything was read. */
  readonly unread?: Unread;
  readonly warnings: readonly Warning[];
}

/** A source's answer about one paper. */
export interface PaperAnswer {
  readonly listing: Listing;
  readonly unread?: Unread;
  readonly warnings: readonly Warning[];
}

/** A service on the network that lists the daily papers. */
export interface Source {
  /** The origin under which its digests are stored and shown. */
  readonly origin: Fetchable;

  /**
   * Reads a day's whole list as it is now. An empty one means that there are no papers yet.
   *
   * @throws SourceError when the list cannot be read
   * @throws the signal's reason when it is aborted
   */
  day(date: Day, signal?: AbortSignal): Promise<ListedDay>;

  /**
   * Reads one paper by id. A source without this method has only lists.
   *
   * @returns null if the source does not know the paper
   * @throws as `day`
   */
  paper?(id: PaperId, signal?: AbortSignal): Promise<PaperAnswer | null>;
}
