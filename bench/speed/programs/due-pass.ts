import { dueOf } from '../../../src/delivery/rules/due.ts';
import { editionsOf } from '../../../src/delivery/rules/editions.ts';
import { SubscriptionStore } from '../../../src/delivery/subscriptions/subscription-store.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { openDatabase } from '../../../src/store/database.ts';

// What the worker does each time it looks for what is due, several times, over the store in DATABASE_URL. Prints a
// line of JSON for each.
const PAGE = 1000;
const PASSES = 6;

const database = await openDatabase(process.env.DATABASE_URL ?? '');
const subscriptions = new SubscriptionStore(database);
const days = await new ArchiveStore(database).finalDays();
const editions = editionsOf('day', days, [], Date.now());
for (let pass = 0; pass < PASSES; pass += 1) {
  const now = Date.now();
  const began = performance.now();
  let due = 0;
  for await (const page of subscriptions.pages(PAGE, now)) {
    for (const { subscription, dueState } of page) {
      if (dueOf(subscription, editions, dueState, now) !== null) due += 1;
    }
  }
  const ms = performance.now() - began;
  console.log(JSON.stringify({ ms, due, memory: process.memoryUsage.rss() }));
}
await database.destroy();
