import type { Fact } from '../../answers/answer.ts';
import type { Language } from '../../language.ts';
import { fieldLines } from '../fields.ts';
import { comparisonLines, holdingsLines, perDayLines, rankingLines, rankingTitle } from '../rankings.ts';

/** The heading of a fact that is a list, as Markdown; null for sentences. */
export function factHead(fact: Fact, locale: Language): string | null {
  return fact.is === 'ranking' || fact.is === 'per-day' ? rankingTitle(fact, locale) : null;
}

/** The sentences of a fact, as Markdown. */
export function factLines(fact: Fact, locale: Language): string[] {
  switch (fact.is) {
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
    default:
      return fact satisfies never;
  }
}
