import {
  ActionRowBuilder,
  type Client,
  ComponentType,
  MessageFlags,
  ModalBuilder,
  ApplicationCommandOptionType as Option,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { InputError, type Interaction, type Outcome, type Sandbox, startSandbox } from '../server.ts';
import { answering, buttonRow, call, loggedIn } from './support/discord.ts';
import { expectSpec } from './support/spec.ts';

let sandbox: Sandbox;
let client: Client<true>;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  client = await loggedIn(sandbox);
  await client.application.commands.set([
    {
      name: 'top',
      description: 'x',
      options: [
        {
          type: Option.String,
          name: 'period',
          description: 'x',
          choices: [{ name: 'A month', nameLocalizations: { ko: '한 달' }, value: 'month' }],
        },
        { type: Option.Integer, name: 'page', description: 'x', minValue: 1, maxValue: 9 },
        { type: Option.String, name: 'author', description: 'x', autocomplete: true },
        { type: Option.Channel, name: 'channel', description: 'x' },
        { type: Option.User, name: 'user', description: 'x' },
        { type: Option.Boolean, name: 'quiet', description: 'x' },
        { type: Option.Role, name: 'role', description: 'x' },
        { type: Option.Mentionable, name: 'who', description: 'x' },
        { type: Option.Number, name: 'score', description: 'x' },
      ],
    },
    {
      name: 'subscribe',
      description: 'x',
      defaultMemberPermissions: 'ManageGuild',
      options: [
        {
          type: Option.Subcommand,
          name: 'set',
          description: 'x',
          options: [{ type: Option.String, name: 'time', description: 'x', required: true }],
        },
      ],
    },
    { name: 'anywhere', description: 'x', contexts: [0, 1] },
    { name: 'server', description: 'x', contexts: [0] },
  ]);
});
afterEach(() => {
  client.removeAllListeners('interactionCreate');
});
afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});

/** The interaction that the bot was sent, without a bot that answers. */
function unanswered(act: () => Promise<unknown>): Promise<Interaction> {
  return new Promise((resolve) => {
    sandbox.events.once('interaction', resolve);
    void act();
  });
}

const callback = (interaction: Interaction, body: unknown, query = '') =>
  call(sandbox, 'POST', `/interactions/${interaction.id}/${interaction.token}/callback${query}`, body);

