import { type Client, ComponentType, type ModalSubmitInteraction, TextInputStyle } from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Interaction, type Sandbox, startSandbox } from '../server.ts';
import { answering, buttonRow, call, loggedIn, places } from './support/discord.ts';
import { GatewayClient } from './support/gateway-client.ts';
import { expectSpec } from './support/spec.ts';

let sandbox: Sandbox;
let client: Client<true>;
let bot: GatewayClient;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  client = await loggedIn(sandbox);
  await client.application.commands.set([{ name: 'ask', description: 'x' }]);
  bot = new GatewayClient(sandbox);
  await bot.identify(sandbox.token);
});

afterEach(() => client.removeAllListeners('interactionCreate'));
afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});

const input = { type: ComponentType.TextInput, custom_id: 'q', style: TextInputStyle.Short } as const;
const row = (change: object = {}) => ({
  type: ComponentType.ActionRow,
  components: [{ ...input, label: 'Question', ...change }],
});
const labelled = (change: object = {}) => ({
  type: ComponentType.Label,
  label: 'Question',
  description: 'In a sentence or two',
  component: { ...input, ...change },
});
const form = (...components: object[]) => ({ custom_id: 'ask', title: 'Ask', components });

/** Uses /ask, answers it with a form over REST, and returns the refusal or what the person got. */
async function opened(data: object) {
  const begun = new Promise<Interaction>((resolve) => sandbox.events.once('interaction', resolve));
  const outcome = sandbox.command({ name: 'ask' });
  const { id, token } = await begun;
  const callback = (body: object) => call(sandbox, 'POST', `/interactions/${id}/${token}/callback`, body);
  const answer = await callback({ type: 9, data });
  if (answer.status >= 400) await callback({ type: 4, data: { content: 'instead' } });
  return { answer, outcome: await outcome };
}

test.each<[string, object]>([
  ['a row', row()],
  ['a label', labelled()],
])('a form with %s comes back with what was typed, numbered, as Discord’s spec says', async (_, part) => {
  const { answer, outcome } = await opened(form(part));
  expect(answer.status).toBe(204);
  const replying = answering(client, async (interaction) => {
    if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue('q'));
  });
  const sent = await sandbox.submitModal({ interactionId: outcome.interactionId, values: { q: 'why?' } });
  expect(sent.message?.content).toBe('why?');
  expect(replying).toEqual([]);
  const { d } = await bot.frame(
    ({ t, d }) => t === 'INTERACTION_CREATE' && Object(d).id === sent.interactionId,
  );
  const filled = { type: ComponentType.TextInput, id: 2, custom_id: 'q', value: 'why?' };
  const shape = 'component' in part ? { component: filled } : { components: [filled] };
  expect(d).toMatchObject({ type: 5, data: { custom_id: 'ask', components: [{ id: 1, ...shape }] } });
  expect(d).not.toHaveProperty('message');
});

test('a form opened by a button brings the button’s message and may change it', async () => {
  const posted = await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, {
    content: 'menu',
    components: [buttonRow('open')],
  });
  const seen: (string | undefined)[] = [];
  answering(client, async (interaction) => {
    if (interaction.isButton()) await interaction.showModal(form(labelled({ required: false })) as never);
    else if (interaction.isModalSubmit()) await change(interaction);
  });
  const change = async (interaction: ModalSubmitInteraction) => {
    seen.push(interaction.message?.id);
    if (interaction.isFromMessage()) await interaction.update('changed');
  };
  const messageId = Object(posted.body).id;
  const { interactionId } = await sandbox.press({ messageId, customId: 'open' });
  const outcome = await sandbox.submitModal({ interactionId, values: {} });
  expect(outcome).toMatchObject({ kind: 'update', message: { id: messageId, content: 'changed' } });
  expectSpec('MessageResponse', outcome.message);
  expect(seen).toEqual([messageId]);
});

