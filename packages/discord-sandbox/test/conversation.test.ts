import { GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { InputError, type Message, type Sandbox, startSandbox } from '../server.ts';
import { call, places } from './support/discord.ts';
import { GatewayClient } from './support/gateway-client.ts';
import { expectSpec } from './support/spec.ts';

let sandbox: Sandbox;
let bot: GatewayClient;

beforeEach(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  bot = new GatewayClient(sandbox);
  await bot.identify(sandbox.token);
});

afterEach(() => sandbox.close());

const mention = () => `<@${sandbox.applicationId}>`;
const messagesPath = (channelId = sandbox.channelId) => `/channels/${channelId}/messages`;

/** What the bot is told of a message. */
async function told({ id }: Message): Promise<object> {
  const { d } = await bot.frame(
    ({ t, d }) => t === 'MESSAGE_CREATE' && typeof d === 'object' && d !== null && 'id' in d && d.id === id,
  );
  if (typeof d !== 'object' || d === null) throw new Error('the event carries no message');
  return d;
}

async function botPosts(body: object, channelId?: string) {
  const answer = await call(sandbox, 'POST', messagesPath(channelId), body);
  return { ...answer, message: answer.body as Message };
}

describe('a message in the server', () => {
  test('that mentions the bot arrives complete, with its author', async () => {
    const event = await told(sandbox.post({ content: `${mention()} what is new?` }));
    expectSpec('MessageResponse', event);
    expect(event).toMatchObject({
      content: `${mention()} what is new?`,
      guild_id: sandbox.guildId,
      channel_type: 0,
      author: { id: sandbox.users.you, bot: false },
      member: { roles: [] },
      mentions: [{ id: sandbox.applicationId, member: { joined_at: expect.any(String) } }],
    });
    expect(event).not.toHaveProperty('member.user');
  });

  test('that does not mention the bot arrives without its content', async () => {
    const event = await told(sandbox.post({ content: 'between us' }));
    expect(event).toMatchObject({ content: '', embeds: [], attachments: [], components: [], mentions: [] });
    const { id } = sandbox.messages().at(-1) ?? { id: '' };
    const read = await call(sandbox, 'GET', `${messagesPath()}/${id}`);
    expect(read.body).toMatchObject({ id, content: '' });
    expect((await call(sandbox, 'GET', messagesPath())).body).toMatchObject([{ id, content: '' }]);
  });

  test('is readable over REST for a bot with the approval', async () => {
    const open = await startSandbox({ privilegedIntents: GatewayIntentBits.MessageContent });
    open.post({ content: 'between us' });
    const { body } = await call(open, 'GET', `/channels/${open.channelId}/messages`);
    expect(body).toMatchObject([{ content: 'between us' }]);
    await open.close();
  });

  test('cannot be written where the person may not write', () => {
    sandbox.setRole(sandbox.guildId, 1n << 10n);
    expect(() => sandbox.post({ user: sandbox.users.friend, content: 'x' })).toThrow(
      'you may not write here',
    );
  });
});

describe('a reply of a person', () => {
  test('to the bot notifies it unless the person says otherwise', async () => {
    const { message } = await botPosts({ content: 'the digest' });
    const pinging = await told(sandbox.post({ content: 'why the first?', replyTo: message.id }));
    expectSpec('MessageResponse', pinging);
    expect(pinging).toMatchObject({
      type: 19,
      content: 'why the first?',
      mentions: [{ id: sandbox.applicationId }],
      message_reference: { message_id: message.id, channel_id: sandbox.channelId, guild_id: sandbox.guildId },
      referenced_message: { id: message.id, content: 'the digest' },
    });
    const quiet = await told(sandbox.post({ content: 'hm', replyTo: message.id, ping: false }));
    expect(quiet).toMatchObject({ type: 19, content: '', mentions: [] });
    expect(quiet).toMatchObject({ referenced_message: { content: 'the digest' } });
  });

  test('to somebody else that mentions the bot does not show the other message', async () => {
    const { id } = sandbox.post({ user: sandbox.users.friend, content: 'between us' });
    const event = await told(sandbox.post({ content: `${mention()} is that so?`, replyTo: id }));
    expect(event).toMatchObject({
      content: `${mention()} is that so?`,
      mentions: [{ id: sandbox.applicationId }, { id: sandbox.users.friend }],
      referenced_message: { id, content: '' },
    });
  });

  test('shows only one earlier message', async () => {
    const first = sandbox.post({ content: '1' });
    const second = sandbox.post({ content: '2', replyTo: first.id });
    const third = sandbox.post({ content: '3', replyTo: second.id });
    expect(third.referenced_message).not.toHaveProperty('referenced_message');
    expect(third.referenced_message).toHaveProperty('message_reference.message_id', first.id);
  });

  test('stays in its channel', () => {
    const { id } = sandbox.post({ content: '1' });
    const elsewhere = { channelId: sandbox.generalChannelId, content: '2', replyTo: id };
    expect(() => sandbox.post(elsewhere)).toThrow(InputError);
    expect(() => sandbox.post({ content: '2', replyTo: '1' })).toThrow('no message 1');
  });
});

