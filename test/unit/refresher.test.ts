import { setImmediate } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Refresher } from '../../src/refresher.ts';
import { openTestApp } from '../support/app.ts';
import { keptLog } from '../support/bot.ts';

/** A refresher whose library answers as the test says, look by look. */
async function open(looks: (() => Promise<number>)[]) {
  const library = await openTestApp({ SEEDS_DIR: '/nowhere' });
  const { log, lines } = keptLog();
  let changed = 0;
  let looked = 0;
  const refresh = () => {
    looked += 1;
    return looks.shift()?.() ?? Promise.resolve(0);
  };
  const refresher = new Refresher({ ...library, refresh }, log, () => {
    changed += 1;
  });
  onTestFinished(() => refresher.stop());
  return { refresher, lines, looked: () => looked, changed: () => changed };
}

test('a refresh requested while one runs follows it, and several requests become one', async () => {
  const first = Promise.withResolvers<number>();
  const { refresher, looked, changed } = await open([() => first.promise, async () => 2]);
  refresher.look();
  refresher.look();
  refresher.look();
  expect(looked()).toBe(1);
  first.resolve(0);
  await expect.poll(changed).toBe(1);
  expect(looked()).toBe(2);
});

test('a store that fails is logged once, until it can be read again', async () => {
  const fail = () => Promise.reject(new Error('away'));
  const { refresher, lines } = await open([fail, fail, async () => 0, fail]);
  const errors = () => lines.filter(({ level }) => level === 50).length;
  for (const expected of [1, 1, 1, 2]) {
    refresher.look();
    await setImmediate();
    expect(errors()).toBe(expected);
  }
});

test('a stop waits for the running refresh', async () => {
  const look = Promise.withResolvers<number>();
  const { refresher, changed } = await open([() => look.promise]);
  refresher.look();
  const stopped = refresher.stop();
  look.resolve(1);
  await stopped;
  expect(changed()).toBe(1);
});
