import type { Day, Details, Listing, Media, Origin, PaperRecord, Votes } from '../archive/paper.ts';
import type { ListingRow, PaperRecordRow } from './schema.ts';

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

export function listingOfRow(row: ListingRow): Listing {
  const votes: Votes = row.votes ?? row.votes_unknown ?? 'missing';
  const names: string[] = JSON.parse(row.authors);
  const sections: [string | null, string][] = JSON.parse(row.sections);
  const listing: Listing = {
    paperId: row.paper_id,
    title: row.title,
    votes,
    authors: { names, cut: row.authors_cut === 1 },
    media:
      row.media_kind === null || row.media_url === null ? null : { kind: row.media_kind, url: row.media_url },
    sections: sections.map(([heading, text]) => ({ heading, text })),
  };
  if (row.details === null) return listing;
  const details: Details = JSON.parse(row.details);
  return { ...listing, details };
}

/** @returns null if the source did not know the paper */
export function readRecord({ source, told_at, listing }: PaperRecordRow): PaperRecord | null {
  return told_at === null || listing === null ? null : { source, at: told_at, listing: JSON.parse(listing) };
}
