import type { Day, PaperId, Warning } from './archive/paper.ts';
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

/**
 * Imports Markdown digests into the store, one transaction a day; a file that cannot be read is told and the rest
 * goes in. Two files of one day in the same import are two parts of it only in name: the later in order of name
 * counts, and a warning says so.
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
  const days = new Map<Day, string>();
  const papers = new Set<PaperId>();
  const changed: Day[] = [];
  const sum = { listings: 0, warnings: 0, failed: 0 };
  for (const [done, file] of files.entries()) {
    events.progress?.(done, files.length);
    const read = await readDigestFile(file);
    if (read.kind === 'failed') {
      sum.failed += 1;
      events.failure?.(file, read.reason);
      continue;
    }
    const { digest } = read;
    const warnings = [...read.warnings];
    const earlier = days.get(digest.date);
    if (earlier !== undefined)
      warnings.push({ line: 1, rule: 'same-day', text: `${digest.date} also in ${earlier}` });
    days.set(digest.date, file);
    for (const warning of warnings) events.warning?.(file, warning);
    sum.warnings += warnings.length;
    sum.listings += digest.listings.length;
    for (const { paperId } of digest.listings) papers.add(paperId);
    if ((await store.put(digest, now())) !== 'unchanged') changed.push(digest.date);
  }
  events.progress?.(files.length, files.length);
  return { files: files.length, digests: days.size, papers: papers.size, ...sum, changed };
}
