import { expect, test } from 'vitest';
import { InvocationStore } from '../../../src/store/kept-invocations.ts';
import { onEachDatabase } from '../../support/databases.ts';

const NOW = new Date('2026-11-20T09:00:00Z');
const later = (days: number) => new Date(NOW.getTime() + days * 86_400_000);

onEachDatabase((databases) => {
  test('invocations are found for 30 days', async () => {
    const database = await databases.open();
    const kept = new InvocationStore(database);
    await kept.keep(new Map([['~a', 'search query=long']]), NOW);
    expect(await kept.recall('~a', later(29))).toBe('search query=long');
    expect(await kept.recall('~a', later(31))).toBeNull();
    expect(await kept.recall('~b', NOW)).toBeNull();
    await kept.keep(new Map([['~c', 'x']]), later(31));
    expect(await database.selectFrom('kept_invocations').select('key').execute()).toEqual([{ key: '~c' }]);
  });

  test('invocations stored again are kept for 30 days from then on', async () => {
    const kept = new InvocationStore(await databases.open());
    await kept.keep(new Map([['~a', 'x']]), NOW);
    await kept.keep(new Map([['~a', 'x']]), later(20));
    expect(await kept.recall('~a', later(49))).toBe('x');
  });
});
