import type { Ranked } from '../archive/archive.ts';
import type { AsOf, AuthorList, Votes } from '../archive/paper.ts';
import { cut } from './cut.ts';
import { counted } from './dates.ts';
import { clean } from './escape.ts';
import { tell, tellPlain } from './locale.ts';
import type { Locale } from './message.ts';
import { number } from './numbers.ts';

/** Longer names are cut in lists, so that one odd entry cannot push the others out. */
const NAME_MAX = 60;
const NAMES_SHOWN = 3;

/** `▲ 53`; unknown votes are called unknown, never 0. Plain text that reads the same as Markdown. */
export function votesText(votes: Votes, locale: Locale): string {
  return typeof votes === 'number' ? `▲ ${number(votes, locale)}` : tellPlain('votes.unknown', locale);
}

/**
 * The known votes of a list together (`▲ 512 votes`), as plain text.
 *
 * @param some papers of the list; when the sum is 0 and all of these are unknown, so is the sum
 */
export function votesSum(votes: number, some: readonly Ranked[], locale: Locale): string {
  return isUnknown(votes, some)
    ? tellPlain('votes.unknown', locale)
    : tellPlain('votes.sum', locale, { count: votes });
}

/** `votesSum` with the time of which a day's votes are, in Markdown; unknown votes are of no time. */
export function votesOfDay(votes: number, some: readonly Ranked[], date: string, locale: Locale): string {
  const sum = votesSum(votes, some, locale);
  return isUnknown(votes, some) ? sum : `${sum} · ${asOf(date, locale)}`;
}

function isUnknown(votes: number, some: readonly Ranked[]): boolean {
  return votes === 0 && some.length > 0 && some.every((paper) => typeof paper.votes !== 'number');
}

/** When votes were counted, in Markdown: `as of <t:1733526000:f>`. */
export function asOf(time: AsOf, locale: Locale): string {
  return tell('votes.asOf', locale, { time: { markdown: counted(time) } });
}

/**
 * A few names and how many more there are, as plain text: `A, B, C and 5 more`, `A, B, C 외 5명`. The archive's order
 * is random: these are examples, not first authors. A single name more is shown rather than counted.
 */
export function authorsText(
  { names, cut: incomplete }: AuthorList,
  locale: Locale,
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
export function nameText(name: string, locale: Locale): string {
  return cut(clean(name), NAME_MAX) || tellPlain('author.unnamed', locale);
}

/** A title as plain text. */
export function titleText(title: string, locale: Locale): string {
  return clean(title) || tellPlain('paper.untitled', locale);
}
