import { FOUND_MAX } from '../../answers/page.ts';
import type { Language } from '../../language.ts';
import { compose } from '../compose.ts';
import { EMBED_DESCRIPTION_MAX, EMBED_TITLE_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf, Rendered } from '../message.ts';
import { COLOURS } from '../parts/colours.ts';
import type { Button } from '../parts/components.ts';
import { creditOf } from '../parts/credit.ts';
import { listFooter, pageButtons, paperMenu, withPage } from '../parts/list.ts';
import { type Source, sourceOf } from '../parts/summary.ts';
import { day, range } from '../parts/text/dates.ts';
import { clean, escapeLabel, escapeText } from '../parts/text/escape.ts';
import { authorsText, titleText, votesText } from '../parts/text/format.ts';
import { markWords } from '../parts/text/highlight.ts';
import { arxivPage } from '../parts/text/links.ts';
import { cut } from '../parts/text/truncate.ts';

const COLUMNS = { date: true, authors: true } as const;
const SORTS = ['relevance', 'votes', 'date'] as const satisfies AnswerOf<'found'>['sort'][];

/** How much of titles, quoted sentences and remarks is shown, until a page fits. */
const SIZES = [
  { title: 140, quote: 160, remark: 120 },
  { title: 100, quote: 90, remark: 90 },
  { title: 60, quote: 0, remark: 60 },
  { title: 30, quote: 0, remark: 30 },
];

/** Papers that a search found, or that are like another, with the words looked for in bold. */
export function renderFound(answer: AnswerOf<'found'>, locale: Language): Rendered {
  const { page, again } = answer;
  const head = `${headOf(answer, locale).join('\n')}\n\n`;
  return compose({
    embeds: [
      {
        title: cut(titleOf(answer, locale), EMBED_TITLE_MAX),
        description: head + listOf(answer, EMBED_DESCRIPTION_MAX - head.length, locale),
        color: COLOURS.first,
        ...listFooter(
          page,
          page.items.map(({ ranked }) => ranked),
          locale,
          creditOf(quotesIn(page.items), locale),
        ),
      },
    ],
    rows: [
      paperMenu(
        page.items.map(({ ranked }) => ranked),
        COLUMNS,
        tellPlain('menus.paper', locale),
        locale,
      ),
      pageButtons(page, withPage(again), locale),
      answer.like === null && page.total > 1 ? sortButtons(answer, locale) : [],
    ],
  });
}

function quotesIn(items: AnswerOf<'found'>['page']['items']): { text: string; source: Source }[] {
  return items.flatMap(({ ranked: { paper }, quote }) =>
    quote === null ? [] : [{ text: quote, source: sourceOf(paper, quote) }],
  );
}

function titleOf({ query, like }: AnswerOf<'found'>, locale: Language): string {
  return like === null
    ? tell('found.title', locale, { query: cut(clean(query), 150) })
    : tell('found.like', locale, { title: cut(titleText(like.title, locale), 150) });
}

/** How many were found, and among which papers was searched. */
function headOf(
  { page, from, to, author, minVotes, like, first, last }: AnswerOf<'found'>,
  locale: Language,
): string[] {
  const among: string[] = [];
  if (from !== null || to !== null) among.push(range(from ?? first, to ?? last, locale));
  if (author !== null) among.push(escapeText(cut(clean(author), 100)));
  if (minVotes !== null) among.push(tell('found.minVotes', locale, { count: minVotes }));
  const isAll = like !== null || page.total < FOUND_MAX;
  const count = tell(isAll ? 'papers.count' : 'found.best', locale, { count: page.total });
  return [among.length === 0 ? count : `${count} · ${among.join(' · ')}`];
}

function listOf(answer: AnswerOf<'found'>, room: number, locale: Language): string {
  if (answer.page.items.length === 0) return tell('lists.empty', locale);
  let text = '';
  for (const size of SIZES) {
    text = answer.page.items.map((item) => entryOf(item, answer.words, size, locale)).join('\n\n');
    if (text.length <= room) return text;
  }
  const lines = text.split('\n\n');
  while (lines.join('\n\n').length > room && lines.length > 0) lines.pop();
  return lines.join('\n\n');
}

function entryOf(
  { ranked, quote }: AnswerOf<'found'>['page']['items'][number],
  words: readonly string[],
  size: (typeof SIZES)[number],
  locale: Language,
): string {
  const { paper, votes, date } = ranked;
  const title = cut(clean(titleText(paper.title, locale)), size.title);
  const link = arxivPage(paper.id);
  const remark = [votesText(votes, locale), day(date, locale), authorsText(paper.authors, locale)].join(
    ' · ',
  );
  const lines = [
    link === null
      ? markWords(escapeText(title), words)
      : `[${markWords(escapeLabel(title), words)}](${link})`,
    escapeText(cut(clean(remark), size.remark)),
  ];
  if (quote !== null && size.quote > 0)
    lines.push(`↳ ${markWords(escapeText(cut(clean(quote), size.quote)), words)}`);
  return lines.join('\n');
}

/** One button for each order; the one that is shown stands out and cannot be pressed. */
function sortButtons({ sort: shown, again }: AnswerOf<'found'>, locale: Language): Button[] {
  return SORTS.map((sort) => ({
    label: tellPlain(`commands.search.options.sort.choices.${sort}`, locale),
    invocation: { command: again.command, options: { ...again.options, sort }, here: true },
    primary: sort === shown,
    disabled: sort === shown,
  }));
}
