import type { AnswerOf, Sort } from '../../answers/answer.ts';
import { ORDERS, type Order } from '../../archive/orders.ts';
import type { Ranked } from '../../archive/ranking.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX, EMBED_TITLE_MAX, ROW_BUTTONS_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { number } from '../locales/index.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { changeButtons } from '../parts/controls/choices.ts';
import type { Button } from '../parts/controls/components.ts';
import { listFooter, pageButtons, paperMenu } from '../parts/list.ts';
import { factsText, GAP } from '../parts/paper-facts.ts';
import { creditOf, sourceOf } from '../parts/summary.ts';
import { clean, escapeLabel, escapeText } from '../parts/text/escape.ts';
import { titleText } from '../parts/text/format.ts';
import { markWords } from '../parts/text/highlight.ts';
import { arxivPage } from '../parts/text/links.ts';
import { cut } from '../parts/text/truncate.ts';
import { heldLine, knownLine, limitParts, orderParts, topicPart, wantedTitle } from '../wanted.ts';

const COLUMNS = { date: true, authors: true } as const;
const SORTS = ['relevance', 'votes', 'newest', 'oldest', 'fewest'] as const satisfies Sort[];
const TITLE_MAX = 150;

/** Most characters of titles, quotes and remarks; the next row is used if a page does not fit. */
const SIZES = [
  { title: 140, quote: 160, remark: 120 },
  { title: 100, quote: 90, remark: 90 },
  { title: 60, quote: 0, remark: 60 },
  { title: 30, quote: 0, remark: 30 },
];

/** Papers found by a search, or similar to a paper, with the words of the query in bold. */
export function renderFound(answer: AnswerOf<'found'>, locale: Language): Rendered {
  const { page, again, wanted, sort, like, changes } = answer;
  const ranked = page.items.map((item) => item.ranked);
  const foot = [
    ...(answer.isPartial ? [tell('found.partial', locale)] : []),
    ...heldLine(wanted.filter, answer.first, answer.last, locale),
    ...knownLine(wanted, sort, locale),
  ];
  const head = headOf(answer, locale).join('\n');
  const room = EMBED_DESCRIPTION_MAX - head.length - foot.join('\n').length - 4;
  const parts = [head, ...(page.total === 0 ? [] : [listOf(answer, room, locale)]), foot.join('\n')];
  const quotes = page.items.flatMap(({ ranked: { paper }, quote }) =>
    quote === null ? [] : [{ text: quote, source: sourceOf(paper, quote) }],
  );
  const embed = {
    title: foundTitle(answer, locale),
    description: parts.filter((part) => part !== '').join('\n\n'),
    color: COLOURS.first,
    ...listFooter(page, ranked, locale, creditOf(quotes, locale)),
  };
  return card(embed, [
    paperMenu(ranked, COLUMNS, tellPlain('menus.paper', locale), locale),
    pageButtons(page, again, 'page', locale),
    like === null && page.total > 1 ? sortButtons(answer, locale) : [],
    changeButtons(changes, locale),
  ]);
}

/** How the search was understood. */
/** How a search was understood, in a line. */
export function foundTitle(
  { wanted, like, sort, part, amount }: AnswerOf<'found'>,
  locale: Language,
): string {
  if (like !== null) {
    const title = cut(titleText(like.title, locale), TITLE_MAX);
    return cut(tell('found.like', locale, { title }), EMBED_TITLE_MAX);
  }
  const isInOrder = amount.as === 'list' || amount.as === 'months' || part.limit !== null;
  return wantedTitle(topicPart(wanted, locale), [
    ...limitParts(wanted, locale),
    ...(isInOrder ? orderParts(sort, part, locale) : []),
    ...(amount.as === 'months' ? [tell('found.months', locale)] : []),
  ]);
}

