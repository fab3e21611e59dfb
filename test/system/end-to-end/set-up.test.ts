import { PermissionFlagsBits } from 'discord.js';
import type { Message, Sandbox } from 'discord-sandbox';
import { describe, expect, test } from 'vitest';
import { expectSpec } from '../../../packages/discord-sandbox/test/support/spec.ts';
import { readApplication } from '../../../src/discord/invites.ts';
import { startBot } from '../../support/bot.ts';

/** Adds the bot to the server, and waits for what it says there or to the owner. */
async function join(sandbox: Sandbox, channelId = sandbox.generalChannelId): Promise<Message> {
  sandbox.removeFromGuild();
  sandbox.restoreGuild();
  const said = () => sandbox.messages(channelId).at(-1);
  await expect.poll(said, { timeout: 5_000 }).toBeDefined();
  const message = said();
  if (message === undefined) throw new Error('the bot said nothing');
  expectSpec('MessageResponse', message);
  return message;
}

const shown = (message: Message | undefined) => JSON.stringify([message?.content, message?.embeds]);

const buttonOf = (message: Message | undefined, start: string): string => {
  const parts = (message?.components ?? []).flatMap((row) => ('components' in row ? row.components : []));
  const ids = parts.flatMap((part) => ('custom_id' in part ? part.custom_id : []));
  return ids.find((id) => id?.startsWith(start)) ?? '';
};

describe('a server that the bot joins', () => {
  test.each([
    ['en-US', 'Set up here', 'I will post in', '09:00 · UTC', '### Daily Papers'],
    ['ko', '여기에 설정', '설정했어요', '09:00 · Asia/Seoul', '### 데일리 페이퍼'],
  ])('is subscribed with one press, and gets its post (%s)', async (locale, label, done, when, heading) => {
    const { sandbox, app } = await startBot({ locale });
    sandbox.setGuildLocale(locale);
    sandbox.setSystemChannel(sandbox.generalChannelId);
    const welcome = await join(sandbox);
    expect(JSON.stringify(welcome.components)).toContain(label);
    const messageId = welcome.id;
    const pressed = await sandbox.press({ messageId, customId: buttonOf(welcome, 'digest/subscribe') });
    expect(pressed).toMatchObject({ kind: 'message', ephemeral: true });
    expect(shown(pressed.message)).toContain(done);
    expect(shown(pressed.message)).toContain(when);
    expect(await app.subscriptions.ofGuild(sandbox.guildId)).toMatchObject([
      { channelId: sandbox.generalChannelId, time: '09:00', style: 'cards' },
    ]);
    const customId = buttonOf(pressed.message, 'digest/now');
    await sandbox.press({ messageId: pressed.message?.id ?? '', customId });
    const post = sandbox.messages(sandbox.generalChannelId).find(({ content }) => content.startsWith('###'));
    expect(post?.content).toContain(heading);
  });

  test('is told which permissions are missing', async () => {
    const { sandbox, app } = await startBot();
    sandbox.setSystemChannel(sandbox.generalChannelId);
    const welcome = await join(sandbox);
    sandbox.denyInChannel(sandbox.generalChannelId, PermissionFlagsBits.EmbedLinks);
    const customId = buttonOf(welcome, 'digest/subscribe');
    const pressed = await sandbox.press({ messageId: welcome.id, customId });
    expect(pressed).toMatchObject({ kind: 'message', ephemeral: true });
    expect(shown(pressed.message)).toContain('Missing permissions: **Embed Links**');
    expect(await app.subscriptions.ofGuild(sandbox.guildId)).toEqual([]);
  });

  test('can be set up only by who may manage it', async () => {
    const { sandbox, app } = await startBot();
    sandbox.setSystemChannel(sandbox.generalChannelId);
    const welcome = await join(sandbox);
    const customId = buttonOf(welcome, 'digest/subscribe');
    const pressed = await sandbox.press({ messageId: welcome.id, customId, user: sandbox.users.friend });
    expect(shown(pressed.message)).toContain('Manage Server');
    expect(await app.subscriptions.ofGuild(sandbox.guildId)).toEqual([]);
  });

  test('without a system channel is set up by its owner, who is told how', async () => {
    const { sandbox } = await startBot();
    const welcome = await join(sandbox, sandbox.directChannelId());
    expect(shown(welcome)).toContain('run `/digest subscribe` in the channel');
    expect(welcome.components).toEqual([]);
  });

  test('hears nothing new where it was subscribed before', async () => {
    const { sandbox, app, lines } = await startBot();
    await sandbox.command({ name: 'digest subscribe' });
    expect(await app.subscriptions.ofGuild(sandbox.guildId)).toMatchObject([{ zone: 'UTC' }]);
    sandbox.setSystemChannel(sandbox.generalChannelId);
    sandbox.removeFromGuild();
    sandbox.restoreGuild();
    await expect.poll(() => lines.map(({ msg }) => msg)).toContain('back in a subscribed server');
    expect(sandbox.messages(sandbox.generalChannelId)).toEqual([]);
  });
});

test('/digest subscribe changes what is named and keeps the rest', async () => {
  const { sandbox, app } = await startBot();
  await sandbox.command({ name: 'digest subscribe', options: { time: '21:00', timezone: 'Tokyo' } });
  await sandbox.command({ name: 'digest subscribe', options: { style: 'titles' } });
  expect(await app.subscriptions.ofGuild(sandbox.guildId)).toMatchObject([
    { channelId: sandbox.channelId, time: '21:00', zone: 'Asia/Tokyo', style: 'titles' },
  ]);
});

test('the login lets servers and people add the bot', async () => {
  const { sandbox, connection } = await startBot();
  expect(connection.self).toEqual({ applicationId: sandbox.applicationId, name: 'Paperboy', guilds: 1 });
  const headers = { authorization: `Bot ${sandbox.token}` };
  const application = async () => (await fetch(`${sandbox.apiUrl}/v10/applications/@me`, { headers })).json();
  await expect.poll(application).toMatchObject({
    integration_types_config: {
      0: { oauth2_install_params: { scopes: ['applications.commands', 'bot'] } },
      1: { oauth2_install_params: { scopes: ['applications.commands'], permissions: '0' } },
    },
  });
  expect(await readApplication(sandbox.apiUrl, sandbox.token)).toMatchObject({ guilds: 1 });
  await expect(readApplication(sandbox.apiUrl, 'wrong')).rejects.toMatchObject({
    key: 'errors.discord.token',
  });
});