describe('a slash command', () => {
  test('reaches the bot with typed options, person, place and language', async () => {
    const seen: unknown[] = [];
    answering(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      seen.push(options.getString('period'), options.getInteger('page'), options.getBoolean('quiet'));
      seen.push(options.getChannel('channel')?.name, options.getUser('user')?.username);
      seen.push(
        interaction.locale,
        interaction.guildLocale,
        interaction.user.globalName,
        interaction.channelId,
      );
      seen.push(
        interaction.memberPermissions?.has('ManageGuild'),
        interaction.appPermissions.has('SendMessages'),
      );
      seen.push(interaction.inGuild(), interaction.attachmentSizeLimit);
      await interaction.reply('ok');
    });
    const options = { period: 'A month', page: '2', quiet: true, channel: '#general', user: '@mina' };
    const outcome = await sandbox.command({ name: 'top', options, locale: 'ko' });
    expect(outcome).toMatchObject({ kind: 'message', ephemeral: false, message: { content: 'ok' } });
    expect(seen).toEqual([
      ...['month', 2, true, 'general', 'mina', 'ko', 'en-US', 'You', sandbox.channelId],
      ...[true, true, true, 10_485_760],
    ]);
  });

  test('is answered with a message as Discord’s spec says', async () => {
    answering(client, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ embeds: [{ title: 'T' }], components: [buttonRow('a')] });
      }
    });
    const { message } = await sandbox.command({ name: 'top' });
    expectSpec('MessageResponse', JSON.parse(JSON.stringify(message)));
    expect(message).toMatchObject({
      type: 20,
      interaction: { name: 'top' },
      interaction_metadata: { user: { id: sandbox.users.you } },
      application_id: sandbox.applicationId,
    });
  });

  test('carries roles, mentionables and numbers resolved', async () => {
    answering(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { options } = interaction;
      const who = options.getMentionable('who');
      const shown = who && 'user' in who ? who.user : who;
      const name = shown && 'username' in shown ? shown.username : '';
      await interaction.reply(`${options.getRole('role')?.name} ${name} ${options.getNumber('score')}`);
    });
    const outcome = await sandbox.command({
      name: 'top',
      options: { role: 'bot', who: '@mina', score: '0.5' },
    });
    expect(outcome.message?.content).toBe('bot mina 0.5');
  });

  test('returns its message to a bot that requests it', async () => {
    const made: string[] = [];
    answering(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const response = await interaction.reply({ content: 'x', withResponse: true });
      made.push(response.resource?.message?.id ?? '');
    });
    const outcome = await sandbox.command({ name: 'top' });
    await expect.poll(() => made).toEqual([outcome.message?.id]);
  });

  test('carries its subcommand', async () => {
    answering(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(
        `${interaction.options.getSubcommand()} ${interaction.options.getString('time')}`,
      );
    });
    const outcome = await sandbox.command({ name: 'subscribe set', options: { time: '08:00' } });
    expect(outcome.message?.content).toBe('set 08:00');
  });

  test('works in a direct conversation', async () => {
    answering(client, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply(`${interaction.context} ${interaction.inGuild()}`);
    });
    const channelId = sandbox.directChannelId();
    expect((await sandbox.command({ name: 'anywhere', channelId })).message?.content).toBe('1 false');
    await expect(sandbox.command({ name: 'server', channelId })).rejects.toThrow('not offered here');
  });

  test.each([
    [{ name: 'nothing' }, 'no command /nothing is registered'],
    [{ name: 'top', options: { period: 'never' } }, 'choose one of A month'],
    [{ name: 'top', options: { page: 10 } }, 'at most 9'],
    [{ name: 'top', options: { page: 'two' } }, 'not a number'],
    [{ name: 'top', options: { other: 'x' } }, 'no option other'],
    [{ name: 'top', options: { channel: 'nowhere' } }, 'no such channel'],
    [{ name: 'subscribe' }, 'needs a subcommand'],
    [{ name: 'subscribe set' }, 'time: this option is required'],
    [
      { name: 'subscribe set', user: '1180000000000000700', options: { time: '8' } },
      'may not use /subscribe',
    ],
  ])('%j cannot be sent, as in Discord’s app', async (use, reason) => {
    const attempt = sandbox.command(use);
    await expect(attempt).rejects.toThrow(InputError);
    await expect(attempt).rejects.toThrow(reason);
  });

  test('fails for the person if the bot does not answer in time, and then for the bot', async () => {
    const late = await new Promise<Interaction>((resolve) => {
      sandbox.events.once('interaction', resolve);
      void sandbox.command({ name: 'top', deadline: 5 });
    });
    const outcome = await new Promise((resolve) =>
      sandbox.events.once('answer', ({ outcome }) => resolve(outcome)),
    );
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'did not respond' });
    expect(await callback(late, { type: 4, data: { content: 'x' } })).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
  });
});

describe('autocomplete', () => {
  test('sends the unfinished text and shows the suggestions', async () => {
    answering(client, async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([
        { name: `${name}:${value}:${interaction.options.getString('period')}`, value: 'v' },
      ]);
    });
    const outcome = await sandbox.autocomplete({
      name: 'top',
      options: { period: 'month', author: 'Son' },
      focused: 'author',
    });
    expect(outcome).toMatchObject({
      kind: 'autocomplete',
      choices: [{ name: 'author:Son:month', value: 'v' }],
    });
  });

  test.each([
    ['26 choices', { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) }],
    ['a name of 101 characters', { choices: [{ name: 'x'.repeat(101), value: 'v' }] }],
    ['a value of 101 characters', { choices: [{ name: 'n', value: 'x'.repeat(101) }] }],
    ['an empty name', { choices: [{ name: '', value: 'v' }] }],
    ['no choices at all', {}],
  ])('%s is refused', async (_, data) => {
    const use = { name: 'top', options: { author: '' }, focused: 'author' };
    const interaction = await unanswered(() => sandbox.autocomplete(use));
    expect(await callback(interaction, { type: 8, data })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect((await callback(interaction, { type: 8, data: { choices: [] } })).status).toBe(204);
  });

  test('cannot be answered with a message', async () => {
    const use = { name: 'top', options: { author: '' }, focused: 'author' };
    const interaction = await unanswered(() => sandbox.autocomplete(use));
    const wrong = await callback(interaction, { type: 4, data: { content: 'x' } });
    expect(wrong).toMatchObject({ status: 400, body: { code: 50035 } });
    await callback(interaction, { type: 8, data: { choices: [] } });
  });
});

