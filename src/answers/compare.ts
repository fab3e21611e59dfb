import { type Filter, select, votesOn } from '../archive/select.ts';
import { UserError } from '../errors.ts';
import { byText } from '../text/order.ts';
import type { Answer, Change, Compared, Wanted } from './answer.ts';
import { readDay } from './day.ts';
import type { Invocation } from './invocation.ts';
import type { Library } from './library.ts';
import { authorsNamed, BETWEEN, organizationsNamed, partsOf } from './names.ts';
import { paperById } from './wanted.ts';

/** What is compared, as typed. */
export interface Compare {
  readonly what: 'papers' | 'authors' | 'organizations' | 'periods';
  readonly items: string;
  readonly by: 'papers' | 'votes';
  /** The period that counts. */
  readonly wanted: Wanted;
  readonly options: Readonly<Record<string, string | number>>;
}

const ITEMS_MAX = 10;
/** Stands between the days of a period. */
const TO = '..';

/** Compares papers by votes, and authors, organizations or periods by their papers or votes. */
export function comparedBy({ what, items, by, wanted, options }: Compare, library: Library): Answer {
  const again: Invocation = { command: 'compare', options };
  const rows: Compared[] = [];
  for (const item of partsOf(items).slice(0, ITEMS_MAX)) {
    const row = rowOf(item, what, wanted.filter, again, library);
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
    changes: rows.map((row) => opening(row, what)),
  };
}

function rowOf(
  item: string,
  what: Compare['what'],
  filter: Filter,
  again: Invocation,
  library: Library,
): Compared | Answer {
  const { archive } = library;
  const sumOf = (name: string, limits: Partial<Filter>): Compared => {
    const papers = select(archive, { ...filter, ...limits });
    const isUnknown = papers.length > 0 && papers.every(({ votes }) => typeof votes !== 'number');
    return {
      name,
      paper: null,
      papers: papers.length,
      votes: isUnknown ? null : votesOn(papers, { ...filter, ...limits }),
    };
  };
  switch (what) {
    case 'papers': {
      const paper = paperById(item, library);
      return {
        name: paper.id,
        paper,
        papers: 1,
        votes: typeof paper.votes === 'number' ? paper.votes : null,
      };
    }
    case 'periods': {
      const [from, to] = periodOf(item, library);
      return sumOf(`${from}${TO}${to}`, { from, to });
    }
    case 'authors':
    case 'organizations': {
      const isAuthor = what === 'authors';
      const found = (isAuthor ? authorsNamed : organizationsNamed)({
        typed: item,
        option: 'items',
        again,
        archive,
      });
      if (found.is === 'answer') return withAll(found.answer, item, String(again.options.items ?? ''));
      const name = found.names.join(', ');
      return sumOf(name, isAuthor ? { authors: found.names } : { organizations: found.names });
    }
    default:
      return what satisfies never;
  }
}

/** Choices for one of several names stand for all of them. */
function withAll(answer: Answer, item: string, items: string): Answer {
  if (answer.kind !== 'choice' && answer.kind !== 'notice') return answer;
  const choices = (answer.choices ?? []).map((choice) => {
    const all = partsOf(items).map((one) => (one === item ? choice.label : one));
    const options = { ...choice.invocation.options, items: all.join(BETWEEN) };
    return { ...choice, invocation: { ...choice.invocation, options } };
  });
  return { ...answer, choices };
}

function periodOf(item: string, { archive, today }: Library): readonly [string, string] {
  const { first, last } = archive.totals();
  const [from = '', to = from] = item.split(TO);
  const days = [from === '' ? first : readDay(from, today), to === '' ? last : readDay(to, today)];
  const [start, end] = days;
  if (start == null || end == null) throw new UserError('errors.date.unreadable', { value: item });
  return start <= end ? [start, end] : [end, start];
}

/** What is compared, alone. */
function opening({ name, paper }: Compared, what: Compare['what']): Change {
  if (paper !== null) return changeOf(paper.title, 'paper', { paper: paper.id });
  if (what === 'authors') return changeOf(name, 'author', { name });
  if (what === 'organizations')
    return changeOf(name, 'search', { organization: name.replaceAll(', ', BETWEEN) });
  const [from = '', to = ''] = name.split(TO);
  return {
    text: { key: 'found.change.period', values: { from, to } },
    invocation: { command: 'search', options: { from, to } },
  };
}

function changeOf(name: string, command: string, options: Readonly<Record<string, string>>): Change {
  return { text: { key: 'found.change.name', values: { name } }, invocation: { command, options } };
}
