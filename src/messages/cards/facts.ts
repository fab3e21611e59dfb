import type { APIEmbed } from 'discord-api-types/v10';
import type { Fact } from '../../answers/answer.ts';
import type { Invocation } from '../../answers/invocation.ts';
import type { Language } from '../../language.ts';
import { fieldLinks } from '../fields.ts';
import { EMBED_DESCRIPTION_MAX, EMBED_TITLE_MAX } from '../limits.ts';
import { tell } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import { changeButtons } from '../parts/alternatives.ts';
import type { Row } from '../parts/controls/components.ts';
import { factHead, factLines } from '../parts/facts.ts';
import { listFooter, pageButtons } from '../parts/list.ts';
import { cut } from '../parts/text/truncate.ts';
import { rankingMenu } from '../rankings.ts';

/** A computed fact: its sentences or rows, and ways to go on. */
export function renderFacts({ fact, again, changes }: AnswerOf<'facts'>, locale: Language): Rendered {
  const title = factHead(fact, locale);
  const lines = fitting(factLines(fact, locale), EMBED_DESCRIPTION_MAX);
  const embed: APIEmbed = {
    ...(title !== null && { title: cut(title, EMBED_TITLE_MAX) }),
    description: lines.length > 0 ? lines.join('\n') : tell('lists.empty', locale),
    color: COLOURS.info,
    ...(fact.is === 'ranking' && listFooter(fact.rows, [], locale)),
  };
  return compose({ embeds: [embed], rows: [...rowsOf(fact, again, locale), changeButtons(changes, locale)] });
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
