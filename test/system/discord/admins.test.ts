import { PermissionFlagsBits as P } from 'discord.js';
import type { Sandbox } from 'discord-sandbox';
import { describe, expect, test } from 'vitest';
import { type Admins, notifyAdmins } from '../../../src/discord/out/notify-admins.ts';
import { openSandbox } from '../../support/bot.ts';
import { marked, publisherFor } from '../../support/post.ts';

const NEWS = marked('I may not post in #daily-papers any more.');

const admins = (sandbox: Sandbox): Admins => ({ guildId: sandbox.guildId, userId: sandbox.users.you });
const tell = (sandbox: Sandbox) => notifyAdmins(publisherFor(sandbox).rest, admins(sandbox), NEWS);
const direct = (sandbox: Sandbox) => sandbox.messages(sandbox.directChannelId()).length;
const inSystem = (sandbox: Sandbox) => sandbox.messages(sandbox.generalChannelId).length;

async function withSystemChannel(): Promise<Sandbox> {
  const sandbox = await openSandbox();
  sandbox.setSystemChannel(sandbox.generalChannelId);
  return sandbox;
}

describe('the admins of a server', () => {
  test('are notified in its system channel', async () => {
    const sandbox = await withSystemChannel();
    expect(await tell(sandbox)).toBe(true);
    expect([inSystem(sandbox), direct(sandbox)]).toEqual([1, 0]);
  });

  test('are notified by direct message if it has none', async () => {
    const sandbox = await openSandbox();
    expect(await tell(sandbox)).toBe(true);
    expect([inSystem(sandbox), direct(sandbox)]).toEqual([0, 1]);
  });

  test('are notified by direct message if the bot may not post there or has left the server', async () => {
    for (const change of ['deny', 'leave']) {
      const sandbox = await withSystemChannel();
      if (change === 'deny') sandbox.denyInChannel(sandbox.generalChannelId, P.SendMessages);
      else sandbox.removeFromGuild();
      expect(await tell(sandbox)).toBe(true);
      expect([inSystem(sandbox), direct(sandbox)]).toEqual([0, 1]);
    }
  });

  test('are not notified if they refuse direct messages too', async () => {
    const sandbox = await openSandbox();
    sandbox.closeDirectMessages(sandbox.users.you);
    expect(await tell(sandbox)).toBe(false);
  });

  test('can be notified later if Discord cannot be reached, and nobody is notified twice', async () => {
    const sandbox = await withSystemChannel();
    sandbox.failNext({ method: 'POST', how: 503 });
    await expect(tell(sandbox)).rejects.toMatchObject({ failure: { status: 503 } });
    expect([inSystem(sandbox), direct(sandbox)]).toEqual([0, 0]);
    expect(await tell(sandbox)).toBe(true);
    expect([inSystem(sandbox), direct(sandbox)]).toEqual([1, 0]);
  });
});
