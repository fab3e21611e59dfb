import { zoneLabel } from '../../delivery/rules/zones.ts';
import type { Settings } from '../../delivery/subscriptions/subscription.ts';
import type { Language } from '../../language.ts';
import { tell } from '../locale.ts';
import { filterText } from '../wanted.ts';
import { escapeText } from './text/escape.ts';

const WEEKDAYS = '1,2,3,4,5';
const EVERY_DAY = '1,2,3,4,5,6,7';
/** The last day of every month. */
const LAST_DAY = 31;

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

/** What, when and how a subscription posts, in three lines. */
export function settingsText(settings: Settings, locale: Language): string {
  const { top, locale: language, roleId, thread, name, every, filters } = settings;
  const [filter] = filters;
  const what = [
    tell('subscription.named', locale, { name, kind: tell(`subscription.kinds.${every}`, locale) }),
    ...(filter === undefined ? [] : [filterText(filter, locale)]),
    ...(settings.minPapers > 1
      ? [tell('subscription.minPapers', locale, { count: settings.minPapers })]
      : []),
    ...(settings.title === null ? [] : [tell('subscription.title', locale, { title: settings.title })]),
  ].join(' · ');
  const { time, zone } = settings;
  const when = tell('subscription.when', locale, {
    time: { markdown: time },
    zone: { markdown: escapeText(zoneLabel(zone)) },
    days: daysText(settings, locale),
  });
  const shape = [
    tell('subscription.shape', locale, {
      count: top,
      language: tell(`languages.${language}`, locale),
    }),
    ...(roleId === null ? [] : [tell('subscription.role', locale, { role: { markdown: `<@&${roleId}>` } })]),
    ...(thread ? [tell('subscription.thread', locale)] : []),
    ...(settings.tagId === null ? [] : [tell('subscription.tag', locale)]),
  ];
  return `${what}\n${when}\n${shape.join(' · ')}`;
}

function daysText({ every, days, monthDay }: Settings, locale: Language): string {
  if (every === 'month')
    return monthDay === LAST_DAY
      ? tell('subscription.lastDay', locale)
      : tell('subscription.monthDay', locale, { day: monthDay });
  const listed = days.join(',');
  if (listed === EVERY_DAY) return tell('subscription.everyDay', locale);
  if (listed === WEEKDAYS) return tell('subscription.weekdays', locale);
  return days.map((day) => tell(`subscription.dayNames.d${day}`, locale)).join(', ');
}
