import type { APIEmbed } from 'discord-api-types/v10';
import type { AnswerOf } from '../../answers/answer.ts';
import type { Ranked } from '../../archive/archive.ts';
import type { Style } from '../../delivery/subscriptions/subscription.ts';
import type { Language } from '../../language.ts';
import { EMBED_DESCRIPTION_MAX, EMBEDS_MAX, EMBEDS_TOTAL_MAX } from '../limits.ts';
import { tellPlain } from '../locale.ts';
import { COLOURS, colourOfRank } from '../message.ts';
import { type Entry, fitEntries, linkedTitle } from '../parts/list.ts';
import { cardHead, codeLink, factsLine, GAP } from '../parts/paper-facts.ts';
import { brief, creditOf } from '../parts/summary.ts';
import { escapeText } from '../parts/text/escape.ts';
import { votesText } from '../parts/text/format.ts';
import { teaser } from '../parts/text/links.ts';
import { columnsOf, cut, share } from '../parts/text/truncate.ts';

const FACTS = { authors: true } as const;

/** Characters of a title: leaves room for what is new even on ten cards with the longest titles. */
const TITLE_MAX = 150;

/** Columns of a card's line on a desktop: in its title, which has larger letters, and in its text. */
const TITLE_COLUMNS = 60;
const TEXT_COLUMNS = 70;
/** Lines of title and news together on a desktop: five cards fit without scrolling. */
const LINES = 3;

/** Papers in a list: a month has a thousand, and each line reserves room for votes. */
const LISTED_MAX = 100;

/** Characters reserved on each line with votes: an edit may need a longer number. */
const VOTES_MAX = 15;

type Post = AnswerOf<'post'>;

/** The papers of a post in its style. `votesPlace` says where the votes of each are. */
export function styledEmbeds(post: Post, locale: Language): APIEmbed[] {
  if (post.style === 'cards') return cards(distinct(post.top).slice(0, EMBEDS_MAX), locale);
  return listed(post, post.style, locale);
}

/**
 * The line of an embed's description that begins with a paper's votes.
 *
 * @param at the place of the paper in the post, from 0
 * @param style undefined for posts from before there were styles
 * @returns a negative `line` counts from the end
 */
export function votesPlace(at: number, style: Style | undefined): { embed: number; line: number } {
  if (style === 'compact') return { embed: 0, line: 2 * at + 1 };
  if (style === 'titles') return { embed: 0, line: at };
  return { embed: at, line: style === 'cards' ? -1 : 0 };
}

/** Each paper once: Discord shows embeds with the same address as one. */
function distinct(papers: readonly Ranked[]): Ranked[] {
  return papers.filter(
    ({ paper }, index) => papers.findIndex((other) => other.paper.id === paper.id) === index,
  );
}

/** One card for each paper: title, what is new in one line, and facts. */
function cards(top: readonly Ranked[], locale: Language): APIEmbed[] {
  const drafts = top.map((ranked) => ({
    ranked,
    head: cardHead(ranked.paper, locale, ranked.rank, TITLE_MAX),
    news: brief(ranked.paper, newsColumns(ranked.paper.title), locale),
    facts: [factsLine(ranked, FACTS, locale), codeLink(ranked.paper, locale)]
      .filter((part) => part !== '')
      .join(GAP),
  }));
  const isWithout = drafts.some(({ news }) => news === null);
  const footer = [
    creditOf(
      drafts.flatMap(({ news }) => news ?? []),
      locale,
    ),
    isWithout ? tellPlain('post.without', locale) : '',
  ]
    .filter((part) => part !== '')
    .join(GAP);
  const fixed = drafts.reduce(
    (sum, { head, facts }) => sum + head.title.length + facts.length + VOTES_MAX + 1,
    footer.length,
  );
  const shares = share(
    drafts.map(({ news }) => news?.text.length ?? 0),
    EMBEDS_TOTAL_MAX - fixed,
  );
  return drafts.map(({ ranked, head, news, facts }, index) => {
    // Only the first card has a picture: on a phone each takes the room of two lines.
    const picture = index === 0 ? teaser(ranked.paper.media) : null;
    return {
      ...head,
      description: [cut(news?.text ?? '', shares[index] ?? 0), facts]
        .filter((line) => line !== '')
        .join('\n'),
      color: colourOfRank(ranked.rank),
      ...(picture !== null && { thumbnail: { url: picture } }),
      ...(index === drafts.length - 1 && footer !== '' && { footer: { text: footer } }),
    };
  });
}

/** Columns for what is new: one line below a long title, two below a short one. */
function newsColumns(title: string): number {
  const titleLines = Math.ceil(columnsOf(title) / TITLE_COLUMNS);
  return TEXT_COLUMNS * Math.max(1, LINES - titleLines);
}

/** All papers in one embed, with two lines or one line each. */
function listed({ papers: all }: Post, style: 'compact' | 'titles', locale: Language): APIEmbed[] {
  if (all.length === 0) return [];
  const papers = all.slice(0, LISTED_MAX);
  const entries = papers.map((ranked) => (style === 'compact' ? twoLines : oneLine)(ranked, locale));
  const fitted = fitEntries(entries, EMBED_DESCRIPTION_MAX - papers.length * VOTES_MAX, 1);
  const { lines } = fitted;
  const left = fitted.left + all.length - papers.length;
  const footer = left > 0 ? { footer: { text: tellPlain('lists.left', locale, { count: left }) } } : {};
  return [{ description: lines.join('\n'), color: COLOURS.first, ...footer }];
}

function twoLines(ranked: Ranked, locale: Language): Entry {
  const { before, title, after } = linkedTitle(ranked, TITLE_MAX, locale);
  return {
    before: `**${ranked.rank}.** ${before}`,
    title,
    after: `${after}\n${factsLine(ranked, FACTS, locale)}`,
  };
}

function oneLine(ranked: Ranked, locale: Language): Entry {
  const { before, title, after } = linkedTitle(ranked, TITLE_MAX, locale);
  return { before: escapeText(votesText(ranked.votes, locale)) + GAP + before, title, after };
}
