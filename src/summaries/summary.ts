import type { PaperId } from '../archive/paper.ts';
import type { Language } from '../language.ts';

export interface SummarySource {
  readonly id: PaperId;
  readonly title: string;
  /** In English, as its authors wrote it. */
  readonly abstract: string;
}

export const POINTS = ['new', 'technical', 'performance'] as const;
export type Point = (typeof POINTS)[number];

/** The headings of these points in the archive's digests. */
export const HEADINGS: Readonly<Record<Point, string>> = {
  new: "What's New",
  technical: 'Technical Details',
  performance: 'Performance Highlights',
};

/** One point in a model's words; `evidence` quotes the sentences of the abstract that support it, word for word. */
export interface SummaryPoint {
  readonly point: Point;
  readonly text: string;
  readonly evidence: readonly string[];
}

/** A summary that a model wrote and that passed all checks. */
export interface Summary {
  readonly paperId: PaperId;
  readonly language: Language;
  /** At least `new` and one more; points that the abstract does not cover are missing. */
  readonly points: readonly SummaryPoint[];
  readonly model: string;
  /** The hash of prompt version, language, title and abstract. @see summaryKey */
  readonly key: string;
}
