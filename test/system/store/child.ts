import { once } from 'node:events';
import Sqlite from 'better-sqlite3';
import { Ledger } from '../../../src/delivery/ledger/ledger.ts';
import { SubscriptionStore } from '../../../src/delivery/subscriptions/subscription-store.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { dayAfter, LEASE, listing, recordOutcome } from '../../unit/store/samples.ts';

/**
 * A process of its own at the store of a test: `child.ts <deed> <url> <owner> <now>`. Says `ready`, begins at the first
 * byte on standard input, and says what it has done, a line each, only once the store has it.
 */
const [deed = '', url = '', owner = '', time = ''] = process.argv.slice(2);
const now = Number(time);

const say = (line: string) => process.stdout.write(`${line}\n`);
const begin = async () => {
  say('ready');
  await once(process.stdin, 'data');
};

/** Brings the tables up to date, at the same moment as others. */
async function migrate(): Promise<void> {
  await begin();
  const database = await openDatabase(url);
  say(`empty ${await new ArchiveStore(database).isEmpty()}`);
  await database.destroy();
}

/** Puts fifty digests in, each in a transaction that reads first and then writes. */
async function put(): Promise<void> {
  const database = await openDatabase(url);
  const store = new ArchiveStore(database);
  await begin();
  for (let day = owner, n = 0; n < 50; day = dayAfter(day), n += 1) {
    await store.put({ date: day, listings: [listing('2412.00001')] }, new Date(now));
  }
  await database.destroy();
}

/** Delivers until nothing is due. */
async function deliver(): Promise<void> {
  const database = await openDatabase(url);
  const ledger = new Ledger(database);
  await begin();
  for (;;) {
    const claimed = await ledger.claim(owner, 3, LEASE, now);
    if (claimed.length === 0) break;
    for (const { id } of claimed) say(`claimed ${id}`);
    const outcome = { kind: 'delivered', messageIds: [owner] } as const;
    const settled = await Promise.all(
      claimed.map(({ id }) => recordOutcome(ledger, id, owner, outcome, now)),
    );
    for (const [n, { id }] of claimed.entries()) say(`${settled[n] ? 'settled' : 'lost'} ${id}`);
  }
  await database.destroy();
}

/** Plans and delivers a digest a day to every subscription, without end. */
async function work(): Promise<void> {
  const database = await openDatabase(url);
  const ledger = new Ledger(database);
  const subscriptions = await new SubscriptionStore(database).ofGuild('1');
  await begin();
  for (let day = owner; ; day = dayAfter(day)) {
    const due = subscriptions.map(({ id }) => ({
      subscriptionId: id,
      edition: day,
      firing: day,
      skipped: [],
    }));
    await ledger.plan(due, now);
    say(`planned ${day}`);
    for (const { id } of await ledger.claim(owner, 100, LEASE, now)) {
      await ledger.progress(id, owner, `${id} 0`);
      await ledger.progress(id, owner, `${id} 1`);
      say(`posted ${id}`);
      await recordOutcome(ledger, id, owner, { kind: 'delivered', messageIds: [`${id} 0`, `${id} 1`] }, now);
      say(`settled ${id}`);
    }
  }
}

/** Holds the lock of a SQLite file, `immediate` or `exclusive` as `owner` says, from `ready` to the first byte. */
async function lock(): Promise<void> {
  const sqlite = new Sqlite(url.replace('sqlite:', ''));
  if (owner === 'exclusive') sqlite.pragma('locking_mode = exclusive');
  sqlite.exec('begin immediate; create table held (by text); drop table held');
  await begin();
  sqlite.exec('commit');
  sqlite.close();
}

const deeds: Readonly<Record<string, () => Promise<void>>> = { migrate, put, deliver, work, lock };
await deeds[deed]?.();
process.exit();
