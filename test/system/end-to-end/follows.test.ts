import { MessageFlags } from 'discord-api-types/v10';
import type { Message, Sandbox } from 'discord-sandbox';
import { describe, expect, test } from 'vitest';
import type { OpenLibrary } from '../../../src/library.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { type RunningBot, startBot } from '../../support/bot.ts';
import { sqliteFile } from '../../support/databases.ts';
import { dueJustNow } from '../../support/due-now.ts';

const HOUR = 3_600_000;
const TODAY = new Date().toISOString().slice(0, 10);
const shown = (message: Message | undefined) => JSON.stringify([message?.content, message?.embeds]);

/** Puts today's digest in: papers by these authors. */
async function publish({ store, refresh }: OpenLibrary, ...authors: readonly string[]): Promise<void> {
  const listings = authors.map((name, at) => ({
    paperId: `2611.0000${at}`,
    title: `Robots of ${name}`,
    votes: 9 - at,
    authors: { names: [name], cut: false },
    media: null,
    sections: [],
  }));
  await store.put({ date: TODAY, listings }, new Date(Date.now() - HOUR));
  await refresh();
}

/** As if what a person follows had been set up a while ago, to be sent just now. */
async function makeDue(url: string, person: string): Promise<void> {
  const { time, zone } = dueJustNow(Date.now());
  const database = await openDatabase(url);
  await database
    .updateTable('subscriptions')
    .set({ time, zone, active_since: Date.now() - HOUR })
    .where('channel_id', '=', person)
    .execute();
  await database.destroy();
}

interface Following extends RunningBot {
  readonly url: string;
  readonly person: string;
  direct(): Message[];
}

/** A bot that knows a paper by Ann Author of today, and a person who uses it. */
async function start(): Promise<Following> {
  const url = await sqliteFile();
  const bot = await startBot({}, { DATABASE_URL: url });
  await publish(bot.app, 'Ann Author', 'Bob Writer');
  await bot.app.search.ready;
  const { sandbox } = bot;
  const person = sandbox.users.you;
  return { ...bot, url, person, direct: () => direct(sandbox) };
}

function direct(sandbox: Sandbox): Message[] {
  return sandbox
    .messages(sandbox.directChannelId())
    .filter(({ author }) => author.id === sandbox.applicationId);
}

const follow = async ({ sandbox }: RunningBot, what: string, value: string) =>
  sandbox.settled(await sandbox.command({ name: `follow ${what}`, options: { [what]: value } }));

