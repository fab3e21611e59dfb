import { PermissionFlagsBits } from 'discord.js';
import type { Message } from 'discord-sandbox';
import { describe, expect, test } from 'vitest';
import { call } from '../../../packages/discord-sandbox/test/support/discord.ts';
import type { Listing } from '../../../src/archive/paper.ts';
import { DAILY, type Settings } from '../../../src/delivery/subscriptions/subscription.ts';
import { type RunningBot, startBot } from '../../support/bot.ts';

const KOREAN = { locale: 'ko' };

/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 30_000;

function shown(message: Message | undefined): string {
  return JSON.stringify([message?.content, message?.embeds]);
}

function control(message: Message | undefined, start: string): string {
  for (const row of message?.components ?? []) {
    for (const part of 'components' in row ? row.components : []) {
      const id = 'custom_id' in part ? part.custom_id : undefined;
      if (id?.startsWith(start) && !('disabled' in part && part.disabled)) return id;
    }
  }
  throw new Error(`no control ${start} in ${JSON.stringify(message?.components)}`);
}

/** Subscribes a channel as the server's admin does, and fails unless that worked. */
async function subscribe({ sandbox }: RunningBot, options: Record<string, string | number | boolean> = {}) {
  const given = { channel: sandbox.generalChannelId, time: '09:00', timezone: 'Asia/Seoul', ...options };
  const outcome = await sandbox.command({ name: 'digest subscribe', options: given });
  expect(outcome).toMatchObject({ kind: 'message', ephemeral: true });
  return outcome.message;
}

/** Puts a digest of one paper into the store, as a fetch or an import does. */
async function publish({ app }: RunningBot, date: string, id: string) {
  const listing: Listing = {
    paperId: id,
    title: `Paper ${id}`,
    votes: 3,
    authors: { names: ['A Body'], cut: false },
    media: null,
    sections: [{ heading: "What's New", text: `Paper ${id} is new.` }],
  };
  await app.store.put({ date, listings: [listing] }, new Date());
  await app.refresh();
}

/** Posts of digests in a channel: what the bot put there by itself. */
function posts({ sandbox }: RunningBot, channelId = sandbox.generalChannelId): Message[] {
  return sandbox.messages(channelId).filter(({ content }) => content.startsWith('### '));
}

/** A subscription whose time of today has just come, wherever the test runs. */
async function dueNow(bot: RunningBot, more: Partial<Settings> = {}) {
  const soon = new Date(Date.now() - 60_000);
  const time = soon.toISOString().slice(11, 16);
  const settings = {
    ...DAILY,
    channelId: bot.sandbox.generalChannelId,
    channelKind: 'text',
    time,
    zone: 'UTC',
    days: [1, 2, 3, 4, 5, 6, 7],
    style: 'cards',
    top: 5,
    locale: 'en',
    roleId: null,
    thread: false,
    ...more,
  } as const;
  const by = { guildId: bot.sandbox.guildId, userId: bot.sandbox.users.you, now: Date.now() - 3_600_000 };
  await bot.app.subscriptions.subscribe(settings, by);
}

