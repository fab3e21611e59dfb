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
import { Breaker } from './breaker.ts';
import { DirectChannels } from './direct-channels.ts';
import { underFence } from './fence.ts';
import { findPosted, mayBePosted } from './find-posted.ts';
import { carries } from './history.ts';
import { type Admins, notifyAdmins } from './notify-admins.ts';
import { RequestPace } from './pace.ts';
import { RequestFailed, Requests, type RestClient } from './requests.ts';
import { DiscordRest } from './rest.ts';
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
  /** What Discord does to the address of this process, shared with its other clients. */
  readonly address?: Breaker;
  /** Milliseconds on a clock that is never set. */
  readonly steady?: () => number;
}

/** Discord allows 50 requests a second and bot. What is left over is for delays on the way, which differ. */
const REQUESTS_PER_SECOND = 45;

const TIMEOUT = 10_000;

/** Milliseconds that a request may wait for Discord's limits; what must wait longer goes back to the ledger. */
const LIMIT_WAIT = 5_000;

/** No attempt takes longer, in milliseconds: the ledger lends a delivery for no more than 90 s. */
const ATTEMPT = 60_000;

/**
 * How long a forum is left alone after a failure, in milliseconds: what begins a post there takes no nonce, and Discord
 * may still be at a request whose answer was lost. After a crash it is the ledger's lease that gives this time.
 */
const SETTLING = 30_000;

/**
 * Puts posts into channels, each once. Has a REST client of its own: in a flood of posts through a shared one, replies
 * to slash commands took 7 s.
 */
export class DiscordPublisher implements Publisher {
  /** The publisher's own client, paced; also for what is no hurry beside posts. */
  readonly rest: RestClient;
  /** What channels and roles are now. */
  readonly places: Places;
  readonly #client: DiscordRest;
  readonly #log: Logger | undefined;
  /** What Discord does to every request from here, and what it does to those with the bot's token. */
  readonly #address: Breaker;
  readonly #bot: Breaker;
  readonly #direct = new DirectChannels();
  #self: Snowflake | null = null;
  #underWay = 0;

  /** @param api REST base, e.g. `https://discord.com/api` */
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
      // When and how often is the ledger's to say: discord.js would repeat a 5xx four times within 35 ms.
      retries: 0,
      rejectOnRateLimit: ({ retryAfter, sublimitTimeout }) =>
        Math.max(retryAfter, sublimitTimeout) > LIMIT_WAIT,
      limited(headers) {
        onRateLimit?.();
        // discord.js waits and repeats; what came meanwhile would go all at once with it and be refused as well.
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

  /** Why Discord refuses the bot, for an operator; null while it does not. */
  get refusal(): string | null {
    const reason = this.#address.refusal ?? this.#bot.refusal;
    return reason === null ? null : `Discord refuses the bot: ${reason}`;
  }

  /**
   * Puts a post into its channel: sends what does not stand yet, and says what came of it. After an attempt whose fate
   * is unknown, Discord recognises what is sent again by its nonce; later than that the channel's history is read
   * first (docs/decisions/0006).
   *
   * @param stood awaited after each message that stands, before the next is sent; what it throws ends the attempt
   * @param now milliseconds since 1970
   * @throws LeaseEnded when a request was held back because the delivery is no longer lent to this attempt
   */
  async post(post: Post, stood: (id: Snowflake) => Promise<void>, now: number): Promise<Outcome> {
    if (!post.messages.every(({ components }) => carries(components, post.mark))) {
      throw new Error(`a post without its mark could not be found again: ${post.mark}`);
    }
    if (this.#wait > 0) return { kind: 'retry', after: this.#wait, reason: 'Discord refuses the bot' };
    this.#underWay += 1;
    try {
      return await underFence(post.leased, () => this.#attempt(post, stood, now));
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

  /** Whether posts are on their way: what is no hurry waits for them. */
  get isPosting(): boolean {
    return this.#underWay > 0;
  }

  /**
   * Puts a message in the place of one of the bot's own. What fails is no failure of the channel: nobody waits for it.
   *
   * @see Discord docs, Edit Message
   */
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

  /** Ends the client's timers, so that the process can end. */
  close(): void {
    this.#client.clearHashSweeper();
    this.#client.clearHandlerSweeper();
  }

  /** Milliseconds until the next request may leave. */
  get #wait(): number {
    return Math.ceil(Math.max(this.#address.wait, this.#bot.wait));
  }

  async #attempt(order: Post, stood: (id: Snowflake) => Promise<void>, now: number): Promise<Outcome> {
    const requests = new Requests(this.rest, AbortSignal.timeout(ATTEMPT));
    const isDirect = order.channelKind === 'direct';
    const post = isDirect
      ? { ...order, channelId: await this.#direct.open(requests, order.channelId) }
      : order;
    let standing: Snowflake[] | null = [...post.posted];
    if (mayBePosted(post, now)) {
      this.#self ??= await ownId(requests);
      standing = await findPosted(requests, this.#self, post, now);
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
    await finishPost(requests, post, messageIds, this.#log);
    return { kind: 'delivered', messageIds };
  }
}
