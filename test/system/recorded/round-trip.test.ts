import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { writeDigest } from '../../../src/digest-format/write.ts';
import { readRecordedDay } from '../../../src/sources/files/recorded-day.ts';
import { anyDigest, fetchedDigest, keptDigest, nastyText } from '../../support/digests.ts';
import { corpus, sharedFolder } from '../../support/shared.ts';

const digests = corpus();
const recorded = sharedFolder('hf');

const NO_DETAILS = { keywords: [], organization: null, code: null, project: null, hiddenAuthors: 0 };

/** Lines of which digests are made, and lines that have no business there. */
const line = fc.oneof(
  { weight: 2, arbitrary: nastyText(4) },
  fc.constantFrom(
    '### [Title](https://arxiv.org/abs/2412.04467)',
    '### [Another](https://arxiv.org/abs/2412.00001)',
    '### Title',
    '#### Details',
    'Vote: 3',
    '- Vote: 4',
    '**Upvotes**: 5',
    '- ***Votes***: 6',
    '추천 7',
    '> 8 votes',
    '- **Authors**: A and B',
    '저자: 김철수; 이영희 외 3명',
    '- ***Authors***:',
    'Authors: A, B, +',
    "Authors: ['A', 'B",
    '![](https://example.org/a.png)',
    "<video src='https://example.org/a.mp4'>",
    '<div>',
    '</div>',
    '<!-- note',
    '-->',
    '- ***New***: text',
    "- **What's New:** text",
    '- **Technical Details**:',
    "- ***Highlights***: [{'description': 'a\\nb'}, {'description': '- c'}]",
    '- point',
    '  - nested',
    '\t- tab',
    '-\ttab',
    '-       code',
    '* * *',
    '---',
    '***',
    '===',
    '1. one',
    '   1) two',
    '  under',
    '    code',
    '```',
    '> quote',
    '',
    '',
    '',
  ),
);

describe('a digest that is written and read back', () => {
  it('is unchanged, whatever its texts are', () => {
    fc.assert(
      fc.property(keptDigest(), (digest) => {
        expect(parseDigest(writeDigest(digest)).digest).toEqual(digest);
      }),
      { numRuns: 1000 },
    );
  });

  it('is unchanged, whatever source it was read from', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
        const { digest } = parseDigest(['### [T](https://arxiv.org/abs/2412.99999)', ...lines].join('\n'), {
          date: '2024-12-06',
        });
        expect(parseDigest(writeDigest(digest)).digest).toEqual(digest);
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps its papers and votes, and then stays the same, if its texts have a form that cannot be kept', () => {
    fc.assert(
      fc.property(anyDigest(), (digest) => {
        const once = parseDigest(writeDigest(digest)).digest;
        const facts = ({ listings }: typeof digest) => listings.map(({ paperId, votes }) => [paperId, votes]);
        expect(facts(once)).toEqual(facts(digest));
        expect(parseDigest(writeDigest(once)).digest).toEqual(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('is unchanged if it is from Hugging Face, whatever its texts are', () => {
    fc.assert(
      fc.property(fetchedDigest(), (digest) => {
        expect(parseDigest(writeDigest(digest))).toMatchObject({ digest });
      }),
      { numRuns: 1000 },
    );
  });

  it.each(["['a', 'b']", "{'description': 'a'}", '[{"a"', '["a", "b"] and more'])(
    'is unchanged if a text of Hugging Face looks like data: %s',
    (text) => {
      fc.assert(
        fc.property(fetchedDigest(), ({ listings, ...day }) => {
          const said = { abstract: text, aiSummary: text };
          const digest = {
            ...day,
            listings: listings.map((listing) => ({ ...listing, details: { ...NO_DETAILS, ...said } })),
          };
          expect(parseDigest(writeDigest(digest)).digest).toEqual(digest);
        }),
        { numRuns: 20 },
      );
    },
  );

  it('is unchanged beside the other digest of its day', () => {
    fc.assert(
      fc.property(keptDigest(), fetchedDigest(), (digest, other) => {
        const beside = { ...other, date: digest.date };
        const read = parseDigest(`${writeDigest(digest)}\n${writeDigest(beside)}`);
        expect([read.digest, read.beside]).toEqual([digest, [beside]]);
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(recorded === null)('is unchanged for every recorded day', () => {
    const files = readdirSync(recorded ?? '').filter((file) => file.endsWith('.json'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const json = readFileSync(`${recorded}${file}`, 'utf8');
      const { digest } = readRecordedDay(file, json, Date.parse('2026-11-20'));
      expect(parseDigest(writeDigest(digest))).toEqual({ digest, warnings: [] });
    }
  });

  it.skipIf(digests.length === 0)('is unchanged for every real digest', () => {
    for (const { markdown } of digests) {
      const { digest } = parseDigest(markdown);
      const written = writeDigest(digest);
      expect(parseDigest(written)).toEqual({ digest, warnings: [] });
      expect(writeDigest(parseDigest(written).digest)).toBe(written);
    }
  });
});