describe('/digest subscribe', () => {
  test('answers with what was set up and when the next post comes, to the admin alone', async () => {
    const bot = await startBot();
    const message = await subscribe(bot, { days: '평일', top: 3, language: 'ko' });
    expect(shown(message)).toContain(`<#${bot.sandbox.generalChannelId}>`);
    expect(shown(message)).toMatch(/09:00 · Asia\/Seoul · Monday to Friday/);
    expect(shown(message)).toMatch(/Next post: <t:\d+:R>/);
    expect(bot.sandbox.messages(bot.sandbox.channelId, bot.sandbox.users.friend)).toEqual([]);
  });

  test('is offered only to those who may manage the server', async () => {
    const { sandbox } = await startBot();
    const use = sandbox.command({ name: 'digest status', user: sandbox.users.friend });
    await expect(use).rejects.toThrow('may not use');
  });

  test('a second time changes the subscription and keeps what is not named', async () => {
    const bot = await startBot();
    await subscribe(bot, { top: 3, thread: true });
    const message = await subscribe(bot, { time: '오후 9시', timezone: '서울' });
    expect(shown(message)).toMatch(/Updated/);
    expect(shown(message)).toMatch(/21:00 · Asia\/Seoul/);
    expect(shown(message)).toMatch(/3 papers.*thread/);
    expect(await bot.app.subscriptions.ofGuild(bot.sandbox.guildId)).toHaveLength(1);
  });

  test('offers time zones by city, abbreviation and Korean name', async () => {
    const { sandbox } = await startBot();
    for (const typed of ['seoul', 'KST', '서울']) {
      const { choices } = await sandbox.autocomplete({
        name: 'digest subscribe',
        focused: 'timezone',
        options: { channel: sandbox.generalChannelId, time: '9', timezone: typed },
      });
      expect(choices?.map(({ value }) => value)).toContain('Asia/Seoul');
    }
  });

  test('shows a distance from UTC as people write it, also among the suggestions and in the status', async () => {
    const bot = await startBot();
    const options = { channel: bot.sandbox.generalChannelId, time: '9', timezone: 'gmt+9' };
    const offered = await bot.sandbox.autocomplete({
      name: 'digest subscribe',
      focused: 'timezone',
      options,
    });
    expect(offered.choices?.[0]).toEqual({ name: 'UTC+9', value: 'UTC+9' });
    expect(shown(await subscribe(bot, { timezone: 'UTC+9' }))).toContain('09:00 · UTC+9 · ');
    expect(await bot.app.subscriptions.ofGuild(bot.sandbox.guildId)).toMatchObject([{ zone: 'Etc/GMT-9' }]);
    const { message } = await bot.sandbox.command({ name: 'digest status' });
    expect(shown(message)).toContain('09:00 · UTC+9 · ');
  });

  test.each([
    [{ time: 'noonish' }, 'noonish'],
    [{ timezone: 'Atlantis' }, 'Atlantis'],
    [{ timezone: 'SST' }, 'Pacific/Guadalcanal'],
    [{ timezone: 'USA' }, 'America/Chicago'],
    [{ days: 'sometimes' }, 'sometimes'],
  ])('%j is refused, and says how to write it', async (wrong, part) => {
    const bot = await startBot();
    expect(shown(await subscribe(bot, wrong))).toContain(part);
    expect(await bot.app.subscriptions.ofGuild(bot.sandbox.guildId)).toEqual([]);
  });

  test('names the permissions that are missing in the channel, and how to give them', async () => {
    const bot = await startBot();
    bot.sandbox.denyInChannel(bot.sandbox.generalChannelId, PermissionFlagsBits.EmbedLinks);
    const message = await subscribe(bot);
    expect(shown(message)).toContain('**Embed Links**');
    expect(shown(message)).toContain('Edit Channel');
    expect(await bot.app.subscriptions.ofGuild(bot.sandbox.guildId)).toEqual([]);
  });
});

describe('/digest now', () => {
  test('posts the newest digest once, however often it is asked for', async () => {
    const bot = await startBot();
    await subscribe(bot, { language: 'ko' });
    const first = await bot.sandbox.command({ name: 'digest now' });
    expect(shown(first.message)).toMatch(/6 Dec 2024.*discord\.com\/channels/);
    const [post] = posts(bot);
    expect(post?.content).toContain('데일리 페이퍼 · 2024년 12월 6일');
    const again = await bot.sandbox.command({ name: 'digest now', ...KOREAN });
    expect(shown(again.message)).toContain('이미');
    await bot.worker.round();
    expect(posts(bot)).toHaveLength(1);
  });

  test('passes over the digests of the week before, so that none of them follows, and leaves older ones alone', async () => {
    const bot = await startBot();
    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    for (const back of [20, 3, 1, 0]) await publish(bot, day(back), `2611.0000${back % 10}`);
    await subscribe(bot);
    await bot.sandbox.settled(await bot.sandbox.command({ name: 'digest now' }));
    const [subscription] = await bot.app.subscriptions.ofGuild(bot.sandbox.guildId);
    const rows = await bot.app.ledger.of(subscription?.id ?? '', 10);
    expect(rows.map(({ edition, state }) => [edition, state])).toEqual([
      [day(0), 'delivered'],
      [day(1), 'skipped'],
      [day(3), 'skipped'],
    ]);
  });

  test('mentions the role of the subscription and nobody else', async () => {
    const bot = await startBot();
    const roleId = bot.sandbox.addRole('readers');
    await bot.app.subscriptions.subscribe(
      {
        ...DAILY,
        channelId: bot.sandbox.generalChannelId,
        channelKind: 'text',
        time: '09:00',
        zone: 'UTC',
        days: [1],
        style: 'cards',
        top: 2,
        locale: 'en',
        roleId,
        thread: false,
      },
      { guildId: bot.sandbox.guildId, userId: bot.sandbox.users.you, now: Date.now() },
    );
    await bot.sandbox.settled(await bot.sandbox.command({ name: 'digest now' }));
    const [post] = posts(bot);
    expect(post?.content).toContain(`<@&${roleId}>`);
    expect(post).toMatchObject({ mention_roles: [roleId], mention_everyone: false, mentions: [] });
  });
});

