import type { Page } from '../../answers/answer.ts';
import type { Invocation } from '../../answers/invocation.ts';
import type { Ranked } from '../../archive/archive.ts';
import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import type { Button, Menu } from './controls/components.ts';
import { type Columns, factsLine, factsText } from './paper-facts.ts';
import { escapeLabel, escapeText } from './text/escape.ts';
import { titleText, votesAsOf } from './text/format.ts';
import { arxivPage } from './text/links.ts';
import { cut, share } from './text/truncate.ts';

const TITLE_MAX = 200;
const GAP = '\n\n';
/** Characters reserved for the line that says how many papers were left out. */
const LEFT_OUT = 60;

/** Papers as Markdown, two lines each, in at most `max` characters: title as link, then votes, date, authors. */
export function paperList(
  papers: readonly Ranked[],
  columns: Columns,
  max: number,
  locale: Language,
): string {
  if (papers.length === 0) return tell('lists.empty', locale);
  const entries = papers.map((ranked) => entryOf(ranked, columns, locale));
  const { lines, left } = fitEntries(entries, max - LEFT_OUT, GAP.length);
  const remark = left > 0 ? [tell('lists.left', locale, { count: left })] : [];
  return [...lines, ...remark].join(GAP);
}

/** A menu that opens any of the papers. */
export function paperMenu(
  papers: readonly Ranked[],
  columns: Columns,
  placeholder: string,
  locale: Language,
): Menu {
  return {
    placeholder,
    invocation: { command: 'paper', options: {}, pick: 'paper' },
    options: papers.map((ranked) => ({
      label: (columns.rank ? `${ranked.rank}. ` : '') + titleText(ranked.paper.title, locale),
      description: factsText(ranked, columns, locale),
      value: ranked.paper.id,
    })),
  };
}

/** Lists with more pages also have buttons to both ends and to a page by its number. */
const FEW_PAGES = 5;

/** Buttons that turn the page in place; empty for a list of one page. */
export function pageButtons(
  { page, pages }: Page<unknown>,
  again: Invocation,
  option: string,
  locale: Language,
): Button[] {
  if (pages <= 1) return [];
  const to = (key: PageButton, place: number): Button => ({
    label: tellPlain(`buttons.${key}`, locale, { page: place }),
    invocation: { ...again, options: { ...again.options, [option]: place }, here: true },
    disabled: place === page,
  });
  const previous = to('previous', Math.max(page - 1, 1));
  const next = to('next', Math.min(page + 1, pages));
  if (pages <= FEW_PAGES) return [previous, next];
  const any = {
    label: tellPlain('talk.goTo.button', locale),
    invocation: { ...again, form: option, here: true },
  };
  return [
    // On page 2, "previous" already leads to page 1.
    ...(page > 2 ? [to('first', 1)] : []),
    previous,
    any,
    next,
    ...(page < pages - 1 ? [to('last', pages)] : []),
  ];
}

type PageButton = 'first' | 'previous' | 'next' | 'last';

/** The footer of a list: its page, when its votes were counted, and the origin of quotes. */
export function listFooter(
  page: Page<unknown>,
  papers: readonly Ranked[],
  locale: Language,
  credit: string | null = null,
): { footer?: { text: string } } {
  const parts = [page.pages > 1 ? pageText(page, locale) : null, votesAsOf(papers, locale), credit];
  const text = parts.filter((part) => part !== null && part !== '').join(' · ');
  return text === '' ? {} : { footer: { text } };
}

/** `Page 2 of 3`, for a footer. */
export function pageText({ page, pages }: Page<unknown>, locale: Language): string {
  return tellPlain('lists.page', locale, { page, pages });
}

function entryOf(ranked: Ranked, columns: Columns, locale: Language): Entry {
  const { before, title, after } = linkedTitle(ranked, TITLE_MAX, locale);
  const rank = columns.rank ? `**${ranked.rank}.** ` : '';
  return { before: rank + before, title, after: `${after}\n${factsLine(ranked, columns, locale)}` };
}

/** A title as a link; only its text may be cut further. */
export function linkedTitle({ paper }: Pick<Ranked, 'paper'>, max: number, locale: Language): Entry {
  const link = arxivPage(paper.id);
  const title = titleText(paper.title, locale);
  if (link === null) return { before: '', title: cut(escapeText(title), max), after: '' };
  return { before: '[', title: cut(escapeLabel(title), max), after: `](${link})` };
}

/** One paper in a list, as Markdown in three parts, of which only the title may be cut. */
export interface Entry {
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

/** Characters; rather than cut a title shorter than this, leave out the paper. */
const TITLE_MIN = 24;

/**
 * Fits as many entries as possible into `room` characters by cutting titles.
 *
 * @param gap characters between two entries
 * @returns the entries as text, and how many were left out at the end
 */
export function fitEntries(
  all: readonly Entry[],
  room: number,
  gap: number,
): { lines: readonly string[]; left: number } {
  const entries = [...all];
  const fixedLength = ({ before, after }: Entry) => before.length + after.length + gap;
  let fixed = entries.reduce((sum, entry) => sum + fixedLength(entry), 0);
  let last = entries.pop();
  while (last !== undefined && fixed + (entries.length + 1) * TITLE_MIN > room) {
    fixed -= fixedLength(last);
    last = entries.pop();
  }
  if (last !== undefined) entries.push(last);
  const titles = share(
    entries.map(({ title }) => title.length),
    room - fixed,
  );
  const lines = entries.map(
    ({ before, title, after }, index) => before + cut(title, titles[index] ?? 0) + after,
  );
  return { lines, left: all.length - lines.length };
}
