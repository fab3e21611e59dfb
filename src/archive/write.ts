import { writeAuthors } from './authors-line.ts';
import { writeMedia } from './media-line.ts';
import type { Digest, Listing, Section, Votes } from './paper.ts';
import { bareHeading } from './section.ts';
import { cleanText, tidyText } from './source.ts';

/**
 * Writes a digest as the archive's Markdown, in its newest form. `parseDigest` reads the same digest back. What the
 * form has no room for is put straight: line breaks in titles and names become spaces, texts lose the white space
 * around them.
 */
export function writeDigest({ date, listings }: Digest): string {
  return [`## Daily Papers (${date})`, ...listings.flatMap(writeListing)].join('\n\n').concat('\n');
}

function writeListing({ paperId, title, votes, authors, media, sections }: Listing): readonly string[] {
  return [
    `### [${onOneLine(title)}](https://arxiv.org/abs/${paperId})`,
    media ? writeMedia(media).join('\n') : '',
    writeVotes(votes),
    writeAuthors(authors) ?? '',
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
    // `- ---` is a line across the page, `* ---` a point with one in it.
    return [`${/^[-\s]+$/.test(first) ? '*' : '-'} ${first}`, ...under];
  }
  if (first === '') return [`- ***${lead}***:`];
  // A list, quote, heading or fence begins on a line of its own.
  const isBlock = /^(?:[-*+>][ \t]|#{1,6}[ \t]|\d{1,9}[.)][ \t]|```|~~~)/.test(first);
  return [...(isBlock ? [`- ***${lead}***:`, `  ${first}`] : [`- ***${lead}***: ${first}`]), ...under];
}

function onOneLine(text: string): string {
  const lines = cleanText(text).split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ');
}