describe('the role of a subscription', () => {
  /** A channel in which the bot may mention only roles that are mentionable. */
  async function started() {
    const bot = await startBot();
    bot.sandbox.denyInChannel(bot.sandbox.generalChannelId, PermissionFlagsBits.MentionEveryone);
    return { bot, sandbox: bot.sandbox };
  }

  const statusOf = async ({ sandbox }: RunningBot, asker = {}) =>
    shown((await sandbox.command({ name: 'digest status', ...asker })).message);

  test('is refused where nobody would be notified, with what to do', async () => {
    const { bot, sandbox } = await started();
    const role = sandbox.addRole('readers');
    expect(shown(await subscribe(bot, { role }))).toContain('Allow anyone to mention it');
    const options = { channel: sandbox.generalChannelId, time: '9', timezone: 'KST', role };
    const korean = await sandbox.command({ name: 'digest subscribe', options, ...KOREAN });
    expect(shown(korean.message)).toContain('모든 역할 멘션하기');
    expect(await bot.app.subscriptions.ofGuild(sandbox.guildId)).toEqual([]);
  });

  test('is taken when it is mentionable, and when the bot may mention everyone there', async () => {
    const { bot, sandbox } = await started();
    const open = sandbox.addRole('readers', { mentionable: true });
    expect(shown(await subscribe(bot, { role: open }))).toContain(`<@&${open}>`);
    const closed = sandbox.addRole('staff');
    const message = await subscribe(bot, { channel: sandbox.channelId, role: closed });
    expect(shown(message)).toContain(`<@&${closed}>`);
    for (const channel of [sandbox.generalChannelId, sandbox.channelId])
      await sandbox.command({ name: 'digest now', options: { channel } });
    expect(posts(bot)).toMatchObject([{ mention_roles: [open] }]);
    expect(posts(bot, sandbox.channelId)).toMatchObject([{ mention_roles: [closed] }]);
  });

  test('that was deleted is dropped from later posts and previews, which the status tells', async () => {
    const { bot, sandbox } = await started();
    const role = sandbox.addRole('readers', { mentionable: true });
    await subscribe(bot, { role });
    expect(await statusOf(bot)).toContain(`<@&${role}>`);
    sandbox.deleteRole(role);
    await expect.poll(() => statusOf(bot)).toContain('was deleted');
    expect(await statusOf(bot, KOREAN)).toContain('역할이 삭제되어');
    expect(await statusOf(bot)).not.toContain('<@&');
    await sandbox.command({ name: 'digest preview' });
    await sandbox.command({ name: 'digest now' });
    expect(posts(bot)).toHaveLength(1);
    const seen = [
      ...sandbox.messages(sandbox.generalChannelId),
      ...sandbox.messages(sandbox.channelId, sandbox.users.you),
    ];
    expect(seen.filter(({ content }) => content.includes('<@&'))).toEqual([]);
    expect(shown(await subscribe(bot, { time: '10:00' }))).not.toContain('<@&');
    expect(await bot.app.subscriptions.ofGuild(sandbox.guildId)).toMatchObject([{ roleId: null }]);
  });

  test('that was deleted while nobody was connected is dropped as well', async () => {
    const { bot, sandbox } = await started();
    const role = sandbox.addRole('readers', { mentionable: true });
    await dueNow(bot, { roleId: role });
    await bot.connection.stop();
    sandbox.deleteRole(role);
    await bot.worker.round();
    expect(posts(bot)).toHaveLength(1);
    expect(posts(bot)[0]?.content).not.toContain('<@&');
  });

  test('that stops being mentionable stays, and the status tells that nobody is notified', async () => {
    const { bot, sandbox } = await started();
    const role = sandbox.addRole('readers', { mentionable: true });
    await subscribe(bot, { role });
    sandbox.setMentionable(role, false);
    await expect.poll(() => statusOf(bot)).toContain('can’t ping');
    expect(await statusOf(bot, KOREAN)).toContain('멘션할 수 없어요');
    sandbox.denyInChannel(sandbox.generalChannelId, 0n);
    expect(await statusOf(bot)).not.toContain('can’t ping');
  });

  test('is taken off by `mention: none`, and by picking @everyone as before', async () => {
    const { bot, sandbox } = await started();
    for (const off of [{ mention: 'none' }, { role: sandbox.guildId }]) {
      const role = sandbox.addRole('readers', { mentionable: true });
      expect(shown(await subscribe(bot, { role }))).toContain('<@&');
      expect(shown(await subscribe(bot, off))).not.toContain('<@&');
    }
  });
});

