import { Temporal } from 'temporal-polyfill';
import { beforeEach, expect, test } from 'vitest';
import type { OpenLibrary } from '../../../src/library.ts';
import { HuggingFace } from '../../../src/sources/huggingface/client.ts';
import { Poller } from '../../../src/sources/poller.ts';
import { ask, openTestApp } from '../../support/app.ts';
import { keptLog } from '../../support/bot.ts';
import type { Replay } from '../../support/huggingface.ts';
import { entries, entry, openReplay, world } from '../../unit/sources/samples.ts';

const TODAY = '2026-11-20';
let app: OpenLibrary;
let replay: Replay;
let around: ReturnType<typeof world>;
let worker: Poller;

beforeEach(async () => {
  app = await openTestApp();
  around = world();
  replay = await openReplay(() => []);
  const source = new HuggingFace(replay.url, around);
  const { store, fetches } = app;
  worker = new Poller({
    source,
    store,
    fetches,
    now: around.now,
    log: keptLog().log,
    changed: () => undefined,
  });
});

/** What the bot answers at a moment, after a round at that moment. */
async function at(moment: string, line: string) {
  around.time = Date.parse(moment);
  await worker.round();
  await app.refresh();
  return ask(app, line, Temporal.Instant.from(moment));
}

test('answers about a day while it grows, and says when it is final', async () => {
  replay.days = (day) => (day === TODAY ? entries(2) : []);
  expect(await at('2026-11-20T10:00:00Z', `/today ${TODAY}`)).toMatchObject({
    kind: 'digest',
    date: TODAY,
    isFinal: false,
    page: { total: 2 },
  });
  replay.days = (day) => (day === TODAY ? entries(5) : []);
  expect(await at('2026-11-20T23:31:00Z', `/today ${TODAY}`)).toMatchObject({
    date: TODAY,
    isFinal: true,
    page: { total: 5 },
  });
});

test('a paper of the seeds keeps its summary and gets details from Hugging Face', async () => {
  replay.days = (day) =>
    day === TODAY ? [entry('2412.04467', { authors: [{ name: 'First Author' }] })] : [];
  const answer = await at('2026-11-20T10:00:00Z', '/paper 2412.04467');
  if (answer.kind !== 'paper') throw new Error(`it answers with ${answer.kind}`);
  const { paper } = answer;
  expect(paper.sections.length).toBeGreaterThan(0);
  expect(paper.listings.map(({ date }) => date)).toEqual([TODAY, '2024-12-06']);
  expect(JSON.stringify(paper)).toContain('https://github.com/ada/engine');
});

test('a summary that does not fit the abstract is doubtful as soon as the abstract is there', async () => {
  expect(await at('2026-11-20T10:00:00Z', '/paper 2412.04467')).toMatchObject({ paper: { doubtful: false } });
  const summary =
    'Honey bees tell each other where nectar is by a waggle dance. We film ten hives in Jeju. '.repeat(3);
  replay.days = (day) => (day === '2026-11-19' ? [entry('2412.04467', { summary })] : []);
  expect(await at('2026-11-20T11:00:00Z', '/paper 2412.04467')).toMatchObject({ paper: { doubtful: true } });
});

test('a paper that rises moves up with its new votes', async () => {
  const withVotes = (upvotes: number) => (day: string) =>
    day === TODAY ? [entry('2608.00001', { upvotes })] : [];
  replay.days = withVotes(3);
  await at('2026-11-20T10:00:00Z', '/paper 2608.00001');
  replay.days = withVotes(41);
  const answer = await at('2026-11-20T11:00:00Z', '/paper 2608.00001');
  expect(answer).toMatchObject({ kind: 'paper', paper: { votes: 41 } });
});
