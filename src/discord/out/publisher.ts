import { REST, RESTEvents } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { z } from 'zod';
import { outcomeOf } from '../../delivery/rules/outcome.ts';
import type { Outcome, Snowflake } from '../../delivery/subscriptions/subscription.ts';
import type { MessageJson } from '../../messages/message.ts';
import { finish } from './after-post.ts';
import { lookUp, mustLookUp } from './find-posted.ts';
import { carries } from './history.ts';
import { Pace } from './pace.ts';
import type { Post } from './post.ts';
import { RequestFailed, type RequestFailure, Requests, type Rest } from './requests.ts';
import { send } from './send.ts';

export interface PublisherOptions {
  /** Told of what fails without failing the delivery. */
  readonly log?: Logger;
  /** Another pace than Discord's, where something else keeps it: a rate-limit proxy. */
  readonly requestsPerSecond?: number;
  /** Milliseconds without an answer after which a request counts as lost; 10,000 when absent. */
  readonly timeout?: number;
  /** Told of each answer of 429. */
  readonly onRateLimit?: () => void;
}

/** Discord allows 50 requests a second and bot. What is left over is for delays on the way, which differ. */
const REQUESTS_PER_SECOND = 45;

const TIMEOUT = 10_000;

/** Milliseconds that a request may wait for Discord's limits; what must wait longer goes back to the ledger. */
const LIMIT_WAIT = 5_000;

/** No attempt takes longer, in milliseconds: the ledger lends a delivery for no more than 90 s. */
const ATTEMPT = 60_000;

/**
 * How long nothing is sent after Discord has refused the bot itself, in milliseconds. 10,000 answers of 401 or 403
 * within 10 minutes shut the address out.
 *
 * @see Discord docs, Rate Limits, Invalid Request Limit
 */
const CLOSED = 3_600_000;

/**
 * How long a forum is left alone after a failure, in milliseconds: what begins a post there takes no nonce, and Discord
 * may still be at a request whose answer was lost. After a crash it is the ledger's lease that gives this time.
 */
const SETTLING = 30_000;

/** Where one of the bot's messages stands. */
export interface Standing {
  readonly channelId: Snowflake;
  readonly id: Snowflake;
}

/** What came of an edit. `gone`: message or channel are, or may not be written to; `failed`: what passes by itself. */
export type Edit = 'edited' | 'gone' | 'failed';

/**
 * Puts posts into channels, each once. Has a REST client of its own: in a flood of posts through a shared one, replies
 * to slash commands took 7 s.
 */
export class Publisher {
  /** The publisher's own client, paced; also for what is no hurry beside posts. */
  readonly rest: Rest;
  readonly #client: REST;
  readonly #log: Logger | undefined;
  #closedUntil = 0;
  #underWay = 0;

  /** @param api REST base, e.g. `https://discord.com/api` */
  constructor(api: string, token: string, options: PublisherOptions = {}) {
    const { requestsPerSecond = REQUESTS_PER_SECOND, timeout = TIMEOUT, onRateLimit, log } = options;
    const client = new REST({
      api,
      version: '10',
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      timeout,
      // When and how often is the ledger's to say: discord.js would repeat a 5xx four times within 35 ms.
      retries: 0,
      rejectOnRateLimit: ({ retryAfter, sublimitTimeout }) =>
        Math.max(retryAfter, sublimitTimeout) > LIMIT_WAIT,
    });
    const pace = new Pace(requestsPerSecond);
    client.on(RESTEvents.Response, (_, { status, headers }) => {
      if (status !== 429) return;
      onRateLimit?.();
      // discord.js waits and repeats; what came meanwhile would go all at once with it and be refused as well.
      const wait = Number(headers.get('retry-after') ?? 0) * 1000;
      if (headers.has('x-ratelimit-global')) pace.hold(wait, performance.now());
    });
    this.#client = client;
    this.#log = log;
    const turn = async (signal?: AbortSignal | null) => {
      await pace.turn(signal ?? undefined);
      // Any 401 makes the client forget the token for good.
      return client.setToken(token);
    };
    this.rest = {
      get: async (route, request) => (await turn(request?.signal)).get(route, request),
      post: async (route, request) => (await turn(request?.signal)).post(route, request),
      patch: async (route, request) => (await turn(request?.signal)).patch(route, request),
    };
  }

