import { basename } from 'node:path';
import { instantOf } from '../archive/merge/merge.ts';
import { type Day, type Digest, originOf, type PaperId, type Warning } from '../archive/paper.ts';
import { together } from '../digest-format/read/join-parts.ts';
import type { UserError } from '../errors.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import { completeFromHeld } from '../store/held.ts';
import { findDigests, type ReadDigest, readDigestFile } from './files/digest-files.ts';

/** What an import read and what came of it. */
export interface ImportSummary {
  readonly files: number;
  /** Different days. */
  readonly digests: number;
  /** Different papers in the files. */
  readonly papers: number;
  /** Papers by day: one that both origins list on a day counts once. */
  readonly listings: number;
  readonly warnings: number;
  readonly failed: number;
}

export interface ImportReport extends ImportSummary {
  /** Days whose content the store did not have so. */
  readonly changed: readonly Day[];
}

/** Told of what happens on the way. */
export interface ImportEvents {
  progress?(done: number, files: number): void;
  warning?(file: string, warning: Warning): void;
  failure?(file: string, reason: UserError): void;
}

/** One day as the files of one origin in an import have it, and the first of them. */
interface Part extends ReadDigest {
  readonly file: string;
}

/**
 * Imports digests into the store, one transaction a day; a file that cannot be read is told and the rest goes in. Files
 * of one day and origin in the same import are put together, in order of name, and a warning says so. A file without
 * papers takes none from a day that has some, and a recording takes no place of a list that was fetched later.
 *
 * @throws UserError when a path is not there or a folder holds no digest
 */
export async function importDigests(
  paths: readonly string[],
  store: ArchiveStore,
  now: () => Date,
  events: ImportEvents = {},
): Promise<ImportReport> {
  const { files, passedOver } = await findDigests(paths);
  const days = new Map<string, Part>();
  const sum = { warnings: 0, failed: 0 };
  const warn = (file: string, warning: Warning): void => {
    sum.warnings += 1;
    events.warning?.(file, warning);
  };
  for (const file of passedOver) warn(file, { line: 1, rule: 'passed-over', text: basename(file) });
  // Reading is the first half of the work and storing the second.
  const progress = (read: number, stored: number) =>
    events.progress?.(Math.floor((files.length * (read + stored)) / 2), files.length);

  for (const [done, file] of files.entries()) {
    progress(done / files.length, 0);
    const read = await readDigestFile(file, now());
    if (read.kind === 'failed') {
      sum.failed += 1;
      events.failure?.(file, read.reason);
      continue;
    }
    for (const one of read.digests) {
      const { date } = one.digest;
      const key = `${date} ${originOf(one.digest)}`;
      const earlier = days.get(key);
      if (earlier !== undefined) warn(file, { line: 1, rule: 'same-day', text: `${date}, ${earlier.file}` });
      days.set(
        key,
        earlier === undefined ? { file, ...one } : { file: earlier.file, ...together(earlier, one) },
      );
    }
    for (const warning of read.warnings) warn(file, warning);
  }

  const papers = new Set<PaperId>();
  const listings = new Set<string>();
  const changed = new Set<Day>();
  let stored = 0;
  for (const { file, digest, unread } of days.values()) {
    progress(1, stored / days.size);
    stored += 1;
    for (const { paperId } of digest.listings) {
      papers.add(paperId);
      listings.add(`${digest.date} ${paperId}`);
    }
    const stays = await whyHeldStays(digest, store);
    if (stays !== null) {
      warn(file, { line: 1, rule: stays, text: digest.date });
      continue;
    }
    const completed = await completeFromHeld(digest, unread, store);
    for (const warning of completed.warnings) warn(file, warning);
    if ((await store.put(completed.digest, now())) !== 'unchanged') changed.add(digest.date);
  }
  progress(1, 1);
  return {
    files: files.length,
    digests: new Set(Array.from(days.values(), ({ digest }) => digest.date)).size,
    papers: papers.size,
    listings: listings.size,
    ...sum,
    changed: [...changed],
  };
}

/** The rule by which what the store holds of this day and origin stays; null where the digest takes its place. */
async function whyHeldStays(digest: Digest, store: ArchiveStore): Promise<string | null> {
  if (digest.fetched === undefined && digest.listings.length > 0) return null;
  const days = await store.read([digest.date]);
  const held = days.find((one) => originOf(one) === originOf(digest));
  if (held === undefined) return null;
  if (digest.listings.length === 0 && held.listings.length > 0) return 'held-stays';
  return instantOf(held.fetched?.at ?? 0) > instantOf(digest.fetched?.at ?? 0) ? 'newer-held' : null;
}
