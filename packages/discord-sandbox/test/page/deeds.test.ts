import {
  ActionRowBuilder,
  ApplicationCommandType,
  type Client,
  ModalBuilder,
  ApplicationCommandOptionType as Option,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openSandbox } from '../../../../test/support/bot.ts';
import { type Sandbox, startSandbox } from '../../server.ts';
import { IDS } from '../../state/state.ts';
import type { Deed } from '../../web/wire.ts';
import { answering, buttonRow, call, loggedIn } from '../support/discord.ts';
import { act, ask, EventReader } from '../support/page.ts';

let sandbox: Sandbox;
let client: Client<true>;
let failures: unknown[] = [];

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false, deadline: 1000 });
  client = await loggedIn(sandbox);
  await client.application.commands.set([
    {
      name: 'top',
      description: 'x',
      options: [
        { type: Option.Integer, name: 'page', description: 'x', minValue: 1 },
        { type: Option.String, name: 'author', description: 'x', autocomplete: true },
      ],
    },
    { name: 'Find', type: ApplicationCommandType.Message },
    {
      name: 'digest',
      description: 'x',
      defaultMemberPermissions: 'ManageGuild',
      options: [{ type: Option.Subcommand, name: 'subscribe', description: 'x' }],
    },
  ]);
});
afterEach(() => {
  client.removeAllListeners('interactionCreate');
  expect(failures).toEqual([]);
  failures = [];
});
afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});

type Without<One, Key extends keyof Deed> = One extends Deed ? Omit<One, Key> : never;
type Act = Without<Deed, 'user' | 'locale'>;

/** Somebody's deed, in Korean unless said otherwise. */
const does = (deed: Act, user = sandbox.users.you, locale = 'ko') =>
  act(sandbox.url, { user, locale, ...deed });

const command = (name: string, options: Record<string, string | number | boolean> = {}) =>
  ({ kind: 'command', channelId: IDS.dailyPapers, name, options }) as const;

describe('a deed of each kind', () => {
  test('a command reaches the bot with its options and the person’s language', async () => {
    failures = answering(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(`${interaction.locale} ${interaction.options.getInteger('page')}`);
    });
    expect(await does(command('top', { page: 2 }))).toEqual({ kind: 'done' });
    expect(sandbox.messages().at(-1)?.content).toBe('ko 2');
  });

  test('a subcommand’s name follows a space', async () => {
    failures = answering(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply(interaction.options.getSubcommand());
    });
    await does(command('digest subscribe'));
    expect(sandbox.messages().at(-1)?.content).toBe('subscribe');
  });

  test('typing brings the bot’s choices', async () => {
    failures = answering(client, async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const { name, value } = interaction.options.getFocused(true);
      await interaction.respond([{ name: `${name} ${value}`, value: 'chosen' }]);
    });
    const deed = { ...command('top', { author: 'son' }), kind: 'autocomplete', focused: 'author' } as const;
    expect(await does(deed)).toEqual({ kind: 'choices', choices: [{ name: 'author son', value: 'chosen' }] });
  });

  test('a button, a menu, a form and its submission work', async () => {
    const row = new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
      new StringSelectMenuBuilder()
        .setCustomId('pick')
        .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' }),
    );
    const field = new TextInputBuilder().setCustomId('note').setLabel('Note').setStyle(TextInputStyle.Short);
    const form = new ModalBuilder()
      .setCustomId('form')
      .setTitle('A form')
      .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(field));
    failures = answering(client, async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply({ content: 'start', components: [buttonRow('open'), row.toJSON()] });
      } else if (interaction.isButton()) await interaction.showModal(form);
      else if (interaction.isStringSelectMenu()) await interaction.update(`picked ${interaction.values}`);
      else if (interaction.isModalSubmit()) {
        await interaction.reply(`noted ${interaction.fields.getTextInputValue('note')}`);
      }
    });
    await does(command('top'));
    const messageId = sandbox.messages().at(-1)?.id ?? '';

    const opened = await does({ kind: 'press', messageId, customId: 'open' });
    expect(opened).toMatchObject({ kind: 'modal', modal: { custom_id: 'form', title: 'A form' } });
    const interactionId =
      typeof opened === 'object' && opened !== null && 'interactionId' in opened
        ? String(opened.interactionId)
        : '';
    const filled = { kind: 'modal', interactionId, values: { note: 'hm' } } as const;
    expect(await does(filled, sandbox.users.friend)).toMatchObject({ kind: 'failed' });
    expect(await does(filled)).toEqual({ kind: 'done' });
    expect(sandbox.messages().at(-1)?.content).toBe('noted hm');

    const picked = { kind: 'select', messageId, customId: 'pick', values: ['2'] } as const;
    expect(await does(picked)).toEqual({ kind: 'done' });
    expect(sandbox.messages().find(({ id }) => id === messageId)?.content).toBe('picked 2');
  });

  test('a message replies to another without a notification', async () => {
    const { id } = sandbox.post({ user: sandbox.users.friend, content: 'first' });
    const deed = { kind: 'post', channelId: IDS.dailyPapers, content: 'second', replyTo: id } as const;
    expect(await does({ ...deed, ping: false })).toEqual({ kind: 'done' });
    expect(sandbox.messages().at(-1)).toMatchObject({ type: 19, mentions: [], referenced_message: { id } });
    expect(await does({ ...deed, replyTo: '1' })).toMatchObject({ kind: 'failed' });
  });

  test('a command from a message’s menu reaches the bot', async () => {
    failures = answering(client, async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(interaction.targetMessage.content);
    });
    const { id } = sandbox.post({ content: 'target' });
    expect(await does({ kind: 'menu', messageId: id, name: 'Find' })).toEqual({ kind: 'done' });
    expect(sandbox.messages().at(-1)).toMatchObject({ type: 23, content: 'target' });
  });

  test('a message mentions the bot', async () => {
    const content = `<@${sandbox.applicationId}> hello`;
    const deed = { kind: 'post', channelId: sandbox.generalChannelId, content } as const;
    expect(await does(deed, sandbox.users.friend)).toEqual({ kind: 'done' });
    expect(sandbox.messages(sandbox.generalChannelId).at(-1)).toMatchObject({
      content,
      author: { id: sandbox.users.friend },
      mentions: [{ id: sandbox.applicationId }],
    });
  });
});

