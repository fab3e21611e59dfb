import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import type { Permission } from '../delivery/subscriptions/permissions.ts';
import type { ChannelKind } from '../delivery/subscriptions/subscription.ts';

const KINDS: ReadonlyMap<ChannelType, ChannelKind> = new Map([
  [ChannelType.GuildText, 'text'],
  [ChannelType.GuildAnnouncement, 'announcement'],
  [ChannelType.GuildForum, 'forum'],
  [ChannelType.PublicThread, 'thread'],
  [ChannelType.PrivateThread, 'thread'],
  [ChannelType.AnnouncementThread, 'thread'],
]);

/** @returns null for a type of channel that no digest can be posted to */
export function kindOf(type: ChannelType): ChannelKind | null {
  return KINDS.get(type) ?? null;
}

const BITS: Readonly<Record<Permission, bigint>> = {
  ViewChannel: PermissionFlagsBits.ViewChannel,
  SendMessages: PermissionFlagsBits.SendMessages,
  EmbedLinks: PermissionFlagsBits.EmbedLinks,
  ReadMessageHistory: PermissionFlagsBits.ReadMessageHistory,
  SendMessagesInThreads: PermissionFlagsBits.SendMessagesInThreads,
  CreatePublicThreads: PermissionFlagsBits.CreatePublicThreads,
};

const NAMES: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
  'SendMessagesInThreads',
  'CreatePublicThreads',
];

/**
 * The permissions that a bit set holds.
 *
 * @param bits as Discord writes them, a decimal number; anything else is unknown
 * @returns null where Discord does not say
 */
export function allowedBy(bits: unknown): ReadonlySet<Permission> | null {
  if (typeof bits !== 'string' || !/^\d+$/.test(bits)) return null;
  const held = BigInt(bits);
  const all = (held & PermissionFlagsBits.Administrator) !== 0n;
  return new Set(NAMES.filter((name) => all || (held & BITS[name]) !== 0n));
}
