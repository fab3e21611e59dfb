import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latestPosts } from '../../../src/answers/post.ts';
import type { Digest, Listing } from '../../../src/archive/paper.ts';
import type { Language } from '../../../src/language.ts';
import { renderAtom } from '../../../src/ops/atom.ts';
import { anyDigest, fetchedDigest } from '../../support/digests.ts';
import { judged } from '../../support/judged.ts';
import { allOf, parseElements, parseXml, textOf, type Xml } from '../../support/xml.ts';

const ABSTRACT = `Vision models are slow. We introduce VisionZip, which keeps few tokens. ${'It is quick & <b>good</b>. '.repeat(20)}`;

function listing(more: Partial<Listing> = {}): Listing {
  return {
    paperId: '2412.04467',
    title: 'VisionZip',
    votes: 53,
    authors: { names: ['Ann Author'], cut: false },
    media: null,
    sections: [],
    ...more,
  };
}

const details = (abstract: string | null) => ({
  abstract,
  keywords: [],
  aiSummary: null,
  organization: null,
  code: null,
  project: null,
  hiddenAuthors: 0,
});

const feedOf = (digests: readonly Digest[], locale: Language = 'en') =>
  renderAtom(latestPosts(judged(digests), 20), locale);

const child = (xml: Xml, name: string) => xml.children.find((one) => one.name === name);
const entriesOf = (feed: Xml) => feed.children.filter(({ name }) => name === 'entry');

/** What an entry shows, as HTML. */
function contentOf(entry: Xml | undefined): readonly Xml[] {
  const content = entry === undefined ? undefined : child(entry, 'content');
  expect(content?.attributes).toEqual({ type: 'html' });
  expect(content?.children).toEqual([]);
  return parseElements(content?.text ?? '').flatMap(allOf);
}

/** Reads a feed back and checks what RFC 4287 asks of it. */
function readFeed(xml: string): Xml {
  const feed = parseXml(xml);
  expect(feed.name).toBe('feed');
  expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
  expect(child(feed, 'link')?.attributes).toMatchObject({ rel: 'self', type: 'application/atom+xml' });
  expect(child(feed, 'author')?.children.map(({ name }) => name)).toEqual(['name']);
  const ids = [feed, ...entriesOf(feed)].map((one) => {
    for (const name of ['id', 'title', 'updated'])
      expect(one.children.filter((part) => part.name === name)).toHaveLength(1);
    expect(child(one, 'title')?.text.trim()).not.toBe('');
    const updated = child(one, 'updated')?.text ?? '';
    expect(new Date(updated).toISOString()).toBe(updated);
    return child(one, 'id')?.text ?? '';
  });
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^tag:paperboy\.invalid,2024:(?:en|ko)(?:\/\d{4}-\d{2}-\d{2})?$/);
  return feed;
}

const ELEMENTS = new Set(['p', 'ol', 'li', 'strong', 'a', 'span', 'em', 'small']);
const LINK =
  /^https:\/\/(?:arxiv\.org\/abs\/(?:\d{4}\.\d{4,5}|[a-z.A-Z-]+\/\d{7})|huggingface\.co\/papers\/\d{4}\.\d{4,5})$/;

/** Only elements and links of ours, whatever the texts say. */
function checkContent(entry: Xml): void {
  for (const { name, attributes } of contentOf(entry)) {
    expect(ELEMENTS).toContain(name);
    expect(Object.keys(attributes)).toEqual(name === 'a' ? ['href'] : []);
    if (name === 'a') expect(attributes.href).toMatch(LINK);
  }
}