describe('an answer', () => {
  test('is visible only to its reader if it is ephemeral', async () => {
    answering(client, async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply({ content: 'psst', flags: MessageFlags.Ephemeral });
    });
    const { users } = sandbox;
    const outcome = await sandbox.command({ name: 'top', user: users.friend });
    expect(outcome.ephemeral).toBe(true);
    const id = outcome.message?.id;
    const seenBy = (viewer: string | null) =>
      sandbox.messages(sandbox.channelId, viewer).some((one) => one.id === id);
    expect([seenBy(users.friend), seenBy(users.you), seenBy(null)]).toEqual([true, false, false]);
    const asChannelMessage = await call(sandbox, 'GET', `/channels/${sandbox.channelId}/messages/${id}`);
    expect(asChannelMessage.body).toMatchObject({ code: 10008 });
  });

  test('may be deferred and edited', async () => {
    const failures = answering(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply({ content: 'at last' });
      await interaction.followUp('and more');
      const original = await interaction.fetchReply();
      await interaction.followUp(original.content);
    });
    const outcome = await sandbox.command({ name: 'top' });
    expect(outcome).toMatchObject({ kind: 'deferred', ephemeral: true, message: { content: '' } });
    expect((outcome.message?.flags ?? 0) & MessageFlags.Loading).toBe(MessageFlags.Loading);
    const final = await sandbox.settled(outcome);
    expect(final).toMatchObject({
      id: outcome.message?.id,
      content: 'at last',
      flags: MessageFlags.Ephemeral,
    });
    await expect
      .poll(() =>
        sandbox
          .messages()
          .slice(-2)
          .map(({ content }) => content),
      )
      .toEqual(['and more', 'at last']);
    expect(failures).toEqual([]);
  });

  test('that never follows a deferral is reported as missing', async () => {
    const outcome = new Promise<Outcome>((resolve) => {
      sandbox.events.once('answer', (event) => resolve(event.outcome));
    });
    const interaction = await unanswered(() => sandbox.command({ name: 'top' }));
    await callback(interaction, { type: 5 });
    await expect(sandbox.settled(await outcome, { deadline: 1 })).rejects.toThrow(
      'was not edited within 1 ms',
    );
    await expect(sandbox.settled({ kind: 'failed', interactionId: '1', ms: 0 })).rejects.toThrow(
      'has no message',
    );
  });

  test('that is deferred is filled by the first follow-up', async () => {
    const interaction = await unanswered(() => sandbox.command({ name: 'top' }));
    await callback(interaction, { type: 5 });
    const webhook = `/webhooks/${sandbox.applicationId}/${interaction.token}`;
    const { body } = await call(sandbox, 'POST', webhook, { content: 'filled' });
    expectSpec('MessageResponse', body);
    expect((await call(sandbox, 'GET', `${webhook}/messages/@original`)).body).toEqual(body);
  });

  test('can be deleted', async () => {
    answering(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply('gone soon');
      await interaction.deleteReply();
    });
    const outcome = await sandbox.command({ name: 'top' });
    await expect.poll(() => sandbox.messages().some(({ id }) => id === outcome.message?.id)).toBe(false);
  });

  test('can be given once', async () => {
    const interaction = await unanswered(() => sandbox.command({ name: 'top' }));
    const first = await callback(interaction, { type: 4, data: { content: 'x' } });
    expect(first.status).toBe(204);
    expect(first.headers.get('content-type')).toBeNull();
    const second = await callback(interaction, { type: 4, data: { content: 'x' } });
    expect(second).toMatchObject({
      status: 400,
      body: { code: 40060, message: 'Interaction has already been acknowledged.' },
    });
  });

  test('returns its message if requested', async () => {
    const interaction = await unanswered(() => sandbox.command({ name: 'top' }));
    const { status, body } = await callback(
      interaction,
      { type: 4, data: { content: 'x' } },
      '?with_response=true',
    );
    expect(status).toBe(200);
    expectSpec('InteractionCallbackResponse', body);
  });

  test('that is wrong leaves the interaction open for a right one', async () => {
    const interaction = await unanswered(() => sandbox.command({ name: 'top' }));
    const long = await callback(interaction, { type: 4, data: { content: 'x'.repeat(2001) } });
    expect(long.body).toMatchObject({ code: 50035, errors: { data: { content: { _errors: [{}] } } } });
    expect((await callback(interaction, { type: 4, data: { content: '' } })).body).toMatchObject({
      code: 50006,
    });
    expect((await callback(interaction, { type: 99 })).body).toMatchObject({ code: 50035 });
    expect((await callback(interaction, { type: 7, data: { content: 'x' } })).body).toMatchObject({
      code: 50035,
    });
    expect((await callback(interaction, { type: 4, data: { content: 'x' } })).status).toBe(204);
  });

  test('with a wrong token is unknown', async () => {
    const interaction = await unanswered(() => sandbox.command({ name: 'top' }));
    const stranger = { ...interaction, token: 'wrong' };
    expect(await callback(stranger, { type: 5 })).toMatchObject({ status: 404, body: { code: 10062 } });
    const early = await call(sandbox, 'POST', `/webhooks/${sandbox.applicationId}/${interaction.token}`, {
      content: 'x',
    });
    expect(early).toMatchObject({ status: 404, body: { code: 10015 } });
    await callback(interaction, { type: 5 });
    const webhook = `/webhooks/${sandbox.applicationId}/${interaction.token}/messages`;
    expect(await call(sandbox, 'GET', `${webhook}/1`)).toMatchObject({ status: 404, body: { code: 10008 } });
    expect(
      await call(sandbox, 'GET', `/webhooks/${sandbox.applicationId}/wrong/messages/@original`),
    ).toMatchObject({
      status: 404,
      body: { code: 10015 },
    });
  });
});

