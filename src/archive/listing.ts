import { Facts } from './facts.ts';
import { readPaperId } from './ids.ts';
import type { Listing, PaperId } from './paper.ts';
import { readPoints } from './points.ts';
import type { Chunk, Warn } from './source.ts';

/** `### [Title](link)`. A title holds brackets now and then: it goes on to the last `](`. */
const LINK = /^#{2,3}[ \t]*([^[]*)\[(.*)\]\(([^()]*)\)(.*)$/s;

/** The heading of a listing, taken apart. */
export interface ListingHeading {
  readonly title: string;
  readonly link: string;
  /** The link leads to this paper; null where it leads anywhere else. */
  readonly paperId: PaperId | null;
  /** There is more in the line than the link. */
  readonly more: boolean;
}

/** Takes a heading apart; null where it has no link. */
export function readListingHeading(line: string): ListingHeading | null {
  const [, before = '', title = '', link = '', after = ''] = LINK.exec(line) ?? [];
  if (link.trim() === '') return null;
  const more = `${before}${after}`.replaceAll('#', '').trim() !== '';
  return { title: title.trim(), link, paperId: readPaperId(link), more };
}

/** Reads a listing below its heading: votes, authors and picture, then the points of its summary. */
export function readListing(chunk: Chunk, title: string, paperId: PaperId, warn: Warn): Listing {
  const facts = new Facts(warn);
  const { body, line } = chunk;
  const begin = body.findIndex((text, index) => text.trim() !== '' && !facts.take(text, line + 1 + index));
  const sections = begin < 0 ? [] : readPoints(body.slice(begin), line + 1 + begin, facts, warn);
  const { votes, authors, media } = facts;
  return { paperId, title, votes, authors, media, sections };
}

/** What the first of two listings of one paper lacks and the second has. */
export function complete(first: Listing, second: Listing): Listing {
  return {
    ...first,
    votes: typeof first.votes === 'number' || second.votes === 'missing' ? first.votes : second.votes,
    authors: first.authors.names.length > 0 ? first.authors : second.authors,
    media: first.media ?? second.media,
    sections: first.sections.length > 0 ? first.sections : second.sections,
  };
}
