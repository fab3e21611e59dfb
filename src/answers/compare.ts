import { type Filter, votesOn } from '../archive/select.ts';
import { UserError } from '../errors.ts';
import { byText } from '../text/order.ts';
import type { Answer, Change, Compared, FactOf, Wanted } from './answer.ts';
import { changeTo } from './choices.ts';
import { ALL_BY_VOTES, find } from './find/find.ts';
import { given, type Invocation, type Options } from './invocation.ts';
import type { AnswerLibrary } from './library.ts';
import { BETWEEN, namesMeant, partsOf } from './options/names.ts';
import { daysIn, paperById } from './options/wanted.ts';

type Comparison = FactOf<'comparison'>;

/** Most items, as many as a year has months, and most with a topic, where each is a search; of more none is left out in silence. */
const ITEMS_MAX = { plain: 12, searched: 6 };
/** Separates the two days of a period. */
const TO = '..';

/**
 * Compares papers by votes, and authors, organizations or periods by their papers or votes.
 *
 * @param items as typed
 * @param options of the command, with names as the archive spells them
 * @throws UserError for too many items
 */
export function comparedBy(
  items: string,
  { what, by, wanted }: Omit<Comparison, 'is' | 'rows'>,
  options: Readonly<Options>,
  library: AnswerLibrary,
): Answer {
  const again: Invocation = { command: 'compare', options };
  const rows: Compared[] = [];
  const parts = partsOf(items);
  const isSearched = wanted.query !== null || wanted.exclude.length > 0;
  const most = isSearched ? ITEMS_MAX.searched : ITEMS_MAX.plain;
  if (parts.length > most) throw new UserError('errors.compare.tooMany', { most });
  for (const item of parts) {
    const row = rowOf(item, what, wanted, again, library);
    if ('kind' in row) return row;
    rows.push(row);
  }
  const amount = (row: Compared) => row[by] ?? -1;
  return {
    kind: 'facts',
    fact: {
      is: 'comparison',
      what,
      by,
      rows: rows.sort((a, b) => amount(b) - amount(a) || byText(a.name, b.name)),
      wanted,
    },
    again,
    changes: rows.map((row) => opening(row, what, options)),
  };
}

function rowOf(
  item: string,
  what: Comparison['what'],
  wanted: Wanted,
  again: Invocation,
  library: AnswerLibrary,
): Compared | Answer {
  const { archive } = library;
  const sumOf = (name: string, limits: Partial<Filter>): Compared => {
    const filter = { ...wanted.filter, ...limits };
    const { papers } = find({ ...wanted, filter }, ALL_BY_VOTES, library);
    const isUnknown = papers.length > 0 && papers.every(({ votes }) => typeof votes !== 'number');
    const votes = isUnknown ? null : votesOn(papers, filter);
    return { name, paper: null, papers: papers.length, votes };
  };
  if (what === 'papers') {
    const paper = paperById(item, library);
    const votes = typeof paper.votes === 'number' ? paper.votes : null;
    return { name: paper.id, paper, papers: 1, votes };
  }
  if (what === 'periods') {
    const [from, to] = periodOf(item, library);
    return sumOf(`${from}${TO}${to}`, { from, to });
  }
  const of = what === 'authors' ? 'author' : 'organization';
  const found = namesMeant(of, item, 'items', again, archive);
  return found.is === 'answer' ? found.answer : sumOf(found.names.join(', '), { [what]: found.names });
}

/** @throws UserError for an unreadable day */
function periodOf(item: string, { archive, today }: AnswerLibrary): readonly [string, string] {
  const { first, last } = archive.totals();
  const [from = '', to = from] = item.split(TO);
  const [start, end] = daysIn(from || undefined, to || undefined, today);
  return [start ?? first ?? '', end ?? last ?? ''];
}

/** The search for one compared item. */
function opening({ name, paper }: Compared, what: Comparison['what'], options: Readonly<Options>): Change {
  if (paper !== null) return changeTo(paper.title, 'paper', { paper: paper.id });
  const { query, author, organization } = options;
  if (what === 'authors' && query === undefined) return changeTo(name, 'author', { name });
  if (what === 'authors') return changeTo(name, 'search', { query, author: name });
  if (what === 'organizations')
    return changeTo(name, 'search', { query, organization: name.replaceAll(', ', BETWEEN) });
  const [from = '', to = ''] = name.split(TO);
  return {
    text: { key: 'found.change.period', values: { from, to } },
    invocation: { command: 'search', options: given({ query, author, organization, from, to }) },
  };
}
