import { zoneLabel } from '../../delivery/rules/zones.ts';
import type { Settings, Weekday } from '../../delivery/subscriptions/subscription.ts';
import type { Language } from '../../language.ts';
import { tell } from '../locale.ts';
import { escapeText } from './text/escape.ts';

const WEEKDAYS = '1,2,3,4,5';
const EVERY_DAY = '1,2,3,4,5,6,7';

/** A mention of a channel, which Discord shows as its name. @see Discord docs, Message Formatting */
export function channelMention(id: string): { markdown: string } {
  return { markdown: `<#${id}>` };
}

/** A moment relative to now, which Discord keeps current: "in 3 hours". @param at milliseconds since 1970 */
export function relative(at: number): { markdown: string } {
  return { markdown: `<t:${Math.floor(at / 1000)}:R>` };
}

/** The address of a message, built from ids that Discord gave us. */
export function messageLink(guildId: string, channelId: string, messageId: string): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
}

/** When, where and how a subscription posts, in two lines. */
export function settingsText(settings: Settings, locale: Language): string {
  const { time, zone, days, top, locale: language, roleId, thread } = settings;
  const when = tell('subscription.when', locale, {
    time: { markdown: time },
    zone: { markdown: escapeText(zoneLabel(zone)) },
    days: daysText(days, locale),
  });
  const shape = [
    tell('subscription.shape', locale, {
      count: top,
      language: tell(`languages.${language}`, locale),
    }),
    ...(roleId === null ? [] : [tell('subscription.role', locale, { role: { markdown: `<@&${roleId}>` } })]),
    ...(thread ? [tell('subscription.thread', locale)] : []),
  ];
  return `${when}\n${shape.join(' · ')}`;
}

function daysText(days: readonly Weekday[], locale: Language): string {
  const listed = days.join(',');
  if (listed === EVERY_DAY) return tell('subscription.everyDay', locale);
  if (listed === WEEKDAYS) return tell('subscription.weekdays', locale);
  return days.map((day) => tell(`subscription.dayNames.d${day}`, locale)).join(', ');
}
