import { describe, expect, it } from 'vitest';
import type { Listing } from '../../../src/archive/paper.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { writeDigest } from '../../../src/digest-format/write.ts';
import { BODY_LINE, readBody, withBody } from '../../support/listing-text.ts';

const authors = (line: string) => readBody(line).listing.authors;

describe('votes', () => {
  it.each([
    ['Vote: 53', 53],
    ['Vote: 0', 0],
    ['Vote: 1,234', 1234],
    ['vote:7', 7],
    ['Votes: 8', 8],
    ['Vote: -', 'dash'],
    ['', 'missing'],
  ])('reads %j as %j', (line, votes) => {
    const { listing, warnings } = readBody(line, '', '- a');
    expect(listing.votes).toBe(votes);
    expect(warnings).toEqual([]);
  });

  it.each(['Vote: abc', 'Vote:', 'Vote: -5', 'Vote: 1,23', 'Vote: 5 or 6', 'Vote: 2147483648'])(
    'does not read %j, and gives a warning',
    (line) => {
      const { listing, warnings } = readBody(line, '', '- a');
      expect(listing.votes).toBe('missing');
      expect(warnings).toEqual([{ line: BODY_LINE, rule: 'odd-votes', text: line }]);
    },
  );

  it('are the first ones; others give a warning', () => {
    const { listing, warnings } = readBody('Vote: 5', 'Vote: 5', 'Vote: 6', '- a');
    expect(listing.votes).toBe(5);
    expect(warnings).toEqual([{ line: BODY_LINE + 2, rule: 'said-twice', text: 'Vote: 6' }]);
  });

  it('are also found below the summary', () => {
    const { listing, warnings } = readBody('- a', '', 'Vote: 5', 'Authors: A');
    expect(listing).toMatchObject({ votes: 5, authors: { names: ['A'] }, sections: [{ text: 'a' }] });
    expect(warnings).toEqual([]);
  });
});

describe('authors', () => {
  it.each<[string, Listing['authors']]>([
    ['Authors: A, B,C', { names: ['A', 'B', 'C'], cut: false }],
    ['Authors: OpenAI', { names: ['OpenAI'], cut: false }],
    [
      'Authors: Łukasz Kaiser, Jean-François Lalonde, 01. AI',
      { names: ['Łukasz Kaiser', 'Jean-François Lalonde', '01. AI'], cut: false },
    ],
    ['Authors: A, B, +', { names: ['A', 'B'], cut: true }],
    ['Authors: A, +, B', { names: ['A', 'B'], cut: true }],
    ['Authors: +', { names: [], cut: true }],
    ['Authors: A, B, A', { names: ['A', 'B'], cut: false }],
    ['Authors: A, B, and C', { names: ['A', 'B', 'C'], cut: false }],
    ['Authors: A, and Anders Andersson, +', { names: ['A', 'Anders Andersson'], cut: true }],
    ['Authors: A,, B, ', { names: ['A', 'B'], cut: false }],
    [
      'Authors: Sercan "O. Arik, William "Bill" Gates',
      { names: ['Sercan "O. Arik', 'William "Bill" Gates'], cut: false },
    ],
    ['Authors: [Team], B', { names: ['[Team]', 'B'], cut: false }],
    ["Authors: ['A', \"B's\"]", { names: ['A', "B's"], cut: false }],
    ["Authors: ['A', '+']", { names: ['A'], cut: true }],
    ["Authors: ['A', 'A', '']", { names: ['A', 'A'], cut: false }],
    [
      "Authors: ['Smith, Jr.', 'B\\'s \"x\"', '\\u0141ukasz', 'C:\\\\d', '\\U0001F642', 'a\\qb', '\\x41']",
      {
        names: ['Smith, Jr.', 'B\'s "x"', 'Łukasz', 'C:\\d', '🙂', 'a\\qb', 'A'],
        cut: false,
      },
    ],
    ['Authors: []', { names: [], cut: false }],
  ])('reads %s', (line, expected) => {
    const { listing, warnings } = readBody(line, '', '- a');
    expect(listing.authors).toEqual(expected);
    expect(warnings).toEqual([]);
  });

  it('may be missing', () => {
    expect(readBody('- a')).toMatchObject({ listing: { authors: { names: [], cut: false } }, warnings: [] });
  });

  it('may be very long', () => {
    const names = Array.from({ length: 663 }, (_, index) => `Author ${index}`);
    expect(authors(`Authors: ${names.join(', ')}`).names).toEqual(names);
    expect(authors(`Authors: [${names.map((name) => `'${name}'`).join(', ')}]`).names).toEqual(names);
  });

  it('are read as far as possible from an unfinished list, with a warning', () => {
    const { listing, warnings } = readBody("Authors: ['A', 'B', 'C");
    expect(listing.authors.names).toEqual(['A', 'B', 'C']);
    expect(warnings).toEqual([{ line: BODY_LINE, rule: 'odd-authors', text: "Authors: ['A', 'B', 'C" }]);
  });

  it('come from the first line with names; others give a warning', () => {
    const { listing, warnings } = readBody(
      'Authors: +',
      'Authors: A, B',
      'Authors: A, B, +',
      'Authors: C',
      '- a',
    );
    expect(listing.authors).toEqual({ names: ['A', 'B'], cut: true });
    expect(warnings).toEqual([{ line: BODY_LINE + 3, rule: 'said-twice', text: 'Authors: C' }]);
  });

  it('give a warning if the line ends before the first name', () => {
    const { listing, warnings } = readBody('Authors:', '', '- a');
    expect(listing.authors).toEqual({ names: [], cut: false });
    expect(warnings).toEqual([{ line: BODY_LINE, rule: 'odd-authors', text: 'Authors:' }]);
  });

  it.each<[readonly string[], boolean, string]>([
    [['A', "B's"], false, "Authors: A, B's"],
    [['A'], true, 'Authors: A, +'],
    [[], true, 'Authors: +'],
    [['Smith, Jr.', "B's"], true, "Authors: ['Smith, Jr.', \"B's\", '+']"],
    [['A', 'and B'], false, "Authors: ['A', 'and B']"],
    [["['x']"], false, 'Authors: ["[\'x\']"]'],
  ])('are written with commas, or as a list if a name needs it: %j', (names, cut, line) => {
    const { listing } = readBody('- a');
    const written = writeDigest({ date: '2024-12-06', listings: [{ ...listing, authors: { names, cut } }] });
    expect(written.split('\n')).toContain(line);
    expect(authors(line)).toEqual({ names, cut });
  });
});

