import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atOnce, Derived, mapped, SLICE, sorted } from '../../src/sliced.ts';

/** How many slices some work has. */
function slices(work: Generator<void, unknown>): number {
  let count = 1;
  while (!work.next().done) count += 1;
  return count;
}

describe('sliced work', () => {
  test('sorts as toSorted does, and keeps the order of equals', () => {
    const pairs = fc.array(fc.record({ key: fc.nat(20), place: fc.nat() }), {
      maxLength: 4_500,
      size: 'max',
    });
    fc.assert(
      fc.property(pairs, (items) => {
        const order = (a: { key: number }, b: { key: number }) => a.key - b.key;
        expect(atOnce(sorted(items, order))).toEqual(items.toSorted(order));
      }),
      { numRuns: 20 },
    );
  });

  test('has no slice that grows with the work', () => {
    const items = Array.from({ length: 64 * SLICE }, (_, index) => (index * 7_919) % 65_537);
    let compared = 0;
    const work = sorted(items, (a, b) => {
      compared += 1;
      return a - b;
    });
    for (let step = work.next(); !step.done; step = work.next()) {
      expect(compared).toBeLessThan(20 * SLICE);
      compared = 0;
    }
    expect(slices(mapped(items, (item) => item))).toBeGreaterThan(60);
  });
});

describe('a derived value', () => {
  /** Counts what it was made of, in so many slices. */
  function derived(count: number) {
    const source = { value: 1, made: 0 };
    const counted = new Derived(function* () {
      const { value } = source;
      source.made += 1;
      for (let slice = 0; slice < count; slice += 1) yield;
      return { value };
    });
    return { source, counted };
  }

  test('is computed when it is read, once after each change', () => {
    const { source, counted } = derived(3);
    expect(source.made).toBe(0);
    expect(counted.value).toBe(counted.value);
    source.value = 2;
    counted.change();
    expect(counted.value).toEqual({ value: 2 });
    expect(source.made).toBe(2);
  });

  test('is ready at once if it is little work', () => {
    const { counted } = derived(3);
    counted.keepBy(() => new Promise(() => undefined));
    expect(counted.isReady).toBe(true);
    expect(counted.value).toEqual({ value: 1 });
  });

  test('is computed in the background slice by slice, while readers get the previous value', async () => {
    const { source, counted } = derived(33);
    const turns: (() => void)[] = [];
    counted.keepBy(() => new Promise<void>((resolve) => turns.push(resolve)));
    expect(counted.isReady).toBe(false);
    const next = async () => {
      turns.shift()?.();
      await new Promise(setImmediate);
    };
    for (let slice = 0; slice < 3; slice += 1) {
      expect(counted.isReady).toBe(false);
      await next();
    }
    expect(counted.isReady).toBe(true);
    source.value = 2;
    counted.change();
    await next();
    expect(counted.value).toEqual({ value: 1 });
    // Changed once more in the middle of it: what is made in the end is of the last state.
    source.value = 3;
    counted.change();
    while (turns.length > 0) await next();
    expect(counted.value).toEqual({ value: 3 });
    expect(turns).toEqual([]);
    expect(source.made).toBe(3);
  });

  test('is finished at once by a reader who cannot wait, and not made again by the background', async () => {
    const { source, counted } = derived(40);
    const turns: (() => void)[] = [];
    counted.keepBy(() => new Promise<void>((resolve) => turns.push(resolve)));
    expect(counted.isReady).toBe(false);
    expect(counted.value).toEqual({ value: 1 });
    turns.shift()?.();
    await counted.made();
    expect(turns).toEqual([]);
    expect(source.made).toBe(1);
  });

  test('is neither read nor made by the background before this begins', async () => {
    const { source, counted } = derived(3);
    const begun = Promise.withResolvers<void>();
    const looks: string[] = [];
    const kept = {
      load() {
        looks.push('load');
        return null;
      },
      save: () => void looks.push('save'),
    };
    counted.keepBy(async () => undefined, kept, begun.promise);
    await new Promise(setImmediate);
    expect(looks).toEqual([]);
    expect(counted.isReady).toBe(false);
    begun.resolve();
    await counted.ready();
    expect(looks).toEqual(['load', 'save']);
    expect(source.made).toBe(1);
  });

  test('gives the value of an earlier start to whoever reads before the background begins', async () => {
    const { source, counted } = derived(3);
    const begun = Promise.withResolvers<void>();
    const kept = { load: () => ({ value: 7 }), save: () => undefined };
    counted.keepBy(async () => undefined, kept, begun.promise);
    expect(counted.hasValue()).toBe(true);
    expect(counted.value).toEqual({ value: 7 });
    begun.resolve();
    await counted.made();
    expect(counted.value).toEqual({ value: 7 });
    expect(source.made).toBe(0);
  });

  test('gives each of many waiting callers a turn', async () => {
    const { counted } = derived(31);
    const turns: (() => void)[] = [];
    counted.keepBy(() => new Promise<void>((resolve) => turns.push(resolve)));
    let answered = 0;
    const waiting = Array.from({ length: 5 }, () => counted.ready().then(() => (answered += 1)));
    turns.shift()?.();
    await new Promise(setImmediate);
    expect(answered).toBe(0);
    for (let turn = 1; turn <= 5; turn += 1) {
      turns.shift()?.();
      await new Promise(setImmediate);
      expect(answered).toBe(turn);
    }
    await Promise.all(waiting);
  });
});
