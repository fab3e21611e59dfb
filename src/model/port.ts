import type { z } from 'zod';

/** What a model is asked: our own words, the data to work on, and the shape of its answer. */
export interface Prompt<Value> {
  /** A name for the shape: letters and `_`. */
  readonly name: string;
  readonly instructions: string;
  /** Texts of strangers, as one JSON object: `asData`. */
  readonly data: string;
  readonly shape: z.ZodType<Value>;
}

/**
 * Why a model gave nothing: too late, too many questions at once, not reached, an error of its server, cut off, refused,
 * or not in the shape that was asked for.
 */
export type ModelFailure = 'late' | 'busy' | 'unreachable' | 'status' | 'cut' | 'refused' | 'unreadable';

export interface Tokens {
  readonly in: number;
  readonly out: number;
}

export type ModelReply<Value> =
  | { readonly ok: true; readonly value: Value; readonly tokens: Tokens }
  | { readonly ok: false; readonly why: ModelFailure };

/** Asks a model. Never rejects; what comes back has the shape, and is not checked otherwise. */
export type Ask = <Value>(prompt: Prompt<Value>) => Promise<ModelReply<Value>>;

/** A language model. It has no tools and remembers nothing. */
export interface Model {
  readonly name: string;
  /**
   * Everything asked through one `Ask` has one time limit together, counted from here.
   *
   * @param timeout in milliseconds; without it the model's own, for people who wait
   */
  open(timeout?: number): Ask;
}
