import { setTimeout as wait } from 'node:timers/promises';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { APICallError, generateText, Output } from 'ai';
import { ConcurrencyLimit } from './concurrency-limit.ts';
import type { Ask, Model, ModelFailure, ModelReply, Prompt, Tokens } from './port.ts';

export interface ModelSettings {
  /** The address of a server that speaks OpenAI's chat completions, up to `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly apiKey: string | null;
  /** Milliseconds for all prompts of one `Ask` together. */
  readonly timeout: number;
}

/** Called when a prompt has ended. It never gets texts, since errors may contain keys and answers repeat people's words. */
export type NoteReply = (reply: {
  readonly model: string;
  /** Null if the model answered. */
  readonly why: ModelFailure | null;
  /** The HTTP status, if the server answered with an error. */
  readonly status: number | null;
  readonly tokens: Tokens;
}) => void;

/** Requests at once, and requests that may wait for a slot. */
const AT_ONCE = 4;
const WAITING = 16;

/** Attempts per prompt, including the first. */
const ATTEMPTS = 2;

/** Milliseconds before the second attempt, unless the server says otherwise. */
const PAUSE = 250;

/** After this many failures in a row, refuse prompts for `REST` milliseconds, so that nobody waits for a model that is down. */
const FAILURES_MAX = 5;
const REST = 30_000;

/** Failures of the server, not of one prompt. */
const ITS_OWN: ReadonlySet<ModelFailure> = new Set(['late', 'unreachable', 'status']);

/** Makes the model that a server offers. Sends nothing before the first prompt. */
export function createModel(settings: ModelSettings, note: NoteReply, now = () => performance.now()): Model {
  const server = new Server(settings);
  const slots = new ConcurrencyLimit(AT_ONCE, WAITING);
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
  /** The HTTP status, if the server answered with an error. */
  readonly status: number | null;
}

/** How a request failed and when to repeat it. */
interface Trouble {
  readonly why: ModelFailure;
  readonly status: number | null;
  /** Milliseconds until the next attempt; null for none. */
  readonly again: number | null;
}

class Server {
  readonly #settings: ModelSettings;
  /** Some servers refuse a schema; the instructions describe the shape too. */
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
      // We parse the text ourselves, so that a right answer in a code fence counts.
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

/** Milliseconds until the server accepts the next attempt. @see RFC 9110, 10.2.3 Retry-After */
function retryAfter(headers: Readonly<Record<string, string>>): number {
  const said = headers['retry-after'];
  if (said === undefined) return PAUSE;
  const seconds = Number(said);
  if (Number.isFinite(seconds)) return Math.max(PAUSE, seconds * 1000);
  const date = Date.parse(said);
  return Number.isNaN(date) ? PAUSE : Math.max(PAUSE, date - Date.now());
}

/**
 * Reads the JSON object that a model wrote, even in a code fence, after other words or after its thoughts.
 *
 * @returns undefined if there is none
 */
function readJson(text: string): unknown {
  const said = text.slice(text.lastIndexOf('</think>') + 1);
  const from = said.indexOf('{');
  const to = said.lastIndexOf('}');
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(said.slice(from, to + 1));
  } catch {
    return undefined;
  }
}

/** The most bytes of a response; answers to our prompts are far shorter. */
const BYTES_MAX = 256 * 1024;

/** `fetch` that follows no redirects and fails on a response of more than `BYTES_MAX`. */
export const guardedFetch: typeof fetch = async (address, init) => {
  const response = await fetch(address, { ...init, redirect: 'error' });
  if (response.body === null) return response;
  return new Response(response.body.pipeThrough(atMost(BYTES_MAX)), response);
};

function atMost(max: number): TransformStream<Uint8Array, Uint8Array> {
  let bytes = 0;
  return new TransformStream({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > max) controller.error(new Error(`longer than ${max} bytes`));
      else controller.enqueue(chunk);
    },
  });
}
