import { byText } from '../text/order.ts';
import { naming, termOf } from './terms.ts';

/** What is counted of a paper. */
export interface CountedPaper {
  readonly title: string;
  readonly keywords: readonly string[];
}

/** The papers that were first listed in a month. */
export interface MonthOfPapers {
  /** `2024-12` */
  readonly month: string;
  readonly papers: readonly CountedPaper[];
}

/** How often one term occurs. */
export interface TrendLine {
  /** As requested, else as most papers spell it. */
  readonly name: string;
  /** Papers of each month that name it. */
  readonly counts: readonly number[];
}

/** How often terms occur by month. A share is a count divided by `totals` of the same month. */
export interface TrendTable {
  /** Whether keywords were counted, of the papers that have some, or words of titles, of all papers. */
  readonly by: 'keywords' | 'titles';
  readonly months: readonly string[];
  /** Papers of each month that could name a term. */
  readonly totals: readonly number[];
  readonly lines: readonly TrendLine[];
}

/** Lines that a picture can tell apart. */
export const LINES_MAX = 5;

/** Keywords are counted where at least this share of the papers of every month has some. */
const COVERED = 1 / 4;

/**
 * Counts terms by month: those asked for, else those that most papers have as a keyword.
 *
 * @param about terms in any spelling and language; at most 5 count
 */
export function trendsIn(months: readonly MonthOfPapers[], about: readonly string[]): TrendTable {
  const by = months.every(isCovered) ? 'keywords' : 'titles';
  const counted = months.map(({ papers }) =>
    by === 'keywords' ? papers.filter(({ keywords }) => keywords.length > 0) : papers,
  );
  const names = about.length > 0 ? about : commonTerms(months);
  const lines = names.slice(0, LINES_MAX).map((name): TrendLine => {
    const term = termOf(name);
    const isNamed = term === null ? () => false : naming(term);
    const has = ({ title, keywords }: CountedPaper) =>
      by === 'titles' ? isNamed(title) : keywords.some(isNamed);
    return { name, counts: counted.map((papers) => papers.filter(has).length) };
  });
  return {
    by,
    months: months.map(({ month }) => month),
    totals: counted.map((papers) => papers.length),
    lines,
  };
}

function isCovered({ papers }: MonthOfPapers): boolean {
  return papers.filter(({ keywords }) => keywords.length > 0).length >= papers.length * COVERED;
}

/** The keywords that most papers have, each in its most frequent spelling. */
function commonTerms(months: readonly MonthOfPapers[]): readonly string[] {
  const terms = countTerms(months.flatMap(({ papers }) => papers));
  return [...terms.values()]
    .toSorted((a, b) => b.papers - a.papers || byText(a.name, b.name))
    .map(({ name }) => name)
    .slice(0, LINES_MAX);
}

/** How many papers have a term as a keyword, and how most of them spell it. */
export interface TermCount {
  readonly name: string;
  readonly papers: number;
}

/** The terms of papers' keywords. A paper counts once for a term, however often and in whatever spelling it has it. */
export function countTerms(papers: Iterable<CountedPaper>): ReadonlyMap<string, TermCount> {
  const counted = new Map<string, { papers: number; readonly spellings: Map<string, number> }>();
  for (const { keywords } of papers) {
    const named = new Map(keywords.map((keyword) => [termOf(keyword), keyword.trim()]));
    for (const [term, spelling] of named) {
      if (term === null) continue;
      const entry = counted.get(term) ?? { papers: 0, spellings: new Map() };
      entry.papers += 1;
      entry.spellings.set(spelling, (entry.spellings.get(spelling) ?? 0) + 1);
      counted.set(term, entry);
    }
  }
  return new Map(
    [...counted].map(([term, { papers: count, spellings }]) => {
      const [best] = [...spellings].toSorted(([a, x], [b, y]) => y - x || byText(a, b));
      return [term, { name: best?.[0] ?? term, papers: count }];
    }),
  );
}
