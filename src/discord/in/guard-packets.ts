import type { Client } from 'discord.js';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Logger } from 'pino';

/** Packets that only our own listeners read. On busy servers most packets are messages, and hardly any is for the bot. */
const OURS: ReadonlySet<string> = new Set([
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
  GatewayDispatchEvents.MessageDelete,
  GatewayDispatchEvents.MessageDeleteBulk,
]);

/**
 * Keeps an unexpected gateway packet from ending the process. discord.js builds objects from all packets; if a field is
 * missing, it throws inside the socket's listener, where nobody can catch it (as with a button on a message whose
 * `interaction_metadata` names no owners). Interactions and messages skip discord.js: our listeners read the raw packets.
 *
 * `handlePacket` is private to discord.js, whose version is pinned; test/system/end-to-end/rough-discord.test.ts fails if
 * it disappears.
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
