import fc from 'fast-check';
import { describe, it } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { render } from '../../../src/messages/render.ts';
import { anyAnswer } from './arbitraries.ts';
import { expectValid } from './valid.ts';

const KINDS: readonly Answer['kind'][] = [
  'digest',
  'post',
  'top',
  'paper',
  'author',
  'choice',
  'found',
  'facts',
  'passages',
  'refusal',
  'help',
  'notice',
];

describe('Discord accepts the message whatever the archive holds', () => {
  it.each(KINDS)('%s', (kind) => {
    fc.assert(
      fc.property(anyAnswer[kind], fc.constantFrom('en' as const, 'ko' as const), (answer, locale) => {
        expectValid(render(answer, locale));
      }),
      { numRuns: 300 },
    );
  });
});
