import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import { authorsOf } from '../../../src/archive/orders.ts';
import { type Digest, type Listing, originOf, type Votes } from '../../../src/archive/paper.ts';
import { endOf } from '../../../src/archive/select.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { judged } from '../../support/judged.ts';
import { corpus } from '../../support/shared.ts';
import { smallDigests } from '../digest-format/small-digests.ts';

function listing(paperId: string, votes: Votes = 1, more: Partial<Listing> = {}): Listing {
  const authors = { names: ['Song Han', 'Wei Lu'], cut: false };
  return { paperId, title: `On ${paperId}`, votes, authors, media: null, sections: [], ...more };
}

const by = (...names: readonly string[]) => ({ authors: { names, cut: false } });
const ids = (ranked: readonly { paper: { id: string } }[]) => ranked.map(({ paper }) => paper.id);

describe('days', () => {
  const archive = Archive.of([
    { date: '2024-12-06', listings: [listing('2412.00003')] },
    { date: '2024-12-02', listings: [listing('2412.00001')] },
    { date: '2024-12-04', listings: [] },
  ]);

  it('are those with papers, in whatever order they were added', () => {
    expect(archive.days()).toEqual(['2024-12-02', '2024-12-06']);
    expect(archive.totals()).toMatchObject({ digests: 2, first: '2024-12-02', last: '2024-12-06' });
  });

  it.each([
    [undefined, '2024-12-06'],
    ['2024-12-06', '2024-12-06'],
    ['2024-12-05', '2024-12-02'],
    ['2024-12-01', null],
  ])('latest at %s is %s', (at, day) => {
    expect(archive.latest(at)).toBe(day);
  });

  it.each([
    ['2024-12-06', '2024-12-02', null],
    ['2024-12-04', '2024-12-02', '2024-12-06'],
    ['2024-12-02', null, '2024-12-06'],
    ['2025-01-01', '2024-12-06', null],
  ])('neighbours of %s are %s and %s', (day, earlier, later) => {
    expect([archive.earlier(day), archive.later(day)]).toEqual([earlier, later]);
  });

  it('an empty archive has none', () => {
    const empty = Archive.of([]);
    expect([empty.latest(), empty.earlier('2024-12-06'), empty.later('2024-12-06')]).toEqual([
      null,
      null,
      null,
    ]);
    expect(empty.totals()).toMatchObject({ digests: 0, papers: 0, first: null, last: null });
  });
});

