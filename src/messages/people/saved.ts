import type { AnswerOf } from '../../answers/answer.ts';
import { CITATION_FORMATS } from '../../citations/citation.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX, ROW_BUTTONS_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { titleOf } from '../paper-lines.ts';
import { type Button, button, type Row } from '../parts/controls/components.ts';
import { listFooter, pageButtons, paperList, paperMenu } from '../parts/list.ts';

const COLUMNS = { date: true, authors: true } as const;

/** A page of the papers that a person saved, with ways to open, remove and export them. */
export function renderSaved({ query, total, page, again }: AnswerOf<'saved'>, locale: Language): Rendered {
  const head =
    query === null
      ? tell('papers.count', locale, { count: total })
      : tell('saved.found', locale, { count: page.total, total, query });
  const top = `${head}\n\n`;
  const list =
    page.total === 0
      ? tell('saved.empty', locale)
      : paperList(page.items, COLUMNS, EMBED_DESCRIPTION_MAX - top.length, locale);
  const footer = listFooter(page, page.items, locale);
  return card(
    { title: tell('saved.title', locale), description: top + list, color: COLOURS.paper, ...footer },
    page.total === 0 ? [] : rows({ page, again }, locale),
  );
}

function rows({ page, again }: Pick<AnswerOf<'saved'>, 'page' | 'again'>, locale: Language): Row[] {
  const open = paperMenu(page.items, COLUMNS, tellPlain('menus.paper', locale), locale);
  const remove = {
    ...open,
    placeholder: tellPlain('saved.removeOne', locale),
    invocation: { ...again, options: { ...again.options, page: page.page }, pick: 'remove', here: true },
  };
  const pages = pageButtons(page, again, 'page', locale);
  const files = CITATION_FORMATS.map(
    (format): Button => ({
      label: tellPlain('saved.export', locale, { format: tellPlain(`cite.formats.${format}`, locale) }),
      invocation: { ...again, options: { ...again.options, format } },
    }),
  );
  const isOneRow = pages.length + files.length <= ROW_BUTTONS_MAX;
  return [open, remove, ...(isOneRow ? [[...pages, ...files]] : [pages, files])];
}

/** Confirms that a paper was saved or removed; the first button undoes that. */
export function renderSave({ paper, isSaved, total }: AnswerOf<'save'>, locale: Language): Rendered {
  const options = { paper: paper.id };
  const lines = [
    tell(isSaved ? 'saved.added' : 'saved.removed', locale, { title: titleOf(paper, locale) }),
    `-# ${tell('saved.onList', locale, { count: total })}`,
  ];
  const undo = isSaved
    ? button(tellPlain('saved.remove', locale), 'save', { ...options, undo: 'yes' }, 'here')
    : button(tellPlain('saved.save', locale), 'save', options, 'here');
  const list = total > 0 ? [button(tellPlain('saved.open', locale), 'saved')] : [];
  const cite = button(tellPlain('cite.button', locale), 'cite', options);
  return card({ description: lines.join('\n'), color: COLOURS.info }, [[undo, ...list, cite]]);
}
