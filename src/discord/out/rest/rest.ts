import { DefaultRestOptions, REST, type RESTOptions } from 'discord.js';
import { Response } from 'undici';
import { z } from 'zod';
import { isRefusal, PROBE_EVERY } from '../../../delivery/rules/outcome.ts';
import { type Breaker, UNSAID_WAIT } from './breaker.ts';
import { fencedDispatcher } from './fence.ts';

type MakeRequest = RESTOptions['makeRequest'];
type Answer = Awaited<ReturnType<MakeRequest>>;

/** Milliseconds within which Discord accepts the first answer to an interaction. @see Discord docs, Interaction Callback */
export const CALLBACK_LIFE = 3_000;

/** Milliseconds for which an interaction's token is valid. @see Discord docs, Receiving and Responding */
export const TOKEN_LIFE = 15 * 60_000;

/** The longest wait we accept, in seconds: a Node timer set for more than 24 days fires at once. */
const LONGEST = 24 * 60 * 60;

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const TOO_MANY_REQUESTS = 429;

const errorSchema = z.object({ code: z.number() });

interface DiscordRestOptions extends Partial<RESTOptions> {
  /** REST base, e.g. `https://discord.com/api` */
  readonly api: string;
  /** The breaker for this IP address, shared by all clients of the process. */
  readonly address: Breaker;
  /** A breaker for this client's token; absent if a refusal (401 and the like) should not hold back other requests. */
  readonly bot?: Breaker;
  /** Called for each 429 with its headers. */
  readonly limited?: (headers: Answer['headers']) => void;
}

/**
 * discord.js's REST client without three of its faults: it repeats a 429 without a usable `Retry-After` at once and for
 * ever, it does not read the bodies of answers that it repeats (each keeps a connection), and it forgets the token at the
 * first 401.
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

/** Milliseconds that a request may wait for Discord's limits. */
function patienceOf(route: string): number {
  return route.startsWith('/interactions/') ? CALLBACK_LIFE : TOKEN_LIFE;
}

/** Sends requests through the breakers. While one is closed, answers by itself with a 429 that says how long to wait. */
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
    // Read the whole body: an unread answer keeps its connection.
    const text = status >= 400 ? await answer.text() : null;
    const refused = status === UNAUTHORIZED || status === FORBIDDEN;
    if (status === TOO_MANY_REQUESTS) {
      limited?.(headers);
      if (headers.get('x-ratelimit-scope') !== 'shared') address.countInvalid();
      const seconds = retryAfterOf(headers);
      if (seconds === null) address.refuse('HTTP 429 without a usable Retry-After', UNSAID_WAIT);
      // Discord itself answers in JSON. Anything else is from Cloudflare and applies to the whole IP address.
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

/** Discord's error code in the body of an answer; empty if the body is not from Discord. */
function codeIn(text: string | null): { code?: number } {
  try {
    return errorSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
}

/** @returns seconds; null if the headers have no number above 0 */
function retryAfterOf(headers: Answer['headers']): number | null {
  const said = ['retry-after', 'x-ratelimit-reset-after'].map((name) => Number(headers.get(name)));
  const seconds = said.find((number) => number > 0);
  return seconds === undefined ? null : Math.min(seconds, LONGEST);
}

/** Makes a 429 that discord.js understands. @param seconds until the next request */
function limitedFor(seconds: number, headers: Iterable<[string, string]> = []): Answer {
  const said = new Map(headers).set('retry-after', String(seconds));
  return new Response(null, { status: TOO_MANY_REQUESTS, headers: [...said] });
}
