import { expect, test } from 'vitest';
import { startBotProcess } from '../../support/bot-process.ts';
import { roughDiscord } from '../../support/rough-discord.ts';

const PERSON = '998877665544332211';
const QUESTION = 'votes of my secret illness';

test.each(['trace', 'info'])(
  'an answer that fails leaves no question in the log at level %s',
  async (level) => {
    const discord = await roughDiscord({ refusing: true });
    const bot = startBotProcess(discord.api, 'bot-token', { LOG_LEVEL: level });
    await bot.logged(/commands registered|commands are registered/);
    const options = [{ name: 'question', type: 3, value: QUESTION }];
    discord.interact('1', { type: 2, data: { id: '9', name: 'ask', type: 1, options } });
    const saved = [{ name: 'query', type: 3, value: 'a secret illness' }];
    const user = { id: PERSON, username: 'ann' };
    discord.interact('2', { user, data: { id: '9', name: 'saved', type: 1, options: saved }, type: 2 });
    discord.interact('3', { user, data: { id: '9', name: 'privacy', type: 1, options: [] }, type: 2 });
    const author = { id: '3', username: 'ann' };
    discord.dispatch('MESSAGE_CREATE', { id: '5', channel_id: '9', type: 0, author, content: QUESTION });
    for (const id of [1, 2, 3])
      await bot.logged(new RegExp(`"interaction":"${id}".*an interaction could not be answered`));
    await bot.logged(/a message could not be answered/);
    const log = bot.log.join('\n');
    expect(log).toContain('Invalid Form Body');
    expect(log).toContain('/interactions/1/:token/callback');
    expect(log).not.toContain('secret illness');
    expect(log).not.toContain(PERSON);
    expect(log).not.toContain('token-1');
    expect(log).not.toContain('bot-token');
  },
);
