import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import { Response } from 'undici';
import { z } from 'zod';
import { isRefusal, PROBE_EVERY } from '../../../delivery/rules/outcome.ts';
import { type Breaker, UNSAID_WAIT } from './breaker.ts';
import { fencedDispatcher } from './fence.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** How long Discord accepts the first answer to an interaction, ms. @see Discord docs, Interaction Callback */
export const CALLBACK_LIFE = 3_000;
/** How long an interaction's token is valid, ms. @see Discord docs, Receiving and Responding */
export const TOKEN_LIFE = 15 * 60_000;
/** The longest accepted wait, s: Node timers of more than 24 days fire at once. */
const LONGEST = 24 * 60 * 60;
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const TOO_MANY_REQUESTS = 429;
const errorSchema = z.object({ code: z.number() });

interface DiscordRestOptions extends Partial<RESTOptions> {
  readonly api: string;
  readonly address: Breaker;
  /** For this client's token; absent if its refusals must not hold back other requests. */
  readonly bot?: Breaker;
  /** Called with the headers of each 429. */
  readonly limited?: (headers: Answer['headers']) => void;
}

/**
 * discord.js's REST client without three faults: it repeats a 429 without a usable `Retry-After` at once and for ever, it
 * leaves bodies unread (each keeps a connection), and it forgets the token at the first 401.
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

/** How long a request may wait for Discord's limits, ms. */
function patienceOf(route: string): number {
  return route.startsWith('/interactions/') ? CALLBACK_LIFE : TOKEN_LIFE;
}

/** Sends requests through the breakers; a closed one answers with a 429 that says how long to wait. */
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
    // An unread body keeps its connection.
    const text = status >= 400 ? await answer.text() : null;
    const refused = status === UNAUTHORIZED || status === FORBIDDEN;
    if (status === TOO_MANY_REQUESTS) {
      limited?.(headers);
      if (headers.get('x-ratelimit-scope') !== 'shared') address.countInvalid();
      const seconds = retryAfterOf(headers);
      if (seconds === null) address.refuse('HTTP 429 without a usable Retry-After', UNSAID_WAIT);
      // Discord answers in JSON. Anything else is Cloudflare's and about the whole IP address.
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

/** Discord's error code in a body; empty if the body is not Discord's. */
function codeIn(text: string | null): { code?: number } {
  try {
    return errorSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
}

/** @returns seconds; null without a number above 0 */
function retryAfterOf(headers: Answer['headers']): number | null {
  const values = ['retry-after', 'x-ratelimit-reset-after'].map((name) => Number(headers.get(name)));
  const seconds = values.find((number) => number > 0);
  return seconds === undefined ? null : Math.min(seconds, LONGEST);
}

/** Makes a 429 that discord.js understands. @param seconds until the next request */
function limitedFor(seconds: number, headers: Iterable<[string, string]> = []): Answer {
  const entries = new Map(headers).set('retry-after', String(seconds));
  return new Response(null, { status: TOO_MANY_REQUESTS, headers: [...entries] });
}
