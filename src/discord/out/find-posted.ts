import type { Post } from '../../delivery/post.ts';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import { heldIn } from '../permissions.ts';
import { findForumPost } from './forum.ts';
import { byAge, findMessages, type HistorySearch } from './history.ts';
import type { Requests } from './requests.ts';

/**
 * How long after the first attempt a send may simply be repeated, in milliseconds. Discord says that it knows a nonce
 * again for "the past few minutes"; the shortest of that is taken, less the minute that an attempt may last.
 *
 * @see Discord docs, Create Message, enforce_nonce
 */
const NONCE_WINDOW = 120_000;

/**
 * How much earlier than the first attempt the search begins, in milliseconds: the clock that noted it may have been
 * an hour ahead of Discord's. A post found too early is a post of the same digest to the same channel all the same.
 */
const MARGIN = 3_600_000;

/**
 * How long after its time the first attempt at a post may begin without a look at the history, in milliseconds: longer
 * than thousands of channels that are due at the same time have to wait for one another.
 */
const LATE = 300_000;

/**
 * Whether something of the post may stand in the channel that Discord would not recognise by the nonce: from earlier
 * attempts, or from a time that the ledger does not know of. A clock that was set back tells nothing of how long ago
 * the attempts were. What begins a forum's post takes no nonce.
 */
export function mayBePosted(post: Post, now: number): boolean {
  const { firstSentAt, posted, messages, channelKind } = post;
  if (posted.length >= messages.length) return false;
  if (isLate(post, now)) return true;
  if (firstSentAt === null) return false;
  const age = now - firstSentAt;
  return age < 0 || age > NONCE_WINDOW || (channelKind === 'forum' && posted.length === 0);
}

/** Whether its first attempt began, or begins now, long after its time. */
function isLate({ dueAt, firstSentAt }: Post, now: number): boolean {
  return dueAt !== null && (firstSentAt ?? now) - dueAt > LATE;
}

/**
 * Finds the messages of a post that stand, whoever knows of them.
 *
 * @param self the bot's user id
 * @returns their ids in order, those known included; null when the history cannot be read
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
    // Discord answers an empty list also where reading is not allowed.
    const held = await heldIn(requests, self, guildId, place);
    if (!held.has('ReadMessageHistory')) return null;
  }
  const standing = new Set([...post.posted, ...(found ?? [])]);
  return [...standing].toSorted(byAge).slice(0, messages.length);
}