describe('a reply of the bot', () => {
  test('notifies the author unless allowed_mentions says otherwise', async () => {
    const asked = sandbox.post({ content: `${mention()} hello` });
    const reference = { message_id: asked.id };
    const plain = await botPosts({ content: 'hi', message_reference: reference });
    expectSpec('MessageResponse', plain.message);
    expect(plain.message).toMatchObject({
      type: 19,
      mentions: [{ id: sandbox.users.you }],
      referenced_message: { id: asked.id, content: asked.content },
    });
    for (const allowed_mentions of [{ parse: [] }, { parse: [], replied_user: false }]) {
      const { message } = await botPosts({ content: 'hi', message_reference: reference, allowed_mentions });
      expect(message.mentions).toEqual([]);
    }
    const allowed_mentions = { parse: [], replied_user: true };
    const { message } = await botPosts({ content: 'hi', message_reference: reference, allowed_mentions });
    expect(message.mentions).toMatchObject([{ id: sandbox.users.you }]);
    const edited = await call(sandbox, 'PATCH', `${messagesPath()}/${message.id}`, { content: 'hi again' });
    expect(edited.body).toMatchObject({ mentions: [{ id: sandbox.users.you }] });
  });

  test('to a deleted message is refused, or sent without a reference if requested', async () => {
    const gone = { content: 'hi', message_reference: { message_id: '1' } };
    const refused = await botPosts(gone);
    expect(refused).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(places(refused.body)).toEqual(['message_reference.MESSAGE_REFERENCE_UNKNOWN_MESSAGE']);
    const alone = { content: 'hi', message_reference: { message_id: '1', fail_if_not_exists: false } };
    const { message } = await botPosts(alone);
    expect(message).toMatchObject({ type: 0, content: 'hi' });
    expect(message).not.toHaveProperty('message_reference');
  });
});

describe('a direct conversation', () => {
  test('arrives complete, without a server or member', async () => {
    const channelId = sandbox.directChannelId();
    const event = await told(sandbox.post({ channelId, content: 'what is new?' }));
    expectSpec('MessageResponse', event);
    expect(event).toMatchObject({ content: 'what is new?', channel_id: channelId, channel_type: 1 });
    expect(event).not.toHaveProperty('guild_id');
    expect(event).not.toHaveProperty('member');
    expect(bot.frames.map(({ t }) => t)).not.toContain('CHANNEL_CREATE');
  });

  test('is opened, read and answered by the bot', async () => {
    const channelId = sandbox.directChannelId();
    const opened = await call(sandbox, 'POST', '/users/@me/channels', { recipient_id: sandbox.users.you });
    expectSpec('PrivateChannelResponse', opened.body);
    expect(opened.body).toMatchObject({ id: channelId, type: 1, recipients: [{ id: sandbox.users.you }] });
    const { id } = sandbox.post({ channelId, content: 'hello' });
    const { message } = await botPosts({ content: 'hi', message_reference: { message_id: id } }, channelId);
    expect(message).toMatchObject({ type: 19, referenced_message: { content: 'hello' } });
    expect(message.message_reference).not.toHaveProperty('guild_id');
  });

  test('does not reach a client without the intent for it', async () => {
    const deaf = new GatewayClient(sandbox);
    await deaf.identify(sandbox.token, {
      intents: GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages,
    });
    sandbox.post({ channelId: sandbox.directChannelId(), content: 'x' });
    const { id } = sandbox.post({ content: 'y' });
    const first = await deaf.event('MESSAGE_CREATE');
    expect(first).toMatchObject({ d: { id } });
  });
});
