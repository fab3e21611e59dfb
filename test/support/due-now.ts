import { DAILY, type Settings } from '../../src/delivery/subscriptions/subscription.ts';

/**
 * When a daily post has just become due, a minute before `now`. In a zone where it is about noon, so that no test runs
 * into a midnight.
 */
export function dueJustNow(now: number): typeof DAILY & Pick<Settings, 'time' | 'zone' | 'days'> {
  const ahead = 12 - new Date(now).getUTCHours();
  // POSIX counts zones westward. @see IANA time zone database, etcetera
  const zone = ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
  const local = new Date(now + ahead * 3_600_000 - 60_000);
  return { ...DAILY, time: local.toISOString().slice(11, 16), zone, days: [1, 2, 3, 4, 5, 6, 7] };
}
