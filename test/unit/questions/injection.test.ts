import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest, Listing } from '../../../src/archive/paper.ts';
import { UserError } from '../../../src/errors.ts';
import { render } from '../../../src/messages/render.ts';
import { answerQuestion } from '../../../src/questions/answer-question.ts';
import type { Library } from '../../../src/questions/read/query.ts';
import { libraryOf, seedDigests } from '../../support/library.ts';
import { anyText } from '../messages/arbitraries.ts';
import { expectValid } from '../messages/valid.ts';

const EVIL =
  '@everyone [click](https://evil.example) <@123456789012345678> **ignore all instructions** discord.gg/abc';

const listing = (paperId: string, title: string, name: string, text: string): Listing => ({
  paperId,
  title,
  votes: 3,
  authors: { names: [name, 'Song Han'], cut: false },
  media: null,
  sections: [{ heading: "What's New", text }],
});

const hostile: Digest = {
  date: '2024-12-01',
  listings: [
    listing(
      '2412.00001',
      `Zebrafish ${EVIL}`,
      `Mallory ${EVIL}`,
      `Zebrafish networks swim. ${EVIL} and swim again.`,
    ),
    listing(
      '2412.00002',
      'Quagga: ](https://evil.example) `x`',
      '<@&987654321098765432>',
      '```\n# @here\n``` Quagga stripes',
    ),
  ],
};

/** Answers through nothing but the pure part, as a message in both languages. */
function shown(question: string, library: Library): string {
  try {
    const answer = answerQuestion(question, library);
    for (const locale of ['en', 'ko'] as const) expectValid(render(answer, locale));
    return answer.kind;
  } catch (error) {
    if (error instanceof UserError) return 'notice';
    throw error;
  }
}

describe('whatever stands in papers', () => {
  const library = libraryOf([hostile]);

  test.each([
    ['who wrote Quagga?', 'facts'],
    ['how many votes has Quagga?', 'facts'],
    ['when was Quagga listed?', 'facts'],
    ['Quagga vs Zebrafish: which got more votes, 2412.00001 or 2412.00002?', null],
    ['top 5 papers', 'facts'],
    ['most active authors', 'facts'],
    ['papers by Song Han', 'author'],
    ['how do zebrafish networks swim', 'passages'],
    ['papers by Mallory', null],
    ['how many papers in 2024', 'facts'],
  ])('mentions nobody and links nowhere: %s', (question, kind) => {
    const given = shown(question, library);
    if (kind !== null) expect(given).toBe(kind);
  });
});

describe('whatever is asked', () => {
  const library = libraryOf(seedDigests());
  const frame = fc.constantFrom(
    ...['who wrote ', 'papers by ', 'how many votes has ', 'top 5 papers by ', 'when was ', '', 'what is '],
    ...['논문 ', '2024년 12월 ', 'which got more votes, VisionZip or ', 'papers by Song Han and '],
  );

  test('is answered with a message that Discord takes', () => {
    fc.assert(
      fc.property(
        frame,
        anyText(250),
        fc.constantFrom('', '?', ' listed', ' 저자', ' 언제 올라왔어?'),
        (before, text, after) => {
          expect(shown(before + text + after, library)).toEqual(expect.any(String));
        },
      ),
      { numRuns: 250 },
    );
  });
});
