import { once } from 'node:events';
import { type Client, MessageFlags } from 'discord.js';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Sandbox, startSandbox } from '../../server.ts';
import { answering, buttonRow, call, loggedIn } from '../support/discord.ts';
import { EventReader, firstSnapshot } from '../support/page.ts';

let sandbox: Sandbox;
let client: Client<true> | undefined;

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
});
afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await sandbox.close();
});

const open = async (user = sandbox.users.you) => {
  const reader = await EventReader.open(sandbox.url, user);
  onTestFinished(() => reader.close());
  return reader;
};

/** A bot with one command; what it answers is the test's to say. */
async function bot(reply: Parameters<typeof answering>[1]) {
  client = await loggedIn(sandbox);
  const registered = once(sandbox.events, 'commands');
  await client.application.commands.set([{ name: 'top', description: 'x', contexts: [0, 1] }]);
  await registered;
  return answering(client, reply);
}

const ids = (messages: readonly { id: string }[] | undefined) => messages?.map(({ id }) => id);

describe('the snapshot', () => {
  test('is the first event and has everything', async () => {
    const posted = sandbox.post({ content: 'hello' });
    const { snapshot } = await (await open()).next('snapshot');
    expect(snapshot).toMatchObject({
      server: { id: sandbox.guildId, name: 'Paper Readers', locale: 'en-US' },
      roles: [],
      examples: {},
      bot: { id: sandbox.applicationId, bot: true },
      users: [{ id: sandbox.users.you }, { id: sandbox.users.friend }],
      channels: [{ name: 'daily-papers' }, { name: 'general' }, { id: sandbox.directChannelId(), type: 1 }],
      commands: [],
      online: false,
    });
    expect(snapshot.messages[sandbox.channelId]).toEqual([posted]);
    expect(snapshot.messages[sandbox.generalChannelId]).toEqual([]);
  });

  test.each(['', 'nobody', '1180000000000000100'])('is refused to %j', async (user) => {
    await expect(EventReader.open(sandbox.url, user)).rejects.toThrow('404');
  });
});

test('every page gets new, changed and deleted messages', async () => {
  const pages = [await open(), await open(), await open(sandbox.users.friend)];
  const path = `/channels/${sandbox.generalChannelId}/messages`;
  const { body } = await call(sandbox, 'POST', path, { content: 'one' });
  const id = sandbox.messages(sandbox.generalChannelId)[0]?.id ?? '';
  await call(sandbox, 'PATCH', `${path}/${id}`, { content: 'two' });
  await call(sandbox, 'DELETE', `${path}/${id}`);
  await call(sandbox, 'PUT', `/applications/${sandbox.applicationId}/commands`, [
    { name: 'top', description: 'x' },
  ]);
  const added = sandbox.addChannel({ name: 'brief' });
  sandbox.deleteChannel(added);
  for (const page of pages) {
    await page.next('channels', ({ channels }) => channels.length === 3);
    const [, ...changes] = page.events;
    expect(changes).toMatchObject([
      { kind: 'message', message: body },
      { kind: 'message', message: { id, content: 'two' } },
      { kind: 'delete', channelId: sandbox.generalChannelId, messageId: id },
      { kind: 'commands', commands: [{ name: 'top' }] },
      { kind: 'channels', channels: [{}, {}, {}, { name: 'brief' }] },
      { kind: 'channels', channels: [{}, {}, {}] },
    ]);
  }
});

test('the bot is online while its client is connected', async () => {
  const page = await open();
  client = await loggedIn(sandbox);
  await page.next('online', ({ online }) => online);
  expect((await firstSnapshot(sandbox.url)).online).toBe(true);
  await client.destroy();
  await page.next('online', ({ online }) => !online);
  expect(page.events.filter(({ kind }) => kind === 'online')).toHaveLength(2);
});

describe('what only one person sees', () => {
  test('an ephemeral answer reaches only its person', async () => {
    const failures = await bot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
      await interaction.editReply('psst again');
      await interaction.deleteReply();
      await interaction.followUp({ content: 'psst, more', flags: MessageFlags.Ephemeral });
      await interaction.followUp('for all');
    });
    const [mine, theirs] = [await open(), await open(sandbox.users.friend)];
    await sandbox.command({ name: 'top' });
    await mine.next('message', ({ message }) => message.content === 'for all');
    await theirs.next('message', ({ message }) => message.content === 'for all');
    expect(mine.events.filter(({ kind }) => kind === 'message')).toHaveLength(4);
    expect(mine.events.filter(({ kind }) => kind === 'delete')).toHaveLength(1);
    expect(theirs.events.map(({ kind }) => kind)).toEqual(['snapshot', 'message']);
    expect(theirs.text).not.toContain('psst');
    expect(failures).toEqual([]);

    const content = (messages: readonly { content: string }[] | undefined) =>
      messages?.map((one) => one.content);
    const later = (await firstSnapshot(sandbox.url)).messages[sandbox.channelId];
    expect(content(later)).toEqual(['psst, more', 'for all']);
    const others = await firstSnapshot(sandbox.url, sandbox.users.friend);
    expect(content(others.messages[sandbox.channelId])).toEqual(['for all']);
  });

  test('a reply cannot reveal an ephemeral message', async () => {
    await bot(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'psst', flags: 64 });
    });
    const { message } = await sandbox.command({ name: 'top' });
    const body = { content: 'x', message_reference: { message_id: message?.id } };
    const path = `/channels/${sandbox.channelId}/messages`;
    expect((await call(sandbox, 'POST', path, body)).status).toBe(400);
  });

  test('direct messages with the bot reach only their person', async () => {
    const [mine, theirs] = [await open(), await open(sandbox.users.friend)];
    const channel = sandbox.directChannelId(sandbox.users.friend);
    const { snapshot } = await theirs.next('snapshot');
    expect(ids(snapshot.channels)).toContain(channel);
    const path = `/channels/${channel}/messages`;
    await call(sandbox, 'POST', path, { content: 'between us' });
    await theirs.next('message');
    sandbox.post({ content: 'end' });
    await mine.next('message', ({ message }) => message.content === 'end');
    expect(mine.text).not.toContain(channel);
    expect(mine.text).not.toContain('between us');
    const { messages } = await firstSnapshot(sandbox.url, sandbox.users.friend);
    expect(ids(messages[channel])).toHaveLength(1);
    expect((await firstSnapshot(sandbox.url)).messages[channel]).toBeUndefined();
  });
});

