import { z } from 'zod';
import { readPaperId } from '../../archive/ids.ts';
import { ADDRESS_MAX, knownMedia, mediaOf } from '../../archive/media.ts';
import type { SourceField } from '../../archive/merge/held.ts';
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
import type { ListedDay, PaperAnswer } from '../source.ts';

/** A list that is mostly unreadable. */
interface Unreadable {
  readonly entries: number;
  readonly unread: number;
  /** Place (from 1) and text of the first unreadable entry. */
  readonly line: number;
  readonly text: string;
}

/** Of one day; the busiest recorded one had 100. */
export const ENTRIES_MAX = 3_000;
/** Authors, keywords or addresses of one paper. */
const ITEMS_MAX = 10_000;
/** After this many odd names the rest of an author list is skipped. */
const ODD_MAX = 20;
/** For one list; further ones are counted. */
const WARNINGS_MAX = 1_000;
/** Pictures and videos of one paper. */
const MEDIA_MAX = 10;
/** Characters of a value in a warning. */
const SHOWN = 100;
const text = z.string();
const list = z.array(z.unknown()).max(ITEMS_MAX);
const count = z
  .union([z.number(), text.regex(/^\d{1,10}$/).transform(Number)])
  .pipe(z.int().nonnegative().max(VOTES_MAX));
const yesOrNo = z.boolean();
const fields = z.record(z.string(), z.unknown());
const entrySchema = z.looseObject({ paper: z.looseObject({ id: text.max(SHOWN) }) });
const datedSchema = z.looseObject({ paper: z.looseObject({ submittedOnDailyAt: text }) });
const author = z.object({ name: text });
const organization = z
  .object({ fullname: text.nullish(), name: text.nullish() })
  .transform(({ fullname, name }) => oneLine(fullname ?? '') || oneLine(name ?? ''))
  .pipe(text.min(1));

type Entry = z.infer<typeof entrySchema>;

/** Fields that only some papers have, with their names in the API. */
const NOW_AND_THEN: readonly (readonly [SourceField, readonly string[]])[] = [
  ['keywords', ['ai_keywords']],
  ['aiSummary', ['ai_summary']],
  ['organization', ['organization']],
  ['code', ['githubRepo']],
  ['stars', ['githubStars']],
  ['project', ['projectPage']],
  ['media', ['mediaUrls', 'mediaUrl']],
  ['comments', ['numComments']],
  ['authorAnswers', ['isAuthorParticipating']],
];
/** Fields that every paper has. An entry with none of them is not a paper. */
const ALWAYS: readonly SourceField[] = ['title', 'votes', 'authors', 'abstract'];
/**
 * Reads the entries of `/api/daily_papers` in their order. An unreadable field gives a warning and is named in `unread`; so is
 * a field that no entry has. Unknown fields are ignored. Hidden authors are counted but not named.
 */
export function readDailyPapers(entries: readonly unknown[]): ListedDay {
  const warnings = new Warnings();
  const listings = new Map<PaperId, Listing>();
  const unread = { entries: [] as number[], fields: new Map<PaperId, ReadonlySet<SourceField>>() };
  const absent = absentIn(entries);
  for (const [index, entry] of entries.entries()) {
    const warn = (rule: string, value: unknown) => warnings.add(index + 1, rule, value);
    const read = entrySchema.safeParse(entry);
    const paperId = read.success ? readPaperId(read.data.paper.id) : null;
    const isNew = paperId !== null && !listings.has(paperId);
    const found = read.success && isNew ? readListing(paperId, read.data, warn) : null;
    if (found !== null && !ALWAYS.every((field) => found.unread.has(field))) {
      listings.set(found.listing.paperId, found.listing);
      const fields = found.unread.union(absent);
      if (fields.size > 0) unread.fields.set(found.listing.paperId, fields);
      continue;
    }
    unread.entries.push(listings.size);
    if (!read.success) warn('no-paper', entry);
    else if (paperId === null) warn('unknown-paper', read.data.paper.id);
    else if (found === null) warn('listed-twice', paperId);
    else warn('no-paper', entry);
  }
  const isRead = unread.entries.length === 0 && unread.fields.size === 0;
  return { listings: [...listings.values()], ...(!isRead && { unread }), warnings: warnings.all() };
}

/**
 * Reads the answer of `/api/papers/{id}`: one flat object with the fields of an entry and its `paper`, and numbers of linked
 * models, datasets and Spaces.
 *
 * @returns the beginning of the answer, if it is not this paper
 */
export function readPaperAnswer(id: PaperId, answer: unknown): PaperAnswer | string {
  const flat = fields.safeParse(answer);
  const read = entrySchema.safeParse({ ...flat.data, paper: flat.data });
  if (!read.success || readPaperId(read.data.paper.id) !== id) return shown(answer);
  const warnings = new Warnings();
  const { listing, unread } = readListing(id, read.data, (rule, value) => warnings.add(1, rule, value));
  if (ALWAYS.every((field) => unread.has(field))) return shown(answer);
  return {
    listing,
    ...(unread.size > 0 && { unread: { entries: [], fields: new Map([[id, unread]]) } }),
    warnings: warnings.all(),
  };
}

