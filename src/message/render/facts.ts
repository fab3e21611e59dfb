import type { APIEmbed } from 'discord-api-types/v10';
import type { Fact } from '../../ask/answer.ts';
import type { Invocation } from '../../ask/invocation.ts';
import { changeButtons } from '../changes.ts';
import { COLOURS } from '../colours.ts';
import type { Row } from '../components.ts';
import { compose } from '../compose.ts';
import { cut } from '../cut.ts';
import { factHead, factLines } from '../facts.ts';
import { fieldLinks } from '../fields.ts';
import { EMBED_DESCRIPTION_MAX, EMBED_TITLE_MAX } from '../limits.ts';
import { listFooter, pageButtons, paperList, paperMenu, withPage } from '../list.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf, Locale, Rendered } from '../message.ts';
import { rankingMenu } from '../rankings.ts';
import { understoodLines } from '../understood.ts';

const COLUMNS = { rank: true, date: true, authors: true } as const;
/** Papers under a count are only examples of what was counted. */
const SHORT = { date: true } as const;

/** A computed fact, the papers it is made of, and how the question was understood. */
export function renderFacts(answer: AnswerOf<'facts'>, locale: Locale): Rendered {
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
      pageButtons(page, withPage(again), locale),
    );
  }
  return compose({ embeds: [embed], rows });
}

/** The controls of a fact's own: what it lists can be opened, and what it links. */
function rowsOf(fact: Fact, again: Invocation, locale: Locale): Row[] {
  if (fact.is === 'ranking')
    return [rankingMenu(fact, locale), pageButtons(fact.rows, withPage(again), locale)];
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
