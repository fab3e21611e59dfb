import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Message, Sandbox } from 'discord-sandbox';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { EditOutcome } from '../../../src/delivery/discord-port.ts';
import { DAILY, type Settings, type Subscription } from '../../../src/delivery/subscriptions/subscription.ts';
import { VoteEditor } from '../../../src/delivery/vote-edits/editor.ts';
import { DeliveryWorker } from '../../../src/delivery/worker.ts';
import { DiscordPublisher } from '../../../src/discord/out/publisher.ts';
import type { OpenLibrary } from '../../../src/library.ts';
import { openTestApp } from '../../support/app.ts';
import { keptLog, openSandbox } from '../../support/bot.ts';
import { onEachDatabase } from '../../support/databases.ts';

const HOUR = 3_600_000;
const DAY = '2026-08-18';
const READ = Date.parse('2026-08-18T23:40:00Z');

/** One process of the bot, without the gateway, and an editor whose clock can be set. */
class Process {
  readonly app: OpenLibrary;
  readonly publisher: DiscordPublisher;
  readonly worker: DeliveryWorker;
  readonly editor: VoteEditor;
  readonly log = keptLog();
  readonly edits: EditOutcome[] = [];
  /** What the editor's clock is ahead of the real one, in milliseconds. */
  ahead = 0;

  constructor(app: OpenLibrary, sandbox: Sandbox) {
    const { log } = this.log;
    this.app = app;
    this.publisher = new DiscordPublisher(sandbox.apiUrl, sandbox.token, { log, timeout: 400 });
    this.worker = new DeliveryWorker({
      ...app,
      publisher: this.publisher,
      log,
      notifyAdmins: async () => undefined,
      onOutcome: () => undefined,
      now: Date.now,
    });
    this.editor = this.newEditor();
    onTestFinished(async () => {
      await this.editor.stop();
      await this.worker.stop();
      this.publisher.close();
    });
  }

  newEditor(publisher: Pick<DiscordPublisher, 'edit' | 'isPosting'> = this.publisher): VoteEditor {
    return new VoteEditor({
      archive: this.app.archive,
      edits: this.app.edits,
      publisher,
      log: this.log.log,
      edited: (outcome) => this.edits.push(outcome),
      now: () => Date.now() + this.ahead,
    });
  }

  /** A round so many milliseconds from now. */
  async editAt(ahead: number): Promise<readonly EditOutcome[]> {
    this.ahead = ahead;
    this.edits.length = 0;
    await this.editor.round();
    return [...this.edits];
  }

  /** Puts the day into the store, as a fetch does. @param votes by the last digit of the paper's id */
  async fetch(votes: Readonly<Record<number, number>>, at = READ): Promise<void> {
    const listings = Object.entries(votes).map(([digit, count]) => ({
      paperId: `2608.0000${digit}`,
      title: `Paper ${digit}`,
      votes: count,
      authors: { names: [`Author ${digit}`], cut: false },
      media: null,
      sections: [{ heading: null, text: `What ${digit} brings · and more.` }],
    }));
    await this.app.store.put({ date: DAY, listings, fetched: { at, final: true } }, new Date(at));
    await this.app.refresh();
  }
}

