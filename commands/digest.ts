import { z } from 'zod';
import type { Answer, SubscriptionStatus } from '../src/answers/answer.ts';
import { pageOf } from '../src/answers/page.ts';
import { dailyPost } from '../src/answers/post.ts';
import { type Context, defineCommand, type Place } from '../src/bot/command.ts';
import { channel, flag, hidden, page, role, text } from '../src/bot/options.ts';
import { readTime } from '../src/delivery/rules/times.ts';
import { EVERY_DAY, readDays } from '../src/delivery/rules/weekdays.ts';
import { readZone, suggestZones, zoneLabel, zonesSharing } from '../src/delivery/rules/zones.ts';
import { neededIn } from '../src/delivery/subscriptions/permissions.ts';
import { type Settings, STYLES, type Subscription } from '../src/delivery/subscriptions/subscription.ts';
import type { SubscriptionService } from '../src/delivery/subscriptions/subscription-port.ts';
import { UserError } from '../src/errors.ts';
import { LANGUAGES } from '../src/language.ts';

const SUGGESTIONS = 25;
const TOP = 5;
/** When a digest is posted unless somebody names a time. */
const TIME = '09:00';
/** Subscriptions on a page of the status: with all that can be wrong with each, they fit one embed. */
const STATUS_PAGE = 5;

/** The subcommands that work on one subscription name its channel; with only one in the server, nobody must. */
const which = z.strictObject({ channel: channel().optional() });

const subscribe = defineCommand({
  name: 'digest subscribe',
  setUp: true,
  options: z.strictObject({
    channel: channel().optional(),
    time: text().optional(),
    timezone: text().optional(),
    days: text().optional(),
    style: z.enum(STYLES).optional(),
    top: z.coerce.number().int().min(1).max(10).optional(),
    language: z.enum(LANGUAGES).optional(),
    role: role().optional(),
    mention: z.enum(['none']).optional(),
    thread: flag().optional(),
  }),
  suggest: {
    timezone: (typed) =>
      suggestZones(typed, SUGGESTIONS)
        .map(zoneLabel)
        .map((zone) => ({ label: zone, value: zone })),
  },
  async run(options, { subscriptions, now, place }) {
    const { guildId, userId, channelId: here, channels, roles, locale, zone } = inServer(place);
    const channelId = options.channel ?? here;
    const picked = channelId === null ? undefined : channels.get(channelId);
    if (channelId === null || picked === undefined) throw new UserError('errors.channel.unseen');
    if (picked.kind === null) throw new UserError('errors.channel.kind');
    if (picked.closed !== null) throw new UserError(`errors.channel.${picked.closed}`);
    const before = await subscriptions.ofChannel(guildId, channelId);
    const thread = options.thread ?? before?.thread ?? false;
    const missing = neededIn(picked.kind, thread).filter((one) => picked.allowed?.has(one) === false);
    if (missing.length > 0) return { kind: 'permissions', channelId, missing };
    // A post never mentions everybody: @everyone, whose id is the server's, means no role, as it did before `mention`.
    const isNone = options.mention === 'none' || options.role === guildId;
    const roleId = isNone ? null : (options.role ?? (await roleKept(before, subscriptions)));
    const isMentionable = roles.get(roleId ?? '')?.mentionable !== false;
    const isNotified = isMentionable || picked.allowed?.has('MentionEveryone') !== false;
    if (!isNotified) throw new UserError('errors.role.silent');
    const settings: Settings = {
      ...timesOf(options, before ?? { time: TIME, zone, days: EVERY_DAY }),
      channelId,
      channelKind: picked.kind,
      style: options.style ?? before?.style ?? 'cards',
      top: options.top ?? before?.top ?? TOP,
      locale: options.language ?? before?.locale ?? locale,
      roleId,
      thread,
    };
    const at = now.epochMilliseconds;
    const { subscription, created } = await subscriptions.subscribe(settings, { guildId, userId, now: at });
    return {
      kind: 'subscription',
      event: created ? 'created' : 'changed',
      subscription,
      next: await subscriptions.next(subscription, at),
    };
  },
});

const now = defineCommand({
  name: 'digest now',
  setUp: true,
  options: which,
  async run(options, context) {
    const subscription = await pick(options.channel, context);
    const result = await context.subscriptions.postNow(subscription, newest(context));
    return { kind: 'posted', subscription, result };
  },
});

const preview = defineCommand({
  name: 'digest preview',
  setUp: true,
  options: which,
  async run(options, context) {
    const subscription = await pick(options.channel, context);
    const roleId = await roleKept(subscription, context.subscriptions);
    const { top, style } = subscription;
    const post = dailyPost(context.archive, newest(context), top, { roleId, style });
    return { kind: 'preview', subscription, post };
  },
});

