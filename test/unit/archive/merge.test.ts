import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import type { Details, Digest, Listing, SomeHour } from '../../../src/archive/paper.ts';

const DAY = '2024-12-06';
const MORNING = Date.parse('2024-12-06T09:00:00Z');
const NIGHT = Date.parse('2024-12-06T23:30:00Z');
const SOME: SomeHour = { day: DAY };

const KOREAN = [{ heading: "What's New", text: '시각적 토큰을 줄이는 VisionZip을 제안합니다.' }];

function written(paperId: string, more: Partial<Listing> = {}): Listing {
  const authors = { names: ['Zed Last', 'Ann First', 'Hid Den'], cut: true };
  return { paperId, title: 'VisionZip', votes: 40, authors, media: null, sections: KOREAN, ...more };
}

const DETAILS: Details = {
  abstract: 'We introduce VisionZip.',
  keywords: ['visual tokens'],
  aiSummary: 'It zips.',
  organization: 'CUHK',
  code: 'https://github.com/a/b',
  project: 'https://a.example/',
  hiddenAuthors: 1,
};

function listed(paperId: string, more: Partial<Listing> = {}): Listing {
  const authors = { names: ['Ann First', 'Zed Last'], cut: false };
  const media = { kind: 'image', url: 'https://a.example/x.png' } as const;
  return {
    ...written(paperId),
    title: 'VisionZip: Zips',
    votes: 53,
    authors,
    media,
    sections: [],
    details: DETAILS,
    ...more,
  };
}

const markdown = (...listings: readonly Listing[]): Digest => ({ date: DAY, listings });
const fetched = (at: number | SomeHour, final: boolean, ...listings: readonly Listing[]): Digest => ({
  date: DAY,
  listings,
  fetched: { at, final },
});

describe('a day with a digest from both origins', () => {
  const archive = Archive.of([
    markdown(written('1'), written('2', { votes: 7 }), written('3')),
    fetched(NIGHT, true, listed('3'), listed('1'), listed('4', { votes: 1 })),
  ]);

  it('lists the papers of both, each once, first in the order of Hugging Face', () => {
    expect(archive.digest(DAY)?.listings.map(({ paperId }) => paperId)).toEqual(['3', '1', '4', '2']);
    expect(archive.totals()).toMatchObject({ digests: 1, papers: 4, listings: 4, votes: 53 + 53 + 1 + 7 });
  });

  it('has the summary from Markdown and everything else from Hugging Face', () => {
    expect(archive.paper('1')).toMatchObject({
      title: 'VisionZip: Zips',
      authors: { names: ['Ann First', 'Zed Last'], cut: false, ordered: true },
      media: { kind: 'image', url: 'https://a.example/x.png' },
      sections: KOREAN,
      details: DETAILS,
      origins: ['markdown', 'huggingface'],
    });
  });

  it('dates votes kept from an earlier list with the time of that list', () => {
    const stayed = { details: { ...DETAILS, votesAsOf: MORNING } };
    const alone = Archive.of([fetched(NIGHT, true, listed('3', stayed), listed('1'))]);
    expect(alone.paper('3')?.votesAsOf).toBe(MORNING);
    expect(alone.paper('1')?.votesAsOf).toBe(NIGHT);
    alone.put(markdown(written('3', { votes: 41 }), written('1', { votes: 41 })));
    expect(alone.paper('3')).toMatchObject({ votes: 41, votesAsOf: DAY });
    expect(alone.paper('1')).toMatchObject({ votes: 53, votesAsOf: NIGHT });
  });

  it('knows the order of authors only if Hugging Face lists them', () => {
    expect(archive.paper('2')?.authors.ordered).toBeUndefined();
    expect(archive.paper('2')).toMatchObject({ origins: ['markdown'], details: null });
    expect(archive.paper('4')).toMatchObject({ origins: ['huggingface'], authors: { ordered: true } });
  });

  it('does not find an author whose name Hugging Face hides, even if Markdown has it', () => {
    const alone = Archive.of([markdown(written('1')), fetched(NIGHT, true, listed('1'))]);
    expect(alone.hasAuthor('Hid Den')).toBe(false);
    expect(alone.findAuthors('Hid Den')).toMatchObject({ exact: null });
    alone.put({ date: '2024-12-09', listings: [written('1')] });
    expect(alone.hasAuthor('Hid Den')).toBe(false);
    expect(alone.paper('1')?.authors.names).toEqual(['Ann First', 'Zed Last']);
  });

  it('names nobody if Hugging Face hides all authors', () => {
    const hidden = listed('1', {
      authors: { names: [], cut: false },
      details: { ...DETAILS, hiddenAuthors: 3 },
    });
    const all = Archive.of([markdown(written('1')), fetched(NIGHT, true, hidden)]);
    expect(all.paper('1')?.authors.names).toEqual([]);
    expect(all.totals().authors).toBe(0);
  });

  it('keeps the names from Markdown if Hugging Face lists none', () => {
    const none = listed('1', {
      authors: { names: [], cut: false },
      details: { ...DETAILS, hiddenAuthors: 0 },
    });
    const one = Archive.of([markdown(written('1')), fetched(NIGHT, true, none)]).paper('1');
    expect(one?.authors).toEqual({ names: ['Zed Last', 'Ann First', 'Hid Den'], cut: true });
  });
});

