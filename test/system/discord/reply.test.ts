import { once } from 'node:events';
import type { Client } from 'discord.js';
import { type APIInteraction, GatewayDispatchEvents } from 'discord-api-types/v10';
import { type Sandbox, startSandbox } from 'discord-sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buttonRow, loggedIn } from '../../../packages/discord-sandbox/test/support/discord.ts';
import type { Reply } from '../../../src/bot/respond.ts';
import { InteractionReply } from '../../../src/discord/in/reply.ts';

let sandbox: Sandbox;
let client: Client<true>;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  client = await loggedIn(sandbox);
  await client.application.commands.set([{ name: 'slow', description: 'x' }]);
});
afterAll(async () => {
  await client.destroy();
  await sandbox.close();
});

const message = (content: string) => ({
  content,
  embeds: [],
  components: [],
  allowed_mentions: { parse: [] },
});
const replied = (contents: readonly string[], others: Partial<Reply> = {}): Reply => ({
  ok: true,
  messages: contents.map(message),
  ephemeral: false,
  here: false,
  ...others,
});

/** Something done in the sandbox, what the person saw at first, and the answer when it comes. */
async function slowly<T extends { readonly kind: string }>(
  doing: () => Promise<T>,
  reply: Reply,
  manner: { hidden: boolean; here: boolean },
): Promise<T> {
  const coming = new Promise<APIInteraction>((resolve) =>
    client.ws.once(GatewayDispatchEvents.InteractionCreate, resolve),
  );
  const seen = doing();
  const later = Promise.withResolvers<Reply>();
  const answer = new InteractionReply(client.rest, await coming, new AbortController().signal);
  const sent = answer.send(later.promise, manner);
  const first = await seen;
  later.resolve(reply);
  await sent;
  return first;
}

const visible = (viewer: string | null = null) =>
  sandbox.messages(sandbox.channelId, viewer).map(({ content }) => content);

describe('an answer that takes longer than Discord waits', () => {
  test('is deferred first and written later, with its further messages', async () => {
    const reply = replied(['late 1', 'late 2']);
    const first = await slowly(() => sandbox.command({ name: 'slow' }), reply, {
      hidden: false,
      here: false,
    });
    expect(first.kind).toBe('deferred');
    expect(visible().slice(-2)).toEqual(['late 1', 'late 2']);
  });

  test('is visible to the asker only, if that is known before', async () => {
    const before = visible();
    const manner = { hidden: true, here: false };
    await slowly(() => sandbox.command({ name: 'slow' }), replied(['secret']), manner);
    expect(visible()).toEqual(before);
    expect(visible(sandbox.users.you).at(-1)).toBe('secret');
  });

  test('becomes visible to the asker only, if it turns out to be a mistake', async () => {
    const before = visible();
    const mistake = replied(['wrong'], { ok: false, ephemeral: true });
    await slowly(() => sandbox.command({ name: 'slow' }), mistake, { hidden: false, here: false });
    expect(visible()).toEqual(before);
    expect(visible(sandbox.users.you).at(-1)).toBe('wrong');
  });

  test('replaces the pressed message', async () => {
    const { id } = await pressable();
    const press = () => sandbox.press({ messageId: id, customId: 'go' });
    const first = await slowly(press, replied(['turned'], { here: true }), { hidden: false, here: true });
    expect(first.kind).toBe('deferred');
    expect(sandbox.messages().find((one) => one.id === id)?.content).toBe('turned');
  });

  test('leaves the pressed message as it is, if it is a mistake', async () => {
    const { id } = await pressable();
    const press = () => sandbox.press({ messageId: id, customId: 'go' });
    const mistake = replied(['wrong page'], { ok: false, ephemeral: true });
    await slowly(press, mistake, { hidden: false, here: true });
    expect(sandbox.messages().find((one) => one.id === id)?.content).toBe('press me');
    expect(visible()).not.toContain('wrong page');
    expect(visible(sandbox.users.you)).toContain('wrong page');
  });
});

test('an answer that is ready at once is not deferred', async () => {
  const coming = once(client.ws, GatewayDispatchEvents.InteractionCreate);
  const seen = sandbox.command({ name: 'slow' });
  const [interaction] = await coming;
  const answer = new InteractionReply(client.rest, interaction, new AbortController().signal);
  await answer.send(Promise.resolve(replied(['now'])), { hidden: false, here: false });
  expect(await seen).toMatchObject({ kind: 'message', message: { content: 'now' } });
});

async function pressable() {
  const channel = await client.channels.fetch(sandbox.channelId);
  if (!channel?.isSendable()) throw new Error('the channel takes no messages');
  return channel.send({ content: 'press me', components: [buttonRow('go')] });
}
