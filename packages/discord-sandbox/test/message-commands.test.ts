import { ApplicationCommandType, type Client } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { answering, call, loggedIn, places } from './support/discord.ts';
import { GatewayClient } from './support/gateway-client.ts';
import { expectSpec } from './support/spec.ts';

let sandbox: Sandbox;
let client: Client<true>;
let bot: GatewayClient;

const NAME = 'Find these papers';

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  client = await loggedIn(sandbox);
  await client.application.commands.set([
    { name: NAME, type: ApplicationCommandType.Message },
    { name: 'top', description: 'x' },
  ]);
  bot = new GatewayClient(sandbox);
  await bot.identify(sandbox.token);
});

afterEach(() => client.removeAllListeners('interactionCreate'));
afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});

test('a command in a message’s menu carries the whole message, whatever the bot may read', async () => {
  const { id } = sandbox.post({ user: sandbox.users.friend, content: 'see arxiv.org/abs/2412.04467' });
  const failures = answering(client, async (interaction) => {
    if (interaction.isMessageContextMenuCommand()) await interaction.reply(interaction.targetMessage.content);
  });
  const outcome = await sandbox.messageCommand({ name: NAME, messageId: id, locale: 'ko' });
  expect(failures).toEqual([]);
  expect(outcome).toMatchObject({ kind: 'message', message: { content: 'see arxiv.org/abs/2412.04467' } });
  const { d } = await bot.frame(({ t }) => t === 'INTERACTION_CREATE');
  expect(d).toMatchObject({
    type: 2,
    locale: 'ko',
    data: {
      name: NAME,
      type: 3,
      target_id: id,
      resolved: { messages: { [id]: { id, content: 'see arxiv.org/abs/2412.04467' } } },
    },
  });
  expect(d).not.toHaveProperty('message');
  expectSpec('MessageResponse', outcome.message);
  expect(outcome.message).toMatchObject({
    type: 23,
    message_reference: { message_id: id },
    interaction_metadata: { type: 2, target_message_id: id },
    interaction: { name: NAME },
  });
});

test('ephemeral answers and deleted messages have no menu', async () => {
  answering(client, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'x', flags: 64 });
  });
  const { message } = await sandbox.command({ name: 'top' });
  const use = (messageId: string, name = NAME) => sandbox.messageCommand({ name, messageId });
  await expect(use(message?.id ?? '')).rejects.toThrow('this message has no menu of commands');
  await expect(use('1')).rejects.toThrow('no message 1');
  const { id } = sandbox.post({ content: 'x' });
  await expect(use(id, 'top')).rejects.toThrow('no command top is registered');
});

describe('registering one', () => {
  const put = (...commands: object[]) =>
    call(
      sandbox,
      'PUT',
      `/applications/${sandbox.applicationId}/guilds/${sandbox.guildId}/commands`,
      commands,
    );

  test('keeps case and spaces, and returns it as Discord’s spec says', async () => {
    const { body, status } = await put({
      type: 3,
      name: 'Find These Papers',
      name_localizations: { ko: '이 논문들 찾기' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject([{ type: 3, name: 'Find These Papers', description: '' }]);
    expectSpec('ApplicationCommandResponse', Array.isArray(body) ? body[0] : body);
    await put();
  });

  test.each<[rule: string, change: object, place: string]>([
    ['no name', { name: '' }, '0.name.BASE_TYPE_BAD_LENGTH'],
    ['a name of 33 characters', { name: 'x'.repeat(33) }, '0.name.BASE_TYPE_BAD_LENGTH'],
    [
      'a translation of 33 characters',
      { name_localizations: { ko: '가'.repeat(33) } },
      '0.name_localizations.ko.BASE_TYPE_BAD_LENGTH',
    ],
    ['a description', { description: 'x' }, '0.description.BASE_TYPE_CHOICES'],
    [
      'options',
      { options: [{ type: 3, name: 'a', description: 'x' }] },
      '0.options.APPLICATION_COMMAND_OPTIONS_NOT_SUPPORTED',
    ],
  ])('with %s is refused', async (_, change, place) => {
    const { status, body } = await put({ type: 3, name: 'Find', ...change });
    expect(status).toBe(400);
    expect(places(body)).toEqual([place]);
  });

  test('is possible fifteen times', async () => {
    const menu = (count: number) => Array.from({ length: count }, (_, i) => ({ type: 3, name: `Menu ${i}` }));
    expect((await put(...menu(15))).status).toBe(200);
    expect((await put(...menu(16))).body).toMatchObject({ code: 30032 });
    await put();
  });
});
