import type { SubscriptionRow } from '../../store/schema.ts';
import type { Settings, Subscription, Weekday } from './subscription.ts';

type SettingsRow = Pick<
  SubscriptionRow,
  'channel_id' | 'channel_kind' | 'time' | 'zone' | 'days' | 'style' | 'top' | 'locale' | 'role_id' | 'thread'
>;

export function writeSettings(settings: Settings): SettingsRow {
  return {
    channel_id: settings.channelId,
    channel_kind: settings.channelKind,
    time: settings.time,
    zone: settings.zone,
    days: JSON.stringify(settings.days),
    style: settings.style,
    top: settings.top,
    locale: settings.locale,
    role_id: settings.roleId,
    thread: settings.thread ? 1 : 0,
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
    channelKind: row.channel_kind,
    time: row.time,
    zone: row.zone,
    days: readDays(row.days),
    style: row.style,
    top: row.top,
    locale: row.locale,
    roleId: row.role_id,
    thread: row.thread === 1,
  };
}

const known = new Map<string, readonly Weekday[]>();

/** A week has 127 choices of days: 100,000 subscriptions share their lists. */
function readDays(text: string): readonly Weekday[] {
  const held = known.get(text);
  if (held !== undefined) return held;
  const days: readonly Weekday[] = JSON.parse(text);
  known.set(text, days);
  return days;
}
