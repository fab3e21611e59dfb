import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Bot, type Service } from '../../src/bot.ts';

const VITALS = { ready: true, gateway: true, store: true, refusal: null };

/** Services that note what they do; a stop takes a turn of the event loop. */
function services(names: readonly string[], said: string[], start: (name: string) => void = () => undefined) {
  return names.map(
    (name): Service => ({
      async start() {
        start(name);
        said.push(`${name} started`);
      },
      async stop() {
        await setImmediate();
        said.push(`${name} stopped`);
      },
    }),
  );
}

test('services start in order and stop in reverse order, one at a time', async () => {
  const said: string[] = [];
  const bot = new Bot(services(['posts', 'gateway', 'delivery'], said), () => VITALS);
  await bot.start(new AbortController().signal);
  await bot.stop();
  expect(said).toEqual([
    'posts started',
    'gateway started',
    'delivery started',
    'delivery stopped',
    'gateway stopped',
    'posts stopped',
  ]);
});

test('a signal during the start starts no further services and stops the started ones', async () => {
  const said: string[] = [];
  const end = new AbortController();
  const abort = (name: string) => name === 'gateway' && end.abort();
  const bot = new Bot(services(['posts', 'gateway', 'delivery'], said, abort), () => VITALS);
  await bot.start(end.signal);
  await bot.stop();
  expect(said).toEqual(['posts started', 'gateway started', 'gateway stopped', 'posts stopped']);
});

test('an error of a service ends the start', async () => {
  const said: string[] = [];
  const fail = (name: string) => {
    if (name === 'gateway') throw new Error('no such token');
  };
  const bot = new Bot(services(['posts', 'gateway', 'delivery'], said, fail), () => VITALS);
  await expect(bot.start(new AbortController().signal)).rejects.toThrow('no such token');
  await bot.stop();
  expect(said).toEqual(['posts started', 'gateway stopped', 'posts stopped']);
});
