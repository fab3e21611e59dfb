import { setTimeout as pause } from 'node:timers/promises';
import { MessageFlags } from 'discord-api-types/v10';
import type { Message, Sandbox } from 'discord-sandbox';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dailyPost } from '../../../src/answers/post.ts';
import { registrationsOf } from '../../../src/bot/registration.ts';
import { connect } from '../../../src/discord/client.ts';
import { DiscordPublisher } from '../../../src/discord/out/publisher.ts';
import { UserError } from '../../../src/errors.ts';
import { openTestApp } from '../../support/app.ts';
import { keptLog, openSandbox, startBot } from '../../support/bot.ts';
import { marked, postTo } from '../../support/post.ts';

const EPHEMERAL = 64;

function shown(message: Message | undefined): string {
  return JSON.stringify([message?.content, message?.embeds]);
}

/** The custom_id of the first button or menu that can be used and begins so. */
function control(message: Message | undefined, start: string): string {
  for (const row of message?.components ?? []) {
    for (const part of 'components' in row ? row.components : []) {
      const id = 'custom_id' in part ? part.custom_id : undefined;
      if (id?.startsWith(start) && !('disabled' in part && part.disabled)) return id;
    }
  }
  throw new Error(`no control ${start} in ${JSON.stringify(message?.components)}`);
}

async function posted(sandbox: Sandbox): Promise<Message> {
  const app = await openTestApp();
  const publisher = new DiscordPublisher(sandbox.apiUrl, sandbox.token);
  onTestFinished(() => publisher.close());
  const { messages } = await app.responder.write(
    dailyPost(app.archive, '2024-12-06', 5),
    'ko',
    Temporal.Now.instant(),
  );
  for (let times = 0; times < 2; times += 1) {
    const outcome = await publisher.post(postTo(sandbox, { messages }), async () => undefined, Date.now());
    expect(outcome).toMatchObject({ kind: 'delivered' });
  }
  const [message, ...others] = sandbox.messages();
  expect(others).toEqual([]);
  if (message === undefined) throw new Error('nothing was posted');
  return message;
}

