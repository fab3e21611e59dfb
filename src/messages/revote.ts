import type { APIEmbed } from 'discord-api-types/v10';
import { sumOfVotes } from '../answers/post.ts';
import type { VotesOf } from '../answers/vote-dates.ts';
import type { Day, PaperId } from '../archive/paper.ts';
import type { Style } from '../delivery/subscriptions/subscription.ts';
import type { Language } from '../language.ts';
import { EMBEDS_TOTAL_MAX, embedLength, MENU_TEXT_MAX } from './limits.ts';
import type { MessageJson } from './message.ts';
import { GAP } from './parts/paper-facts.ts';
import { escapeText } from './parts/text/escape.ts';
import { votesText } from './parts/text/format.ts';
import { cut } from './parts/text/truncate.ts';
import { countsText, mentionLine } from './post/post.ts';
import { votesPlace } from './post/styles.ts';

/** A paper's votes in a post. */
export interface PostedVotes extends VotesOf {
  readonly id: PaperId;
}

/** A digest that was posted. */
export interface PostedDigest {
  readonly date: Day;
  /** The last day of a week or a month. */
  readonly to?: Day;
  readonly locale: Language;
  /** Absent for posts stored before there were styles. */
  readonly style?: Style;
  /** All papers of the post, in its order; in the style `cards` the first of them have cards. */
  readonly papers: readonly PostedVotes[];
  readonly messages: readonly MessageJson[];
}

/** Begins a line that mentions a role. */
const ROLE = '<@&';

type Row = MessageJson['components'][number];

/**
 * Replaces the votes in the messages of a posted digest. Everything else stays word for word, and the messages mention
 * nobody.
 *
 * @param papers the post's papers with their new votes, in the order of the post
 */
export function withVotes(
  { style, locale, messages }: Omit<PostedDigest, 'papers'>,
  papers: readonly PostedVotes[],
  roleId: string | null,
): MessageJson[] {
  const texts = new Map(papers.map(({ id, votes }) => [id, votesText(votes, locale)]));
  return messages.map((message) => ({
    ...message,
    content: revoteHead(message.content, papers, style, locale) + mentionLine(roleId),
    embeds: withinTotal(revoteEmbeds(message.embeds, papers, style, locale)),
    components: message.components.map((row) => revoteRow(row, texts)),
    allowed_mentions: { parse: [] },
  }));
}

/** The text above the papers, without a line that mentions: title, day, papers, votes and keywords; then what chose them. */
function revoteHead(
  content: string,
  papers: readonly PostedVotes[],
  style: Style | undefined,
  locale: Language,
): string {
  const [heading = '', ...lines] = content.split('\n');
  const [line = ''] = lines;
  const counts = countsText(papers.length, sumOfVotes(papers), papers, locale);
  // Older posts have papers and votes in the second line, followed by a time that is now outdated.
  if (style === undefined) return `${heading}\n${line.includes(GAP) ? counts : line}`;
  const [title, day, count, , ...keywords] = heading.split(GAP);
  if (count === undefined) return `${heading}\n${line}`;
  const kept = lines.filter((one) => !one.startsWith(ROLE));
  return [[title, day, counts, ...keywords].join(GAP), ...kept].join('\n');
}

function revoteEmbeds(
  embeds: readonly APIEmbed[],
  papers: readonly PostedVotes[],
  style: Style | undefined,
  locale: Language,
): APIEmbed[] {
  const lines = embeds.map(({ description = '' }) => description.split('\n'));
  for (const [at, { votes }] of papers.entries()) {
    const { embed, line } = votesPlace(at, style);
    const text = lines[embed]?.at(line);
    if (text === undefined || text === '') continue;
    lines[embed]?.splice(line, 1, withHead(text, escapeText(votesText(votes, locale))));
  }
  return embeds.map((embed, at) =>
    embed.description === undefined ? embed : { ...embed, description: lines[at]?.join('\n') ?? '' },
  );
}

function revoteRow(row: Row, texts: ReadonlyMap<PaperId, string>): Row {
  return {
    ...row,
    components: row.components.map((component) => {
      if (!('options' in component)) return component;
      const options = component.options.map((option) => {
        const text = texts.get(option.value);
        if (text === undefined || option.description === undefined) return option;
        return { ...option, description: cut(withHead(option.description, text), MENU_TEXT_MAX) };
      });
      return { ...component, options };
    }),
  };
}

/** Replaces the votes at the beginning of a line. */
function withHead(text: string, votes: string): string {
  const gap = text.indexOf(GAP);
  return gap < 0 ? votes : votes + text.slice(gap);
}

/** Cuts the longest card if new votes with more digits exceed Discord's total; older posts reserved no room for them. */
function withinTotal(embeds: readonly APIEmbed[]): APIEmbed[] {
  const excess = embeds.reduce((sum, embed) => sum + embedLength(embed), 0) - EMBEDS_TOTAL_MAX;
  if (excess <= 0) return [...embeds];
  const lengths = embeds.map(({ description = '' }) => description.length);
  const longest = lengths.indexOf(Math.max(...lengths));
  return embeds.map((embed, place) =>
    place === longest
      ? { ...embed, description: cut(embed.description ?? '', (lengths[longest] ?? 0) - excess) }
      : embed,
  );
}