describe('ranking', () => {
  it('puts most votes first, breaks ties by id, and unknown votes last, after a real 0', () => {
    const day: Digest = {
      date: '2024-12-06',
      listings: [
        listing('5', 'missing'),
        listing('4', 'dash'),
        listing('3', 0),
        listing('2', 7),
        listing('1', 7),
      ],
    };
    const ranked = Archive.of([day]).ranked('2024-12-06');
    expect(ids(ranked)).toEqual(['1', '2', '3', '4', '5']);
    expect(ranked.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
  });

  it('of a period has each paper once, for its newest day there with known votes', () => {
    const archive = Archive.of([
      { date: '2024-12-02', listings: [listing('1', 90)] },
      { date: '2024-12-04', listings: [listing('1', 5), listing('2', 6)] },
      { date: '2024-12-06', listings: [listing('1', 'dash')] },
    ]);
    expect(archive.top('2024-12-01', '2024-12-31')).toMatchObject([
      { paper: { id: '2' }, votes: 6 },
      { paper: { id: '1' }, votes: 5, date: '2024-12-04' },
    ]);
    expect(archive.top('2024-12-01', '2024-12-02')).toMatchObject([{ votes: 90, date: '2024-12-02' }]);
    expect(archive.top('2024-12-06', '2024-12-06')).toMatchObject([{ votes: 'dash', date: '2024-12-06' }]);
  });

  it('of a day that lists a paper twice has it once, from the lower listing', () => {
    const archive = Archive.of([{ date: '2024-12-06', listings: [listing('1', 3), listing('1', 8)] }]);
    expect(archive.ranked('2024-12-06')).toMatchObject([{ rank: 1, votes: 8 }]);
    expect(archive.totals()).toMatchObject({ papers: 1, listings: 2 });
  });
});

describe('a name that stands twice in one list of authors', () => {
  const twice = by('Hao Wang', 'Wei Lu', 'Hao Wang');
  const paperOf = (more: Partial<Listing>, origin: Pick<Digest, 'fetched'> = {}) =>
    Archive.of([{ date: '2024-12-06', ...origin, listings: [listing('2412.00001', 1, more)] }]).paper(
      '2412.00001',
    );

  it('is two authors in the list of Hugging Face, and a slip in a Markdown digest', () => {
    const listed = paperOf(twice, { fetched: { at: 0, final: true } });
    expect(listed?.authors.names).toEqual(['Hao Wang', 'Wei Lu']);
    expect(listed && [authorsOf(listed), endOf(listed, -1)]).toEqual([3, 'Hao Wang']);
    const written = paperOf(twice);
    expect(written && authorsOf(written)).toBe(2);
  });
});

describe('a paper listed twice', () => {
  const summary = [{ heading: "What's New", text: 'Twice.' }];
  const archive = Archive.of([
    {
      date: '2024-10-18',
      listings: [listing('1', 'missing', { title: 'LLM x MapReduce', authors: { names: ['A'], cut: true } })],
    },
    {
      date: '2024-10-16',
      listings: [listing('1', 12, { title: 'LLM times MapReduce', ...by('A', 'B', 'C'), sections: summary })],
    },
  ]);

  it('is one paper with the newest title, the known votes and their day, the complete authors, and the only summary', () => {
    expect(archive.paper('1')).toMatchObject({
      title: 'LLM x MapReduce',
      votes: 12,
      votesAsOf: '2024-10-16',
      authors: { names: ['A', 'B', 'C'], cut: false },
      sections: summary,
    });
    expect(archive.paper('1')?.listings.map(({ date }) => date)).toEqual(['2024-10-18', '2024-10-16']);
  });

  it('counts once for its authors', () => {
    expect(archive.papersBy('A')).toHaveLength(1);
    expect(archive.coAuthors('A', 9)).toEqual([
      { name: 'B', papers: 1 },
      { name: 'C', papers: 1 },
    ]);
  });
});

describe('a paper', () => {
  const sections = [{ heading: null, text: '분자의 반응을 예측하는 그래프 신경망을 제안합니다.' }];
  const paperOf = (title: string) =>
    judged([{ date: '2024-12-06', listings: [listing('1', 5, { title, sections })] }]).paper('1');

  it('is doubtful if its summary and title are about different things', () => {
    expect(paperOf('Pixel-Space Post-Training of Latent Diffusion Models')).toMatchObject({ doubtful: true });
    expect(paperOf('Predicting Molecules by Graph Networks')).toMatchObject({ doubtful: false });
  });
});

describe('adding a digest again', () => {
  it('removes papers that the day no longer has', () => {
    const archive = Archive.of([
      { date: '2024-12-06', listings: [listing('1', 5), listing('2', 6, by('Gone'))] },
    ]);
    archive.put({ date: '2024-12-06', listings: [listing('1', 9)] });
    expect(archive.paper('2')).toBeUndefined();
    expect(archive.hasAuthor('Gone')).toBe(false);
    expect(archive.totals()).toMatchObject({ papers: 1, listings: 1, votes: 9 });
    archive.put({ date: '2024-12-06', listings: [] });
    expect(archive.days()).toEqual([]);
  });

  it('changes the answers to repeated questions', () => {
    const archive = Archive.of([{ date: '2024-12-06', listings: [listing('1', 5)] }]);
    archive.top('2024-12-01', '2024-12-31');
    archive.suggestAuthors('new', 5);
    archive.put({ date: '2024-12-08', listings: [listing('2', 50, by('Newcomer'))] });
    expect(ids(archive.top('2024-12-01', '2024-12-31'))).toEqual(['2', '1']);
    expect(archive.suggestAuthors('new', 5)).toEqual([{ name: 'Newcomer', papers: 1 }]);
  });
});

describe('for any digests', () => {
  const everything = (archive: Archive) => ({
    totals: archive.totals(),
    days: archive.days(),
    top: archive.top('0000', '9999'),
    ranked: archive.days().map((day) => archive.ranked(day)),
    authors: archive.suggestAuthors('', 999),
    papers: [...archive.papers()].sort((a, b) => (a.id < b.id ? -1 : 1)),
  });

  it('an archive built digest by digest equals one built from the last state', () => {
    fc.assert(
      fc.property(smallDigests(), (sequence) => {
        const last = new Map(sequence.map((digest) => [`${digest.date} ${originOf(digest)}`, digest]));
        expect(everything(Archive.of(sequence))).toEqual(everything(Archive.of(last.values())));
      }),
    );
  });

  it('a day lists each paper once, whatever its origin', () => {
    fc.assert(
      fc.property(smallDigests(), (sequence) => {
        const archive = Archive.of(sequence);
        const last = new Map(sequence.map((digest) => [`${digest.date} ${originOf(digest)}`, digest]));
        const pairs = new Set(
          [...last.values()].flatMap(({ date, listings }) =>
            listings.map(({ paperId }) => `${date} ${paperId}`),
          ),
        );
        const held = archive.days().flatMap((day) => ids(archive.ranked(day)).map((id) => `${day} ${id}`));
        expect(held.toSorted()).toEqual([...pairs].toSorted());
      }),
    );
  });

  it('a ranking is sorted and has every paper of the period once', () => {
    fc.assert(
      fc.property(smallDigests(), (sequence) => {
        const archive = Archive.of(sequence);
        const top = archive.top('2024-12-03', '2024-12-07');
        const listed = [...archive.papers()].filter(({ listings }) =>
          listings.some(({ date }) => date >= '2024-12-03' && date <= '2024-12-07'),
        );
        expect(ids(top).sort()).toEqual(listed.map(({ id }) => id).sort());
        const votes = top.map((entry) => (typeof entry.votes === 'number' ? entry.votes : -1));
        expect(votes).toEqual([...votes].sort((a, b) => b - a));
      }),
    );
  });
});

const real = corpus().map(({ markdown }) => parseDigest(markdown).digest);

describe.skipIf(real.length === 0)('over real digests', () => {
  it('every listing is found by its day, its paper and its authors', () => {
    const archive = Archive.of(real);
    for (const { date, listings } of real) {
      expect(new Set(ids(archive.ranked(date)))).toEqual(new Set(listings.map(({ paperId }) => paperId)));
      for (const { paperId, authors } of listings) {
        expect(archive.paper(paperId)?.listings.some((other) => other.date === date)).toBe(true);
        for (const name of authors.names) expect(archive.hasAuthor(name)).toBe(true);
      }
    }
  });
});