describe('the bot in Discord', () => {
  test('registers its commands once, and not again when they are held already', async () => {
    const { sandbox, app, lines } = await startBot();
    expect(
      sandbox
        .commands()
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual([
      ...['Find these papers', 'ask', 'author', 'cite', 'digest', 'follow'],
      ...['following', 'help', 'paper', 'privacy', 'saved', 'search', 'today', 'top', 'trends'],
    ]);
    let writes = 0;
    sandbox.events.on('commands', () => {
      writes += 1;
    });
    const { log, lines: again } = keptLog();
    const commands = registrationsOf(app.commands.values());
    const { signal } = new AbortController();
    const options = { token: sandbox.token, api: sandbox.apiUrl, shards: null };
    const second = await connect(options, app, commands, log, signal, () => undefined);
    await expect.poll(() => again.map(({ msg }) => msg)).toContain('commands are registered already');
    await second?.stop();
    expect(writes).toBe(0);
    expect(lines.map(({ msg }) => msg)).toContain('commands registered');
  });

  test.each([
    ['help', {}, '5'],
    ['today', {}, 'VisionZip'],
    ['today', { date: '2024-06-06' }, '2024'],
    ['top', { period: 'month' }, 'VisionZip'],
    ['paper', { paper: '2412.04467' }, 'VisionZip'],
    ['author', { name: 'Song Han' }, 'NVILA'],
  ])('answers /%s %j in both languages', async (name, options, part) => {
    const { sandbox } = await startBot();
    for (const locale of ['en-US', 'ko']) {
      const { kind, message, ephemeral } = await sandbox.command({ name, options, locale });
      expect(kind).toBe('message');
      expect(ephemeral).toBe(name === 'help');
      expect(shown(message)).toContain(part);
      if (locale === 'ko') expect(JSON.stringify(message)).toMatch(/논문|저자/);
    }
  });

  test('answers a mistake to the asker alone, and says what to do', async () => {
    const { sandbox } = await startBot();
    const { message, ephemeral } = await sandbox.command({
      name: 'today',
      options: { date: 'someday' },
      locale: 'ko',
    });
    expect(ephemeral).toBe(true);
    expect(shown(message)).toContain('someday');
    expect(sandbox.messages(sandbox.channelId, sandbox.users.friend)).toEqual([]);
  });

  test('offers titles, names and days while somebody types', async () => {
    const { sandbox } = await startBot();
    const typed = async (name: string, focused: string, text: string) =>
      (await sandbox.autocomplete({ name, focused, options: { [focused]: text }, locale: 'ko' })).choices ??
      [];
    expect(await typed('paper', 'paper', 'visionz')).toContainEqual({
      name: 'VisionZip: Longer is Better but Not Necessary in Vision Language Models',
      value: '2412.04467',
    });
    expect(await typed('author', 'name', 'song ha')).toContainEqual({
      name: 'Song Han · 논문 1편',
      value: 'Song Han',
    });
    expect(await typed('today', 'date', '2024-1')).toHaveLength(2);
    expect(await typed('author', 'name', 'qqqqqq')).toEqual([]);
    expect((await typed('author', 'name', '')).length).toBe(25);
  });

  test('turns the page of an own answer in its place', async () => {
    const { sandbox } = await startBot();
    const first = await sandbox.command({ name: 'top', options: { period: 'month' } });
    const messageId = first.message?.id ?? '';
    const turned = await sandbox.press({
      messageId,
      customId: control(first.message, 'top period=month page=2'),
    });
    expect(turned.kind).toBe('update');
    expect(turned.message?.id).toBe(messageId);
    expect(shown(turned.message)).not.toBe(shown(first.message));
    expect(sandbox.messages()).toHaveLength(1);
  });

  test("answers somebody else's press to that person alone and leaves the message as it is", async () => {
    const { sandbox } = await startBot();
    const first = await sandbox.command({ name: 'top', options: { period: 'month' } });
    const pressed = await sandbox.press({
      user: sandbox.users.friend,
      messageId: first.message?.id ?? '',
      customId: control(first.message, 'top period=month page=2'),
    });
    expect(pressed).toMatchObject({ kind: 'message', ephemeral: true });
    expect(sandbox.messages()).toHaveLength(1);
    expect(shown(sandbox.messages()[0])).toBe(shown(first.message));
    expect(sandbox.messages(sandbox.channelId, sandbox.users.friend)).toHaveLength(2);
  });

  test('opens a paper from a menu, beside the list and not in its place', async () => {
    const { sandbox } = await startBot();
    const list = await sandbox.command({ name: 'today' });
    const picked = await sandbox.select({
      messageId: list.message?.id ?? '',
      customId: control(list.message, 'paper '),
      values: ['2412.04467'],
    });
    expect(picked).toMatchObject({ kind: 'message', ephemeral: false });
    expect(picked.message?.embeds[0]?.title).toContain('VisionZip');
  });

  test('opens a paper of the daily post for the one who picks it', async () => {
    const { sandbox } = await startBot();
    const post = await posted(sandbox);
    const picked = await sandbox.select({
      messageId: post.id,
      customId: control(post, 'paper '),
      values: ['2412.04467'],
      locale: 'ko',
    });
    expect(picked).toMatchObject({ kind: 'message', ephemeral: true });
    expect((picked.message?.flags ?? 0) & EPHEMERAL).toBe(EPHEMERAL);
  });

  test('answers buttons of a message from before a restart', async () => {
    const { sandbox, connection } = await startBot();
    const list = await sandbox.command({ name: 'author', options: { name: 'Song Han' } });
    await connection.stop();
    const app = await openTestApp();
    const { log } = keptLog();
    const commands = registrationsOf(app.commands.values());
    const options = { token: sandbox.token, api: sandbox.apiUrl, shards: null };
    const again = await connect(options, app, commands, log, new AbortController().signal, () => undefined);
    onTestFinished(() => again?.stop());
    const messageId = list.message?.id ?? '';
    const pressed = await sandbox.press({ messageId, customId: control(list.message, 'author name=') });
    expect(pressed.kind).toBe('message');
  });

  test('says so when a button is of no version it knows', async () => {
    const { sandbox } = await startBot();
    const id = '~0123456789';
    const publisher = new DiscordPublisher(sandbox.apiUrl, sandbox.token);
    onTestFinished(() => publisher.close());
    const post = postTo(sandbox, { messages: [marked('old', id)], mark: id });
    await publisher.post(post, async () => undefined, Date.now());
    const messageId = sandbox.messages()[0]?.id ?? '';
    const pressed = await sandbox.press({ messageId, customId: id });
    expect(pressed.ephemeral).toBe(true);
    expect(shown(pressed.message)).toContain('/help');
  });

  test('survives resume, reconnect, an invalid session and a cut line, and answers after each', async () => {
    const { sandbox } = await startBot({ deadline: 10_000 });
    const breaks = [
      () => sandbox.disconnect({ code: 4000 }),
      () => sandbox.disconnect({ cut: true }),
      () => sandbox.requestReconnect(),
      () => sandbox.invalidateSession(true),
      () => sandbox.invalidateSession(false),
    ];
    for (const breakIt of breaks) {
      breakIt();
      await expect.poll(() => sandbox.connected(), { timeout: 15_000 }).toBe(1);
      expect((await sandbox.command({ name: 'help' })).kind).toBe('message');
    }
  }, 60_000);

  test('answers what was asked while the line was cut', async () => {
    const { sandbox } = await startBot({ deadline: 10_000 });
    sandbox.disconnect({ cut: true });
    expect((await sandbox.command({ name: 'help' })).kind).toBe('message');
  });

  test('answers every question that came before it was told to stop', async () => {
    const { sandbox, connection } = await startBot();
    const asked = Array.from({ length: 40 }, () =>
      sandbox.command({ name: 'top', options: { period: 'all' } }),
    );
    const stopped = connection.stop();
    expect((await Promise.all(asked)).map(({ kind }) => kind)).not.toContain('failed');
    await stopped;
    const answers = sandbox.messages(sandbox.channelId, sandbox.users.you);
    expect(answers).toHaveLength(40);
    expect(answers.filter(({ flags }) => flags & MessageFlags.Loading)).toEqual([]);
    expect(sandbox.connected()).toBe(0);
  });

  test('goes on when a reply cannot be sent, and notes it once', async () => {
    const { sandbox, lines } = await startBot({ deadline: 500 });
    sandbox.failNext({ path: /callback/, how: 502, times: 10 });
    expect((await sandbox.command({ name: 'help' })).kind).toBe('failed');
    await expect.poll(() => lines.filter(({ level }) => level >= 50)).toHaveLength(1);
    sandbox.clearFaults();
    expect((await sandbox.command({ name: 'help' })).kind).toBe('message');
  });

  test('never pings anybody and makes no link of what was typed', async () => {
    const { sandbox } = await startBot();
    for (const [name, options] of [
      ['author', { name: '@everyone <@1> <#2> [x](https://evil.example)' }],
      ['paper', { paper: '@here https://evil.example **bold**' }],
    ] as const) {
      const { message } = await sandbox.command({ name, options });
      expect(message?.mention_everyone).toBe(false);
      expect(message?.mentions).toEqual([]);
      expect(shown(message)).not.toContain('](https://evil');
    }
  });
});

describe('posting the digest', () => {
  test('puts the most-voted papers into the channel, once for the same day', async () => {
    const sandbox = await openSandbox();
    const { content, embeds, components } = await posted(sandbox);
    expect(content).toContain('2024년 12월 6일');
    expect(embeds).toHaveLength(5);
    expect(embeds[0]).toMatchObject({
      title: expect.stringContaining('VisionZip'),
      url: expect.stringMatching(/^https:/),
    });
    expect(components?.length).toBeGreaterThan(0);
  });
});

describe('logging in', () => {
  test('with a token that Discord refuses is one clear error', async () => {
    const sandbox = await openSandbox();
    const app = await openTestApp();
    const { log } = keptLog();
    const options = { token: 'wrong', api: sandbox.apiUrl, shards: null };
    const login = connect(options, app, [], log, new AbortController().signal, () => undefined);
    await expect(login).rejects.toThrow(new UserError('errors.discord.token', { code: 401 }));
  });

  test.each([
    [403, 'errors.discord.forbidden'],
    [404, 'errors.discord.address'],
  ])('at an address that answers %i is one clear error, and not tried again', async (how, key) => {
    const sandbox = await openSandbox();
    sandbox.failNext({ path: /gateway/, how, times: 5 });
    const app = await openTestApp();
    const { log } = keptLog();
    const options = { token: sandbox.token, api: sandbox.apiUrl, shards: null };
    const login = connect(options, app, [], log, new AbortController().signal, () => undefined);
    await expect(login).rejects.toMatchObject({ key });
  });

  test('waits for a Discord that cannot be reached, and comes in when it is back', async () => {
    const sandbox = await openSandbox();
    sandbox.failNext({ path: /gateway/, how: 503, times: 5 });
    const app = await openTestApp();
    const { log, lines } = keptLog();
    const options = { token: sandbox.token, api: sandbox.apiUrl, shards: null };
    const connection = await connect(options, app, [], log, new AbortController().signal, () => undefined);
    expect(lines.map(({ msg }) => msg)).toContain('Discord cannot be reached; trying again');
    await connection?.stop();
  });

  test('ends at once when the program is to stop meanwhile', async () => {
    const app = await openTestApp();
    const { log } = keptLog();
    const end = new AbortController();
    const options = { token: 'x', api: 'http://127.0.0.1:9/api', shards: null };
    const login = connect(options, app, [], log, end.signal, () => undefined);
    await pause(50);
    end.abort();
    expect(await login).toBeNull();
  });

  test('is told when Discord ends the session for good', async () => {
    const sandbox = await openSandbox();
    const app = await openTestApp();
    const { log } = keptLog();
    const lost = Promise.withResolvers<UserError>();
    const options = { token: sandbox.token, api: sandbox.apiUrl, shards: null };
    const connection = await connect(options, app, [], log, new AbortController().signal, lost.resolve);
    sandbox.disconnect({ code: 4004 });
    expect((await lost.promise).key).toBe('errors.discord.token');
    await connection?.stop();
  });

  test('takes the shards it is given', async () => {
    const sandbox = await openSandbox();
    const app = await openTestApp();
    const { log, lines } = keptLog();
    const shards = { ids: [0, 2], count: 4 };
    const options = { token: sandbox.token, api: sandbox.apiUrl, shards };
    const connection = await connect(options, app, [], log, new AbortController().signal, () => undefined);
    expect(sandbox.connected()).toBe(2);
    expect(lines.filter(({ msg }) => msg === 'logged in to Discord').map(({ shard }) => shard)).toEqual([
      0, 2,
    ]);
    await connection?.stop();
  });
});
