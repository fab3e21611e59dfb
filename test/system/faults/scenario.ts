import { setTimeout as pause } from 'node:timers/promises';
import type { SandboxOptions } from 'discord-sandbox';
import { Random } from '../../support/random.ts';
import { atSomeMoment } from './deaths.ts';
import { Orders } from './orders.ts';
import type { Replica } from './replica.ts';
import { rough, shakeGateway, type Weather } from './weather.ts';
import { openWorld, type World } from './world.ts';

export interface Scenario {
  readonly name: string;
  readonly database: 'SQLite' | 'PostgreSQL';
  /** Bots over the same store. */
  readonly replicas: number;
  readonly sandbox: SandboxOptions;
  /** How often something happens to a bot. */
  readonly cycles: number;
  /** Channels that become due before each time. */
  readonly channels: number;
  /** Subscriptions of every kind, and people, instead of channels with a daily one each. */
  readonly isMixed?: boolean;
  /** What happens: it is killed, asked to stop, loses its gateway connection, or is frozen while others go on. */
  readonly fate: 'kill' | 'stop' | 'shake' | 'freeze';
  /** How long the bots are down, in milliseconds, one of these each time that all are; or how long one is frozen. */
  readonly down: readonly [number, ...number[]];
  readonly weather?: Weather;
}

export interface Result {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly deliveries: number;
  /** Posts too many, over all channels. */
  readonly doubled: number;
  /** Messages that a bot sent after it was thawed, whose leases had ended. */
  readonly unleased: number;
  /** Channels without a post. */
  readonly missing: number;
  /** Bots that did not stop as they should, and what they held after it. */
  readonly complaints: readonly string[];
  readonly seconds: number;
}

/** How long the bots have at the end to do what is left, in milliseconds. */
const PATIENCE = 240_000;

/** Longer than any wait that the ledger notes: with it over, everything left is due. */
const LONGEST_WAIT = 600_000;

/**
 * How long the others have to do the work of a frozen bot, in milliseconds. What it was just noting in the store stays
 * locked, and is left to it.
 */
const TAKE_OVER = 12_000;

/** How long a bot that was thawed is listened to, in milliseconds. */
const AFTER_THAW = 1_500;

/** How often the ledger is asked whether all is done, in milliseconds. */
const LOOK_EVERY = 200;

/** @param url the database, empty; a SQLite file when absent */
export async function play(scenario: Scenario, seed: number, url?: string): Promise<Result> {
  const started = performance.now();
  const random = new Random(seed);
  const world = await openWorld(scenario.sandbox, url);
  const complaints: string[] = [];
  const replicas: Replica[] = [];
  const orders = new Orders(world);
  let unleased = 0;
  try {
    if (scenario.isMixed) await orders.publish();
    const clear = scenario.weather && rough(world, scenario.weather, random);
    for (let cycle = 0; cycle < scenario.cycles; cycle += 1) {
      if (scenario.isMixed) await orders.addAll(scenario.channels);
      else await orders.add(scenario.channels);
      startMissing();
      // All are to be there to take over.
      if (cycle === 0 && scenario.fate === 'freeze')
        await Promise.all(replicas.map((replica) => replica.says('logged in')));
      if (scenario.fate === 'freeze') await freeze();
      else await strike();
      if (replicas.every(({ running }) => !running)) await world.pass(random.one(scenario.down));
    }
    clear?.();
    if (scenario.down.some((time) => time > 0)) {
      await Promise.all(replicas.map((replica) => replica.kill()));
      await world.pass(LONGEST_WAIT);
    }
    startMissing();
    await allDone(world, orders, replicas);
    await Promise.all(replicas.map((replica) => end(replica)));
    const posts = orders.posts();
    return {
      scenario,
      seed,
      deliveries: orders.count,
      doubled: posts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
      unleased,
      missing: posts.filter((count) => count === 0).length,
      complaints,
      seconds: (performance.now() - started) / 1000,
    };
  } finally {
    await world.close();
  }

  function startMissing(): void {
    for (let place = 0; place < scenario.replicas; place += 1) {
      if (replicas[place]?.running !== true) replicas[place] = world.start();
    }
  }

  /** Something happens to one of the bots, now and then to all of them. */
  async function strike(): Promise<void> {
    const all = random.next() < 0.3;
    const struck = all ? replicas : [random.one([replicas[0], ...replicas.slice(1)])];
    const ends: Promise<unknown>[] = [];
    await atSomeMoment(world, random, () => {
      if (scenario.fate === 'shake') shakeGateway(world, random);
      else
        for (const replica of struck)
          if (replica !== undefined) ends.push(scenario.fate === 'kill' ? replica.kill() : end(replica));
    });
    await Promise.all(ends);
  }

  /** The bot that sent last is stopped, others take over what it holds, and it goes on. */
  async function freeze(): Promise<void> {
    let frozen: Replica | undefined;
    const act = () => {
      frozen = replicas.toSorted((one, other) => (other.sent.at(-1) ?? 0) - (one.sent.at(-1) ?? 0))[0];
      frozen?.freeze();
    };
    await atSomeMoment(world, random, act, true);
    world.advance(random.one(scenario.down));
    await delivered(world, orders, TAKE_OVER);
    const thawed = Date.now();
    frozen?.thaw();
    await pause(AFTER_THAW);
    unleased += frozen?.sent.filter((at) => at >= thawed).length ?? 0;
  }

  async function end(replica: Replica): Promise<void> {
    const how = await replica.stop();
    // Asked before it listens for signals, it ends as any program does.
    if (how !== 0 && how !== 'SIGTERM') complaints.push(`a bot ended with ${how}:\n${replica.report()}`);
    if (replicas.some(({ running }) => running)) return;
    const { sending } = await world.app.ledger.counts();
    if (sending > 0 && scenario.weather === undefined)
      complaints.push(`a bot stopped and left ${sending} deliveries being sent`);
  }
}

/** Waits until every channel has its digest. @throws Error with what is left, and what the bots said, when it takes too long */
export async function allDone(world: World, orders: Orders, replicas: readonly Replica[]): Promise<void> {
  if (await delivered(world, orders, PATIENCE)) return;
  const left = await orders.unsettled();
  const said = replicas.map((replica) => replica.report());
  throw new Error(`not delivered:\n${left.join('\n')}\nthe bots said:\n${said.join('\n---\n')}`);
}

/** @returns whether every channel has its digest, within so many milliseconds */
async function delivered({ app }: World, orders: Orders, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  for (;;) {
    const { delivered } = await app.ledger.counts();
    if (delivered >= orders.count) return true;
    if (performance.now() > end) return false;
    await pause(LOOK_EVERY);
  }
}
