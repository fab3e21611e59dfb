import type { Page } from '../../answers/answer.ts';
import type { Invocation } from '../../answers/invocation.ts';
import type { VotesOf } from '../../answers/vote-dates.ts';
import type { Ranked } from '../../archive/archive.ts';
import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import type { Button, Menu } from './components.ts';
import { day } from './text/dates.ts';
import { escapeLabel, escapeText } from './text/escape.ts';
import { authorsText, titleText, votesAsOf, votesText } from './text/format.ts';
import { arxivPage } from './text/links.ts';
import { cut, share } from './text/truncate.ts';

/** What a list says of each paper besides its title and votes. */
interface Columns {
  readonly rank?: boolean;
  readonly date?: boolean;
  readonly authors?: boolean;
}

const TITLE_MAX = 200;
/** A paper is left out rather than its title cut shorter than this. */
const TITLE_MIN = 24;
const REMARK_MAX = 200;
const GAP = '\n\n';
/** Kept free for the line that says how many were left out. */
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
  const room = max - LEFT_OUT;
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
  const left = papers.length - lines.length;
  if (left > 0) lines.push(tell('lists.left', locale, { count: left }));
  return lines.join(GAP);
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
      description: remarkOf(ranked, columns, locale),
      value: ranked.paper.id,
    })),
  };
}

/** Buttons to the pages before and after; none for a list of one page. They turn the page in place. */
export function pageButtons(
  { page, pages }: Page<unknown>,
  toPage: (page: number) => Invocation,
  locale: Language,
): Button[] {
  if (pages <= 1) return [];
  const button = (key: 'buttons.previous' | 'buttons.next', to: number): Button => {
    const place = Math.min(Math.max(to, 1), pages);
    return {
      label: tellPlain(key, locale, { page: place }),
      invocation: { ...toPage(place), here: true },
      disabled: place === page,
    };
  };
  return [button('buttons.previous', page - 1), button('buttons.next', page + 1)];
}

/** A command with its page set. */
export function withPage(again: Invocation): (page: number) => Invocation {
  return (page) => ({ ...again, options: { ...again.options, page } });
}

/** The footer of a list: which page it is, of when its votes are, and where what is quoted comes from. */
export function listFooter(
  page: Page<unknown>,
  papers: readonly VotesOf[],
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

interface Entry {
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

function entryOf(ranked: Ranked, columns: Columns, locale: Language): Entry {
  const link = arxivPage(ranked.paper.id);
  const title = titleText(ranked.paper.title, locale);
  const rank = columns.rank ? `**${ranked.rank}.** ` : '';
  const remark = `\n${cut(escapeText(remarkOf(ranked, columns, locale)), REMARK_MAX)}`;
  return link === null
    ? { before: rank, title: cut(escapeText(title), TITLE_MAX), after: remark }
    : { before: `${rank}[`, title: cut(escapeLabel(title), TITLE_MAX), after: `](${link})${remark}` };
}

function fixedLength({ before, after }: Entry): number {
  return before.length + after.length + GAP.length;
}

/** Votes, date and authors of a paper, as plain text. */
function remarkOf({ paper, votes, date }: Ranked, columns: Columns, locale: Language): string {
  const parts = [votesText(votes, locale)];
  if (columns.date) parts.push(day(date, locale));
  if (columns.authors) parts.push(authorsText(paper.authors, locale));
  return parts.join(' · ');
}
