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

/** What came of fetching a day. */
export interface FetchedDay {
  readonly day: Day;
  /** `empty`: there is no paper yet, or any more, and the store stays as it is. */
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'empty';
  readonly papers: number;
  readonly warnings: readonly Warning[];
}

/**
 * Fetches a day into the store, whole or not at all, and notes it only then: a process that dies in between fetches the
 * day again, which changes nothing. What could not be read of it stays as the store has it.
 *
 * @throws SourceError when there is no list to be had
 * @throws the signal's reason when that is aborted
 */
export async function fetchDay(day: Day, parts: FetchParts, signal?: AbortSignal): Promise<FetchedDay> {
  const { source, store, fetches, now } = parts;
  // A list is as old as its first page.
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

/** A list that was emptied takes no paper from the archive, and what was read of it before is all there will be. */
async function settleHeld(day: Day, source: Fetchable, store: ArchiveStore, at: number): Promise<void> {
  for (const digest of await store.read([day])) {
    const { fetched } = digest;
    if (fetched === undefined || fetched.final || originOf(digest) !== source) continue;
    await store.put({ ...digest, fetched: { ...fetched, final: true } }, new Date(at));
  }
}
