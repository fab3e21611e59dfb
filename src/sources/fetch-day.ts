import type { Fetchable } from '../archive/merge/origins.ts';
import { type Day, fetchedFrom, originOf, type Warning } from '../archive/paper.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import { completeFromHeld } from '../store/held.ts';
import { isFinal } from './due-fetches.ts';
import type { Fetches } from './fetch-store.ts';
import type { Source } from './source.ts';

export interface FetchParts {
  readonly source: Source;
  readonly store: ArchiveStore;
  readonly fetches: Fetches;
  readonly now: () => number;
}

export interface FetchedDay {
  readonly day: Day;
  /** `empty`: the list has no papers; stored ones stay. */
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'empty';
  readonly papers: number;
  readonly warnings: readonly Warning[];
}

/**
 * Fetches a day and stores it. The fetch is noted last, so that a process that dies in between fetches the day again.
 * Unreadable fields keep their stored values.
 *
 * @throws SourceError when the list cannot be read, and the signal's reason when it is aborted
 */
export async function fetchDay(day: Day, parts: FetchParts, signal?: AbortSignal): Promise<FetchedDay> {
  const { source, store, fetches, now } = parts;
  // Before the first page is read: the list is at least that old.
  const at = now();
  const { listings, unread, warnings } = await source.day(day, signal);
  signal?.throwIfAborted();
  const fetched = fetchedFrom(source.origin, at, isFinal(day, at));
  const kept = await completeFromHeld({ date: day, listings, fetched }, unread, store);
  const papers = kept.digest.listings.length;
  const outcome = listings.length > 0 ? await store.put(kept.digest, new Date(at)) : 'empty';
  if (listings.length === 0 && fetched.final) await settleHeld(day, source.origin, store, at);
  await fetches.note(source.origin, day, { at, papers: listings.length });
  return { day, outcome, papers, warnings: [...warnings, ...kept.warnings] };
}

/** After an empty final list the stored list is final: it loses no papers and gets none. */
async function settleHeld(day: Day, source: Fetchable, store: ArchiveStore, at: number): Promise<void> {
  for (const digest of await store.read([day])) {
    const { fetched } = digest;
    if (fetched === undefined || fetched.final || originOf(digest) !== source) continue;
    await store.put({ ...digest, fetched: { ...fetched, final: true } }, new Date(at));
  }
}
