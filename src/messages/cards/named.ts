import type { AnswerOf } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX, MENU_OPTIONS_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { paperList, paperMenu } from '../parts/list.ts';
import { arxivPage } from '../parts/text/links.ts';

const COLUMNS = { date: true } as const;
const MISSING_MAX = 15;

/** The papers named in a message, and links to those that the archive does not have. */
export function renderNamed(answer: AnswerOf<'named'>, locale: Language): Rendered {
  const papers = answer.papers.slice(0, MENU_OPTIONS_MAX);
  const missing = missingLine(answer, locale);
  const left = answer.more + answer.papers.length - papers.length;
  const more = left > 0 ? tell('lists.left', locale, { count: left }) : '';
  const room = EMBED_DESCRIPTION_MAX - missing.length - more.length - 4;
  const list = papers.length === 0 ? '' : paperList(papers, COLUMNS, room, locale);
  const parts = [list, more, missing].filter((part) => part !== '');
  const embed = {
    title: tell('named.title', locale, { count: papers.length + left + answer.missing.length }),
    description: parts.length > 0 ? parts.join('\n\n') : tell('named.none', locale),
    color: COLOURS.first,
  };
  return card(embed, [paperMenu(papers, COLUMNS, tellPlain('menus.paper', locale), locale)]);
}

/** Links to arXiv; ids of another shape are left out. */
function missingLine({ missing }: AnswerOf<'named'>, locale: Language): string {
  const links = missing.flatMap((id) => {
    const page = arxivPage(id);
    return page === null ? [] : `[${id}](${page})`;
  });
  if (links.length === 0) return '';
  return tell('named.missing', locale, { links: { markdown: links.slice(0, MISSING_MAX).join(' · ') } });
}
