import { UserError } from '../errors.ts';

/**
 * Why a source gave nothing. `unreachable`: no answer, or a connection that broke; `broken`: 5xx; `limited`: 429;
 * `refused`: any other status; `odd`: an answer in a form that was not expected; `large`: more than is read.
 */
export type FailureKind = 'unreachable' | 'broken' | 'limited' | 'refused' | 'odd' | 'large';

/** A source that gave nothing, after all attempts. */
export class SourceError extends UserError {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, values: { readonly url: string; readonly reason: string }) {
    super(`errors.source.${kind}`, values);
    this.name = 'SourceError';
    this.kind = kind;
  }

  /** Whether it is the server, not what was asked of it: the next question would fare no better. */
  get ofServer(): boolean {
    return this.kind === 'unreachable' || this.kind === 'limited';
  }
}

/** What a status other than 2xx means, and whether another attempt could go better. */
export function failure(status: number): { kind: FailureKind; reason: string; again: boolean } {
  const reason = String(status);
  if (status === 429) return { kind: 'limited', reason, again: true };
  if (status >= 500 || status === 408) return { kind: 'broken', reason, again: true };
  return { kind: 'refused', reason, again: false };
}