/** @returns null if at least half of the list was read */
export function unreadableAs({ listings, unread, warnings }: ListedDay): Unreadable | null {
  const count = unread?.entries.length ?? 0;
  const entries = listings.length + count;
  if (count * 2 <= entries) return null;
  const first = warnings.find(({ rule }) => rule !== 'odd-field');
  return { entries, unread: count, line: first?.line ?? 1, text: first?.text ?? '' };
}

/** Optional fields that no entry has: the API has probably dropped or renamed them, so stored values stay. */
function absentIn(entries: readonly unknown[]): ReadonlySet<SourceField> {
  const names = new Set<string>();
  for (const entry of entries) {
    const read = entrySchema.safeParse(entry);
    if (!read.success) continue;
    for (const part of [read.data, read.data.paper]) {
      for (const [name, value] of Object.entries(part)) if (value !== null) names.add(name);
    }
  }
  const absent = NOW_AND_THEN.filter(([, under]) => !under.some((name) => names.has(name)));
  return new Set(absent.map(([field]) => field));
}

/** Identifies an entry across pages: the paper's id, or the entry itself. */
export function keyOf(entry: unknown): string {
  const read = entrySchema.safeParse(entry);
  return read.success ? (readPaperId(read.data.paper.id) ?? read.data.paper.id) : jsonOf(entry);
}

/**
 * The other day whose list this is: most entries carry a day, and all of those the same one (else the field has changed its
 * meaning). Lists from before March 2025 carry no days. Null if no other day is known.
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
  entry: Entry,
  warn: (rule: string, value: unknown) => void,
): { listing: Listing; unread: ReadonlySet<SourceField> } {
  const { paper } = entry;
  const reader = new Reader(paperId, warn);
  const title = oneLine(reader.take('title', 'title', text, paper.title ?? entry.title) ?? '');
  if (title === '') reader.lacks('title', 'no-title', paperId);
  const found: Votes = reader.always('votes', 'upvotes', count, paper.upvotes) ?? 'missing';
  const { authors, hiddenAuthors } = readAuthors(paper.authors, reader);
  const summary = reader.always('abstract', 'summary', text, paper.summary ?? entry.summary);
  const abstract = tidyText(clean(summary ?? '')) || null;
  if (abstract === null) reader.unread.add('abstract');
  const { first, known } = readMedia(entry, reader);
  const listing = {
    paperId,
    title: title === '' ? paperId : title,
    votes: found,
    authors,
    media: first,
    sections: [],
    details: { abstract, ...readDetails(entry, known, reader), hiddenAuthors },
  };
  return { listing, unread: reader.unread };
}

function readDetails(
  { paper, ...entry }: Entry,
  media: readonly Media[],
  reader: Reader,
): Omit<Details, 'abstract' | 'hiddenAuthors'> {
  const named = paper.organization ?? entry.organization;
  const by = reader.take('organization', 'organization', organization, named);
  const stars = reader.take('stars', 'githubStars', count, paper.githubStars);
  const comments = reader.take('comments', 'numComments', count, entry.numComments ?? paper.numComments);
  const answers = entry.isAuthorParticipating ?? paper.isAuthorParticipating;
  const authorAnswers = reader.take('authorAnswers', 'isAuthorParticipating', yesOrNo, answers);
  const keywords = reader.texts('keywords', 'ai_keywords', paper.ai_keywords).map(oneLine);
  return {
    keywords: [...new Set(keywords)].filter((keyword) => keyword !== ''),
    aiSummary: reader.passage('aiSummary', 'ai_summary', paper.ai_summary),
    organization: by,
    code: reader.address('code', 'githubRepo', paper.githubRepo, repositoryOf),
    ...(stars !== null && { stars }),
    ...(comments !== null && { comments }),
    ...(authorAnswers === true && { authorAnswers }),
    ...(media.length > 0 && { media }),
    ...readLinked(paper, reader),
    project: reader.address('project', 'projectPage', paper.projectPage, (url) => url.href),
  };
}

/** Models, datasets and Spaces on Hugging Face that name the paper; lists of days do not have them. */
function readLinked(paper: Entry['paper'], reader: Reader): Pick<Details, 'models' | 'datasets' | 'spaces'> {
  const models = reader.take('models', 'numTotalModels', count, paper.numTotalModels);
  const datasets = reader.take('datasets', 'numTotalDatasets', count, paper.numTotalDatasets);
  const spaces = reader.take('spaces', 'numTotalSpaces', count, paper.numTotalSpaces);
  return {
    ...(models !== null && { models }),
    ...(datasets !== null && { datasets }),
    ...(spaces !== null && { spaces }),
  };
}

