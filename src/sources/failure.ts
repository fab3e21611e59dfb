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

/** Items that failed before go last, so that they do not hold up the others. */
export function failedLast<Item>(items: readonly Item[], failed: ReadonlySet<Item>): readonly Item[] {
  return [...items.filter((item) => !failed.has(item)), ...items.filter((item) => failed.has(item))];
}

const FAILURES_MAX = 3;

/**
 * Works on one item after the other, until three in a row fail or the server fails as a whole.
 *
 * @param work why the item failed, or null
 * @returns the items that failed
 */
export async function workThrough<Item>(
  items: readonly Item[],
  signal: AbortSignal,
  work: (item: Item) => Promise<SourceError | null>,
): Promise<Set<Item>> {
  const failed = new Set<Item>();
  let inARow = 0;
  for (const item of items) {
    if (signal.aborted || inARow >= FAILURES_MAX) break;
    const error = await work(item);
    if (error !== null) failed.add(item);
    inARow = error === null ? 0 : inARow + (error.ofServer ? FAILURES_MAX : 1);
  }
  return failed;
}
