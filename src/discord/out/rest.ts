import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import { Response } from 'undici';
import { z } from 'zod';
import { isRefusal, PROBE_EVERY } from '../../delivery/rules/outcome.ts';
import { type Breaker, UNSAID_WAIT } from './breaker.ts';
import { fencedDispatcher } from './fence.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** Discord docs, Interaction Callback: an answer that comes after 3 seconds is not taken. */
export const CALLBACK_LIFE = 3_000;

/** Discord docs, Receiving and Responding: an interaction's token is good for 15 minutes. */
export const TOKEN_LIFE = 15 * 60_000;

/** No wait is taken for longer, in seconds: a timer of Node that is set for over 24 days ends at once. */
const LONGEST = 24 * 60 * 60;

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const TOO_MANY_REQUESTS = 429;

const errorSchema = z.object({ code: z.number() });

interface DiscordRestOptions extends Partial<RESTOptions> {
  /** REST base, e.g. `https://discord.com/api` */
  readonly api: string;
  /** Shared by all clients of the process: what Discord does to its address. */
  readonly address: Breaker;
  /** Told of 401 and the like, where these are to hold back the other requests of this client. */
  readonly bot?: Breaker;
  /** Told of each answer of 429. */
  readonly limited?: (headers: Answer['headers']) => void;
}

/**
 * discord.js' REST client, kept from harm. By itself it repeats a 429 without a usable `Retry-After` at once and for
 * ever, leaves the bodies of the answers that it repeats unread (each holds a connection), and forgets the token with
 * the first 401.
 */
export class DiscordRest extends REST {
  constructor({ address, bot, limited, ...options }: DiscordRestOptions) {
    super({
      rejectOnRateLimit: ({ route, retryAfter, sublimitTimeout }) =>
        Math.max(retryAfter, sublimitTimeout) > patienceOf(route),
      ...options,
      version: '10',
      agent: fencedDispatcher,
      makeRequest: guarded(address, bot, limited),
    });
  }

  override setToken(token: string): this {
    return token ? super.setToken(token) : this;
  }
}

/** How long a request may wait for Discord's limits, in milliseconds. */
function patienceOf(route: string): number {
  return route.startsWith('/interactions/') ? CALLBACK_LIFE : TOKEN_LIFE;
}

/** While Discord refuses the bot, requests are answered here, by a 429 that says how long. */
function guarded(
  address: Breaker,
  bot: Breaker | undefined,
  limited: DiscordRestOptions['limited'],
): MakeRequest {
  return async (url, init) => {
    init.signal?.throwIfAborted();
    const wait = Math.max(address.wait, bot?.wait ?? 0);
    if (wait > 0) return limitedFor(wait / 1000);
    const passes = { address: address.enter(), bot: bot?.enter() ?? 0 };
    const answer = await DefaultRestOptions.makeRequest(url, init);
    const { status, headers } = answer;
    // Read to the end: an answer that nobody reads keeps its connection.
    const text = status >= 400 ? await answer.text() : null;
    const refused = status === UNAUTHORIZED || status === FORBIDDEN;
    if (status === TOO_MANY_REQUESTS) {
      limited?.(headers);
      if (headers.get('x-ratelimit-scope') !== 'shared') address.countInvalid();
      const seconds = retryAfterOf(headers);
      if (seconds === null) address.refuse('HTTP 429 without a usable Retry-After', UNSAID_WAIT);
      // Discord itself answers in JSON. A page is Cloudflare's, and meant for the whole address.
      else if (!headers.get('content-type')?.includes('json')) address.refuse('HTTP 429', seconds * 1000);
      else address.accept(passes.address);
      return limitedFor(seconds ?? UNSAID_WAIT / 1000, headers);
    }
    if (refused) address.countInvalid();
    address.accept(passes.address);
    if (refused && isRefusal({ status, ...codeIn(text) })) bot?.refuse(`HTTP ${status}`, PROBE_EVERY);
    else if (status < 500) bot?.accept(passes.bot);
    return text === null
      ? answer
      : new Response(text, { status, statusText: answer.statusText, headers: [...headers] });
  };
}

/** Discord's own code in the body of an answer; none in a page that is not Discord's. */
function codeIn(text: string | null): { code?: number } {
  try {
    return errorSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
}

/** @returns seconds; null when the answer does not say, or not in a number above 0 */
function retryAfterOf(headers: Answer['headers']): number | null {
  const said = ['retry-after', 'x-ratelimit-reset-after'].map((name) => Number(headers.get(name)));
  const seconds = said.find((number) => number > 0);
  return seconds === undefined ? null : Math.min(seconds, LONGEST);
}

/** A 429 as discord.js understands it. @param seconds until the next request */
function limitedFor(seconds: number, headers: Iterable<[string, string]> = []): Answer {
  const said = new Map(headers).set('retry-after', String(seconds));
  return new Response(null, { status: TOO_MANY_REQUESTS, headers: [...said] });
}
