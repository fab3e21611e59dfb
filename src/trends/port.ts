import type { MonthOfPapers, TrendTable } from './counts.ts';

/** What a picture of trends is made of. */
export interface TrendRequest {
  readonly months: readonly MonthOfPapers[];
  /** The requested terms; empty for the most common ones. */
  readonly about: readonly string[];
}

/** Draws trends, each once for the same key. */
export interface Trends {
  /** @param key tells the question and the state of the archive apart from others */
  draw(key: string, request: () => TrendRequest): Promise<DrawnTrends>;
}

/** Numbers, and the picture of them as a PNG. */
export interface DrawnTrends {
  readonly table: TrendTable;
  readonly picture: Uint8Array;
}
