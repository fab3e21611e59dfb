import type { Archive } from '../../src/archive/archive.ts';
import type { DatedListing, Paper } from '../../src/archive/paper.ts';
import type { Filter } from '../../src/archive/select.ts';
import { hasTitleWords } from '../../src/text/title-words.ts';

export const known = (votes: unknown): votes is number => typeof votes === 'number';

function isOn(date: string, { from, to, except }: Filter): boolean {
  if (from !== null && date < from) return false;
  if (to !== null && date > to) return false;
  if (except === null) return true;
  const isOut = (except.from === null || date >= except.from) && (except.to === null || date <= except.to);
  return !isOut;
}

/** Names as the archive counts them, written again: Hugging Face's lists alone where there is one. */
export function authorsOf(paper: Paper): string[] {
  const fetched = paper.listings.filter(({ authors }) => authors.ordered === true);
  const naming = fetched.length > 0 ? fetched : [...paper.listings];
  return [...new Set(naming.flatMap(({ authors }) => [...authors.names]))];
}

/** What a filter leaves, counted one limit after the other over all papers, without the program's own ways. */
export function naive(
  archive: Archive,
  filter: Filter,
): { paper: Paper; listing: DatedListing; days: DatedListing[] }[] {
  const found = [];
  for (const paper of archive.papers()) {
    const days = paper.listings.filter(({ date }) => isOn(date, filter));
    const listing = days.find(({ votes }) => known(votes)) ?? days[0];
    if (listing === undefined) continue;
    const names = authorsOf(paper);
    const organization = paper.details?.organization;
    const { ordered, cut, names: line } = paper.authors;
    const inLine = ordered && !cut && paper.details?.hiddenAuthors === 0 ? line : [];
    const hidden = paper.details?.hiddenAuthors ?? 0;
    const { votes } = listing;
    const checks = [
      filter.authors.every((name) => names.includes(name)),
      filter.anyAuthor.length === 0 || filter.anyAuthor.some((name) => names.includes(name)),
      !filter.notAuthors.some((name) => names.includes(name)),
      filter.firstAuthor === null || inLine[0] === filter.firstAuthor,
      filter.lastAuthor === null || inLine[inLine.length - 1] === filter.lastAuthor,
      filter.organizations.length === 0 || filter.organizations.some((name) => name === organization),
      !filter.notOrganizations.some((name) => name === organization),
      filter.minVotes === null || (known(votes) && votes >= filter.minVotes),
      filter.maxVotes === null || (known(votes) && votes <= filter.maxVotes),
      filter.minAuthors === null || names.length + hidden >= filter.minAuthors,
      filter.maxAuthors === null || (!cut && names.length + hidden <= filter.maxAuthors),
      filter.code === null || Boolean(paper.details?.code) === filter.code,
      filter.title === null || hasTitleWords(filter.title)(paper.title),
    ];
    if (checks.every(Boolean)) found.push({ paper, listing, days });
  }
  return found;
}
