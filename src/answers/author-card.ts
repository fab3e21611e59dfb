import type { Archive } from '../archive/archive.ts';
import type { Answer } from './answer.ts';
import { pageOf } from './page.ts';
import { sumOfVotes } from './post.ts';

/** Frequent co-authors on a card: one row of buttons. */
const CO_AUTHORS = 5;

/** The card of an author, by the exact spelling of a name that the archive has. */
export function authorCard(name: string, archive: Archive, page: number): Answer {
  const papers = archive.papersBy(name);
  const { spellings, swapped } = archive.findAuthors(name);
  const days = papers.map(({ date }) => date).toSorted();
  return {
    kind: 'author',
    name,
    spellings,
    swapped,
    first: days.at(0) ?? '',
    last: days.at(-1) ?? '',
    votes: sumOfVotes(papers),
    coAuthors: archive.coAuthors(name, CO_AUTHORS),
    page: pageOf(papers, page),
    again: { command: 'author', options: { name } },
  };
}
