import type { Fact } from '../../answers/answer.ts';
import { countedIn } from '../../answers/vote-dates.ts';
import { isBy } from '../../archive/merge/assemble.ts';
import type { Paper } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf } from '../message.ts';
import { day, range } from './text/dates.ts';
import { escapeLabel, escapeText } from './text/escape.ts';
import { asOf, nameText, titleText, votesText } from './text/format.ts';
import { arxivPage } from './text/links.ts';
import { cut } from './text/truncate.ts';

const TITLE_MAX = 150;
const NAMES_MAX = 2500;
const DATES_MAX = 400;

/** The heading of a fact that is a list; a sentence needs none. Markdown. */
export function factHead({ fact, page }: AnswerOf<'facts'>, locale: Language): string | null {
  if (fact.is === 'active') return tell('ask.active.title', locale);
  if (fact.is === 'busiest') {
    const what = tellPlain(`ask.busiest.${fact.by}`, locale);
    return tell(`ask.busiest.${fact.unit}${fact.order === 'most' ? 'Most' : 'Fewest'}`, locale, { what });
  }
  if (fact.is !== 'list') return null;
  const count = page?.total ?? 0;
  if (count === 0) return tell('ask.list.none', locale);
  if (fact.place !== null) return tell(`ask.list.place.${fact.order}`, locale, { place: fact.place });
  if (fact.limit === null) return tell('ask.list.all', locale, { count });
  if (fact.limit === 1 && count > 1 && fact.order === 'votes') return tell('ask.list.tied', locale);
  const order = fact.order === 'votes' ? 'top' : fact.order;
  return tell(`ask.list.${order}`, locale, { count });
}

/** The sentences of a fact, as Markdown. */
export function factLines(fact: Fact, locale: Language): string[] {
  switch (fact.is) {
    case 'list':
      return [];
    case 'count': {
      const line = tell(`ask.count.${fact.of}`, locale, { count: fact.count });
      return fact.unknown > 0 ? [line, tell('ask.count.unknown', locale, { count: fact.unknown })] : [line];
    }
    case 'authors':
      return authorLines(fact, locale);
    case 'listed': {
      const days = [...new Set(fact.paper.listings.map(({ date }) => day(date, locale)))];
      const dates = cut(days.join(', '), DATES_MAX);
      return [
        tell('ask.listed.on', locale, { title: titleOf(fact.paper, locale), dates }),
        tell('ask.listed.remark', locale),
      ];
    }
    case 'votes': {
      const title = titleOf(fact.paper, locale);
      const { votes, votesAsOf: at } = fact.paper;
      if (typeof votes !== 'number') return [tell('ask.votes.unknown', locale, { title })];
      const time = { markdown: asOf({ first: at, last: at }, locale) };
      return [tell('ask.votes.has', locale, { title, count: votes, time })];
    }
    case 'compare':
      return compareLines(fact.papers, locale);
    case 'active':
      return fact.authors.map(({ name, papers }) =>
        tell('ask.active.line', locale, { name: nameText(name, locale), count: papers }),
      );
    case 'busiest':
      return [
        ...fact.periods.map(({ from, to, papers, votes }) =>
          tell('ask.busiest.line', locale, {
            period: range(from, to, locale),
            papers: tellPlain('papers.count', locale, { count: papers }),
            votes: tellPlain('votes.sum', locale, { count: votes }),
          }),
        ),
        ...(fact.periods.length > 0 ? [tell('ask.busiest.remark', locale)] : []),
      ];
    default:
      return fact satisfies never;
  }
}

/** A paper's title with the link to it: a fact is no more worth than where it can be looked up. */
function titleOf({ id, title }: Paper, locale: Language): { markdown: string } {
  const text = titleText(title, locale);
  const page = arxivPage(id);
  if (page === null) return { markdown: cut(escapeText(text), TITLE_MAX) };
  return { markdown: `[${cut(escapeLabel(text), TITLE_MAX)}](${page})` };
}

function authorLines({ paper, name }: Extract<Fact, { is: 'authors' }>, locale: Language): string[] {
  const title = titleOf(paper, locale);
  const { names, cut: isCut, ordered } = paper.authors;
  const incomplete = isCut || (paper.details?.hiddenAuthors ?? 0) > 0;
  if (name !== null) {
    const key = isBy(paper, name) ? 'yes' : incomplete || names.length === 0 ? 'unsure' : 'no';
    return [tell(`ask.authors.${key}`, locale, { name: nameText(name, locale), title })];
  }
  if (names.length === 0)
    return [tell('ask.authors.unknown', locale, { title }), ...hiddenLine(paper, locale)];
  const listed = {
    markdown: cut(escapeText(names.map((one) => nameText(one, locale)).join(', ')), NAMES_MAX),
  };
  const line = incomplete
    ? tell('ask.authors.cut', locale, { title, names: listed })
    : tell('ask.authors.are', locale, { title, names: listed, count: names.length });
  return [
    line,
    ...hiddenLine(paper, locale),
    tell(ordered ? 'ask.authors.ordered' : 'ask.authors.order', locale),
  ];
}

/** How many authors there are whose names are not shown, where there are any. */
function hiddenLine({ details }: Paper, locale: Language): string[] {
  const count = details?.hiddenAuthors ?? 0;
  return count > 0 ? [`-# ${tell('card.hidden', locale, { count })}`] : [];
}

function compareLines([a, b]: readonly [Paper, Paper], locale: Language): string[] {
  if (a.id === b.id) return [tell('ask.compare.self', locale, { more: titleOf(a, locale) })];
  const unknown = [a, b].find(({ votes }) => typeof votes !== 'number');
  if (unknown !== undefined) return [tell('ask.compare.unknown', locale, { more: titleOf(unknown, locale) })];
  const [more, less] = Number(a.votes) >= Number(b.votes) ? [a, b] : [b, a];
  const values = {
    more: titleOf(more, locale),
    less: titleOf(less, locale),
    most: votesText(more.votes, locale),
    least: votesText(less.votes, locale),
  };
  const key = a.votes === b.votes ? 'ask.compare.same' : 'ask.compare.more';
  const counted = countedIn([a, b]);
  const time = { markdown: counted === null ? '' : asOf(counted, locale) };
  return [tell(key, locale, values), tell('ask.compare.remark', locale, { time })];
}