describe('pictures and videos', () => {
  const url = 'https://cdn-uploads.huggingface.co/production/uploads/60f1/zpslm6Me0oEd4poq2bC5n.mp4';
  const html = `<div><video controls src="${url}" muted="false"></video></div>`;

  it.each([
    ['![](https://example.org/a.png)', 'https://example.org/a.png'],
    ['![](/avatars/183d2143ba20e1cc871.svg)', '/avatars/183d2143ba20e1cc871.svg'],
    ['![a picture](https://example.org/a_(1).png)', 'https://example.org/a_(1).png'],
    ['![](javascript:alert(1))', 'javascript:alert(1)'],
  ])('keeps the address of %s verbatim', (line, address) => {
    expect(readBody(line, '', 'Vote: 1', '- a')).toMatchObject({
      listing: { media: { kind: 'image', url: address }, votes: 1 },
      warnings: [],
    });
  });

  it.each([
    ['a link and HTML', [`[Watch Video](${url})`, html]],
    ['a link that lost its parentheses, and HTML', [`[Watch Video]${url}`, html]],
    ['a link alone', [`[Watch Video](${url})`]],
    ['HTML alone', [html]],
    ['a bare tag', [`<video src='${url}'>`]],
    ['a bare tag with its end', [`<video src='${url}' controls></video>`]],
    ['tags on lines of their own', ['<div>', `<video src=${url}>`, '</video>', '</div>']],
  ])('reads a video from %s', (_form, lines) => {
    expect(readBody(...lines, 'Authors: A', '', '- a')).toMatchObject({
      listing: {
        media: { kind: 'video', url },
        authors: { names: ['A'] },
        sections: [{ heading: null, text: 'a' }],
      },
      warnings: [],
    });
  });

  it('starts the next listing right after a video', () => {
    const { digest } = parseAfter([`[Watch Video](${url})`, html]);
    expect(digest.listings).toMatchObject([{ media: { url } }, { paperId: '2412.00002' }]);
  });

  it('warns of a second picture with another address', () => {
    const { listing, warnings } = readBody('![](a.png)', '![](b.png)', '- a');
    expect(listing.media).toEqual({ kind: 'image', url: 'a.png' });
    expect(warnings).toEqual([{ line: BODY_LINE + 1, rule: 'said-twice', text: '![](b.png)' }]);
  });

  it.each(['![]()', '[Watch Video]()', '[Watch Video]', '<video src="">'])(
    'warns of a missing address: %s',
    (line) => {
      const { listing, warnings } = readBody(line, '- a');
      expect(listing).toMatchObject({ media: null, sections: [{ text: 'a' }] });
      expect(warnings).toEqual([{ line: BODY_LINE, rule: 'odd-media', text: line }]);
    },
  );

  it('treats a line with more than a picture or video as text', () => {
    for (const line of [
      '![](a.png) and more',
      '<video src="a.mp4"></video> and more',
      '[Watch Video] of the robot',
    ]) {
      expect(readBody(line)).toMatchObject({
        listing: { media: null, sections: [{ text: line }] },
        warnings: [],
      });
    }
  });
});

function parseAfter(lines: readonly string[]) {
  return parseDigest(withBody(...lines, '### [Next](https://arxiv.org/abs/2412.00002)'));
}
