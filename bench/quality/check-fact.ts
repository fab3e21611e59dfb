import type { Answer } from '../../src/answers/answer.ts';
import type { Count } from './count.ts';
import type { FactQuestion } from './labelled-questions.ts';

/** Right; wrong: something else was stated as a fact; unanswered: a choice, a refusal, sentences. */
export type Verdict = 'right' | 'wrong' | 'unanswered';

const STATES: ReadonlySet<Answer['kind']> = new Set(['facts', 'digest', 'author', 'paper', 'top']);

/** Compares an answer with what counting gives. */
export function checkFact(question: FactQuestion, answer: Answer, count: Count): Verdict {
  if (!STATES.has(answer.kind)) return 'unanswered';
  return isRight(question, answer, count) ? 'right' : 'wrong';
}

function isRight(question: FactQuestion, answer: Answer, count: Count): boolean {
  if (question.check === 'author')
    return (
      answer.kind === 'author' &&
      answer.name === question.name &&
      answer.page.total === count.by(question.name, '', '9').size
    );
  if (question.check === 'digest')
    return (
      answer.kind === 'digest' &&
      answer.date === question.date &&
      answer.page.total === count.papers(question.date, question.date)
    );
  if (question.check === 'card') return answer.kind === 'paper' && answer.paper.id === question.paper;
  if (answer.kind !== 'facts') return false;
  const { fact, page, understood } = answer;
  switch (question.check) {
    case 'papers':
      return (
        fact.is === 'count' && fact.of === 'papers' && fact.count === count.papers(question.from, question.to)
      );
    case 'votes-sum':
      return (
        fact.is === 'count' && fact.of === 'votes' && fact.count === count.votes(question.from, question.to)
      );
    case 'days':
      return (
        fact.is === 'count' && fact.of === 'days' && fact.count === count.days(question.from, question.to)
      );
    case 'active': {
      const most = count.mostOfOne(question.from, question.to);
      if (fact.is !== 'active' || fact.authors[0]?.papers !== most) return false;
      return fact.authors.every(
        ({ name, papers }) => count.by(name, question.from, question.to).size === papers,
      );
    }
    case 'top': {
      const votes = page?.items.map((one) => one.votes) ?? [];
      const expected = count.top(question.from, question.to, Math.max(question.n, votes.length));
      const enough = votes.length >= Math.min(question.n, expected.length);
      const fits =
        question.n === 1 ? votes.every((one) => one === expected[0]) : votes.join() === expected.join();
      return fact.is === 'list' && fact.order === 'votes' && enough && fits;
    }
    case 'place': {
      const expected = count.top(question.from, question.to, question.n).at(-1);
      const votes = page?.items.map((one) => one.votes) ?? [];
      return fact.is === 'list' && votes.length > 0 && votes.every((one) => one === expected);
    }
    case 'at-least':
      return (
        fact.is === 'list' &&
        understood?.minVotes === question.votes &&
        same(idsOf(answer), count.atLeast(question.votes, question.from, question.to))
      );
    case 'within': {
      const { least, most, from, to } = question;
      return (
        fact.is === 'list' &&
        page?.total === count.within(least, most, from, to).length &&
        haveVotes(answer, least, most)
      );
    }
    case 'within-count': {
      const { least, most, from, to } = question;
      return (
        fact.is === 'count' &&
        fact.of === 'papers' &&
        fact.count === count.within(least, most, from, to).length
      );
    }
    case 'fewest': {
      const expected = count.top(question.from, question.to, 9999).toReversed();
      const votes = page?.items.map((one) => one.votes) ?? [];
      return (
        fact.is === 'list' &&
        fact.order === 'fewest' &&
        votes.length >= question.n &&
        (question.n === 1
          ? votes.every((one) => one === expected[0])
          : votes.join() === expected.slice(0, question.n).join())
      );
    }
    case 'oldest':
      return isOldest(answer, count.oldest(question.from, question.to, null));
    case 'oldest-by':
      return isOldest(answer, count.oldest('', '9', question.name));
    case 'author-votes':
      return (
        fact.is === 'count' &&
        fact.of === 'votes' &&
        fact.count === count.votesOf(question.name) &&
        understood?.names.join() === question.name
      );
    case 'author-count': {
      const papers = count.by(question.name, question.from, question.to).size;
      return (
        understood?.names.join() === question.name && understood.papers === papers && page?.total === papers
      );
    }
    case 'authors': {
      const names = count.of(question.paper)[0]?.authors.names ?? [];
      return (
        fact.is === 'authors' && fact.paper.id === question.paper && same(fact.paper.authors.names, names)
      );
    }
    case 'listed': {
      const days = count.of(question.paper).map(({ date }) => date);
      return (
        fact.is === 'listed' &&
        fact.paper.id === question.paper &&
        same(
          fact.paper.listings.map((one) => one.date),
          days,
        )
      );
    }
    case 'votes':
      return (
        fact.is === 'votes' &&
        fact.paper.id === question.paper &&
        fact.paper.votes === count.of(question.paper)[0]?.votes
      );
    case 'compare':
      return (
        fact.is === 'compare' &&
        same(
          fact.papers.map(({ id }) => id),
          question.papers,
        ) &&
        fact.papers.every(({ id, votes }) => votes === count.of(id)[0]?.votes)
      );
    case 'shared':
      return fact.is === 'list' && same(idsOf(answer), bothOf(question.names, count));
    case 'shared-count':
      return (
        fact.is === 'count' && fact.of === 'papers' && fact.count === bothOf(question.names, count).length
      );
    case 'busiest':
      return fact.is === 'busiest' && fact.periods[0]?.papers === count.fullestDay();
    default:
      return question satisfies never;
  }
}

function haveVotes({ page }: Extract<Answer, { kind: 'facts' }>, least: number, most: number): boolean {
  const votes = page?.items.map((one) => Number(one.votes)) ?? [];
  return votes.every((one) => one >= least && one <= most);
}

/** Whether an answer begins the oldest papers: they share a day, and a page may not hold all of them. */
function isOldest(answer: Extract<Answer, { kind: 'facts' }>, oldest: readonly string[]): boolean {
  const { fact, page } = answer;
  const ids = idsOf(answer);
  const isAll = page !== null && page.total === oldest.length;
  return fact.is === 'list' && fact.order === 'oldest' && isAll && ids.every((id) => oldest.includes(id));
}

function idsOf({ page }: Extract<Answer, { kind: 'facts' }>): readonly string[] {
  return page?.items.map(({ paper }) => paper.id) ?? [];
}

/** The papers that list both names. */
function bothOf([a, b]: readonly [string, string], count: Count): readonly string[] {
  const others = count.by(b, '', '9');
  return [...count.by(a, '', '9')].filter((id) => others.has(id));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('\n') === [...b].sort().join('\n');
}