test('typing is shown only where the channel is visible', async () => {
  const [mine, theirs] = [await open(), await open(sandbox.users.friend)];
  const direct = sandbox.directChannelId(sandbox.users.friend);
  await call(sandbox, 'POST', `/channels/${direct}/typing`);
  await call(sandbox, 'POST', `/channels/${sandbox.channelId}/typing`);
  const bot = { id: sandbox.applicationId };
  expect(await theirs.next('typing')).toMatchObject({ channelId: direct, user: bot });
  expect(await mine.next('typing')).toMatchObject({ channelId: sandbox.channelId, user: bot });
});

describe('an exchange', () => {
  test('shows the bot’s payload without the token, and the outcome, only to its person', async () => {
    await bot(async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply('done');
    });
    const [mine, theirs] = [await open(), await open(sandbox.users.friend)];
    const tokens: string[] = [];
    sandbox.events.on('interaction', ({ token }) => tokens.push(token));
    await sandbox.command({ name: 'top', locale: 'ko' });
    const { interaction, outcome } = await mine.next('exchange');
    expect(interaction).toMatchObject({ type: 2, data: { name: 'top' }, locale: 'ko', version: 1 });
    expect(interaction).not.toHaveProperty('token');
    expect(outcome).toMatchObject({ kind: 'message', message: { content: 'done' }, ms: expect.any(Number) });
    await theirs.next('message');
    expect(theirs.events.map(({ kind }) => kind)).toEqual(['snapshot', 'message']);
    expect(tokens).toHaveLength(1);
    for (const secret of [...tokens, sandbox.token]) expect(mine.text + theirs.text).not.toContain(secret);
  });

  test('is shown too if it failed', async () => {
    await bot(async () => {});
    const page = await open();
    await sandbox.command({ name: 'top', deadline: 20 });
    expect(await page.next('exchange')).toMatchObject({
      outcome: { kind: 'failed', reason: 'did not respond' },
    });
  });
});

describe('a connection', () => {
  test('sends a reconnect time and heartbeats', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const page = await open();
    await page.next('snapshot');
    expect(page.text).toMatch(/^retry: \d+\n\nevent: snapshot\n/);
    vi.advanceTimersByTime(15_000);
    sandbox.post({ content: 'x' });
    await page.next('message');
    expect(page.text).toContain('\n\n: here\n\nevent: message');
    page.close();
    await expect.poll(() => vi.getTimerCount()).toBe(0);
  });

  test('that is opened again starts with a current snapshot', async () => {
    const before = await open();
    sandbox.post({ content: 'one' });
    await before.next('message');
    before.close();
    sandbox.post({ content: 'two' });
    const { snapshot } = await (await open()).next('snapshot');
    expect(snapshot.messages[sandbox.channelId]?.map(({ content }) => content)).toEqual(['one', 'two']);
  });

  test('ends with the sandbox, and reconnects to a new one', async () => {
    const page = await open();
    await page.next('snapshot');
    await sandbox.close();
    await page.closed;
    sandbox = await startSandbox({ port: Number(new URL(sandbox.url).port) });
    expect((await firstSnapshot(sandbox.url)).online).toBe(false);
  });

  test('that is too slow is cut, and the others continue', async () => {
    const [slow, quick] = [await open(), await open()];
    await slow.next('snapshot');
    slow.response.pause();
    const body = { embeds: [{ description: 'x'.repeat(4000) }], components: [buttonRow('a')] };
    const path = `/channels/${sandbox.channelId}/messages`;
    const before = process.memoryUsage().arrayBuffers;
    // The kernel's own buffers take some megabytes before anything waits here.
    for (let round = 0; round < 4000; round += 1) {
      sandbox.post({ content: '가'.repeat(2000) });
      if (round % 100 !== 0) continue;
      await call(sandbox, 'POST', path, body);
      // However busy the machine is, this one keeps up.
      sandbox.post({ content: `round ${round}` });
      await quick.next('message', ({ message }) => message.content === `round ${round}`);
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
    sandbox.post({ content: 'last' });
    await quick.next('message', ({ message }) => message.content === 'last');
    slow.response.resume();
    await slow.closed;
    expect(slow.text).not.toContain('"content":"last"');
  });

  test('is one of a limited number, and makes room when it ends', async () => {
    const pages = await Promise.all(Array.from({ length: 64 }, () => open()));
    await expect(EventReader.open(sandbox.url, sandbox.users.you)).rejects.toThrow('503');
    for (const page of pages) page.close();
    await expect.poll(() => firstSnapshot(sandbox.url).catch(() => null)).not.toBeNull();
  });
});