describe('components', () => {
  const select = {
    type: ComponentType.ActionRow as const,
    components: [
      {
        type: ComponentType.StringSelect as const,
        custom_id: 'pick',
        options: [
          { label: 'One', value: '1' },
          { label: 'Two', value: '2' },
        ],
      },
    ],
  };

  async function shown(): Promise<string> {
    answering(client, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'page 1', components: [buttonRow('page=2'), select] });
      }
    });
    const { message } = await sandbox.command({ name: 'top' });
    client.removeAllListeners('interactionCreate');
    return message?.id ?? '';
  }

  test('a button changes the message it is on', async () => {
    const messageId = await shown();
    answering(client, async (interaction) => {
      if (interaction.isButton())
        await interaction.update(`pressed ${interaction.customId} by ${interaction.user.username}`);
    });
    const outcome = await sandbox.press({ messageId, customId: 'page=2', user: sandbox.users.friend });
    expect(outcome).toMatchObject({
      kind: 'update',
      message: { id: messageId, content: 'pressed page=2 by mina' },
    });
    expect(sandbox.messages().find(({ id }) => id === messageId)?.components.length).toBe(2);
  });

  test('a button press may be deferred and answered later', async () => {
    const messageId = await shown();
    answering(client, async (interaction) => {
      if (!interaction.isButton()) return;
      await interaction.deferUpdate();
      await interaction.editReply('changed');
    });
    const outcome = await sandbox.press({ messageId, customId: 'page=2' });
    expect(outcome.kind).toBe('deferred');
    expect(await sandbox.settled(outcome)).toMatchObject({ id: messageId, content: 'changed' });
  });

  test('a button may be answered with a message of its own', async () => {
    const messageId = await shown();
    answering(client, async (interaction) => {
      if (interaction.isButton()) await interaction.reply({ content: 'new', flags: MessageFlags.Ephemeral });
    });
    const outcome = await sandbox.press({ messageId, customId: 'page=2' });
    expect(outcome).toMatchObject({
      kind: 'message',
      ephemeral: true,
      message: { message_reference: { message_id: messageId } },
    });
    expectSpec('MessageResponse', JSON.parse(JSON.stringify(outcome.message)));
  });

  test('a menu sends the chosen values', async () => {
    const messageId = await shown();
    answering(client, async (interaction) => {
      if (interaction.isStringSelectMenu()) await interaction.update(`chose ${interaction.values.join()}`);
    });
    const outcome = await sandbox.select({ messageId, customId: 'pick', values: ['2'] });
    expect(outcome.message?.content).toBe('chose 2');
    await expect(sandbox.select({ messageId, customId: 'pick', values: ['3'] })).rejects.toThrow(
      '3 is not offered',
    );
    await expect(sandbox.select({ messageId, customId: 'pick', values: [] })).rejects.toThrow(
      'choose 1 to 1',
    );
    await expect(sandbox.press({ messageId, customId: 'nothing' })).rejects.toThrow(
      'shows no such component',
    );
  });

  test('menus of channels and users send the chosen values, resolved', async () => {
    answering(client, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const components = [
          {
            type: ComponentType.ActionRow as const,
            components: [{ type: ComponentType.ChannelSelect as const, custom_id: 'c' }],
          },
          {
            type: ComponentType.ActionRow as const,
            components: [{ type: ComponentType.UserSelect as const, custom_id: 'u' }],
          },
        ];
        await interaction.reply({ content: 'x', components });
      }
      if (interaction.isChannelSelectMenu())
        await interaction.update(interaction.channels.map(({ id }) => id).join());
      if (interaction.isUserSelectMenu())
        await interaction.update(interaction.users.map(({ username }) => username).join());
    });
    const { message } = await sandbox.command({ name: 'top' });
    const messageId = message?.id ?? '';
    const { generalChannelId, users } = sandbox;
    const channel = await sandbox.select({ messageId, customId: 'c', values: [generalChannelId] });
    expect(channel.message?.content).toBe(generalChannelId);
    const user = await sandbox.select({ messageId, customId: 'u', values: [users.friend] });
    expect(user.message?.content).toBe('mina');
    const nobody = sandbox.select({ messageId, customId: 'u', values: ['1'] });
    await expect(nobody).rejects.toThrow('1 is not offered');
  });

  test('a disabled button cannot be pressed', async () => {
    const [button] = buttonRow('off').components;
    const components = [{ type: 1, components: [{ ...button, disabled: true }] }];
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, { content: 'x', components });
    const messageId = sandbox.messages().at(-1)?.id ?? '';
    await expect(sandbox.press({ messageId, customId: 'off' })).rejects.toThrow('off is disabled');
  });

  test('a form opens, is filled in and answered', async () => {
    const messageId = await shown();
    const failures = answering(client, async (interaction) => {
      if (interaction.isButton()) {
        const input = new TextInputBuilder()
          .setCustomId('q')
          .setLabel('Question')
          .setStyle(TextInputStyle.Short);
        const row = new ActionRowBuilder<TextInputBuilder>().addComponents(input);
        await interaction.showModal(new ModalBuilder().setCustomId('ask').setTitle('Ask').addComponents(row));
      }
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('q'));
    });
    const opened = await sandbox.press({ messageId, customId: 'page=2' });
    expect(opened).toMatchObject({ kind: 'modal', modal: { custom_id: 'ask', title: 'Ask' } });
    const { interactionId } = opened;
    await expect(sandbox.submitModal({ interactionId, values: {} })).rejects.toThrow(
      'q: this field is required',
    );
    const outcome = await sandbox.submitModal({ interactionId, values: { q: 'why?' } });
    expect(outcome.message?.content).toBe('why?');
    expect(failures).toEqual([]);
  });
});

test('an answer takes about a millisecond', async () => {
  answering(client, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('quick');
  });
  const times: number[] = [];
  for (let i = 0; i < 50; i += 1) times.push((await sandbox.command({ name: 'top' })).ms);
  times.sort((a, b) => a - b);
  // A generous bound for a busy machine; the median is 0.7 ms on a quiet one.
  expect(times[25]).toBeLessThan(25);
});
