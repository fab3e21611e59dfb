import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Archive } from '../../../src/archive/archive.ts';
import { knowsOrder } from '../../../src/citations/citation.ts';
import { writeCitations } from '../../../src/citations/write.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { readRecordedDay } from '../../../src/sources/files/recorded-day.ts';
import { lettersOf, parseBibtex, parseRis } from '../../support/citations.ts';
import { corpus, sharedFolder } from '../../support/shared.ts';

const folder = sharedFolder('hf');
const files = folder === null ? [] : readdirSync(folder).filter((file) => file.endsWith('.json'));
/** Papers spread over all years: every fifth of what is recorded, until there are enough. */
const COUNT = 1000;

const authorSchema = z.object({ name: z.string(), hidden: z.boolean().optional() });
const daySchema = z.array(
  z.object({ paper: z.object({ id: z.string(), authors: z.array(authorSchema).optional() }) }),
);

describe('citations of real papers', () => {
  if (files.length === 0) {
    test.skip('are not checked: no ../shared', () => {});
    return;
  }
  const texts = files.map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }));
  const archive = Archive.of([
    ...corpus().map(({ markdown }) => parseDigest(markdown).digest),
    ...texts.map(({ file, text }) => readRecordedDay(file, text, Date.now()).digest),
  ]);
  /** The authors as the recordings have them, read by a walk that shares nothing with the reader. */
  const printed = new Map<string, Set<string>>();
  for (const { text } of texts) {
    for (const { paper } of daySchema.parse(JSON.parse(text))) {
      const names = [...new Set((paper.authors ?? []).map(({ name }) => lettersOf(name)))];
      const held = printed.get(paper.id) ?? new Set();
      printed.set(paper.id, held.add(JSON.stringify(names)));
    }
  }
  const all = [...archive.papers()];
  const papers = all.filter((_, place) => place % Math.ceil(all.length / COUNT) === 0);
  const named = new Set(papers.filter(knowsOrder).map(({ id }) => id));

  test.each([
    ['BibTeX', 'bibtex', parseBibtex],
    ['RIS', 'ris', parseRis],
  ] as const)('are read by a parser of %s, with authors in the right order or none', (_, format, parse) => {
    const entries = parse(writeCitations(papers, format));
    expect(entries.length).toBeGreaterThanOrEqual(500);
    expect(entries.map(({ id }) => id)).toEqual(papers.map(({ id }) => id));
    expect(new Set(entries.map(({ key, id }) => key ?? id)).size).toBe(papers.length);
    const wrong = entries.filter(({ id, authors, note }) =>
      named.has(id) ? !printed.get(id)?.has(JSON.stringify(authors)) : authors !== null || note === null,
    );
    expect(wrong).toEqual([]);
    expect(named.size).toBeGreaterThan(100);
  });
});
