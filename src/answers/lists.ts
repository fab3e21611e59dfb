import type { Ranked } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import { byVotes } from '../archive/votes.ts';
import type { TextKey } from '../messages/locales/translation.ts';
import type { Asked } from '../questions/answer-question.ts';
import type { Dates, Order, Query } from '../questions/read/query.ts';
import { scoped } from '../questions/read/scope.ts';
import { byText } from '../text/order.ts';
import type { Answer, Change, Understood } from './answer.ts';
import { authorCard } from './author-card.ts';
import { digestOf } from './digest-of.ts';
import { pageOf } from './page.ts';
import { paperChoice, refuse } from './refuse.ts';

const NEAR = 5;

/** Papers by author, period and votes; null where what was taken for an author may be a subject. */
export function listOf(query: Extract<Query, { kind: 'papers' }>, asked: Asked): Answer | null {
  const { archive } = asked.library;
  const { dates, who, minVotes, maxVotes, limit, place, order } = query;
  const isOfAnyVotes = minVotes === null && maxVotes === null;
  const isWhole = limit === null && place === null;
  const isWholeDay = dates !== null && dates.from === dates.to && isWhole;
  if (isWholeDay && who === null && isOfAnyVotes) {
    const isToday = dates.relative && dates.from === asked.calendar.today;
    if (isToday || archive.ranked(dates.from).length > 0) return digestOf(dates.from, asked);
  }
  const found = scoped(query, query.sure, asked);
  if (found.is === 'no-fact') return found.answer;
  const { understood, papers } = found;
  const [name] = understood.names;
  const isCard = understood.mistyped.length === 0 && order !== 'oldest';
  if (name !== undefined && dates === null && isOfAnyVotes && isWhole && isCard)
    return authorCard(name, archive, asked.page);
  const ordered = inOrder(papers, order, understood);
  // Who asks for the most votes is not answered with papers whose votes nobody knows.
  const known =
    isWhole || isByDay(order) ? ordered : ordered.filter(({ votes }) => typeof votes === 'number');
  if (known.length === 0 && papers.length > 0) {
    const { from, to } = understood;
    return refuse('votes', asked, {
      period: { from, to },
      choices: papers.slice(0, NEAR).map(({ paper }) => paperChoice(paper)),
    });
  }
  const shown = place === null ? first(known, limit, order) : at(known, place, order);
  return {
    kind: 'facts',
    fact: { is: 'list', order, limit, place },
    understood,
    page: pageOf(shown, asked.page),
    again: { command: 'ask', options: { question: asked.question } },
    changes: changesOf(query, understood),
  };
}

/** Papers in another order, ranked anew; those whose votes are unknown cannot have the fewest. */
export function inOrder(
  papers: readonly Ranked[],
  order: Order,
  period: Pick<Dates, 'from' | 'to'>,
): readonly Ranked[] {
  if (order === 'votes') return papers;
  const sorted =
    order === 'fewest'
      ? papers
          .filter(({ votes }) => typeof votes === 'number')
          .toSorted((a, b) => byVotes(b.votes, a.votes) || byText(a.paper.id, b.paper.id))
      : order === 'newest'
        ? papers.toSorted((a, b) => byText(b.date, a.date) || a.rank - b.rank)
        : papers
            .map((paper) => ({ ...paper, date: firstDay(paper, period) }))
            .sort((a, b) => byText(a.date, b.date) || a.rank - b.rank);
  return sorted.map((paper, place) => ({ ...paper, rank: place + 1 }));
}

/** The day on which a paper was first listed in a period. */
function firstDay({ paper, date }: Ranked, { from, to }: Pick<Dates, 'from' | 'to'>): Day {
  return paper.listings.reduce(
    (first, listing) =>
      listing.date >= from && listing.date <= to && listing.date < first ? listing.date : first,
    date,
  );
}

function isByDay(order: Order): boolean {
  return order === 'newest' || order === 'oldest';
}

/** So many of a list; where one is wanted and several share its place, all of these. */
function first(papers: readonly Ranked[], limit: number | null, order: Order): readonly Ranked[] {
  const [best] = papers;
  if (limit === null || best === undefined) return papers;
  if (limit > 1) return papers.slice(0, limit);
  return papers.filter(({ votes, date }) => (isByDay(order) ? date === best.date : votes === best.votes));
}

/** The one at a place, and those that share it. */
function at(papers: readonly Ranked[], place: number, order: Order): readonly Ranked[] {
  const wanted = papers[place - 1];
  if (wanted === undefined) return [];
  return isByDay(order) ? [wanted] : papers.filter(({ votes }) => votes === wanted.votes);
}

/** The same in another order, and over the whole archive. */
function changesOf(
  { order, limit, dates }: Extract<Query, { kind: 'papers' }>,
  { names, from, to }: Understood,
): Change[] {
  const by = names.map((name) => ` by ${name}`).join('');
  const period = dates === null ? '' : ` ${from}..${to}`;
  const ask = (key: TextKey, question: string): Change => ({
    text: { key },
    invocation: { command: 'ask', options: { question }, here: true },
  });
  const count = limit === null || limit === 1 ? 5 : limit;
  const orders = [
    ...(order === 'votes' ? [] : [ask('ask.change.votes', `top ${count} papers${by}${period}`)]),
    ...(order === 'newest' ? [] : [ask('ask.change.newest', `latest ${count} papers${by}${period}`)]),
  ];
  const wider = dates === null ? [] : [ask('ask.change.all', `top ${count} papers${by}`)];
  const whole = limit === null ? [] : [ask('ask.change.whole', `papers${by}${period}`)];
  return [...orders, ...whole, ...wider];
}
