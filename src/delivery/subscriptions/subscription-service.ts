import { UserError } from '../../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { nextFiring } from '../rules/firing.ts';
import type { Subscription } from './subscription.ts';
import type { Desk } from './subscription-port.ts';
import type { Subscriptions } from './subscription-store.ts';

/** Deliveries looked at for the last post and the next: more than can be skipped or settled at once. */
const RECENT = 20;

/** What only a process with a connection to Discord can do. */
export type Connected = Pick<Desk, 'postNow' | 'roleNow'>;

/** For a process without a connection to Discord: nothing can be posted, and roles are unknown. */
export const OFFLINE: Connected = {
  async postNow() {
    throw new UserError('errors.subscription.offline');
  },
  roleNow: async () => null,
};

/** The desk over the store. */
export function createDesk(
  subscriptions: Subscriptions,
  ledger: Ledger,
  now: () => number,
  { postNow, roleNow }: Connected,
): Desk {
  async function changed(id: string): Promise<Subscription> {
    const subscription = await subscriptions.get(id);
    if (subscription === null) throw new Error(`subscription ${id} is gone`);
    return subscription;
  }
  return {
    subscribe: (settings, by) => subscriptions.put(settings, by),
    ofChannel: (guildId, channelId) => subscriptions.ofChannel(guildId, channelId),
    ofGuild: (guildId) => subscriptions.ofGuild(guildId),
    async pause(id) {
      await subscriptions.pause(id, now());
      return changed(id);
    },
    async resume(id, at) {
      if (!(await subscriptions.resume(id, at))) await subscriptions.reinstate(id);
      return changed(id);
    },
    async remove(id) {
      await subscriptions.remove(id);
    },
    async last(id) {
      const [newest] = (await ledger.of(id, RECENT)).filter(
        ({ state }) => state !== 'planned' && state !== 'skipped',
      );
      return newest ?? null;
    },
    async next(subscription, at) {
      if (subscription.state !== 'active') return null;
      const entries = await ledger.of(subscription.id, RECENT);
      const settled = new Set(entries.flatMap(({ firing }) => firing ?? []));
      return nextFiring(subscription, at, settled).at;
    },
    postNow,
    roleNow,
  };
}
