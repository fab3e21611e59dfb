import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Digest, Listing } from '../../../src/archive/paper.ts';
import type { Dispatch } from '../../../src/bot/dispatch.ts';
import { render } from '../../../src/messages/render.ts';
import { NOW } from '../../support/app.ts';
import { dispatchOver, libraryOf, seedDigests } from '../../support/library.ts';
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

/** Asks through the one door; the answer as a message in both languages. */
async function shown(question: string, dispatch: Dispatch): Promise<string> {
  const answer = await dispatch({ command: 'ask', options: { question }, now: NOW });
  for (const locale of ['en', 'ko'] as const) expectValid(render(answer, locale));
  return answer.kind;
}

describe('hostile text in papers', () => {
  const dispatch = dispatchOver(libraryOf([hostile]));

  test.each([
    ['who wrote Quagga?', 'facts'],
    ['how many votes has Quagga?', 'facts'],
    ['when was Quagga listed?', 'facts'],
    ['Quagga vs Zebrafish: which got more votes, 2412.00001 or 2412.00002?', null],
    ['top 5 papers', 'found'],
    ['most active authors', 'facts'],
    ['papers by Song Han', 'author'],
    ['how do zebrafish networks swim', 'passages'],
    ['papers by Mallory', null],
    ['how many papers in 2024', 'found'],
  ])('mentions nobody and adds no link: %s', async (question, kind) => {
    const given = await shown(question, await dispatch);
    if (kind !== null) expect(given).toBe(kind);
  });
});

describe('any question', () => {
  const dispatch = dispatchOver(libraryOf(seedDigests()));
  const frame = fc.constantFrom(
    ...['who wrote ', 'papers by ', 'how many votes has ', 'top 5 papers by ', 'when was ', '', 'what is '],
    ...['논문 ', '2024년 12월 ', 'which got more votes, VisionZip or ', 'papers by Song Han and '],
  );

  test('is answered with a message that Discord accepts', async () => {
    await fc.assert(
      fc.asyncProperty(
        frame,
        anyText(250),
        fc.constantFrom('', '?', ' listed', ' 저자', ' 언제 올라왔어?'),
        async (before, text, after) => {
          expect(await shown(`${before}${text}${after}`, await dispatch)).toEqual(expect.any(String));
        },
      ),
      { numRuns: 250 },
    );
  });
});
