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

/** @returns null for a channel type to which no digest can be posted */
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
  MentionEveryone: PermissionFlagsBits.MentionEveryone,
};

const NAMES: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'ReadMessageHistory',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'MentionEveryone',
];

/**
 * The permissions in a bit set.
 *
 * @param bits a decimal number as text, as Discord sends it
 * @returns null for anything else, since the permissions are then unknown
 */
export function allowedBy(bits: unknown): ReadonlySet<Permission> | null {
  const held = heldIn(bits);
  if (held === null) return null;
  return new Set(NAMES.filter((name) => (held & (BITS[name] | PermissionFlagsBits.Administrator)) !== 0n));
}

/** Whether these permissions include Manage Server or Administrator. @param bits as for `allowedBy` */
export function mayManage(bits: unknown): boolean {
  const { ManageGuild, Administrator } = PermissionFlagsBits;
  return ((heldIn(bits) ?? 0n) & (ManageGuild | Administrator)) !== 0n;
}

function heldIn(bits: unknown): bigint | null {
  return typeof bits === 'string' && /^\d{1,30}$/.test(bits) ? BigInt(bits) : null;
}
