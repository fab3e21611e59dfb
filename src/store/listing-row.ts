import type { Day, Details, Listing, Media, Origin, PaperRecord, Section, Votes } from '../archive/paper.ts';
import type { ListingRow, PaperRecordRow } from './schema.ts';
import type { KeptText, TextFile } from './text-file.ts';

/** The stored fields of a paper's details, in a fixed order for equal JSON and hashes. */
const DETAILS = [
  'abstract',
  'keywords',
  'aiSummary',
  'organization',
  'code',
  'project',
  'hiddenAuthors',
  'stars',
  'votesAsOf',
  // A field of `votesAsOf` if the hour is unknown.
  'day',
  'comments',
  'authorAnswers',
  'media',
  'models',
  'datasets',
  'spaces',
  // Fields of `media`.
  'kind',
  'url',
] satisfies (keyof Details | 'day' | keyof Media)[];

export function writeListing(day: Day, origin: Origin, position: number, listing: Listing): ListingRow {
  const { votes, details } = listing;
  const known = typeof votes === 'number';
  return {
    day,
    origin,
    position,
    paper_id: listing.paperId,
    title: listing.title,
    votes: known ? votes : null,
    votes_unknown: known ? null : votes,
    authors: JSON.stringify(listing.authors.names),
    authors_cut: listing.authors.cut ? 1 : 0,
    media_kind: listing.media?.kind ?? null,
    media_url: listing.media?.url ?? null,
    sections: JSON.stringify(listing.sections.map(({ heading, text }) => [heading, text])),
    details: details === undefined ? null : JSON.stringify(details, DETAILS),
  };
}

/** Equal listings give equal JSON. */
export function writeListingJson({ paperId, title, votes, authors, media, details }: Listing): string {
  const fields = details === undefined ? null : JSON.parse(JSON.stringify(details, DETAILS));
  return JSON.stringify({ paperId, title, votes, authors, media, sections: [], details: fields });
}

/** @param texts keeps the long texts; each is read when it is needed */
export function listingOfRow(row: ListingRow, texts?: TextFile): Listing {
  const votes: Votes = row.votes ?? row.votes_unknown ?? 'missing';
  const once = (text: string) => texts?.once(text) ?? text;
  const names: string[] = JSON.parse(row.authors);
  const sections: [string | null, string][] = JSON.parse(row.sections);
  const listing: Listing = {
    paperId: row.paper_id,
    title: row.title,
    votes,
    authors: { names: names.map(once), cut: row.authors_cut === 1 },
    media:
      row.media_kind === null || row.media_url === null
        ? null
        : { kind: row.media_kind, url: once(row.media_url) },
    sections: sections.map(([heading, text]) =>
      texts === undefined ? { heading, text } : new KeptSection(heading, text, texts),
    ),
  };
  if (row.details === null) return listing;
  const details: Details = JSON.parse(row.details);
  return { ...listing, details: texts === undefined ? details : keptDetails(details, texts) };
}

/** @returns null if the source did not know the paper @param texts as for `listingOfRow` */
export function readRecord(
  { source, told_at, listing: json }: PaperRecordRow,
  texts?: TextFile,
): PaperRecord | null {
  if (told_at === null || json === null) return null;
  const listing: Listing = JSON.parse(json);
  const { details } = listing;
  if (texts === undefined || !details) return { source, at: told_at, listing };
  return { source, at: told_at, listing: { ...listing, details: keptDetails(details, texts) } };
}

class KeptSection implements Section {
  readonly heading: string | null;
  readonly #texts: TextFile;
  readonly #text: KeptText;

  constructor(heading: string | null, text: string, texts: TextFile) {
    this.heading = heading && texts.once(heading);
    this.#texts = texts;
    this.#text = texts.keep(text);
  }

  get text(): string {
    return this.#texts.read(this.#text);
  }

  toJSON(): Section {
    return { heading: this.heading, text: this.text };
  }
}

function keptDetails({ abstract, keywords, aiSummary, ...others }: Details, texts: TextFile): Details {
  const media = others.media?.map(({ kind, url }) => ({ kind, url: texts.once(url) }));
  const kept = new DetailTexts(abstract, keywords, aiSummary, texts);
  return Object.assign(kept, others, media && { media });
}

/** Between keywords that are kept as one string: 28,000 strings would take three times the memory. */
const BETWEEN = '\0';

class DetailTexts implements Pick<Details, 'abstract' | 'keywords' | 'aiSummary'> {
  readonly #texts: TextFile;
  readonly #abstract: KeptText | null;
  readonly #keywords: string | null;
  readonly #aiSummary: KeptText | null;

  constructor(
    abstract: string | null,
    keywords: readonly string[],
    aiSummary: string | null,
    texts: TextFile,
  ) {
    this.#texts = texts;
    this.#keywords = keywords.length === 0 ? null : keywords.join(BETWEEN);
    this.#abstract = abstract === null ? null : texts.keep(abstract);
    this.#aiSummary = aiSummary === null ? null : texts.keep(aiSummary);
  }

  get abstract(): string | null {
    return this.#abstract === null ? null : this.#texts.read(this.#abstract);
  }

  get keywords(): readonly string[] {
    return this.#keywords?.split(BETWEEN) ?? [];
  }

  get aiSummary(): string | null {
    return this.#aiSummary === null ? null : this.#texts.read(this.#aiSummary);
  }

  toJSON() {
    return { ...this, abstract: this.abstract, keywords: this.keywords, aiSummary: this.aiSummary };
  }
}
