import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Digest, Warning } from '../../archive/paper.ts';
import { type ParsedDay, parseDigest } from '../../digest-format/read/parse.ts';
import { UserError } from '../../errors.ts';
import { isRecordedDay, readRecordedDay } from './recorded-day.ts';

/** One file read: its digests, one of each origin at most, and what in it was not understood, or why it could not be read at all. */
export type FileRead =
  | {
      readonly kind: 'read';
      readonly file: string;
      readonly digests: readonly [Digest, ...Digest[]];
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'failed'; readonly file: string; readonly reason: UserError };

/** Larger than any digest by a factor of 100: a file of this size is something else, and would only fill memory. */
const FILE_MAX = 32 * 1024 * 1024;

/** Pages about a folder, which are no digests. */
const ABOUT = /^(readme|source|license|licence|changelog)\./i;

/**
 * Finds the digests that the paths name: files as they are, and of folders each `.md` file in them or below, but for
 * pages about the folder (`SOURCE.md`, `README.md` …), and each recorded day (`YYYY-MM-DD.json`).
 *
 * @returns files in order of name, each once
 * @throws UserError for a path that is not there, or a folder without a single such file
 */
export async function findDigests(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    for (const file of await filesAt(path)) files.add(file);
  }
  return [...files].toSorted();
}

async function filesAt(path: string): Promise<string[]> {
  const about = await stat(path).catch((error: unknown) => {
    throw new UserError('errors.import.path', { path, reason: reasonOf(error) });
  });
  if (!about.isDirectory()) return [path];
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    throw new UserError('errors.import.path', { path, reason: reasonOf(error) });
  });
  const files = entries
    .filter((entry) => entry.isFile() && isDigest(entry.name))
    .map(({ name, parentPath }) => join(parentPath, name));
  if (files.length === 0) throw new UserError('errors.import.emptyFolder', { path });
  return files;
}

function isDigest(name: string): boolean {
  return /\.(md|markdown)$/i.test(name) ? !ABOUT.test(name) : isRecordedDay(name);
}

/** Reads one file; whatever is wrong with it is told in the result and never thrown. */
export async function readDigestFile(file: string, now: Date): Promise<FileRead> {
  try {
    const { size } = await stat(file);
    if (size > FILE_MAX) throw new UserError('errors.import.large', { file, megabytes: FILE_MAX / 2 ** 20 });
    const text = await readFile(file, 'utf8');
    const isJson = /\.json$/i.test(file);
    const read: ParsedDay = isJson ? readRecordedDay(file, text, now.getTime()) : readMarkdown(file, text);
    const { digest, beside, warnings } = read;
    return { kind: 'read', file, digests: beside === undefined ? [digest] : [digest, beside], warnings };
  } catch (error) {
    const reason =
      error instanceof UserError
        ? new UserError(error.key, { ...error.values, file })
        : new UserError('errors.import.unreadable', { file, reason: reasonOf(error) });
    return { kind: 'failed', file, reason };
  }
}

function readMarkdown(file: string, markdown: string): ParsedDay {
  const date = /(\d{4}-\d{2}-\d{2})/.exec(basename(file))?.[1];
  const read = parseDigest(markdown, date === undefined ? {} : { date });
  const undated = read.warnings.some(({ rule }) => rule === 'heading-without-date');
  if (undated && read.digest.listings.length === 0) throw new UserError('errors.import.noDigest');
  return read;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
