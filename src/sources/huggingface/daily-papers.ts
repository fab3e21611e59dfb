import { z } from 'zod';
import { readPaperId } from '../../archive/ids.ts';
import {
  type AuthorList,
  type Day,
  type Details,
  type Listing,
  type Media,
  type PaperId,
  VOTES_MAX,
  type Votes,
  type Warning,
} from '../../archive/paper.ts';
import { cleanText, tidyText } from '../../digest-format/read/chunks.ts';
import { isDay } from '../../text/dates/day.ts';

/** What a list of Hugging Face says of a day. The `line` of a warning is the paper's place in the list, from 1. */
export interface DailyPapers {
  readonly listings: readonly Listing[];
  readonly warnings: readonly Warning[];
}

/** Characters of an odd value that a warning shows. */
const SHOWN = 100;

/** The longest address that is kept: browsers and Discord take no more. */
const ADDRESS_MAX = 2048;

const text = z.string();
const list = z.array(z.unknown());
const votes = z.int().nonnegative().max(VOTES_MAX);
const fields = z.record(z.string(), z.unknown());
const entrySchema = z.looseObject({ paper: z.looseObject({ id: text }) });
const datedSchema = z.looseObject({ paper: z.looseObject({ submittedOnDailyAt: text }) });
const author = z.object({ name: text });
const organization = z.object({ fullname: text.nullish(), name: text.nullish() });

/**
 * Reads the entries of `/api/daily_papers`, or of a day recorded from it, in their order. What cannot be read of a
 * paper is left out of it with a warning, and a paper without an arXiv id is left out of the day; unknown fields are
 * passed over. An author whose name is hidden is counted and not named.
 */
export function readDailyPapers(entries: readonly unknown[]): DailyPapers {
  const warnings: Warning[] = [];
  const listings = new Map<PaperId, Listing>();
  for (const [index, entry] of entries.entries()) {
    const warn = (rule: string, said: unknown) => warnings.push({ line: index + 1, rule, text: shown(said) });
    const read = entrySchema.safeParse(entry);
    if (!read.success) {
      warn('no-paper', entry);
      continue;
    }
    const paperId = readPaperId(read.data.paper.id);
    if (paperId === null) warn('unknown-paper', read.data.paper.id);
    else if (listings.has(paperId)) warn('listed-twice', paperId);
    else listings.set(paperId, readListing(paperId, read.data, warn));
  }
  return { listings: [...listings.values()], warnings };
}

/** The id of an entry as it is written, by which two pages are told apart; of one without, all that it says. */
export function keyOf(entry: unknown): string {
  const read = entrySchema.safeParse(entry);
  return read.success ? (readPaperId(read.data.paper.id) ?? read.data.paper.id) : jsonOf(entry);
}

/**
 * Another day than the one asked for, where these entries are the list of that: most of them say so, and those of one
 * and the same day. With different days the field would only mean something else than it did. Lists from before March
 * 2025 say nothing of their day.
 */
export function otherDayOf(entries: readonly unknown[], date: Day): Day | null {
  const days = entries.flatMap((entry) => dayListed(entry) ?? []);
  const [other] = days;
  const isOfOne = days.every((day) => day === other) && days.length * 2 > entries.length;
  return other !== undefined && other !== date && isOfOne ? other : null;
}

function dayListed(entry: unknown): Day | null {
  const read = datedSchema.safeParse(entry);
  const day = read.success ? read.data.paper.submittedOnDailyAt.slice(0, 10) : '';
  return isDay(day) ? day : null;
}

function readListing(
  paperId: PaperId,
  entry: z.infer<typeof entrySchema>,
  warn: (rule: string, said: unknown) => void,
): Listing {
  const { paper } = entry;
  const fieldsOf = new Fields(paperId, warn);
  const title = oneLine(fieldsOf.take('title', text, paper.title ?? entry.title) ?? '');
  if (title === '') warn('no-title', paperId);
  const { authors, hiddenAuthors } = readAuthors(paper.authors, fieldsOf);
  const found: Votes = fieldsOf.take('upvotes', votes, paper.upvotes) ?? 'missing';
  for (const name of ['upvotes', 'authors']) if (paper[name] === undefined) fieldsOf.odd(name, undefined);
  return {
    paperId,
    title: title === '' ? paperId : title,
    votes: found,
    authors,
    media: readMedia(entry, fieldsOf),
    sections: [],
    details: { ...readDetails(entry, fieldsOf), hiddenAuthors },
  };
}

