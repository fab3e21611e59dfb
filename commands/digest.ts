import { z } from 'zod';
import type { Answer, AnswerOf, SubscriptionStatus } from '../src/answers/answer.ts';
import { editionPost, latestEdition } from '../src/answers/edition.ts';
import { isNothing, readFilter } from '../src/answers/options/filter.ts';
import { pageOf } from '../src/answers/page.ts';
import { type Context, defineCommand, type Place, type Suggestion } from '../src/bot/command.ts';
import { channel, flag, hidden, page, role, text } from '../src/bot/options.ts';
import { suggestAuthors, suggestOrganizations, suggestTimeZones } from '../src/bot/suggestions.ts';
import { timeTyped } from '../src/delivery/rules/times.ts';
import { EVERY_DAY, readDays, readMonthDay } from '../src/delivery/rules/weekdays.ts';
import { zoneTyped } from '../src/delivery/rules/zones.ts';
import { neededIn } from '../src/delivery/subscriptions/permissions.ts';
import {
  DAILY,
  type EditionKey,
  EVERY,
  type Every,
  type Settings,
  STYLES,
  type Subscription,
} from '../src/delivery/subscriptions/subscription.ts';
import type { SubscriptionService } from '../src/delivery/subscriptions/subscription-port.ts';
import { UserError } from '../src/errors.ts';
import { LANGUAGES } from '../src/language.ts';

const TOP = 5;
/** The default local time of a post. */
const TIME = '09:00';
/** Subscriptions on a page of the status: these fit one embed even with all their warnings. */
const STATUS_PAGE = 5;
const NAME_MAX = 32;
const TITLE_MAX = 60;
const VOTES_MAX = 1_000_000;
const PAPERS_MAX = 1_000;

/** The default name of each kind of subscription. */
const NAMES: Readonly<Record<Every, string>> = { day: DAILY.name, week: 'weekly', month: 'monthly' };

/** The default days of each kind. */
const DAYS: Readonly<Record<Every, Settings['days']>> = { day: EVERY_DAY, week: [1], month: EVERY_DAY };

const name = () => text().max(NAME_MAX).toLowerCase();

/** Chooses one subscription by channel or name; a server's only one needs neither. */
const which = z.strictObject({ channel: channel().optional(), name: name().optional() });
const suggest = { name: suggestNames };