describe('the feed', () => {
  test('has an entry for each of the newest digests that can be posted, newest first', () => {
    const days = Array.from({ length: 25 }, (_, at) => `2024-12-${String(at + 1).padStart(2, '0')}`);
    const digests: Digest[] = days.map((date) => ({ date, listings: [listing()] }));
    digests.push({
      date: '2024-12-26',
      listings: [listing({ details: details(ABSTRACT) })],
      fetched: { at: Date.parse('2024-12-26T09:00:00Z'), final: false },
    });
    const feed = readFeed(feedOf(digests));
    const ids = entriesOf(feed).map((entry) => child(entry, 'id')?.text);
    expect(ids).toHaveLength(20);
    expect(ids[0]).toBe('tag:paperboy.invalid,2024:en/2024-12-25');
    expect(ids.at(-1)).toBe('tag:paperboy.invalid,2024:en/2024-12-06');
  });

  test('shows papers by votes with links, authors, the time of the votes and what is new', () => {
    const at = Date.parse('2024-12-06T23:40:00Z');
    const listings = [
      listing({ paperId: '2412.00001', title: 'A <b> & "c"', votes: 3, details: details(null) }),
      listing({ details: details(ABSTRACT), authors: { names: ['A', 'B', 'C', 'D', 'E'], cut: false } }),
    ];
    const feed = readFeed(feedOf([{ date: '2024-12-06', listings, fetched: { at, final: true } }]));
    const [entry] = entriesOf(feed);
    const content = contentOf(entry);
    expect(child(feed, 'updated')?.text).toBe('2024-12-06T23:40:00.000Z');
    expect(content[0]?.text).toBe('2 papers · ▲ 56 votes · Votes as of 6 Dec 2024, 23:40 UTC');
    const links = content
      .filter(({ name }) => name === 'a')
      .map(({ attributes, text }) => [attributes.href, text]);
    expect(links).toEqual([
      ['https://arxiv.org/abs/2412.04467', 'VisionZip'],
      ['https://huggingface.co/papers/2412.04467', 'Hugging Face'],
      ['https://arxiv.org/abs/2412.00001', 'A <b> & "c"'],
      ['https://huggingface.co/papers/2412.00001', 'Hugging Face'],
    ]);
    const text = content.map((one) => one.text).join('\n');
    expect(text).toContain('▲ 53 · A, B, C and 2 more');
    expect(text).toContain('From the abstract');
    expect(text).toContain('We introduce VisionZip, which keeps few tokens.');
    expect(text).toContain('Abstract: arXiv via Hugging Face');
  });

  test('never quotes a summary that seems to be of another paper', () => {
    const wrong =
      '그래프 신경망(GNN)으로 화학 반응(chemical reaction)의 수율을 예측하는 Transformer와 GAN을 제안합니다.';
    const sections = [{ heading: "What's New", text: wrong }];
    const title = 'Pixel-Space Post-Training of Latent Diffusion Models';
    const digests: Digest[] = [{ date: '2024-09-27', listings: [listing({ title, sections })] }];
    expect(judged(digests).paper('2412.04467')?.doubtful).toBe(true);
    for (const locale of ['en', 'ko'] as const) {
      const text = textOf(readFeed(feedOf(digests, locale)));
      expect(text).not.toContain('GNN');
      expect(text).toContain(
        locale === 'en' ? 'No English summary of this paper yet.' : '아직 한국어 요약이 없어요',
      );
    }
  });

  test('of an empty archive is a feed all the same', () => {
    const feed = readFeed(feedOf([], 'ko'));
    expect(entriesOf(feed)).toEqual([]);
    expect(feed.attributes['xml:lang']).toBe('ko');
  });

  test('is bounded, whatever the papers bring', () => {
    const listings = Array.from({ length: 120 }, (_, at) =>
      listing({
        paperId: `2412.${String(at + 10_000)}`,
        title: '<&"'.repeat(4000),
        authors: { names: Array.from({ length: 663 }, (_name, place) => `<Author & ${place}>`), cut: false },
        details: details('"<&>"'.repeat(2_400)),
      }),
    );
    const digests = Array.from({ length: 20 }, (_, at) => ({
      date: `2024-12-${String(at + 1).padStart(2, '0')}`,
      listings,
      fetched: { at: 0, final: true },
    }));
    const xml = feedOf(digests);
    expect(xml.length).toBeLessThan(1_100_000);
    const [entry] = entriesOf(readFeed(xml));
    const content = contentOf(entry);
    expect(content.filter(({ name }) => name === 'li')).toHaveLength(50);
    expect(content.map(({ text }) => text).join('\n')).toContain('70 more not shown.');
  });
});

describe('whatever texts say', () => {
  const HOSTILE = [
    ']]>',
    '<script>alert(1)</script>',
    '</content></entry>',
    '<![CDATA[',
    '<!--',
    '&lt;',
    '&#0;',
    '&nbsp;',
    '\u0000\u0008\u000b\u001f\u007f',
    '\ud83d',
    '\udc00',
    '\ufffe\uffff',
    '👩‍👩‍👧‍👦🇰🇷',
    '한국어',
    '" onload="x',
    "'",
    'javascript:alert(1)',
    '[x](https://evil.example)',
    '\u202e\u2066',
  ];
  const hostile = fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary' })), { maxLength: 6 })
    .map((pieces) => pieces.join(' '));
  const anyListing = fc
    .record({ title: hostile, name: hostile, text: hostile, abstract: hostile, ai: fc.option(hostile) })
    .map(({ title, name, text, abstract, ai }) =>
      listing({
        title,
        authors: { names: [name, 'B'], cut: true },
        sections: text === '' ? [] : [{ heading: null, text }],
        details: { ...details(abstract), aiSummary: ai },
      }),
    );
  const ours = anyListing.map(
    (one): Digest => ({ date: '2024-12-06', listings: [one], fetched: { at: 0, final: true } }),
  );

  test.each(['en', 'ko'] as const)('the feed in %s is XML with only elements and links of ours', (locale) => {
    fc.assert(
      fc.property(fc.oneof(ours, anyDigest(), fetchedDigest()), (digest) => {
        for (const entry of entriesOf(readFeed(feedOf([digest], locale)))) checkContent(entry);
      }),
      { numRuns: 300 },
    );
  });

  test('visible text comes through word for word', () => {
    const title = 'a ]]> <script>x</script> &amp; "q" ’ 👩‍👩‍👧‍👦';
    const [entry] = entriesOf(readFeed(feedOf([{ date: '2024-12-06', listings: [listing({ title })] }])));
    expect(contentOf(entry).find(({ name }) => name === 'a')?.text).toBe(title);
  });
});