describe('a channel that changes its kind', () => {
  const CROSSPOSTED = 1;

  const kinds = async ({ app, sandbox }: RunningBot) =>
    (await app.subscriptions.ofGuild(sandbox.guildId)).map(({ channelKind }) => channelKind);

  test('to an announcement channel has its posts published from then on', async () => {
    const bot = await startBot();
    await subscribe(bot);
    bot.sandbox.setKind(bot.sandbox.generalChannelId, 'announcement');
    await expect.poll(() => kinds(bot)).toEqual(['announcement']);
    await bot.sandbox.settled(await bot.sandbox.command({ name: 'digest now' }));
    expect(posts(bot)).toMatchObject([{ flags: CROSSPOSTED }]);
  });

  test('back to a text channel has nothing published, and no line in the log', async () => {
    const bot = await startBot();
    const channel = bot.sandbox.addChannel({ name: 'news', kind: 'announcement' });
    await subscribe(bot, { channel });
    bot.sandbox.setKind(channel, 'text');
    await expect.poll(() => kinds(bot)).toEqual(['text']);
    await bot.sandbox.settled(await bot.sandbox.command({ name: 'digest now' }));
    expect(posts(bot, channel)).toMatchObject([{ flags: 0 }]);
    expect(bot.lines.filter(({ level }) => level >= 40)).toEqual([]);
  });

  test.each(['announcement', 'text'] as const)(
    'to %s while nobody was connected is found when it is posted to',
    async (kind) => {
      const bot = await startBot();
      const { sandbox, worker, connection } = bot;
      if (kind === 'text') sandbox.setKind(sandbox.generalChannelId, 'announcement');
      await dueNow(bot, { channelKind: kind === 'text' ? 'announcement' : 'text' });
      await connection.stop();
      sandbox.setKind(sandbox.generalChannelId, kind);
      await worker.round();
      expect(posts(bot)).toMatchObject([{ flags: kind === 'announcement' ? CROSSPOSTED : 0 }]);
      expect(await kinds(bot)).toEqual([kind]);
      expect(bot.lines.filter(({ level }) => level >= 40)).toEqual([]);
    },
  );
});

