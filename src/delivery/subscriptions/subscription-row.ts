import type { SubscriptionRow } from '../../store/schema.ts';
import type { Settings, Subscription, Weekday } from './subscription.ts';

/** The columns of a subscription that can be posted to. */
export const ACTIVE = { state: 'active', suspended_for: null, suspended_at: null, told: 0 } as const;

type SettingsRow = Omit<
  SubscriptionRow,
  'id' | 'guild_id' | 'user_id' | 'active_since' | keyof typeof ACTIVE
>;
export function writeSettings(settings: Settings): SettingsRow {
  return {
    channel_id: settings.channelId,
    name: settings.name,
    channel_kind: settings.channelKind,
    every: settings.every,
    time: settings.time,
    zone: settings.zone,
    days: JSON.stringify(settings.days),
    month_day: settings.monthDay,
    style: settings.style,
    top: settings.top,
    locale: settings.locale,
    role_id: settings.roleId,
    thread: settings.thread ? 1 : 0,
    filters: JSON.stringify(settings.filters),
    min_papers: settings.minPapers,
    tag_id: settings.tagId,
    title: settings.title,
  };
}

export function readSubscription(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    guildId: row.guild_id,
    userId: row.user_id,
    state: row.state,
    suspendedFor: row.suspended_for,
    activeSince: row.active_since,
    channelId: row.channel_id,
    name: row.name,
    channelKind: row.channel_kind,
    every: row.every,
    time: row.time,
    zone: row.zone,
    days: readDays(row.days),
    monthDay: row.month_day,
    style: row.style,
    top: row.top,
    locale: row.locale,
    roleId: row.role_id,
    thread: row.thread === 1,
    filters: row.filters === NO_FILTERS ? [] : JSON.parse(row.filters),
    minPapers: row.min_papers,
    tagId: row.tag_id,
    title: row.title,
  };
}

const NO_FILTERS = '[]';
const known = new Map<string, readonly Weekday[]>();

/** 100,000 subscriptions share their lists of days. */
function readDays(text: string): readonly Weekday[] {
  const held = known.get(text);
  if (held !== undefined) return held;
  const days: readonly Weekday[] = JSON.parse(text);
  known.set(text, days);
  return days;
}
