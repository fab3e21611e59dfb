import { beforeEach, describe, expect, test } from 'vitest';
import { Fetches } from '../../../src/sources/fetch-store.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { LEASE, NOW } from '../store/samples.ts';

onEachDatabase((databases) => {
  let fetches: Fetches;

  beforeEach(async () => {
    fetches = new Fetches(await databases.open());
  });

  describe('the lease', () => {
    beforeEach(() => fetches.lease('huggingface').since('2026-11-07'));

    test('belongs to one process until it ends, and only that process can renew it', async () => {
      expect(await fetches.lease('huggingface').take('a', LEASE, NOW)).toBe(true);
      expect(await fetches.lease('huggingface').take('b', LEASE, NOW + LEASE - 1)).toBe(false);
      expect(await fetches.lease('huggingface').take('a', LEASE, NOW + LEASE - 1)).toBe(true);
      expect(await fetches.lease('huggingface').take('b', LEASE, NOW + LEASE)).toBe(false);
      expect(await fetches.lease('huggingface').take('b', LEASE, NOW + 2 * LEASE)).toBe(true);
      expect(await fetches.lease('huggingface').take('a', LEASE, NOW + 2 * LEASE)).toBe(false);
    });

    test('is free once its owner has released it', async () => {
      await fetches.lease('huggingface').take('a', LEASE, NOW);
      await fetches.lease('huggingface').release('b');
      expect(await fetches.lease('huggingface').take('b', LEASE, NOW)).toBe(false);
      await fetches.lease('huggingface').release('a');
      expect(await fetches.lease('huggingface').take('b', LEASE, NOW)).toBe(true);
    });

    test('from a clock that ran ahead blocks nobody', async () => {
      await fetches.lease('huggingface').take('a', LEASE, NOW + 365 * 24 * 3_600_000);
      expect(await fetches.lease('huggingface').take('b', LEASE, NOW)).toBe(true);
    });

    test('goes to only one of many that ask at the same time', async () => {
      const asked = ['a', 'b', 'c', 'd', 'e'].map((owner) =>
        fetches.lease('huggingface').take(owner, LEASE, NOW),
      );
      expect((await Promise.all(asked)).filter((got) => got)).toHaveLength(1);
    });
  });

  test('the first day stays the same for everybody who asks later', async () => {
    expect(await fetches.lease('huggingface').since('2026-11-07')).toBe('2026-11-07');
    expect(await fetches.lease('huggingface').since('2026-12-01')).toBe('2026-11-07');
  });

  test('returns the last fetch of each day from a given day on', async () => {
    await fetches.note('huggingface', '2026-11-18', { at: NOW, papers: 3 });
    await fetches.note('huggingface', '2026-11-19', { at: NOW, papers: 0 });
    await fetches.note('huggingface', '2026-11-19', { at: NOW + 5, papers: 4 });
    await fetches.note('huggingface', '2026-11-20', { at: NOW + 6, papers: 5 });
    expect(await fetches.from('huggingface', '2026-11-19')).toEqual(
      new Map([
        ['2026-11-19', { at: NOW + 5, papers: 4 }],
        ['2026-11-20', { at: NOW + 6, papers: 5 }],
      ]),
    );
  });
});
