import { followCommand } from '../../answers/follow.ts';
import type { AuthorCount } from '../../archive/archive.ts';
import type { Language } from '../../language.ts';
import { EMBED_TITLE_MAX, FIELD_VALUE_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import { type AnswerOf, COLOURS, compose, type Rendered } from '../message.ts';
import type { Button } from '../parts/controls/components.ts';
import { listFooter, pageButtons, paperList, paperMenu } from '../parts/list.ts';
import { range } from '../parts/text/dates.ts';
import { escapeText } from '../parts/text/escape.ts';
import { nameText, votesSum } from '../parts/text/format.ts';
import { cut } from '../parts/text/truncate.ts';

const COLUMNS = { date: true } as const;

/** With title and both fields at their longest this still keeps the embed under 6,000 characters. */
const DESCRIPTION_MAX = 3400;

/** The card of a name: its papers, who else stands on them, and names that look alike. */
export function renderAuthor(answer: AnswerOf<'author'>, locale: Language): Rendered {
  const { name, first, last, votes, coAuthors, page, again } = answer;
  const head = [
    tell('author.papers', locale, { count: page.total }),
    range(first, last, locale),
    votesSum(votes, page.items, locale),
  ];
  const top = `${head.join(' · ')}\n${tell('author.namesakes', locale)}\n\n`;
  const similar = similarNames(answer, locale);
  const fields = [
    ...field(
      tell('author.coAuthors', locale),
      coAuthors.map((one) => countedName(one, locale)),
    ),
    ...field(
      tell('author.similar', locale),
      similar.map(({ text }) => text),
    ),
  ];
  return compose({
    embeds: [
      {
        title: cut(escapeText(nameText(name, locale)), EMBED_TITLE_MAX),
        description: top + paperList(page.items, COLUMNS, DESCRIPTION_MAX - top.length, locale),
        color: COLOURS.author,
        fields,
        ...listFooter(page, page.items, locale),
      },
    ],
    rows: [
      paperMenu(page.items, COLUMNS, tellPlain('menus.paper', locale), locale),
      pageButtons(page, again, 'page', locale),
      coAuthors.map((one) => nameButton(one.name, locale)),
      similar.map((one) => nameButton(one.name, locale)),
      [
        {
          label: tellPlain('follow.buttonNamed', locale, { name: nameText(name, locale) }),
          invocation: followCommand({ what: 'author', value: name }),
        },
      ],
    ],
  });
}

interface SimilarName {
  readonly name: string;
  readonly text: string;
}

function similarNames(
  { name: own, spellings, swapped }: AnswerOf<'author'>,
  locale: Language,
): SimilarName[] {
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

function countedName({ name, papers }: AuthorCount, locale: Language): string {
  return tell('author.counted', locale, { name: nameText(name, locale), count: papers });
}

function nameButton(name: string, locale: Language): Button {
  return { label: nameText(name, locale), invocation: { command: 'author', options: { name } } };
}

/** A field with as many of the texts as fit; none without texts. */
function field(name: string, texts: readonly string[]): { name: string; value: string }[] {
  let value = '';
  for (const text of texts) {
    const longer = value === '' ? text : `${value} · ${text}`;
    if (longer.length > FIELD_VALUE_MAX) break;
    value = longer;
  }
  return value === '' ? [] : [{ name, value }];
}
