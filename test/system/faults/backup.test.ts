import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { openLibrary } from '../../../src/library.ts';
import { SEEDS } from '../../support/app.ts';
import { Orders } from './orders.ts';
import { allDone } from './scenario.ts';
import { openWorld } from './world.ts';

const HOUR = 3_600_000;
const CHANNELS = 12;
/** Posting to so many takes a second: Discord takes 50 requests in one. */
const MANY = 60;
const TIMEOUT = 120_000;

test.each([1, 7])(
  'a bot started on a backup from before the posts, %i hours later, posts none of them again',
  async (hours) => {
    // Discord has forgotten every nonce.
    const world = await openWorld({ nonceWindow: -1 });
    onTestFinished(() => world.close());
    const orders = new Orders(world);
    await orders.add(CHANNELS);
    const backup = await world.backUp();
    const first = world.start();
    await allDone(world, orders, [first]);
    expect(await first.stop()).toBe(0);
    expect(orders.posts()).toEqual(Array.from({ length: CHANNELS }, () => 1));

    world.advance(hours * HOUR);
    const restored = await openLibrary(
      readConfig({ DATABASE_URL: backup, SEEDS_DIR: SEEDS }),
      ({ error }) => {
        throw error;
      },
    );
    onTestFinished(() => restored.close());
    expect((await restored.ledger.counts()).delivered).toBe(0);
    const second = world.start('info', backup);
    await allDone({ ...world, app: restored }, orders, [second]);
    expect(await second.stop()).toBe(0);
    expect(orders.posts()).toEqual(Array.from({ length: CHANNELS }, () => 1));
  },
  TIMEOUT,
);

test.each([
  ['two minutes later, while Discord knows the nonces', 2 * 60_000, HOUR],
  ['an hour later, when it has forgotten them', HOUR, -1],
])(
  'a backup taken while the bot posts, restored on another machine %s, doubles nothing',
  async (_when, later, nonceWindow) => {
    const world = await openWorld({ nonceWindow });
    onTestFinished(() => world.close());
    const orders = new Orders(world);
    await orders.add(MANY);
    const first = world.start();
    const posted = () => orders.posts().reduce((sum, count) => sum + count, 0);
    await expect.poll(posted).toBeGreaterThan(0);
    const backup = await world.backUp();
    await first.kill();
    const before = posted();
    world.advance(later);
    const restored = await openLibrary(
      readConfig({ DATABASE_URL: backup, SEEDS_DIR: SEEDS }),
      ({ error }) => {
        throw error;
      },
    );
    onTestFinished(() => restored.close());
    const second = world.start('info', backup);
    await allDone({ ...world, app: restored }, orders, [second]);
    expect(await second.stop()).toBe(0);
    expect(orders.posts()).toEqual(Array.from({ length: MANY }, () => 1));
    expect(before).toBeLessThanOrEqual(MANY);
  },
  TIMEOUT,
);
