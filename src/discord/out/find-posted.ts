import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import { heldIn, ownId } from '../permissions.ts';
import { findForumPost } from './forum.ts';
import { byAge, findMessages, type Search } from './history.ts';
import type { Post } from './post.ts';
import type { Requests } from './requests.ts';

/**
 * How long after the first attempt a send may simply be repeated, in milliseconds. Discord says that it knows a nonce
 * again for "the past few minutes"; the shortest of that is taken, less the minute that an attempt may last.
 *
 * @see Discord docs, Create Message, enforce_nonce
 */
export const NONCE_WINDOW = 120_000;

/**
 * How much earlier than the first attempt the search begins, in milliseconds: the clock that noted it may have been
 * an hour ahead of Discord's. A post found too early is a post of the same digest to the same channel all the same.
 */
const MARGIN = 3_600_000;

/**
 * Whether earlier attempts may have left something in the channel that Discord would not recognise by the nonce.
 * A clock that was set back tells nothing of how long ago they were. What begins a forum's post takes no nonce.
 */
export function mustLookUp({ firstSentAt, posted, messages, channelKind }: Post, now: number): boolean {
  if (firstSentAt === null || posted.length >= messages.length) return false;
  const age = now - firstSentAt;
  return age < 0 || age > NONCE_WINDOW || (channelKind === 'forum' && posted.length === 0);
}

/**
 * Finds the messages of a post that stand, whoever knows of them.
 *
 * @returns their ids in order, those known included; null when the history cannot be read
 * @throws RequestFailed
 */
export async function lookUp(requests: Requests, post: Post, now: number): Promise<Snowflake[] | null> {
  const { guildId, channelId, channelKind, firstSentAt, mark, messages } = post;
  const self = await ownId(requests);
  const search: Search = { self, mark, since: Math.min(firstSentAt ?? now, now) - MARGIN };

  let place: Snowflake | null = channelId;
  if (channelKind === 'forum') {
    place = post.posted[0] ?? (await findForumPost(requests, post, search));
    if (place === null) return [];
  }
  const found = await findMessages(requests, place, search);
  if (found === null) {
    // Discord answers an empty list also where reading is not allowed.
    const held = await heldIn(requests, self, guildId, place);
    if (!held.has('ReadMessageHistory')) return null;
  }
  const standing = new Set([...post.posted, ...(found ?? [])]);
  return [...standing].toSorted(byAge).slice(0, messages.length);
}
