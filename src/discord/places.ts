import { type Client, Status } from 'discord.js';
import { GatewayDispatchEvents, Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Destination, DestinationNow, Destinations } from '../delivery/discord-port.ts';
import type { RoleState, Snowflake } from '../delivery/subscriptions/subscription.ts';
import type { ForumTag } from '../delivery/subscriptions/subscription-port.ts';
import { kindOf } from './channels.ts';
import { underFence } from './out/fence.ts';
import { RequestFailed, Requests, type RestClient } from './out/requests.ts';
import { heldIn, ownId } from './permissions.ts';

/** Milliseconds that a look by REST may take: a post can go out without it. */
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
 * Knows what channels and roles are now: from the gateway, which tells of every change, where this process is connected
 * for the server; else by asking Discord.
 */
export class Places implements Destinations {
  readonly #rest: RestClient;
  readonly #isClosed: (now: number) => boolean;
  #client: Client | null = null;

  /** @param isClosed whether Discord refuses the bot, so that it must not be asked */
  constructor(rest: RestClient, isClosed: (now: number) => boolean) {
    this.#rest = rest;
    this.#isClosed = isClosed;
  }

  /** Reads what a client is told, instead of one before it. */
  follow(client: Client): void {
    this.#client = client;
    client.ws.on(GatewayDispatchEvents.GuildCreate, (data: unknown) => forgetChanged(client, data));
  }

  /** @returns null when the gateway does not tell: another process is connected for the server, or nobody is */
  seen({ guildId, channelId, roleId }: Destination): DestinationNow | null {
    const guild = this.#client?.guilds.cache.get(guildId);
    const channel = guild?.channels.cache.get(channelId);
    if (!guild?.available || channel === undefined) return null;
    // Until a login has told of a server, that server is not available.
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
   * Whether a post notifies its role. One that is not mentionable is notified only if the bot has Mention Everyone in
   * the channel.
   *
   * @param now milliseconds since 1970
   * @returns null when there is no role, or nobody tells at the moment
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
      // The post itself meets the same failure and is judged by it.
      if (error instanceof RequestFailed) return null;
      throw error;
    }
  }
}

/**
 * Forgets channels whose type has changed since the last login, before discord.js reads what it is told of a server:
 * it would keep the type of a channel that it knows.
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
