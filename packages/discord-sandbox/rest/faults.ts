import { DiscordError } from './errors.ts';

/**
 * How a request fails: an HTTP status (429 comes with its headers), the connection cut, or no answer at all. The work is
 * not done, or it is and only the answer is lost.
 */
export type Failure =
  | number
  | '502-after-storing'
  | 'close-before'
  | 'close-after-storing'
  | 'hang'
  | 'hang-after-storing';

export interface Fault {
  /** HTTP method; any when absent. */
  readonly method?: string;
  /** What the path below `/api/v10` must match; any when absent. */
  readonly path?: RegExp;
  /** How many requests fail; 1 when absent. */
  readonly times?: number;
  readonly how: Failure;
}

/** Failures waiting for their requests, first come first served. */
export class Faults {
  readonly #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** Drops every failure that has not happened yet. */
  clear(): void {
    this.#waiting.length = 0;
  }

  /** The failure this request was promised, if any. */
  take(method: string, path: string): Failure | undefined {
    const index = this.#waiting.findIndex(
      ({ fault }) => (fault.method ?? method) === method && (fault.path?.test(path) ?? true),
    );
    const found = this.#waiting[index];
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#waiting.splice(index, 1);
    return found.fault.how;
  }
}

/** The body Discord sends with a status it has nothing more to say about. */
export function failed(status: number): DiscordError {
  const words: Record<number, string> = {
    500: 'Internal Server Error',
    502: 'Bad Gateway',
    503: 'Service Unavailable',
    504: 'Gateway Timeout',
  };
  return new DiscordError(status, 0, `${status}: ${words[status] ?? 'Error'}`);
}
