import type { Ranked } from '../../archive/archive.ts';
import type { Day } from '../../archive/paper.ts';
import type { PaperFilter } from '../../delivery/subscriptions/subscription.ts';
import type { AnswerLibrary } from '../library.ts';
import { readWanted } from '../options/wanted.ts';
import { ALL_BY_VOTES, find } from './find.ts';

/**
 * The papers of some days that a filter finds, as `/search` with the same options does, without papers that only share
 * words with its topic. With a topic, the search must be ready.
 *
 * @returns most votes first, ranked among each other; empty if the archive no longer has a name of the filter
 */
export function matching(
  filter: PaperFilter,
  period: { readonly from: Day; readonly to: Day },
  library: AnswerLibrary,
): readonly Ranked[] {
  const read = readWanted('search', { ...filter, from: period.from, to: period.to }, library);
  if (read.is === 'answer') return [];
  const { papers, isPartial } = find(read.wanted, ALL_BY_VOTES, library);
  return isPartial ? [] : papers.map((ranked, at) => ({ ...ranked, rank: at + 1 }));
}
