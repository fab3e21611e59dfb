import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { writeDigest } from '../../../src/digest-format/write.ts';
import { UserError } from '../../../src/errors.ts';
import { keptDigest, nastyText } from '../../support/digests.ts';
import { corpus } from '../../support/shared.ts';

const digests = corpus();

const LISTING =
  /^(?:#{2,3}(?=[ \t[])|#{1,6}(?=[\s\d.)#]*\[))(?!\s*Daily Papers).*\]\(https:\/\/arxiv\.org\/abs\/(?:\d{4}\.\d{5}|cs\/\d{7})\)/s;

/** The rules that stand for a listing that is not in the digest, or not a second time. */
const INSTEAD = new Set(['another-date', 'listed-twice']);

type Result = ReturnType<typeof parseDigest>;

/** Letters and digits alone: the parser takes markers away and puts white space straight, never words. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The lines of a source whose words are neither in the digest nor in a warning. */
function lostLines(source: string, { digest, warnings }: Result): readonly string[] {
  const kept = [writeDigest(digest), ...warnings.map(({ text }) => text)].join('\n');
  const all = bare(kept);
  const words = new Set(wordsOf(kept));
  const isThere = (typed: string) => {
    // A number that only leads a line of votes or authors is a marker, as a bullet is.
    const line = typed.replace(/^\s*\d{1,9}[.)]\s+(?=[*_`]*(?:votes?|authors?)\b)/i, '');
    if (all.includes(bare(line))) return true;
    // Lists of names, lists of descriptions and videos are written in another form: each word must be there.
    if (!/^\s*Authors:|[[{]\s*['"{]|<video/.test(line)) return false;
    return wordsOf(line.replace(/\\u[\da-f]{4}/g, ' ')).every((word) => words.has(word) || isSyntax(word));
  };
  return source
    .split('\n')
    .filter((line) => !/^\s*(?:<\/?(?:div|video|p)>\s*)+$/.test(line) && !isThere(line));
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}

function isSyntax(word: string): boolean {
  return word === 'description' || word === 'and';
}

function read(source: string): Result | null {
  try {
    return parseDigest(source);
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

type Change =
  | { readonly kind: 'delete' | 'double' | 'cut' | 'indent' | 'join'; readonly at: number }
  | { readonly kind: 'insert'; readonly at: number; readonly line: string }
  | { readonly kind: 'swap'; readonly at: number; readonly with: number };

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom('delete', 'double', 'cut', 'indent', 'join'), at: fc.nat() }),
  fc.record({ kind: fc.constant('swap'), at: fc.nat(), with: fc.nat() }),
  fc.record({
    kind: fc.constant('insert'),
    at: fc.nat(),
    line: fc.oneof(
      nastyText(4),
      fc.constantFrom(
        '```',
        '~~~',
        '<div>',
        '<!--',
        '-->',
        '<script>',
        '> quote',
        '    code',
        '1. one',
        '\t- tab',
      ),
      fc.constantFrom(
        '### Title',
        '#### Title',
        '# Title',
        '## Notes',
        'setext',
        '---',
        '===',
        '- - -',
        '[a]: b',
      ),
      fc.constantFrom(
        'Vote: abc',
        'Vote: 7',
        'Authors: X, Y',
        "Authors: ['X', 'Y",
        '![](z.png)',
        '<video src="v.mp4">',
      ),
      fc.constantFrom(
        '## Daily Papers (2020-01-01)',
        '## Daily Papers (2024-02-31)',
        '## Daily Papers',
        '- ***Open: x',
      ),
      fc.constantFrom(
        "- **A**: [{'description': 'q'}]",
        "- **A**: [{'description': 'q'",
        "- ['r', 's']",
        '- \b\f',
      ),
    ),
  }),
);

function applyChange(lines: readonly string[], made: Change): readonly string[] {
  if (lines.length === 0) return lines;
  const at = made.at % lines.length;
  const line = lines[at] ?? '';
  switch (made.kind) {
    case 'delete':
      return lines.toSpliced(at, 1);
    case 'double':
      return lines.toSpliced(at, 0, line);
    case 'cut':
      return lines.with(at, line.slice(0, line.length / 2).toWellFormed());
    case 'indent':
      return lines.with(at, `  ${line}`);
    case 'join':
      return lines.toSpliced(at, 2, line + (lines[at + 1] ?? ''));
    case 'insert':
      return lines.toSpliced(at, 0, made.line);
    case 'swap': {
      const other = made.with % lines.length;
      return lines.with(at, lines[other] ?? '').with(other, line);
    }
    default:
      return made satisfies never;
  }
}

function expectNothingLost(source: string): void {
  const result = read(source);
  if (result === null) return;
  expect(lostLines(source, result)).toEqual([]);

  const instead = result.warnings.filter(
    ({ rule, text }) => INSTEAD.has(rule) && LISTING.test(firstLine(text)),
  );
  const raw = source
    .split('\n')
    .filter((line) => LISTING.test(line.replace(/[\x00-\x08\x0b-\x1f\x7f\uFEFF]/g, '')));
  expect(result.digest.listings.length + instead.length).toBe(raw.length);

  const lines = source.split('\n');
  for (const { line, rule, text } of result.warnings) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(rule).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    if (rule !== 'no-listings') expect(bare(lines[line - 1] ?? '')).toContain(bare(firstLine(text)));
  }
}

describe('the text of a source', () => {
  it('is in the digest or in a warning, however a digest is damaged', () => {
    fc.assert(
      fc.property(keptDigest(), fc.array(change, { maxLength: 8 }), (digest, changes) => {
        expectNothingLost(changes.reduce(applyChange, writeDigest(digest).split('\n')).join('\n'));
      }),
      { numRuns: 2000 },
    );
  });

  it.skipIf(digests.length === 0)('is in the digest or in a warning, for every real digest', () => {
    for (const { markdown } of digests) expectNothingLost(markdown);
  });

  it.skipIf(digests.length === 0)(
    'is in the digest or in a warning, however a real digest is damaged',
    () => {
      fc.assert(
        fc.property(
          fc.nat({ max: Math.max(0, digests.length - 1) }),
          fc.array(change, { maxLength: 12 }),
          (index, changes) => {
            expectNothingLost(
              changes.reduce(applyChange, digests[index]?.markdown.split('\n') ?? []).join('\n'),
            );
          },
        ),
        { numRuns: 100 },
      );
    },
  );

  it('never makes the reader fail except with an error for people', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        read(text);
        read(`## Daily Papers (2024-12-06)\n### [T](https://arxiv.org/abs/2412.04467)\n${text}`);
      }),
      { numRuns: 1000 },
    );
  });
});
