import { type Client, Status } from 'discord.js';
import { GatewayDispatchEvents, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Destination, DestinationNow, Destinations } from '../delivery/discord-port.ts';
import type { RoleState, Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { ForumTag } from '../delivery/subscriptions/subscription-port.ts';
import { kindOf } from './channels.ts';
import { RequestFailed, Requests, type RestClient } from './out/requests.ts';
import { underFence } from './out/rest/fence.ts';
import { heldIn, ownId } from './permissions.ts';

/** Milliseconds that a look-up by REST may take; a post can be sent without it. */
const PATIENCE = 2_000;

const channelSchema = z.object({ type: z.number() });
const guildSchema = z.object({
  channels: z.array(channelSchema.extend({ id: z.string() }).nullable().catch(null)),
});
const forumSchema = z.object({
  guild_id: z.string().optional(),
  available_tags: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
});
const rolesSchema = z.array(z.object({ id: z.string(), mentionable: z.boolean() }));

/**
 * Looks up the current state of channels and roles: in the gateway's cache if this process is connected for the server,
 * else by REST.
 */
export class Places implements Destinations {
  readonly #rest: RestClient;
  readonly #isClosed: (now: number) => boolean;
  #client: Client | null = null;

  /** @param isClosed whether Discord refuses the bot, so that no request may be sent */
  constructor(rest: RestClient, isClosed: (now: number) => boolean) {
    this.#rest = rest;
    this.#isClosed = isClosed;
  }

  /** Reads the cache of this client from now on, instead of an earlier client's. */
  follow(client: Client): void {
    this.#client = client;
    client.ws.on(GatewayDispatchEvents.GuildCreate, (data: unknown) => forgetChanged(client, data));
  }

  /** @returns null if the gateway's cache does not have the channel: this process is not connected for its server */
  seen({ guildId, channelId, roleId }: Destination): DestinationNow | null {
    const guild = this.#client?.guilds.cache.get(guildId);
    const channel = guild?.channels.cache.get(channelId);
    if (!guild?.available || channel === undefined) return null;
    // While the shard waits for servers, `available` (checked above) is false for those that have not come yet.
    const { status } = guild.shard;
    if (status !== Status.Ready && status !== Status.WaitingForGuilds) return null;
    const role = roleId === null ? undefined : guild.roles.cache.get(roleId);
    return { kind: kindOf(channel.type), role: role ?? null };
  }

  async now(
    place: Destination,
    now: number,
    leased: () => boolean = () => true,
  ): Promise<DestinationNow | null> {
    return (
      this.seen(place) ?? underFence(leased, () => this.#ask(now, (requests) => readPlace(requests, place)))
    );
  }

  /**
   * Whether a post notifies its role. If the role is not mentionable, the bot needs Mention Everyone in the channel.
   *
   * @param now milliseconds since 1970
   * @returns null if there is no role, or its state cannot be read now
   */
  async roleNow(place: Destination, now: number): Promise<RoleState | null> {
    if (place.roleId === null) return null;
    const found = await this.now(place, now);
    if (found === null) return null;
    if (found.role === null) return 'gone';
    if (found.role.mentionable) return 'notified';
    return this.#ask(now, async (requests) => {
      const held = await heldIn(requests, await ownId(requests), place.guildId, place.channelId);
      return held.has('MentionEveryone') ? 'notified' : 'silent';
    });
  }

  async tagsOf(guildId: Snowflake, channelId: Snowflake, now: number): Promise<readonly ForumTag[]> {
    const channel = this.#client?.guilds.cache.get(guildId)?.channels.cache.get(channelId);
    if (channel !== undefined && 'availableTags' in channel)
      return channel.availableTags.map(({ id, name }) => ({ id, name }));
    const asked = await this.#ask(now, (requests) => requests.get(Routes.channel(channelId), forumSchema));
    return asked?.guild_id === guildId ? asked.available_tags : [];
  }

  async #ask<T>(now: number, question: (requests: Requests) => Promise<T>): Promise<T | null> {
    if (this.#isClosed(now)) return null;
    try {
      return await question(new Requests(this.#rest, AbortSignal.timeout(PATIENCE)));
    } catch (error) {
      // The post will meet the same failure, which then decides what happens.
      if (error instanceof RequestFailed) return null;
      throw error;
    }
  }
}

/**
 * Removes channels whose type has changed from the cache, before discord.js handles `GUILD_CREATE`: it would keep the old
 * type of a cached channel.
 */
function forgetChanged({ channels: { cache } }: Client, data: unknown): void {
  for (const channel of guildSchema.safeParse(data).data?.channels ?? []) {
    if (channel !== null && cache.get(channel.id)?.type !== channel.type) cache.delete(channel.id);
  }
}

async function readPlace(
  requests: Requests,
  { guildId, channelId, roleId }: Destination,
): Promise<DestinationNow> {
  const { type } = await requests.get(Routes.channel(channelId), channelSchema);
  const roles = roleId === null ? [] : await requests.get(Routes.guildRoles(guildId), rolesSchema);
  return { kind: kindOf(type), role: roles.find(({ id }) => id === roleId) ?? null };
}
