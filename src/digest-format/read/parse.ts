import type { SourceField, Unread } from '../../archive/merge/held.ts';
import type { Day, Digest, Fetched, PaperId, Warning } from '../../archive/paper.ts';
import { UserError } from '../../errors.ts';
import { findDay } from '../../text/dates/day.ts';
import { type Chunk, collectWarnings, readChunks, sourceText, type Warn, warnOfText } from './chunks.ts';
import { DayParts } from './day-parts.ts';
import { readFetched } from './details-lines.ts';
import { readListing, readListingHeading } from './listing.ts';

const LEVEL = /^#{1,6}(?!#)/;
const NAME = /(?:hugging ?face )?daily papers?(?![\p{L}\d])|데일리 ?페이퍼|오늘의 논문/iu;
/** What a day's heading may have besides: punctuation and the weekday. */
const MARKS = /^[\s()[\],.:：·|*_–—-]*$/;
const WEEKDAY =
  /\b(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?\b|[일월화수목금토](?:요일)?/iu;

/** The field that stays unknown, by warning. */
const UNREAD: ReadonlyMap<string, SourceField> = new Map([
  ['odd-votes', 'votes'],
  ['odd-authors', 'authors'],
  ['odd-media', 'media'],
  ['too-deep', 'sections'],
  ['no-title', 'title'],
]);

interface DayHeading {
  /** Null without a date, or with one that does not exist. */
  readonly day: Day | null;
  /** Whether there are other words besides name and date. */
  readonly more: boolean;
}

export interface ParsedDay {
  /** The Markdown digest, or the first fetched one. */
  readonly digest: Digest;
  /** Digests of other origins. */
  readonly beside?: readonly Digest[];
  /** Absent if everything was read. */
  readonly unread?: Unread;
  readonly warnings: readonly Warning[];
}

/**
 * Reads one day's digest, or one for each origin. Nothing is lost silently: unreadable text comes back as a warning, verbatim.
 *
 * @param options.date used if no heading has a date
 * @throws UserError `errors.digest.noDate` (`line`, `found`) without a date; `errors.digest.binary` (`line`) without text
 */
export function parseDigest(markdown: string, options: { readonly date?: Day } = {}): ParsedDay {
  const { warn, inOrder } = collectWarnings();
  const chunks = readChunks(markdown, beginsChunk, warn);
  const date = findDate(chunks) ?? options.date;
  if (date === undefined) throw withoutDate(chunks);
  if (!chunks.some(isDayHeading)) warn(1, 'heading-without-date', firstText(chunks).found);
  const unread = { entries: [] as number[], fields: new Map<PaperId, Set<SourceField>>() };
  const [digest = { date, listings: [] }, ...beside] = readParts(chunks, date, unread, warn);
  if (digest.listings.length === 0 && beside.length === 0)
    warn(chunks.find(isDayHeading)?.line ?? 1, 'no-listings', `${date}`);
  const isRead = unread.entries.length === 0 && unread.fields.size === 0;
  return { digest, ...(beside.length > 0 && { beside }), ...(!isRead && { unread }), warnings: inOrder() };
}

/** Markdown first. */
function readParts(
  chunks: readonly Chunk[],
  date: Day,
  unread: { readonly entries: number[]; readonly fields: Map<PaperId, Set<SourceField>> },
  warn: Warn,
): readonly Digest[] {
  const parts = new DayParts();
  let current = date;
  for (const chunk of chunks) {
    const { heading, line } = chunk;
    const dayHeading = heading === null ? null : readDayHeading(heading);
    if (heading === null || dayHeading) {
      current = dayHeading ? (dayHeading.day ?? date) : current;
      if (dayHeading) warnOfDayHeading(dayHeading, current !== date, chunk, warn);
      const { fetched, rest } = takeFetched(chunk);
      if (dayHeading && current === date) parts.open(fetched);
      warnOfText(rest, 'text-before-listings', warn);
      continue;
    }
    if (current !== date) {
      warn(line, 'another-date', sourceText(chunk));
      continue;
    }
    const link = readListingHeading(heading);
    if (!link?.paperId) {
      unread.entries.push(parts.count);
      warn(line, ruleWithoutPaper(heading, link !== null), sourceText(chunk));
      continue;
    }
    const { paperId } = link;
    const noting: Warn = (at, rule, text) => {
      const field = UNREAD.get(rule);
      if (field) unread.fields.set(paperId, (unread.fields.get(paperId) ?? new Set()).add(field));
      warn(at, rule, text);
    };
    if (link.around !== '') warn(line, 'text-around-link', heading);
    if (link.title === '') noting(line, 'no-title', heading);
    const listing = readListing(chunk, link.title || paperId, paperId, parts.isFetched, noting);
    if (parts.add(listing)) warn(line, 'listed-twice', sourceText(chunk));
  }
  return parts.digests(date);
}

/** Takes the line of a fetched day out of the text under its heading. */
function takeFetched(chunk: Chunk): { fetched: Fetched | null; rest: Chunk } {
  const at = chunk.heading === null ? -1 : chunk.body.findIndex((text) => text.trim() !== '');
  const fetched = readFetched(chunk.body[at] ?? '');
  return { fetched, rest: fetched === null ? chunk : { ...chunk, body: chunk.body.with(at, '') } };
}

function ruleWithoutPaper(heading: string, hasLink: boolean): string {
  if (hasLink) return 'unknown-link';
  return heading.startsWith('###') ? 'listing-without-link' : 'unknown-heading';
}

function warnOfDayHeading(
  { day, more }: DayHeading,
  isAnother: boolean,
  { heading, line }: Chunk,
  warn: Warn,
): void {
  const text = heading ?? '';
  if (day === null) warn(line, 'heading-without-date', text);
  else if (isAnother) warn(line, 'heading-of-another-date', text);
  else if (more) warn(line, 'odd-heading', text);
}

function findDate(chunks: readonly Chunk[]): Day | undefined {
  for (const { heading } of chunks) {
    const day = heading === null ? null : readDayHeading(heading)?.day;
    if (day) return day;
  }
  return undefined;
}

function isDayHeading({ heading }: Chunk): boolean {
  return heading !== null && readDayHeading(heading) !== null;
}

function readDayHeading(heading: string): DayHeading | null {
  const text = heading.replace(LEVEL, '');
  if (text === heading || (!/^[ \t]+daily papers\b/i.test(text) && readListingHeading(heading))) return null;
  const name = NAME.exec(text)?.[0];
  const found = findDay(text);
  const rest = text.replace(name ?? '', '').replace(found?.written ?? '', '');
  const isDate = found !== null && MARKS.test(rest.replace(WEEKDAY, ''));
  if (name === undefined && !isDate) return null;
  return { day: found?.day ?? null, more: found !== null && !isDate };
}

/** Headings of other levels than 2 and 3 begin a chunk only if they are a day or a link to a paper without other words. */
function beginsChunk(line: string): boolean {
  if (!LEVEL.test(line)) return false;
  if (readDayHeading(line) !== null) return true;
  const link = readListingHeading(line);
  return link !== null && link.paperId !== null && !/\p{L}/u.test(link.around);
}

function withoutDate(chunks: readonly Chunk[]): UserError {
  return new UserError('errors.digest.noDate', firstText(chunks));
}

/** What to report for a missing date: the day heading without one, else the first line of text. */
function firstText(chunks: readonly Chunk[]): { line: number; found: string } {
  const day = chunks.find(isDayHeading);
  const lines = day
    ? []
    : chunks.flatMap(({ heading, body }) => (heading === null ? body : [heading, ...body]));
  const index = lines.findIndex((line) => line.trim() !== '');
  const found = day?.heading ?? lines[index] ?? '';
  return { line: day?.line ?? Math.max(index, 0) + 1, found: found.slice(0, 100) };
}
