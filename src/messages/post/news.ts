import type { AnswerOf } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, compose, type Rendered } from '../message.ts';
import { button } from '../parts/controls/components.ts';
import { paperList, paperMenu } from '../parts/list.ts';
import { followText } from './following.ts';

const COLUMNS = { authors: true } as const;

/** Characters of a group of papers: the first five are seen whole, and a group of many leaves room for others. */
const GROUP_MAX = 1_600;
/** Kept free for the line that says how many groups were left out. */
const LEFT_OUT = 60;

/** The message of a day to a person: its papers, grouped by what they follow. */
export function renderNews(answer: AnswerOf<'news'>, locale: Language): Rendered {
  const { date, total, of, groups, papers, mark } = answer;
  const content = tell('follow.news', locale, { date, shown: total, count: of });
  const texts: string[] = [];
  let left = EMBED_DESCRIPTION_MAX - LEFT_OUT;
  for (const { filter, papers: found } of groups) {
    const head = `${followText(filter, locale)}\n`;
    const text = head + paperList(found, COLUMNS, GROUP_MAX - head.length, locale);
    if (text.length + 2 > left) break;
    texts.push(text);
    left -= text.length + 2;
  }
  if (texts.length < groups.length)
    texts.push(tell('follow.left', locale, { count: groups.length - texts.length }));
  return compose({
    content,
    embeds: [{ description: texts.join('\n\n'), color: COLOURS.first }],
    rows: [
      paperMenu(papers, COLUMNS, tellPlain('menus.paper', locale), locale),
      [
        { label: tellPlain('follow.list', locale), invocation: mark },
        button(tellPlain('buttons.allPapers', locale, { count: of }), 'today', { date }),
      ],
    ],
  });
}
