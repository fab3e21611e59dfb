import type { Unread } from '../archive/merge/held.ts';
import type { Fetchable } from '../archive/merge/origins.ts';
import type { Day, Listing, PaperId, Warning } from '../archive/paper.ts';

/** What a source says of a day. The `line` of a warning is the paper's place in the list, from 1. */
export interface ListedDay {
  /** In the order of the source; authors in the order of the paper. */
  readonly listings: readonly Listing[];
  /** Absent where all of it was read. */
  readonly unread?: Unread;
  readonly warnings: readonly Warning[];
}

/** What a source says of one paper. */
export interface PaperAnswer {
  readonly listing: Listing;
  readonly unread?: Unread;
  readonly warnings: readonly Warning[];
}

/** Where the daily papers are asked for over the network. */
export interface Source {
  /** Under which its digests are stored and shown. */
  readonly origin: Fetchable;

  /**
   * Reads the whole list of a day, as it is at present; an empty one means "none yet".
   *
   * @throws SourceError when there is no list to be had
   * @throws the signal's reason when that is aborted
   */
  day(date: Day, signal?: AbortSignal): Promise<ListedDay>;

  /**
   * Reads what it tells of one paper; a source without this tells nothing of single papers.
   *
   * @returns null where it does not know the paper
   * @throws as `day`
   */
  paper?(id: PaperId, signal?: AbortSignal): Promise<PaperAnswer | null>;
}
