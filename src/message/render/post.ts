import type { APIEmbed } from 'discord-api-types/v10';
import type { Ranked } from '../../archive/archive.ts';
import { colourOfRank } from '../colours.ts';
import type { Row } from '../components.ts';
import { compose } from '../compose.ts';
import { cut, share } from '../cut.ts';
import { escapeText } from '../escape.ts';
import { asOf, authorsText, titleText, votesSum, votesText } from '../format.ts';
import { EMBED_TITLE_MAX, EMBEDS_MAX, EMBEDS_TOTAL_MAX, MENU_OPTIONS_MAX } from '../limits.ts';
import { arxivPage, thumbnail } from '../links.ts';
import { paperMenu } from '../list.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf, Locale, Rendered } from '../message.ts';
import { isKorean, quote } from '../summary.ts';

const REMARK_MAX = 160;

/** The first three are told in two sentences, the others in one: ten cards are to be read in ten seconds. */
const PODIUM = 3;

const COLUMNS = { rank: true, authors: true } as const;

/** The daily post: the day in a line, its most-voted papers as cards, a menu of the others. */
export function renderPost(answer: AnswerOf<'post'>, locale: Locale): Rendered {
  const { date, votes, total, papers } = answer;
  const top = distinct(answer.top).slice(0, EMBEDS_MAX);
  const counts = [
    tell('papers.count', locale, { count: total }),
    votesSum(votes, papers, locale),
    asOf(date, locale),
  ];
  const content = `${tell('post.heading', locale, { date })}\n${total === 0 ? tell('post.empty', locale) : counts.join(' · ')}`;
  return compose({ content, embeds: cards(top, locale), rows: rows(answer, locale) });
}

/** Discord shows embeds with the same address as one. */
function distinct(papers: readonly Ranked[]): Ranked[] {
  return [...new Map(papers.map((ranked) => [ranked.paper.id, ranked])).values()];
}

function cards(top: readonly Ranked[], locale: Locale): APIEmbed[] {
  const drafts = top.map((ranked) => draft(ranked, locale));
  const footer = source(top, locale);
  const fixed = drafts.reduce(
    (sum, { title, remark }) => sum + title.length + remark.length + 1,
    footer.length,
  );
  const shares = share(
    drafts.map(({ text }) => text.length),
    EMBEDS_TOTAL_MAX - fixed,
  );
  return drafts.map(({ ranked: { rank, paper }, title, remark, text }, index) => {
    const url = arxivPage(paper.id);
    const image = thumbnail(paper.id);
    const last = index === drafts.length - 1;
    return {
      title,
      description: `${remark}\n${cut(text, shares[index] ?? 0)}`.trim(),
      color: colourOfRank(rank),
      ...(url !== null && { url }),
      ...(image !== null && { thumbnail: { url: image } }),
      ...(last && footer !== '' && { footer: { text: footer } }),
    };
  });
}

interface Draft {
  readonly ranked: Ranked;
  readonly title: string;
  readonly remark: string;
  /** Cut to what the other cards leave for it. */
  readonly text: string;
}

function draft(ranked: Ranked, locale: Locale): Draft {
  const { rank, paper, votes } = ranked;
  const remark = `${votesText(votes, locale)} · ${authorsText(paper.authors, locale)}`;
  return {
    ranked,
    title: cut(`${rank}. ${escapeText(titleText(paper.title, locale))}`, EMBED_TITLE_MAX),
    remark: cut(escapeText(remark), REMARK_MAX),
    text: paper.doubtful ? tell('paper.doubtfulShort', locale) : quote(paper, rank <= PODIUM ? 2 : 1),
  };
}

/** Names the origin of the summaries, where any is quoted. */
function source(top: readonly Ranked[], locale: Locale): string {
  const quoted = top
    .filter(({ paper }) => !paper.doubtful && quote(paper, 1) !== '')
    .map(({ paper }) => paper);
  if (quoted.length === 0) return '';
  const korean = isKorean(quoted.flatMap(({ sections }) => sections));
  return tellPlain(korean ? 'paper.sourceKorean' : 'paper.source', locale, { count: quoted.length });
}

function rows({ date, total, papers }: AnswerOf<'post'>, locale: Locale): Row[] {
  const listed = papers.slice(0, MENU_OPTIONS_MAX);
  const placeholder = total > listed.length ? 'menus.mostVoted' : 'menus.paper';
  const all = { label: tellPlain('buttons.allPapers', locale, { count: total }), primary: true };
  return [
    paperMenu(listed, COLUMNS, tellPlain(placeholder, locale, { count: listed.length }), locale),
    [
      ...(total > 0 ? [{ ...all, invocation: { command: 'today', options: { date } } }] : []),
      {
        label: tellPlain('buttons.topOfWeek', locale),
        invocation: { command: 'top', options: { period: 'week' } },
      },
      { label: tellPlain('buttons.help', locale), invocation: { command: 'help', options: {} } },
    ],
  ];
}
