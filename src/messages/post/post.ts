import type { APIEmbed } from 'discord-api-types/v10';
import type { VotesOf } from '../../answers/vote-dates.ts';
import type { Ranked } from '../../archive/archive.ts';
import type { Day, Paper } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';
import { compose } from '../compose.ts';
import { EMBEDS_MAX, EMBEDS_TOTAL_MAX, MENU_OPTIONS_MAX } from '../limits.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf, Rendered } from '../message.ts';
import { cardHead } from '../parts/card.ts';
import { colourOfRank } from '../parts/colours.ts';
import type { Row } from '../parts/components.ts';
import { creditOf } from '../parts/credit.ts';
import { paperMenu } from '../parts/list.ts';
import { labelKey, type Quote, quote } from '../parts/summary.ts';
import { escapeText } from '../parts/text/escape.ts';
import { authorsText, votesOfDay, votesText } from '../parts/text/format.ts';
import { cut, share } from '../parts/text/truncate.ts';

type PostHead = Pick<AnswerOf<'post'>, 'date' | 'votes' | 'counted' | 'total' | 'roleId'> & {
  readonly papers: readonly Pick<VotesOf, 'votes'>[];
};

const REMARK_MAX = 160;

/** The first three are told in two sentences, the others in one: ten cards are to be read in ten seconds. */
const PODIUM = 3;

const COLUMNS = { rank: true, authors: true } as const;

/** The daily post: the day in a line, its most-voted papers as cards, a menu of the others. */
export function renderPost(answer: AnswerOf<'post'>, locale: Language): Rendered {
  const { roleId } = answer;
  const top = distinct(answer.top).slice(0, EMBEDS_MAX);
  const content = postHead(answer, locale);
  return compose({ content, embeds: cards(top, locale), rows: rows(answer, locale), roleId });
}

/** What stands above the cards: the day, its papers and votes, and the role that is told. */
export function postHead(
  { date, votes, counted, total, papers, roleId }: PostHead,
  locale: Language,
): string {
  const counts = [tell('papers.count', locale, { count: total }), votesOfDay(votes, papers, counted, locale)];
  const line = total === 0 ? tell('post.empty', locale) : counts.join(' · ');
  const mention = roleId === null ? '' : `\n<@&${roleId}>`;
  return `${tell('post.heading', locale, { date })}\n${line}${mention}`;
}

/** What a forum's post, or a thread under a post, is called. */
export function postTitle(date: Day, locale: Language): string {
  return tellPlain('post.title', locale, { date });
}

/** Each paper once: Discord shows embeds with the same address as one. */
function distinct(papers: readonly Ranked[]): Ranked[] {
  return papers.filter(
    ({ paper }, index) => papers.findIndex((other) => other.paper.id === paper.id) === index,
  );
}

/** The cards, their summaries cut to what titles and remarks leave for them in the message. */
function cards(top: readonly Ranked[], locale: Language): APIEmbed[] {
  const drafts = top.map((ranked) => draft(ranked, locale));
  const footer = creditOf(
    drafts.flatMap(({ quoted }) => quoted ?? []),
    locale,
  );
  const fixed = drafts.reduce(
    (sum, { head, remark, label }) => sum + head.title.length + remark.length + label.length + 2,
    footer.length,
  );
  const wanted = drafts.map(({ quoted }) => quoted?.text.length ?? 0);
  const shares = share(wanted, EMBEDS_TOTAL_MAX - fixed);
  return drafts.map(({ ranked, head, remark, label, quoted }, index) => ({
    ...head,
    description: [remark, label, cut(quoted?.text ?? '', shares[index] ?? 0)]
      .filter((line) => line !== '')
      .join('\n'),
    color: colourOfRank(ranked.rank),
    ...(index === drafts.length - 1 && footer !== '' && { footer: { text: footer } }),
  }));
}

interface Draft {
  readonly ranked: Ranked;
  readonly head: ReturnType<typeof cardHead>;
  readonly remark: string;
  /** What is to be known of the quote before reading it: that it is no summary of the digest, or none at all. */
  readonly label: string;
  readonly quoted: Quote | null;
}

function draft(ranked: Ranked, locale: Language): Draft {
  const { rank, paper, votes } = ranked;
  const remark = `${votesText(votes, locale)} · ${authorsText(paper.authors, locale)}`;
  const quoted = quote(paper, rank <= PODIUM ? 2 : 1, locale);
  return {
    ranked,
    head: cardHead(paper, locale, rank),
    remark: cut(escapeText(remark), REMARK_MAX),
    label: labelOf(paper, quoted, locale),
    quoted,
  };
}

function labelOf(paper: Paper, quoted: Quote | null, locale: Language): string {
  const key = labelKey(paper, quoted);
  if (key === null) return '';
  const isWarning = paper.doubtful && quoted?.source !== 'model';
  return isWarning ? tell(key, locale) : `-# ${tell(key, locale)}`;
}

function rows({ date, total, papers }: AnswerOf<'post'>, locale: Language): Row[] {
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
