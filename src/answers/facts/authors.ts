import { authorNamesOf, isBy } from '../../archive/merge/assemble.ts';
import type { Asked } from '../../questions/answer-question.ts';
import { findPerson } from '../../questions/read/people.ts';
import type { Query } from '../../questions/read/query.ts';
import { isWithin, periodOf, understood } from '../../questions/read/scope.ts';
import { byText } from '../../text/order.ts';
import type { Answer } from '../answer.ts';
import { pageOf } from '../page.ts';
import { authorChoice, emptyPeriod, noSuchAuthor, refuse, whichAuthor } from '../refuse.ts';

/**
 * The papers that two authors share; of the ways to part the question, the first in which both are authors. Null
 * where nothing in it looks like a name.
 */
export function sharedPapers(query: Extract<Query, { kind: 'shared' }>, asked: Asked): Answer | null {
  const { ways, dates, isCount, sure } = query;
  const { archive } = asked.library;
  let other: Answer | null = null;
  const isSomebody = (typed: string) => findPerson(typed, asked.library).is !== 'nobody';
  if (!isNamed(ways) && !ways.some((way) => way.some(isSomebody))) return null;
  for (const [a, b] of ways) {
    const first = findPerson(a, asked.library);
    const second = findPerson(b, asked.library);
    for (const [typed, person] of [
      [a, first],
      [b, second],
    ] as const) {
      if (person.is === 'several') other ??= whichAuthor(typed, person.choices, asked);
      if (person.is === 'nobody') other ??= noSuchAuthor(typed, person.near, asked);
    }
    if (first.is !== 'one' || second.is !== 'one') continue;
    const names = [first.name, second.name];
    const { from, to } = periodOf(dates, asked);
    const papers = archive
      .top(from, to)
      .filter(({ paper, votes }) => names.every((name) => isBy(paper, name)) && isWithin(votes, query));
    if (papers.length === 0) {
      const choices = names.map((name) => authorChoice({ name, papers: archive.papersBy(name).length }));
      return refuse('together', asked, { query: names.join(', '), of: 'author', choices });
    }
    return {
      kind: 'facts',
      fact: isCount
        ? { is: 'count', of: 'papers', count: papers.length, unknown: 0 }
        : { is: 'list', order: 'votes', limit: null, place: null },
      understood: understood({ from, to }, papers.length, asked, [first, second], query),
      page: pageOf(
        papers.map((paper, place) => ({ ...paper, rank: place + 1 })),
        asked.page,
      ),
      again: { command: 'ask', options: { question: asked.question } },
      changes: names.map((name) => ({
        text: { key: 'ask.change.author', values: { name } },
        invocation: { command: 'author', options: { name } },
      })),
    };
  }
  return sure ? (other ?? noSuchAuthor('', [], asked)) : null;
}

/** Whether two names are written as names are: nobody who asks about agents working together means people. */
function isNamed(ways: readonly (readonly [string, string])[]): boolean {
  return ways.some((way) =>
    way.every((name) => /^\p{Lu}|^[가-힣]{2,5}$/u.test(name) && name.split(' ').length <= 4),
  );
}

/** Who stands on the most papers of a period; all who share the last place stay in as far as the limit allows. */
export function activeAuthors({ dates, limit }: Extract<Query, { kind: 'active' }>, asked: Asked): Answer {
  const { archive } = asked.library;
  const { from, to } = periodOf(dates, asked);
  const papers = archive.top(from, to);
  if (papers.length === 0) return emptyPeriod({ from, to }, asked);
  const counts = new Map<string, number>();
  for (const { paper } of papers) {
    for (const name of authorNamesOf(paper)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const authors = [...counts]
    .map(([name, count]) => ({ name, papers: count }))
    .sort((a, b) => b.papers - a.papers || byText(a.name, b.name));
  return {
    kind: 'facts',
    fact: { is: 'active', authors: authors.slice(0, Math.min(limit, 25)) },
    understood: understood({ from, to }, papers.length, asked),
    page: null,
    again: { command: 'ask', options: { question: asked.question } },
    changes: [],
  };
}
