import { EVERY_DAY } from '../../../src/delivery/rules/weekdays.ts';
import type { ChannelKind, Subscription } from '../../../src/delivery/subscriptions/subscription.ts';
import { dueJustNow } from '../../support/due-now.ts';
import type { World } from './world.ts';

/** Of twenty channels, two are forums and two announcements. */
const KINDS: readonly Exclude<ChannelKind, 'thread' | 'direct'>[] = [
  ...Array.from({ length: 8 }, () => 'text' as const),
  'announcement',
  'forum',
];

/** One of each to a channel; as many people as channels. */
const KINDS_OF_ORDER = ['daily', 'weekly', 'monthly', 'filtered', 'direct'] as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The subscription whose post has these buttons. */
function nameIn(components: string): string {
  return /post=(\w+)/.exec(components)?.[1] ?? 'daily';
}

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

  /**
   * Fills the last week and month with papers, so that each has an edition, and today, of which a filter finds some. To be
   * called before the bots start.
   */
  async publish(): Promise<void> {
    const { app } = this.#world;
    const now = this.#world.now();
    const days = Array.from({ length: 70 }, (_, back) =>
      new Date(now - back * DAY).toISOString().slice(0, 10),
    );
    for (const [at, date] of days.entries()) {
      const listings = ['Ann Author', 'Bob Writer'].map((name, place) => ({
        paperId: `26${10 + place}.${String(at).padStart(5, '0')}`,
        title: `Robots of ${name} on ${date}`,
        votes: 20 * place + 5,
        authors: { names: [name], cut: false },
        media: null,
        sections: [],
      }));
      await app.store.put({ date, listings }, new Date(now - 2 * HOUR));
    }
    await app.refresh();
  }

  /** Adds subscriptions of every kind that have just become due, several to one channel, and people who follow something. */
  async addAll(count: number): Promise<void> {
    const { sandbox, app } = this.#world;
    const now = this.#world.now();
    const by = { guildId: sandbox.guildId, userId: sandbox.users.you, now: now - HOUR };
    const when = dueJustNow(now);
    const local = new Date(now - new Date(now).getUTCHours() * HOUR + 12 * HOUR);
    const weekday = EVERY_DAY[(local.getUTCDay() + 6) % 7] ?? 1;
    let channelId = '';
    for (let added = 0; added < count; added += 1) {
      const place = this.#subscriptions.length;
      const kind = KINDS_OF_ORDER[place % KINDS_OF_ORDER.length] ?? 'daily';
      if (kind === 'direct') {
        const person = sandbox.addPerson(`person-${place}`);
        const filter = place % 2 === 0 ? { author: 'Ann Author' } : { query: 'robots' };
        const settings = { locale: 'en', time: when.time, zone: when.zone } as const;
        const { subscription } = await app.follows.follow(person, filter, settings, now - HOUR);
        this.#subscriptions.push(subscription);
        continue;
      }
      if (kind === 'daily') channelId = sandbox.addChannel({ name: `channel-${place}` });
      const settings = {
        ...when,
        name: kind,
        channelId,
        channelKind: 'text',
        every: kind === 'weekly' ? 'week' : kind === 'monthly' ? 'month' : 'day',
        days: kind === 'weekly' ? [weekday] : when.days,
        monthDay: local.getUTCDate(),
        filters: kind === 'filtered' ? [place % 2 === 0 ? { min_votes: 20 } : { query: 'robots' }] : [],
        style: 'cards',
        top: 1 + (place % 10),
        locale: place % 2 === 0 ? 'en' : 'ko',
        roleId: null,
        thread: false,
      } as const;
      this.#subscriptions.push((await app.subscriptionStore.put(settings, by)).subscription);
    }
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
    return this.#subscriptions.map(({ channelId, channelKind, name }) => {
      // A forum's posts are threads, each with its message.
      const places = channelKind === 'forum' ? (this.#threads.get(channelId) ?? []) : [channelId];
      const own = channelKind === 'direct' ? [sandbox.directChannelId(channelId)] : places;
      return own
        .flatMap((place) => sandbox.messages(place))
        .filter(({ author }) => author.id === sandbox.applicationId)
        .filter(({ components }) => channelKind === 'direct' || nameIn(JSON.stringify(components)) === name)
        .length;
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
