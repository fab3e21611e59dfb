import { expect, test } from 'vitest';
import { startBot } from '../../support/bot.ts';

const VISIONZIP = '2412.04467';

/** The id of a menu's or button's command in a message. */
function control(message: object | undefined, begin: string): string {
  const found = new RegExp(`"custom_id":"(${begin}[^"]*)"`).exec(JSON.stringify(message ?? {}));
  if (found?.[1] === undefined) throw new Error(`no ${begin} in ${JSON.stringify(message)}`);
  return found[1];
}

test('a person saves from somebody else’s card, exports, and is forgotten, and the log knows nothing of it', async () => {
  const { sandbox, lines } = await startBot();
  const user = sandbox.users.friend;
  const { message: card, ephemeral } = await sandbox.command({
    name: 'paper',
    options: { paper: VISIONZIP },
  });
  expect(ephemeral).toBe(false);
  const messageId = card?.id ?? '';
  const saved = await sandbox.press({ user, messageId, customId: `save paper=${VISIONZIP}` });
  expect(saved).toMatchObject({ kind: 'message', ephemeral: true });
  expect(JSON.stringify(saved.message)).toContain('You have 1 saved paper.');
  const again = await sandbox.press({ messageId, customId: `save paper=${VISIONZIP}` });
  expect(again).toMatchObject({ kind: 'message', ephemeral: true });

  const cited = await sandbox.select({
    user,
    messageId,
    customId: control(card, `paper paper=${VISIONZIP} show=\\*`),
    values: ['cite'],
  });
  expect(cited).toMatchObject({ kind: 'message', ephemeral: true });
  expect(cited.message?.content).toContain('@misc{arxiv2024visionzip,');

  const list = await sandbox.command({ user, name: 'saved' });
  expect(list.ephemeral).toBe(true);
  const file = await sandbox.press({
    user,
    messageId: list.message?.id ?? '',
    customId: 'saved format=bibtex',
  });
  const exported = await sandbox.settled(file);
  expect(exported.attachments[0]).toMatchObject({ filename: 'papers.bib' });
  expect(await (await fetch(exported.attachments[0]?.url ?? '')).text()).toContain('visionzip');

  const shown = await sandbox.command({ user, name: 'privacy' });
  const page = shown.message?.id ?? '';
  await sandbox.press({ user, messageId: page, customId: 'privacy show=erase .' });
  const erased = await sandbox.press({ user, messageId: page, customId: 'privacy show=sure .' });
  expect(erased.kind).toBe('update');
  expect(JSON.stringify(erased.message)).toContain('Deleted.');
  expect(JSON.stringify((await sandbox.command({ user, name: 'saved' })).message)).toContain(
    'no saved papers',
  );
  // Nobody else lost anything.
  expect(JSON.stringify((await sandbox.command({ name: 'saved' })).message)).toContain('VisionZip');

  const log = JSON.stringify(lines);
  for (const secret of [user, sandbox.users.you, VISIONZIP, 'saved', 'privacy'])
    expect(log).not.toContain(secret);
});

test('trends come with a picture that the sandbox shows', async () => {
  const { sandbox } = await startBot();
  const asked = await sandbox.command({
    name: 'trends',
    options: { period: 'all', about: 'diffusion, agents' },
    deadline: 3000,
  });
  const message = await sandbox.settled(asked, { deadline: 60_000 });
  const [picture] = message.attachments;
  expect(picture).toMatchObject({ filename: 'trends.png', content_type: 'image/png', width: 960 });
  expect(picture?.description).toMatch(/^Line chart/);
  const turned = await sandbox.press({
    messageId: message.id,
    customId: control(message, 'trends period=half'),
  });
  const half = await sandbox.settled(turned, { deadline: 60_000 });
  await expect.poll(() => sandbox.messages().at(-1)?.attachments.length).toBe(1);
  expect(half.id).toBe(message.id);
});
