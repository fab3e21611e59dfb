import { z } from 'zod';
import { tellingWords } from '../../answers/quotes/answerable.ts';
import { properNamesIn, unknownNames } from '../../model/checks/names.ts';
import { amountsIn, unknownAmounts } from '../../model/checks/numbers.ts';
import { isPlain } from '../../model/checks/plain-sentence.ts';
import { asData, DATA_ONLY, plainLine } from '../../model/checks/prompt-data.ts';
import type { Prompt } from '../../model/port.ts';
import { overlap } from '../../search/overlap.ts';

const MAX = 300;

/** With fewer or more telling words than these shares of the question's it is another question. */
const WORDS = { least: 0.6, most: 1.6 };

/** The share of the question's words that must be in it, in either language. */
const KEPT_MIN = 0.4;

const shape = z.object({ ko: z.string(), en: z.string() });
export type Rewrites = z.output<typeof shape>;

export function rewritePrompt(question: string): Prompt<Rewrites> {
  return {
    name: 'rewritten',
    instructions: [
      `You write a question about AI papers in other words, for a search that knows words alone. ${DATA_ONLY}`,
      'Write it once in Korean and once in English, in the terms that papers use for what it asks, as specific as it is.',
      'Keep every name, version and number as it is; add none. Answer nothing.',
      'Answer with JSON alone: {"ko":"…","en":"…"}',
    ].join('\n'),
    data: asData({ question: plainLine(question, MAX) }),
    shape,
  };
}

/** Keeps a rewritten question that asks as much as the one typed: its names and numbers, no others, about as many words. */
export function heldRewrites(question: string, { ko, en }: Rewrites): readonly string[] {
  return [...new Set([ko, en].map((text) => plainLine(text, MAX + 1)))].filter((text) =>
    isSame(text, question),
  );
}

function isSame(text: string, question: string): boolean {
  const telling = tellingWords(question);
  return (
    text !== '' &&
    text.length <= MAX &&
    overlap(question, [text]) >= KEPT_MIN &&
    isPlain(text) &&
    unknownNames(text, [question]).length === 0 &&
    unknownAmounts(text, [question]).length === 0 &&
    unknownNames(properNamesIn(question).join(' / '), [text]).length === 0 &&
    amountsIn(question).every((amount) => amountsIn(text).includes(amount)) &&
    tellingWords(text) >= Math.max(2, WORDS.least * telling) &&
    tellingWords(text) <= WORDS.most * telling + 1
  );
}
