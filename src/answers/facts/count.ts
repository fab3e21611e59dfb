import type { Ranked } from '../../archive/archive.ts';
import type { Asked } from '../../questions/answer-question.ts';
import type { Dates, Query } from '../../questions/read/query.ts';
import { periodOf, scoped, understood, votesIn } from '../../questions/read/scope.ts';
import type { Answer } from '../answer.ts';
import { pageOf } from '../page.ts';
import { emptyPeriod } from '../refuse.ts';

type Count = Extract<Query, { kind: 'count' }>;

/** How many papers, votes, days or authors; null where what was taken for an author may be a subject. */
export function countOf(query: Count, asked: Asked): Answer | null {
  const { archive } = asked.library;
  const period = periodOf(query.dates, asked);
  if (query.of === 'days') {
    const days = archive.days().filter((day) => day >= period.from && day <= period.to);
    if (days.length === 0) return emptyPeriod(period, asked);
    return counted(query, days.length, [], asked, archive.top(period.from, period.to).length);
  }
  const found = scoped(query, query.sure, asked);
  if (found.is === 'no-fact') return found.answer;
  const { papers, understood: how } = found;
  const answer = counted(query, amountOf(query.of, papers, period), papers, asked, papers.length);
  return answer.kind === 'facts' ? { ...answer, understood: how } : answer;
}

function amountOf(
  of: 'papers' | 'votes' | 'authors',
  papers: readonly Ranked[],
  period: Pick<Dates, 'from' | 'to'>,
): number {
  if (of === 'papers') return papers.length;
  if (of === 'votes') return votesIn(papers, period);
  return new Set(papers.flatMap(({ paper }) => paper.authors.names)).size;
}

function counted(
  query: Count,
  count: number,
  papers: readonly Ranked[],
  asked: Asked,
  total: number,
): Answer {
  const lists = query.of === 'papers' && papers.length > 0;
  const unknown = papers.filter(({ votes }) => typeof votes !== 'number').length;
  return {
    kind: 'facts',
    fact: { is: 'count', of: query.of, count, unknown: query.of === 'votes' ? unknown : 0 },
    understood: understood(periodOf(query.dates, asked), total, asked),
    page: lists ? pageOf(papers, asked.page) : null,
    again: { command: 'ask', options: { question: asked.question } },
    changes:
      query.dates === null
        ? []
        : [
            {
              text: { key: 'ask.change.all' },
              invocation: {
                command: 'ask',
                options: { question: `how many ${query.of}${query.who === null ? '' : ` by ${query.who}`}` },
                here: true,
              },
            },
          ],
  };
}
