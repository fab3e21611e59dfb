import fc from 'fast-check';
import type { AuthorList, Details, Digest, Listing, Media, Section, Votes } from '../../src/archive/paper.ts';
import { tidyText } from '../../src/digest-format/read/chunks.ts';

/** Pieces of text that mean something in Markdown, Python or Discord. */
const NASTY = [
  '[',
  ']',
  '](',
  '(',
  ')',
  '\\',
  '`',
  '```',
  '~~~',
  '*',
  '**',
  '***',
  '_',
  '$',
  '$\\times$',
  '<',
  '>',
  '<div>',
  '<!--',
  '-',
  '- ',
  '---',
  '+',
  '#',
  '### ',
  '## Daily Papers',
  '1. ',
  '2) ',
  '|',
  ':',
  ': ',
  "'",
  '"',
  ',',
  ', ',
  ' and ',
  '+',
  '&amp;',
  '@everyone',
  'Vote: 3',
  'Authors: A',
  '; ',
  '![](x)',
  '[Watch Video](x)',
  "['a']",
  '\t',
  '  ',
  '    ',
  '\u2062',
  '<EOS>',
  '한국어',
  'Łukasz',
  '🙂',
  '\u3000',
  '\u2028',
  '[a]: b',
  '===',
]; // prettier-ignore

export const nastyText = (maxLength = 12): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 2, arbitrary: fc.constantFrom(...NASTY) },
        fc.constantFrom('word', 'a b', 'x'),
        fc.string(),
      ),
      {
        maxLength,
      },
    )
    .map((pieces) => pieces.join(''));

export const nastyLines = (): fc.Arbitrary<string> =>
  fc.array(nastyText(5), { maxLength: 6 }).map((lines) => lines.join('\n'));

const day = (): fc.Arbitrary<string> =>
  fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

const paperId = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .tuple(fc.integer({ min: 2301, max: 2312 }), fc.integer({ min: 10_000, max: 99_999 }))
      .map(([a, b]) => `${a}.${b}`),
    fc.integer({ min: 0, max: 999 }).map((number) => `cs/0112${String(number).padStart(3, '0')}`),
  );

const votes = (): fc.Arbitrary<Votes> => fc.oneof(fc.nat(), fc.constantFrom<Votes>('dash', 'missing'));

/** Digests as any part of the program could make them: every text is anything. */
export function anyDigest(): fc.Arbitrary<Digest> {
  return digestOf({
    title: nastyText(),
    name: nastyText(4),
    url: nastyText(),
    section: fc.record({ heading: fc.option(nastyText(4)), text: nastyLines() }),
  });
}

/** Digests whose texts are in the form in which the archive keeps them, and otherwise as nasty as can be. */
export function keptDigest(): fc.Arbitrary<Digest> {
  const name = nastyText(4)
    .map((text) => plain(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && text !== '+');
  const heading = nastyText(4)
    .map((text) => plain(text).replace(/[*\n]/g, ''))
    .map((text) => text.replace(/^[\s:：]+|[\s:：]+$/g, ''))
    .filter((text) => text !== '' && text.length <= 200);
  const text = nastyLines()
    .map((lines) => plain(lines).split('\n'))
    .map((lines) => lines.map((line) => (line.trim() === '' ? '' : line)))
    .map((lines) => lines.join('\n').trim())
    // Data where text was meant is made text when read.
    .filter((lines) => !/^[[{]\s*["'[{]/.test(lines));
  const alone = text.filter((lines) => lines !== '' && !lines.startsWith('*'));
  return digestOf({
    title: nastyText()
      .map((title) => plain(title).replace(/\n/g, ' ').trim())
      .filter((title) => title !== ''),
    name,
    url: nastyText()
      .map((url) => plain(url).replace(/\n/g, '').trim())
      .filter((url) => url !== ''),
    section: fc.oneof(fc.record({ heading, text }), fc.record({ heading: fc.constant(null), text: alone })),
  });
}

interface Parts {
  readonly title: fc.Arbitrary<string>;
  readonly name: fc.Arbitrary<string>;
  readonly url: fc.Arbitrary<string>;
  readonly section: fc.Arbitrary<Section>;
}

/** Digests as Hugging Face has them, in the form in which its reader gives them. */
export function fetchedDigest(): fc.Arbitrary<Digest> {
  const line = nastyText(4)
    .map((text) => plain(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
  const passage = nastyLines()
    .map((lines) => tidyText(plain(lines)))
    .filter((text) => text !== '');
  const details: fc.Arbitrary<Details> = fc.record(
    {
      abstract: fc.option(passage),
      keywords: fc.uniqueArray(line, { maxLength: 5 }),
      aiSummary: fc.option(passage),
      organization: fc.option(line),
      code: fc.constantFrom(null, 'https://github.com/a/b.c'),
      stars: fc.nat(),
      project: fc.option(fc.webUrl()),
      hiddenAuthors: fc.nat(700),
    },
    {
      requiredKeys: ['abstract', 'keywords', 'aiSummary', 'organization', 'code', 'project', 'hiddenAuthors'],
    },
  );
  const at = fc.oneof(fc.nat(4_000_000_000_000), fc.record({ day: day() }));
  const fetched = fc.record({ at, final: fc.boolean() });
  const said = fc.oneof(
    details,
    fc.tuple(details, at).map(([one, votesAsOf]) => ({ ...one, votesAsOf })),
  );
  return fc
    .tuple(keptDigest(), fetched, fc.array(said, { minLength: 4, maxLength: 4 }))
    .map(([digest, read, all]) => ({
      ...digest,
      fetched: read,
      listings: digest.listings.flatMap((listing, place) => {
        const one = all[place];
        return one === undefined ? [] : [{ ...listing, sections: [], details: one }];
      }),
    }));
}

function digestOf({ title, name, url, section }: Parts): fc.Arbitrary<Digest> {
  const authors: fc.Arbitrary<AuthorList> = fc.record({
    names: fc.uniqueArray(name, { maxLength: 6 }),
    cut: fc.boolean(),
  });
  const media: fc.Arbitrary<Media> = fc.record({ kind: fc.constantFrom('image', 'video'), url });
  const listing: fc.Arbitrary<Listing> = fc.record({
    paperId: paperId(),
    title,
    votes: votes(),
    authors,
    media: fc.option(media),
    sections: fc.array(section, { maxLength: 4 }),
  });
  return fc.record({
    date: day(),
    listings: fc.uniqueArray(listing, { selector: ({ paperId: id }) => id, maxLength: 4 }),
  });
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f]/g, '');
}
