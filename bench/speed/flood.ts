import type { Sandbox } from 'discord-sandbox';
import { dueJustNow } from '../../test/support/due-now.ts';
import type { Channel } from './data/subscribed.ts';

/** Adds channels whose digest is due now. */
export function dueChannels(sandbox: Sandbox, count: number): Channel[] {
  const plan = dueJustNow(Date.now());
  return Array.from({ length: count }, (_, place) => ({
    guildId: sandbox.guildId,
    channelId: sandbox.addChannel({ name: `channel-${place}` }),
    plan,
  }));
}

/** The posts as they arrive. */
interface Flood {
  /** Resolves when all have arrived. @throws Error if they stop arriving */
  readonly over: Promise<void>;
  readonly isOver: boolean;
  /** Posts a second from the first to the last. */
  readonly rate: number;
}

/** The longest pause between two posts, in milliseconds. */
const STILL = 60_000;

/** Counts the posts that arrive in a sandbox, up to `count`. */
export function flood(sandbox: Sandbox, count: number): Flood {
  const { promise: over, resolve, reject } = Promise.withResolvers<void>();
  let [seen, first, last] = [0, 0, 0];
  const still = setTimeout(() => reject(new Error(`only ${seen} of ${count} posts came`)), STILL);
  sandbox.events.on('message', ({ message }) => {
    // Skip answers to people.
    if (message.interaction_metadata !== undefined) return;
    last = performance.now();
    if (seen === 0) first = last;
    seen += 1;
    still.refresh();
    if (seen < count) return;
    clearTimeout(still);
    resolve();
  });
  return {
    over,
    get isOver() {
      return seen >= count;
    },
    get rate() {
      return ((seen - 1) * 1000) / (last - first);
    },
  };
}