const subscribe = defineCommand({
  name: 'digest subscribe',
  setUp: true,
  options: z.strictObject({
    channel: channel().optional(),
    name: name().optional(),
    every: z.enum(EVERY).optional(),
    time: text().optional(),
    timezone: text().optional(),
    days: text().optional(),
    about: text().optional(),
    author: text().optional(),
    organization: text().optional(),
    exclude: text().optional(),
    min_votes: z.coerce.number().int().min(0).max(VOTES_MAX).optional(),
    min_papers: z.coerce.number().int().min(1).max(PAPERS_MAX).optional(),
    style: z.enum(STYLES).optional(),
    top: z.coerce.number().int().min(1).max(10).optional(),
    language: z.enum(LANGUAGES).optional(),
    role: role().optional(),
    mention: z.enum(['none']).optional(),
    thread: flag().optional(),
    tag: text().optional(),
    title: text().max(TITLE_MAX).optional(),
  }),
  suggest: {
    name: suggestNames,
    timezone: suggestTimeZones,
    author: suggestAuthors,
    organization: suggestOrganizations,
    async tag(typed, { subscriptions, place }, options) {
      const channelId = String(options.channel ?? place?.channelId ?? '');
      const tags = place === null ? [] : await subscriptions.tagsOf(place.guildId, channelId);
      const begun = typed.toLowerCase();
      return tags
        .filter((tag) => tag.name.toLowerCase().includes(begun))
        .map((tag) => ({ label: tag.name, value: tag.name }));
    },
  },
  async run(options, context) {
    const { subscriptions, now, place } = context;
    const { guildId, userId, channelId: here, channels, roles, locale, zone } = inServer(place);
    const channelId = options.channel ?? here;
    const picked = channelId === null ? undefined : channels.get(channelId);
    if (channelId === null || picked === undefined) throw new UserError('errors.channel.unseen');
    if (picked.kind === null) throw new UserError('errors.channel.kind');
    const called = options.name ?? nameOf(options);
    const before = await subscriptions.named(guildId, channelId, called);
    const tagId = await tagOf(options.tag, before, { guildId, channelId }, subscriptions);
    const isClosed = picked.closed !== null && !(picked.closed === 'needs-tag' && tagId !== null);
    if (picked.closed !== null && isClosed) throw new UserError(`errors.channel.${picked.closed}`);
    const thread = options.thread ?? before?.thread ?? false;
    const missing = neededIn(picked.kind, thread).filter((one) => picked.allowed?.has(one) === false);
    if (missing.length > 0) return { kind: 'permissions', channelId, missing };
    const chosen = readFilter('digest subscribe', options, before?.filters[0] ?? {}, context);
    if (chosen.is === 'answer') return chosen.answer;
    // A post never mentions everybody: @everyone, whose id is the server's, means no role, as it did before `mention`.
    const isNone = options.mention === 'none' || options.role === guildId;
    const roleId = isNone ? null : (options.role ?? (await roleKept(before, subscriptions)));
    const isMentionable = roles.get(roleId ?? '')?.mentionable !== false;
    const isNotified = isMentionable || picked.allowed?.has('MentionEveryone') !== false;
    if (!isNotified) throw new UserError('errors.role.silent');
    const settings: Settings = {
      ...timesOf(options, before, zone),
      name: called,
      channelId,
      channelKind: picked.kind,
      style: options.style ?? before?.style ?? 'cards',
      top: options.top ?? before?.top ?? TOP,
      locale: options.language ?? before?.locale ?? locale,
      roleId,
      thread,
      filters: chosen.filter === null ? [] : [chosen.filter],
      minPapers: options.min_papers ?? before?.minPapers ?? DAILY.minPapers,
      tagId,
      title: titleOf(options.title, before),
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

/** A subcommand that does something with one subscription. */
function ofOne(called: string, run: (subscription: Subscription, context: Context) => Promise<Answer>) {
  return defineCommand({
    name: `digest ${called}`,
    setUp: true,
    options: which,
    suggest,
    run: async (options, context) => run(await pick(options, context), context),
  });
}

const now = ofOne('now', async (subscription, context) => {
  const result = await context.subscriptions.postNow(subscription, newest(subscription, context));
  return { kind: 'posted', subscription, result };
});

const preview = ofOne('preview', async (subscription, context) => {
  const roleId = await roleKept(subscription, context.subscriptions);
  if (subscription.filters.length > 0) await context.search.ready;
  const post = editionPost(newest(subscription, context), { ...subscription, roleId }, context);
  return { kind: 'preview', subscription, post };
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

const pause = ofOne('pause', async ({ id }, context) =>
  changed('paused', await context.subscriptions.pause(id), context),
);

const resume = ofOne('resume', async ({ id }, context) =>
  changed('resumed', await context.subscriptions.resume(id, context.now.epochMilliseconds), context),
);

const unsubscribe = defineCommand({
  name: 'digest unsubscribe',
  setUp: true,
  options: which.extend({ sure: flag().default(false).meta(hidden) }),
  suggest,
  async run(options, context) {
    const subscription = await pick(options, context);
    if (!options.sure) return changed('confirm-removal', subscription, context);
    await context.subscriptions.remove(subscription.id);
    return changed('removed', subscription, context);
  },
});

export default [subscribe, now, preview, status, pause, resume, unsubscribe];

interface Times {
  readonly every?: Every | undefined;
  readonly time?: string | undefined;
  readonly timezone?: string | undefined;
  readonly days?: string | undefined;
}

type When = Pick<Settings, 'every' | 'time' | 'zone' | 'days' | 'monthDay'>;

/** When to post: the given options, else the settings before. A changed kind starts with its own default days. */
function timesOf(options: Times, before: Subscription | null, usual: string): When {
  const { time, timezone, days } = options;
  const every = options.every ?? before?.every ?? 'day';
  const isSame = every === before?.every;
  const read = {
    time: time === undefined ? (before?.time ?? TIME) : timeTyped(time),
    zone: timezone === undefined ? (before?.zone ?? usual) : zoneTyped(timezone),
    days: days === undefined || every === 'month' ? (isSame ? before.days : DAYS[every]) : readDays(days),
    monthDay: days === undefined || every !== 'month' ? (before?.monthDay ?? 1) : readMonthDay(days),
  };
  if (read.monthDay === null) throw new UserError('errors.days.noMonthDay', { value: days ?? '' });
  if (read.days === null) throw new UserError('errors.days.unreadable', { value: days ?? '' });
  if (every === 'week' && read.days.length > 1)
    throw new UserError('errors.days.oneAWeek', { value: days ?? '' });
  return { every, time: read.time, zone: read.zone, days: read.days, monthDay: read.monthDay };
}

interface Choosing {
  readonly about?: string | undefined;
  readonly author?: string | undefined;
  readonly organization?: string | undefined;
  readonly every?: Every | undefined;
}

/** The default name: a filtered subscription is named after its filter, so that it does not replace the one to all papers. */
function nameOf(options: Choosing): string {
  const value = [options.about, options.author, options.organization].find(
    (one) => one !== undefined && !isNothing(one),
  );
  return value?.toLowerCase().slice(0, NAME_MAX).trim() ?? NAMES[options.every ?? 'day'];
}

function titleOf(typed: string | undefined, before: Subscription | null): string | null {
  if (typed === undefined) return before?.title ?? null;
  return isNothing(typed) ? null : typed;
}

/** The id of a forum's tag. @throws UserError if the channel does not have it */
async function tagOf(
  typed: string | undefined,
  before: Subscription | null,
  { guildId, channelId }: { readonly guildId: string; readonly channelId: string },
  subscriptions: SubscriptionService,
): Promise<string | null> {
  if (typed === undefined) return before?.tagId ?? null;
  if (isNothing(typed)) return null;
  const tags = await subscriptions.tagsOf(guildId, channelId);
  const tag = tags.find((one) => one.name.toLowerCase() === typed.toLowerCase());
  if (tag !== undefined) return tag.id;
  const names = tags.map((one) => one.name).join(', ');
  throw tags.length === 0
    ? new UserError('errors.tag.none')
    : new UserError('errors.tag.unknown', { value: typed, names });
}

/** The role of a subscription, unless it was deleted. */
async function roleKept(
  subscription: Subscription | null,
  subscriptions: SubscriptionService,
): Promise<string | null> {
  if (subscription === null || (await subscriptions.roleNow(subscription)) === 'gone') return null;
  return subscription.roleId;
}

/** The subscription of that channel or name, or the server's only one. */
async function pick(
  { channel: channelId, name: called }: z.output<typeof which>,
  { subscriptions, place }: Context,
): Promise<Subscription> {
  const { guildId, channelId: here } = inServer(place);
  const all = await subscriptions.ofGuild(guildId);
  if (all.length === 0) throw new UserError('errors.subscription.nowhere');
  const inChannel = channelId === undefined ? all : all.filter((one) => one.channelId === channelId);
  if (inChannel.length === 0) throw new UserError('errors.subscription.notHere');
  const named = called === undefined ? inChannel : inChannel.filter((one) => one.name === called);
  const names = [...new Set(inChannel.map((one) => one.name))].join(', ');
  const [first, ...others] = named;
  if (first === undefined) throw new UserError('errors.subscription.noName', { name: called ?? '', names });
  if (others.length === 0) return first;
  // If several channels have this name, take the subscription of the channel of the command.
  const own = called === undefined ? undefined : named.find((one) => one.channelId === here);
  if (own === undefined) throw new UserError('errors.subscription.several', { names });
  return own;
}

async function suggestNames(
  typed: string,
  { subscriptions, place }: Context,
): Promise<readonly Suggestion[]> {
  if (place === null || !place.mayManage) return [];
  const all = await subscriptions.ofGuild(place.guildId);
  const names = [...new Set(all.map((one) => one.name))];
  return names.filter((one) => one.includes(typed.toLowerCase())).map((one) => ({ label: one, value: one }));
}

function newest({ every }: Subscription, { archive, now }: Context): EditionKey {
  const edition = latestEdition(archive, every, now.epochMilliseconds);
  if (edition === null) throw new UserError('errors.archive.empty');
  return edition;
}

async function changed(
  event: AnswerOf<'subscription'>['event'],
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