describe('of two counts of votes', () => {
  const voted = (at: number | SomeHour, ours: Listing['votes'], theirs: Listing['votes']) =>
    Archive.of([
      markdown(written('1', { votes: ours })),
      fetched(at, true, listed('1', { votes: theirs })),
    ]).paper('1');

  it.each([
    ['the later one', NIGHT, 40, 53, { votes: 53, votesAsOf: NIGHT }],
    ['the Markdown after a morning', MORNING, 40, 12, { votes: 40, votesAsOf: DAY }],
    ['the only known one', NIGHT, 40, 'missing', { votes: 40, votesAsOf: DAY }],
    ['the only known one, early as it is', MORNING, 'dash', 12, { votes: 12, votesAsOf: MORNING }],
    ['the Markdown beside some hour of the day', SOME, 40, 53, { votes: 40, votesAsOf: DAY }],
    ['the only known one, of whatever hour', SOME, 'dash', 53, { votes: 53, votesAsOf: SOME }],
  ] as const)('%s counts', (_what, at, ours, theirs, expected) => {
    expect(voted(at, ours, theirs)).toMatchObject(expected);
  });
});

describe('a day', () => {
  it.each([
    ['from Markdown', [markdown(written('1'))], true],
    ['fetched while it may grow', [fetched(MORNING, false, listed('1'))], false],
    ['fetched when it had settled', [fetched(NIGHT, true, listed('1'))], true],
    [
      'fetched early, with its Markdown',
      [fetched(MORNING, false, listed('1')), markdown(written('1'))],
      true,
    ],
    [
      'fetched early, with Markdown that lists nothing',
      [fetched(MORNING, false, listed('1')), markdown()],
      false,
    ],
  ])('is final or not: %s', (_what, digests, final) => {
    expect(Archive.of(digests).digest(DAY)?.isFinal).toBe(final);
  });

  it('says which papers may have changed, including removed ones', () => {
    const archive = Archive.of([markdown(written('1')), fetched(MORNING, false, listed('2'))]);
    expect([...archive.put(fetched(NIGHT, true, listed('3')))].sort()).toEqual(['1', '2', '3']);
  });

  it('accepts either origin again without losing the other', () => {
    const archive = Archive.of([markdown(written('1'), written('2')), fetched(MORNING, false, listed('1'))]);
    archive.put(fetched(NIGHT, true, listed('3')));
    expect(archive.digest(DAY)?.listings.map(({ paperId }) => paperId)).toEqual(['3', '1', '2']);
    archive.put(markdown());
    expect(archive.digest(DAY)?.listings.map(({ paperId }) => paperId)).toEqual(['3']);
    expect(archive.totals()).toMatchObject({ papers: 1, listings: 1, votes: 53 });
  });
});

it('a paper listed on several days is one paper, with the details of its newest day at Hugging Face', () => {
  const archive = Archive.of([
    {
      ...fetched(NIGHT, true, listed('1', { details: { ...DETAILS, keywords: ['old'] } })),
      date: '2024-12-05',
    },
    fetched(NIGHT, true, listed('1')),
    { date: '2024-12-07', listings: [written('1', { votes: 'missing' })] },
  ]);
  expect(archive.paper('1')).toMatchObject({
    details: DETAILS,
    votes: 53,
    votesAsOf: NIGHT,
    title: 'VisionZip',
  });
  expect(archive.paper('1')?.listings).toHaveLength(3);
});
