import { ChannelFlags, PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { neededIn, type Permission } from '../delivery/subscriptions/permissions.ts';
import type { ChannelKind, Snowflake } from '../delivery/subscriptions/subscription.ts';
import { allowedBy } from './channels.ts';
import { RequestFailed, Requests, type RestClient } from './out/requests.ts';

/** The bot cannot see the channel. @see Discord docs, JSON error codes */
const MISSING_ACCESS = 50001;
/** What a member in time-out keeps. @see Discord docs, Permissions, Timed Out Members */
const IN_TIMEOUT = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
const bits = z.string().regex(/^\d+$/).transform(BigInt);
const channelSchema = z.object({
  parent_id: z.string().nullish(),
  flags: z.int().optional(),
  thread_metadata: z.object({ locked: z.boolean().optional() }).optional(),
  permission_overwrites: z.array(z.object({ id: z.string(), allow: bits, deny: bits })).optional(),
});
const guildSchema = z.object({
  owner_id: z.string(),
  roles: z.array(z.object({ id: z.string(), permissions: bits })),
});
const memberSchema = z.object({
  roles: z.array(z.string()),
  communication_disabled_until: z.iso.datetime({ offset: true }).nullish(),
});
const selfSchema = z.object({ id: z.string() });

/** What the bot lacks for a post. @throws RequestFailed if channel (10003) or server (10004, 50001) is gone, or temporarily */
export async function mayPost(
  rest: RestClient,
  channelId: Snowflake,
  guildId: Snowflake,
  kind: ChannelKind,
  thread: boolean,
  isTagged = false,
): Promise<Permission[]> {
  const requests = new Requests(rest);
  const self = await ownId(requests);
  const held = await heldIn(requests, self, guildId, channelId, isTagged);
  return neededIn(kind, thread).filter((permission) => !held.has(permission));
}

export async function ownId(requests: Requests): Promise<Snowflake> {
  return (await requests.get(Routes.user(), selfSchema)).id;
}

/**
 * The bot's permissions in a channel; a thread has its parent's.
 *
 * @param isTagged whether the posts have a tag
 * @throws RequestFailed as `mayPost`
 */
export async function heldIn(
  requests: Requests,
  self: Snowflake,
  guildId: Snowflake,
  channelId: Snowflake,
  isTagged = false,
): Promise<ReadonlySet<Permission>> {
  const [{ owner_id, roles }, member, place] = await Promise.all([
    requests.get(Routes.guild(guildId), guildSchema),
    requests.get(Routes.guildMember(guildId, self), memberSchema),
    placeOf(requests, channelId, isTagged),
  ]);
  if (place === null) return new Set();
  const { overwrites, closes } = place;
  const mine = new Set([guildId, ...member.roles]);
  const base = union(roles.filter(({ id }) => mine.has(id)).map(({ permissions }) => permissions));
  if (owner_id === self || base & PermissionFlagsBits.Administrator)
    return named(PermissionFlagsBits.Administrator);
  // The overwrite for @everyone, then those of all roles together, then the member's own; later ones win.
  const layers = [
    overwrites.filter(({ id }) => id === guildId),
    overwrites.filter(({ id }) => id !== guildId && mine.has(id)),
    overwrites.filter(({ id }) => id === self),
  ];
  const held = layers.reduce(
    (before, layer) =>
      (before & ~union(layer.map(({ deny }) => deny))) | union(layer.map(({ allow }) => allow)),
    base,
  );
  const until = member.communication_disabled_until;
  const silenced = until && Date.parse(until) > Date.now();
  return named((silenced ? held & IN_TIMEOUT : held) & ~closes);
}

/**
 * A channel's overwrites, and the permissions that it takes away besides (`closes`): only moderators write in a locked
 * thread, and a forum may require a tag.
 *
 * @returns null if the bot cannot see the channel
 */
async function placeOf(requests: Requests, channelId: Snowflake, isTagged: boolean) {
  try {
    const channel = await requests.get(Routes.channel(channelId), channelSchema);
    const { parent_id: parentId, thread_metadata: thread } = channel;
    const ruler = thread && parentId ? await requests.get(Routes.channel(parentId), channelSchema) : channel;
    const closes =
      (thread?.locked ? PermissionFlagsBits.SendMessagesInThreads : 0n) |
      (asksForTag(channel.flags) && !isTagged ? PermissionFlagsBits.SendMessages : 0n);
    return { overwrites: ruler.permission_overwrites ?? [], closes };
  } catch (error) {
    if (error instanceof RequestFailed && error.failure.code === MISSING_ACCESS) return null;
    throw error;
  }
}

export function asksForTag(flags = 0): boolean {
  return (flags & ChannelFlags.RequireTag) !== 0;
}

function union(sets: readonly bigint[]): bigint {
  return sets.reduce((all, set) => all | set, 0n);
}

function named(held: bigint): ReadonlySet<Permission> {
  return allowedBy(String(held)) ?? new Set();
}
