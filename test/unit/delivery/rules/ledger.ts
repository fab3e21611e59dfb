import { type Due, dueByHand, dueOf } from '../../../../src/delivery/rules/due.ts';
import type { Edition, Subscription } from '../../../../src/delivery/subscriptions/subscription.ts';
import { edition } from './samples.ts';

interface Post {
  readonly now: number;
  /** Null for one made by hand. */
  readonly firing: string | null;
  readonly edition: string;
  readonly skipped: readonly string[];
  /** The subscription's first. */
  readonly first: boolean;
  /** What had no row just before it, newest first. */
  readonly open: readonly Edition[];
}

/** A subscription, a store of digests and a ledger as small as they can be. */
export class World {
  readonly posts: Post[] = [];
  readonly keys = new Set<string>();
  readonly firings = new Set<string>();
  #editions: readonly Edition[] = [];
  subscription: Subscription;

  constructor(subscription: Subscription) {
    this.subscription = subscription;
  }

  /** A digest comes into the store; one that is there stays as it is. */
  store(day: string, storedAt: number): void {
    if (this.#editions.some(({ key }) => key === day)) return;
    this.#editions = [...this.#editions, edition(day, storedAt)].sort((one, other) =>
      one.to < other.to ? 1 : -1,
    );
  }

  get editions(): readonly Edition[] {
    return this.#editions;
  }

  /** The timer goes off: posts what is due, once. */
  poll(now: number): Post | null {
    const dueState = { editions: this.keys, firings: this.firings, any: this.posts.length > 0 };
    return this.#post(dueOf(this.subscription, this.#editions, dueState, now), now);
  }

  postByHand(now: number): Post | null {
    const dueState = { editions: this.keys, firings: this.firings, any: this.posts.length > 0 };
    return this.#post(dueByHand(this.#editions, dueState, now), now);
  }

  #post(due: (Omit<Due, 'firing'> & Partial<Due>) | null, now: number): Post | null {
    if (due === null) return null;
    const open = this.#editions.filter(({ key }) => !this.keys.has(key));
    const first = this.posts.length === 0;
    const firing = due.firing ?? null;
    const post = { now, firing, edition: due.edition, skipped: due.skipped, first, open };
    for (const day of [due.edition, ...due.skipped]) {
      if (this.keys.has(day)) throw new Error(`a second row for the digest of ${day}`);
      this.keys.add(day);
    }
    if (firing !== null) {
      if (this.firings.has(firing)) throw new Error(`a second row for the firing of ${firing}`);
      this.firings.add(firing);
    }
    this.posts.push(post);
    return post;
  }
}
