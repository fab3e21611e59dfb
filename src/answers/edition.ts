import type { Archive } from '../archive/archive.ts';
import { editionSpan, editionsOf } from '../delivery/rules/editions.ts';
import type { EditionKey, Every, Settings } from '../delivery/subscriptions/subscription.ts';
import { DAILY } from '../delivery/subscriptions/subscription.ts';
import { risersOfWeek } from '../trends/risers.ts';
import type { DailyPost } from './answer.ts';
import { matching } from './find/matching.ts';
import type { Invocation } from './invocation.ts';
import type { AnswerLibrary } from './library.ts';
import { dailyPost, postOf } from './post.ts';

/** The most rising keywords that a weekly post names. */
const RISING = 3;

/** The settings of a subscription that decide what a post shows. */
type PostSettings = Pick<Settings, 'name' | 'every' | 'filters' | 'top' | 'style' | 'roleId' | 'title'>;

/** The newest complete edition of a kind; null without one. @param now milliseconds since 1970, UTC */
export function latestEdition(archive: Archive, every: Every, now: number): EditionKey | null {
  const days = archive.days().toReversed();
  const final = days.filter((day) => archive.digest(day)?.isFinal);
  const open = days.filter((day) => !archive.digest(day)?.isFinal);
  const stored = final.map((day) => ({ day, storedAt: 0 }));
  return editionsOf(every, stored, open, now)[0]?.key ?? null;
}

/**
 * The post of an edition for a subscription: all of its papers, or those that its filter finds. With a topic in the filter,
 * the search must be ready.
 */
export function editionPost(key: EditionKey, settings: PostSettings, library: AnswerLibrary): DailyPost {
  const { archive } = library;
  const { every, filters, title, name, top } = settings;
  const { from, to } = editionSpan(key);
  const [filter] = filters;
  if (every === 'day' && filter === undefined && title === null && name === DAILY.name)
    return dailyPost(archive, key, top, settings);
  const all = archive.top(from, to);
  const papers = filter === undefined ? all : matching(filter, { from, to }, library);
  return {
    ...postOf(papers, from, top, settings),
    edition: {
      every,
      to,
      title,
      whole: wholeEdition(key, name),
      of: all.length,
      chosen: filter ?? null,
      rising: every === 'week' ? risersOfWeek(archive.papers(), from, RISING).map(({ name }) => name) : [],
    },
  };
}

/**
 * The command for all papers of an edition, also those that a filter drops. Its button marks a subscription's post, so that
 * the bot finds the post again in its channel. The name tells apart the posts of several subscriptions in one channel;
 * posts of "daily" have none, like the posts made before subscriptions had names.
 */
export function wholeEdition(key: EditionKey, name: string): Invocation {
  const { from, to } = editionSpan(key);
  if (from !== to) return { command: 'search', options: { from, to, post: name } };
  return { command: 'today', options: { date: key, ...(name !== DAILY.name && { post: name }) } };
}
