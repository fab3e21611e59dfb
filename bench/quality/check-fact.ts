import type { Answer, AnswerOf, Fact } from '../../src/answers/answer.ts';
import type { Paper } from '../../src/archive/paper.ts';
import type { Count } from './count.ts';
import type { FactQuestion } from './questions/labelled-questions.ts';

/** Right; wrong: something else was stated as a fact; unanswered: a choice, a refusal, sentences. */
type Verdict = 'right' | 'wrong' | 'unanswered';

const STATES: ReadonlySet<Answer['kind']> = new Set(['facts', 'found', 'digest', 'author', 'paper', 'top']);

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
  if (question.check === 'digest' && answer.kind === 'digest')
    return answer.date === question.date && answer.page.total === count.papers(question.date, question.date);
  if (question.check === 'card') return answer.kind === 'paper' && answer.paper.id === question.paper;
  if (answer.kind === 'facts') return isRightFact(question, answer.fact, count);
  return answer.kind === 'found' && isRightList(question, answer, count);
}

function isRightFact(question: FactQuestion, fact: Fact, count: Count): boolean {
  switch (question.check) {
    case 'days':
      return (
        (fact.is === 'holdings'
          ? fact.days
          : fact.is === 'ranking' && fact.what === 'days'
            ? fact.rows.total
            : -1) === count.days(question.from, question.to)
      );
    case 'active':
      return (
        fact.is === 'ranking' &&
        fact.what === 'authors' &&
        fact.rows.items[0]?.papers === count.mostOfOne(question.from, question.to) &&
        fact.rows.items.every(
          ({ name, papers }) => count.by(name, question.from, question.to).size === papers,
        )
      );
    case 'busiest':
      return (
        fact.is === 'ranking' && fact.what === 'days' && fact.rows.items[0]?.papers === count.fullestDay()
      );
    case 'compare':
      return (
        fact.is === 'comparison' &&
        same(idsOf(fact.rows.map(({ paper }) => paper)), question.papers) &&
        fact.rows.every(({ paper, votes }) => votes === count.of(paper?.id ?? '')[0]?.votes)
      );
    case 'authors':
    case 'listed':
    case 'votes': {
      const [one, ...others] = fact.is === 'fields' ? fact.papers : [];
      if (fact.is !== 'fields' || one?.paper.id !== question.paper || others.length > 0) return false;
      const held = count.of(question.paper);
      if (question.check === 'votes') return fact.of.join() === 'votes' && one.paper.votes === held[0]?.votes;
      if (question.check === 'listed')
        return (
          fact.of.join() === 'day' &&
          same(
            one.paper.listings.map(({ date }) => date),
            held.map(({ date }) => date),
          )
        );
      return /author/.test(fact.of.join()) && same(one.paper.authors.names, held[0]?.authors.names ?? []);
    }
    default:
      return false;
  }
}

type List = AnswerOf<'found'>;

function isRightList(question: FactQuestion, answer: List, count: Count): boolean {
  const { amount, sort, part, total, page, wanted } = answer;
  const votes = page.items.map(({ ranked }) => ranked.votes);
  const ids = page.items.map(({ ranked }) => ranked.paper.id);
  switch (question.check) {
    case 'papers':
      return amount.as === 'count' && total === count.papers(question.from, question.to);
    case 'votes-sum':
      return amount.as === 'sum' && amount.votes === count.votes(question.from, question.to);
    case 'top': {
      const expected = count.top(question.from, question.to, Math.max(question.n, votes.length));
      return (
        sort === 'votes' &&
        votes.length >= Math.min(question.n, expected.length) &&
        votes.join() === expected.slice(0, votes.length).join()
      );
    }
    case 'place': {
      const expected = count.top(question.from, question.to, question.n).at(-1);
      return part.place === question.n && votes.length > 0 && votes.every((one) => one === expected);
    }
    case 'at-least':
      return (
        wanted.filter.minVotes === question.votes &&
        total === count.atLeast(question.votes, question.from, question.to).length
      );
    case 'within':
    case 'within-count': {
      const expected = count.within(question.least, question.most, question.from, question.to).length;
      const isCounted = question.check === 'within' || amount.as === 'count';
      return (
        isCounted &&
        total === expected &&
        votes.every((one) => Number(one) >= question.least && Number(one) <= question.most)
      );
    }
    case 'fewest': {
      const expected = count.top(question.from, question.to, 9999).toReversed();
      return (
        sort === 'fewest' &&
        votes.length >= question.n &&
        votes.join() === expected.slice(0, votes.length).join()
      );
    }
    case 'oldest':
      return (
        sort === 'oldest' &&
        ids.length > 0 &&
        count.oldest(question.from, question.to, null).includes(ids[0] ?? '')
      );
    case 'oldest-by':
      return (
        sort === 'oldest' && ids.length > 0 && count.oldest('', '9', question.name).includes(ids[0] ?? '')
      );
    case 'author-votes':
      return (
        amount.as === 'sum' &&
        amount.votes === count.votesOf(question.name) &&
        wanted.filter.authors.join() === question.name
      );
    case 'author-count':
      return (
        wanted.filter.authors.join() === question.name &&
        total === count.by(question.name, question.from, question.to).size
      );
    case 'shared':
      return same(ids, bothOf(question.names, count));
    case 'shared-count':
      return amount.as === 'count' && total === bothOf(question.names, count).length;
    case 'digest':
      return wanted.filter.from === question.date && total === count.papers(question.date, question.date);
    default:
      return false;
  }
}

function idsOf(papers: readonly (Paper | null)[]): readonly string[] {
  return papers.flatMap((paper) => (paper === null ? [] : [paper.id]));
}

/** The papers that list both names. */
function bothOf([a, b]: readonly [string, string], count: Count): readonly string[] {
  const others = count.by(b, '', '9');
  return [...count.by(a, '', '9')].filter((id) => others.has(id));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return [...a].sort().join('\n') === [...b].sort().join('\n');
}
