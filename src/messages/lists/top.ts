import type { AnswerOf } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import type { Button } from '../parts/controls/components.ts';
import { listFooter, pageButtons, paperList, paperMenu } from '../parts/list.ts';
import { range } from '../parts/text/dates.ts';

const COLUMNS = { rank: true, date: true, authors: true } as const;

const PERIODS = ['day', 'week', 'month', 'year', 'all'] as const satisfies AnswerOf<'top'>['period'][];

/** A page of a period's papers, most votes first, with buttons to other pages and periods. */
export function renderTop(answer: AnswerOf<'top'>, locale: Language): Rendered {
  const { period, from, to, shifted, page, again } = answer;
  const head = [tell('papers.count', locale, { count: page.total })];
  if (shifted) head.unshift(tell('top.shifted', locale, { date: to }));
  const top = `${head.join('\n')}\n\n`;
  const list = paperList(page.items, COLUMNS, EMBED_DESCRIPTION_MAX - top.length, locale);
  const embed = {
    title: `${tell(`top.titles.${period}`, locale)} · ${range(from, to, locale)}`,
    description: top + list,
    color: COLOURS.first,
    ...listFooter(page, page.items, locale),
  };
  return card(embed, [
    paperMenu(page.items, COLUMNS, tellPlain('menus.paper', locale), locale),
    pageButtons(page, again, 'page', locale),
    periodButtons(answer, locale),
  ]);
}

/** One button for each period; the current one is highlighted and disabled. */
function periodButtons({ period: shown, again }: AnswerOf<'top'>, locale: Language): Button[] {
  return PERIODS.map((period) => ({
    label: tellPlain(`commands.top.options.period.choices.${period}`, locale),
    invocation: { command: again.command, options: { period }, here: true },
    primary: period === shown,
    disabled: period === shown,
  }));
}
