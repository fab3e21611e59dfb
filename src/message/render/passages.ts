import type { APIEmbed } from 'discord-api-types/v10';
import type { Passage } from '../../ask/answer.ts';
import { COLOURS } from '../colours.ts';
import { compose } from '../compose.ts';
import { creditOf } from '../credit.ts';
import { cut } from '../cut.ts';
import { day } from '../dates.ts';
import { clean, escapeLabel, escapeText } from '../escape.ts';
import { titleText } from '../format.ts';
import { EMBED_DESCRIPTION_MAX } from '../limits.ts';
import { arxivPage } from '../links.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf, Locale, Rendered } from '../message.ts';
import { sourceOf } from '../summary.ts';

const PAPERS_MAX = 3;
const SENTENCES_MAX = 4;
const TITLE_MAX = 200;
/** A quote that is longer is left out rather than cut: what is quoted is whole. */
const QUOTE_MAX = 900;

/** Sentences word for word, each under the paper that it comes from. */
export function renderPassages({ passages }: AnswerOf<'passages'>, locale: Locale): Rendered {
  const shown = passages.slice(0, PAPERS_MAX);
  const remark = tell('ask.passages.remark', locale);
  const blocks: string[] = [];
  let length = remark.length;
  for (const passage of shown) {
    const block = blockOf(passage, locale);
    if (length + block.length + 2 > EMBED_DESCRIPTION_MAX) break;
    blocks.push(block);
    length += block.length + 2;
  }
  const credit = creditOf(
    shown.flatMap(({ paper, sentences }) =>
      sentences.map((text) => ({ text, source: sourceOf(paper, text) })),
    ),
    locale,
  );
  const embed: APIEmbed = {
    title: tell('ask.passages.title', locale),
    description: [...blocks, remark].join('\n\n'),
    color: COLOURS.paper,
    ...(credit !== '' && { footer: { text: credit } }),
  };
  return compose({
    embeds: [embed],
    rows: [
      {
        placeholder: tellPlain('menus.paper', locale),
        invocation: { command: 'paper', options: {}, pick: 'paper' },
        options: shown.map(({ paper, date }) => ({
          label: titleText(paper.title, locale),
          description: day(date, locale),
          value: paper.id,
        })),
      },
    ],
  });
}

function blockOf({ paper, date, sentences }: Passage, locale: Locale): string {
  const link = arxivPage(paper.id);
  const title = titleText(paper.title, locale);
  const head =
    link === null
      ? `**${cut(escapeText(title), TITLE_MAX)}**`
      : `[${cut(escapeLabel(title), TITLE_MAX)}](${link})`;
  const quotes = sentences
    .map((sentence) => escapeText(clean(sentence)))
    .filter((sentence) => sentence !== '' && sentence.length <= QUOTE_MAX)
    .slice(0, SENTENCES_MAX);
  return [`${head} · ${day(date, locale)}`, ...quotes.map((sentence) => `“${sentence}”`)].join('\n');
}
