import type { Logger } from 'pino';
import type { Publisher, Watcher } from '../discord-port.ts';
import type { Follows } from './follows.ts';
import type { Guilds } from './guilds.ts';
import type { NotifyAdmins } from './notify-admins.ts';
import type { Snowflake, Subscription, SuspendReason } from './subscription.ts';
import type { SubscriptionStore } from './subscription-store.ts';

interface WatchParts {
  readonly subscriptionStore: SubscriptionStore;
  readonly guilds: Guilds;
  readonly follows: Pick<Follows, 'expire'>;
  readonly publisher: Pick<Publisher, 'places' | 'missingPermissions'>;
  readonly notifyAdmins: NotifyAdmins;
  /** A round of the worker: something can be posted again. */
  readonly round: () => Promise<void>;
  readonly log: Logger;
  readonly now: () => number;
}

/** How often suspended channels are checked without an event, ms. */
const CHECK_EVERY = 24 * 60 * 60 * 1000;

/** Reasons whose end can be seen from outside; the others end with `/digest resume`. */
const VISIBLE: ReadonlySet<SuspendReason> = new Set([
  'unknown-channel',
  'unknown-guild',
  'missing-access',
  'missing-permissions',
  'thread-closed',
  'needs-tag',
]);

/** Keeps subscriptions in step with Discord: suspends, notifies and reinstates them, and removes those of left servers. */
export class ChannelWatch implements Watcher {
  readonly #parts: WatchParts;
  #timer: NodeJS.Timeout | null = null;

  constructor(parts: WatchParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#daily();
    this.#timer = setInterval(() => this.#daily(), CHECK_EVERY);
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
  }

  onAccessChange(guildId: Snowflake, channelId: Snowflake | null): void {
    this.#do('looking at suspended channels', () => this.#check(guildId, channelId));
    if (channelId === null) return;
    this.#do('following a channel’s kind', async () => {
      await this.#followKinds(await this.#parts.subscriptionStore.ofChannel(guildId, channelId));
    });
  }

  onChannelDelete(guildId: Snowflake, channelId: Snowflake): void {
    this.#do('suspending a deleted channel', async () => {
      const { subscriptionStore, notifyAdmins, now } = this.#parts;
      let toNotify: Subscription | null = null;
      for (const one of await subscriptionStore.ofChannel(guildId, channelId)) {
        if (!(await subscriptionStore.suspend(one.id, 'unknown-channel', now()))) continue;
        if (await subscriptionStore.markTold(one.id)) toNotify ??= one;
      }
      // One notice per channel, however many subscriptions it had.
      if (toNotify !== null)
        await notifyAdmins({ ...toNotify, state: 'suspended', suspendedFor: 'unknown-channel' });
    });
  }

  onGuildDelete(guildId: Snowflake): void {
    this.#do('noting a server that was left', async () => {
      await this.#parts.guilds.leave(guildId, this.#parts.now());
    });
  }

  onGuildCreate(guildId: Snowflake): void {
    this.#do('noting a server that was joined', async () => {
      await this.#parts.guilds.rejoin(guildId, this.#parts.now());
      await this.#followKinds(await this.#parts.subscriptionStore.ofGuild(guildId));
      await this.#check(guildId, null);
    });
  }

  #daily(): void {
    const { guilds, follows, log, now } = this.#parts;
    this.#do('the daily check', async () => {
      const purged = await guilds.purge(now());
      if (purged > 0) log.info({ servers: purged }, 'removed the data of servers left 30 days ago');
      const ended = await follows.expire(now());
      if (ended > 0) log.info({ people: ended }, 'removed follows of people with closed direct messages');
      await this.#check(null, null);
    });
  }

  /** Records changed kinds: a text channel that became an announcement channel, or back. */
  async #followKinds(held: readonly Subscription[]): Promise<void> {
    const { subscriptionStore, publisher, log } = this.#parts;
    for (const one of held) {
      const kind = publisher.places.seen(one)?.kind ?? one.channelKind;
      if (kind === one.channelKind) continue;
      await subscriptionStore.noteKind(one.id, kind);
      log.info({ channel: one.channelId, kind }, 'a channel is of another kind now');
    }
  }

  /** Reinstates subscriptions that can be posted to again: all, of one server, or of one channel. */
  async #check(guildId: Snowflake | null, channelId: Snowflake | null): Promise<void> {
    const { subscriptionStore, publisher, log, round } = this.#parts;
    let reinstated = 0;
    for (const one of await subscriptionStore.suspended()) {
      if (guildId !== null && one.guildId !== guildId) continue;
      // A thread has the permissions of its channel.
      if (channelId !== null && one.channelId !== channelId && one.channelKind !== 'thread') continue;
      if (one.suspendedFor === null || !VISIBLE.has(one.suspendedFor)) continue;
      const missing = await publisher.missingPermissions(one);
      if (missing === null || missing.length > 0 || !(await subscriptionStore.reinstate(one.id))) continue;
      log.info({ channel: one.channelId, reason: one.suspendedFor }, 'a channel can be posted to again');
      reinstated += 1;
    }
    if (reinstated > 0) await round();
  }

  #do(what: string, work: () => Promise<void>): void {
    work().catch((error: unknown) =>
      this.#parts.log.error({ err: error }, `${what} failed; the daily check repeats it`),
    );
  }
}
