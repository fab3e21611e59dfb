import { createHash } from 'node:crypto';
import { REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { MessageJson } from '../message/message.ts';

/**
 * Discord allows 50 requests a second and bot. Paced at 45, 4 runs of a flood had no 429 at 42.5 posts a second;
 * at 50 there were up to 27.
 */
const REQUESTS_PER_SECOND = 45;

/** Discord docs, Create Message: a nonce has at most 25 characters. */
const NONCE_LENGTH = 24;

const messageSchema = z.object({ id: z.string() });

/**
 * Posts messages to channels. Has a REST client of its own: in a flood of posts through a shared one, replies to
 * slash commands took 7 s.
 */
export class Publisher {
  readonly #rest: REST;

  /** @param api REST base, e.g. `https://discord.com/api` */
  constructor(api: string, token: string) {
    this.#rest = new REST({ api, version: '10', globalRequestsPerSecond: REQUESTS_PER_SECOND }).setToken(
      token,
    );
  }

  /**
   * Posts the messages in order.
   *
   * @param key names the post: the same post to the same channel, sent again within a few minutes, is answered by
   *   Discord with the message that is there already
   * @returns the ids of the messages
   */
  async post(channelId: string, messages: readonly MessageJson[], key: string): Promise<string[]> {
    const ids: string[] = [];
    for (const [part, message] of messages.entries()) {
      const body = { ...message, nonce: nonceOf(channelId, key, part), enforce_nonce: true };
      const posted = await this.#rest.post(Routes.channelMessages(channelId), { body });
      ids.push(messageSchema.parse(posted).id);
    }
    return ids;
  }

  /** Ends the client's timers, so that the process can end. */
  close(): void {
    this.#rest.clearHashSweeper();
    this.#rest.clearHandlerSweeper();
  }
}

/** The channel is in the hash: Discord compares nonces per author, not per channel. */
function nonceOf(channelId: string, key: string, part: number): string {
  return createHash('sha256')
    .update(`${channelId} ${key} ${part}`)
    .digest('base64url')
    .slice(0, NONCE_LENGTH);
}
