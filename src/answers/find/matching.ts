import type { Ranked } from '../../archive/archive.ts';
import type { Day } from '../../archive/paper.ts';
import type { PaperFilter } from '../../delivery/subscriptions/subscription.ts';
import type { AnswerLibrary } from '../library.ts';
import { readWanted } from '../options/wanted.ts';
import { find } from './find.ts';

const BY_VOTES = {
  sort: 'votes',
  part: { limit: null, place: null, placeTo: null },
  isByMonth: false,
  isWhole: true,
} as const;

/**
 * The papers of some days that a filter finds: those of `/search` with the same options. Papers that only share words with
 * its topic are none of them. With a topic, the search must be ready.
 *
 * @returns most votes first, with their ranks among each other; none where a name of the filter means nobody by now
 */
export function matching(
  filter: PaperFilter,
  period: { readonly from: Day; readonly to: Day },
  library: AnswerLibrary,
): readonly Ranked[] {
  const read = readWanted('search', { ...filter, from: period.from, to: period.to }, library);
  if (read.is === 'answer') return [];
  const { papers, isPartial } = find(read.wanted, BY_VOTES, library);
  return isPartial ? [] : papers.map((ranked, at) => ({ ...ranked, rank: at + 1 }));
}
