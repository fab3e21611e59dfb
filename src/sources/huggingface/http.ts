import { setTimeout as pause } from 'node:timers/promises';
import { type FailureKind, failure, SourceError } from '../failure.ts';
import { Pace, readRateLimit } from './pace.ts';

/** Replaced in tests. */
export interface Outside {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly now: () => number;
  /** Rejects if the signal is aborted first. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
}

export const outside: Outside = {
  fetch: (url, init) => fetch(url, init),
  now: Date.now,
  sleep: async (milliseconds, signal) => {
    await pause(milliseconds, undefined, signal === undefined ? {} : { signal });
  },
  random: Math.random,
};

export interface HttpOptions {
  /** Milliseconds per attempt, body included. */
  readonly timeout?: number;
  /** Bytes of a body after decompression. */
  readonly largest?: number;
}

const ATTEMPTS = 5;
/** Wait before the second attempt, ms; doubled each time, about 12 s in all. */
const FIRST_WAIT = 1_000;
/** The longest wait that a server may ask for, ms. */
const PATIENCE = 6 * 60 * 1000;
const TIMEOUT = 20_000;
/** Bytes; 15 times the largest recorded page. */
const LARGEST = 8 * 1024 * 1024;

type Attempt =
  | { readonly kind: 'read'; readonly value: unknown }
  | {
      readonly kind: FailureKind;
      readonly reason: string;
      /** Another attempt may succeed. */
      readonly again: boolean;
      /** Asked for by the server, ms. */
      readonly wait?: number | undefined;
    };

/** Reads JSON within the server's rate limit. Retries lost, truncated and unreadable answers, 408, 429 and 5xx; no redirects. */
export class JsonHttp {
  readonly #outside: Outside;
  readonly #pace: Pace;
  readonly #timeout: number;
  readonly #largest: number;

  constructor(around: Outside, { timeout = TIMEOUT, largest = LARGEST }: HttpOptions = {}) {
    this.#outside = around;
    this.#pace = new Pace(around);
    this.#timeout = timeout;
    this.#largest = largest;
  }

  /** @throws SourceError after the last attempt; the signal's reason when it is aborted */
  async get(url: string, signal?: AbortSignal): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      await this.#pace.turn(signal);
      const outcome = await this.#try(url, signal);
      signal?.throwIfAborted();
      if (outcome.kind === 'read') return outcome.value;
      const { kind, reason, again, wait = this.#waitBefore(attempt) } = outcome;
      if (!again || attempt === ATTEMPTS || wait > PATIENCE) throw new SourceError(kind, { url, reason });
      await this.#outside.sleep(wait, signal);
    }
  }

  async #try(url: string, signal?: AbortSignal): Promise<Attempt> {
    const limit = AbortSignal.timeout(this.#timeout);
    try {
      const response = await this.#outside.fetch(url, {
        headers: { accept: 'application/json', 'user-agent': 'paperboy' },
        redirect: 'manual',
        signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
      });
      this.#pace.note(readRateLimit(response.headers.get('ratelimit')));
      if (!response.ok) {
        await response.body?.cancel();
        return { ...failure(response.status), wait: this.#waitAskedFor(response) };
      }
      return await this.#read(response);
    } catch (error) {
      const reason = limit.aborted ? `no answer within ${this.#timeout / 1000} s` : reasonOf(error);
      return { kind: 'unreachable', reason, again: true };
    }
  }

  async #read(response: Response): Promise<Attempt> {
    const text = await readText(response, this.#largest);
    if (text === null)
      return { kind: 'large', reason: `more than ${this.#largest / 2 ** 20} MB`, again: false };
    try {
      return { kind: 'read', value: JSON.parse(text) };
    } catch {
      return { kind: 'odd', reason: `no JSON: ${text.slice(0, 60).replace(/\s+/g, ' ')}`, again: true };
    }
  }

  /** Half of it is random, so that requests that failed together do not retry together. */
  #waitBefore(attempt: number): number {
    return FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + this.#outside.random() / 2);
  }

  #waitAskedFor(response: Response): number | undefined {
    if (response.status !== 429 && response.status !== 503) return undefined;
    const after = response.headers.get('retry-after');
    const limit = readRateLimit(response.headers.get('ratelimit'));
    const seconds = after === null ? limit?.resetsIn : secondsOf(after, this.#outside.now());
    return seconds === undefined || Number.isNaN(seconds) ? undefined : seconds * 1000 + this.#waitBefore(1);
  }
}

/** Retry-After in seconds; NaN if it is unreadable. @see RFC 9110, section 10.2.3 */
function secondsOf(after: string, now: number): number {
  return /^\s*\d+\s*$/.test(after) ? Number(after) : Math.max(0, (Date.parse(after) - now) / 1000);
}

/** @returns null if the body is larger */
async function readText({ body }: Response, largest: number): Promise<string | null> {
  if (body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > largest) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

/** Node's fetch puts the reason into `cause`; an `AggregateError` if several IP addresses failed. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (cause instanceof AggregateError) return cause.errors.map(reasonOf).join(', ');
  return cause instanceof Error ? cause.message : String(cause);
}
