import type { Archive } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { Settings } from '../delivery/subscriptions/subscription.ts';
import type { DailyPost } from './answer.ts';
import { countedIn, type VotesOf } from './vote-dates.ts';

/** @returns the sum of the votes that are known; unknown votes count nothing */
export function sumOfVotes(papers: readonly Pick<VotesOf, 'votes'>[]): number {
  return papers.reduce((sum, { votes }) => sum + (typeof votes === 'number' ? votes : 0), 0);
}

/** The newest digests whose lists are all there, newest first, as posts with all of their papers. */
export function latestPosts(archive: Archive, limit: number): readonly DailyPost[] {
  const days = archive.days();
  const posts: DailyPost[] = [];
  for (let at = days.length - 1; at >= 0 && posts.length < limit; at -= 1) {
    const day = days[at];
    if (day !== undefined && archive.digest(day)?.isFinal) posts.push(dailyPost(archive, day, 0));
  }
  return posts;
}

/** The daily post of a day: its `top` most-voted papers as cards, or all in the style asked for; any behind a menu. */
export function dailyPost(
  archive: Archive,
  date: Day,
  top: number,
  { roleId, style }: Pick<Settings, 'roleId' | 'style'> = { roleId: null, style: 'cards' },
): DailyPost {
  const papers = archive.ranked(date);
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