/** The number of papers, or the sum or average that was asked for. */
function headOf(
  { amount, total, page, isLimited, sort, like }: AnswerOf<'found'>,
  locale: Language,
): string[] {
  if (total === 0) return [tell('found.none', locale)];
  const count = page.total;
  const papers = tell('papers.count', locale, { count });
  switch (amount.as) {
    case 'months':
      return [papers];
    case 'count':
      return [tell(isLimited ? 'found.atLeast' : 'ask.count.papers', locale, { count: total })];
    case 'sum':
      return [
        `${tell('ask.count.votes', locale, { count: amount.votes })} · ${papers}`,
        ...unknownLine(amount.unknown, locale),
      ];
    case 'average': {
      const { average, known, unknown } = amount;
      if (average === null) return [tell('found.noAverage', locale)];
      const value = average.toFixed(2);
      return [tell('found.average', locale, { value, count: known }), ...unknownLine(unknown, locale)];
    }
    case 'list': {
      if (count < total) return [tell('found.part', locale, { count: total, shown: count })];
      // By relevance come papers that only share words as well: they are matches, not all about the topic.
      if (sort === 'relevance' && like === null)
        return [tell(isLimited ? 'found.best' : 'found.matches', locale, { count })];
      return [isLimited ? tell('found.atLeast', locale, { count }) : papers];
    }
    default:
      return amount satisfies never;
  }
}

function unknownLine(count: number, locale: Language): string[] {
  return count > 0 ? [tell('ask.count.unknown', locale, { count })] : [];
}

function listOf(answer: AnswerOf<'found'>, room: number, locale: Language): string {
  if (answer.page.items.length === 0) return tell('lists.empty', locale);
  let text = '';
  for (const size of SIZES) {
    text = answer.page.items.map((item) => entryOf(item, answer, size, locale)).join('\n\n');
    if (text.length <= room) return text;
  }
  const lines = text.split('\n\n');
  while (lines.join('\n\n').length > room && lines.length > 0) lines.pop();
  return lines.join('\n\n');
}

function entryOf(
  { ranked, quote }: AnswerOf<'found'>['page']['items'][number],
  { words, sort, amount }: AnswerOf<'found'>,
  size: (typeof SIZES)[number],
  locale: Language,
): string {
  const { paper } = ranked;
  const title = cut(clean(titleText(paper.title, locale)), size.title);
  const link = arxivPage(paper.id);
  const facts = [valueText(sort, ranked, locale), factsText(ranked, COLUMNS, locale)];
  const place = sort === 'relevance' || amount.as === 'months' ? '' : `**${number(ranked.rank, locale)}.** `;
  const lines = [
    link === null
      ? place + markWords(escapeText(title), words)
      : `${place}[${markWords(escapeLabel(title), words)}](${link})`,
    escapeText(cut(clean(facts.filter((part) => part !== '').join(GAP)), size.remark)),
  ];
  if (quote !== null && size.quote > 0)
    lines.push(`↳ ${markWords(escapeText(cut(clean(quote), size.quote)), words)}`);
  return lines.join('\n');
}

/** The value that orders the list, if the line of facts does not show it. */
function valueText(sort: Sort, ranked: Ranked, locale: Language): string {
  if (sort === 'relevance') return '';
  const { sign, value }: Order = ORDERS[sort];
  const known = sign === undefined ? null : value(ranked);
  return typeof known === 'number' ? `${sign} ${number(known, locale)}` : '';
}

/** One button for each order; the current one is highlighted and disabled. */
function sortButtons({ sort: shown, wanted, again }: AnswerOf<'found'>, locale: Language): Button[] {
  const others: Sort[] = SORTS.filter((sort) => sort !== 'relevance' || wanted.query !== null);
  const sorts = others.includes(shown) ? others : [shown, ...others].slice(0, ROW_BUTTONS_MAX);
  return sorts.map((sort) => ({
    label: tellPlain(`commands.search.options.sort.choices.${sort}`, locale),
    invocation: { command: again.command, options: { ...again.options, sort }, here: true },
    primary: sort === shown,
    disabled: sort === shown,
  }));
}
