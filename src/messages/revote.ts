import type { APIEmbed } from 'discord-api-types/v10';
import { sumOfVotes } from '../answers/post.ts';
import { countedIn, type VotesOf } from '../answers/vote-dates.ts';
import type { Day, PaperId } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import { EMBEDS_TOTAL_MAX, embedLength, MENU_TEXT_MAX } from './limits.ts';
import type { MessageJson } from './message.ts';
import { escapeText } from './parts/text/escape.ts';
import { votesText } from './parts/text/format.ts';
import { cut } from './parts/text/truncate.ts';
import { postHead } from './post/post.ts';

/** A paper's votes as a post shows them. */
export interface PostedVotes extends VotesOf {
  readonly id: PaperId;
}

/** A digest as it was posted. */
export interface PostedDigest {
  readonly date: Day;
  readonly locale: Language;
  /** All of its papers, in the order of the post; the first of them have cards. */
  readonly papers: readonly PostedVotes[];
  readonly messages: readonly MessageJson[];
}

/** What follows the votes of a card and of a menu's option. */
const GAP = ' · ';

type Row = MessageJson['components'][number];

/**
 * The messages of a posted digest with other votes and the time of those, and otherwise word for word as they stand:
 * the same papers in the same order. They mention nobody, whatever they name.
 *
 * @param papers those of the post, in its order
 */
export function withVotes(
  { date, locale, messages }: Omit<PostedDigest, 'papers'>,
  papers: readonly PostedVotes[],
  roleId: string | null,
): MessageJson[] {
  const head = { date, papers, roleId, total: papers.length };
  const content = postHead({ ...head, votes: sumOfVotes(papers), counted: countedIn(papers) }, locale);
  const texts = new Map(papers.map(({ id, votes }) => [id, votesText(votes, locale)]));
  return messages.map((message) => ({
    ...message,
    content,
    embeds: withinTotal(message.embeds.map((embed, place) => revoteCard(embed, papers[place], locale))),
    components: message.components.map((row) => revoteRow(row, texts)),
    allowed_mentions: { parse: [] },
  }));
}

function revoteCard(embed: APIEmbed, paper: PostedVotes | undefined, locale: Language): APIEmbed {
  if (paper === undefined || embed.description === undefined) return embed;
  const text = escapeText(votesText(paper.votes, locale));
  return { ...embed, description: withHead(embed.description, text) };
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

/** A text with other votes at its head. */
function withHead(text: string, votes: string): string {
  const gap = text.indexOf(GAP);
  return gap < 0 ? text : votes + text.slice(gap);
}

/** More votes may have more digits: what is too much is cut off the longest card. */
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
