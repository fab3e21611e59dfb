import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { Orders } from './orders.ts';
import { Replica } from './replica.ts';
import { allDone } from './scenario.ts';
import { openWorld, type World } from './world.ts';

const TIMEOUT = 60_000;
const CHANNELS = 10;
const BLOCK = Buffer.alloc(4096);
const ERROR = 50;
const UNUSABLE = 'the store cannot be used';
const USABLE = 'the store can be used again';

const disks: string[] = [];
afterAll(() => {
  for (const disk of disks) {
    execFileSync('umount', [disk]);
    rmSync(disk, { recursive: true });
  }
});

/** Mounts a disk of its own that holds little. @returns its folder, or null, and a line, where mounting is not allowed */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    console.log('skipped: a small disk cannot be mounted here');
    return null;
  }
  disks.push(folder);
  return folder;
}

/** Fills a disk to its last byte, and leaves no room in the store's log either. @returns how to make room again */
function fill(disk: string, name: string): () => void {
  const ballast = join(disk, 'ballast');
  const store = new Sqlite(join(disk, `${name}.db`));
  store.pragma('wal_checkpoint(truncate)');
  store.close();
  try {
    for (;;) appendFileSync(ballast, BLOCK);
  } catch {
    return () => rmSync(ballast);
  }
}

function databaseOn(disk: string, name: string): string {
  return `sqlite:${join(disk, `${name}.db`)}`;
}

async function worldOn(disk: string, name: string): Promise<World> {
  const world = await openWorld({}, databaseOn(disk, name));
  onTestFinished(() => world.close());
  return world;
}

function complaints({ lines }: Replica): string[] {
  return lines.filter(({ level }) => level >= ERROR).map(({ msg }) => msg);
}

const disk = smallDisk();

describe.skipIf(disk === null)('a bot whose disk is full', () => {
  test(
    'posts nothing, says so in one line, and goes on when there is room',
    async () => {
      const world = await worldOn(disk ?? '', 'before');
      const orders = new Orders(world);
      const bot = world.start();
      await bot.says('commands registered');
      bot.freeze();
      await orders.add(CHANNELS);
      const makeRoom = fill(disk ?? '', 'before');
      bot.thaw();
      const { err } = await bot.says(UNUSABLE);
      expect(err).toMatchObject({ message: expect.stringMatching(/full/) });
      expect(orders.posts().every((count) => count === 0)).toBe(true);
      makeRoom();
      await bot.says(USABLE);
      await allDone(world, orders, [bot]);
      expect(orders.posts()).toEqual(orders.posts().map(() => 1));
      expect(complaints(bot)).toEqual([expect.stringContaining(UNUSABLE)]);
    },
    TIMEOUT,
  );

  test(
    'notes later what stood before it could be noted, and posts none of it again',
    async () => {
      const world = await worldOn(disk ?? '', 'meanwhile');
      const orders = new Orders(world);
      await orders.add(CHANNELS);
      const filled = Promise.withResolvers<() => void>();
      world.sandbox.events.once('message', () => filled.resolve(fill(disk ?? '', 'meanwhile')));
      const bot = world.start();
      const makeRoom = await filled.promise;
      await bot.says(UNUSABLE);
      makeRoom();
      await bot.says(USABLE);
      await allDone(world, orders, [bot]);
      expect(orders.posts()).toEqual(orders.posts().map(() => 1));
      expect(complaints(bot)).toEqual([expect.stringContaining(UNUSABLE)]);
      expect(bot.lines.filter(({ msg, attempt }) => msg === 'delivered' && attempt !== 1)).toEqual([]);
    },
    TIMEOUT,
  );

  test(
    'and one whose disk may only be read does not start, and says why',
    async () => {
      const world = await worldOn(disk ?? '', 'read-only');
      await world.close();
      execFileSync('mount', ['-o', 'remount,ro', disk ?? '']);
      onTestFinished(() => void execFileSync('mount', ['-o', 'remount,rw', disk ?? '']));
      const bot = new Replica({ DATABASE_URL: databaseOn(disk ?? '', 'read-only'), DISCORD_TOKEN: 'any' });
      expect(await bot.ended).toBe(1);
      expect(bot.report()).toMatch(/read-?only/i);
      expect(bot.lines).toHaveLength(1);
    },
    TIMEOUT,
  );
});
