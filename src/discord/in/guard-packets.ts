import type { Client } from 'discord.js';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Logger } from 'pino';

/** Of a busy server most packets are messages, of which hardly any is for the bot. */
const OURS: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
]);

/**
 * Keeps one odd packet of the gateway from ending the process: discord.js makes objects of all that comes, and where
 * a field is missing that it counts on, it throws inside the socket's listener, out of anybody's reach (a button on a
 * message whose `interaction_metadata` names no owners did). Interactions and messages are read as they come, by us
 * alone, and discord.js has no work with them.
 *
 * `handlePacket` is private to discord.js, whose version is pinned; test/system/end-to-end/rough-discord.test.ts tells when it is
 * no longer there.
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
