import { ChannelType, PermissionFlagsBits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { buttonRow, call, loggedIn, places } from './support/discord.ts';
import { expectSpec } from './support/spec.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
});
afterAll(() => sandbox.close());

const messagesPath = (channelId = sandbox.channelId) => `/channels/${channelId}/messages`;
const send = (body: unknown, channelId?: string) => call(sandbox, 'POST', messagesPath(channelId), body);

async function sent(body: object, channelId?: string): Promise<{ id: string }> {
  const answer = await send(body, channelId);
  expect(answer.status).toBe(200);
  const { body: message } = answer;
  if (typeof message !== 'object' || message === null || !('id' in message)) throw new Error('no message');
  return { ...message, id: String(message.id) };
}

const embed = {
  title: 'T',
  description: 'D',
  url: 'https://example.org',
  color: 0xff0000,
  fields: [{ name: 'n', value: 'v' }],
};

describe('posting', () => {
  test('returns the message as Discord’s spec says', async () => {
    const message = await sent({
      content: 'hello',
      embeds: [embed],
      components: [buttonRow('a')],
      nonce: 'n1',
    });
    expectSpec('MessageResponse', message);
    expect(message).toMatchObject({
      content: 'hello',
      nonce: 'n1',
      author: { bot: true },
      embeds: [{ type: 'rich', title: 'T', fields: [{ inline: false }] }],
      components: [{ id: 1, components: [{ id: 2, custom_id: 'a' }] }],
    });
  });

  test('through discord.js is seen by the client that sent it', async () => {
    const client = await loggedIn(sandbox);
    const channel = await client.channels.fetch(sandbox.channelId);
    if (channel?.type !== ChannelType.GuildText) throw new Error('no text channel');
    const told = new Promise<string>((resolve) =>
      client.once('messageCreate', ({ content }) => resolve(content)),
    );
    const message = await channel.send({ content: 'hi', embeds: [embed] });
    expect(await told).toBe('hi');
    const changed = new Promise((resolve) => client.once('messageUpdate', (_, now) => resolve(now.content)));
    await message.edit('bye');
    expect(await changed).toBe('bye');
    const gone = new Promise((resolve) => client.once('messageDelete', ({ id }) => resolve(id)));
    await message.delete();
    expect(await gone).toBe(message.id);
    await client.destroy();
  });

  test('notifies only whom allowed_mentions names', async () => {
    const content = `<@${sandbox.users.you}> <@${sandbox.users.friend}> @everyone`;
    const mentioned = async (allowed_mentions?: object) => {
      const message = await sent({ content, ...(allowed_mentions ? { allowed_mentions } : {}) });
      return message;
    };
    expect(await mentioned()).toMatchObject({ mention_everyone: true, mentions: [{}, {}] });
    expect(await mentioned({ parse: [] })).toMatchObject({ mention_everyone: false, mentions: [] });
    const one = await mentioned({ parse: [], users: [sandbox.users.friend] });
    expect(one).toMatchObject({ mentions: [{ id: sandbox.users.friend }] });
  });

  test('drops flags that only Discord may set', async () => {
    expect(await sent({ content: 'x', flags: 1 | 4 | 64 | 4096 })).toMatchObject({ flags: 4 | 4096 });
  });

  test('as a multipart form is read from payload_json', async () => {
    const form = new FormData();
    form.set('payload_json', JSON.stringify({ content: 'multi' }));
    const post = () =>
      fetch(`${sandbox.apiUrl}/v10${messagesPath()}`, {
        method: 'POST',
        headers: { authorization: `Bot ${sandbox.token}` },
        body: form,
      });
    expect(await (await post()).json()).toMatchObject({ content: 'multi' });
  });
});

describe('the same nonce', () => {
  test('with enforce_nonce returns the earlier message', async () => {
    const body = { content: 'once', nonce: 'abc', enforce_nonce: true };
    const first = await sent(body);
    const second = await sent({ ...body, content: 'twice' });
    expect(second).toEqual(first);
    expect(sandbox.messages().filter(({ content }) => content === 'once').length).toBe(1);
  });

  test('without enforce_nonce, or in another channel, posts again', async () => {
    const first = await sent({ content: 'n', nonce: 'xyz' });
    expect((await sent({ content: 'n', nonce: 'xyz' })).id).not.toBe(first.id);
    const elsewhere = { content: 'n', nonce: 'xyz', enforce_nonce: true };
    expect((await sent(elsewhere, sandbox.generalChannelId)).id).not.toBe(first.id);
  });

  test('is forgotten after the window', async () => {
    const other = await startSandbox({ nonceWindow: -1 });
    const post = () => call(other, 'POST', messagesPath(), { content: 'n', nonce: 1, enforce_nonce: true });
    await post();
    await post();
    expect(other.messages().length).toBe(2);
    await other.close();
  });
});

