import { expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { openLibrary } from '../../../src/library.ts';
import { SEEDS } from '../../support/app.ts';
import { Orders } from './orders.ts';
import { allDone } from './scenario.ts';
import { openWorld } from './world.ts';

const HOUR = 3_600_000;
const CHANNELS = 12;
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
