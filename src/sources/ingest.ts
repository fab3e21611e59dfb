import { basename } from 'node:path';
import { instantOf } from '../archive/merge/merge.ts';
import { type Day, type Digest, originOf, type PaperId, type Warning } from '../archive/paper.ts';
import { together } from '../digest-format/read/join-parts.ts';
import type { UserError } from '../errors.ts';
import type { ArchiveStore } from '../store/archive-store.ts';
import { completeFromHeld } from '../store/held.ts';
import { findDigests, type ReadDigest, readDigestFile } from './files/digest-files.ts';

export interface ImportReport {
  readonly files: number;
  readonly digests: number;
  readonly papers: number;
  /** Pairs of day and paper. */
  readonly listings: number;
  readonly warnings: number;
  readonly failed: number;
  /** Days with new content. */
  readonly changed: readonly Day[];
}

interface ImportEvents {
  progress?(done: number, files: number): void;
  warning?(file: string, warning: Warning): void;
  failure?(file: string, reason: UserError): void;
}

/** One day of one origin, joined from files; `file` is the first. */
interface Part extends ReadDigest {
  readonly file: string;
}

/**
 * Imports digests, one transaction a day. An unreadable file is reported, and the others are imported. Files of the same day
 * and origin are joined in order of name. A file without papers does not empty a stored day, and a recording does not replace
 * a list that was fetched later; each of these gives a warning.
 *
 * @throws UserError when a path does not exist or a folder has no digest
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
  // Half of the work is reading, the other half storing.
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
      const joined = earlier === undefined ? one : together(earlier, one);
      days.set(key, { ...joined, file: earlier?.file ?? file });
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

/** The rule by which the stored digest stays; null if the new one replaces it. */
async function whyHeldStays(digest: Digest, store: ArchiveStore): Promise<string | null> {
  if (digest.fetched === undefined && digest.listings.length > 0) return null;
  const days = await store.read([digest.date]);
  const held = days.find((one) => originOf(one) === originOf(digest));
  if (held === undefined) return null;
  if (digest.listings.length === 0 && held.listings.length > 0) return 'held-stays';
  return instantOf(held.fetched?.at ?? 0) > instantOf(digest.fetched?.at ?? 0) ? 'newer-held' : null;
}
