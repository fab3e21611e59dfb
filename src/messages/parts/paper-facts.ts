import type { APIEmbed } from 'discord-api-types/v10';
import type { Ranked } from '../../archive/archive.ts';
import type { Paper } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';
import { EMBED_TITLE_MAX } from '../limits.ts';
import { tellPlain } from '../locale.ts';
import { day } from './text/dates.ts';
import { clean, escapeText } from './text/escape.ts';
import { nameText, titleText, votesText } from './text/format.ts';
import { arxivPage, repository } from './text/links.ts';
import { cut } from './text/truncate.ts';

/** The facts in a paper's line besides votes and organization. */
export interface Columns {
  readonly rank?: boolean;
  readonly date?: boolean;
  readonly authors?: boolean;
}

/** The separator between two facts in a line. */
export const GAP = ' · ';

const ORGANIZATION_MAX = 28;
const LINE_MAX = 110;

/** Votes, organization, authors and day in one line, as plain text: `▲ 39 · Tencent · Yansong Ning +7`. */
export function factsText({ paper, votes, date }: Ranked, columns: Columns, locale: Language): string {
  const parts = [
    votesText(votes, locale),
    cut(clean(paper.details?.organization ?? ''), ORGANIZATION_MAX),
    columns.authors ? peopleText(paper, locale) : '',
    columns.date ? day(date, locale) : '',
  ];
  return parts.filter((part) => part !== '').join(GAP);
}

/** `factsText` as Markdown, cut at the end if it is too long; the votes come first, so they stay. */
export function factsLine(ranked: Ranked, columns: Columns, locale: Language): string {
  return cut(escapeText(factsText(ranked, columns, locale)), LINE_MAX);
}

/**
 * A paper's authors in a few words: `Yansong Ning +7` if the first author is known, else the number of authors (`8
 * authors`), because the first name of an unordered list is not the first author.
 */
export function peopleText(
  { authors: { names, cut: isCut, ordered }, details }: Paper,
  locale: Language,
): string {
  const hidden = details?.hiddenAuthors ?? 0;
  const count = names.length + hidden;
  const [first] = names;
  if (first === undefined && hidden === 0) return tellPlain('authors.unknown', locale);
  const isFirstKnown = ordered === true && hidden === 0;
  if (first !== undefined && (isFirstKnown || count === 1)) {
    const others = count > 1 ? ` +${count - 1}` : '';
    return `${nameText(first, locale)}${others}${isCut ? '+' : ''}`;
  }
  return tellPlain(isCut ? 'authors.countAtLeast' : 'authors.count', locale, { count });
}

/** A link to a paper's code as Markdown; empty if none is known. */
export function codeLink({ details }: Paper, locale: Language): string {
  const url = repository(details?.code ?? null);
  return url === null ? '' : `[${tellPlain('card.code', locale)}](${url})`;
}

type CardHead = { title: string } & Pick<APIEmbed, 'url'>;

/** The head of a paper's card: its title as a link, after its rank if there is one. */
export function cardHead(
  { id, title }: Paper,
  locale: Language,
  rank?: number,
  max = EMBED_TITLE_MAX,
): CardHead {
  const url = arxivPage(id);
  const place = rank === undefined ? '' : `${rank}. `;
  return {
    title: cut(place + escapeText(titleText(title, locale)), max),
    ...(url !== null && { url }),
  };
}
