import type { Client } from 'discord.js';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Logger } from 'pino';

/** Packets that only our own listeners read. Most packets are messages that are not for the bot. */
const OURS: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
]);

/**
 * Keeps an unexpected gateway packet from ending the process: if a field is missing, discord.js throws inside the
 * socket's listener, where nobody can catch it. Interactions and messages skip discord.js altogether.
 *
 * `handlePacket` is private to the pinned discord.js; test/system/end-to-end/rough-discord.test.ts fails without it.
 */
export function guardPackets(client: Client, log: Logger): void {
  const handle: unknown = Reflect.get(client.ws, 'handlePacket');
  if (typeof handle !== 'function') throw new Error('discord.js handles packets in another way now');
  Reflect.set(client.ws, 'handlePacket', (packet?: { readonly t?: string }, shard?: unknown): unknown => {
    if (packet?.t !== undefined && OURS.has(packet.t)) return true;
    try {
      return Reflect.apply(handle, client.ws, [packet, shard]);
    } catch (error) {
      log.warn(
        { packet: packet?.t, err: error },
        'discord.js could not read a packet; the bot goes on without it',
      );
      return true;
    }
  });
}
