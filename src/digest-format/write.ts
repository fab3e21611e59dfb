import type { Digest, Listing, Section, Votes } from '../archive/paper.ts';
import { writeAuthors } from './read/authors/authors-line.ts';
import { cleanText, tidyText } from './read/chunks.ts';
import { detailPoints, writeDetails, writeFetched } from './read/details-lines.ts';
import { readLabelled } from './read/labels.ts';
import { writeMedia } from './read/media-line.ts';
import { bareHeading } from './read/section.ts';

/**
 * Writes a digest in the archive's newest form; a fetched one has more lines. `parseDigest` reads it back, except that line
 * breaks in titles and names become spaces.
 */
export function writeDigest({ date, listings, fetched }: Digest): string {
  const head = [`## Daily Papers (${date})`, ...(fetched === undefined ? [] : [writeFetched(fetched)])];
  return [...head, ...listings.flatMap(writeListing)].join('\n\n').concat('\n');
}

function writeListing(listing: Listing): readonly string[] {
  const { paperId, title, votes, authors, media, details } = listing;
  const sections = [...listing.sections, ...(details === undefined ? [] : detailPoints(details))];
  return [
    `### [${onOneLine(title)}](https://arxiv.org/abs/${paperId})`,
    media ? writeMedia(media).join('\n') : '',
    writeVotes(votes),
    writeAuthors(authors) ?? '',
    ...(details === undefined ? [] : writeDetails(details).map(onOneLine)),
    sections.flatMap(writeSection).join('\n'),
  ].filter((block) => block !== '');
}

function writeVotes(votes: Votes): string {
  if (votes === 'missing') return '';
  return `Vote: ${votes === 'dash' ? '-' : votes}`;
}

function writeSection({ heading, text }: Section): readonly string[] {
  const lead = bareHeading(cleanText(heading ?? ''));
  const [first = '', ...others] = tidyText(cleanText(text)).split('\n');
  const under = others.map((line) => (line === '' ? '' : `  ${line}`));
  if (lead === '') {
    if (first === '') return [];
    // `- Vote: 5` would be read as votes.
    if (readLabelled(`- ${first}`) !== null) return ['-', `  ${first}`, ...under];
    // `- ---` is a thematic break, `* ---` a point.
    return [`${/^[-\s]+$/.test(first) ? '*' : '-'} ${first}`, ...under];
  }
  // A list, quote, heading or fence begins on its own line.
  const isBlock = first === '' || /^(?:[-*+>][ \t]|#{1,6}[ \t]|\d{1,9}[.)][ \t]|```|~~~)/.test(first);
  const opening = isBlock ? `***${lead}***:` : `***${lead}***: ${first}`;
  const lines = [...(isBlock && first !== '' ? [`  ${first}`] : []), ...under];
  return readLabelled(`- ${opening}`) === null ? [`- ${opening}`, ...lines] : ['-', `  ${opening}`, ...lines];
}

function onOneLine(text: string): string {
  const lines = cleanText(text).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
