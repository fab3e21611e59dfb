import { Routes } from 'discord-api-types/v10';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { EditOutcome, MessageRef, Publisher } from '../../delivery/discord-port.ts';
import type { Post } from '../../delivery/post.ts';
import { outcomeOf } from '../../delivery/rules/outcome.ts';
import type { Permission } from '../../delivery/subscriptions/permissions.ts';
import type { Outcome, Snowflake, Subscription } from '../../delivery/subscriptions/subscription.ts';
import type { MessageJson } from '../../messages/message.ts';
import { mayPost, ownId } from '../permissions.ts';
import { Places } from '../places.ts';
import { finishPost } from './after-post.ts';
import { findPosted, mayBePosted } from './find-posted.ts';
import { carries } from './history.ts';
import { type Admins, notifyAdmins } from './notify-admins.ts';
import { RequestPace } from './pace.ts';
import { RequestFailed, Requests, type RestClient } from './requests.ts';
import { Breaker } from './rest/breaker.ts';
import { underFence } from './rest/fence.ts';
import { DiscordRest } from './rest/rest.ts';
import { createdSchema, send } from './send.ts';

export interface PublisherOptions {
  /** For failures that do not fail a delivery. */
  readonly log?: Logger;
  /** Infinity if something else keeps the pace, such as a rate-limit proxy. */
  readonly requestsPerSecond?: number;
  /** Milliseconds until a request without an answer counts as lost. */
  readonly timeout?: number;
  readonly onRateLimit?: () => void;
  /** Shared by all clients of this IP address. */
  readonly address?: Breaker;
  /** Milliseconds on a monotonic clock. */
  readonly steady?: () => number;
}

/** Discord allows 50 a second; the rest is a margin for network delays. */
const REQUESTS_PER_SECOND = 45;
const TIMEOUT = 10_000;
/** Channels of direct messages kept, a few hundred bytes each. */
const DIRECT_KEPT = 20_000;
/** How long a request may wait for Discord's limits, ms; beyond that the delivery is retried later. */
const LIMIT_WAIT = 5_000;
/** The longest attempt, ms; a lease lasts 90 s. */
const ATTEMPT = 60_000;

/**
 * Wait after a failure in a forum, ms: the first message there takes no nonce, and Discord may still be working on a
 * request whose answer was lost.
 */
const SETTLING = 30_000;

/** Sends posts, each once. It has its own REST client: replies to commands waited 7 s behind posts in a shared one. */
export class DiscordPublisher implements Publisher {
  /** Paced, for requests that can wait behind posts. */
  readonly rest: RestClient;
  readonly places: Places;
  readonly #client: DiscordRest;
  readonly #log: Logger | undefined;
  /** For requests from this IP address, and for those with the bot's token. */
  readonly #address: Breaker;
  readonly #bot: Breaker;
  /** Channels of direct messages by person; Discord always gives the same one. */
  readonly #direct = new Map<Snowflake, Snowflake>();
  #self: Snowflake | null = null;
  #underWay = 0;

