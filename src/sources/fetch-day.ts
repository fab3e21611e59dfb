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
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The outcome of fetching a day. */
export interface FetchedDay {
  readonly day: Day;
  /** `empty`: the list has no papers (yet, or any more), so the stored ones stay. */
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'empty';
  readonly papers: number;
  readonly warnings: readonly Warning[];
}

/**
 * Fetches a day and stores it whole or not at all. The fetch is noted only afterwards, so a process that dies in between
 * fetches the day again, which changes nothing. Fields that could not be read keep their stored values.
 *
 * @throws SourceError when the list cannot be read
 * @throws the signal's reason when it is aborted
 */
export async function fetchDay(day: Day, parts: FetchParts, signal?: AbortSignal): Promise<FetchedDay> {
  const { source, store, fetches, now } = parts;
  // Take the time before the first page is read: the list is at least that old.
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

/** Marks the stored list as final when the source's final list is empty: no papers are removed and none will follow. */
async function settleHeld(day: Day, source: Fetchable, store: ArchiveStore, at: number): Promise<void> {
  for (const digest of await store.read([day])) {
    const { fetched } = digest;
    if (fetched === undefined || fetched.final || originOf(digest) !== source) continue;
    await store.put({ ...digest, fetched: { ...fetched, final: true } }, new Date(at));
  }
}
