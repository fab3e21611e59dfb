import type { Fact } from '../../answers/answer.ts';
import { countedIn } from '../../answers/vote-dates.ts';
import type { Paper } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';
import { fieldLines } from '../fields.ts';
import { tell, tellPlain } from '../locale.ts';
import type { AnswerOf } from '../message.ts';
import { authorLines, listedLines, titleOf, votesLines } from '../paper-lines.ts';
import { comparisonLines, holdingsLines, perDayLines, rankingLines, rankingTitle } from '../rankings.ts';
import { range } from './text/dates.ts';
import { asOf, nameText, votesText } from './text/format.ts';

/** The heading of a fact that is a list; a sentence needs none. Markdown. */
export function factHead({ fact, page }: AnswerOf<'facts'>, locale: Language): string | null {
  if (fact.is === 'active') return tell('ask.active.title', locale);
  if (fact.is === 'busiest') {
    const what = tellPlain(`ask.busiest.${fact.by}`, locale);
    return tell(`ask.busiest.${fact.unit}${fact.order === 'most' ? 'Most' : 'Fewest'}`, locale, { what });
  }
  if (fact.is === 'ranking' || fact.is === 'per-day') return rankingTitle(fact, locale);
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
    case 'listed':
      return listedLines(fact.paper, locale);
    case 'votes':
      return votesLines(fact.paper, locale);
    case 'fields':
      return fieldLines(fact, locale);
    case 'ranking':
      return rankingLines(fact, locale);
    case 'per-day':
      return perDayLines(fact, locale);
    case 'comparison':
      return comparisonLines(fact, locale);
    case 'holdings':
      return holdingsLines(fact, locale);
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