const status = defineCommand({
  name: 'digest status',
  setUp: true,
  options: z.strictObject({ page: page().meta(hidden) }),
  async run(options, { subscriptions, now, place }) {
    const all = await subscriptions.ofGuild(inServer(place).guildId);
    if (all.length === 0) throw new UserError('errors.subscription.nowhere');
    const shown = pageOf(all, options.page, STATUS_PAGE);
    const items = await Promise.all(
      shown.items.map(
        async (subscription): Promise<SubscriptionStatus> => ({
          subscription,
          last: await subscriptions.last(subscription.id),
          next: await subscriptions.next(subscription, now.epochMilliseconds),
          role: await subscriptions.roleNow(subscription),
        }),
      ),
    );
    return {
      kind: 'subscriptions',
      page: { ...shown, items },
      again: { command: 'digest status', options: {} },
    };
  },
});

const pause = defineCommand({
  name: 'digest pause',
  setUp: true,
  options: which,
  async run(options, context) {
    const { id } = await pick(options.channel, context);
    return changed('paused', await context.subscriptions.pause(id), context);
  },
});

const resume = defineCommand({
  name: 'digest resume',
  setUp: true,
  options: which,
  async run(options, context) {
    const { id } = await pick(options.channel, context);
    return changed('resumed', await context.subscriptions.resume(id, context.now.epochMilliseconds), context);
  },
});

const unsubscribe = defineCommand({
  name: 'digest unsubscribe',
  setUp: true,
  options: which.extend({ sure: flag().default(false).meta(hidden) }),
  async run(options, context) {
    const subscription = await pick(options.channel, context);
    if (!options.sure) return changed('confirm-removal', subscription, context);
    await context.subscriptions.remove(subscription.id);
    return changed('removed', subscription, context);
  },
});

export default [subscribe, now, preview, status, pause, resume, unsubscribe];

interface Times {
  readonly time?: string | undefined;
  readonly timezone?: string | undefined;
  readonly days?: string | undefined;
}

type When = Pick<Settings, 'time' | 'zone' | 'days'>;

/** When to post: as named, and as before in all that is not named. */
function timesOf({ time, timezone, days }: Times, before: When): When {
  const read: { [Key in keyof When]: When[Key] | null } = {
    time: time === undefined ? before.time : readTime(time),
    zone: timezone === undefined ? before.zone : readZone(timezone),
    days: days === undefined ? before.days : readDays(days),
  };
  if (read.time === null) throw new UserError('errors.time.unreadable', { value: time ?? '' });
  if (read.zone === null) throw zoneError(timezone ?? '');
  if (read.days === null) throw new UserError('errors.days.unreadable', { value: days ?? '' });
  return { time: read.time, zone: read.zone, days: read.days };
}

function zoneError(value: string): UserError {
  const zones = zonesSharing(value);
  if (zones.length === 0) return new UserError('errors.zone.unreadable', { value });
  return new UserError('errors.zone.several', { value, zones: zones.join(', ') });
}

/** The role of a subscription, unless it was deleted. */
async function roleKept(
  subscription: Subscription | null,
  subscriptions: SubscriptionService,
): Promise<string | null> {
  if (subscription === null || (await subscriptions.roleNow(subscription)) === 'gone') return null;
  return subscription.roleId;
}

/** The subscription of the channel named, or the server's only one. */
async function pick(channelId: string | undefined, { subscriptions, place }: Context): Promise<Subscription> {
  const { guildId } = inServer(place);
  if (channelId !== undefined) {
    const found = await subscriptions.ofChannel(guildId, channelId);
    if (found === null) throw new UserError('errors.subscription.notHere');
    return found;
  }
  const [first, ...others] = await subscriptions.ofGuild(guildId);
  if (first === undefined) throw new UserError('errors.subscription.nowhere');
  if (others.length > 0) throw new UserError('errors.subscription.several');
  return first;
}

function newest({ archive }: Context): string {
  const day = archive.latestFinal();
  if (day === null) throw new UserError('errors.archive.empty');
  return day;
}

async function changed(
  event: Extract<Answer, { kind: 'subscription' }>['event'],
  subscription: Subscription,
  { subscriptions, now }: Context,
): Promise<Answer> {
  const next = event === 'removed' ? null : await subscriptions.next(subscription, now.epochMilliseconds);
  const roleId = await roleKept(subscription, subscriptions);
  return { kind: 'subscription', event, subscription: { ...subscription, roleId }, next };
}

function inServer(place: Place | null): Place {
  if (place === null) throw new UserError('errors.place.server', { command: 'digest' });
  return place;
}
