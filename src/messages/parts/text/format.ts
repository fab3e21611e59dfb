import { type Counted, countedIn, mayGrow, type VotesOf } from '../../../answers/vote-dates.ts';
import type { AuthorList, Day, Votes } from '../../../archive/paper.ts';
import type { Language } from '../../../language.ts';
import { tell, tellPlain } from '../../locale.ts';
import { number } from '../../locales/index.ts';
import { counted, dayOfVotes, moment, range } from './dates.ts';
import { clean } from './escape.ts';
import { cut } from './truncate.ts';

/** Characters; longer names are cut, so that one odd name cannot push the others out of a list. */
const NAME_MAX = 60;
const NAMES_SHOWN = 3;

type Voted = Pick<VotesOf, 'votes'>;
type Listed = VotesOf & { readonly date: Day };

/** `▲ 53`, or "unknown", never 0. Plain text that reads the same as Markdown. */
export function votesText(votes: Votes, locale: Language): string {
  return typeof votes === 'number' ? `▲ ${number(votes, locale)}` : tellPlain('votes.unknown', locale);
}

/**
 * The sum of a list's known votes (`▲ 512 votes`), as plain text.
 *
 * @param some papers of the list; if the sum is 0 and all their votes are unknown, the sum is called unknown
 */
export function votesSum(votes: number, some: readonly Voted[], locale: Language): string {
  return isUnknown(votes, some)
    ? tellPlain('votes.unknown', locale)
    : tellPlain('votes.sum', locale, { count: votes });
}

function isUnknown(votes: number, some: readonly Voted[]): boolean {
  return votes === 0 && some.length > 0 && some.every((paper) => typeof paper.votes !== 'number');
}

/** When votes were counted, in Markdown: `as of <t:1733526000:f>`, or the earliest and latest time. */
export function asOf({ first, last }: Counted, locale: Language): string {
  const [from, to] = [counted(first, locale), counted(last, locale)];
  return tell('votes.asOf', locale, { time: { markdown: from === to ? from : between(from, to, locale) } });
}

/** When a list's votes that may still grow were counted, as plain text for footers; null if none may grow. */
export function votesAsOf(some: readonly Listed[], locale: Language): string | null {
  const found = countedIn(some.filter(mayGrow));
  if (found === null) return null;
  const { first, last } = found;
  if (typeof first !== 'number' && typeof last !== 'number')
    return tellPlain('card.votesAsOf', locale, { time: range(dayOfVotes(first), dayOfVotes(last), locale) });
  const [from, to] = [moment(first, locale), moment(last, locale)];
  return tellPlain('card.votesAsOf', locale, { time: from === to ? from : between(from, to, locale) });
}

function between(first: string, last: string, locale: Language): string {
  return tell('card.between', locale, { first: { markdown: first }, last: { markdown: last } });
}

/**
 * A few names and the number of others, as plain text: `A, B, C and 5 more`, `A, B, C 외 5명`. If the order is unknown,
 * these are examples, not first authors. A single further name is shown instead of counted.
 */
export function authorsText(
  { names, cut: incomplete }: AuthorList,
  locale: Language,
  shown = NAMES_SHOWN,
): string {
  if (names.length === 0) return tellPlain('authors.unknown', locale);
  const some = names.length <= shown + 1 ? names : names.slice(0, shown);
  const listed = some.map((name) => nameText(name, locale)).join(', ');
  const count = names.length - some.length;
  if (count === 0) return incomplete ? tellPlain('authors.others', locale, { names: listed }) : listed;
  return tellPlain(incomplete ? 'authors.moreAtLeast' : 'authors.more', locale, { names: listed, count });
}

/** One name as plain text. */
export function nameText(name: string, locale: Language): string {
  return cut(clean(name), NAME_MAX) || tellPlain('author.unnamed', locale);
}

/** A title as plain text. */
export function titleText(title: string, locale: Language): string {
  return clean(title) || tellPlain('paper.untitled', locale);
}
