import { createHash } from 'node:crypto';
import { REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Outcome, Snowflake } from '../schedule/subscription.ts';
import type { Post } from './post.ts';

/**
 * Discord allows 50 requests a second and bot. Paced at 45, 4 runs of a flood had no 429 at 42.5 posts a second;
 * at 50 there were up to 27.
 */
const REQUESTS_PER_SECOND = 45;

/** Discord docs, Create Message: a nonce has at most 25 characters. */
const NONCE_LENGTH = 24;

const messageSchema = z.object({ id: z.string() });

export interface PublisherOptions {
  /** Told of what fails without failing the delivery. */
  readonly log?: Logger;
  /** Another pace than Discord's own, e.g. where a rate-limit proxy keeps it. */
  readonly requestsPerSecond?: number;
  /** Milliseconds after which a request counts as lost; 10,000 when absent. */
  readonly timeout?: number;
  /** Told of each answer of 429. */
  readonly onRateLimit?: () => void;
}

/** Posts messages to channels. */
export class Publisher {
  /** The publisher's own client, paced; also for what is not urgent beside posts. */
  readonly rest: REST;

  /** @param api REST base, e.g. `https://discord.com/api` */
  constructor(api: string, token: string, options: PublisherOptions = {}) {
    const { requestsPerSecond = REQUESTS_PER_SECOND } = options;
    this.rest = new REST({ api, version: '10', globalRequestsPerSecond: requestsPerSecond }).setToken(token);
  }

  /**
   * Puts a post into its channel: sends what does not stand yet, and says what came of it.
   *
   * @param stood awaited after each message that stands, before the next is sent; what it throws ends the attempt
   * @param now milliseconds since 1970
   */
  async post(post: Post, stood: (id: Snowflake) => Promise<void>, _now: number): Promise<Outcome> {
    const messageIds: Snowflake[] = [];
    for (const [part, message] of post.messages.entries()) {
      const body = { ...message, nonce: nonceOf(post.channelId, post.key, part), enforce_nonce: true };
      const posted = await this.rest.post(Routes.channelMessages(post.channelId), { body });
      const { id } = messageSchema.parse(posted);
      messageIds.push(id);
      await stood(id);
    }
    return { kind: 'delivered', messageIds };
  }

  /** Ends the client's timers, so that the process can end. */
  close(): void {
    this.rest.clearHashSweeper();
    this.rest.clearHandlerSweeper();
  }
}

/** The channel is in the hash: Discord compares nonces per author, not per channel. */
function nonceOf(channelId: string, key: string, part: number): string {
  return createHash('sha256')
    .update(`${channelId} ${key} ${part}`)
    .digest('base64url')
    .slice(0, NONCE_LENGTH);
}
