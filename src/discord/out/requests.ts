import { DiscordAPIError, HTTPError, RateLimitError, type REST, type RouteLike } from 'discord.js';
import { z } from 'zod';
import { LeaseEnded } from '../../delivery/lease.ts';
import type { Failure } from '../../delivery/rules/outcome.ts';
import { messageOf } from '../../errors.ts';

type RequestFailure = Omit<Failure, 'attempts'>;

export type RestClient = Pick<REST, 'get' | 'post' | 'patch'>;

/** Discord refused a request, its answer was lost, or the answer had an unexpected form. */
export class RequestFailed extends Error {
  override readonly name = 'RequestFailed';
  readonly failure: RequestFailure;

  constructor(error: unknown) {
    super(messageOf(error), { cause: error });
    this.failure = failureOf(error);
  }
}

/** Sends requests and parses the answers. Rejects only with `RequestFailed` or `LeaseEnded`. */
export class Requests {
  readonly #rest: RestClient;
  readonly #signal: AbortSignal | undefined;

  constructor(rest: RestClient, signal?: AbortSignal) {
    this.#rest = rest;
    this.#signal = signal;
  }

  get<T>(route: RouteLike, schema: z.ZodType<T>, query: Record<string, string> = {}): Promise<T> {
    return this.#read(schema, () =>
      this.#rest.get(route, { query: new URLSearchParams(query), ...this.#ending() }),
    );
  }

  post<T>(route: RouteLike, schema: z.ZodType<T>, body: unknown = {}): Promise<T> {
    return this.#read(schema, () => this.#rest.post(route, { body, ...this.#ending() }));
  }

  patch<T>(route: RouteLike, schema: z.ZodType<T>, body: unknown): Promise<T> {
    return this.#read(schema, () => this.#rest.patch(route, { body, ...this.#ending() }));
  }

  #ending(): { signal?: AbortSignal } {
    return this.#signal === undefined ? {} : { signal: this.#signal };
  }

  async #read<T>(schema: z.ZodType<T>, request: () => Promise<unknown>): Promise<T> {
    try {
      return schema.parse(await request());
    } catch (error) {
      if (error instanceof LeaseEnded) throw error;
      throw new RequestFailed(error);
    }
  }
}

function failureOf(error: unknown): RequestFailure {
  if (error instanceof RateLimitError) {
    return { status: 429, retryAfter: Math.max(error.retryAfter, error.sublimitTimeout) };
  }
  if (error instanceof DiscordAPIError) {
    const { status, code } = error;
    return typeof code === 'number' ? { status, code } : { status };
  }
  if (error instanceof HTTPError) return { status: error.status };
  if (!(error instanceof Error)) return { network: String(error) };
  if (error.name === 'AbortError' || error.message === QUEUE_ABORTED) return { network: 'timeout' };
  if (error instanceof SyntaxError) return { network: 'unreadable answer' };
  if (error instanceof z.ZodError)
    return { network: `unreadable answer at ${error.issues[0]?.path.join('.')}` };
  return { network: 'code' in error && typeof error.code === 'string' ? error.code : error.message };
}

/** discord.js's error for a request that was aborted in its queue. */
const QUEUE_ABORTED = 'Request aborted manually';
