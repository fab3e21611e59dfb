import type { Paper } from './paper.ts';
import type { Ranked } from './ranking.ts';

/** One way to sort papers. An entry added to `ORDERS` appears in the command bar, in titles and on buttons. */
export interface Order {
  /** Its name in English and Korean. */
  readonly en: string;
  readonly ko: string;
  /** The value to compare: a number or a day; null if unknown, which puts the paper last. */
  value(ranked: Ranked): number | string | null;
  readonly first: 'largest' | 'smallest';
  /** Shown before the value in lists of this order; without a sign the value is not shown. */
  readonly sign?: string;
}

export const ORDERS = {
  votes: { en: 'most votes first', ko: '추천 많은 순', value: votesOf, first: 'largest' },
  fewest: { en: 'fewest votes first', ko: '추천 적은 순', value: votesOf, first: 'smallest' },
  newest: { en: 'newest first', ko: '최신순', value: ({ date }) => date, first: 'largest' },
  oldest: { en: 'oldest first', ko: '오래된 순', value: ({ date }) => date, first: 'smallest' },
  stars: {
    en: 'most stars first',
    ko: '스타 많은 순',
    value: ({ paper }) => paper.details?.stars ?? null,
    first: 'largest',
    sign: '★',
  },
  authors: {
    en: 'most authors first',
    ko: '저자 많은 순',
    value: ({ paper }) => authorsOf(paper),
    first: 'largest',
    sign: '👥',
  },
  'fewest-authors': {
    en: 'fewest authors first',
    ko: '저자 적은 순',
    value: ({ paper }) => authorsOf(paper),
    first: 'smallest',
    sign: '👥',
  },
  shortest: {
    en: 'shortest title first',
    ko: '제목 짧은 순',
    value: ({ paper }) => paper.title.length,
    first: 'smallest',
  },
  longest: {
    en: 'longest title first',
    ko: '제목 긴 순',
    value: ({ paper }) => paper.title.length,
    first: 'largest',
  },
} satisfies Record<string, Order>;

export type OrderName = keyof typeof ORDERS;

/** The names of all orders, as sorted in the table. */
export const ORDER_NAMES = Object.keys(ORDERS).filter((name): name is OrderName =>
  Object.hasOwn(ORDERS, name),
);

/** How many authors a paper's list has, with hidden ones and namesakes; the paper may have more if the list was cut short. */
export function authorsOf({ authors, details }: Paper): number {
  return authors.names.length + (authors.namesakes ?? 0) + (details?.hiddenAuthors ?? 0);
}

function votesOf({ votes }: Ranked): number | null {
  return typeof votes === 'number' ? votes : null;
}
