import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { Follows } from '../../../src/delivery/subscriptions/follows.ts';
import { SubscriptionStore } from '../../../src/delivery/subscriptions/subscription-store.ts';
import { Followed } from '../../../src/people/followed.ts';
import { SAVED_MAX } from '../../../src/people/port.ts';
import { SavedPaperStore } from '../../../src/people/saved-papers.ts';
import { SetUpStore } from '../../../src/people/set-up.ts';
import type { Database } from '../../../src/store/database.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { settings } from '../delivery/rules/samples.ts';

const ANN = '1180000000000000601';
const BEN = '1180000000000000602';

/** Every text of every table in which an id stands. */
async function tracesOf(database: Database, id: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of await database.introspection.getTables()) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(table.name)}`.execute(
      database,
    );
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        if (String(value).includes(id)) found.push(`${table.name}.${column}`);
  }
  return found;
}

onEachDatabase(({ open }) => {
  describe('saved papers', () => {
    test('are a person’s own, the last saved first, each once', async () => {
      const saved = new SavedPaperStore(await open());
      expect(await saved.save(ANN, '2412.00001', 1)).toBe(true);
      expect(await saved.save(ANN, '2412.00002', 2)).toBe(true);
      expect(await saved.save(ANN, '2412.00001', 3)).toBe(true);
      expect(await saved.save(BEN, '2412.00003', 4)).toBe(true);
      expect(await saved.of(ANN)).toEqual(['2412.00002', '2412.00001']);
      await saved.remove(ANN, '2412.00002');
      await saved.remove(BEN, '2412.00001');
      expect(await saved.of(ANN)).toEqual(['2412.00001']);
      expect(await saved.of(BEN)).toEqual(['2412.00003']);
    });

    test('are a thousand at most; one that is saved already stays', async () => {
      const database = await open();
      const saved = new SavedPaperStore(database);
      const rows = Array.from({ length: SAVED_MAX }, (_, place) => ({
        person_id: ANN,
        paper_id: `2412.${10_000 + place}`,
        saved_at: place,
      }));
      await database.insertInto('saved_papers').values(rows).execute();
      expect(await saved.save(ANN, '2501.00001', 5)).toBe(false);
      expect(await saved.save(ANN, '2412.10000', 5)).toBe(true);
      expect(await saved.save(BEN, '2501.00001', 5)).toBe(true);
      expect(await saved.of(ANN)).toHaveLength(SAVED_MAX);
    });
  });

  test('a person’s data is shown and exported, and once deleted no table names the person', async () => {
    const database = await open();
    const saved = new SavedPaperStore(database);
    const follows = new Follows(database);
    const personal = [saved, new Followed(follows), new SetUpStore(database)];
    for (const person of [ANN, BEN]) await saved.save(person, '2412.00001', 0);
    const subscriptions = new SubscriptionStore(database);
    const { subscription } = await subscriptions.put(settings(), { guildId: '1', userId: ANN, now: 0 });
    for (const person of [ANN, BEN])
      await follows.follow(person, { query: 'robots' }, { locale: 'en', zone: 'Asia/Seoul' }, 0);
    const shown = async () => (await Promise.all(personal.map((one) => one.shown(ANN)))).flat();
    expect(await shown()).toEqual([
      { key: 'privacy.saved', values: { count: 1 } },
      { key: 'privacy.follows', values: { count: 1, time: '09:00', zone: 'Asia/Seoul' } },
      { key: 'privacy.setUp', values: { count: 1 } },
    ]);
    expect(await Promise.all(personal.map((one) => one.exported(ANN)))).toEqual([
      [{ paper: '2412.00001', saved_at: '1970-01-01T00:00:00.000Z' }],
      { filters: [{ query: 'robots' }], time: '09:00', zone: 'Asia/Seoul', language: 'en' },
      [{ server: '1', channel: subscription.channelId }],
    ]);
    expect((await tracesOf(database, ANN)).toSorted()).toEqual([
      'saved_papers.person_id',
      'subscriptions.channel_id',
      'subscriptions.user_id',
      'subscriptions.user_id',
    ]);

    for (const one of personal) await one.forget(ANN);
    expect(await tracesOf(database, ANN)).toEqual([]);
    expect(await shown()).toEqual([]);
    expect(await Promise.all(personal.map((one) => one.exported(ANN)))).toEqual([null, null, null]);
    expect(await saved.of(BEN)).toEqual(['2412.00001']);
    expect(await follows.followsOf(BEN)).not.toBeNull();
    expect(await subscriptions.ofChannel('1', subscription.channelId)).toMatchObject([
      { id: subscription.id },
    ]);
  });
});
