import { expect, onTestFinished, test } from 'vitest';
import { SummaryWorker } from '../../../src/summaries/worker.ts';
import { dayOf } from '../../../src/text/dates/instants.ts';
import { keptLog, type RunningBot, startBot } from '../../support/bot.ts';
import { dueJustNow } from '../../support/due-now.ts';
import { saying, startFakeModel } from '../../support/fake-model.ts';
import { GOOD, ZIP } from '../../unit/summaries/papers.ts';
import { fetchedListing, languageIn } from '../summaries/summary-world.ts';

const BY_MODEL = 'AI 요약: 초록 기반';

/** Subscribes a channel in Korean, due a minute ago. */
async function subscribe({ app, sandbox }: RunningBot, channelId: string): Promise<void> {
  const now = Date.now();
  const how = {
    channelKind: 'text',
    style: 'cards',
    top: 5,
    locale: 'ko',
    roleId: null,
    thread: false,
  } as const;
  const by = { guildId: sandbox.guildId, userId: sandbox.users.you, now: now - 3_600_000 };
  await app.subscriptions.subscribe({ channelId, ...how, ...dueJustNow(now) }, by);
}

function openSummarizer({ app }: RunningBot) {
  if (app.model === null) throw new Error('no model is set up');
  const { model, archive, summaries, subscriptionStore } = app;
  const languages = () => subscriptionStore.languages();
  const { log } = keptLog();
  const parts = { model, archive, summaries, languages, tokensADay: 200_000, now: Date.now, log };
  const summarizer = new SummaryWorker(parts);
  onTestFinished(() => summarizer.stop());
  return summarizer;
}

test('a post never waits for the model; the next one tells what it wrote meanwhile', async () => {
  let isUp = false;
  const server = await startFakeModel((request) => (isUp ? saying(GOOD[languageIn(request)]) : 'hang'));
  const bot = await startBot({}, { LLM_BASE_URL: server.url, LLM_MODEL: 'fake' });
  const { sandbox, app, worker } = bot;
  const now = Date.now();
  const fetched = { at: now, final: true };
  await app.store.put({ date: dayOf(now), listings: [fetchedListing(ZIP)], fetched }, new Date(now));
  await app.refresh();
  const posts = (channelId: string) =>
    sandbox.messages(channelId).filter(({ content }) => content.startsWith('### '));

  await subscribe(bot, sandbox.generalChannelId);
  const slow = openSummarizer(bot);
  slow.look();
  await expect.poll(() => server.requests.length).toBe(1);
  await worker.round();
  const [first, ...others] = posts(sandbox.generalChannelId);
  expect(others).toEqual([]);
  expect(JSON.stringify(first?.embeds)).toContain('아직 한국어 요약이 없어요');
  await slow.stop();

  isUp = true;
  await openSummarizer(bot).round();
  await app.refresh();
  await subscribe(bot, sandbox.channelId);
  await worker.round();
  const [second] = posts(sandbox.channelId);
  expect(JSON.stringify(second?.embeds)).toContain(BY_MODEL);
  expect(JSON.stringify(second?.embeds)).toContain(GOOD.ko.new.text.slice(0, 40));
  expect(posts(sandbox.generalChannelId)).toEqual([first]);
  const card = await sandbox.command({ name: 'paper', options: { paper: ZIP.id }, locale: 'ko' });
  expect(JSON.stringify(card)).toContain(BY_MODEL);
});
