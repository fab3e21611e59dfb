import type { ChannelKind, Subscription } from '../../../src/delivery/subscriptions/subscription.ts';
import { dueJustNow } from '../../support/due-now.ts';
import type { World } from './world.ts';

/** Of twenty channels, two are forums and two announcements. */
const KINDS: readonly Exclude<ChannelKind, 'thread' | 'direct'>[] = [
  ...Array.from({ length: 8 }, () => 'text' as const),
  'announcement',
  'forum',
];

const HOUR = 3_600_000;

/** Channels that are each to get one digest. */
export class Orders {
  readonly #world: World;
  readonly #subscriptions: Subscription[] = [];
  /** The threads of each forum. */
  readonly #threads = new Map<string, string[]>();

  constructor(world: World) {
    this.#world = world;
    world.sandbox.events.on('channel', ({ change, channel }) => {
      if (change !== 'create' || !('thread_metadata' in channel) || channel.parent_id == null) return;
      const threads = this.#threads.get(channel.parent_id) ?? [];
      this.#threads.set(channel.parent_id, [...threads, channel.id]);
    });
  }

  get count(): number {
    return this.#subscriptions.length;
  }

  /** Adds channels with subscriptions that have just become due. */
  async add(count: number): Promise<void> {
    const { sandbox, app } = this.#world;
    const now = this.#world.now();
    for (let added = 0; added < count; added += 1) {
      const place = this.#subscriptions.length;
      const kind = KINDS[place % KINDS.length] ?? 'text';
      const settings = {
        channelId: sandbox.addChannel({ name: `channel-${place}`, kind }),
        channelKind: kind,
        ...dueJustNow(now),
        style: 'cards',
        top: 1 + (place % 10),
        locale: place % 2 === 0 ? 'en' : 'ko',
        roleId: null,
        thread: kind === 'text' && place % 5 === 0,
      } as const;
      const by = { guildId: sandbox.guildId, userId: sandbox.users.you, now: now - HOUR };
      this.#subscriptions.push((await app.subscriptionStore.put(settings, by)).subscription);
    }
  }

  /** How many posts stand in each channel, in the order in which the channels were added. */
  posts(): number[] {
    const { sandbox } = this.#world;
    return this.#subscriptions.map(({ channelId, channelKind }) => {
      // A forum's posts are threads, each with its message.
      const places = channelKind === 'forum' ? (this.#threads.get(channelId) ?? []) : [channelId];
      return places
        .flatMap((place) => sandbox.messages(place))
        .filter(({ author }) => author.id === sandbox.applicationId).length;
    });
  }

  /** Deliveries that the ledger does not call delivered, as it writes them. */
  async unsettled(): Promise<string[]> {
    const entries = await Promise.all(
      this.#subscriptions.map(async ({ id, channelId }) => {
        const [entry] = await this.#world.app.ledger.of(id, 1);
        return entry?.state === 'delivered' ? [] : [`${channelId}: ${JSON.stringify(entry ?? null)}`];
      }),
    );
    return entries.flat();
  }
}
