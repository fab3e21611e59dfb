import type { Post } from '../../delivery/post.ts';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import { heldIn } from '../permissions.ts';
import { findForumPost } from './forum.ts';
import { byAge, findMessages, type HistorySearch } from './history.ts';
import type { Requests } from './requests.ts';

/**
 * How long after the first attempt Discord recognizes a nonce, ms. It promises "the past few minutes": we count on three,
 * minus the minute of an attempt. @see Discord docs, Create Message, enforce_nonce
 */
const NONCE_WINDOW = 120_000;
/** The search starts this much before the first attempt, ms: the clock that noted it may have been ahead of Discord's. */
const MARGIN = 3_600_000;
/** How late a first attempt may be without a search, ms: longer than thousands of channels wait for each other. */
const LATE = 300_000;

/**
 * Whether the history must be searched because Discord would not recognize repeated messages by their nonce: after old
 * attempts, after attempts that a restored ledger does not know, after the clock was set back, and for the first message
 * in a forum, which takes no nonce.
 */
export function mayBePosted(post: Post, now: number): boolean {
  const { firstSentAt, posted, messages, channelKind } = post;
  if (posted.length >= messages.length) return false;
  if (isLate(post, now)) return true;
  if (firstSentAt === null) return false;
  const age = now - firstSentAt;
  return age < 0 || age > NONCE_WINDOW || (channelKind === 'forum' && posted.length === 0);
}

function isLate({ dueAt, firstSentAt }: Post, now: number): boolean {
  return dueAt !== null && (firstSentAt ?? now) - dueAt > LATE;
}

/**
 * Finds the messages of a post in the channel, including ones that the ledger does not know.
 *
 * @param self the bot's user id
 * @returns their ids in order; null if the history cannot be read
 * @throws RequestFailed
 */
export async function findPosted(
  requests: Requests,
  self: Snowflake,
  post: Post,
  now: number,
): Promise<Snowflake[] | null> {
  const { guildId, channelId, channelKind, mark, messages } = post;
  const first = Math.min(post.firstSentAt ?? now, now);
  const search: HistorySearch = { self, mark, since: (isLate(post, now) ? post.notBefore : first) - MARGIN };
  let place: Snowflake | null = channelId;
  if (channelKind === 'forum') {
    place = post.posted[0] ?? (await findForumPost(requests, post, search));
    if (place === null) return [];
  }
  const found = await findMessages(requests, place, search);
  if (found === null && channelKind !== 'direct') {
    // Discord also returns an empty list if the bot may not read the history.
    const held = await heldIn(requests, self, guildId, place);
    if (!held.has('ReadMessageHistory')) return null;
  }
  const ids = new Set([...post.posted, ...(found ?? [])]);
  return [...ids].toSorted(byAge).slice(0, messages.length);
}