  constructor(api: string, token: string, options: PublisherOptions = {}) {
    const { requestsPerSecond = REQUESTS_PER_SECOND, timeout = TIMEOUT, onRateLimit, log, steady } = options;
    const { address = new Breaker(log, steady) } = options;
    const bot = new Breaker(log, steady);
    const pace = new RequestPace(requestsPerSecond);
    const client = new DiscordRest({
      api,
      address,
      bot,
      globalRequestsPerSecond: Number.POSITIVE_INFINITY,
      timeout,
      // The ledger decides when to retry; discord.js would repeat a 5xx four times in 35 ms.
      retries: 0,
      rejectOnRateLimit: ({ retryAfter, sublimitTimeout }) =>
        Math.max(retryAfter, sublimitTimeout) > LIMIT_WAIT,
      limited(headers) {
        onRateLimit?.();
        // discord.js repeats this request after the wait; without a hold the others would go then too.
        const wait = Number(headers.get('retry-after') ?? 0) * 1000;
        if (headers.has('x-ratelimit-global')) pace.hold(wait, performance.now());
      },
    });
    this.#client = client.setToken(token);
    this.#log = log;
    this.#address = address;
    this.#bot = bot;
    const turn = async (signal?: AbortSignal | null) => {
      await pace.turn(signal ?? undefined);
      return client;
    };
    this.rest = {
      get: async (route, request) => (await turn(request?.signal)).get(route, request),
      post: async (route, request) => (await turn(request?.signal)).post(route, request),
      patch: async (route, request) => (await turn(request?.signal)).patch(route, request),
    };
    this.places = new Places(this.rest, () => this.#wait > 0);
  }

  /** Why Discord refuses the bot; null while it does not. */
  get refusal(): string | null {
    const reason = this.#address.refusal ?? this.#bot.refusal;
    return reason === null ? null : `Discord refuses the bot: ${reason}`;
  }

  /**
   * Sends the messages of a post that are not in its channel yet. Discord recognizes repeated messages by their nonce for
   * a few minutes; after that the history is searched first (docs/decisions/0006).
   */
  async post(post: Post, onPosted: (id: Snowflake) => Promise<void>, now: number): Promise<Outcome> {
    if (!post.messages.every(({ components }) => carries(components, post.mark))) {
      throw new Error(`a post without its mark could not be found again: ${post.mark}`);
    }
    if (this.#wait > 0) return { kind: 'retry', after: this.#wait, reason: 'Discord refuses the bot' };
    this.#underWay += 1;
    try {
      return await underFence(post.leased, () => this.#attempt(post, onPosted, now));
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      const outcome = outcomeOf({ ...error.failure, attempts: post.attempts }, Math.random());
      if (outcome.kind === 'suspend') return outcome;
      return post.channelKind === 'forum'
        ? { ...outcome, after: Math.max(outcome.after, SETTLING) }
        : outcome;
    } finally {
      this.#underWay -= 1;
    }
  }

  get isPosting(): boolean {
    return this.#underWay > 0;
  }

  /** Replaces one of the bot's messages. A failure does not count against the channel. @see Discord docs, Edit Message */
  async edit({ channelId, id }: MessageRef, message: MessageJson): Promise<EditOutcome> {
    if (this.#wait > 0) return 'failed';
    const requests = new Requests(this.rest, AbortSignal.timeout(ATTEMPT));
    try {
      await requests.patch(Routes.channelMessage(channelId, id), z.unknown(), message);
      return 'edited';
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      return outcomeOf({ ...error.failure, attempts: 1 }).kind === 'suspend' ? 'gone' : 'failed';
    }
  }

  missingPermissions({
    channelId,
    guildId,
    channelKind,
    thread,
    tagId,
  }: Subscription): Promise<readonly Permission[] | null> {
    return mayPost(this.rest, channelId, guildId, channelKind, thread, tagId !== null).catch(() => null);
  }

  notifyAdmins(admins: Admins, message: MessageJson, direct?: MessageJson): Promise<boolean> {
    return notifyAdmins(this.rest, admins, message, direct);
  }

  close(): void {
    this.#client.clearHashSweeper();
    this.#client.clearHandlerSweeper();
  }

  get #wait(): number {
    return Math.ceil(Math.max(this.#address.wait, this.#bot.wait));
  }

  async #attempt(order: Post, onPosted: (id: Snowflake) => Promise<void>, now: number): Promise<Outcome> {
    const requests = new Requests(this.rest, AbortSignal.timeout(ATTEMPT));
    const isDirect = order.channelKind === 'direct';
    const post = isDirect
      ? { ...order, channelId: await this.#directChannel(requests, order.channelId) }
      : order;
    let messageIds: Snowflake[] | null = [...post.posted];
    if (mayBePosted(post, now)) {
      this.#self ??= await ownId(requests);
      messageIds = await findPosted(requests, this.#self, post, now);
      if (messageIds === null) return { kind: 'suspend', reason: 'missing-permissions' };
      for (const id of messageIds) if (!post.posted.includes(id)) await onPosted(id);
    }
    for (const [part, message] of post.messages.entries()) {
      if (part < messageIds.length) continue;
      const id = await send(requests, post, message, messageIds);
      messageIds.push(id);
      await onPosted(id);
    }
    await finishPost(requests, post, messageIds, this.#log);
    return { kind: 'delivered', messageIds };
  }

  async #directChannel(requests: Requests, person: Snowflake): Promise<Snowflake> {
    const held = this.#direct.get(person);
    if (held !== undefined) return held;
    const { id } = await requests.post(Routes.userChannels(), createdSchema, { recipient_id: person });
    if (this.#direct.size >= DIRECT_KEPT) this.#direct.clear();
    this.#direct.set(person, id);
    return id;
  }
}
