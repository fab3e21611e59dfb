import type { PaperId } from '../archive/paper.ts';
import type { Language } from '../language.ts';

/** What a summary is written from. */
export interface SummarySource {
  readonly id: PaperId;
  readonly title: string;
  /** In English, as its authors wrote it. */
  readonly abstract: string;
}

/** The points of a summary, in their order. */
export const POINTS = ['new', 'technical', 'performance'] as const;
export type Point = (typeof POINTS)[number];

/** The headings that the archive's digests give them. */
export const HEADINGS: Readonly<Record<Point, string>> = {
  new: "What's New",
  technical: 'Technical Details',
  performance: 'Performance Highlights',
};

/** One point in a model's words, with the sentences of the abstract that it is taken from, word for word. */
export interface SummaryPoint {
  readonly point: Point;
  readonly text: string;
  readonly evidence: readonly string[];
}

/** A summary that a model wrote and that holds. */
export interface Summary {
  readonly paperId: PaperId;
  readonly language: Language;
  /** At least `new` and one more; a point of which the abstract says nothing is left out. */
  readonly points: readonly SummaryPoint[];
  readonly model: string;
  /** Of which words to the model, and of which title and abstract: `keyOf`. */
  readonly key: string;
}
