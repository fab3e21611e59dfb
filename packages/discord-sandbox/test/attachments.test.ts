import { MessageFlags } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../server.ts';
import { answering, loggedIn, restOf } from './support/discord.ts';
import { expectSpec } from './support/spec.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ rateLimits: false });
});
afterAll(() => sandbox.close());

/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a file comes with a message, and its address gives it back', async () => {
  const rest = restOf(sandbox);
  const message = await rest.post(`/channels/${sandbox.channelId}/messages`, {
    body: { content: '', attachments: [{ id: 0, filename: 'a.png', description: 'One pixel' }] },
    files: [{ name: 'a.png', contentType: 'image/png', data: PIXEL }],
  });
  expectSpec('MessageResponse', message);
  const [shown] = sandbox.messages().at(-1)?.attachments ?? [];
  expect(shown).toMatchObject({
    filename: 'a.png',
    description: 'One pixel',
    content_type: 'image/png',
    size: PIXEL.length,
    width: 1,
    height: 1,
  });
  const file = await fetch(shown?.url ?? '');
  expect(Buffer.from(await file.arrayBuffer())).toEqual(PIXEL);
  expect(file.headers.get('content-type')).toBe('image/png');
});

test('files of an answer are its person’s alone, and an edit that names none drops them', async () => {
  const client = await loggedIn(sandbox);
  const failures = answering(client, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply({
      files: [{ attachment: Buffer.from('@misc{a}'), name: 'papers.bib' }],
      flags: MessageFlags.Ephemeral,
    });
    if (interaction.commandName === 'drop') await interaction.editReply({ content: 'gone', attachments: [] });
  });
  await client.application.commands.set([
    { name: 'keep', description: 'k' },
    { name: 'drop', description: 'd' },
  ]);
  const kept = await sandbox.settled(await sandbox.command({ name: 'keep' }));
  const [file] = kept.attachments;
  expect(file).toMatchObject({ filename: 'papers.bib', size: 8 });
  const saved = await fetch(file?.url ?? '');
  expect(await saved.text()).toBe('@misc{a}');
  expect(saved.headers.get('content-disposition')).toBe('attachment');

  const outcome = await sandbox.command({ name: 'drop' });
  if (outcome.kind !== 'message') throw new Error(outcome.kind);
  await expect
    .poll(() => sandbox.messages(sandbox.channelId, sandbox.users.you).at(-1))
    .toMatchObject({ content: 'gone', attachments: [] });
  const [dropped] = outcome.message?.attachments ?? [];
  expect((await fetch(dropped?.url ?? '')).status).toBe(404);
  expect(failures).toEqual([]);
  await client.destroy();
});
