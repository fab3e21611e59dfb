import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../../../../src/sliced.ts';
import { editDistance } from '../../../../src/text/distance.ts';
import { PackedStrings } from '../../../../src/text/packed/packed-strings.ts';

function within(texts: readonly string[], typed: string, mistakes: number): readonly string[] {
  return [...atOnce(PackedStrings.of(texts)).within(typed, mistakes)].map(
    ({ index, distance }) => `${texts[index]} ${distance}`,
  );
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

  it('are found among 60,000 names within 20 ms of CPU', () => {
    const names = Array.from(
      { length: 60_000 },
      (_, at) => `${NAMES[at % 13]}${(at * 7919).toString(36)}${NAMES[at % 17]}`,
    );
    const packed = atOnce(PackedStrings.of(names));
    const costs = Array.from({ length: 9 }, (_, round) => {
      const before = process.cpuUsage();
      expect([...packed.within(`${names[round * 6000]}x`, 2)]).not.toEqual([]);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(costs.toSorted((a, b) => a - b)[4]).toBeLessThan(20);
  });
});

const NAMES =
  'wang smith jianfeng alexander garcia minjoon hajishirzi brendan schmidhuber yoshua ilya sutskever andrej karpathy fei percy liang'.split(
    ' ',
  );
