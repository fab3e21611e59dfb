import type { Details, Digest, Fetched, Listing, PaperId } from '../paper.ts';

/** Fields of a paper that can be unreadable one by one. */
export type SourceField = 'title' | 'votes' | 'authors' | 'media' | 'sections' | Detail;

type Detail =
  | 'abstract'
  | 'keywords'
  | 'aiSummary'
  | 'organization'
  | 'code'
  | 'project'
  | Count
  | 'authorAnswers';

type Count = 'stars' | 'comments' | 'models' | 'datasets' | 'spaces';

const COUNTS: readonly Count[] = ['stars', 'comments', 'models', 'datasets', 'spaces'];

/** The parts of a day's source that could not be read. Their values are unknown, not removed. */
export interface Unread {
  /** For each unreadable entry, how many papers were read before it. */
  readonly entries: readonly number[];
  readonly fields: ReadonlyMap<PaperId, ReadonlySet<SourceField>>;
}

const ALL_READ: Unread = { entries: [], fields: new Map() };

/** A list with a smaller share of the stored papers than this counts as incomplete. */
const LEAST = 1 / 2;

/** A digest completed from the stored one; `papers` are those that it took over from there. */
interface Kept {
  readonly digest: Digest;
  readonly papers: readonly PaperId[];
}

/**
 * Completes a digest from the stored one of its day and origin. An unreadable field keeps its stored value. If entries
 * could not be read, or a fetched list shrank to less than half, missing papers stay. Votes that stay keep the time at
 * which they were counted.
 */
export function keepHeld(digest: Digest, unread = ALL_READ, held: Digest): Kept {
  const before = new Map(held.listings.map((listing) => [listing.paperId, asCounted(listing, held.fetched)]));
  const listings = digest.listings.map((listing) => {
    const fields = unread.fields.get(listing.paperId);
    const known = before.get(listing.paperId);
    before.delete(listing.paperId);
    return fields === undefined || known === undefined ? listing : fill(listing, fields, known);
  });
  if (unread.entries.length === 0 && !hasShrunk(digest, held)) {
    return { digest: { ...digest, listings }, papers: [] };
  }
  const papers = [...before.keys()];
  // Each paper that stays takes the place of an unreadable entry; the rest go to the end.
  const rest = [...before.values()];
  const inOrder = listings.flatMap((listing, at) => {
    const places = unread.entries.filter((place) => place === at).length;
    return [...rest.splice(0, places), listing];
  });
  return { digest: { ...digest, listings: [...inOrder, ...rest] }, papers };
}

function hasShrunk({ listings, fetched }: Digest, held: Digest): boolean {
  return fetched !== undefined && listings.length > 0 && listings.length < held.listings.length * LEAST;
}

/** The listing with the time at which its votes were counted; unchanged if it has no known votes. */
function asCounted(listing: Listing, fetched: Fetched | undefined): Listing {
  const { details, votes } = listing;
  if (details === undefined || fetched === undefined || typeof votes !== 'number') return listing;
  return { ...listing, details: { ...details, votesAsOf: details.votesAsOf ?? fetched.at } };
}

function fill(listing: Listing, fields: ReadonlySet<SourceField>, held: Listing): Listing {
  const votes = fields.has('votes') && held.votes !== 'missing';
  const authors = fields.has('authors') && isAsWhole(held, listing);
  const filled = {
    ...listing,
    ...(fields.has('title') && { title: held.title }),
    ...(votes && { votes: held.votes }),
    ...(authors && { authors: held.authors }),
    ...(fields.has('media') && { media: held.media ?? listing.media }),
    ...(fields.has('sections') && { sections: held.sections }),
  };
  if (listing.details === undefined || held.details === undefined) return filled;
  const { votesAsOf, hiddenAuthors } = held.details;
  const details = {
    ...fillDetails(listing.details, fields, held.details),
    ...(votes && votesAsOf !== undefined && { votesAsOf }),
    ...(authors && { hiddenAuthors }),
  };
  return { ...filled, details };
}

/** Whether the stored authors are at least as many, and none of them may have been hidden since. */
function isAsWhole(held: Listing, listing: Listing): boolean {
  const hidden = (listing.details?.hiddenAuthors ?? 0) > (held.details?.hiddenAuthors ?? 0);
  return !hidden && held.authors.names.length >= listing.authors.names.length;
}

function fillDetails(details: Details, fields: ReadonlySet<SourceField>, held: Details): Details {
  const has = (field: Detail | 'media') => fields.has(field);
  const counts = COUNTS.filter((field) => has(field) && held[field] !== undefined);
  return {
    ...details,
    ...(has('abstract') && { abstract: held.abstract }),
    ...(has('keywords') && held.keywords.length > 0 && { keywords: held.keywords }),
    ...(has('aiSummary') && { aiSummary: held.aiSummary }),
    ...(has('organization') && { organization: held.organization }),
    ...(has('code') && { code: held.code }),
    ...Object.fromEntries(counts.map((field) => [field, held[field]])),
    ...(has('authorAnswers') && held.authorAnswers && { authorAnswers: held.authorAnswers }),
    ...(has('media') && held.media && { media: held.media }),
    ...(has('project') && { project: held.project }),
  };
}
