import { CITATION_FORMATS } from '../../citations/citation.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX, ROW_BUTTONS_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import type { Button, Row } from '../parts/controls/components.ts';
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
  return compose({
    embeds: [
      {
        title: tell('saved.title', locale),
        description: top + list,
        color: COLOURS.paper,
        ...listFooter(page, page.items, locale),
      },
    ],
    rows: page.total === 0 ? [] : rows({ page, again }, locale),
  });
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
