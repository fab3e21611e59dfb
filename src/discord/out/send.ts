import { createHash } from 'node:crypto';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Post } from '../../delivery/post.ts';
import type { Snowflake } from '../../delivery/subscriptions/subscription.ts';
import type { MessageJson } from '../../messages/message.ts';
import type { Requests } from './requests.ts';

/** @see Discord docs, Start Thread */
const TITLE_LENGTH = 100;
/** Discord allows 25 characters. @see Discord docs, Create Message */
const NONCE_LENGTH = 24;
export const createdSchema = z.object({ id: z.string() });

/**
 * Sends the next message of a post. In a forum the first one creates a thread, and the others go into it.
 *
 * @param posted ids of the earlier messages
 * @throws RequestFailed
 */
export async function send(
  requests: Requests,
  { channelId, channelKind, key, title, tagId }: Post,
  message: MessageJson,
  posted: readonly Snowflake[],
): Promise<Snowflake> {
  const [thread] = posted;
  if (channelKind === 'forum' && thread === undefined) {
    const tags = tagId === null ? {} : { applied_tags: [tagId] };
    const body = { name: threadName(title), message, ...tags };
    return (await requests.post(Routes.threads(channelId), createdSchema, body)).id;
  }
  const place = channelKind === 'forum' && thread !== undefined ? thread : channelId;
  const nonce = nonceOf(channelId, key, posted.length);
  const body = { ...message, nonce, enforce_nonce: true };
  return (await requests.post(Routes.channelMessages(place), createdSchema, body)).id;
}

export function threadName(title: string): string {
  return [...title].slice(0, TITLE_LENGTH).join('');
}

/** Depends on the channel, because Discord compares nonces per author. */
function nonceOf(channelId: string, key: string, part: number): string {
  return createHash('sha256')
    .update(`${channelId} ${key} ${part}`)
    .digest('base64url')
    .slice(0, NONCE_LENGTH);
}