describe('what a person follows', () => {
  test('comes as one private message a day, once, grouped by what is followed', async () => {
    const bot = await start();
    const answer = await follow(bot, 'author', 'Ann Author');
    expect((answer.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
    await follow(bot, 'topic', 'robots');
    await makeDue(bot.url, bot.person);
    await bot.worker.round();
    await bot.worker.round();
    const [message, ...others] = bot.direct();
    expect(others).toEqual([]);
    expect(message?.content).toContain('2 of 2 papers');
    expect(shown(message)).toMatch(/Ann Author.*Robots of Ann Author.*robots.*Robots of Bob Writer/);
  });

  test('comes to each person in their own conversation, in their language', async () => {
    const bot = await start();
    const { friend } = bot.sandbox.users;
    const use = { name: 'follow topic', options: { topic: 'robots' }, user: friend };
    await bot.sandbox.settled(await bot.sandbox.command(use));
    await makeDue(bot.url, friend);
    await bot.worker.round();
    expect(bot.direct()).toEqual([]);
    expect(bot.sandbox.messages(bot.sandbox.directChannelId(friend))).toHaveLength(1);
    // Nobody's name is in the log.
    expect(JSON.stringify(bot.lines.filter(({ msg }) => msg === 'delivered'))).not.toContain(friend);
  });

  test('brings no message when nothing is new, and the ledger says why', async () => {
    const bot = await start();
    await publish(bot.app, 'Ann Author');
    await follow(bot, 'author', 'Ann Author');
    await publish(bot.app, 'Cid Other');
    await makeDue(bot.url, bot.person);
    await bot.worker.round();
    expect(bot.direct()).toEqual([]);
    const held = await bot.app.follows.followsOf(bot.person);
    expect(await bot.app.ledger.of(held?.id ?? '', 5)).toMatchObject([
      { edition: TODAY, state: 'skipped', reason: 'thin' },
    ]);
  });

  test('waits while direct messages are closed, says so, and goes on with the next use of the bot', async () => {
    const bot = await start();
    await follow(bot, 'author', 'Ann Author');
    bot.sandbox.closeDirectMessages(bot.person, true);
    await makeDue(bot.url, bot.person);
    await bot.worker.round();
    expect(await bot.app.follows.followsOf(bot.person)).toMatchObject({
      state: 'suspended',
      suspendedFor: 'closed-messages',
    });
    // Nobody else is told of it.
    expect(bot.sandbox.messages(bot.sandbox.generalChannelId)).toEqual([]);
    bot.sandbox.closeDirectMessages(bot.person, false);
    await bot.sandbox.settled(await bot.sandbox.command({ name: 'today' }));
    await expect.poll(async () => (await bot.app.follows.followsOf(bot.person))?.state).toBe('active');
    await bot.worker.round();
    expect(bot.direct()).toHaveLength(1);
  });

  test('is listed with a button that ends each; who follows nothing leaves nothing behind', async () => {
    const bot = await start();
    await follow(bot, 'author', 'Ann Author');
    const again = await follow(bot, 'author', 'Ann Author');
    expect(shown(again)).toContain('already follow');
    const listed = await bot.sandbox.settled(await bot.sandbox.command({ name: 'following' }));
    expect((listed.flags ?? 0) & MessageFlags.Ephemeral).not.toBe(0);
    expect(shown(listed)).toContain('**Ann Author** · author');
    const customId = 'following remove=author+Ann+Author .';
    expect(JSON.stringify(listed?.components)).toContain(customId);
    await bot.sandbox.press({ messageId: listed?.id ?? '', customId });
    const database = await openDatabase(bot.url);
    expect(await database.selectFrom('subscriptions').selectAll().execute()).toEqual([]);
    await database.destroy();
  });

  test('is at most fifty things', async () => {
    const { app } = await start();
    for (let at = 0; at < 50; at += 1)
      await app.follows.follow('5', { query: `topic ${at}` }, { locale: 'en' }, 0);
    const { event, subscription } = await app.follows.follow('5', { query: 'one more' }, { locale: 'en' }, 0);
    expect([event, subscription.filters.length]).toEqual(['full', 50]);
  });

  test('is deleted after thirty days of closed messages, and on demand with what was sent', async () => {
    const { app } = await start();
    const { subscription } = await app.follows.follow('5', { query: 'robots' }, { locale: 'en' }, 0);
    await app.subscriptionStore.suspend(subscription.id, 'closed-messages', 0);
    const month = 30 * 24 * HOUR;
    expect(await app.follows.expire(month - 1)).toBe(0);
    expect(await app.follows.expire(month)).toBe(1);
    await app.follows.follow('6', { query: 'robots' }, { locale: 'ko' }, 0);
    await app.follows.forget('6');
    expect(await app.follows.followsOf('6')).toBeNull();
  });

  test('is offered on a card: organization, keywords and authors', async () => {
    const bot = await start();
    const card = await bot.sandbox.settled(
      await bot.sandbox.command({ name: 'paper', options: { paper: '2611.00000' } }),
    );
    const pressed = await bot.sandbox.select({
      messageId: card?.id ?? '',
      customId: 'paper paper=2611.00000 show=*',
      values: ['follow'],
    });
    expect(pressed).toMatchObject({ ephemeral: true });
    expect(JSON.stringify(pressed.message?.components)).toContain('author Ann Author');
  });
});
