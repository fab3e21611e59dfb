import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Turns } from '../../../src/bot/turns.ts';

interface Told {
  readonly who: string;
  readonly isTurn: boolean;
  /** When it was asked for, and when it came. */
  readonly asked: number;
  readonly at: number;
  readonly round: number;
}

/** Milliseconds that it takes to tell somebody that the answer comes later, on a busy machine. */
const LATE = 4;

/** Turns in a world where time passes only by what is done in them. */
class World {
  readonly told: Told[] = [];
  /** What a turn costs, in milliseconds. */
  cost: number;
  clock = 0;
  #rounds = 0;
  readonly #turns = new Turns(
    () => this.clock,
    async () => {
      await setImmediate();
      this.#rounds += 1;
    },
    async (milliseconds) => {
      await setImmediate();
      this.clock += milliseconds;
    },
  );

  constructor(cost: number) {
    this.cost = cost;
  }

  async soon(who: string): Promise<boolean> {
    const asked = this.clock;
    const isTurn = await this.#turns.soon(who);
    this.#note(who, isTurn, asked);
    return isTurn;
  }

  async patient(who: string): Promise<void> {
    const asked = this.clock;
    await this.#turns.patient(who);
    this.#note(who, true, asked);
  }

  quiet(milliseconds: number): Promise<void> {
    return this.#turns.quiet(milliseconds);
  }

  /** As the door does it: told that the answer comes later, then answered. */
  async answer(who: string): Promise<void> {
    if (!(await this.soon(who))) await this.patient(who);
  }

  /** Lets others have their turns until a moment. */
  async until(moment: number): Promise<void> {
    while (this.clock < moment) {
      const before = this.clock;
      await setImmediate();
      await setImmediate();
      if (this.clock === before) this.clock = moment;
    }
  }

  #note(who: string, isTurn: boolean, asked: number): void {
    this.told.push({ who, isTurn, asked, at: this.clock, round: this.#rounds });
    this.clock += isTurn ? this.cost : LATE;
  }
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

/** How long the longest wait for a first word was. */
function longest(told: readonly Told[]): number {
  const first = new Map<string, number>();
  for (const { who, asked, at } of told) if (!first.has(who)) first.set(who, at - asked);
  return Math.max(...first.values());
}

describe('turns', () => {
  test('come one in each round of the event loop, so that an answer is sent before the next is computed', async () => {
    const world = new World(1);
    await Promise.all(times(20, (index) => world.soon(String(index))));
    expect(new Set(world.told.map(({ round }) => round)).size).toBe(20);
  });

  test('rotate, so that a person who asks a hundred times delays nobody', async () => {
    const world = new World(4);
    await Promise.all([...times(100, () => world.answer('many')), world.answer('one'), world.answer('two')]);
    const turns = world.told.filter(({ isTurn }) => isTurn).map(({ who }) => who);
    expect(turns.indexOf('one')).toBeLessThan(3);
    expect(turns.indexOf('two')).toBeLessThan(3);
    expect(turns).toHaveLength(102);
  });

  test('keep the order of each person', async () => {
    const world = new World(1);
    const order: number[] = [];
    await Promise.all(times(30, (index) => world.soon('one').then(() => order.push(index))));
    expect(order).toEqual(times(30, (index) => index));
  });

  test('are given to patient callers every second time, and never withheld from them', async () => {
    const world = new World(1);
    await Promise.all([
      ...times(10, () => world.patient('waits')),
      ...times(10, () => world.soon('hurries')),
    ]);
    expect(world.told.slice(0, 12).filter(({ who }) => who === 'waits')).toHaveLength(6);
    expect(world.told).toHaveLength(20);
  });
});

describe('a caller whose turn cannot come in time learns so in time and gets it later', () => {
  test.each([1, 5, 20, 50, 200])('with 300 at once, %i ms each', async (cost) => {
    const world = new World(cost);
    await Promise.all(times(300, (index) => world.answer(String(index))));
    expect(world.told.filter(({ isTurn }) => isTurn)).toHaveLength(300);
    expect(longest(world.told)).toBeLessThan(2_500);
  });

  test.each([
    [1, 300],
    [20, 300],
    [20, 7],
    [50, 300],
  ])('with 300 within a second after cheap ones, %i ms each, by %i people', async (cost, people) => {
    const world = new World(1);
    await Promise.all(times(50, () => world.answer('cheap')));
    world.cost = cost;
    const start = world.clock;
    const answers: Promise<void>[] = [];
    for (let index = 0; index < 300; index += 1) {
      await world.until(start + (index * 1_000) / 300);
      answers.push(world.answer(`${index % people}`));
    }
    await Promise.all(answers);
    expect(world.told.filter(({ isTurn }) => isTurn)).toHaveLength(350);
    for (const { asked, at, isTurn } of world.told) if (!isTurn) expect(at - asked).toBeLessThan(2_500);
    expect(longest(world.told)).toBeLessThan(2_500);
  });

  test('but a few who come together get their turns', async () => {
    const world = new World(20);
    await Promise.all(times(20, (index) => world.soon(String(index))));
    expect(world.told.every(({ isTurn }) => isTurn)).toBe(true);
  });

  test('and a newcomer gets a turn at once while many wait patiently', async () => {
    const world = new World(50);
    const burst = times(300, (index) => world.answer(String(index)));
    await world.until(5_000);
    expect(await world.soon('later')).toBe(true);
    const { asked, at } = world.told.at(-1) ?? { asked: 0, at: 0 };
    expect(at - asked).toBeLessThanOrEqual(200);
    await Promise.all(burst);
  });
});

test('turns are quiet once nobody has had one for a while', async () => {
  const world = new World(40);
  await Promise.all(times(5, (index) => world.answer(`person ${index}`)));
  const last = world.clock;
  await world.quiet(1_000);
  expect(world.clock).toBeGreaterThanOrEqual(last + 1_000 - world.cost);
  expect(world.clock).toBeLessThan(last + 2_000);
  const now = world.clock;
  await world.quiet(500);
  expect(world.clock).toBe(now);
});