describe('/digest preview, status, pause, resume, unsubscribe', () => {
  test('preview shows the post in its own language to the admin alone', async () => {
    const bot = await startBot();
    await subscribe(bot, { language: 'ko' });
    await bot.sandbox.command({ name: 'digest preview' });
    const seen = () => bot.sandbox.messages(bot.sandbox.channelId, bot.sandbox.users.you);
    await expect.poll(() => seen().some(({ content }) => content.includes('데일리 페이퍼'))).toBe(true);
    expect(bot.sandbox.messages(bot.sandbox.channelId, bot.sandbox.users.friend)).toEqual([]);
    expect(posts(bot)).toEqual([]);
  });

  test('status tells the settings, the last post and the next', async () => {
    const bot = await startBot();
    await subscribe(bot);
    expect(shown((await bot.sandbox.command({ name: 'digest status' })).message)).toContain('No posts yet');
    await bot.sandbox.settled(await bot.sandbox.command({ name: 'digest now' }));
    const { message } = await bot.sandbox.command({ name: 'digest status', ...KOREAN });
    expect(shown(message)).toMatch(/마지막 게시: 2024년 12월 6일.*다음 게시: <t:\d+:R>/);
  });

  test('a paused channel gets nothing until it is resumed', async () => {
    const bot = await startBot();
    await subscribe(bot);
    expect(shown((await bot.sandbox.command({ name: 'digest pause' })).message)).toContain('Paused');
    expect(shown((await bot.sandbox.command({ name: 'digest now' })).message)).toContain('/digest resume');
    expect(posts(bot)).toEqual([]);
    expect(shown((await bot.sandbox.command({ name: 'digest resume' })).message)).toMatch(/Next post/);
    await bot.sandbox.settled(await bot.sandbox.command({ name: 'digest now' }));
    expect(posts(bot)).toHaveLength(1);
  });

  test('unsubscribe asks once, then removes the settings and the ledger', async () => {
    const bot = await startBot();
    await subscribe(bot);
    await bot.sandbox.settled(await bot.sandbox.command({ name: 'digest now' }));
    const asked = await bot.sandbox.command({ name: 'digest unsubscribe' });
    expect(await bot.app.subscriptions.ofGuild(bot.sandbox.guildId)).toHaveLength(1);
    const customId = control(asked.message, 'digest/unsubscribe');
    const done = await bot.sandbox.press({ messageId: asked.message?.id ?? '', customId });
    expect(done.kind).toBe('update');
    expect(shown(done.message)).toContain('Removed');
    expect(await bot.app.subscriptions.ofGuild(bot.sandbox.guildId)).toEqual([]);
    expect(Object.values(await bot.app.ledger.counts()).every((count) => count === 0)).toBe(true);
  });

  test('with several channels they ask which one is meant', async () => {
    const bot = await startBot();
    await subscribe(bot);
    await subscribe(bot, { channel: bot.sandbox.channelId });
    expect(shown((await bot.sandbox.command({ name: 'digest pause' })).message)).toContain(
      'more than one subscription',
    );
    const options = { channel: bot.sandbox.channelId };
    expect(shown((await bot.sandbox.command({ name: 'digest pause', options })).message)).toContain('Paused');
  });

  test('without a subscription they say how to make one', async () => {
    const { sandbox } = await startBot();
    for (const name of ['status', 'now', 'preview', 'pause', 'resume', 'unsubscribe']) {
      const { message } = await sandbox.command({ name: `digest ${name}` });
      expect(shown(message)).toContain('/digest subscribe');
    }
  });
});

