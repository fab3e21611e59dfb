import { UserError } from '../../errors.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { SkipReason } from '../ledger/open-deliveries.ts';
import { nextFiring } from '../rules/firing.ts';
import type { Subscription } from './subscription.ts';
import type { SubscriptionService } from './subscription-port.ts';
import type { SubscriptionStore } from './subscription-store.ts';

/** Deliveries read for the last and the next post: more than can be skipped at once. */
const RECENT = 20;

/** Operations that need Discord. */
export type Connected = Pick<SubscriptionService, 'postNow' | 'roleNow' | 'tagsOf'>;

/** For a process without Discord: it cannot post and does not know roles. */
export const OFFLINE: Connected = {
  async postNow() {
    throw new UserError('errors.subscription.offline');
  },
  roleNow: async () => null,
  tagsOf: async () => [],
};

export function createSubscriptionService(
  subscriptionStore: SubscriptionStore,
  ledger: Ledger,
  now: () => number,
  { postNow, roleNow, tagsOf }: Connected,
): SubscriptionService {
  async function changed(id: string): Promise<Subscription> {
    const subscription = await subscriptionStore.get(id);
    if (subscription === null) throw new Error(`subscription ${id} is gone`);
    return subscription;
  }
  return {
    subscribe: (settings, by) => subscriptionStore.put(settings, by),
    named: (guildId, channelId, name) => subscriptionStore.named(guildId, channelId, name),
    ofGuild: (guildId) => subscriptionStore.ofGuild(guildId),
    async pause(id) {
      await subscriptionStore.pause(id, now());
      return changed(id);
    },
    async resume(id, at) {
      if (!(await subscriptionStore.resume(id, at))) await subscriptionStore.reinstate(id);
      return changed(id);
    },
    async remove(id) {
      await subscriptionStore.remove(id);
    },
    async last(id) {
      const [newest] = (await ledger.of(id, RECENT)).filter(
        ({ state, reason }) =>
          state !== 'planned' && (state !== 'skipped' || reason === ('thin' satisfies SkipReason)),
      );
      return newest ?? null;
    },
    async next(subscription, at) {
      if (subscription.state !== 'active') return null;
      const entries = await ledger.of(subscription.id, RECENT);
      const taken = new Set(entries.flatMap(({ firing }) => firing ?? []));
      return nextFiring(subscription, at, taken).at;
    },
    postNow,
    roleNow,
    tagsOf,
  };
}
