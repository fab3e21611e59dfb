import type { Archive, Ranked } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { Settings } from '../delivery/subscriptions/subscription.ts';
import type { DailyPost } from './answer.ts';
import { countedIn, type VotesOf } from './vote-dates.ts';

/** @returns the sum of the votes that are known; unknown votes count nothing */
export function sumOfVotes(papers: readonly Pick<VotesOf, 'votes'>[]): number {
  return papers.reduce((sum, { votes }) => sum + (typeof votes === 'number' ? votes : 0), 0);
}

/** The newest complete digests, newest first, as posts with all of their papers in the menu. */
export function latestPosts(archive: Archive, limit: number): readonly DailyPost[] {
  const complete = archive.days().filter((day) => archive.digest(day)?.isFinal);
  return complete
    .toReversed()
    .slice(0, limit)
    .map((day) => dailyPost(archive, day, 0));
}

type PostStyle = Pick<Settings, 'roleId' | 'style'>;

/** The daily post of a day. */
export function dailyPost(archive: Archive, date: Day, top: number, style?: PostStyle): DailyPost {
  return postOf(archive.ranked(date), date, top, style);
}

/** A post: the `top` most-voted papers as cards or lines, as the style says, and all of them in a menu. */
export function postOf(
  papers: readonly Ranked[],
  date: Day,
  top: number,
  { roleId, style }: PostStyle = { roleId: null, style: 'cards' },
): DailyPost {
  return {
    kind: 'post',
    date,
    votes: sumOfVotes(papers),
    counted: countedIn(papers),
    total: papers.length,
    top: papers.slice(0, top),
    papers,
    roleId,
    style,
  };
}
