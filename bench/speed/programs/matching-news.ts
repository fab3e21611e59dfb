import { environment } from '../../../src/config.ts';
import { Matches } from '../../../src/delivery/matches.ts';
import { Random } from '../../../test/support/random.ts';
import { openStore } from '../../open.ts';
import { follower, pool } from '../data/followers.ts';

// Matches a day's papers with what 10,000 people follow, five things each, over the store in DATABASE_URL, once for each
// of the newest days. Prints a line of JSON for each: CPU time, memory, messages, different follows.
const PEOPLE = 10_000;
const DAYS = 5;

const app = await openStore(environment());
await app.search.ready;
const random = new Random(1);
const things = pool(app.archive);
const people = Array.from({ length: PEOPLE }, () => follower(things, random));
const different = new Set(people.flat().map((filter) => JSON.stringify(filter))).size;
const matches = new Matches(app);
for (const day of app.archive.days().slice(-DAYS)) {
  const began = process.cpuUsage();
  let messages = 0;
  for (const filters of people) if (matches.news(day, filters) !== null) messages += 1;
  const { user, system } = process.cpuUsage(began);
  globalThis.gc?.();
  const memory = process.memoryUsage.rss();
  console.log(JSON.stringify({ ms: (user + system) / 1000, messages, different, memory }));
}
await app.close();
