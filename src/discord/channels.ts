import { ChannelType, PermissionFlagsBits } from 'discord-api-types/v10';
import { PERMISSIONS, type Permission } from '../delivery/subscriptions/permissions.ts';
import type { ChannelKind } from '../delivery/subscriptions/subscription.ts';

const KINDS: ReadonlyMap<ChannelType, ChannelKind> = new Map([
  [ChannelType.GuildText, 'text'],
  [ChannelType.GuildAnnouncement, 'announcement'],
  [ChannelType.GuildForum, 'forum'],
  [ChannelType.PublicThread, 'thread'],
  [ChannelType.PrivateThread, 'thread'],
  [ChannelType.AnnouncementThread, 'thread'],
]);

/** @returns null for a channel type that takes no digest */
export function kindOf(type: ChannelType): ChannelKind | null {
  return KINDS.get(type) ?? null;
}

/** The permissions in a bit set. @param bits a decimal number as text @returns null for anything else */
export function allowedBy(bits: unknown): ReadonlySet<Permission> | null {
  const held = heldIn(bits);
  if (held === null) return null;
  const { Administrator } = PermissionFlagsBits;
  return new Set(PERMISSIONS.filter((name) => (held & (PermissionFlagsBits[name] | Administrator)) !== 0n));
}

/** Whether the permissions include Manage Server or Administrator. */
export function mayManage(bits: unknown): boolean {
  const { ManageGuild, Administrator } = PermissionFlagsBits;
  return ((heldIn(bits) ?? 0n) & (ManageGuild | Administrator)) !== 0n;
}

function heldIn(bits: unknown): bigint | null {
  return typeof bits === 'string' && /^\d{1,30}$/.test(bits) ? BigInt(bits) : null;
}
