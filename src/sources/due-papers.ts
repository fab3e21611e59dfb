import type { Paper, PaperId } from '../archive/paper.ts';
import { DAY_LENGTH, startOf } from '../text/dates/instants.ts';
import { byText } from '../text/order.ts';

/** From so many days after its newest listing on, stars, comments and links of a paper hardly grow: it is read again once. */
const GROWN = 30;

/** After so many days a source that did not know a paper is asked again, in milliseconds. */
const ASKED_AGAIN = 30 * DAY_LENGTH;

/**
 * The papers to ask for by id now: those never asked for, those asked for while they were young and are not any more, and
 * those that were not known a month ago. First those without an abstract, then the newest.
 *
 * @param reads when each paper was last asked for, in milliseconds since 1970
 */
export function duePapers(
  papers: Iterable<Paper>,
  reads: ReadonlyMap<PaperId, number>,
  now: number,
): readonly PaperId[] {
  return Array.from(papers)
    .filter((paper) => isDue(paper, reads.get(paper.id), now))
    .toSorted((one, other) => rank(one) - rank(other) || byText(other.listings[0].date, one.listings[0].date))
    .map(({ id }) => id);
}

function isDue(paper: Paper, read: number | undefined, now: number): boolean {
  // What a clock that went ahead has noted must not keep a paper from being read.
  if (read === undefined || read > now) return true;
  const grown = listedAt(paper) + GROWN * DAY_LENGTH;
  if (read < grown) return now >= grown;
  return lacksText(paper) && now - read >= ASKED_AGAIN;
}

function rank(paper: Paper): number {
  return lacksText(paper) ? 0 : 1;
}

function lacksText({ details }: Paper): boolean {
  return details === null || details.abstract === null;
}

function listedAt({ listings: [newest] }: Paper): number {
  return startOf(newest.date);
}