function readDetails(
  { paper, ...entry }: z.infer<typeof entrySchema>,
  fieldsOf: Fields,
): Omit<Details, 'hiddenAuthors'> {
  const stars = fieldsOf.take('githubStars', votes, paper.githubStars);
  const by = fieldsOf.take('organization', organization, paper.organization ?? entry.organization);
  const keywords = fieldsOf.texts('ai_keywords', paper.ai_keywords).map(oneLine);
  return {
    abstract: fieldsOf.passage('summary', paper.summary ?? entry.summary),
    keywords: [...new Set(keywords)].filter((keyword) => keyword !== ''),
    aiSummary: fieldsOf.passage('ai_summary', paper.ai_summary),
    organization: oneLine(by?.fullname ?? '') || oneLine(by?.name ?? '') || null,
    code: fieldsOf.address('githubRepo', paper.githubRepo, repositoryOf),
    ...(stars !== null && { stars }),
    project: fieldsOf.address('projectPage', paper.projectPage, (url) => url.href),
  };
}

/** In the order of the paper; a name that comes twice is kept once, as everywhere in the archive. */
function readAuthors(value: unknown, fieldsOf: Fields): { authors: AuthorList; hiddenAuthors: number } {
  const names = new Set<string>();
  let hiddenAuthors = 0;
  let cut = false;
  for (const item of fieldsOf.take('authors', list, value) ?? []) {
    const read = author.safeParse(item);
    const name = read.success ? oneLine(read.data.name) : '';
    // Asked first: whoever hides a name must not stand in a warning either.
    if (isHidden(item)) hiddenAuthors += 1;
    else if (name === '' || name === '+') {
      fieldsOf.odd('authors', item);
      cut = true;
    } else names.add(name);
  }
  return { authors: { names: [...names], cut }, hiddenAuthors };
}

/** Anything but false hides: a name that was to be hidden must not be shown for a change of the API. */
function isHidden(item: unknown): boolean {
  const read = fields.safeParse(item);
  return read.success && Boolean(read.data.hidden);
}

/** What was submitted with the paper, or the picture that Hugging Face makes of every paper. */
function readMedia({ paper, ...entry }: z.infer<typeof entrySchema>, fieldsOf: Fields): Media | null {
  const [submitted = entry.mediaUrl] = fieldsOf.texts('mediaUrls', paper.mediaUrls ?? entry.mediaUrls);
  const url =
    fieldsOf.address('mediaUrls', submitted, ({ href }) => href) ??
    fieldsOf.address('thumbnail', entry.thumbnail, ({ href }) => href);
  if (url === null) return null;
  return { kind: /\.(mp4|qt|mov|webm|m4v)$/i.test(new URL(url).pathname) ? 'video' : 'image', url };
}

/** Reads fields of one paper; what is there and cannot be read is warned of. */
class Fields {
  readonly #paperId: PaperId;
  readonly #warn: (rule: string, said: unknown) => void;

  constructor(paperId: PaperId, warn: (rule: string, said: unknown) => void) {
    this.#paperId = paperId;
    this.#warn = warn;
  }

  take<T>(name: string, schema: z.ZodType<T>, value: unknown): T | null {
    if (value === undefined || value === null) return null;
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    this.odd(name, value);
    return null;
  }

  odd(name: string, value: unknown): void {
    this.#warn('odd-field', `${this.#paperId} ${name}: ${shown(value)}`);
  }

  texts(name: string, value: unknown): readonly string[] {
    return (this.take(name, list, value) ?? []).flatMap((item) => this.take(name, text, item) ?? []);
  }

  passage(name: string, value: unknown): string | null {
    return tidyText(clean(this.take(name, text, value) ?? '')) || null;
  }

  /** @param read of an `https:` address without a password what is kept of it, or null where it is not wanted */
  address(name: string, value: unknown, read: (url: URL) => string | null): string | null {
    const written = this.take(name, text, value)?.trim() ?? '';
    if (written === '') return null;
    const url = URL.canParse(written) ? new URL(written) : null;
    const safe = url?.protocol === 'https:' && url.username === '' && url.password === '';
    const kept = safe && url.href.length <= ADDRESS_MAX ? read(url) : null;
    if (kept === null) this.#warn('odd-link', `${this.#paperId} ${name}: ${written}`);
    return kept;
  }
}

function repositoryOf({ host, pathname }: URL): string | null {
  if (host.toLowerCase() !== 'github.com') return null;
  const match = /^\/([a-z\d](?:-?[a-z\d]){0,38}-?)\/([\w.-]{1,100}?)(?:\.git)?(?:\/.*)?$/i.exec(pathname);
  const [, owner, name = ''] = match ?? [];
  return owner === undefined || /^\.{0,2}$/.test(name) ? null : `https://github.com/${owner}/${name}`;
}

function clean(written: string): string {
  return cleanText(written).toWellFormed();
}

function oneLine(written: string): string {
  return clean(written).replace(/\s+/g, ' ').trim();
}

/** A value as a warning shows it: on one line and not too long. */
export function shown(value: unknown): string {
  return oneLine(typeof value === 'string' ? value : jsonOf(value)).slice(0, SHOWN);
}

/** JSON can be read at any depth, and not be written at one of some thousands. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'missing';
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