describe('a deed fails, with the reason,', () => {
  test('if the bot does not answer in time', async () => {
    const patient = await openSandbox();
    await call(patient, 'PUT', `/applications/${patient.applicationId}/commands`, [
      { name: 'top', description: 'x' },
    ]);
    const started = performance.now();
    const deed: Deed = { user: patient.users.you, locale: 'en-US', ...command('top') };
    expect(await act(patient.url, deed)).toEqual({ kind: 'failed', reason: 'did not respond' });
    expect(performance.now() - started).toBeGreaterThan(2900);
  });

  test.each<[string, Act]>([
    ['for an unknown command', command('nope')],
    ['for an unknown subcommand', command('digest nope')],
    ['for a missing subcommand', command('digest')],
    ['for an unknown option', command('top', { nope: 1 })],
    ['for an option named like a part of every object', command('top', { constructor: 'x' })],
    ['for a value of the wrong type', command('top', { page: 'two' })],
    ['for a value out of range', command('top', { page: 0 })],
    ['for an unknown channel', { ...command('top'), channelId: '1' }],
    [
      'for an option that suggests nothing',
      { ...command('top', { page: 1 }), kind: 'autocomplete', focused: 'page' },
    ],
    [
      'for an option to suggest for that is not there',
      { ...command('top'), kind: 'autocomplete', focused: 'x' },
    ],
    ['for an unknown message', { kind: 'press', messageId: '1', customId: 'x' }],
    ['for an unknown form', { kind: 'modal', interactionId: '1', values: {} }],
    ['for an empty message', { kind: 'post', channelId: IDS.general, content: ' ' }],
    ['for a long message', { kind: 'post', channelId: IDS.general, content: 'x'.repeat(2001) }],
  ])('%s', async (_what, deed) => {
    expect(await does(deed)).toEqual({ kind: 'failed', reason: expect.stringMatching(/./) });
  });

  test('for an unknown user, or for the bot', async () => {
    for (const user of ['1', sandbox.applicationId]) {
      expect(await does(command('top'), user)).toMatchObject({
        kind: 'failed',
        reason: expect.stringContaining(user),
      });
    }
  });

  test('for a command that the person may not use', async () => {
    expect(await does(command('digest subscribe'), sandbox.users.friend)).toMatchObject({ kind: 'failed' });
  });

  test('for a message to a forum', async () => {
    const channelId = sandbox.addChannel({ name: 'forum', kind: 'forum' });
    expect(await does({ kind: 'post', channelId, content: 'x' })).toMatchObject({ kind: 'failed' });
  });

  test('for a button that only somebody else sees', async () => {
    failures = answering(client, async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({ content: 'psst', components: [buttonRow('go')], flags: 64 });
    });
    const { message } = await sandbox.command({ name: 'top' });
    const press = { kind: 'press', messageId: message?.id ?? '', customId: 'go' } as const;
    expect(await does(press, sandbox.users.friend)).toEqual({ kind: 'failed', reason: 'Unknown Message' });
    expect(await does({ ...press, customId: 'other' })).toMatchObject({ kind: 'failed' });
  });

  test('if the sandbox has a bug, which is reported once and without details', async () => {
    const bugs: unknown[] = [];
    const broken = await openSandbox();
    broken.events.on('bug', (bug) => bugs.push(bug));
    broken.events.on('message', () => {
      throw new Error('inner secret');
    });
    const body = JSON.stringify({
      user: broken.users.you,
      locale: 'ko',
      kind: 'post',
      channelId: broken.channelId,
      content: 'x',
    });
    const headers = { origin: broken.url, 'content-type': 'application/json' };
    const { status, text } = await ask(broken.url, '/do', { method: 'POST', headers, body });
    expect([status, text]).toEqual([500, '{"kind":"failed","reason":"the sandbox has a bug"}']);
    expect(bugs).toEqual([new Error('inner secret')]);
  });
});

test('the message of a deed is on the page before the deed’s result', async () => {
  failures = answering(client, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('now');
  });
  const page = await EventReader.open(sandbox.url);
  onTestFinished(() => page.close());
  await page.next('snapshot');
  await does(command('top'));
  await page.next('message', ({ message }) => message.content === 'now');
  await page.next('exchange');
});
