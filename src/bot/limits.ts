import type { Temporal } from 'temporal-polyfill';
import type { Snowflake } from '../delivery/subscriptions/subscription.ts';
import { UserError } from '../errors.ts';
import { Buckets, type Rate } from './rate-limit.ts';

export type Limited = 'question' | 'command' | 'typing';

/** The limits for one person. Discord asks for suggestions a few times a second while somebody types. */
const PERSON: Readonly<Record<Limited, Rate>> = {
  question: { burst: 5, every: 6_000 },
  command: { burst: 10, every: 1_000 },
  typing: { burst: 30, every: 200 },
};

/** The limit of a server: 30 questions in a row, then one a second, so that a busy server does not starve the others. */
const SERVER: Rate = { burst: 30, every: 1_000 };

const TEXTS = {
  question: 'errors.ask.often',
  command: 'errors.command.often',
  server: 'errors.ask.oftenHere',
} as const;

interface Asking {
  readonly asker: Snowflake | null;
  readonly place: { readonly guildId: Snowflake } | null;
  readonly now: Temporal.Instant;
}

/** Rate limits for people and servers. The terminal is not limited. */
export class Limits {
  readonly #people = {
    question: new Buckets(PERSON.question),
    command: new Buckets(PERSON.command),
    typing: new Buckets(PERSON.typing),
  };
  readonly #servers = new Buckets(SERVER);

  /** Counts one command. @throws UserError with the seconds to wait */
  take(what: 'question' | 'command', { asker, place, now }: Asking): void {
    const at = now.epochMilliseconds;
    const server = what === 'question' ? (place?.guildId ?? null) : null;
    const counted = [
      [this.#people[what], asker, TEXTS[what]],
      [this.#servers, server, TEXTS.server],
    ] as const;
    for (const [buckets, id, text] of counted) {
      const wait = id === null ? 0 : buckets.wait(id, at);
      if (wait > 0) throw new UserError(text, { count: Math.ceil(wait / 1000) });
    }
    for (const [buckets, id] of counted) if (id !== null) buckets.take(id, at);
  }

  /** Counts one request for suggestions. @returns false if they come faster than people type */
  mayType({ asker, now }: Asking): boolean {
    if (asker === null) return true;
    const at = now.epochMilliseconds;
    if (this.#people.typing.wait(asker, at) > 0) return false;
    this.#people.typing.take(asker, at);
    return true;
  }
}