/** In the order of the paper. A name that occurs twice belongs to two people. */
function readAuthors(value: unknown, reader: Reader): { authors: AuthorList; hiddenAuthors: number } {
  const names: string[] = [];
  let hiddenAuthors = 0;
  let odd = 0;
  for (const item of reader.always('authors', 'authors', list, value) ?? []) {
    if (odd === ODD_MAX) break;
    const read = author.safeParse(item);
    const name = read.success ? oneLine(read.data.name) : '';
    // First, so that a hidden name does not appear in a warning either.
    if (isHidden(item)) hiddenAuthors += 1;
    else if (name === '' || name === '+') {
      reader.odd('authors', 'authors', item);
      odd += 1;
    } else names.push(name);
  }
  // Every paper has authors.
  if (names.length === 0 && hiddenAuthors === 0) reader.unread.add('authors');
  return { authors: { names, cut: odd > 0 }, hiddenAuthors };
}

/** Any truthy value hides the name, so that a change of type in the API reveals none. */
function isHidden(item: unknown): boolean {
  const read = fields.safeParse(item);
  return read.success && Boolean(read.data.hidden);
}

/** Submitted pictures and videos, and Hugging Face's preview. `first` may have any host; `known` only known ones. */
function readMedia(
  { paper, ...entry }: Entry,
  reader: Reader,
): { first: Media | null; known: readonly Media[] } {
  const href = (url: URL) => url.href;
  const urls = reader.texts('media', 'mediaUrls', paper.mediaUrls ?? entry.mediaUrls).slice(0, MEDIA_MAX);
  const [submitted = entry.mediaUrl, ...others] = urls;
  const preview = entry.thumbnail ?? paper.thumbnail;
  const url =
    reader.address('media', 'mediaUrls', submitted, href) ??
    reader.address('media', 'thumbnail', preview, href);
  if (url === null) reader.unread.add('media');
  const written = [submitted, ...others, preview].filter((one) => typeof one === 'string');
  const known = [...new Set(written)].flatMap((one) => knownMedia(one.trim()) ?? []);
  return { first: url === null ? null : mediaOf(new URL(url)), known };
}

/** Reads the fields of one paper. An unreadable field gives a warning and is added to `unread`. */
class Reader {
  readonly unread = new Set<SourceField>();
  readonly #paperId: PaperId;
  readonly #warn: (rule: string, value: unknown) => void;

  constructor(paperId: PaperId, warn: (rule: string, value: unknown) => void) {
    this.#paperId = paperId;
    this.#warn = warn;
  }

  /** @param name in the API */
  take<T>(field: SourceField, name: string, schema: z.ZodType<T>, value: unknown): T | null {
    if (value === undefined || value === null) return null;
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    this.odd(field, name, value);
    return null;
  }

  /** For a field that every paper has. */
  always<T>(field: SourceField, name: string, schema: z.ZodType<T>, value: unknown): T | null {
    if (value === undefined || value === null) this.odd(field, name, undefined);
    return this.take(field, name, schema, value);
  }

  odd(field: SourceField, name: string, value: unknown): void {
    this.lacks(field, 'odd-field', `${this.#paperId} ${name}: ${shown(value)}`);
  }

  lacks(field: SourceField, rule: string, text: string): void {
    this.unread.add(field);
    this.#warn(rule, text);
  }

  texts(field: SourceField, name: string, value: unknown): readonly string[] {
    const items = this.take(field, name, list, value) ?? [];
    const texts = items.filter((item) => typeof item === 'string');
    const odd = items.find((item) => typeof item !== 'string');
    if (texts.length < items.length) this.odd(field, name, odd);
    return texts;
  }

  passage(field: SourceField, name: string, value: unknown): string | null {
    return tidyText(clean(this.take(field, name, text, value) ?? '')) || null;
  }

  /** @param read the part of an `https:` address to keep; null rejects it */
  address(
    field: SourceField,
    name: string,
    value: unknown,
    read: (url: URL) => string | null,
  ): string | null {
    const written = this.take(field, name, text, value)?.trim() ?? '';
    if (written === '') return null;
    const url = URL.canParse(written) ? new URL(written) : null;
    const safe = url?.protocol === 'https:' && url.username === '' && url.password === '';
    const kept = safe && url.href.length <= ADDRESS_MAX ? read(url) : null;
    if (kept === null) this.lacks(field, 'odd-link', `${this.#paperId} ${name}: ${written}`);
    return kept;
  }
}

/** Counts warnings above `WARNINGS_MAX`. */
class Warnings {
  readonly #kept: Warning[] = [];
  #more = 0;
  #last = 1;

  add(line: number, rule: string, value: unknown): void {
    this.#last = line;
    if (this.#kept.length < WARNINGS_MAX) this.#kept.push({ line, rule, text: shown(value) });
    else this.#more += 1;
  }

  all(): readonly Warning[] {
    if (this.#more === 0) return this.#kept;
    return [...this.#kept, { line: this.#last, rule: 'more', text: String(this.#more) }];
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

/** One line of at most `SHOWN` characters. */
export function shown(value: unknown): string {
  return oneLine(typeof value === 'string' ? value : jsonOf(value)).slice(0, SHOWN);
}

/** `JSON.stringify` overflows the stack on deep values that `JSON.parse` accepts. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? 'missing';
  } catch {
    return Array.isArray(value) ? '[…]' : '{…}';
  }
}
