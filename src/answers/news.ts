import type { Archive, Ranked } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { PaperFilter } from '../delivery/subscriptions/subscription.ts';
import type { AnswerOf } from './answer.ts';

type News = AnswerOf<'news'>;

/** The papers of a day that a person's filters find; null without any. @param find the day's papers that pass a filter */
export function newsOf(
  date: Day,
  filters: readonly PaperFilter[],
  find: (filter: PaperFilter) => readonly Ranked[],
  archive: Archive,
): News | null {
  const groups = filters
    .map((filter) => ({ filter, papers: find(filter) }))
    .filter(({ papers }) => papers.length > 0);
  if (groups.length === 0) return null;
  const found = new Set(groups.flatMap(({ papers }) => papers.map(({ paper }) => paper.id)));
  const all = archive.top(date, date);
  const papers = all.filter(({ paper }) => found.has(paper.id));
  return {
    kind: 'news',
    date,
    total: papers.length,
    of: all.length,
    groups,
    papers,
    mark: { command: 'following', options: { post: date } },
  };
}