onEachDatabase((databases) => {
  let url: string;
  let sandbox: Sandbox;
  let bot: Process;

  beforeEach(async () => {
    url = await databases.create();
    sandbox = await openSandbox();
    bot = await openProcess();
    await bot.fetch({ 1: 30, 2: 20, 3: 10 });
  });

  const openProcess = async () =>
    new Process(await openTestApp({ DATABASE_URL: url, SEEDS_DIR: '/nowhere' }), sandbox);

  async function post(settings: Partial<Settings> = {}): Promise<Subscription> {
    const channelId = settings.channelId ?? sandbox.addChannel({ name: 'papers' });
    const { subscription } = await bot.app.subscriptionStore.put(
      {
        ...DAILY,
        channelId,
        channelKind: 'text',
        time: '09:00',
        zone: 'UTC',
        days: [1],
        style: 'cards',
        top: 2,
        locale: 'en',
        roleId: null,
        thread: false,
        ...settings,
      },
      { guildId: sandbox.guildId, userId: sandbox.users.you, now: Date.now() },
    );
    expect(await bot.worker.postNow(subscription, DAY)).toMatchObject({ kind: 'delivered' });
    return subscription;
  }

  const only = ({ channelId }: Subscription): Message => {
    const [message, ...more] = sandbox.messages(channelId);
    if (message === undefined || more.length > 0) throw new Error('not one message');
    return message;
  };
  /** A message without its votes. */
  const still = ({ content, embeds, components }: Message) =>
    JSON.stringify([content, embeds, components]).replace(/▲ [\d,]+/g, 'VOTES');

  describe('the votes of a posted digest', () => {
    test('are edited in place, and nothing else: the same papers in the same order', async () => {
      const subscription = await post();
      const before = only(subscription);
      expect(before.content).toContain('3 papers · ▲ 60 votes');
      await bot.fetch({ 1: 31, 2: 1205, 3: 10, 4: 5000 }, READ + HOUR);
      expect(await bot.editAt(0)).toEqual(['edited']);
      const after = only(subscription);
      expect(after.id).toBe(before.id);
      expect(after.content).toContain('3 papers · ▲ 1,246 votes');
      expect(after.embeds.map(({ title, description }) => [title, description?.split('\n').at(-1)])).toEqual([
        ['1. Paper 1', '▲ 31 · Author 1'],
        ['2. Paper 2', '▲ 1,205 · Author 2'],
      ]);
      expect(still(after)).toBe(still(before));
      expect(JSON.stringify(after.components)).toContain('▲ 1,205 · Author 2');
      expect(JSON.stringify(after.components)).not.toContain('▲ 20');
    });

    test('are left alone while they are the same, also when they were read again', async () => {
      const subscription = await post();
      await bot.fetch({ 1: 30, 2: 20, 3: 10 }, READ + HOUR);
      await bot.app.fetches.note('huggingface', DAY, { at: READ + 2 * HOUR, papers: 3 });
      await bot.app.refresh();
      expect(bot.app.archive.digest(DAY)?.fetched?.at).toBe(READ + 2 * HOUR);
      expect(await bot.editAt(0)).toEqual([]);
      expect(only(subscription).edited_timestamp).toBeNull();
    });

    test('are edited once an hour at most', async () => {
      const subscription = await post();
      await bot.fetch({ 1: 31, 2: 20, 3: 10 }, READ + HOUR);
      expect(await bot.editAt(0)).toEqual(['edited']);
      await bot.fetch({ 1: 32, 2: 20, 3: 10 }, READ + 2 * HOUR);
      expect(await bot.editAt(HOUR - 60_000)).toEqual([]);
      expect(await bot.editAt(HOUR + 1)).toEqual(['edited']);
      expect(only(subscription).content).toContain('▲ 62 votes');
      expect(await bot.editAt(3 * HOUR)).toEqual([]);
    });

    test('are let go of after a day, with what was kept for them', async () => {
      const subscription = await post();
      await bot.fetch({ 1: 31, 2: 20, 3: 10 }, READ + HOUR);
      expect(await bot.editAt(24 * HOUR + 1)).toEqual([]);
      expect(await bot.editAt(0)).toEqual([]);
      expect(only(subscription).content).toContain('▲ 60 votes');
    });

    test('name the role as before, and tell it nothing', async () => {
      const roleId = sandbox.addRole('readers');
      const subscription = await post({ roleId });
      expect(only(subscription).mention_roles).toEqual([roleId]);
      await bot.fetch({ 1: 31, 2: 20, 3: 10 }, READ + HOUR);
      await bot.editAt(0);
      expect(only(subscription).content).toContain(`<@&${roleId}>`);
      expect(only(subscription)).toMatchObject({ mention_roles: [], mentions: [], mention_everyone: false });
    });

    test('are edited in a forum, and in the language of the post', async () => {
      const channelId = sandbox.addChannel({ name: 'forum', kind: 'forum' });
      const subscription = await post({ channelId, channelKind: 'forum', locale: 'ko' });
      const thread = (await bot.app.ledger.find(subscription.id, DAY))?.messageIds[0];
      await bot.app.subscriptionStore.put(
        { ...subscription, locale: 'en', top: 1 },
        { guildId: sandbox.guildId, userId: sandbox.users.you, now: Date.now() },
      );
      await bot.fetch({ 1: 31, 2: 20, 3: 10 }, READ + HOUR);
      expect(await bot.editAt(0)).toEqual(['edited']);
      const [message] = sandbox.messages(thread);
      expect(message?.content).toContain('▲ 추천 61');
      expect(message?.embeds).toHaveLength(2);
    });
  });

  describe('a post that cannot be edited', () => {
    const spoil = {
      'a message that was deleted': async ({ channelId }: Subscription) => {
        const [message] = sandbox.messages(channelId);
        await fetch(`${sandbox.apiUrl}/v10/channels/${channelId}/messages/${message?.id}`, {
          method: 'DELETE',
          headers: { authorization: `Bot ${sandbox.token}` },
        });
      },
      'a channel that is gone': async ({ channelId }: Subscription) => sandbox.deleteChannel(channelId),
      'a channel that was closed to the bot': async ({ channelId }: Subscription) =>
        sandbox.denyInChannel(channelId, PermissionFlagsBits.ViewChannel),
    };

    test.each(Object.entries(spoil))(
      '%s is quiet, no fault of the channel, and not tried again',
      async (_, work) => {
        const subscription = await post();
        await work(subscription);
        await bot.fetch({ 1: 31, 2: 20, 3: 10 }, READ + HOUR);
        expect(await bot.editAt(0)).toEqual(['gone']);
        await bot.fetch({ 1: 32, 2: 20, 3: 10 }, READ + 2 * HOUR);
        expect(await bot.editAt(2 * HOUR)).toEqual([]);
        expect((await bot.app.subscriptionStore.get(subscription.id))?.state).toBe('active');
        expect(bot.log.lines.filter(({ level }) => level > 30)).toEqual([]);
      },
    );

    test('one that failed on the way is tried again, an hour later', async () => {
      const subscription = await post();
      await bot.fetch({ 1: 31, 2: 20, 3: 10 }, READ + HOUR);
      sandbox.failNext({ method: 'PATCH', how: 500 });
      expect(await bot.editAt(0)).toEqual(['failed']);
      expect(await bot.editAt(60_000)).toEqual([]);
      expect(await bot.editAt(HOUR + 1)).toEqual(['edited']);
      expect(only(subscription).content).toContain('▲ 61 votes');
    });

    test('one whose text nobody knows any more is left as it is', async () => {
      const channelId = sandbox.addChannel({ name: 'papers' });
      sandbox.failNext({ method: 'POST', path: /messages/, how: 'close-after-storing' });
      const subscription = await post({ channelId }).catch(() => null);
      expect(subscription).toBeNull();
      await bot.fetch({ 1: 30, 2: 20, 9: 10 }, READ + HOUR);
      const [held] = await bot.app.subscriptionStore.ofGuild(sandbox.guildId);
      await expect
        .poll(
          async () => {
            await bot.worker.round();
            return (await bot.app.ledger.find(held?.id ?? '', DAY))?.state;
          },
          { timeout: 8_000 },
        )
        .toBe('delivered');
      await bot.fetch({ 1: 99, 2: 20, 9: 10 }, READ + 2 * HOUR);
      expect(await bot.editAt(0)).toEqual([]);
    });
  });

  describe('of two processes', () => {
    test('one edits a post', async () => {
      // More than are claimed at once.
      const channels: Subscription[] = [];
      while (channels.length < 25) channels.push(await post());
      const other = await openProcess();
      await bot.fetch({ 1: 31, 2: 20, 3: 10 }, READ + HOUR);
      await other.app.refresh();
      const edits = await Promise.all([bot.editAt(0), other.editAt(0)]);
      expect(edits.flat()).toEqual(channels.map(() => 'edited'));
      for (const channel of channels) expect(only(channel).content).toContain('▲ 61 votes');
    });

    test('one goes on an hour after the other died in the middle of an edit', async () => {
      const subscription = await post();
      await bot.fetch({ 1: 31, 2: 20, 3: 10 }, READ + HOUR);
      const dying = bot.newEditor({
        isPosting: false,
        edit: async (...edit) => {
          await bot.publisher.edit(...edit);
          throw new Error('killed before it was noted');
        },
      });
      await dying.round();
      expect(only(subscription).content).toContain('▲ 61 votes');
      const other = await openProcess();
      expect(await other.editAt(60_000)).toEqual([]);
      expect(await other.editAt(HOUR + 1)).toEqual(['edited']);
      expect(await other.editAt(3 * HOUR)).toEqual([]);
      expect(only(subscription).content).toContain('▲ 61 votes');
    });
  });

  test('an edit waits until no post is on its way', async () => {
    await post();
    await bot.fetch({ 1: 31, 2: 20, 3: 10 }, READ + HOUR);
    let isPosting = true;
    let looks = 0;
    const editor = bot.newEditor({
      get isPosting() {
        looks += 1;
        return isPosting;
      },
      edit: async () => 'edited',
    });
    const round = editor.round();
    await expect.poll(() => looks).toBeGreaterThan(1);
    expect(bot.edits).toEqual([]);
    isPosting = false;
    await round;
    expect(bot.edits).toEqual(['edited']);
  });
});
