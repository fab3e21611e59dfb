import type { Archive } from '../archive/archive.ts';
import { editionSpan, editionsOf } from '../delivery/rules/editions.ts';
import type { EditionKey, Every, Settings } from '../delivery/subscriptions/subscription.ts';
import { DAILY } from '../delivery/subscriptions/subscription.ts';
import { risersOfWeek } from '../trends/risers.ts';
import type { DailyPost } from './answer.ts';
import { matching } from './find/matching.ts';
import type { Invocation } from './invocation.ts';
import type { AnswerLibrary } from './library.ts';
import { dailyPost, sumOfVotes } from './post.ts';
import { countedIn } from './vote-dates.ts';

/** The most rising keywords that a weekly post names. */
const RISING = 3;

/** What a post shows, of a subscription's settings. */
export type PostSettings = Pick<
  Settings,
  'name' | 'every' | 'filters' | 'top' | 'style' | 'roleId' | 'title'
>;

/** The newest edition of a kind to which nothing is to come; null without one. @param now milliseconds since 1970, UTC */
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
  const { every, filters, title, name, top, style, roleId } = settings;
  const { from, to } = editionSpan(key);
  const [filter] = filters;
  if (every === 'day' && filter === undefined && title === null && name === DAILY.name)
    return dailyPost(archive, key, top, settings);
  const all = archive.top(from, to);
  const papers = filter === undefined ? all : matching(filter, { from, to }, library);
  return {
    kind: 'post',
    date: from,
    votes: sumOfVotes(papers),
    counted: countedIn(papers),
    total: papers.length,
    top: papers.slice(0, top),
    papers,
    roleId,
    style,
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
 * All papers of an edition, whatever a filter leaves of them: the button by which a subscription's post is found again in
 * its channel. The name keeps apart the posts of subscriptions to one channel; "daily" stands for none, as its posts did
 * before there were names.
 */
export function wholeEdition(key: EditionKey, name: string): Invocation {
  const { from, to } = editionSpan(key);
  if (from !== to) return { command: 'search', options: { from, to, post: name } };
  return { command: 'today', options: { date: key, ...(name !== DAILY.name && { post: name }) } };
}
