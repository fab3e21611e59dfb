import { UserError } from '../errors.ts';
import { Buckets } from './rate-limit.ts';

/** A person can ask five questions in a row, then one every six seconds. */
const PERSON = { burst: 5, every: 6_000 };
/** A server can ask thirty in a row, then one a second: a busy channel does not starve the others. */
const SERVER = { burst: 30, every: 1_000 };

/** How many questions people and servers may ask. */
export class AskLimits {
  readonly #people = new Buckets(PERSON);
  readonly #servers = new Buckets(SERVER);

  /**
   * Counts one question.
   *
   * @param asker null on the terminal, which is not limited
   * @param server null in a direct message
   * @param now milliseconds
   * @throws UserError with the seconds to wait
   */
  take(asker: string | null, server: string | null, now: number): void {
    const asking = [
      [this.#people, asker, 'often'],
      [this.#servers, server, 'oftenHere'],
    ] as const;
    for (const [buckets, id, key] of asking) {
      const wait = id === null ? 0 : buckets.wait(id, now);
      if (wait > 0) throw new UserError(`errors.ask.${key}`, { count: Math.ceil(wait / 1000) });
    }
    for (const [buckets, id] of asking) if (id !== null) buckets.take(id, now);
  }
}
