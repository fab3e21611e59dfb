import type { Paper, PaperId } from '../archive/paper.ts';
import { DAY_LENGTH, startOf } from '../text/dates/instants.ts';
import { byText } from '../text/order.ts';

/** Days after the newest listing of a paper, when its stars, comments and links hardly grow any more. */
const GROWN = 30;
/** How long until a paper without an abstract is asked for again, ms. */
const ASKED_AGAIN = 30 * DAY_LENGTH;

/**
 * The papers to ask for now: never asked for, not read since they are 30 days old, or without an abstract for a month.
 * Papers without an abstract come first, then the newest.
 *
 * @param reads when each paper was last asked for, milliseconds since 1970
 */
export function duePapers(
  papers: Iterable<Paper>,
  reads: ReadonlyMap<PaperId, number>,
  now: number,
): readonly PaperId[] {
  return Array.from(papers)
    .filter((paper) => isDue(paper, reads.get(paper.id), now))
    .map((paper) => ({ id: paper.id, date: paper.listings[0].date, rank: lacksText(paper) ? 0 : 1 }))
    .toSorted((one, other) => one.rank - other.rank || byText(other.date, one.date))
    .map(({ id }) => id);
}

function isDue(paper: Paper, read: number | undefined, now: number): boolean {
  // A read noted by a clock that was ahead must not block the next one.
  if (read === undefined || read > now) return true;
  const grown = listedAt(paper) + GROWN * DAY_LENGTH;
  if (read < grown) return now >= grown;
  return now - read >= ASKED_AGAIN && lacksText(paper);
}

function lacksText({ details }: Paper): boolean {
  return details === null || details.abstract === null;
}

function listedAt({ listings: [newest] }: Paper): number {
  return startOf(newest.date);
}
