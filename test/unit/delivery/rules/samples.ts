import { firingAt } from '../../../../src/delivery/rules/firing.ts';
import {
  DAILY,
  type Edition,
  type Settings,
  type Subscription,
} from '../../../../src/delivery/subscriptions/subscription.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** @param iso `2026-03-02T09:00Z` */
export function at(iso: string): number {
  return Date.parse(iso);
}

export function iso(instant: number): string {
  return new Date(instant).toISOString().replace(':00.000Z', 'Z');
}

export function addDays(day: string, days: number): string {
  return new Date(at(day) + days * DAY).toISOString().slice(0, 10);
}

/** Daily at 09:00 in Seoul, since long ago, unless told otherwise. */
export function subscription(changes: Partial<Subscription> = {}): Subscription {
  return {
    id: 's1',
    guildId: '1',
    userId: '2',
    state: 'active',
    suspendedFor: null,
    activeSince: 0,
    ...settings(changes),
    ...changes,
  };
}

export function settings(changes: Partial<Settings> = {}): Settings {
  return {
    ...DAILY,
    channelId: '3',
    channelKind: 'text',
    time: '09:00',
    zone: 'Asia/Seoul',
    days: [1, 2, 3, 4, 5, 6, 7],
    style: 'cards',
    top: 5,
    locale: 'en',
    roleId: null,
    thread: false,
    ...changes,
  };
}

/** A digest, in the store since its day began, unless told otherwise. */
export function edition(day: string, storedAt = at(day)): Edition {
  return { key: day, from: day, to: day, days: [day], storedAt };
}

/** When a local date ends. */
export function closesAt(day: string, zone: string): number {
  return firingAt(addDays(day, 1), '00:00', zone);
}
