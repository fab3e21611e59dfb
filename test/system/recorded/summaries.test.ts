import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { overlap } from '../../../src/search/overlap.ts';
import { problemsOf } from '../../../src/summaries/check.ts';
import type { SummarySource } from '../../../src/summaries/summary.ts';
import { sentencesOf } from '../../../src/text/sentences.ts';
import { sharedFolder } from '../../support/shared.ts';

const recorded = z.array(
  z.object({
    paper: z.object({
      id: z.string(),
      title: z.string(),
      summary: z.string(),
      ai_summary: z.string().optional(),
    }),
  }),
);

interface Told {
  readonly source: SummarySource;
  /** What a model made of the abstract, in a line. */
  readonly line: string;
}

/** The papers of recorded days that have a line by a model; none where the days are missing. */
function papers(): readonly Told[] {
  const folder = sharedFolder('hf');
  if (folder === null) return [];
  const days = readdirSync(folder).filter((file) => /^\d{4}-.*\.json$/.test(file));
  const all = days.flatMap((file) => recorded.parse(JSON.parse(readFileSync(folder + file, 'utf8'))));
  const told = all.flatMap(({ paper: { id, title, summary, ai_summary: line } }) =>
    line === undefined
      ? []
      : [{ source: { id, title, abstract: summary.replace(/\s+/g, ' ').trim() }, line }],
  );
  return [...new Map(told.map((one) => [one.source.id, one])).values()];
}

const all = papers();

/** Whether a line holds with the sentences of an abstract as evidence that come nearest to it. */
function holds(line: string, source: SummarySource): boolean {
  const nearest = sentencesOf(source.abstract)
    .map((text) => ({ text, share: overlap(line, [text]) }))
    .filter(({ text }) => text.split(' ').length >= 4)
    .sort((a, b) => b.share - a.share)
    .slice(0, 3);
  const evidence = nearest.map(({ text }) => text);
  return problemsOf({ point: 'new', text: line, evidence }, source, 'en').length === 0;
}

describe.skipIf(all.length === 0)('lines that a model wrote for recorded papers', () => {
  test('nearly all pass the checks with their own abstract', () => {
    const held = all.filter(({ line, source }) => holds(line, source)).length;
    expect(held / all.length).toBeGreaterThan(0.9);
  });

  test('hardly ever pass with another abstract', () => {
    const wrong = all.filter(({ line, source }, at) => {
      const other = all[(at * 7919 + 13) % all.length]?.source ?? source;
      return other.id !== source.id && holds(line, other);
    });
    expect(wrong.length / all.length).toBeLessThan(0.005);
  });
});
