import type { Day, Digest, PaperId, Warning } from './archive/paper.ts';
import { together } from './archive/together.ts';
import type { UserError } from './errors.ts';
import { findDigests, readDigestFile } from './sources/markdown-folder.ts';
import type { ArchiveStore } from './store/archive-store.ts';

/** What an import read and what came of it. */
export interface ImportSummary {
  readonly files: number;
  readonly digests: number;
  /** Different papers in the files. */
  readonly papers: number;
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

/** One day as the files of an import have it, and the first of them. */
interface Part {
  readonly file: string;
  readonly digest: Digest;
}

/**
 * Imports Markdown digests into the store, one transaction a day; a file that cannot be read is told and the rest
 * goes in. Files of one day in the same import are put together, in order of name, and a warning says so. A file
 * without papers takes none from a day that has some.
 *
 * @throws UserError when a path is not there or a folder holds no digest
 */
export async function importDigests(
  paths: readonly string[],
  store: ArchiveStore,
  now: () => Date,
  events: ImportEvents = {},
): Promise<ImportReport> {
  const files = await findDigests(paths);
  const days = new Map<Day, Part>();
  const sum = { warnings: 0, failed: 0 };
  const warn = (file: string, warning: Warning): void => {
    sum.warnings += 1;
    events.warning?.(file, warning);
  };
  // Reading is the first half of the work and storing the second.
  const progress = (read: number, stored: number) =>
    events.progress?.(Math.floor((files.length * (read + stored)) / 2), files.length);

  for (const [done, file] of files.entries()) {
    progress(done / files.length, 0);
    const read = await readDigestFile(file);
    if (read.kind === 'failed') {
      sum.failed += 1;
      events.failure?.(file, read.reason);
      continue;
    }
    const { digest } = read;
    const { date } = digest;
    const earlier = days.get(date);
    if (earlier !== undefined) warn(file, { line: 1, rule: 'same-day', text: `${date}, ${earlier.file}` });
    for (const warning of read.warnings) warn(file, warning);
    days.set(
      date,
      earlier === undefined ? { file, digest } : { ...earlier, digest: together(earlier.digest, digest) },
    );
  }

  const papers = new Set<PaperId>();
  const changed: Day[] = [];
  let listings = 0;
  let stored = 0;
  for (const [date, { file, digest }] of days) {
    progress(1, stored / days.size);
    stored += 1;
    listings += digest.listings.length;
    for (const { paperId } of digest.listings) papers.add(paperId);
    if (digest.listings.length === 0 && (await hasPapers(date, store))) {
      warn(file, { line: 1, rule: 'held-stays', text: date });
    } else if ((await store.put(digest, now())) !== 'unchanged') {
      changed.push(date);
    }
  }
  progress(1, 1);
  return { files: files.length, digests: days.size, papers: papers.size, listings, ...sum, changed };
}

async function hasPapers(day: Day, store: ArchiveStore): Promise<boolean> {
  const [held] = await store.read([day]);
  return held !== undefined && held.listings.length > 0;
}
