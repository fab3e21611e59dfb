import { DiscordError } from './errors.ts';

/**
 * How a request fails: an HTTP status (429 comes with its headers), a cut connection, or no answer at all. With
 * `after-storing` the work is done and only the answer is lost; otherwise nothing is done.
 */
export type Failure =
  | number
  | '502-after-storing'
  | 'close-before'
  | 'close-after-storing'
  | 'hang'
  | 'hang-after-storing';

export interface Fault {
  /** The HTTP method; any if absent. */
  readonly method?: string;
  /** The pattern of the path below `/api/v10`; any if absent. */
  readonly path?: RegExp;
  /** How many requests fail; 1 if absent. */
  readonly times?: number;
  readonly how: Failure;
}

/** Failures that wait for matching requests, in the order in which they were added. */
export class Faults {
  readonly #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** Drops all failures that have not happened yet. */
  clear(): void {
    this.#waiting.length = 0;
  }

  /** Takes the failure that waits for this request, if there is one. */
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

/** The error that Discord sends with a status without a code of its own. */
export function failed(status: number): DiscordError {
  const words: Record<number, string> = {
    500: 'Internal Server Error',
    502: 'Bad Gateway',
    503: 'Service Unavailable',
    504: 'Gateway Timeout',
  };
  return new DiscordError(status, 0, `${status}: ${words[status] ?? 'Error'}`);
}
