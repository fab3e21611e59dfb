import type { APIEmbed } from 'discord-api-types/v10';
import type { Fact } from '../../answers/answer.ts';
import type { Invocation } from '../../answers/invocation.ts';
import type { Language } from '../../language.ts';
import { compose } from '../compose.ts';
import { fieldLinks } from '../fields.ts';
import { EMBED_DESCRIPTION_MAX, EMBED_TITLE_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf, Rendered } from '../message.ts';
import { changeButtons } from '../parts/alternatives.ts';
import { COLOURS } from '../parts/colours.ts';
import type { Row } from '../parts/components.ts';
import { factHead, factLines } from '../parts/facts.ts';
import { listFooter, pageButtons, paperList, paperMenu } from '../parts/list.ts';
import { cut } from '../parts/text/truncate.ts';
import { understoodLines } from '../parts/understood.ts';
import { rankingMenu } from '../rankings.ts';

const COLUMNS = { rank: true, date: true, authors: true } as const;
/** Papers under a count are only examples of what was counted. */
const SHORT = { date: true } as const;

/** A computed fact, the papers it is made of, and how the question was understood. */
export function renderFacts(answer: AnswerOf<'facts'>, locale: Language): Rendered {
  const { fact, page, again, changes } = answer;
  const title = factHead(answer, locale);
  const understood = understoodLines(answer, locale).join('\n');
  const lines = fitting(factLines(fact, locale), EMBED_DESCRIPTION_MAX - understood.length - 2).join('\n');
  const columns = fact.is === 'list' ? COLUMNS : SHORT;
  const room = EMBED_DESCRIPTION_MAX - lines.length - understood.length - 4;
  const list = page === null || page.total === 0 ? '' : paperList(page.items, columns, room, locale);
  const parts = [lines, list, understood].filter((part) => part !== '');
  const embed: APIEmbed = {
    ...(title !== null && { title: cut(title, EMBED_TITLE_MAX) }),
    description: parts.length > 0 ? parts.join('\n\n') : tell('lists.empty', locale),
    color: fact.is === 'list' ? COLOURS.first : COLOURS.info,
    ...(page !== null && listFooter(page, page.items, locale)),
    ...(fact.is === 'ranking' && listFooter(fact.rows, [], locale)),
  };
  const rows: Row[] = [...rowsOf(fact, again, locale), changeButtons(changes, locale)];
  if (page !== null) {
    rows.unshift(
      paperMenu(page.items, columns, tellPlain('menus.paper', locale), locale),
      pageButtons(page, again, 'page', locale),
    );
  }
  return compose({ embeds: [embed], rows });
}

/** The controls of a fact's own: what it lists can be opened, and what it links. */
function rowsOf(fact: Fact, again: Invocation, locale: Language): Row[] {
  if (fact.is === 'ranking')
    return [rankingMenu(fact, locale), pageButtons(fact.rows, again, 'page', locale)];
  return fact.is === 'fields' ? [fieldLinks(fact, locale)] : [];
}

/** As many whole lines as there is room for. */
function fitting(lines: readonly string[], room: number): readonly string[] {
  let left = room;
  const over = lines.findIndex((line) => {
    left -= line.length + 1;
    return left < 0;
  });
  return over < 0 ? lines : lines.slice(0, over);
}
