import { Archive } from '../../src/archive/archive.ts';
import type { Digest } from '../../src/archive/paper.ts';
import { isSummaryDoubtful } from '../../src/sources/doubt/doubt.ts';

/** The archive of some digests, with the doubtful summaries that a store would have found among them. */
export function judged(digests: Iterable<Digest>): Archive {
  const archive = Archive.of(digests);
  const doubtful = [...archive.papers()].filter(isSummaryDoubtful);
  archive.judge(new Set(doubtful.map(({ id }) => id)));
  return archive;
}