describe('a channel that cannot be posted to', () => {
  test('is suspended, its admins are told once, and posting goes on when the permission is back', async () => {
    const bot = await startBot();
    const { sandbox } = bot;
    const answer = async (name: string) =>
      sandbox.settled(await sandbox.command({ name }), { deadline: PATIENCE });
    await dueNow(bot);
    sandbox.denyInChannel(sandbox.generalChannelId, PermissionFlagsBits.SendMessages);
    await bot.worker.round();
    const told = () => bot.lines.filter(({ msg }) => msg === 'admins told of a suspension');
    expect(told()).toHaveLength(1);
    expect(shown(await answer('digest now'))).toContain('Send Messages');
    await bot.worker.round();
    expect(told()).toHaveLength(1);
    expect(shown(await answer('digest status'))).toContain('Send Messages');
    sandbox.denyInChannel(sandbox.generalChannelId, 0n);
    await expect.poll(() => posts(bot)).toHaveLength(1);
    // The message stands before the ledger knows of it.
    await expect.poll(async () => (await bot.app.ledger.counts()).delivered).toBe(1);
    expect(shown(await answer('digest status'))).toContain('Last post');
  });

  test('that asks for a tag takes posts with one of its tags, and refuses a tag that it does not have', async () => {
    const bot = await startBot();
    const { sandbox } = bot;
    const forum = sandbox.addChannel({ name: 'papers', kind: 'forum' });
    const tag = sandbox.addTag(forum, 'Daily');
    sandbox.requireTag(forum);
    expect(shown(await subscribe(bot, { channel: forum, tag: 'Weekly' }))).toContain('It has: Daily');
    await subscribe(bot, { channel: forum, tag: 'daily' });
    expect(await bot.app.subscriptions.ofGuild(sandbox.guildId)).toMatchObject([{ tagId: tag }]);
    const posted = new Promise<unknown>((resolve) => {
      sandbox.events.on('channel', ({ change, channel }) => {
        if (change === 'create') resolve(channel);
      });
    });
    await sandbox.settled(await sandbox.command({ name: 'digest now' }));
    expect(await posted).toMatchObject({ parent_id: forum });
    expect((await bot.app.ledger.counts()).delivered).toBe(1);
  });

  test('that asks for a tag is refused at set-up; asking later it is suspended, and goes on when it asks no more', async () => {
    const bot = await startBot();
    const { sandbox } = bot;
    const forum = sandbox.addChannel({ name: 'papers', kind: 'forum' });
    sandbox.requireTag(forum);
    expect(shown(await subscribe(bot, { channel: forum }))).toContain('requires a tag');
    expect(await bot.app.subscriptions.ofGuild(sandbox.guildId)).toEqual([]);
    sandbox.requireTag(forum, false);
    await subscribe(bot, { channel: forum });
    sandbox.requireTag(forum);
    expect(shown((await sandbox.command({ name: 'digest now' })).message)).toContain('requires a tag');
    sandbox.requireTag(forum, false);
    await expect
      .poll(async () => (await bot.app.subscriptions.ofGuild(sandbox.guildId)).map(({ state }) => state))
      .toEqual(['active']);
  });

  test('that is a thread is refused while it is locked, and goes on when its channel may be written to again', async () => {
    const bot = await startBot();
    const { sandbox } = bot;
    const { id } = sandbox.post({ content: 'talk', channelId: sandbox.generalChannelId });
    const route = `/channels/${sandbox.generalChannelId}/messages/${id}/threads`;
    await call(sandbox, 'POST', route, { name: 'talk' });
    sandbox.setThread(id, { locked: true });
    expect(shown(await subscribe(bot, { channel: id }))).toContain('locked');
    sandbox.setThread(id, { locked: false });
    await subscribe(bot, { channel: id });
    sandbox.denyInChannel(sandbox.generalChannelId, PermissionFlagsBits.SendMessagesInThreads);
    await sandbox.command({ name: 'digest now' });
    expect(await bot.app.subscriptions.ofGuild(sandbox.guildId)).toMatchObject([{ state: 'suspended' }]);
    sandbox.denyInChannel(sandbox.generalChannelId, 0n);
    await expect
      .poll(async () => (await bot.app.subscriptions.ofGuild(sandbox.guildId)).map(({ state }) => state))
      .toEqual(['active']);
  });

  test('that is an archived thread is opened by the post', async () => {
    const bot = await startBot();
    const { sandbox } = bot;
    const { id } = sandbox.post({ content: 'talk', channelId: sandbox.generalChannelId });
    const route = `/channels/${sandbox.generalChannelId}/messages/${id}/threads`;
    await call(sandbox, 'POST', route, { name: 'talk' });
    await subscribe(bot, { channel: id });
    sandbox.setThread(id, { archived: true });
    await sandbox.command({ name: 'digest now' });
    expect(posts(bot, id)).toHaveLength(1);
  });

  test('that is deleted is suspended, and nothing else is touched', async () => {
    const bot = await startBot();
    await subscribe(bot);
    await subscribe(bot, { channel: bot.sandbox.channelId });
    bot.sandbox.deleteChannel(bot.sandbox.generalChannelId);
    await expect
      .poll(async () =>
        (await bot.app.subscriptions.ofGuild(bot.sandbox.guildId)).map(({ state }) => state).toSorted(),
      )
      .toEqual(['active', 'suspended']);
  });
});

