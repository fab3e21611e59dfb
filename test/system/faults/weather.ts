import type { Failure } from 'discord-sandbox';
import type { Random } from '../../support/random.ts';
import type { World } from './world.ts';

/** How rough a scenario's Discord is. */
export interface Weather {
  /** How requests about channels fail, one of these each time. */
  readonly failures: readonly [Failure, ...Failure[]];
  /** How many of a hundred messages are followed by a failure. */
  readonly often: number;
  /** Up to how many requests in a row a 429 is for. */
  readonly storm: number;
}

const ABOUT_CHANNELS = /^\/channels\//;

/** Lets requests fail now and then, until the returned function is called. */
export function rough({ sandbox }: World, { failures, often, storm }: Weather, random: Random): () => void {
  const perhaps = () => {
    if (random.next() * 100 >= often) return;
    const how = random.one(failures);
    sandbox.failNext({ path: ABOUT_CHANNELS, how, times: how === 429 ? random.between(1, storm) : 1 });
  };
  sandbox.events.on('message', perhaps);
  perhaps();
  return () => {
    sandbox.events.off('message', perhaps);
    sandbox.clearFaults();
  };
}

/** Something that happens to gateway connections: a lost network, a new server, a lost session. */
export function shakeGateway({ sandbox }: World, random: Random): void {
  random.one([
    () => sandbox.disconnect({ cut: true }),
    () => sandbox.disconnect({ code: 4000 }),
    () => sandbox.requestReconnect(),
    () => sandbox.invalidateSession(random.next() < 0.5),
  ])();
}
