import type { AnswerOf } from '../../answers/answer.ts';
import { followCommand } from '../../answers/follow.ts';
import type { AuthorCount } from '../../archive/archive.ts';
import type { Language } from '../../language.ts';
import { EMBED_TITLE_MAX, FIELD_VALUE_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { COLOURS, card, type Rendered } from '../message.ts';
import { type Button, button } from '../parts/controls/components.ts';
import { listFooter, pageButtons, paperList, paperMenu } from '../parts/list.ts';
import { range } from '../parts/text/dates.ts';
import { escapeText } from '../parts/text/escape.ts';
import { nameText, votesSum } from '../parts/text/format.ts';
import { cut } from '../parts/text/truncate.ts';

const COLUMNS = { date: true } as const;

/** Keeps the embed under 6,000 characters even with the longest title and fields. */
const DESCRIPTION_MAX = 3400;

/** The card of a name: its papers, its co-authors, and similar names. */
export function renderAuthor(answer: AnswerOf<'author'>, locale: Language): Rendered {
  const { name, first, last, votes, coAuthors, page, again } = answer;
  const head = [
    tell('author.papers', locale, { count: page.total }),
    range(first, last, locale),
    votesSum(votes, page.items, locale),
  ];
  const top = `${head.join(' · ')}\n${tell('author.namesakes', locale)}\n\n`;
  const similar = similarNames(answer, locale);
  const counted = coAuthors.map((one) =>
    tell('author.counted', locale, { name: nameText(one.name, locale), count: one.papers }),
  );
  const alike = similar.map(({ text }) => text);
  const fields = [
    ...field(tell('author.coAuthors', locale), counted),
    ...field(tell('author.similar', locale), alike),
  ];
  const embed = {
    title: cut(escapeText(nameText(name, locale)), EMBED_TITLE_MAX),
    description: top + paperList(page.items, COLUMNS, DESCRIPTION_MAX - top.length, locale),
    color: COLOURS.author,
    fields,
    ...listFooter(page, page.items, locale),
  };
  const follow = tellPlain('follow.buttonNamed', locale, { name: nameText(name, locale) });
  return card(embed, [
    paperMenu(page.items, COLUMNS, tellPlain('menus.paper', locale), locale),
    pageButtons(page, again, 'page', locale),
    coAuthors.map((one) => nameButton(one.name, locale)),
    similar.map((one) => nameButton(one.name, locale)),
    [{ label: follow, invocation: followCommand({ what: 'author', value: name }) }],
  ]);
}

function similarNames({ name: own, spellings, swapped }: AnswerOf<'author'>, locale: Language) {
  const texts = (names: readonly AuthorCount[], how: 'remarks.otherSpelling' | 'remarks.otherOrder') =>
    names
      .filter(({ name }) => name !== own)
      .map(({ name, papers }) => ({
        name,
        text: tell('author.similarName', locale, {
          name: nameText(name, locale),
          papers: tellPlain('remarks.papers', locale, { count: papers }),
          how: tellPlain(how, locale),
        }),
      }));
  return [...texts(spellings, 'remarks.otherSpelling'), ...texts(swapped, 'remarks.otherOrder')];
}

function nameButton(name: string, locale: Language): Button {
  return button(nameText(name, locale), 'author', { name });
}

/** A field with as many of the texts as fit; no field without texts. */
function field(name: string, texts: readonly string[]): { name: string; value: string }[] {
  let value = '';
  for (const text of texts) {
    const longer = value === '' ? text : `${value} · ${text}`;
    if (longer.length > FIELD_VALUE_MAX) break;
    value = longer;
  }
  return value === '' ? [] : [{ name, value }];
}
