import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../src/sliced.ts';
import { editDistance } from '../../../src/text/distance.ts';
import { Lines } from '../../../src/text/packed-strings.ts';
import { NearTexts } from '../../../src/text/typo-index.ts';

function within(texts: readonly string[], typed: string, mistakes: number): readonly string[] {
  const near = atOnce(NearTexts.of(new Lines(texts)));
  return [...near.within(typed, mistakes)].map(({ index, distance }) => `${texts[index]} ${distance}`);
}

describe('texts near what is typed', () => {
  it.each([
    ['songhan', 2, ['songhan 0', 'snoghan 1']],
    ['ab', 0, ['ab 0']],
    ['a', 0, ['a 0']],
    ['', 0, []],
  ])('%j within %d mistakes', (typed, mistakes, expected) => {
    const texts = ['songhan', 'snoghan', 'a', 'ab', 'b', 'jianfenggao'];
    expect(within(texts, typed, mistakes)).toEqual(expected);
  });

  it('are all those that a look at each would find, whatever their lengths', () => {
    const text = fc.string({ unit: fc.constantFrom(...'abc한'), maxLength: 12 });
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 40 }), text, fc.nat(2), (texts, typed, mistakes) => {
        const looked = texts
          .map((other) => ({ other, distance: editDistance(typed, other, mistakes) }))
          .filter(({ distance }) => distance <= mistakes)
          .map(({ other, distance }) => `${other} ${distance}`);
        expect(within(texts, typed, mistakes).toSorted()).toEqual(looked.toSorted());
      }),
      { numRuns: 500 },
    );
  });
});
