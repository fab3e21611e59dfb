import { readPaperId } from '../../archive/ids.ts';
import type { Listing, PaperId } from '../../archive/paper.ts';
import { firstAuthors } from './authors/authors-line.ts';
import type { Chunk, Warn } from './chunks.ts';
import { DetailsReader } from './details-lines.ts';
import { Facts } from './listing-fields.ts';
import { readPoints } from './points.ts';

const OPENING = /^#{1,6}([^[]*)\[/;
const LINK = /\]\(([^()]*)\)/g;

interface ListingHeading {
  readonly title: string;
  /** Null if the link leads elsewhere. */
  readonly paperId: PaperId | null;
  readonly around: string;
}

/** A title may contain brackets, so it ends at the last link to a paper, or at the last link. Null without a link. */
export function readListingHeading(line: string): ListingHeading | null {
  const opening = OPENING.exec(line);
  if (!opening) return null;
  const [beginning, before = ''] = opening;
  const links = [...line.matchAll(LINK)].filter(({ index }) => index >= beginning.length);
  const last = links.findLast(([, link = '']) => readPaperId(link) !== null) ?? links.at(-1);
  if (!last) return null;
  const [written, link = ''] = last;
  const after = line.slice(last.index + written.length);
  const title = line.slice(beginning.length, last.index).trim();
  return { title, paperId: readPaperId(link), around: `${before}${after}`.replaceAll('#', '').trim() };
}

/** @param isFetched whether the listings of the digest have details */
export function readListing(
  chunk: Chunk,
  title: string,
  paperId: PaperId,
  isFetched: boolean,
  warn: Warn,
): Listing {
  const reader = isFetched ? new DetailsReader() : null;
  const facts = new Facts(warn, reader);
  const { body, line } = chunk;
  const begin = body.findIndex((text, index) => text.trim() !== '' && !facts.take(text, line + 1 + index));
  const sections = begin < 0 ? [] : readPoints(body.slice(begin), line + 1 + begin, facts, warn);
  for (const [index, text] of body.entries()) {
    if (isListed(text, paperId)) warn(line + 1 + index, 'listing-in-text', text.trim());
  }
  const { votes, authors, media } = facts;
  const listing = { paperId, title, votes, authors, media, sections };
  return reader === null ? listing : { ...listing, ...reader.takePoints(sections) };
}

/** Whether a line is only a link to another paper: probably a listing without its heading marks. */
function isListed(line: string, paperId: PaperId): boolean {
  const text = line.replace(/^[\s\d.)*_+-]+/, '');
  if (!text.startsWith('[')) return false;
  const end = text.lastIndexOf(')');
  const link = readPaperId(text.slice(text.lastIndexOf('](') + 2, end));
  return link !== null && link !== paperId && /^[\s*_]*$/.test(text.slice(end + 1));
}

/** The first of two listings of a paper, with gaps filled from the second. */
export function complete(first: Listing, second: Listing): Listing {
  return {
    ...first,
    votes: typeof first.votes === 'number' || second.votes === 'missing' ? first.votes : second.votes,
    authors: firstAuthors(first.authors, second.authors),
    media: first.media ?? second.media,
    sections: first.sections.length > 0 ? first.sections : second.sections,
  };
}
