import type { ChannelKind } from './subscription.ts';

/** Discord's name of a permission that a post can need. @see Discord docs, Permissions */
export type Permission =
  | 'ViewChannel'
  | 'SendMessages'
  | 'EmbedLinks'
  | 'ReadMessageHistory'
  | 'SendMessagesInThreads'
  | 'CreatePublicThreads'
  | 'MentionEveryone';

/**
 * What the bot must be allowed to post to a channel. Reading the history belongs to it: after a crash in the middle
 * of a post that is how the bot finds out whether the post stands already.
 */
export function neededIn(kind: ChannelKind, thread: boolean): Permission[] {
  const always: Permission[] = ['ViewChannel', 'EmbedLinks', 'ReadMessageHistory'];
  if (kind === 'direct') return [];
  if (kind === 'thread') return [...always, 'SendMessagesInThreads'];
  return [
    ...always,
    'SendMessages',
    ...(thread && kind !== 'forum' ? (['CreatePublicThreads'] as const) : []),
  ];
}
