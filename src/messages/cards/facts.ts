import type { AnswerOf, Fact } from '../../answers/answer.ts';
import type { Invocation } from '../../answers/invocation.ts';
import type { Language } from '../../language.ts';
import { fieldLines, fieldLinks } from '../fields.ts';
import { EMBED_DESCRIPTION_MAX, EMBED_TITLE_MAX } from '../limits.ts';
import { tell } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { changeButtons } from '../parts/controls/choices.ts';
import type { Row } from '../parts/controls/components.ts';
import { listFooter, pageButtons } from '../parts/list.ts';
import { cut } from '../parts/text/truncate.ts';
import {
  comparisonLines,
  holdingsLines,
  perDayLines,
  rankingLines,
  rankingMenu,
  rankingTitle,
} from '../rankings.ts';
import { foundTitle } from './found.ts';

/** A computed fact: its sentences or rows, and buttons to related ones. */
export function renderFacts(
  { fact, again, changes, chosenBy }: AnswerOf<'facts'>,
  locale: Language,
): Rendered {
  const title = chosenBy === undefined ? factHead(fact, locale) : foundTitle(chosenBy, locale);
  const lines = fitting(factLines(fact, locale), EMBED_DESCRIPTION_MAX);
  const embed = {
    ...(title !== null && { title: cut(title, EMBED_TITLE_MAX) }),
    description: lines.length > 0 ? lines.join('\n') : tell('lists.empty', locale),
    color: COLOURS.info,
    ...(fact.is === 'ranking' && listFooter(fact.rows, [], locale)),
  };
  return card(embed, [...rowsOf(fact, again, locale), changeButtons(changes, locale)]);
}

/** Controls of one kind of fact: a menu of what a ranking lists, or links. */
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

/** The heading of a fact that is a list, as Markdown; null for sentences. */
function factHead(fact: Fact, locale: Language): string | null {
  return fact.is === 'ranking' || fact.is === 'per-day' ? rankingTitle(fact, locale) : null;
}

/** The sentences of a fact, as Markdown. */
function factLines(fact: Fact, locale: Language): string[] {
  switch (fact.is) {
    case 'fields':
      return fieldLines(fact, locale);
    case 'ranking':
      return rankingLines(fact, locale);
    case 'per-day':
      return perDayLines(fact, locale);
    case 'comparison':
      return comparisonLines(fact, locale);
    case 'holdings':
      return holdingsLines(fact, locale);
    default:
      return fact satisfies never;
  }
}
