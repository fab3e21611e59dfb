import type { ChannelKind } from './subscription.ts';

/** Discord's names of the permissions that a post can need. @see Discord docs, Permissions */
export const PERMISSIONS = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'MentionEveryone',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Permissions for posting to a channel. With the history the bot finds out after a crash whether a post is there. */
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
