import type { Ranked } from '../archive/archive.ts';
import { isBy } from '../archive/assemble.ts';
import type { Answer, Understood } from './answer.ts';
import type { Asked } from './answer-question.ts';
import { findPerson, type Person } from './people.ts';
import type { Dates, Scope } from './query.ts';
import { emptyPeriod, noSuchAuthor, whichAuthor } from './refuse.ts';

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
export function scoped({ who, dates, minVotes }: Scope, sure: boolean, asked: Asked): Scoped {
  const { archive } = asked.library;
  let names: readonly string[] = [];
  if (who !== null) {
    const person = findPerson(who, asked.library);
    const isName = sure || (person.is !== 'one' && isLikeName(who, person));
    if (person.is === 'nobody')
      return { is: 'no-fact', answer: isName ? noSuchAuthor(who, person.near, asked) : null };
    if (person.is === 'several')
      return { is: 'no-fact', answer: isName ? whichAuthor(bare(who), person.choices, asked) : null };
    names = [person.name];
  }
  const period = periodOf(dates, asked);
  const all = archive.top(period.from, period.to);
  if (all.length === 0) return { is: 'no-fact', answer: emptyPeriod(period, asked) };
  const papers = all.filter(
    ({ paper, votes }) =>
      names.every((name) => isBy(paper, name)) &&
      (minVotes === null || (typeof votes === 'number' && votes >= minVotes)),
  );
  return { is: 'papers', papers, understood: understood(period, papers.length, asked, names, minVotes) };
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
  names: readonly string[] = [],
  minVotes: number | null = null,
): Understood {
  return { names, from, to, minVotes, papers, held: from < first || to > last ? { first, last } : null };
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