const row = (components: object[]) => ({ type: 1, components });
const button = { type: 2, style: 1, custom_id: 'a', label: 'A' };
const select = (options: object[], more: object = {}) => row([{ type: 3, custom_id: 's', options, ...more }]);
const choice = { label: 'l', value: 'v' };
const many = <Value>(count: number, make: (index: number) => Value) =>
  Array.from({ length: count }, (_, i) => make(i));
const x = (count: number) => 'x'.repeat(count);
const field = { name: 'n', value: 'v' };

describe('Discord’s limits for messages', () => {
  test.each<[rule: string, body: object, place: string]>([
    ['content of 2,001 characters', { content: x(2001) }, 'content.BASE_TYPE_MAX_LENGTH'],
    ['content that is no text', { content: {} }, 'content.STRING_TYPE_CONVERT'],
    ['eleven embeds', { embeds: many(11, () => ({ title: 't' })) }, 'embeds.BASE_TYPE_MAX_LENGTH'],
    ['embeds that are no list', { embeds: { title: 'x' } }, 'embeds.LIST_TYPE_CONVERT'],
    ['an embed that is no object', { embeds: ['x'] }, 'embeds.0.MODEL_TYPE_CONVERT'],
    ['a title of 257', { embeds: [{ title: x(257) }] }, 'embeds.0.title.BASE_TYPE_MAX_LENGTH'],
    [
      'a description of 4,097',
      { embeds: [{ description: x(4097) }] },
      'embeds.0.description.BASE_TYPE_MAX_LENGTH',
    ],
    ['26 fields', { embeds: [{ fields: many(26, () => field) }] }, 'embeds.0.fields.BASE_TYPE_MAX_LENGTH'],
    [
      'a field name of 257',
      { embeds: [{ fields: [{ ...field, name: x(257) }] }] },
      'embeds.0.fields.0.name.BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a field value of 1,025',
      { embeds: [{ fields: [{ ...field, value: x(1025) }] }] },
      'embeds.0.fields.0.value.BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an empty field value',
      { embeds: [{ fields: [{ ...field, value: ' ' }] }] },
      'embeds.0.fields.0.value.BASE_TYPE_REQUIRED',
    ],
    [
      'an empty field name',
      { embeds: [{ fields: [{ value: 'v' }] }] },
      'embeds.0.fields.0.name.BASE_TYPE_REQUIRED',
    ],
    [
      'a footer of 2,049',
      { embeds: [{ footer: { text: x(2049) } }] },
      'embeds.0.footer.text.BASE_TYPE_MAX_LENGTH',
    ],
    [
      'an author of 257',
      { embeds: [{ author: { name: x(257) } }] },
      'embeds.0.author.name.BASE_TYPE_MAX_LENGTH',
    ],
    [
      '6,001 characters over all embeds',
      { embeds: [{ description: x(4000) }, { description: x(2001) }] },
      'embeds.MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['an empty embed', { embeds: [{}] }, 'embeds.0.description.BASE_TYPE_REQUIRED'],
    ['an embed of a colour alone', { embeds: [{ color: 1 }] }, 'embeds.0.description.BASE_TYPE_REQUIRED'],
    ['a colour past white', { embeds: [{ title: 't', color: 0x1000000 }] }, 'embeds.0.color.NUMBER_TYPE_MAX'],
    [
      'a time that is none',
      { embeds: [{ title: 't', timestamp: 'noon' }] },
      'embeds.0.timestamp.DATE_TIME_TYPE_PARSE',
    ],
    [
      'a url without a scheme',
      { embeds: [{ title: 't', url: 'example' }] },
      'embeds.0.url.URL_TYPE_INVALID_URL',
    ],
    [
      'a javascript: url',
      { embeds: [{ title: 't', url: 'javascript:alert(1)' }] },
      'embeds.0.url.URL_TYPE_INVALID_SCHEME',
    ],
    [
      'six rows',
      { content: 'x', components: many(6, (i) => buttonRow(`${i}`)) },
      'components.BASE_TYPE_MAX_LENGTH',
    ],
    [
      'six buttons in a row',
      { content: 'x', components: [row(many(6, (i) => ({ ...button, custom_id: `${i}` })))] },
      'components.0.components.BASE_TYPE_BAD_LENGTH',
    ],
    ['an empty row', { content: 'x', components: [row([])] }, 'components.0.components.BASE_TYPE_BAD_LENGTH'],
    ['a button outside a row', { content: 'x', components: [button] }, 'components.0.type.BASE_TYPE_CHOICES'],
    [
      'a select beside a button',
      { content: 'x', components: [row([{ type: 3, custom_id: 's', options: [choice] }, button])] },
      'components.0.components.1.COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    ],
    [
      'a label of 81',
      { content: 'x', components: [row([{ ...button, label: x(81) }])] },
      'components.0.components.0.label.BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a button without label and emoji',
      { content: 'x', components: [row([{ ...button, label: undefined }])] },
      'components.0.components.0.label.BUTTON_COMPONENT_LABEL_REQUIRED',
    ],
    [
      'a button without custom_id',
      { content: 'x', components: [row([{ ...button, custom_id: undefined }])] },
      'components.0.components.0.custom_id.BASE_TYPE_REQUIRED',
    ],
    [
      'a custom_id of 101',
      { content: 'x', components: [row([{ ...button, custom_id: x(101) }])] },
      'components.0.components.0.custom_id.BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an empty custom_id',
      { content: 'x', components: [row([{ ...button, custom_id: '' }])] },
      'components.0.components.0.custom_id.BASE_TYPE_BAD_LENGTH',
    ],
    [
      'one custom_id twice',
      { content: 'x', components: [row([button]), row([button])] },
      'components.1.components.0.custom_id.COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a link without url',
      { content: 'x', components: [row([{ type: 2, style: 5, label: 'l' }])] },
      'components.0.components.0.url.BASE_TYPE_REQUIRED',
    ],
    [
      'a link with custom_id',
      {
        content: 'x',
        components: [row([{ type: 2, style: 5, label: 'l', url: 'https://a.b', custom_id: 'c' }])],
      },
      'components.0.components.0.custom_id.BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE',
    ],
    [
      'a button of no style',
      { content: 'x', components: [row([{ ...button, style: 9 }])] },
      'components.0.components.0.style.BASE_TYPE_CHOICES',
    ],
    [
      'a select without options',
      { content: 'x', components: [select([])] },
      'components.0.components.0.options.BASE_TYPE_BAD_LENGTH',
    ],
    [
      '26 options',
      { content: 'x', components: [select(many(26, (i) => ({ label: 'l', value: `${i}` })))] },
      'components.0.components.0.options.BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option label of 101',
      { content: 'x', components: [select([{ ...choice, label: x(101) }])] },
      'components.0.components.0.options.0.label.BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option value of 101',
      { content: 'x', components: [select([{ ...choice, value: x(101) }])] },
      'components.0.components.0.options.0.value.BASE_TYPE_BAD_LENGTH',
    ],
    [
      'an option description of 101',
      { content: 'x', components: [select([{ ...choice, description: x(101) }])] },
      'components.0.components.0.options.0.description.BASE_TYPE_MAX_LENGTH',
    ],
    [
      'one option value twice',
      { content: 'x', components: [select([choice, choice])] },
      'components.0.components.0.options.1.value.SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
    ],
    [
      'more to choose than there is',
      { content: 'x', components: [select([choice], { max_values: 2 })] },
      'components.0.components.0.max_values.NUMBER_TYPE_MAX',
    ],
    ['a nonce of 26', { content: 'x', nonce: x(26) }, 'nonce.NONCE_TYPE_TOO_LONG'],
    ['a nonce that is an object', { content: 'x', nonce: {} }, 'nonce.NONCE_TYPE_INVALID_TYPE'],
    [
      'an unknown kind of mention',
      { content: 'x', allowed_mentions: { parse: ['all'] } },
      'allowed_mentions.parse.0.BASE_TYPE_CHOICES',
    ],
    [
      'a kind of mention both at large and by id',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions.MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    ['flags that are no number', { content: 'x', flags: 'x' }, 'flags.NUMBER_TYPE_COERCE'],
  ])('%s: refused', async (_, body, place) => {
    const before = sandbox.messages().length;
    const { status, body: answer } = await send(body);
    expect(status).toBe(400);
    expect(answer).toMatchObject({ message: 'Invalid Form Body', code: 50035 });
    expect(places(answer)[0]).toBe(place);
    expect(sandbox.messages().length).toBe(before);
  });

  test.each([{}, { content: '' }, { content: '  \n' }, { embeds: [] }, { content: null }])(
    '%j is empty: 50006',
    async (body) => {
      expect(await send(body)).toMatchObject({
        status: 400,
        body: { code: 50006, message: 'Cannot send an empty message' },
      });
    },
  );

  test('the largest allowed message is accepted', async () => {
    const message = await sent({
      content: `${'가'.repeat(1999)}🎉`,
      embeds: [
        {
          title: x(256),
          description: x(4096),
          fields: [{ name: x(256), value: x(1024) }],
          author: { name: x(256) },
        },
      ],
      components: many(5, (i) =>
        row(many(5, (j) => ({ ...button, label: x(80), custom_id: `${i}${j}${x(98)}` }))),
      ),
      nonce: x(25),
    });
    expectSpec('MessageResponse', message);
  });
});

describe('an existing message', () => {
  test('is read, changed in part and deleted', async () => {
    const { id } = await sent({ content: 'a', embeds: [embed] });
    const path = `${messagesPath()}/${id}`;
    const { body } = await call(sandbox, 'PATCH', path, { content: 'b' });
    expectSpec('MessageResponse', body);
    expect(body).toMatchObject({ content: 'b', embeds: [{ title: 'T' }] });
    expect((await call(sandbox, 'GET', path)).body).toEqual(body);
    expect((await call(sandbox, 'PATCH', path, { content: null, embeds: [] })).body).toMatchObject({
      code: 50006,
    });
    expect((await call(sandbox, 'DELETE', path)).status).toBe(204);
    expect(await call(sandbox, 'GET', path)).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  test('of another author cannot be edited', async () => {
    const { id } = sandbox.post({ content: 'mine' });
    const answer = await call(sandbox, 'PATCH', `${messagesPath()}/${id}`, { content: 'yours' });
    expect(answer).toMatchObject({ status: 403, body: { code: 50005 } });
  });

  test('can start one thread, which accepts messages until it is locked', async () => {
    const { id } = await sent({ content: 'thread here' });
    const path = `${messagesPath()}/${id}/threads`;
    const thread = await call(sandbox, 'POST', path, { name: 'talk' });
    expect(thread.status).toBe(201);
    expectSpec('ThreadResponse', thread.body);
    expect((await call(sandbox, 'POST', path, { name: 'talk' })).body).toMatchObject({ code: 160004 });
    expect((await send({ content: 'in it' }, id)).status).toBe(200);
    sandbox.setThread(id, { archived: true });
    const inThread = await sent({ content: 'opens it again' }, id);
    expect((await call(sandbox, 'GET', `/channels/${id}`)).body).toMatchObject({
      thread_metadata: { archived: false },
    });
    sandbox.setThread(id, { archived: true, locked: true });
    const edit = await call(sandbox, 'PATCH', `${messagesPath(id)}/${inThread.id}`, { content: 'late' });
    expect(edit).toMatchObject({ status: 400, body: { code: 50083 } });
    expect(await send({ content: 'late' }, id)).toMatchObject({ status: 403, body: { code: 160005 } });
    expect((await call(sandbox, 'POST', `/channels/${sandbox.channelId}/threads`, { name: '' })).status).toBe(
      400,
    );
    expect(
      (await call(sandbox, 'POST', `/channels/${sandbox.channelId}/threads`, { name: 'free', type: 11 }))
        .status,
    ).toBe(201);
  });

  test('is crossposted from an announcement channel, once', async () => {
    const news = sandbox.addChannel({ name: 'news', kind: 'announcement' });
    const { id } = await sent({ content: 'news' }, news);
    const crosspost = () => call(sandbox, 'POST', `${messagesPath(news)}/${id}/crosspost`);
    expect((await crosspost()).body).toMatchObject({ id, flags: 1 });
    expect((await crosspost()).body).toMatchObject({ code: 40033 });
    const here = await sent({ content: 'x' });
    expect((await call(sandbox, 'POST', `${messagesPath()}/${here.id}/crosspost`)).body).toMatchObject({
      code: 50024,
    });
    sandbox.deleteChannel(news);
  });

  test('typing answers 204 without a content type', async () => {
    const { status, headers } = await call(sandbox, 'POST', `/channels/${sandbox.channelId}/typing`);
    expect([status, headers.get('content-type')]).toEqual([204, null]);
  });
});

describe('a channel’s history', () => {
  test('is paged newest first', async () => {
    const channel = sandbox.addChannel({ name: 'history' });
    const ids: string[] = [];
    for (const content of ['1', '2', '3', '4', '5']) ids.push((await sent({ content }, channel)).id);
    const page = async (query: string) => {
      const { body } = await call(sandbox, 'GET', `${messagesPath(channel)}?${query}`);
      return Array.isArray(body) ? body.map(({ content }) => content).join('') : body;
    };
    expect(await page('')).toBe('54321');
    expect(await page('limit=2')).toBe('54');
    expect(await page(`limit=2&before=${ids[3]}`)).toBe('32');
    expect(await page(`limit=2&after=${ids[1]}`)).toBe('43');
    expect(await page(`limit=3&around=${ids[2]}`)).toBe('432');
    expect(await page('limit=0')).toMatchObject({ code: 50035 });
    expect(await page('limit=101')).toMatchObject({ code: 50035 });
    expect(await page('before=x')).toMatchObject({ code: 50035 });
  });

  test('is bounded', async () => {
    const small = await startSandbox({ rateLimits: false, historyLimit: 3 });
    for (const content of ['1', '2', '3', '4', '5']) small.post({ content });
    expect(small.messages().map(({ content }) => content)).toEqual(['3', '4', '5']);
    await small.close();
  });
});

describe('permissions', () => {
  const P = PermissionFlagsBits;

  test.each([
    ['ViewChannel', P.ViewChannel, 50001],
    ['SendMessages', P.SendMessages, 50013],
    ['EmbedLinks', P.EmbedLinks, 50013],
  ])('without %s a post with an embed is refused', async (_, permission, code) => {
    const channel = sandbox.addChannel({ name: 'closed' });
    sandbox.denyInChannel(channel, permission);
    expect(await send({ embeds: [embed] }, channel)).toMatchObject({ status: 403, body: { code } });
    sandbox.denyInChannel(channel, 0n);
    expect((await send({ embeds: [embed] }, channel)).status).toBe(200);
  });

  test('discord.js computes the same permissions', async () => {
    const client = await loggedIn(sandbox);
    const changed = new Promise((resolve) => client.once('channelUpdate', resolve));
    sandbox.denyInChannel(sandbox.generalChannelId, P.SendMessages | P.EmbedLinks);
    await changed;
    const channel = client.channels.cache.get(sandbox.generalChannelId);
    if (channel?.type !== ChannelType.GuildText) throw new Error('no text channel');
    const mine = channel.permissionsFor(client.user);
    expect([mine?.has('ViewChannel'), mine?.has('SendMessages'), mine?.has('EmbedLinks')]).toEqual([
      true,
      false,
      false,
    ]);
    sandbox.denyInChannel(sandbox.generalChannelId, 0n);
    await client.destroy();
  });

  test('without ReadMessageHistory the history is empty', async () => {
    const channel = sandbox.addChannel({ name: 'quiet' });
    const { id } = await sent({ content: 'x' }, channel);
    sandbox.denyInChannel(channel, P.ReadMessageHistory);
    expect((await call(sandbox, 'GET', messagesPath(channel))).body).toEqual([]);
    expect((await call(sandbox, 'GET', `${messagesPath(channel)}/${id}`)).body).toMatchObject({
      code: 50013,
    });
  });

  test('a deleted channel is unknown', async () => {
    const channel = sandbox.addChannel({ name: 'doomed' });
    sandbox.deleteChannel(channel);
    expect(await send({ content: 'x' }, channel)).toMatchObject({ status: 404, body: { code: 10003 } });
  });

  test('forums accept no messages of their own, and users can refuse direct messages', async () => {
    const forum = sandbox.addChannel({ name: 'forum', kind: 'forum' });
    expect(await send({ content: 'x' }, forum)).toMatchObject({ status: 400, body: { code: 50008 } });
    const direct = sandbox.directChannelId(sandbox.users.friend);
    sandbox.closeDirectMessages(sandbox.users.friend);
    expect(await send({ content: 'x' }, direct)).toMatchObject({ status: 403, body: { code: 50007 } });
    sandbox.closeDirectMessages(sandbox.users.friend, false);
    expect((await send({ content: 'x' }, direct)).status).toBe(200);
    expect(
      await call(sandbox, 'POST', '/users/@me/channels', { recipient_id: sandbox.applicationId }),
    ).toMatchObject({
      body: { code: 50007 },
    });
  });

  test('threads are deleted with their channel', async () => {
    const channel = sandbox.addChannel({ name: 'parent' });
    const { id } = await sent({ content: 'x' }, channel);
    await call(sandbox, 'POST', `${messagesPath(channel)}/${id}/threads`, { name: 'child' });
    sandbox.deleteChannel(channel);
    expect(await send({ content: 'x' }, id)).toMatchObject({ status: 404, body: { code: 10003 } });
  });
});
