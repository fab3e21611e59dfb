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

/** Limit of a look-up by REST, ms; a post can be sent without it. */
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

/** Looks up channels and roles: in the gateway's cache if this process serves the server, else by REST. */
export class Places implements Destinations {
  readonly #rest: RestClient;
  readonly #isClosed: (now: number) => boolean;
  #client: Client | null = null;

  /** @param isClosed whether Discord refuses the bot */
  constructor(rest: RestClient, isClosed: (now: number) => boolean) {
    this.#rest = rest;
    this.#isClosed = isClosed;
  }

  /** Uses the cache of this client from now on. */
  follow(client: Client): void {
    this.#client = client;
    client.ws.on(GatewayDispatchEvents.GuildCreate, (data: unknown) => forgetChanged(client, data));
  }

  seen({ guildId, channelId, roleId }: Destination): DestinationNow | null {
    const guild = this.#client?.guilds.cache.get(guildId);
    const channel = guild?.channels.cache.get(channelId);
    if (!guild?.available || channel === undefined) return null;
    // While the shard waits for servers, `available` is false for those that have not come yet.
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

  /** A role that is not mentionable is notified if the bot has Mention Everyone. */
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
      // The post will fail in the same way, and that failure decides.
      if (error instanceof RequestFailed) return null;
      throw error;
    }
  }
}

/** Before discord.js handles `GUILD_CREATE`, because it would keep the old type of a cached channel. */
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
