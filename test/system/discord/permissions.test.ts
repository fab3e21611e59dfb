import { PermissionFlagsBits as P } from 'discord.js';
import type { Sandbox } from 'discord-sandbox';
import { describe, expect, test } from 'vitest';
import { call } from '../../../packages/discord-sandbox/test/support/discord.ts';
import type { Permission } from '../../../src/delivery/subscriptions/permissions.ts';
import type { ChannelKind } from '../../../src/delivery/subscriptions/subscription.ts';
import { mayPost } from '../../../src/discord/permissions.ts';
import { openSandbox } from '../../support/bot.ts';
import { publisherFor } from '../../support/post.ts';

interface Asked {
  readonly channelId?: string;
  readonly kind?: ChannelKind;
  readonly thread?: boolean;
}

function missing(
  sandbox: Sandbox,
  { channelId = sandbox.channelId, kind = 'text', thread = false }: Asked = {},
): Promise<Permission[]> {
  return mayPost(publisherFor(sandbox).rest, channelId, sandbox.guildId, kind, thread);
}

describe('the permissions that the bot lacks to post', () => {
  test('are none if it may do everything it needs', async () => {
    const sandbox = await openSandbox();
    expect(await missing(sandbox, { thread: true })).toEqual([]);
  });

  test('are the needed ones that a channel denies', async () => {
    const sandbox = await openSandbox();
    sandbox.denyInChannel(
      sandbox.channelId,
      P.EmbedLinks | P.ReadMessageHistory | P.CreatePublicThreads | P.AttachFiles,
    );
    expect(await missing(sandbox)).toEqual(['EmbedLinks', 'ReadMessageHistory']);
    expect(await missing(sandbox, { thread: true })).toContain('CreatePublicThreads');
    expect(await missing(sandbox, { channelId: sandbox.generalChannelId, thread: true })).toEqual([]);
    sandbox.denyInChannel(sandbox.channelId, 0n);
    expect(await missing(sandbox, { thread: true })).toEqual([]);
  });

  test('are those that no role gives; an administrator lacks none, whatever a channel denies', async () => {
    const sandbox = await openSandbox();
    const { body } = await call(sandbox, 'GET', `/guilds/${sandbox.guildId}/roles`);
    const roles: { id: string; name: string }[] = Array.isArray(body) ? body : [];
    const bot = roles.find(({ name }) => name === 'bot')?.id ?? '';
    sandbox.setRole(sandbox.guildId, P.ViewChannel);
    sandbox.setRole(bot, P.SendMessages | P.ReadMessageHistory);
    expect(await missing(sandbox)).toEqual(['EmbedLinks']);
    sandbox.setRole(bot, P.Administrator);
    sandbox.denyInChannel(sandbox.channelId, P.SendMessages);
    expect(await missing(sandbox)).toEqual([]);
    sandbox.deleteRole(bot);
    expect(await missing(sandbox)).toEqual(['EmbedLinks', 'ReadMessageHistory', 'SendMessages']);
  });

  test('are all in a channel that it cannot see', async () => {
    const sandbox = await openSandbox();
    sandbox.denyInChannel(sandbox.channelId, P.ViewChannel);
    expect(await missing(sandbox)).toContain('ViewChannel');
  });

  test('are, in a thread, those that its channel denies, and writing if it is locked', async () => {
    const sandbox = await openSandbox();
    const { id } = sandbox.post({ content: 'talk' });
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages/${id}/threads`, { name: 'talk' });
    const thread = { channelId: id, kind: 'thread' } as const;
    expect(await missing(sandbox, thread)).toEqual([]);
    sandbox.setThread(id, { locked: true });
    expect(await missing(sandbox, thread)).toEqual(['SendMessagesInThreads']);
    sandbox.setThread(id, { locked: false });
    sandbox.denyInChannel(sandbox.channelId, P.EmbedLinks);
    expect(await missing(sandbox, thread)).toEqual(['EmbedLinks']);
  });

  test('include writing in a forum that requires a tag', async () => {
    const sandbox = await openSandbox();
    const forum = {
      channelId: sandbox.addChannel({ name: 'papers', kind: 'forum' }),
      kind: 'forum',
    } as const;
    expect(await missing(sandbox, forum)).toEqual([]);
    sandbox.requireTag(forum.channelId);
    expect(await missing(sandbox, forum)).toEqual(['SendMessages']);
  });

  test('are unknown for a channel or server that no longer exists', async () => {
    const sandbox = await openSandbox();
    const channelId = sandbox.addChannel({ name: 'brief' });
    sandbox.deleteChannel(channelId);
    await expect(missing(sandbox, { channelId })).rejects.toMatchObject({ failure: { code: 10003 } });
    sandbox.removeFromGuild();
    await expect(missing(sandbox)).rejects.toMatchObject({ failure: { code: 10004 } });
  });
});
