import { authorsOf } from '../archive/orders.ts';
import type { Paper } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import { BUTTON_URL_MAX } from './limits.ts';
import { tell, tellPlain } from './locale.ts';
import type { Link } from './parts/controls/components.ts';
import { linkedTitle } from './parts/list.ts';
import { dayOfWeek } from './parts/text/dates.ts';
import { escapeText } from './parts/text/escape.ts';
import { asOf, nameText } from './parts/text/format.ts';
import { arxivPage, huggingFacePage, pdf, projectPage, repository } from './parts/text/links.ts';
import { cut } from './parts/text/truncate.ts';

const TITLE_MAX = 150;
const NAMES_MAX = 2500;
const DATES_MAX = 400;

/** The days on which a paper was listed. */
export function listedLines(paper: Paper, locale: Language): string[] {
  const days = [...new Set(paper.listings.map(({ date }) => dayOfWeek(date, locale)))];
  const dates = cut(days.join(', '), DATES_MAX);
  return [
    tell('ask.listed.on', locale, { title: titleOf(paper, locale), dates }),
    tell('ask.listed.remark', locale),
  ];
}

/** A paper's votes and when they were counted. */
export function votesLines(paper: Paper, locale: Language): string[] {
  const title = titleOf(paper, locale);
  const { votes, votesAsOf: at } = paper;
  if (typeof votes !== 'number') return [tell('ask.votes.unknown', locale, { title })];
  const time = { markdown: asOf({ first: at, last: at }, locale) };
  return [tell('ask.votes.has', locale, { title, count: votes, time })];
}

/** A paper's title as a link to its page, where readers can check the fact. */
export function titleOf(paper: Paper, locale: Language): { markdown: string } {
  const { before, title, after } = linkedTitle({ paper }, TITLE_MAX, locale);
  return { markdown: before + title + after };
}

/** Buttons to a paper's pages, from checked addresses. @param stars shown behind the link to its code */
export function paperLinks({ id, details }: Paper, locale: Language, stars = '') {
  const project = projectPage(details?.project ?? null, BUTTON_URL_MAX);
  const link = (label: string, url: string | null): Link[] => (url === null ? [] : [{ label, url }]);
  return {
    pages: [
      ...link(tellPlain('buttons.arxiv', locale), arxivPage(id)),
      ...link(tellPlain('buttons.pdf', locale), pdf(id)),
      ...link(tellPlain('buttons.huggingFace', locale), huggingFacePage(id)),
    ],
    code: link(tellPlain('card.code', locale) + stars, repository(details?.code ?? null)),
    project: link(tellPlain('card.project', locale, { host: project?.host ?? '' }), project?.url ?? null),
  };
}

/** A paper's authors. */
export function authorLines(paper: Paper, locale: Language): string[] {
  const title = titleOf(paper, locale);
  const { names, cut: isCut, ordered } = paper.authors;
  const incomplete = isCut || (paper.details?.hiddenAuthors ?? 0) > 0;
  if (names.length === 0)
    return [tell('ask.authors.unknown', locale, { title }), ...hiddenLine(paper, locale)];
  const listed = {
    markdown: cut(escapeText(names.map((one) => nameText(one, locale)).join(', ')), NAMES_MAX),
  };
  const line = incomplete
    ? tell('ask.authors.cut', locale, { title, names: listed })
    : tell('ask.authors.are', locale, { title, names: listed, count: authorsOf(paper) });
  return [
    line,
    ...hiddenLine(paper, locale),
    tell(ordered ? 'ask.authors.ordered' : 'ask.authors.order', locale),
  ];
}

/** The number of authors whose names are hidden; empty if there are none. */
function hiddenLine({ details }: Paper, locale: Language): string[] {
  const count = details?.hiddenAuthors ?? 0;
  return count > 0 ? [`-# ${tell('card.hidden', locale, { count })}`] : [];
}
