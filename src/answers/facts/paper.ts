import type { Paper } from '../../archive/paper.ts';
import type { Asked } from '../../questions/answer-question.ts';
import { findPerson } from '../../questions/read/people.ts';
import type { Query } from '../../questions/read/query.ts';
import { findPaper, type Named } from '../../questions/read/titles.ts';
import type { Answer, Fact } from '../answer.ts';
import { authorCard } from '../author-card.ts';
import { noSuchAuthor, noSuchPaper, whichAuthor, whichPaper } from '../refuse.ts';
import { countOf } from './count.ts';

type OfPaper = Extract<Query, { kind: 'authors' | 'listed' | 'votes' }>;

/** What is longer and no paper's title is no title at all, but what somebody asks about. */
const TITLE_WORDS_MAX = 6;

/** Who wrote a paper, when it was listed, how many votes it has; null where no paper is named. */
export function paperFact(query: OfPaper, asked: Asked): Answer | null {
  const named = findPaper(query.paper, asked.library);
  if (named.is === 'none' && named.id === null && query.paper.split(' ').length > TITLE_WORDS_MAX)
    return null;
  if (named.is !== 'one') return ofAuthor(query, named, asked) ?? unnamed(query.paper, named, asked);
  const { paper } = named;
  if (query.kind !== 'authors') return factOf({ is: query.kind, paper }, asked);
  if (query.who === null) return factOf({ is: 'authors', paper, name: null }, asked);
  const person = findPerson(query.who, asked.library);
  if (person.is === 'nobody') return noSuchAuthor(query.who, person.near, asked);
  if (person.is === 'several') return whichAuthor(query.who, person.choices, asked);
  return factOf({ is: 'authors', paper, name: person.name }, asked);
}

/** `how many votes does Song Han have`, `author: Song Han`: where no paper is called so, but an author is. */
function ofAuthor(query: OfPaper, named: Named, asked: Asked): Answer | null {
  if (named.is !== 'none') return null;
  const person = findPerson(query.paper, asked.library);
  if (person.is !== 'one') return null;
  if (query.kind === 'authors' && query.who === null)
    return authorCard(person.name, asked.library.archive, asked.page);
  if (query.kind !== 'votes') return null;
  const { paper: who, dates } = query;
  return countOf(
    { kind: 'count', of: 'votes', sure: true, who, dates, minVotes: null, maxVotes: null },
    asked,
  );
}

/** Which of two papers has more votes; of the ways to part the question, the first in which both are papers. */
export function comparison(ways: readonly (readonly [string, string])[], asked: Asked): Answer {
  let best: Answer | null = null;
  for (const [a, b] of ways) {
    const first = findPaper(a, asked.library);
    const second = findPaper(b, asked.library);
    if (first.is === 'one' && second.is === 'one')
      return factOf({ is: 'compare', papers: [first.paper, second.paper] }, asked);
    if (first.is === 'one' && second.is !== 'one') best ??= unnamed(b, second, asked);
    if (second.is === 'one' && first.is !== 'one') best ??= unnamed(a, first, asked);
  }
  const [[typed] = ['']] = ways;
  return best ?? noSuchPaper(typed, [], asked);
}

function unnamed(typed: string, named: Exclude<Named, { is: 'one' }>, asked: Asked): Answer {
  return named.is === 'several'
    ? whichPaper(typed, named.papers, asked)
    : noSuchPaper(typed, named.near, asked);
}

function factOf(fact: Fact, { question }: Asked): Answer {
  const papers: readonly Paper[] = 'papers' in fact ? fact.papers : 'paper' in fact ? [fact.paper] : [];
  return {
    kind: 'facts',
    fact,
    understood: null,
    page: null,
    again: { command: 'ask', options: { question } },
    changes: papers.map(({ id, title }) => ({
      text: { key: 'ask.change.paper', values: { title } },
      invocation: { command: 'paper', options: { paper: id } },
    })),
  };
}