describe('a limit that passes', () => {
  test.each([
    [{}, 'limit of active threads'],
    [KOREAN, '활성 스레드'],
  ])('suspends nothing and is told in the status', async (asker, part) => {
    const bot = await startBot();
    const { sandbox } = bot;
    const forum = sandbox.addChannel({ name: 'papers', kind: 'forum' });
    await subscribe(bot, { channel: forum });
    sandbox.limitThreads(0);
    await sandbox.command({ name: 'digest now' });
    expect(await bot.app.subscriptions.ofGuild(sandbox.guildId)).toMatchObject([{ state: 'active' }]);
    expect(shown((await sandbox.command({ name: 'digest status', ...asker })).message)).toContain(part);
    const [subscription] = await bot.app.subscriptions.ofGuild(sandbox.guildId);
    const [waiting] = await bot.app.ledger.of(subscription?.id ?? '', 1);
    expect(waiting).toMatchObject({ state: 'retry', reason: 'active-threads' });
  });
});

describe('a server', () => {
  test('that is left keeps its settings, gets no posts, and goes on when it is joined again', async () => {
    const bot = await startBot();
    await subscribe(bot);
    bot.sandbox.removeFromGuild();
    await expect.poll(() => bot.app.guilds.present()).toEqual([]);
    await bot.worker.round();
    bot.sandbox.restoreGuild();
    await expect.poll(() => bot.app.guilds.present()).toEqual([bot.sandbox.guildId]);
    expect(await bot.app.subscriptions.ofGuild(bot.sandbox.guildId)).toMatchObject([{ state: 'active' }]);
  });

  test('that Discord cannot serve for a while is not left', async () => {
    const bot = await startBot();
    await subscribe(bot);
    bot.sandbox.makeGuildUnavailable();
    await bot.worker.round();
    bot.sandbox.restoreGuild();
    expect(await bot.app.guilds.present()).toEqual([bot.sandbox.guildId]);
    expect(await bot.app.subscriptions.ofGuild(bot.sandbox.guildId)).toMatchObject([{ state: 'active' }]);
  });
});

describe('the daily post', () => {
  test('comes at its time, once a firing, however often the worker looks', async () => {
    const bot = await startBot();
    await dueNow(bot);
    for (let round = 0; round < 3; round += 1) await bot.worker.round();
    expect(posts(bot).map(({ content }) => content.split('\n')[0])).toEqual([
      '### Daily Papers · 6 Dec 2024 · 31 papers · ▲ 371 votes',
    ]);
    const today = new Date().toISOString().slice(0, 10);
    await publish(bot, today, '2611.00001');
    await bot.worker.round();
    expect(posts(bot)).toHaveLength(1);
  });

  test('is posted once when the reply to it is lost', async () => {
    const bot = await startBot();
    await dueNow(bot);
    bot.sandbox.failNext({ method: 'POST', path: /\/channels\/\d+\/messages$/, how: 'close-after-storing' });
    await bot.worker.round();
    await expect
      .poll(
        async () => {
          await bot.worker.round();
          return (await bot.app.ledger.counts()).delivered;
        },
        { timeout: 10_000 },
      )
      .toBe(1);
    expect(posts(bot)).toHaveLength(1);
  });
});

test('the store that cannot be written to stops posting, with one clear line', async () => {
  const bot = await startBot();
  await subscribe(bot);
  await bot.app.close();
  await bot.worker.round();
  await bot.worker.round();
  expect(posts(bot)).toEqual([]);
  expect(bot.worker.healthy).toBe(false);
  const lines = bot.lines.filter(({ msg }) => msg.startsWith('the store cannot be used'));
  expect(lines).toHaveLength(1);
});
