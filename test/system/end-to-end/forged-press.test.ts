import { describe, expect, test } from 'vitest';
import { startBotProcess } from '../../support/bot-process.ts';
import { answerTo, type RoughDiscord, roughDiscord } from '../../support/rough-discord.ts';

const GUILD = '100000000000000007';
const CHANNEL = '100000000000000008';
const MANAGE_GUILD = String(1n << 5n);
const ADMINISTRATOR = String(1n << 3n);
const EVERYTHING_ELSE = String(((1n << 50n) - 1n) & ~(1n << 5n) & ~(1n << 3n));

let interactions = 0;

/** What a member does in the server, and what is answered. */
async function does(discord: RoughDiscord, permissions: unknown, parts: Record<string, unknown>) {
  interactions += 1;
  const id = String(interactions);
  const member = { user: { id: '3', username: 'ann' }, permissions };
  discord.interact(id, { guild_id: GUILD, context: 0, user: undefined, member, ...parts });
  return JSON.stringify(await answerTo(discord, id));
}

function slash(name: string, typed: readonly object[] = [], resolved: object = {}) {
  const options = [{ name, type: 1, options: typed }];
  return { type: 2, data: { id: '9', name: 'digest', type: 1, options, resolved } };
}

const message = { id: '8', flags: 64 };
const press = (id: string) => ({ type: 3, data: { component_type: 2, custom_id: id }, message });

async function subscribed() {
  const discord = await roughDiscord();
  const bot = startBotProcess(discord.api, 'bot-token');
  await bot.logged(/commands registered|commands are registered/);
  const channel = { id: CHANNEL, type: 0, permissions: '0', app_permissions: ADMINISTRATOR };
  const typed = [
    { name: 'channel', type: 7, value: CHANNEL },
    { name: 'time', type: 3, value: '09:00' },
    { name: 'timezone', type: 3, value: 'Asia/Seoul' },
  ];
  const order = slash('subscribe', typed, { channels: { [CHANNEL]: channel } });
  return { discord, order };
}

describe('whoever may not manage the server', () => {
  test('changes nothing of it by a press, a menu or a form', async () => {
    const { discord, order } = await subscribed();
    expect(await does(discord, MANAGE_GUILD, order)).toContain('Next post');

    const menu = { component_type: 3, custom_id: 'digest/pause channel=*', values: [CHANNEL] };
    const field = { type: 18, component: { type: 4, custom_id: 'channel', value: CHANNEL } };
    const form = { custom_id: 'digest/unsubscribe sure=true channel=?', components: [field] };
    const ways = [
      press('digest/pause'),
      press('digest/unsubscribe sure=true'),
      press(`digest/now channel=${CHANNEL} .`),
      press('digest/status'),
      { type: 3, data: menu, message },
      { type: 5, data: form, message },
    ];
    for (const permissions of [EVERYTHING_ELSE, '0', '', 'x', undefined, null, 32]) {
      for (const way of ways) expect(await does(discord, permissions, way)).toContain('Manage Server');
    }
    expect(discord.posts).toEqual([]);
    // Discord itself has let this member use the slash command, by the server's own settings.
    expect(await does(discord, EVERYTHING_ELSE, slash('status'))).toMatch(/Next post/);
    expect(await does(discord, MANAGE_GUILD, press('digest/pause'))).toContain('Paused');
    expect(await does(discord, MANAGE_GUILD, press('digest/unsubscribe sure=true'))).toMatch(
      /no more|removed/i,
    );
  });
});
