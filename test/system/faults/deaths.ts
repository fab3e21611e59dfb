import type { Random } from '../../support/random.ts';
import type { World } from './world.ts';

/** Up to when a bot dies that dies by the clock, in milliseconds from its start: before, in and after its login. */
const LIFE = 2_500;

/** Up to how long after a message stands its sender dies, in milliseconds. */
const AFTER = 30;

/** Up to how many messages stand before a bot dies that dies by messages. */
const MESSAGES = 12;

/**
 * Does something at a moment that nobody chose: some time from now, or when some messages stand, at the very moment
 * (before their sender can have been told) or a little later. Where no message comes, the clock decides as well.
 *
 * @param byMessages whether messages decide; three times in four when absent
 */
export function atSomeMoment(
  { sandbox }: World,
  random: Random,
  act: () => void,
  byMessages = random.next() < 0.75,
): Promise<void> {
  const life = random.between(0, LIFE);
  const count = random.between(1, MESSAGES);
  const after = random.one([0, random.between(1, AFTER)]);
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      sandbox.events.off('message', see);
      act();
      resolve();
    };
    let seen = 0;
    const see = () => {
      seen += 1;
      if (seen !== count) return;
      if (after === 0) done();
      else setTimeout(done, after);
    };
    const timer = setTimeout(done, byMessages ? life + 2 * LIFE : life);
    if (byMessages) sandbox.events.on('message', see);
  });
}
