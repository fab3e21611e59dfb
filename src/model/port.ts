import type { z } from 'zod';

/** A prompt: our instructions, the data to work on, and the shape of the answer. */
export interface Prompt<Value> {
  /** A name for the shape: letters and `_`. */
  readonly name: string;
  readonly instructions: string;
  /** Texts of strangers as one JSON object. @see asData */
  readonly data: string;
  readonly shape: z.ZodType<Value>;
}

/**
 * Why a model gave no answer: too late, too many prompts at once, server unreachable, server error, answer cut off, refused, or
 * not in the requested shape.
 */
export type ModelFailure = 'late' | 'busy' | 'unreachable' | 'status' | 'cut' | 'refused' | 'unreadable';

export interface Tokens {
  readonly in: number;
  readonly out: number;
}

export type ModelReply<Value> =
  | { readonly ok: true; readonly value: Value; readonly tokens: Tokens }
  | { readonly ok: false; readonly why: ModelFailure };

/** Sends a prompt to a model. Never rejects. The value has the requested shape; its content is unchecked. */
export type Ask = <Value>(prompt: Prompt<Value>) => Promise<ModelReply<Value>>;

/** A language model. It has no tools and remembers nothing. */
export interface Model {
  readonly name: string;
  /**
   * All prompts through one `Ask` share one time limit, which starts now.
   *
   * @param timeout milliseconds; the default is the model's own, for people who wait
   */
  open(timeout?: number): Ask;
}
