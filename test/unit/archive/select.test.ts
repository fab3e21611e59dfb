import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../src/archive/paper.ts';
import {
  ALL,
  accepting,
  type Filter,
  firstOfMonths,
  partOf,
  reordered,
  select,
  votesOn,
} from '../../../src/archive/select.ts';
import { ranking, tally } from '../../../src/archive/tally.ts';
import { hasTitleWords } from '../../../src/text/title-words.ts';
import { anyFilter, madeArchive } from '../../support/made-archive.ts';
import { authorsOf, known, naive } from '../../support/naive-count.ts';

const ids = (papers: readonly { readonly paper: Paper }[]) => papers.map(({ paper }) => paper.id);

describe('papers selected by any combination of conditions', () => {
  test('are the ones that a check of every paper leaves, most votes first', () => {
    fc.assert(
      fc.property(madeArchive(), anyFilter(), (archive, filter) => {
        const found = select(archive, filter);
        const expected = naive(archive, filter);
        expect(ids(found).toSorted()).toEqual(ids(expected).toSorted());
        for (const { paper, votes, date } of found) {
          const counted = expected.find((one) => one.paper === paper)?.listing;
          expect({ votes, date }).toEqual({ votes: counted?.votes, date: counted?.date });
        }
        const keys = found.map(({ votes, paper }) => [known(votes) ? votes : -1, paper.id] as const);
        expect(keys).toEqual(keys.toSorted(([a, one], [b, other]) => b - a || (one < other ? -1 : 1)));
        const accepts = accepting(archive, filter) ?? (() => true);
        expect(
          [...archive.papers()]
            .filter(accepts)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(ids(found).toSorted());
      }),
      { numRuns: 400 },
    );
  });

  test('have the votes of all their matching days', () => {
    fc.assert(
      fc.property(madeArchive(), anyFilter(), (archive, filter) => {
        const sum = naive(archive, filter)
          .flatMap(({ days }) => days.map(({ votes }) => (known(votes) ? votes : 0)))
          .reduce((a, b) => a + b, 0);
        expect(votesOn(select(archive, filter), filter)).toBe(sum);
      }),
      { numRuns: 300 },
    );
  });

  test.each(['votes', 'fewest', 'newest', 'oldest', 'stars', 'authors'] as const)(
    'are sorted by %s, unknown values last',
    (name) => {
      const valueIn = ({
        paper,
        listing,
        days,
      }: ReturnType<typeof naive>[number]): number | string | null => {
        if (name === 'votes' || name === 'fewest') return known(listing.votes) ? listing.votes : null;
        if (name === 'newest') return listing.date;
        if (name === 'oldest') return days.map(({ date }) => date).toSorted()[0] ?? null;
        if (name === 'stars') return paper.details?.stars ?? null;
        return paper.authors.names.length + (paper.details?.hiddenAuthors ?? 0);
      };
      const isLargestFirst = name !== 'fewest' && name !== 'oldest';
      fc.assert(
        fc.property(madeArchive(), anyFilter(), (archive, filter) => {
          const expected = new Map(naive(archive, filter).map((one) => [one.paper.id, valueIn(one)]));
          const values = ids(reordered(select(archive, filter), name, filter)).map((id) => expected.get(id));
          expect(values).toHaveLength(expected.size);
          const some = values.filter((value) => value !== null);
          const sorted = some.toSorted((a = 0, b = 0) => (a < b ? -1 : a > b ? 1 : 0));
          expect(values).toEqual([
            ...(isLargestFirst ? sorted.toReversed() : sorted),
            ...values.filter((value) => value === null),
          ]);
        }),
        { numRuns: 150 },
      );
    },
  );

  test('give one place with all ties, or a range of places', () => {
    fc.assert(
      fc.property(madeArchive(), fc.integer({ min: 1, max: 6 }), fc.nat(3), (archive, place, more) => {
        const all = reordered(select(archive, ALL), 'votes', ALL).filter(({ votes }) => known(votes));
        const one = partOf(select(archive, ALL), { limit: null, place, placeTo: null }, 'votes');
        const wanted = all[place - 1];
        expect(ids(one.papers)).toEqual(
          ids(all.filter(({ votes }) => wanted !== undefined && votes === wanted.votes)),
        );
        const some = partOf(select(archive, ALL), { limit: null, place, placeTo: place + 1 + more }, 'votes');
        expect(ids(some.papers)).toEqual(ids(all.slice(place - 1, place + 1 + more)));
        const first = partOf(select(archive, ALL), { limit: 2 + more, place: null, placeTo: null }, 'votes');
        expect(ids(first.papers)).toEqual(ids(all.slice(0, 2 + more)));
      }),
    );
  });

  test('give the first of each month, with ties', () => {
    fc.assert(
      fc.property(madeArchive(), anyFilter(), (archive, filter) => {
        const found = firstOfMonths(archive, filter, 'votes').map(({ paper, votes, date }) => [
          date.slice(0, 7),
          votes,
          paper.id,
        ]);
        const expected = ['2024-11', '2024-12', '2025-01', '2025-02'].flatMap((month) => {
          const [first, last] = [`${month}-01`, `${month}-31`];
          const inside: Filter = {
            ...filter,
            from: filter.from !== null && filter.from > first ? filter.from : first,
            to: filter.to !== null && filter.to < last ? filter.to : last,
          };
          const counted = naive(archive, inside).filter(({ listing }) => known(listing.votes));
          const most = Math.max(...counted.map(({ listing }) => Number(listing.votes)));
          return counted
            .filter(({ listing }) => listing.votes === most)
            .map(({ paper, listing }) => [month, listing.votes, paper.id]);
        });
        const byText = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : 1);
        expect(found.toSorted(byText)).toEqual(expected.toSorted(byText));
      }),
      { numRuns: 300 },
    );
  });
});

