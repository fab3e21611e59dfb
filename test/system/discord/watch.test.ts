import { type Client, PermissionFlagsBits } from 'discord.js';
import { GatewayDispatchEvents } from 'discord-api-types/v10';
import type { Sandbox } from 'discord-sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { call, loggedIn } from '../../../packages/discord-sandbox/test/support/discord.ts';
import { watch } from '../../../src/discord/in/watch.ts';
import { openSandbox } from '../../support/bot.ts';

/** A client in a sandbox, and what its watcher was told. */
async function watching(): Promise<{ sandbox: Sandbox; client: Client<true>; told: string[] }> {
  const sandbox = await openSandbox();
  const client = await loggedIn(sandbox);
  onTestFinished(() => client.destroy());
  const told: string[] = [];
  const name = (id: string | null) => (id === sandbox.guildId ? 'server' : id);
  watch(client, {
    onAccessChange: (guildId, channelId) => told.push(`access ${name(guildId)} ${channelId}`),
    onChannelDelete: (guildId, channelId) => told.push(`channel gone ${name(guildId)} ${channelId}`),
    onGuildDelete: (guildId) => told.push(`left ${name(guildId)}`),
    onGuildCreate: (guildId) => told.push(`joined ${name(guildId)}`),
  });
  return { sandbox, client, told };
}

describe('a watcher is notified', () => {
  test('of changed permissions in a channel, and of its deletion', async () => {
    const { sandbox, told } = await watching();
    const id = sandbox.addChannel({ name: 'papers', kind: 'forum' });
    sandbox.denyInChannel(id, PermissionFlagsBits.SendMessages);
    sandbox.requireTag(id);
    sandbox.deleteChannel(id);
    await expect
      .poll(() => told)
      .toEqual([...Array(3).fill(`access server ${id}`), `channel gone server ${id}`]);
  });

  test('of a thread that is locked, unlocked or deleted with its channel', async () => {
    const { sandbox, told } = await watching();
    const { id } = sandbox.post({ content: 'talk' });
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages/${id}/threads`, { name: 'talk' });
    sandbox.setThread(id, { locked: true });
    sandbox.deleteChannel(sandbox.channelId);
    await expect
      .poll(() => told)
      .toEqual([
        `access server ${id}`,
        `channel gone server ${id}`,
        `channel gone server ${sandbox.channelId}`,
      ]);
  });

  test('of changes to roles and to the server', async () => {
    const { sandbox, told } = await watching();
    const role = sandbox.addRole('readers');
    sandbox.setRole(role, PermissionFlagsBits.SendMessages);
    sandbox.deleteRole(role);
    sandbox.setSystemChannel(sandbox.generalChannelId);
    await expect.poll(() => told).toEqual(Array(4).fill('access server null'));
  });

  test('of the bot’s own membership, not of others', async () => {
    const { sandbox, client, told } = await watching();
    for (const id of [sandbox.users.friend, client.user.id]) {
      const member = { guild_id: sandbox.guildId, user: { id }, roles: [] };
      client.ws.emit(GatewayDispatchEvents.GuildMemberUpdate, member, 0);
    }
    expect(told).toEqual(['access server null']);
  });

  test('of leaving and joining, not of an outage', async () => {
    const { sandbox, told } = await watching();
    sandbox.makeGuildUnavailable();
    sandbox.restoreGuild();
    sandbox.removeFromGuild();
    sandbox.restoreGuild();
    await expect.poll(() => told).toEqual(['joined server', 'left server', 'joined server']);
  });

  test('but not of packets in an undocumented form', async () => {
    const { client, told } = await watching();
    for (const event of [GatewayDispatchEvents.ChannelUpdate, GatewayDispatchEvents.GuildDelete] as const) {
      for (const data of [null, {}, { id: 1 }]) client.ws.emit(event, data, 0);
    }
    expect(told).toEqual([]);
  });
});
