import type { Answer, Understood } from '../../answers/answer.ts';
import { emptyPeriod, noSuchAuthor, whichAuthor } from '../../answers/refuse.ts';
import type { Ranked } from '../../archive/archive.ts';
import { isBy } from '../../archive/merge/assemble.ts';
import type { Votes } from '../../archive/paper.ts';
import type { Asked } from '../answer-question.ts';
import { findPerson, type One, type Person } from './people.ts';
import type { Dates, Scope, VoteRange } from './query.ts';

/** The papers that a question is about, and how it was understood; or the answer that it cannot be answered so. */
export type Scoped =
  | { readonly is: 'papers'; readonly papers: readonly Ranked[]; readonly understood: Understood }
  | { readonly is: 'no-fact'; readonly answer: Answer | null };

/**
 * Finds the papers of an author, a period or both, most votes first.
 *
 * @param sure whether the question says that `who` is an author; else `null` is answered where nothing says that it is
 *   a name
 */
export function scoped(scope: Scope, sure: boolean, asked: Asked): Scoped {
  const { who, dates } = scope;
  const { archive } = asked.library;
  let people: readonly One[] = [];
  if (who !== null) {
    const person = findPerson(who, asked.library);
    const isName = sure || (person.is !== 'one' && isLikeName(who, person));
    if (person.is === 'nobody')
      return { is: 'no-fact', answer: isName ? noSuchAuthor(who, person.near, asked) : null };
    if (person.is === 'several')
      return { is: 'no-fact', answer: isName ? whichAuthor(bare(who), person.choices, asked) : null };
    people = [person];
  }
  const period = periodOf(dates, asked);
  const all = archive.top(period.from, period.to);
  if (all.length === 0) return { is: 'no-fact', answer: emptyPeriod(period, asked) };
  const papers = all.filter(
    ({ paper, votes }) => people.every(({ name }) => isBy(paper, name)) && isWithin(votes, scope),
  );
  return { is: 'papers', papers, understood: understood(period, papers.length, asked, people, scope) };
}

/** Whether a paper has as many votes as are asked for; where any number will do, they need not be known. */
export function isWithin(votes: Votes, { minVotes, maxVotes }: VoteRange): boolean {
  if (minVotes === null && maxVotes === null) return true;
  return typeof votes === 'number' && votes >= (minVotes ?? 0) && votes <= (maxVotes ?? votes);
}

/** Two or more words that some author has, or has but for a typing mistake: one word may be a subject. */
function isLikeName(who: string, person: Exclude<Person, { is: 'one' }>): boolean {
  const isFull = /^\p{L}[\p{L}.'’-]+(?:\s[\p{L}.'’-]+)+$/u.test(who.trim());
  const isHangul = /^[가-힣\s]{2,}$/.test(who.trim());
  return person.is === 'several' ? isFull || isHangul : isFull && person.near.length > 0;
}

/** The period named, or the whole archive. */
export function periodOf(dates: Dates | null, { calendar }: Asked): Pick<Dates, 'from' | 'to'> {
  return dates ?? { from: calendar.first, to: calendar.last };
}

export function understood(
  { from, to }: Pick<Dates, 'from' | 'to'>,
  papers: number,
  { calendar: { first, last } }: Asked,
  people: readonly One[] = [],
  { minVotes, maxVotes }: VoteRange = { minVotes: null, maxVotes: null },
): Understood {
  return {
    names: people.map(({ name }) => name),
    mistyped: people.flatMap(({ mistyped }) => mistyped ?? []),
    from,
    to,
    minVotes,
    maxVotes,
    papers,
    held: from < first || to > last ? { first, last } : null,
  };
}

function bare(who: string): string {
  return who.replace(/['’]s?$/, '').trim();
}

/** The known votes of a period: of a paper listed twice those of both days, as the digests' own sums have them. */
export function votesIn(papers: readonly Ranked[], { from, to }: Pick<Dates, 'from' | 'to'>): number {
  return papers
    .flatMap(({ paper }) => paper.listings)
    .filter(({ date }) => date >= from && date <= to)
    .reduce((sum, { votes }) => sum + (typeof votes === 'number' ? votes : 0), 0);
}
