import { writeAuthors } from './authors-line.ts';
import { writeMedia } from './media-line.ts';
import type { Digest, Listing, Section, Votes } from './paper.ts';
import { bareHeading } from './section.ts';
import { cleanText } from './source.ts';

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
    sections.map(writeSection).join('\n'),
  ].filter((block) => block !== '');
}

function writeVotes(votes: Votes): string {
  if (votes === 'missing') return '';
  return `Vote: ${votes === 'dash' ? '-' : votes}`;
}

function writeSection({ heading, text }: Section): string {
  const lead = bareHeading(cleanText(heading ?? ''));
  const lines = cleanText(text).trim().split('\n');
  const [first = '', ...others] = lines.map((line) => (line.trim() === '' ? '' : line));
  const under = others.map((line) => (line === '' ? '' : `  ${line}`));
  if (lead === '') {
    // `- ---` is a line across the page, `* ---` a point with one in it.
    return [`${/^[-\s]+$/.test(first) ? '*' : '-'} ${first}`, ...under].join('\n');
  }
  if (first === '') return `- ***${lead}***:`;
  // A list, a fence or a table begins on a line of its own.
  if (/^(?:[-*+>|#<]|\d+[.)][ \t]|```|~~~)/.test(first))
    return [`- ***${lead}***:`, `  ${first}`, ...under].join('\n');
  return [`- ***${lead}***: ${first}`, ...under].join('\n');
}

function onOneLine(text: string): string {
  return cleanText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
