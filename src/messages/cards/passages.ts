import type { APIEmbed } from 'discord-api-types/v10';
import type { AnswerOf, Passage, Rephrased } from '../../answers/answer.ts';
import type { Paper } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX, EMBEDS_TOTAL_MAX, embedLength } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import type { TextKey } from '../locales/translation.ts';
import { COLOURS, compose, type Rendered } from '../message.ts';
import type { Button } from '../parts/controls/components.ts';
import { creditOf, sourceOf } from '../parts/summary.ts';
import { day } from '../parts/text/dates.ts';
import { clean, escapeLabel, escapeText } from '../parts/text/escape.ts';
import { titleText } from '../parts/text/format.ts';
import { arxivPage } from '../parts/text/links.ts';
import { cut } from '../parts/text/truncate.ts';

const PAPERS_MAX = 10;
const SENTENCES_MAX = 4;
const TITLE_MAX = 200;
const SHORT_MAX = 60;
/** Characters; a longer sentence is left out, because quotes are never cut. */
const QUOTE_MAX = 900;

/** Quoted sentences below their papers; a model's own words above them, in an embed of their own. */
export function renderPassages(answer: AnswerOf<'passages'>, locale: Language): Rendered {
  const shown = answer.passages.slice(0, PAPERS_MAX);
  const remark = tell(answer.mayFit ? 'ask.passages.mayFitRemark' : 'ask.passages.remark', locale);
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
    title: tell(titleOf(answer), locale),
    description: [...blocks, remark].join('\n\n'),
    color: COLOURS.paper,
    ...(credit !== '' && { footer: { text: credit } }),
  };
  const quoted = shown.slice(0, blocks.length).map(({ paper }) => paper);
  return compose({
    embeds: [...rephrasedEmbed(answer.rephrased ?? [], quoted, embed, locale), embed],
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
      otherLanguage(answer, locale),
    ],
  });
}

function otherLanguage({ inOther }: AnswerOf<'passages'>, locale: Language): readonly Button[] {
  if (inOther === undefined) return [];
  const label = tellPlain(`quotesIn.${inOther.language}`, locale);
  return [{ label, invocation: inOther.invocation }];
}

/** A model's sentences with links to their papers; drops those whose quotes are not shown below. */
function rephrasedEmbed(
  rephrased: readonly Rephrased[],
  quoted: readonly Paper[],
  below: APIEmbed,
  locale: Language,
): readonly APIEmbed[] {
  const title = tell('ask.passages.rephrased', locale);
  const remark = tell('ask.passages.check', locale);
  const lines: string[] = [];
  let left = EMBEDS_TOTAL_MAX - embedLength(below) - title.length - remark.length - 2;
  for (const { text, papers } of rephrased) {
    const cited = quoted.filter(({ id }) => papers.includes(id));
    if (cited.length < papers.length) continue;
    const links = cited.map((paper) => linkTo(shortTitle(paper.title), paper, SHORT_MAX, locale)).join(', ');
    const line = tell('ask.passages.sentence', locale, { text, papers: { markdown: links } });
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  if (lines.length === 0) return [];
  return [{ title, description: [...lines, '', remark].join('\n'), color: COLOURS.info }];
}

/** The name before a title's colon, which people call the paper by. */
function shortTitle(title: string): string {
  return /^([^:]{2,40}):\s/.exec(clean(title))?.[1] ?? title;
}

/** A title as a link to its paper. */
function linkTo(text: string, { id }: Paper, max: number, locale: Language): string {
  const link = arxivPage(id);
  const title = titleText(text, locale);
  return link === null ? `**${cut(escapeText(title), max)}**` : `[${cut(escapeLabel(title), max)}](${link})`;
}

function blockOf({ paper, date, sentences }: Passage, locale: Language): string {
  const head = linkTo(paper.title, paper, TITLE_MAX, locale);
  const quotes = sentences
    .map((sentence) => escapeText(clean(sentence)))
    .filter((sentence) => sentence !== '' && sentence.length <= QUOTE_MAX)
    .slice(0, SENTENCES_MAX);
  return [`${head} · ${day(date, locale)}`, ...quotes.map((sentence) => `“${sentence}”`)].join('\n');
}

function titleOf({ mayFit, instead }: AnswerOf<'passages'>): TextKey {
  if (mayFit) return 'ask.passages.mayFit';
  return instead ? 'ask.passages.instead' : 'ask.passages.title';
}
