import type { Archive } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { DailyPost } from './answer.ts';
import { countedIn, type VotesOf } from './counted.ts';

/** @returns the sum of the votes that are known; unknown votes count nothing */
export function sumOfVotes(papers: readonly Pick<VotesOf, 'votes'>[]): number {
  return papers.reduce((sum, { votes }) => sum + (typeof votes === 'number' ? votes : 0), 0);
}

/** The daily post of a day: its `top` most-voted papers as embeds, and the rest behind a menu. */
export function dailyPost(archive: Archive, date: Day, top: number, roleId: string | null = null): DailyPost {
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
  };
}
