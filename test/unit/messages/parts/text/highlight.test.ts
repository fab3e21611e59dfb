import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../../../src/messages/parts/text/escape.ts';
import { markWords } from '../../../../../src/messages/parts/text/highlight.ts';

describe('highlighted words', () => {
  it.each([
    ['Diffusion Models Beat GANs', ['diffusion', 'model'], '**Diffusion** **Models** Beat GANs'],
    ['LongLLaVA: Scaling', ['longllava'], '**LongLLaVA**: Scaling'],
    ['Modeling the mode', ['mode'], 'Modeling the **mode**'],
    ['음성합성을 위한 확산', ['음성', '합성'], '**음성합성**을 위한 확산'],
    ['a * b_c', ['c'], 'a \\* b\\_**c**'],
    ['nothing here', [], 'nothing here'],
  ])('of %j by %j: %j', (text, words, marked) => {
    expect(markWords(escapeText(text), words)).toBe(marked);
  });

  it('change only what is bold, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.array(fc.string({ minLength: 1, maxLength: 4 })),
        (text, words) => {
          const line = escapeText(text);
          expect(markWords(line, words).replaceAll('**', '')).toBe(line.replaceAll('**', ''));
        },
      ),
    );
  });
});
