import { describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/sliced.ts';
import { PackedLists } from '../../../src/text/packed-lists.ts';

const LISTS = new Map([
  ['vision', [1, 2]],
  ['장면', []],
  ['α', [7]],
]);

describe('packed lists', () => {
  test.each([
    ['as they were made', atOnce(PackedLists.of(LISTS))],
    ['as they were kept', PackedLists.from(atOnce(PackedLists.of(LISTS)).packed)],
  ])('give the numbers of each text, %s', (_, packed) => {
    expect(packed.size).toBe(LISTS.size);
    for (const [text, numbers] of LISTS) expect([...packed.at(packed.placeOf(text) ?? -1)]).toEqual(numbers);
  });

  test('have no place for another text', () => {
    const packed = atOnce(PackedLists.of(LISTS));
    expect(['visio', 'vision 장면', ''].map((text) => packed.placeOf(text))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(atOnce(PackedLists.of(new Map())).placeOf('vision')).toBeUndefined();
  });
});
