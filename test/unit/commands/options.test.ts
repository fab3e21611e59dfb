import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, AnswerOf } from '../../../src/answers/answer.ts';
import type { Invocation } from '../../../src/answers/invocation.ts';
import type { Archive } from '../../../src/archive/archive.ts';
import { ALL, type Filter } from '../../../src/archive/select.ts';
import { render } from '../../../src/messages/render.ts';
import { runOver } from '../../support/commands.ts';
import { AUTHORS, anyFilter, madeArchive, ORGANIZATIONS } from '../../support/made-archive.ts';
import { known, naive } from '../../support/naive-count.ts';
import { expectValid } from '../messages/valid.ts';

type Found = AnswerOf<'found'>;

/** A filter as the options of `/search` write it. */
function optionsOf(filter: Filter): Record<string, string | number> {
  const { from, to, except, authors, anyAuthor, notAuthors, firstAuthor, lastAuthor, code } = filter;
  const written = {
    from,
    to,
    except_from: except?.from ?? null,
    except_to: except?.to ?? null,
    author: authors.join(';'),
    any_author: anyAuthor.join(';'),
    not_author: notAuthors.join(';'),
    first_author: firstAuthor,
    last_author: lastAuthor,
    organization: filter.organizations.join(';'),
    not_organization: filter.notOrganizations.join(';'),
    min_votes: filter.minVotes,
    max_votes: filter.maxVotes,
    min_authors: filter.minAuthors,
    max_authors: filter.maxAuthors,
    title: filter.title,
    code: code === null ? null : code ? 'yes' : 'no',
  };
  return Object.fromEntries(
    Object.entries(written).filter(
      (entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== '',
    ),
  );
}

/** An open period that is written empty is none. */
const isWritten = ({ except }: Filter) => except === null || except.from !== null || except.to !== null;

/** Names that an archive does not hold are refused, and what is typed backwards is turned round. */
function isHeld(archive: Archive, filter: Filter): boolean {
  const { authors, anyAuthor, notAuthors, firstAuthor, lastAuthor, organizations, notOrganizations } = filter;
  const ends = [firstAuthor, lastAuthor].flatMap((name) => name ?? []);
  const isInOrder = (from: string | null, to: string | null) => from === null || to === null || from <= to;
  return (
    [...authors, ...anyAuthor, ...notAuthors, ...ends].every((name) => archive.hasAuthor(name)) &&
    [...organizations, ...notOrganizations].every((name) => archive.papersFrom(name).length > 0) &&
    isInOrder(filter.from, filter.to) &&
    isInOrder(filter.except?.from ?? null, filter.except?.to ?? null)
  );
}

function foundIn(answer: Answer): Found {
  if (answer.kind !== 'found') throw new Error(JSON.stringify(answer).slice(0, 300));
  return answer;
}

describe('/search with any options', () => {
  test('counts, sums up and averages as a count by hand does, and says so within the limits of Discord', async () => {
    await fc.assert(
      fc.asyncProperty(madeArchive(), anyFilter(), async (archive, filter) => {
        fc.pre(archive.totals().first !== null && isWritten(filter) && isHeld(archive, filter));
        const run = runOver(archive);
        const expected = naive(archive, filter);
        const show = async (how: 'count' | 'sum' | 'average') => {
          const answer = await run({ command: 'search', options: { ...optionsOf(filter), show: how } });
          expectValid(render(answer, 'ko'));
          return answer;
        };
        const counted = await show('count');
        if (counted.kind === 'refusal') {
          expect(counted.reason).toBe('period');
          expect(expected).toEqual([]);
          return;
        }
        expect(foundIn(counted)).toMatchObject({ total: expected.length, isLimited: false });
        const votes = expected.flatMap(({ days }) => days.map((day) => (known(day.votes) ? day.votes : 0)));
        const some = expected.flatMap(({ listing }) => (known(listing.votes) ? [listing.votes] : []));
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(foundIn(await show('sum')).amount).toEqual({
          as: 'sum',
          votes: sum(votes),
          unknown: expected.length - some.length,
        });
        expect(foundIn(await show('average')).amount).toEqual({
          as: 'average',
          average: some.length === 0 ? null : sum(some) / some.length,
          known: some.length,
          unknown: expected.length - some.length,
        });
      }),
      { numRuns: 60 },
    );
  });

  test('gives buttons that change one option each, or move one name to another, and can be pressed', async () => {
    await fc.assert(
      fc.asyncProperty(madeArchive(), anyFilter(), async (archive, filter) => {
        fc.pre(archive.totals().first !== null && isWritten(filter) && isHeld(archive, filter));
        const run = runOver(archive);
        const answer = await run({ command: 'search', options: { ...optionsOf(filter), limit: 2 } });
        if (answer.kind !== 'found') return;
        for (const { invocation } of answer.changes) {
          const [before, after] = [answer.again.options, invocation.options];
          const changed = new Set(
            [...Object.keys(before), ...Object.keys(after)].filter((name) => before[name] !== after[name]),
          );
          const said = new Set(
            [...changed].map((name) => OF_ONE.find((names) => names.includes(name))?.[0] ?? name),
          );
          const isMoved = changed.size === 2 && [...changed].every((name) => NAMES.includes(name));
          if (!isMoved) expect([...said]).toHaveLength(1);
          expect((await run(invocation)).kind).toMatch(/^(?:found|refusal)$/);
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Options that one word may fill, as a topic, an author or an organization. */
const NAMES = ['query', 'author', 'organization'];

/** Options that say one thing together. */
const OF_ONE = [
  ['from', 'to', 'except_from', 'except_to', 'same_day'],
  ['limit', 'place', 'place_to'],
  ['min_votes', 'max_votes'],
  ['min_authors', 'max_authors'],
  ['first_author', 'last_author'],
];

describe('ranks and comparisons with any options', () => {
  test('count as a count by hand does', async () => {
    const months = (papers: ReturnType<typeof naive>) => {
      const held = new Map<string, Set<string>>();
      for (const { paper, days } of papers)
        for (const { date } of days)
          held.set(date.slice(0, 7), (held.get(date.slice(0, 7)) ?? new Set()).add(paper.id));
      return [...held].map(([name, ids]): [string, number] => [name, ids.size]).sort();
    };
    await fc.assert(
      fc.asyncProperty(madeArchive(), anyFilter(), async (archive, { from, to, authors, organizations }) => {
        const [author, organization] = [authors.slice(0, 1), organizations.slice(0, 1)];
        const { filter, options } = filterOf({ from, to, authors: author, organizations: organization });
        fc.pre(archive.totals().first !== null && isHeld(archive, filter));
        const run = runOver(archive);
        const answer = await run({ command: 'rank', options: { what: 'months', ...options } });
        const expected = months(naive(archive, filter));
        if (answer.kind === 'refusal') expect(expected).toEqual([]);
        else if (answer.kind === 'facts' && answer.fact.is === 'ranking') {
          const rows = answer.fact.rows.items.map(({ name, papers }): [string, number] => [name, papers]);
          expect(rows.toSorted()).toEqual(expected);
          expectValid(render(answer, 'en'));
        } else expect.unreachable();
      }),
      { numRuns: 60 },
    );
  });

  test('compare what each has alone', async () => {
    await fc.assert(
      fc.asyncProperty(madeArchive(), async (archive) => {
        const run = runOver(archive);
        for (const [what, names, key] of [
          ['authors', AUTHORS, 'authors'],
          ['organizations', ORGANIZATIONS, 'organizations'],
        ] as const) {
          const held = names.filter((name) => isHeld(archive, filterOf({ [key]: [name] }).filter));
          if (held.length < 2) continue;
          const answer = await run({ command: 'compare', options: { what, items: held.join(';') } });
          if (answer.kind !== 'facts' || answer.fact.is !== 'comparison') throw new Error(answer.kind);
          expect(new Map(answer.fact.rows.map(({ name, papers }) => [name, papers]))).toEqual(
            new Map(
              held.map((name) => [name, naive(archive, filterOf({ [key]: [name] }).filter).length] as const),
            ),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('tell a paper’s place by votes, which papers with as many votes share', async () => {
    await fc.assert(
      fc.asyncProperty(madeArchive(), async (archive) => {
        const run = runOver(archive);
        const all = [...archive.papers()];
        for (const { id, votes } of all) {
          const answer = await run({ command: 'fact', options: { paper: id, of: 'rank' } });
          if (answer.kind !== 'facts' || answer.fact.is !== 'fields') throw new Error(answer.kind);
          const place = known(votes)
            ? all.filter((one) => known(one.votes) && one.votes > votes).length + 1
            : null;
          expect(answer.fact.papers[0]?.places.at(-1)).toMatchObject({ place, among: all.length });
        }
      }),
      { numRuns: 40 },
    );
  });
});

function filterOf(limits: Partial<Filter>): { filter: Filter; options: Invocation['options'] } {
  const filter = { ...ALL, ...limits };
  return { filter, options: optionsOf(filter) };
}
