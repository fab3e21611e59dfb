import { type GatewayMessageCreateDispatchData, MessageType } from 'discord-api-types/v10';
import { describe, expect, test } from 'vitest';
import { saidTo } from '../../../src/discord/in/addressed.ts';

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
  return saidTo(SELF, read);
}

describe('the bot is spoken to', () => {
  test.each([
    ['<@1> who wrote NVILA?', 'who wrote NVILA?'],
    ['<@!1>  who\nwrote it?', 'who wrote it?'],
    ['VisionZip 저자는? <@1>', 'VisionZip 저자는?'],
    ['<@&9> top papers', 'top papers'],
    ['<@1>', ''],
  ])('by a mention: %j', (content, text) => {
    expect(said({ content, mentions: [person('1')] })).toBe(text);
  });

  test('by a reply to what it wrote', () => {
    const reply = { type: MessageType.Reply, content: '2위는?', mentions: [person('1')] };
    expect(said({ ...reply, referenced_message: { author: person('1') } })).toBe('2위는?');
  });

  test('by whatever is written to it directly', () => {
    expect(said({ guild_id: undefined, content: 'hello' })).toBe('hello');
    expect(said({ guild_id: undefined, content: '' })).toBe('');
  });
});

describe('the bot is not spoken to', () => {
  const mention = { content: '<@1> hello', mentions: [person('1')] };
  test.each<[string, object]>([
    ['by what does not mention it', { content: 'hello' }],
    ['by a message whose text it may not read', { content: '' }],
    ['by @everyone', { content: '@everyone hello', mention_everyone: true }],
    ['by a mention of somebody else', { content: '<@2> hello', mentions: [person('2')] }],
    ['by a mention of another role', { content: '<@&8> hello', mention_roles: ['8'] }],
    ['by another bot', { ...mention, author: person('3', { bot: true }) }],
    ['by itself', { ...mention, author: person('1', { bot: true }) }],
    ['by a webhook', { ...mention, webhook_id: '4' }],
    ['by Discord', { ...mention, author: person('3', { system: true }) }],
    [
      'by a message that pins, joins or opens a thread',
      { ...mention, type: MessageType.ChannelPinnedMessage },
    ],
    [
      'by a reply to it that does not notify it',
      { type: MessageType.Reply, content: '', referenced_message: { author: person('1') } },
    ],
    [
      'by a reply to somebody else that mentions it in no word',
      {
        type: MessageType.Reply,
        content: 'hm',
        mentions: [person('1')],
        referenced_message: { author: person('3') },
      },
    ],
    [
      'by a reply to what is gone',
      { type: MessageType.Reply, content: 'hm', mentions: [person('1')], referenced_message: null },
    ],
  ])('%s', (_what, parts) => {
    expect(said(parts)).toBeNull();
  });
});
