import { once } from 'node:events';
import { Client } from 'oceanic.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';

/** Command type: slash command; option type: string. @see Discord docs, Application Commands */
const CHAT_INPUT = 1;
const STRING = 3;

let sandbox: Sandbox;
let client: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
  client = new Client({
    auth: `Bot ${sandbox.token}`,
    rest: { baseURL: `${sandbox.apiUrl}/v10` },
    gateway: { intents: ['GUILDS', 'GUILD_MESSAGES'], compress: false },
  });
  const ready = once(client, 'ready');
  await client.connect();
  await ready;
});

afterAll(async () => {
  client.disconnect(false);
  await sandbox.close();
});

test('a bot on another library logs in and sees its server', async () => {
  expect(client.user.username).toBe('Paperboy');
  expect([...client.guilds.keys()]).toEqual([sandbox.guildId]);
});

test('it posts a message and edits it', async () => {
  const message = await client.rest.channels.createMessage(sandbox.channelId, { content: 'First edition' });
  await message.edit({ content: 'Second edition' });
  expect(sandbox.messages().map(({ content }) => content)).toEqual(['Second edition']);
});

test('it registers a command and answers a person who uses it', async () => {
  await client.rest.applications.bulkEditGlobalCommands(sandbox.applicationId, [
    {
      type: CHAT_INPUT,
      name: 'echo',
      description: 'Says it again',
      options: [{ type: STRING, name: 'text', description: 'What to say', required: true }],
    },
  ]);
  client.once('interactionCreate', (interaction) => {
    if (interaction.isCommandInteraction()) {
      void interaction.createMessage({ content: interaction.data.options.getString('text', true) });
    }
  });
  const outcome = await sandbox.command({ name: 'echo', options: { text: 'Hello' } });
  expect((await sandbox.settled(outcome)).content).toBe('Hello');
});
