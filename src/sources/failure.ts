import { UserError } from '../errors.ts';

/**
 * Why a source gave nothing. `unreachable`: no answer, or the connection broke; `broken`: 5xx or 408; `limited`: 429;
 * `refused`: any other status; `odd`: an answer in an unexpected form; `large`: an answer over our size limit.
 */
export type FailureKind = 'unreachable' | 'broken' | 'limited' | 'refused' | 'odd' | 'large';

/** A source failed, after all attempts. */
export class SourceError extends UserError {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, values: { readonly url: string; readonly reason: string }) {
    super(`errors.source.${kind}`, values);
    this.name = 'SourceError';
    this.kind = kind;
  }

  /** Whether the server as a whole is the problem, so that the next request would fail too. */
  get ofServer(): boolean {
    return this.kind === 'unreachable' || this.kind === 'limited';
  }
}

/** What a status other than 2xx means; `again` says whether another attempt may succeed. */
export function failure(status: number): { kind: FailureKind; reason: string; again: boolean } {
  const reason = String(status);
  if (status === 429) return { kind: 'limited', reason, again: true };
  if (status >= 500 || status === 408) return { kind: 'broken', reason, again: true };
  return { kind: 'refused', reason, again: false };
}