describe('counts by author, organization, day and month', () => {
  test.each(['authors', 'organizations', 'days', 'months'] as const)(
    'of %s equal a count by hand',
    (unit) => {
      fc.assert(
        fc.property(madeArchive(), anyFilter(), (archive, filter) => {
          const papers = new Map<string, Set<string>>();
          const votes = new Map<string, number>();
          const add = (name: string, id: string, more: unknown) => {
            papers.set(name, (papers.get(name) ?? new Set()).add(id));
            votes.set(name, (votes.get(name) ?? 0) + (known(more) ? more : 0));
          };
          for (const { paper, listing, days } of naive(archive, filter)) {
            if (unit === 'authors') for (const name of authorsOf(paper)) add(name, paper.id, listing.votes);
            const organization = paper.details?.organization ?? null;
            if (unit === 'organizations' && organization !== null) add(organization, paper.id, listing.votes);
            for (const one of days) {
              if (unit === 'days') add(one.date, paper.id, one.votes);
              if (unit === 'months') add(one.date.slice(0, 7), paper.id, one.votes);
            }
          }
          const counted = tally(select(archive, filter), unit, filter, archive);
          expect(new Map(counted.map((one) => [one.name, one.papers]))).toEqual(
            new Map([...papers].map(([name, found]) => [name, found.size])),
          );
          expect(new Map(counted.map((one) => [one.name, one.votes]))).toEqual(votes);
        }),
        { numRuns: 200 },
      );
    },
  );

  test('are sorted with the most or the fewest first, without those below the minimum', () => {
    const tallies = [
      { name: 'b', papers: 2, votes: 1 },
      { name: 'a', papers: 2, votes: 9 },
      { name: 'c', papers: 5, votes: 0 },
    ];
    const names = (how: Partial<Parameters<typeof ranking>[1]>) =>
      ranking(tallies, { by: 'papers', order: 'most', min: null, limit: 9, ...how }).map(({ name }) => name);
    expect(names({})).toEqual(['c', 'a', 'b']);
    expect(names({ order: 'fewest' })).toEqual(['a', 'b', 'c']);
    expect(names({ by: 'votes', min: 1 })).toEqual(['a', 'b']);
  });

  test('have the same first entries if only these are sorted', () => {
    const one = fc.record({ name: fc.string({ maxLength: 3 }), papers: fc.nat(3), votes: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(one), fc.integer({ min: 1, max: 5 }), (tallies, limit) => {
        const how = { by: 'votes', order: 'most', min: null } as const;
        expect(ranking(tallies, { ...how, limit }).map(({ name, votes }) => [name, votes])).toEqual(
          ranking(tallies, { ...how, limit: 99 })
            .slice(0, limit)
            .map(({ name, votes }) => [name, votes]),
        );
      }),
    );
  });
});

describe('words of a title', () => {
  test.each([
    ['mamba', 'VMamba: Visual State Spaces', true],
    ['rag', 'VideoRAG over long videos', true],
    ['RAG', 'A Survey of RAGs', true],
    ['rag', 'Leveraging Fragments', false],
    ['agent tool', 'Tool Use by Agents', true],
    ['agent memory', 'Tool Use by Agents', false],
    ['확산', '확산모델의 이해', true],
  ])('%s in "%s": %s', (words, title, has) => {
    expect(hasTitleWords(words)(title)).toBe(has);
  });
});
