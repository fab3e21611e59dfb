import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Listing } from '../../../../src/archive/paper.ts';
import { keyOf, readDailyPapers } from '../../../../src/sources/huggingface/daily-papers.ts';
import { entries, entry } from '../samples.ts';

const one = (paper: Record<string, unknown>, top: Record<string, unknown> = {}) => {
  const { listings, warnings } = readDailyPapers([entry('2608.00001', paper, top)]);
  const [listing] = listings;
  if (listing === undefined) throw new Error('the paper was left out');
  return { listing, warnings: warnings.map(({ rule, text }) => `${rule}: ${text}`) };
};

describe('a list of daily papers', () => {
  test('gives each paper with its details', () => {
    const { listings, warnings } = readDailyPapers([entry('2608.00001')]);
    expect(warnings).toEqual([]);
    expect(listings).toEqual([
      {
        paperId: '2608.00001',
        title: 'Title of 2608.00001',
        votes: 3,
        authors: { names: ['Ada Lovelace', 'Charles Babbage'], cut: false },
        media: {
          kind: 'image',
          url: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2608.00001.png',
        },
        sections: [],
        details: {
          abstract: 'Abstract of 2608.00001.',
          keywords: ['engines'],
          aiSummary: 'Engines compute.',
          organization: 'Analytical Engines',
          code: 'https://github.com/ada/engine',
          stars: 1843,
          comments: 1,
          media: [
            {
              kind: 'image',
              url: 'https://cdn-thumbnails.huggingface.co/social-thumbnails/papers/2608.00001.png',
            },
          ],
          project: 'https://ada.example/engine/',
          hiddenAuthors: 0,
        },
      } satisfies Listing,
    ]);
  });

  test('gives comments, whether authors take part, and media from known hosts only', () => {
    const submitted = [
      'https://cdn-uploads.huggingface.co/a/b.MP4',
      'https://elsewhere.example/c.png',
      'https://user@cdn-uploads.huggingface.co/d.png',
      'http://cdn-uploads.huggingface.co/e.png',
      'https://huggingface.co.example/f.png',
      'https://cdn-uploads.huggingface.co/a/b.MP4',
    ];
    const { listing } = one({ mediaUrls: submitted }, { numComments: 4, isAuthorParticipating: true });
    expect(listing.details).toMatchObject({ comments: 4, authorAnswers: true });
    expect(listing.details?.media?.map(({ kind, url }) => `${kind} ${new URL(url).pathname}`)).toEqual([
      'video /a/b.MP4',
      'image /social-thumbnails/papers/2608.00001.png',
    ]);
    const silent = one({}, { numComments: 0, isAuthorParticipating: false, thumbnail: undefined });
    expect(silent.listing.details).toMatchObject({ comments: 0 });
    expect(silent.listing.details).not.toHaveProperty('authorAnswers');
    expect(silent.listing.details).not.toHaveProperty('media');
  });

  test('from 2024 with fewer fields gives no warnings', () => {
    const { listings, warnings } = readDailyPapers([
      {
        paper: { id: '2406.00001', authors: [], title: 'T', summary: 'S', upvotes: 0 },
        publishedAt: '2024-06-06T00:00:00.000Z',
        title: 'T',
        numComments: 0,
      },
    ]);
    expect(warnings).toEqual([]);
    expect(listings[0]).toMatchObject({
      votes: 0,
      media: null,
      details: { keywords: [], aiSummary: null, organization: null, code: null, project: null },
    });
  });

  test('may have unknown fields everywhere', () => {
    const strange = JSON.parse(JSON.stringify(entries(3)), (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? { ...value, unheardOf: [{ a: 1 }] }
        : value,
    );
    expect(readDailyPapers(strange)).toEqual(readDailyPapers(entries(3)));
  });

  test('has titles on one line and abstracts verbatim', () => {
    const { listing } = one({
      title: ' A title\n  in two\tlines ',
      summary: 'One\nTwo **bold** $x$\r\n\r\n',
    });
    expect(listing.title).toBe('A title in two lines');
    expect(listing.details?.abstract).toBe('One\nTwo **bold** $x$');
  });

  test('has ids without their version, always as text', () => {
    expect(readDailyPapers([entry('2503.02130v3')]).listings[0]?.paperId).toBe('2503.02130');
    expect(readDailyPapers([entry('2503.02130'), entry('2503.02130v2')])).toMatchObject({
      listings: [{ paperId: '2503.02130' }],
      warnings: [{ line: 2, rule: 'listed-twice' }],
    });
  });

  test('counts hidden authors without naming them, even in a warning', () => {
    const authors = [
      { name: 'A', hidden: false },
      { name: 'Secret One', hidden: true },
      { name: 'B' },
      { name: 'Secret Two', hidden: 'yes' },
      { name: ['Secret Three'], hidden: true },
      { name: 'C', hidden: null },
    ];
    const { listing, warnings } = one({ authors });
    expect(listing.authors).toEqual({ names: ['A', 'B', 'C'], cut: false });
    expect(listing.details?.hiddenAuthors).toBe(3);
    expect(JSON.stringify([listing, warnings])).not.toContain('Secret');
  });

  test('keeps a name that occurs twice, since two authors have it', () => {
    const { listing } = one({ authors: [{ name: 'Hao Wang' }, { name: 'B' }, { name: 'Hao Wang' }] });
    expect(listing.authors).toEqual({ names: ['Hao Wang', 'B', 'Hao Wang'], cut: false });
  });

  test('drops authors’ accounts', () => {
    expect(JSON.stringify(one({}).listing)).not.toContain('"cb"');
  });

  test.each([
    ['[', ']'],
    ['{"deep":', '}'],
  ])('may have fields nested too deeply for JSON.stringify: %s', (open, close) => {
    const deep: unknown = JSON.parse(`${open.repeat(20_000)}1${close.repeat(20_000)}`);
    const list = [{ deep }, deep, entry('2608.00001', { authors: deep, upvotes: deep, more: deep })];
    expect(list.map(keyOf)).toHaveLength(3);
    const { listings, warnings } = readDailyPapers(list);
    expect(listings).toMatchObject([{ paperId: '2608.00001', votes: 'missing' }]);
    expect(warnings.map(({ line }) => line)).toEqual(expect.arrayContaining([1, 2, 3]));
  });

  test('marks the authors as incomplete if one cannot be read', () => {
    const { listing, warnings } = one({ authors: [{ name: 'A' }, 7, { name: '  ' }, { name: 'B' }] });
    expect(listing.authors).toEqual({ names: ['A', 'B'], cut: true });
    expect(warnings).toEqual(['odd-field: 2608.00001 authors: 7', expect.stringContaining('authors')]);
  });

  test.each([
    ['a video', ['https://cdn-uploads.huggingface.co/a/b.mp4'], 'video', /b\.mp4$/],
    ['QuickTime', ['https://cdn-uploads.huggingface.co/a/b.qt'], 'video', /b\.qt$/],
    ['a picture', ['https://cdn-uploads.huggingface.co/a/b.png', 'https://x.example'], 'image', /b\.png$/],
    ['none', [], 'image', /social-thumbnails/],
    ['one that is not safe', ['javascript:alert(1)'], 'image', /social-thumbnails/],
  ])('gives the media submitted with a paper: %s', (_what, mediaUrls, kind, url) => {
    expect(one({ mediaUrls }).listing.media).toEqual({ kind, url: expect.stringMatching(url) });
  });

  test.each([
    ['https://github.com/ada/engine.git', 'https://github.com/ada/engine'],
    ['https://github.com/ada/engine/tree/main/x?y#z', 'https://github.com/ada/engine'],
    ['https://GitHub.com/ada/engine/', 'https://github.com/ada/engine'],
    ['http://github.com/ada/engine', null],
    ['https://github.com.evil.example/ada/engine', null],
    ['https://evil.example/github.com/ada/engine', null],
    ['https://user:x@github.com/ada/engine', null],
    ['https://github.com/ada', null],
    ['https://github.com/ada/..', null],
    ['javascript:alert(1)', null],
    ['ada/engine', null],
  ])('reduces the code address %s to %s', (githubRepo, code) => {
    const { listing, warnings } = one({ githubRepo });
    expect(listing.details?.code).toBe(code);
    expect(warnings).toEqual(code === null ? [`odd-link: 2608.00001 githubRepo: ${githubRepo}`] : []);
  });

  test.each([
    'http://3.148.244.109:5000/',
    'https://a:b@c.example',
    'data:text/html,x',
    `https://x.example/${'y'.repeat(3000)}`,
  ])('leaves out a project page at %s', (projectPage) => {
    const { listing, warnings } = one({ projectPage });
    expect(listing.details?.project).toBeNull();
    expect(warnings).toHaveLength(1);
  });

  test.each([
    ['an entry that is none', null, 'no-paper'],
    ['text', 'paper', 'no-paper'],
    ['no paper', { title: 'x' }, 'no-paper'],
    ['an id that is a number', { paper: { id: 2503.0213 } }, 'no-paper'],
    ['an id that is none', { paper: { id: '../admin' } }, 'unknown-paper'],
  ])('loses only the unreadable paper: %s', (_what, odd, rule) => {
    const { listings, warnings } = readDailyPapers([...entries(2), odd, ...entries(2, 3)]);
    expect(listings.map(({ paperId }) => paperId)).toEqual(entries(4).map(({ paper }) => paper.id));
    expect(warnings).toMatchObject([{ line: 3, rule }]);
  });

  test.each([
    ['title', 7, { title: '2608.00001' }],
    ['upvotes', 'many', { votes: 'missing' }],
    ['upvotes', -1, { votes: 'missing' }],
    ['upvotes', 1.5, { votes: 'missing' }],
    ['upvotes', 2_147_483_648, { votes: 'missing' }],
    ['authors', 'Ada', { authors: { names: [], cut: false } }],
    ['ai_keywords', 'a, b', { details: { keywords: [] } }],
    ['organization', 'AE', { details: { organization: null } }],
    ['githubStars', -1, { details: { code: 'https://github.com/ada/engine' } }],
    ['summary', { text: 'x' }, { details: { abstract: null } }],
  ])('keeps a paper whose %s is %j', (field, value, left) => {
    const { listing, warnings } = one({ [field]: value });
    expect(listing).toMatchObject(left);
    expect(warnings[0]).toContain(`odd-field: 2608.00001 ${field}: `);
  });

  test('never throws for any list, and gives only well-formed text', () => {
    const anything = fc.anything({ withNullPrototype: true, withObjectString: true });
    const field = fc.oneof(anything, fc.string({ unit: 'binary' }));
    const paper = fc.record(
      Object.fromEntries(Object.keys(entry('2608.00001').paper).map((key) => [key, field])),
      { requiredKeys: [] },
    );
    const odd = fc.oneof(
      anything,
      paper.map((fields) => entry('2608.00001', fields)),
    );
    fc.assert(
      fc.property(fc.array(odd, { maxLength: 4 }), (list) => {
        // What comes over the network is JSON.
        const { listings } = readDailyPapers(JSON.parse(JSON.stringify(list)));
        const said = JSON.stringify(listings);
        expect(said.isWellFormed()).toBe(true);
        expect(said).not.toMatch(/\\u0000|\\ud[89a-f]/i);
      }),
    );
  });
});
