import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { describe, expect, test } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import { readConfig } from '../../../src/config.ts';
import { dueOf } from '../../../src/delivery/rules/due.ts';
import { editionsOf } from '../../../src/delivery/rules/editions.ts';
import { EVERY_DAY } from '../../../src/delivery/rules/weekdays.ts';
import { SubscriptionStore } from '../../../src/delivery/subscriptions/subscription-store.ts';
import { openLibrary } from '../../../src/library.ts';
import { Fetches } from '../../../src/sources/fetch-store.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import type { Database } from '../../../src/store/database.ts';
import { PaperRecords } from '../../../src/store/paper-records.ts';
import { Summaries } from '../../../src/summaries/summary-store.ts';
import { byText } from '../../../src/text/order.ts';
import { ask } from '../../support/app.ts';
import { type Databases, onEachDatabase } from '../../support/databases.ts';

/**
 * Stores that the version before sources had a port wrote (`007-summaries`), of invented papers: Markdown, a recorded day,
 * fetched ones, a summary by a model, a subscription and its delivery. `facts.json` is what that version read out of them.
 */
const read = (name: string) => readFileSync(new URL(`version-before/${name}`, import.meta.url), 'utf8');
const facts = JSON.parse(read('facts.json'));

/** @returns the address of a store of the version before */
async function storeBefore({ kind, create }: Databases): Promise<string> {
  const url = await create();
  if (kind === 'SQLite') {
    const path = url.replace('sqlite:', '');
    mkdirSync(dirname(path));
    new Sqlite(path).exec(read('sqlite.sql')).close();
    return url;
  }
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(read('postgres.sql'));
  await client.end();
  return url;
}

/** What a process reads out of a store at its start. */
async function factsOf(database: Database) {
  const store = new ArchiveStore(database);
  await store.decideRest();
  const archive = Archive.of([]);
  archive.judge(await store.doubtful());
  for await (const digest of store.digests()) archive.put(digest);
  for await (const summary of new Summaries(database).after(0)) archive.write(summary);
  return {
    totals: archive.totals(),
    days: archive.days().map((day) => archive.digest(day)),
    papers: [...archive.papers()].toSorted((one, other) => byText(one.id, other.id)),
    editions: await store.finalDays(),
    hashes: [...(await store.hashes())],
    fetches: [...(await new Fetches(database).from('huggingface', '2026-01-01'))],
  };
}

onEachDatabase((databases) => {
  describe('a store of the previous version', () => {
    test('is migrated when it is opened, and has the same content', async () => {
      const database = await databases.open(await storeBefore(databases));
      expect(JSON.parse(JSON.stringify(await factsOf(database)))).toEqual(facts);
      const kept = await database
        .selectFrom('deliveries')
        .innerJoin('subscriptions', 'subscriptions.id', 'subscription_id');
      expect(await kept.select(['channel_id', 'edition', 'deliveries.state']).execute()).toEqual([
        { channel_id: '12', edition: '2026-08-18', state: 'delivered' },
      ]);
    });

    test('keeps its subscription as "daily" with what was delivered: the next digest is due, and none twice', async () => {
      const database = await databases.open(await storeBefore(databases));
      const subscriptions = new SubscriptionStore(database);
      const now = Date.parse('2026-08-19T09:00Z');
      const held = await subscriptions.get('s1');
      expect(held).toMatchObject({
        name: 'daily',
        every: 'day',
        filters: [],
        minPapers: 1,
        zone: 'Asia/Seoul',
      });
      const [placed] = (await Array.fromAsync(subscriptions.pages(10, now))).flat();
      if (placed === undefined) throw new Error('the subscription is gone');
      const subscription = { ...placed.subscription, days: EVERY_DAY };
      const days = ['2026-08-19', '2026-08-18', '2026-08-17'].map((day) => ({ day, storedAt: 0 }));
      const due = (at: number, known = days) =>
        dueOf(subscription, editionsOf('day', known, [], at), placed.dueState, at);
      // Its firing of the 19th has a row, and so has the digest of the 18th.
      expect(due(now)).toBeNull();
      const tomorrow = Date.parse('2026-08-20T01:00Z');
      expect(due(tomorrow)).toMatchObject({ edition: '2026-08-19', skipped: ['2026-08-17'] });
      expect(due(tomorrow, days.slice(1, 2))).toBeNull();
      // What is removed takes its ledger with it, as before.
      await subscriptions.remove('s1');
      expect(await database.selectFrom('deliveries').selectAll().execute()).toEqual([]);
    });

    test('recognizes its digests, so that nothing is written twice', async () => {
      const database = await databases.open(await storeBefore(databases));
      const store = new ArchiveStore(database);
      for await (const digest of store.digests())
        expect(await store.put(digest, new Date(0))).toBe('unchanged');
    });

    test('accepts records of its papers by id', async () => {
      const database = await databases.open(await storeBefore(databases));
      const [held] = await new ArchiveStore(database).read(['2026-08-10']);
      const [listing] = held?.listings ?? [];
      if (listing === undefined) throw new Error('there is no such paper');
      expect(await new PaperRecords(database).note('huggingface', listing.paperId, { listing }, 1)).toBe(
        true,
      );
    });

    test.runIf(databases.kind === 'SQLite')('answers through the door as before', async () => {
      const url = await storeBefore(databases);
      const library = await openLibrary(readConfig({ DATABASE_URL: url }), ({ error }) => {
        throw error;
      });
      const papers = new Map(facts.papers.map((paper: { id: string }) => [paper.id, paper]));
      for (const id of papers.keys()) {
        const answer = await ask(library, `/paper ${id}`);
        expect(JSON.parse(JSON.stringify(answer))).toMatchObject({ kind: 'paper', paper: papers.get(id) });
      }
      expect(await ask(library, '/today 2024-12-06')).toMatchObject({ kind: 'digest', page: { total: 3 } });
      await library.close();
    });
  });
});
