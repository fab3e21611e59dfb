import type { Archive } from '../archive/archive.ts';
import { authorNamesOf, listingIn } from '../archive/merge/assemble.ts';
import type { Day, Paper } from '../archive/paper.ts';
import { endOf } from '../archive/select.ts';
import { lastOfMonth } from '../text/dates/day.ts';
import { wordsOf } from '../text/names/name-words.ts';
import type { Change, FieldOf, PaperField, PlaceOf } from './answer.ts';
import { changeTo } from './choices.ts';

/** Leaves room for the paper's button in the same row. */
const KEYWORDS = 4;

/** The author of a paper that a typed name means: equal but for case and diacritics, or containing all typed words. */
export function authorOf(paper: Paper, typed: string): string | null {
  const names = authorNamesOf(paper);
  const words = wordsOf(typed);
  const letters = words.join('');
  return (
    names.find((name) => name === typed) ??
    names.find((name) => wordsOf(name).join('') === letters) ??
    names.find((name) => words.length > 0 && words.every((word) => wordsOf(name).includes(word))) ??
    null
  );
}

/** The ranks of a paper by votes: on the requested days, else on its day, month, year and all days. */
export function placesOf(
  paper: Paper,
  from: Day | null,
  to: Day | null,
  archive: Archive,
): readonly PlaceOf[] {
  const { first, last } = archive.totals();
  const [start, end] = [first ?? '', last ?? ''];
  if (from !== null || to !== null) return [placeIn(paper, from ?? start, to ?? end, archive)];
  const day = paper.listings.at(-1)?.date ?? start;
  const [month, year] = [day.slice(0, 7), day.slice(0, 4)];
  return [
    placeIn(paper, day, day, archive),
    placeIn(paper, `${month}-01`, lastOfMonth(month), archive),
    placeIn(paper, `${year}-01-01`, `${year}-12-31`, archive),
    placeIn(paper, start, end, archive),
  ];
}

function placeIn(paper: Paper, from: Day, to: Day, archive: Archive): PlaceOf {
  const top = archive.top(from, to);
  const votes = listingIn(paper, from, to)?.votes;
  const place = typeof votes === 'number' ? top.findIndex((other) => other.votes === votes) + 1 : null;
  return { from, to, place, isListed: votes !== undefined, among: top.length };
}

/** Buttons below a fact about papers: their authors, organization or keywords, and the papers themselves. */
export function fieldChanges(of: readonly PaperField[], papers: readonly FieldOf[]): readonly Change[] {
  const changes = papers.flatMap(({ paper, author }) => {
    const end = of.includes('first-author') ? 0 : of.includes('last-author') ? -1 : null;
    const who = of.includes('is-author') ? author : end !== null && endOf(paper, end);
    const organization = of.includes('organization') ? paper.details?.organization : null;
    const keywords = of.includes('keywords') ? (paper.details?.keywords ?? []) : [];
    return [
      ...(who ? [changeTo(who, 'author', { name: who })] : []),
      ...(organization ? [changeTo(organization, 'search', { organization })] : []),
      ...keywords.slice(0, KEYWORDS).map((query) => changeTo(query, 'search', { query })),
    ];
  });
  return [...changes, ...papers.map(({ paper: { id, title } }) => changeTo(title, 'paper', { paper: id }))];
}
