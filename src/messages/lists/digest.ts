import type { AnswerOf } from '../../answers/answer.ts';
import type { Day } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX, ROW_BUTTONS_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { type Button, button } from '../parts/controls/components.ts';
import { pageButtons, pageText, paperList, paperMenu } from '../parts/list.ts';
import { GAP } from '../parts/paper-facts.ts';
import { day } from '../parts/text/dates.ts';
import { asOf, votesSum } from '../parts/text/format.ts';

const COLUMNS = { rank: true, authors: true } as const;

/** A page of a day's papers, most votes first, with buttons to other pages and days. */
export function renderDigest(answer: AnswerOf<'digest'>, locale: Language): Rendered {
  const { date, page, votes, isFinal, counted, again, earlier, later } = answer;
  const papers = tell('papers.count', locale, { count: page.total });
  const time = isFinal || counted === null ? [] : [asOf(counted, locale)];
  const head = [[papers, votesSum(votes, page.items, locale), ...time].join(GAP)];
  const older = olderText(answer, locale);
  if (!isFinal) head.unshift(tell('card.soFar', locale));
  if (older !== null) head.unshift(older);
  const top = `${head.join('\n')}\n\n`;
  const list = paperList(page.items, COLUMNS, EMBED_DESCRIPTION_MAX - top.length, locale);
  const turns = pageButtons(page, again, 'page', locale);
  const dayButton = (way: 'earlier' | 'later', to: Day | null): Button[] => {
    if (to === null) return [];
    const label = tellPlain(`buttons.${way}`, locale, { date: day(to, locale) });
    return [button(label, again.command, { date: to }, 'here')];
  };
  const [before, after] = [dayButton('earlier', earlier), dayButton('later', later)];
  const inOneRow = [...before, ...turns, ...after];
  const embed = {
    title: tell('digest.title', locale, { date }),
    description: top + list,
    color: COLOURS.paper,
    ...(page.pages > 1 && { footer: { text: pageText(page, locale) } }),
  };
  return card(embed, [
    paperMenu(page.items, COLUMNS, tellPlain('menus.paper', locale), locale),
    ...(inOneRow.length <= ROW_BUTTONS_MAX ? [inOneRow] : [turns, [...before, ...after]]),
  ]);
}

/** Says that the list is of another day than the requested one. */
function olderText({ date, asked, later }: AnswerOf<'digest'>, locale: Language): string | null {
  if (date === asked) return null;
  return tell(later === null ? 'digest.latest' : 'digest.before', locale, { asked, date });
}
