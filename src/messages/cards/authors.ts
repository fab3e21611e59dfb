import type { Page } from '../../answers/answer.ts';
import type { Paper } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { pageButtons, pageText } from '../parts/list.ts';
import { cardHead } from '../parts/paper-facts.ts';
import { escapeText } from '../parts/text/escape.ts';
import { nameText } from '../parts/text/format.ts';
import { cut } from '../parts/text/truncate.ts';

/** A page of a paper's full list of authors, and a menu to their cards. */
export function renderAuthors(paper: Paper, page: Page<string>, locale: Language): Rendered {
  const open = { command: 'paper', options: { paper: paper.id } };
  const embed = {
    ...cardHead(paper, locale),
    description: names(paper, page, locale),
    color: COLOURS.author,
    ...(page.pages > 1 && { footer: { text: pageText(page, locale) } }),
  };
  const menu = {
    placeholder: tellPlain('menus.author', locale),
    invocation: { command: 'author', options: {}, pick: 'name' },
    options: page.items.map((name) => ({ label: nameText(name, locale), value: name })),
  };
  return card(embed, [menu, pageButtons(page, open, 'authors', locale)]);
}

function names({ authors, details }: Paper, page: Page<string>, locale: Language): string {
  const hidden = details?.hiddenAuthors ?? 0;
  if (page.total === 0) return tell(hidden > 0 ? 'card.allHidden' : 'paper.noAuthors', locale);
  const heads = authors.ordered
    ? (['card.orderedCut', 'card.ordered'] as const)
    : (['paper.allAuthorsCut', 'paper.allAuthors'] as const);
  const head = tell(heads[authors.cut ? 0 : 1], locale, { count: page.total + (authors.namesakes ?? 0) });
  const more = hidden > 0 ? `\n-# + ${tell('card.hidden', locale, { count: hidden })}` : '';
  const all = page.items.map((name) => escapeText(nameText(name, locale))).join(' · ');
  return cut(`${head}${more}\n\n${all}`, EMBED_DESCRIPTION_MAX);
}
