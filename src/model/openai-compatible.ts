import { setTimeout as wait } from 'node:timers/promises';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, Output } from 'ai';
import { Slots } from './concurrency-limit.ts';
import { guardedFetch } from './guarded-fetch.ts';
import type { Ask, Model, ModelFailure, ModelReply, Prompt, Tokens } from './port.ts';
import { readJson } from './read-json.ts';

export interface ModelSettings {
  /** The address of a server that speaks OpenAI's chat completions, up to `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Milliseconds for all that one `Ask` asks. */
  readonly timeout: number;
}

/** Told how each question to the model ended. Never what was said: servers repeat keys, and models what people asked. */
export type NoteReply = (reply: {
  readonly model: string;
  /** Null where it answered. */
  readonly why: ModelFailure | null;
  /** Of HTTP, where the server gave one that is no success. */
  readonly status: number | null;
  readonly tokens: Tokens;
}) => void;

/** Requests on their way at once, and how many wait for that. */
const AT_ONCE = 4;
const WAITING = 16;

/** One more after the first, whatever the reason. */
const ATTEMPTS = 2;

/** Milliseconds before the second, where the server does not say. */
const PAUSE = 250;

/** After so many failures in a row the model is left alone for so long (ms): nobody waits for one that is down. */
const FAILURES_MAX = 5;
const REST = 30_000;

/** A failure that says something about the server, not about one question. */
const ITS_OWN: ReadonlySet<ModelFailure> = new Set(['late', 'unreachable', 'status']);

/** Makes the model that a server offers. Nothing is sent before something is asked. */
export function createModel(settings: ModelSettings, note: NoteReply, now = () => performance.now()): Model {
  const server = new Server(settings);
  const slots = new Slots(AT_ONCE, WAITING);
  let failures = 0;
  let restUntil = 0;

  function settle(reply: ModelReply<unknown>, status: number | null): void {
    const { model } = settings;
    if (reply.ok) note({ model, why: null, status, tokens: reply.tokens });
    else note({ model, why: reply.why, status, tokens: { in: 0, out: 0 } });
    failures = !reply.ok && ITS_OWN.has(reply.why) ? failures + 1 : 0;
    if (failures >= FAILURES_MAX) restUntil = now() + REST;
  }

  return {
    name: settings.model,
    open(timeout = settings.timeout): Ask {
      const until = now() + timeout;
      const signal = AbortSignal.timeout(timeout);
      return async (prompt) => {
        if (now() < restUntil) return { ok: false, why: 'busy' };
        if (!(await slots.take(signal))) return { ok: false, why: signal.aborted ? 'late' : 'busy' };
        try {
          const { reply, status } = await server.ask(prompt, signal, () => until - now());
          settle(reply, status);
          return reply;
        } finally {
          slots.give();
        }
      };
    },
  };
}

interface Outcome<Value> {
  readonly reply: ModelReply<Value>;
  /** Of HTTP, where the server gave one that is no success. */
  readonly status: number | null;
}

/** What to do about a request that failed. */
interface Trouble {
  readonly why: ModelFailure;
  readonly status: number | null;
  /** Milliseconds until it may be asked again; null for never. */
  readonly again: number | null;
}

class Server {
  readonly #settings: ModelSettings;
  /** Not every server takes a schema; the shape is in the instructions as well. */
  #takesSchema = true;

  constructor(settings: ModelSettings) {
    this.#settings = settings;
  }

  async ask<Value>(prompt: Prompt<Value>, signal: AbortSignal, left: () => number): Promise<Outcome<Value>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return { reply: await this.#generate(prompt, signal), status: null };
      } catch (error) {
        const { why, status, again } = this.#troubleOf(error, signal);
        if (attempt === ATTEMPTS || again === null || again >= left())
          return { reply: { ok: false, why }, status };
        await wait(again);
      }
    }
  }

  async #generate<Value>(prompt: Prompt<Value>, signal: AbortSignal): Promise<ModelReply<Value>> {
    const { baseUrl, model, apiKey } = this.#settings;
    const provider = createOpenAICompatible({
      name: 'model',
      baseURL: baseUrl,
      supportsStructuredOutputs: true,
      fetch: guardedFetch,
      ...(apiKey === null ? {} : { apiKey }),
    });
    const format = this.#takesSchema
      ? Output.object({ schema: prompt.shape, name: prompt.name })
      : Output.json({ name: prompt.name });
    const { text, finishReason, usage } = await generateText({
      model: provider(model),
      instructions: prompt.instructions,
      prompt: prompt.data,
      // Read here, leniently: a fence around the right answer is no reason to throw it away.
      output: { ...format, parseCompleteOutput: async () => null },
      maxRetries: 0,
      abortSignal: signal,
    });
    if (finishReason === 'length') return { ok: false, why: 'cut' };
    if (finishReason === 'content-filter' || text.trim() === '') return { ok: false, why: 'refused' };
    const read = prompt.shape.safeParse(readJson(text));
    if (!read.success) return { ok: false, why: 'unreadable' };
    return {
      ok: true,
      value: read.data,
      tokens: { in: usage.inputTokens ?? 0, out: usage.outputTokens ?? 0 },
    };
  }

  #troubleOf(error: unknown, signal: AbortSignal): Trouble {
    if (signal.aborted) return { why: 'late', status: null, again: null };
    if (!APICallError.isInstance(error)) return { why: 'unreadable', status: null, again: null };
    const { statusCode: status = null, isRetryable, responseHeaders = {} } = error;
    if (status === null) return { why: 'unreachable', status, again: isRetryable ? PAUSE : null };
    if (status < 400) return { why: 'unreadable', status: null, again: null };
    if (status === 400 || status === 422) {
      this.#takesSchema = !this.#takesSchema;
      return { why: 'status', status, again: this.#takesSchema ? null : 0 };
    }
    return { why: 'status', status, again: isRetryable ? retryAfter(responseHeaders) : null };
  }
}

/** Milliseconds until a server wants to be asked again. @see RFC 9110, 10.2.3 Retry-After */
function retryAfter(headers: Readonly<Record<string, string>>): number {
  const said = headers['retry-after'];
  if (said === undefined) return PAUSE;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(PAUSE, seconds * 1000);
  const date = Date.parse(said);
  return Number.isNaN(date) ? PAUSE : Math.max(PAUSE, date - Date.now());
}
