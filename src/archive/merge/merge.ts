import type {
  AsOf,
  AuthorList,
  DatedDigest,
  DatedListing,
  Day,
  Digest,
  Fetched,
  Listing,
  Origin,
  PaperId,
} from '../paper.ts';

/** The digests of one day, at most one of each origin. */
export interface Parts {
  readonly markdown?: Digest;
  readonly huggingface?: Digest;
}

const MARKDOWN: readonly Origin[] = ['markdown'];
const HUGGING_FACE: readonly Origin[] = ['huggingface'];
const BOTH: readonly Origin[] = ['markdown', 'huggingface'];

/**
 * Puts one day together. Its papers are the union, in the order of Hugging Face first. Of a paper in both, title,
 * authors, picture and details are those of Hugging Face, the summary is that of the Markdown, and the votes are the
 * later ones that are known.
 */
export function mergeDay(date: Day, { markdown, huggingface }: Parts): DatedDigest {
  const written = new Map<PaperId, Listing>();
  for (const listing of markdown?.listings ?? []) written.set(listing.paperId, listing);
  const at = huggingface?.fetched?.at ?? 0;
  const fetched = (huggingface?.listings ?? []).map((listing) => {
    const beside = written.get(listing.paperId);
    return beside === undefined ? fromHuggingFace(listing, date, at) : fromBoth(beside, listing, date, at);
  });
  const inBoth = new Set(fetched.map(({ paperId }) => paperId));
  const others = (markdown?.listings ?? [])
    .filter(({ paperId }) => !inBoth.has(paperId))
    .map((listing) => fromMarkdown(listing, date));
  return {
    date,
    listings: [...fetched, ...others],
    ...(huggingface?.fetched !== undefined && { fetched: huggingface.fetched }),
    isFinal: huggingface?.fetched?.final !== false || (markdown?.listings.length ?? 0) > 0,
  };
}

/** Who tells of a paper, over all of its listings. */
export function originsOf(listings: readonly DatedListing[]): readonly Origin[] {
  const isIn = (origin: Origin) => listings.some(({ origins }) => origins.includes(origin));
  if (!isIn('huggingface')) return MARKDOWN;
  return isIn('markdown') ? BOTH : HUGGING_FACE;
}

/**
 * The instant of which votes are: those of a Markdown digest are of 23:00 UTC on its day. Some hour of a day counts as
 * its noon where an order is needed; nobody is told that hour.
 */
export function instantOf(asOf: AsOf): number {
  if (typeof asOf === 'number') return asOf;
  return typeof asOf === 'string' ? Date.parse(`${asOf}T23:00:00Z`) : Date.parse(`${asOf.day}T12:00:00Z`);
}

function fromMarkdown(listing: Listing, date: Day): DatedListing {
  return { ...listing, date, origins: MARKDOWN, votesAsOf: date };
}

function fromHuggingFace(listing: Listing, date: Day, at: Fetched['at']): DatedListing {
  const votesAsOf = listing.details?.votesAsOf ?? at;
  return { ...listing, authors: ordered(listing), date, origins: HUGGING_FACE, votesAsOf };
}

function fromBoth(markdown: Listing, huggingFace: Listing, date: Day, at: Fetched['at']): DatedListing {
  const counted = huggingFace.details?.votesAsOf ?? at;
  const votesAsOf = isOfMarkdown(markdown, huggingFace, date, counted) ? date : counted;
  return {
    ...huggingFace,
    votes: votesAsOf === date ? markdown.votes : huggingFace.votes,
    authors: namesAuthors(huggingFace) ? ordered(huggingFace) : markdown.authors,
    media: huggingFace.media ?? markdown.media,
    sections: markdown.sections.length > 0 ? markdown.sections : huggingFace.sections,
    date,
    origins: BOTH,
    votesAsOf,
  };
}

/** Whether the votes of the Markdown are the later ones, or the only ones. */
function isOfMarkdown(markdown: Listing, huggingFace: Listing, date: Day, at: Fetched['at']): boolean {
  if (typeof markdown.votes !== 'number') return false;
  return typeof huggingFace.votes !== 'number' || instantOf(date) > instantOf(at);
}

/** A list on which all are hidden is a list all the same: no other one may name them. */
function namesAuthors({ authors, details }: Listing): boolean {
  return authors.names.length > 0 || (details?.hiddenAuthors ?? 0) > 0;
}

function ordered(listing: Listing): AuthorList {
  const { names, cut } = listing.authors;
  return namesAuthors(listing) ? { names, cut, ordered: true } : listing.authors;
}
