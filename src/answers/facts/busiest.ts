import type { Asked } from '../../questions/answer-question.ts';
import type { Query } from '../../questions/read/query.ts';
import { periodOf, understood, votesIn } from '../../questions/read/scope.ts';
import { byText } from '../../text/order.ts';
import type { Answer, Busy } from '../answer.ts';
import { emptyPeriod } from '../refuse.ts';

const PERIODS_MAX = 25;

/** The days or months with the most (or fewest) papers or votes; days without a digest do not count. */
export function busiestPeriods(query: Extract<Query, { kind: 'busiest' }>, asked: Asked): Answer {
  const { archive } = asked.library;
  const { unit, by, order, dates, limit } = query;
  const period = periodOf(dates, asked);
  const days = archive.days().filter((day) => day >= period.from && day <= period.to);
  if (days.length === 0) return emptyPeriod(period, asked);
  const groups = Map.groupBy(days, (day) => (unit === 'day' ? day : day.slice(0, 7)));
  const periods = [...groups.values()]
    .map((inside): Busy => {
      const [from = '', to = ''] = [inside[0], inside.at(-1)];
      const papers = archive.top(from, to);
      return { from, to, papers: papers.length, votes: votesIn(papers, { from, to }) };
    })
    .sort((a, b) => (order === 'most' ? b[by] - a[by] : a[by] - b[by]) || byText(a.from, b.from));
  return {
    kind: 'facts',
    fact: { is: 'busiest', unit, by, order, periods: periods.slice(0, Math.min(limit, PERIODS_MAX)) },
    understood: understood(period, archive.top(period.from, period.to).length, asked),
    page: null,
    again: { command: 'ask', options: { question: asked.question } },
    changes: [],
  };
}