  /**
   * Puts a post into its channel: sends what does not stand yet, and says what came of it. After an attempt whose fate
   * is unknown, Discord recognises what is sent again by its nonce; later than that the channel's history is read
   * first (docs/decisions/0006).
   *
   * @param stood awaited after each message that stands, before the next is sent; what it throws ends the attempt
   * @param now milliseconds since 1970
   */
  async post(post: Post, stood: (id: Snowflake) => Promise<void>, now: number): Promise<Outcome> {
    if (!post.messages.every(({ components }) => carries(components, post.mark))) {
      throw new Error(`a post without its mark could not be found again: ${post.mark}`);
    }
    const closed = this.#closedFor(now);
    if (closed > 0) return { kind: 'retry', after: closed, reason: 'Discord refuses the bot' };
    this.#underWay += 1;
    try {
      return await this.#attempt(post, stood, now);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const outcome = outcomeOf({ ...error.failure, attempts: post.attempts }, Math.random());
      if (outcome.kind === 'suspend') return outcome;
      if (isRefusal(error.failure, outcome.after)) this.#closedUntil = now + CLOSED;
      return post.channelKind === 'forum'
        ? { ...outcome, after: Math.max(outcome.after, SETTLING) }
        : outcome;
    } finally {
      this.#underWay -= 1;
    }
  }

  /** Whether posts are on their way: what is no hurry waits for them. */
  get isPosting(): boolean {
    return this.#underWay > 0;
  }

  /**
   * Puts a message in the place of one of the bot's own. What fails is no failure of the channel: nobody waits for it.
   *
   * @param now milliseconds since 1970
   * @see Discord docs, Edit Message
   */
  async edit({ channelId, id }: Standing, message: MessageJson, now: number): Promise<Edit> {
    if (this.#closedFor(now) > 0) return 'failed';
    const requests = new Requests(this.rest, AbortSignal.timeout(ATTEMPT));
    try {
      await requests.patch(Routes.channelMessage(channelId, id), z.unknown(), message);
      return 'edited';
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const outcome = outcomeOf({ ...error.failure, attempts: 1 });
      if (outcome.kind === 'suspend') return 'gone';
      if (isRefusal(error.failure, outcome.after)) this.#closedUntil = now + CLOSED;
      return 'failed';
    }
  }

  /** Ends the client's timers, so that the process can end. */
  close(): void {
    this.#client.clearHashSweeper();
    this.#client.clearHandlerSweeper();
  }

  /** How long nothing is sent at all, in milliseconds. A clock that was set back must not make it longer. */
  #closedFor(now: number): number {
    const closed = this.#closedUntil - now;
    return closed <= CLOSED ? closed : 0;
  }

  async #attempt(post: Post, stood: (id: Snowflake) => Promise<void>, now: number): Promise<Outcome> {
    const requests = new Requests(this.rest, AbortSignal.timeout(ATTEMPT));
    let standing: Snowflake[] | null = [...post.posted];
    if (mustLookUp(post, now)) {
      standing = await lookUp(requests, post, now);
      if (standing === null) return { kind: 'suspend', reason: 'missing-permissions' };
      for (const id of standing) if (!post.posted.includes(id)) await stood(id);
    }
    const messageIds = standing;
    for (const [part, message] of post.messages.entries()) {
      if (part < messageIds.length) continue;
      const id = await send(requests, post, message, messageIds);
      messageIds.push(id);
      await stood(id);
    }
    await finish(requests, post, messageIds, this.#log);
    return { kind: 'delivered', messageIds };
  }
}

/** Whether the bot itself was refused, or its address, and not one channel: what waits for an hour and counts. */
function isRefusal({ status }: RequestFailure, after: number): boolean {
  return (status === 401 || status === 403) && after >= CLOSED;
}
