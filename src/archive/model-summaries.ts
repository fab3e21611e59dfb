import { createHash } from 'node:crypto';
import type { Language } from '../language.ts';
import { writtenIn } from '../text/written-in.ts';
import type { Paper, Section, Written } from './paper.ts';

/** The hash of the title and abstract that a summary is written from; a change of either makes the summary obsolete. */
export function inputOf(title: string, abstract: string): string {
  return createHash('sha256')
    .update(JSON.stringify([title, abstract]))
    .digest('base64url')
    .slice(0, 16);
}

/**
 * The model's summaries for a paper's current title and abstract, the latest of each language.
 *
 * @returns undefined if there are none
 */
export function writtenOf(title: string, abstract: string | null, all: readonly Written[]): Paper['written'] {
  if (abstract === null || all.length === 0) return undefined;
  const input = inputOf(title, abstract);
  const fit = all.filter((one) => one.input === input);
  return fit.length === 0
    ? undefined
    : Object.fromEntries(fit.map(({ language, sections }) => [language, sections]));
}

/** Whether the archive has a summary for readers of a language: not doubtful, and not Korean for English readers. */
export function hasSummaryFor(paper: Paper, language: Language): boolean {
  const text = paper.sections.map((section) => section.text).join(' ');
  if (!/[\p{L}\p{N}]/u.test(text) || (language === 'en' && writtenIn(text) !== 'en')) return false;
  return !paper.doubtful;
}

/** The model's summary for readers of a language if the archive has none for them; null if there is neither. */
export function writtenFor(paper: Paper, language: Language): readonly Section[] | null {
  const written = paper.written?.[language];
  return written === undefined || hasSummaryFor(paper, language) ? null : written;
}