test('a form answered by a deferred, ephemeral reply stays ephemeral', async () => {
  const { outcome } = await opened(form(row()));
  answering(client, async (interaction) => {
    if (!interaction.isModalSubmit()) return;
    await interaction.deferReply({ flags: 64 });
    await interaction.editReply('only you');
  });
  const sent = await sandbox.submitModal({ interactionId: outcome.interactionId, values: { q: 'x' } });
  expect(sent).toMatchObject({ kind: 'deferred', ephemeral: true });
  expect(await sandbox.settled(sent)).toMatchObject({ content: 'only you', flags: 64 });
});

test('a form cannot be answered with another form, nor follow a deferral', async () => {
  const { outcome } = await opened(form(row()));
  const begun = new Promise<Interaction>((resolve) => sandbox.events.once('interaction', resolve));
  const sent = sandbox.submitModal({ interactionId: outcome.interactionId, values: { q: 'x' } });
  const { id, token } = await begun;
  const callback = (body: object) => call(sandbox, 'POST', `/interactions/${id}/${token}/callback`, body);
  const again = await callback({ type: 9, data: form(row()) });
  expect(again.body).toMatchObject({ code: 50035 });
  expect(places(again.body)).toEqual(['type.BASE_TYPE_CHOICES']);
  expect((await callback({ type: 5 })).status).toBe(204);
  expect((await callback({ type: 9, data: form(row()) })).body).toMatchObject({ code: 40060 });
  expect(await sent).toMatchObject({ kind: 'deferred' });
});

describe('Discord’s limits for forms', () => {
  const place = (rest: string) => `data.components.0.components.0.${rest}`;
  test.each<[rule: string, form: object, place: string]>([
    ['no title', { ...form(row()), title: '' }, 'data.title.BASE_TYPE_BAD_LENGTH'],
    [
      'a title of 46 characters',
      { ...form(row()), title: 'x'.repeat(46) },
      'data.title.BASE_TYPE_BAD_LENGTH',
    ],
    [
      'a custom id of 101 characters',
      { ...form(row()), custom_id: 'x'.repeat(101) },
      'data.custom_id.BASE_TYPE_BAD_LENGTH',
    ],
    ['no parts', form(), 'data.components.BASE_TYPE_BAD_LENGTH'],
    [
      'six parts',
      form(...Array.from({ length: 6 }, (_, i) => row({ custom_id: `${i}` }))),
      'data.components.BASE_TYPE_BAD_LENGTH',
    ],
    [
      'two inputs of one id',
      form(row(), labelled()),
      'data.components.1.component.custom_id.COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    ['a row whose input has no label', form(row({ label: undefined })), place('label.BASE_TYPE_REQUIRED')],
    ['a label of 46 characters', form(row({ label: 'x'.repeat(46) })), place('label.BASE_TYPE_BAD_LENGTH')],
    [
      'a placeholder of 101',
      form(row({ placeholder: 'x'.repeat(101) })),
      place('placeholder.BASE_TYPE_MAX_LENGTH'),
    ],
    ['a greatest length of 4001', form(row({ max_length: 4001 })), place('max_length.NUMBER_TYPE_MAX')],
    [
      'a least length over the greatest',
      form(row({ min_length: 9, max_length: 8 })),
      place('min_length.NUMBER_TYPE_MAX'),
    ],
    [
      'a text over the greatest length',
      form(row({ max_length: 2, value: 'abc' })),
      place('value.BASE_TYPE_MAX_LENGTH'),
    ],
    ['a style that is none', form(row({ style: 3 })), place('style.BASE_TYPE_CHOICES')],
    ['a button', form(buttonRow('x')), place('type.BASE_TYPE_CHOICES')],
  ])('%s is refused', async (_, data, where) => {
    const { answer } = await opened(data);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(places(answer.body)).toContain(where);
  });
});

test('typed texts must keep the limits of their inputs', async () => {
  const { outcome } = await opened(form(labelled({ min_length: 2, max_length: 4, required: false })));
  const { interactionId } = outcome;
  const sent = (q: string) => sandbox.submitModal({ interactionId, values: { q }, deadline: 1 });
  await expect(sent('a')).rejects.toThrow('q: too short');
  await expect(sent('abcde')).rejects.toThrow('q: too long');
  expect(await sent('')).toMatchObject({ kind: 'failed', reason: 'did not respond' });
});
