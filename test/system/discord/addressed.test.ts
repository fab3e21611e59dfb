import { type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { textFor } from '../../../src/discord/in/addressed.ts';

const SELF = { id: '1', roleId: '9' };
const person = (id: string, others: object = {}) => ({ id, username: 'x', ...others });

/** A message of somebody in a server, as the gateway brings it. */
function said(parts: object): string | null {
  const message = {
    id: '5',
    channel_id: '6',
    guild_id: '7',
    type: MessageType.Default,
    author: person('2'),
    content: '',
    mentions: [],
    mention_roles: [],
    ...parts,
  };
  // Only what is read of a message stands here.
  const read: GatewayMessageCreateDispatchData = JSON.parse(JSON.stringify(message));
  return textFor(SELF, read);
}

describe('a message is for the bot', () => {
  test.each([
    ['<@1> who wrote NVILA?', 'who wrote NVILA?'],
    ['<@!1>  who\nwrote it?', 'who wrote it?'],
    ['VisionZip 저자는? <@1>', 'VisionZip 저자는?'],
    ['<@&9> top papers', 'top papers'],
    ['<@1>', ''],
  ])('if it mentions the bot: %j', (content, text) => {
    expect(said({ content, mentions: [person('1')] })).toBe(text);
  });

  test('if it replies to the bot’s message', () => {
    const reply = { type: MessageType.Reply, content: '2위는?', mentions: [person('1')] };
    expect(said({ ...reply, referenced_message: { author: person('1') } })).toBe('2위는?');
  });

  test('if it is a direct message', () => {
    expect(said({ guild_id: undefined, content: 'hello' })).toBe('hello');
    expect(said({ guild_id: undefined, content: '' })).toBe('');
  });
});

describe('a message is not for the bot', () => {
  const mention = { content: '<@1> hello', mentions: [person('1')] };
  test.each<[string, object]>([
    ['if it does not mention the bot', { content: 'hello' }],
    ['if the bot may not read its text', { content: '' }],
    ['if it mentions @everyone', { content: '@everyone hello', mention_everyone: true }],
    ['if it mentions somebody else', { content: '<@2> hello', mentions: [person('2')] }],
    ['if it mentions another role', { content: '<@&8> hello', mention_roles: ['8'] }],
    ['if it is from another bot', { ...mention, author: person('3', { bot: true }) }],
    ['if it is from the bot itself', { ...mention, author: person('1', { bot: true }) }],
    ['if it is from a webhook', { ...mention, webhook_id: '4' }],
    ['if it is from Discord', { ...mention, author: person('3', { system: true }) }],
    ['if it pins, joins or opens a thread', { ...mention, type: MessageType.ChannelPinnedMessage }],
    [
      'if it replies to the bot without notifying it',
      { type: MessageType.Reply, content: '', referenced_message: { author: person('1') } },
    ],
    [
      'if it replies to somebody else without mentioning the bot',
      {
        type: MessageType.Reply,
        content: 'hm',
        mentions: [person('1')],
        referenced_message: { author: person('3') },
      },
    ],
    [
      'if it replies to a deleted message',
      { type: MessageType.Reply, content: 'hm', mentions: [person('1')], referenced_message: null },
    ],
  ])('%s', (_what, parts) => {
    expect(said(parts)).toBeNull();
  });
});
