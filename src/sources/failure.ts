import { UserError } from '../errors.ts';

/**
 * `unreachable`: no answer, or it broke off; `broken`: 5xx or 408; `limited`: 429; `refused`: any other status; `odd`: an
 * unexpected form; `large`: over our size limit.
 */
export type FailureKind = 'unreachable' | 'broken' | 'limited' | 'refused' | 'odd' | 'large';

/** A source failed in all attempts. */
export class SourceError extends UserError {
  readonly kind: FailureKind;

  constructor(kind: FailureKind, values: { readonly url: string; readonly reason: string }) {
    super(`errors.source.${kind}`, values);
    this.name = 'SourceError';
    this.kind = kind;
  }

  /** Whether the next request would fail too. */
  get ofServer(): boolean {
    return this.kind === 'unreachable' || this.kind === 'limited';
  }
}

/** `again`: whether another attempt may succeed. */
export function failure(status: number): { kind: FailureKind; reason: string; again: boolean } {
  const reason = String(status);
  if (status === 429) return { kind: 'limited', reason, again: true };
  if (status >= 500 || status === 408) return { kind: 'broken', reason, again: true };
  return { kind: 'refused', reason, again: false };
}
