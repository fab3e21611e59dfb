import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import type { Button } from '../parts/controls/components.ts';
import { listFooter, pageButtons, paperList, paperMenu } from '../parts/list.ts';
import { range } from '../parts/text/dates.ts';

const COLUMNS = { rank: true, date: true, authors: true } as const;

const PERIODS = ['day', 'week', 'month', 'year', 'all'] as const satisfies AnswerOf<'top'>['period'][];

/** The most-voted papers of a period, one page of them; and the ways to other pages and periods. */
export function renderTop(answer: AnswerOf<'top'>, locale: Language): Rendered {
  const { period, from, to, shifted, page, again } = answer;
  const head = [tell('papers.count', locale, { count: page.total })];
  if (shifted) head.unshift(tell('top.shifted', locale, { date: to }));
  const top = `${head.join('\n')}\n\n`;
  const list = paperList(page.items, COLUMNS, EMBED_DESCRIPTION_MAX - top.length, locale);
  return compose({
    embeds: [
      {
        title: `${tell(`top.titles.${period}`, locale)} · ${range(from, to, locale)}`,
        description: top + list,
        color: COLOURS.first,
        ...listFooter(page, page.items, locale),
      },
    ],
    rows: [
      paperMenu(page.items, COLUMNS, tellPlain('menus.paper', locale), locale),
      pageButtons(page, again, 'page', locale),
      periodButtons(answer, locale),
    ],
  });
}

/** One button for each period; the one that is shown stands out and cannot be pressed. */
function periodButtons({ period: shown, again }: AnswerOf<'top'>, locale: Language): Button[] {
  return PERIODS.map((period) => ({
    label: tellPlain(`commands.top.options.period.choices.${period}`, locale),
    invocation: { command: again.command, options: { period }, here: true },
    primary: period === shown,
    disabled: period === shown,
  }));
}
