import { beforeEach, expect, test } from 'vitest';
import { SubscriptionStore } from '../../../src/delivery/subscriptions/subscription-store.ts';
import type { Database } from '../../../src/store/database.ts';
import type { Attempt } from '../../../src/summaries/plan.ts';
import { type KeptSummary, Summaries } from '../../../src/summaries/summary-store.ts';
import { onEachDatabase } from '../../support/databases.ts';
import { NOW, settings } from '../store/samples.ts';

const TODAY = '2026-11-20';

const summary = (key: string, more: Partial<KeptSummary> = {}): KeptSummary => ({
  key,
  paperId: '2412.00001',
  language: 'ko',
  input: 'input',
  model: 'qwen3:8b',
  points: [
    { point: 'new', text: '새로운 것 🙂', evidence: ['We introduce it.', 'It is new.'] },
    { point: 'technical', text: '기술', evidence: ['It works.'] },
  ],
  ...more,
});
const attempt = (key: string, more: Partial<Attempt> = {}): Attempt => ({
  key,
  day: TODAY,
  outcome: 'written',
  tokens: { in: 100, out: 20 },
  ...more,
});

onEachDatabase((databases) => {
  let database: Database;
  let summaries: Summaries;

  beforeEach(async () => {
    database = await databases.open();
    summaries = new Summaries(database);
  });

  const note = (key: string, more: Partial<KeptSummary> = {}) =>
    summaries.note({ ...attempt(key), reason: null }, summary(key, more), NOW);
  const after = (number: number) => Array.fromAsync(summaries.after(number));

  test('a summary is stored with its evidence and read as the sections of a card', async () => {
    await note('a');
    expect(await after(0)).toEqual([
      {
        number: 1,
        paperId: '2412.00001',
        language: 'ko',
        input: 'input',
        sections: [
          { heading: "What's New", text: '새로운 것 🙂' },
          { heading: 'Technical Details', text: '기술' },
        ],
      },
    ]);
    const row = await database.selectFrom('summaries').selectAll().executeTakeFirstOrThrow();
    expect(JSON.parse(row.points)).toEqual(summary('a').points);
    expect(row).toMatchObject({ key: 'a', model: 'qwen3:8b', made_at: NOW });
  });

  test('new summaries are found by their numbers, however many there are', async () => {
    for (let n = 0; n < 520; n++) await note(`key ${n}`, { paperId: String(n) });
    const all = await after(0);
    expect(all.map(({ number }) => number)).toEqual(Array.from({ length: 520 }, (_, n) => n + 1));
    expect((await after(518)).map(({ paperId }) => paperId)).toEqual(['518', '519']);
    expect(await after(520)).toEqual([]);
  });

  test('a summary that is written twice keeps its first version', async () => {
    await note('a');
    await note('a', { paperId: '2412.00002' });
    await note('b');
    expect((await after(0)).map(({ paperId }) => paperId)).toEqual(['2412.00001', '2412.00001']);
  });

  test('attempts are found by key, and all of today’s', async () => {
    const keep = (one: Attempt) => summaries.note({ ...one, reason: 'problems' }, null, NOW);
    const failed = attempt('a', { outcome: 'failed', day: '2026-11-18' });
    await keep(failed);
    await keep(attempt('b', { outcome: 'refused', day: '2026-11-18', tokens: { in: 0, out: 0 } }));
    await note('a');
    await note('c');
    const found = await summaries.attempts(['a'], TODAY);
    expect(new Set(found)).toEqual(new Set([attempt('a'), attempt('c'), failed]));
    const many = Array.from({ length: 2500 }, (_, n) => `key ${n}`);
    expect(await summaries.attempts([...many, 'a'], '2026-11-18')).toHaveLength(3);
  });

  test('the languages are those of active subscriptions', async () => {
    const subscriptions = new SubscriptionStore(database);
    expect(await subscriptions.languages()).toEqual([]);
    const server = { guildId: '1', userId: '7', now: NOW };
    for (const channel of ['1', '2']) await subscriptions.put(settings(channel, { locale: 'ko' }), server);
    const english = await subscriptions.put(settings('3', { locale: 'en' }), server);
    expect(await subscriptions.languages()).toEqual(['en', 'ko']);
    await subscriptions.pause(english.subscription.id, NOW);
    expect(await subscriptions.languages()).toEqual(['ko']);
  });
});
