import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import { ALL, type Filter, select, votesOn } from '../../../src/archive/select.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { readRecordedDay } from '../../../src/sources/files/recorded-day.ts';
import { authorsOf, known, naive } from '../../support/naive-count.ts';
import { corpus, sharedFolder } from '../../support/shared.ts';

const real = corpus().map(({ markdown }) => parseDigest(markdown).digest);
const folder = sharedFolder('hf');
const files = folder === null ? [] : readdirSync(folder).filter((file) => file.endsWith('.json'));
const recorded = files.map(
  (file) => readRecordedDay(file, readFileSync(`${folder}/${file}`, 'utf8'), Date.now()).digest,
);

describe('over the real digests', () => {
  // The body of a suite runs even where its tests are skipped, so nothing is built of an empty folder.
  if (real.length === 0) {
    test.skip('are missing: no ../shared', () => {});
    return;
  }
  const archive = Archive.of([...real, ...recorded]);
  const papers = [...archive.papers()];
  const days = archive.days();

  /** Limits of which one paper at least fits most: taken from a paper of the archive. */
  const limits: fc.Arbitrary<Filter> = fc
    .record({
      paper: fc.constantFrom(...papers),
      day: fc.constantFrom(...days),
      other: fc.constantFrom(...days),
      uses: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    })
    .map(({ paper, day, other, uses: [a, b, c, d, e, f, g, h] }) => {
      const [first = '', second = ''] = authorsOf(paper);
      const organization = paper.details?.organization ?? null;
      const [word = ''] = /[a-z]{4,}/i.exec(paper.title) ?? [];
      const [from = day, to = day] = [day, other].sort();
      return {
        ...ALL,
        ...(a && { from, to }),
        ...(b && first !== '' && { authors: [first] }),
        ...(c && second !== '' && { notAuthors: [second] }),
        ...(d && organization !== null && { organizations: [organization] }),
        ...(e && { minVotes: 10 }),
        ...(f && { code: paper.details?.code != null }),
        ...(g && word !== '' && { title: word }),
        ...(h && { except: { from: '2024-06-01', to: '2024-12-31' } }),
      };
    });

  test('any combination of conditions gives the papers and votes of a count by hand', () => {
    fc.assert(
      fc.property(limits, (filter) => {
        const [found, expected] = [select(archive, filter), naive(archive, filter)];
        expect(found.map(({ paper }) => paper.id).sort()).toEqual(
          expected.map(({ paper }) => paper.id).sort(),
        );
        const votes = expected.flatMap(({ days: counted }) => counted.map((one) => one.votes)).filter(known);
        expect(votesOn(found, filter)).toBe(votes.reduce((a, b) => a + b, 0));
      }),
      { numRuns: 120 },
    );
  });
});
