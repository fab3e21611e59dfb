import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Unread } from '../../archive/merge/held.ts';
import type { Digest, Warning } from '../../archive/paper.ts';
import { type ParsedDay, parseDigest } from '../../digest-format/read/parse.ts';
import { messageOf, UserError } from '../../errors.ts';
import { dayInName, isNamedAfterDay, isRecordedDay, readRecordedDay } from './recorded-day.ts';
import { readTextFile } from './text-file.ts';

/** A digest with the parts that could not be read. */
export interface ReadDigest {
  readonly digest: Digest;
  readonly unread?: Unread | undefined;
}

/** At most one digest per origin, or the reason why the file could not be read. */
type FileRead =
  | {
      readonly kind: 'read';
      readonly file: string;
      readonly digests: readonly ReadDigest[];
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: 'failed'; readonly file: string; readonly reason: UserError };

interface Found {
  /** Sorted, without repeats. */
  readonly files: readonly string[];
  /** Named like digests, but in a format that we do not read. */
  readonly passedOver: readonly string[];
}

/** Bytes: 40 times the largest Markdown digest, 30 times the largest recorded day. */
const MARKDOWN_MAX = 4 * 1024 * 1024;
const RECORDED_MAX = 8 * 1024 * 1024;
/** Ten times the longest digest: parsing takes up to 40 KB a line. */
const LINES_MAX = 6_000;
/** Pages about a folder. */
const ABOUT = /^(readme|source|license|licence|changelog)\./i;

/**
 * Finds digest files. A file is taken as it is. A folder is searched with its subfolders for `.md` files, except pages about
 * it (`README.md` …), and for `.json` files with a day in the name (`2024-12-06 (1).json`).
 *
 * @throws UserError for a path that does not exist, or a folder without such files
 */
export async function findDigests(paths: readonly string[]): Promise<Found> {
  const files = new Set<string>();
  const passedOver = new Set<string>();
  for (const path of paths) {
    const found = await findAt(path);
    for (const file of found.files) files.add(file);
    for (const file of found.passedOver) passedOver.add(file);
  }
  return { files: [...files].toSorted(), passedOver: [...passedOver].toSorted() };
}

async function findAt(path: string): Promise<Found> {
  const about = await stat(path).catch((error: unknown) => {
    throw new UserError('errors.import.path', { path, reason: messageOf(error) });
  });
  if (!about.isDirectory()) return { files: [path], passedOver: [] };
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch((error: unknown) => {
    throw new UserError('errors.import.path', { path, reason: messageOf(error) });
  });
  const named: string[] = [];
  for (const entry of entries) {
    const file = join(entry.parentPath, entry.name);
    // Editors and systems leave hidden files beside the real ones.
    if (entry.name.startsWith('.')) continue;
    if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(file)))) named.push(file);
  }
  const files = named.filter(isDigest);
  if (files.length === 0) throw new UserError('errors.import.emptyFolder', { path });
  return { files, passedOver: named.filter((file) => !isDigest(file) && looksLikeDays(file)) };
}

/** Also true for a broken link, so that the failure to read it is reported. */
async function leadsToFile(link: string): Promise<boolean> {
  return stat(link).then(
    (about) => about.isFile(),
    () => true,
  );
}

function isDigest(file: string): boolean {
  const name = basename(file);
  return /\.(md|markdown)$/i.test(name) ? !ABOUT.test(name) : isRecordedDay(name);
}

function looksLikeDays(file: string): boolean {
  return isNamedAfterDay(file) || /\.(jsonl|ndjson)$/i.test(file);
}

/** Never throws. */
export async function readDigestFile(file: string, now: Date): Promise<FileRead> {
  try {
    const isJson = /\.json$/i.test(file);
    const read = isJson ? await readRecorded(file, now) : await readMarkdown(file);
    const { digest, beside = [], unread, warnings } = read;
    const digests = [digest, ...beside].map((one) => ({ digest: one, unread }));
    return { kind: 'read', file, digests, warnings };
  } catch (error) {
    const reason =
      error instanceof UserError
        ? new UserError(error.key, { ...error.values, file })
        : new UserError('errors.import.unreadable', { file, reason: messageOf(error) });
    return { kind: 'failed', file, reason };
  }
}

async function readRecorded(file: string, now: Date): Promise<ParsedDay> {
  const { text, isWhole } = await readTextFile(file, RECORDED_MAX);
  if (!isWhole) throw new UserError('errors.digest.binary', { line: brokenLine(text) });
  return readRecordedDay(file, text, now.getTime());
}

async function readMarkdown(file: string): Promise<ParsedDay> {
  const { text, isWhole } = await readTextFile(file, MARKDOWN_MAX);
  const lines = text.split('\n').length;
  if (lines > LINES_MAX) throw new UserError('errors.import.manyLines', { lines, max: LINES_MAX });
  const date = dayInName(file);
  const read = parseDigest(text, date === null ? {} : { date });
  const undated = read.warnings.some(({ rule }) => rule === 'heading-without-date');
  if (undated && read.digest.listings.length === 0) throw new UserError('errors.import.noDigest');
  if (isWhole) return read;
  const line = brokenLine(text);
  const broken = { line, rule: 'broken-characters', text: text.split('\n')[line - 1] ?? '' };
  return { ...read, warnings: [broken, ...read.warnings] };
}

/** The first line with an unreadable character. */
function brokenLine(text: string): number {
  return text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
}
