import { PermissionFlagsBits } from 'discord.js';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loggedIn } from '../../../packages/discord-sandbox/test/support/discord.ts';
import { Places } from '../../../src/discord/places.ts';
import { openSandbox } from '../../support/bot.ts';
import { publisherFor } from '../../support/post.ts';

async function opened() {
  const sandbox = await openSandbox();
  const roleId = sandbox.addRole('readers');
  const place = { guildId: sandbox.guildId, channelId: sandbox.channelId, roleId };
  const { places } = publisherFor(sandbox);
  return { sandbox, roleId, place, places };
}

const now = Date.now();

describe('the state of a channel and a role', () => {
  test('is read from the API without a client', async () => {
    const { sandbox, roleId, place, places } = await opened();
    expect(places.seen(place)).toBeNull();
    expect(await places.now(place, now)).toMatchObject({ kind: 'text', role: { mentionable: false } });
    sandbox.setKind(sandbox.channelId, 'announcement');
    sandbox.deleteRole(roleId);
    expect(await places.now(place, now)).toEqual({ kind: 'announcement', role: null });
  });

  test('comes from the gateway, without a request, through changes and a lost session', async () => {
    const { sandbox, roleId, place, places } = await opened();
    const client = await loggedIn(sandbox);
    onTestFinished(() => client.destroy());
    places.follow(client);
    await expect.poll(() => places.seen(place)).toMatchObject({ kind: 'text', role: { mentionable: false } });
    sandbox.setMentionable(roleId, true);
    await expect.poll(() => places.seen(place)).toMatchObject({ role: { mentionable: true } });
    sandbox.failNext({ times: 100, how: 500 });
    expect(await places.now(place, now)).toMatchObject({ kind: 'text', role: { mentionable: true } });
    sandbox.clearFaults();
    sandbox.invalidateSession(false);
    sandbox.setKind(sandbox.channelId, 'announcement');
    sandbox.deleteRole(roleId);
    await expect
      .poll(() => places.seen(place), { timeout: 10_000 })
      .toEqual({
        kind: 'announcement',
        role: null,
      });
  }, 20_000);

  test('is not read from a client that has disconnected', async () => {
    const { sandbox, place, places } = await opened();
    const client = await loggedIn(sandbox);
    places.follow(client);
    await expect.poll(() => places.seen(place)).not.toBeNull();
    await client.destroy();
    expect(places.seen(place)).toBeNull();
    sandbox.setKind(sandbox.channelId, 'announcement');
    expect(await places.now(place, now)).toMatchObject({ kind: 'announcement' });
  });

  test('is unknown if Discord does not say, and is not requested while it refuses the bot', async () => {
    const { sandbox, place, places } = await opened();
    sandbox.failNext({ method: 'GET', how: 503 });
    expect(await places.now(place, now)).toBeNull();
    let asked = 0;
    const rest = { get: async () => (asked += 1), post: async () => null, patch: async () => null };
    expect(await new Places(rest, () => true).roleNow(place, now)).toBeNull();
    expect(asked).toBe(0);
  });
});

describe('a role', () => {
  test('is notified if everybody may mention it, or the bot has Mention Everyone in the channel', async () => {
    const { sandbox, roleId, place, places } = await opened();
    expect(await places.roleNow(place, now)).toBe('notified');
    sandbox.denyInChannel(sandbox.channelId, PermissionFlagsBits.MentionEveryone);
    expect(await places.roleNow(place, now)).toBe('silent');
    expect(await places.roleNow({ ...place, channelId: sandbox.generalChannelId }, now)).toBe('notified');
    sandbox.setMentionable(roleId, true);
    expect(await places.roleNow(place, now)).toBe('notified');
    sandbox.deleteRole(roleId);
    expect(await places.roleNow(place, now)).toBe('gone');
    expect(await places.roleNow({ ...place, roleId: null }, now)).toBeNull();
  });
});
