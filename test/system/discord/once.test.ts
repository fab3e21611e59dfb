import type { Sandbox } from 'discord-sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { answering, loggedIn } from '../../../packages/discord-sandbox/test/support/discord.ts';
import type { Post } from '../../../src/delivery/post.ts';
import type { Outcome } from '../../../src/delivery/subscriptions/subscription.ts';
import { openSandbox } from '../../support/bot.ts';
import { IMPATIENT, ignore, marked, postTo, publisherFor } from '../../support/post.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const POSTS = /^\/channels\/\d+\/messages$/;

const contents = (sandbox: Sandbox) => sandbox.messages().map(({ content }) => content);

/** Tries as the ledger does: again after each `retry`, `wait` milliseconds later and by a process of its own. */
async function untilSettled(sandbox: Sandbox, post: Post, wait = 1_000): Promise<Outcome> {
  const first = Date.now();
  const posted = [...post.posted];
  for (let attempts = 1; ; attempts += 1) {
    const firstSentAt = attempts === 1 ? null : first;
    const outcome = await publisherFor(sandbox, IMPATIENT).post(
      { ...post, posted: [...posted], attempts, firstSentAt },
      async (id) => void posted.push(id),
      first + (attempts - 1) * wait,
    );
    if (outcome.kind !== 'retry' || attempts > 20) return outcome;
  }
}

describe('a post is sent once', () => {
  test.each([
    ['a 502 before it was stored', 502],
    ['a 502 after it was stored', '502-after-storing'],
    ['a 429', 429],
    ['a socket closed before it was stored', 'close-before'],
    ['a socket closed after it was stored', 'close-after-storing'],
    ['no answer, and nothing stored', 'hang'],
    ['no answer after it was stored', 'hang-after-storing'],
  ] as const)('after %s', async (_, how) => {
    for (const wait of [1_000, HOUR]) {
      const sandbox = await openSandbox({ rateLimits: false, nonceWindow: wait === HOUR ? 0 : HOUR });
      sandbox.failNext({ method: 'POST', path: POSTS, how });
      const outcome = await untilSettled(sandbox, postTo(sandbox), wait);
      const [message] = sandbox.messages();
      expect(outcome).toEqual({ kind: 'delivered', messageIds: [message?.id] });
      expect(contents(sandbox)).toEqual(['the digest']);
    }
  });

  test('after everything at once, in a storm', async () => {
    const sandbox = await openSandbox({ rateLimits: false });
    for (const how of [500, 'close-after-storing', 429, 429, 503, 'hang', 'close-before'] as const)
      sandbox.failNext({ method: 'POST', path: POSTS, how });
    expect((await untilSettled(sandbox, postTo(sandbox))).kind).toBe('delivered');
    expect(contents(sandbox)).toEqual(['the digest']);
  });

  test('if the process dies between send and save', async () => {
    const sandbox = await openSandbox();
    const firstSentAt = Date.now();
    const died = publisherFor(sandbox).post(
      postTo(sandbox),
      () => Promise.reject(new Error('killed')),
      firstSentAt,
    );
    await expect(died).rejects.toThrow('killed');
    const again = await publisherFor(sandbox).post(
      postTo(sandbox, { firstSentAt, attempts: 2 }),
      ignore,
      firstSentAt + 1_000,
    );
    expect(again.kind).toBe('delivered');
    expect(contents(sandbox)).toEqual(['the digest']);
  });

  test('if the process was dead for longer than Discord remembers the nonce', async () => {
    const sandbox = await openSandbox({ nonceWindow: 0 });
    const firstSentAt = Date.now();
    await publisherFor(sandbox).post(postTo(sandbox), ignore, firstSentAt);
    const stood: string[] = [];
    const again = await publisherFor(sandbox).post(
      postTo(sandbox, { firstSentAt, attempts: 2 }),
      async (id) => void stood.push(id),
      firstSentAt + 10 * MINUTE,
    );
    const ids = sandbox.messages().map(({ id }) => id);
    expect(again).toEqual({ kind: 'delivered', messageIds: ids });
    expect(stood).toEqual(ids);
    expect(contents(sandbox)).toEqual(['the digest']);
  });

  test('if the clock was set back an hour between two attempts', async () => {
    const sandbox = await openSandbox({ nonceWindow: 0 });
    const ahead = Date.now() + HOUR - MINUTE;
    await publisherFor(sandbox).post(postTo(sandbox), ignore, ahead);
    const again = { firstSentAt: ahead, attempts: 2 };
    expect((await publisherFor(sandbox).post(postTo(sandbox, again), ignore, Date.now())).kind).toBe(
      'delivered',
    );
    expect(contents(sandbox)).toEqual(['the digest']);
  });

  test('although hundreds of other messages came meanwhile', async () => {
    const sandbox = await openSandbox({ nonceWindow: 0, historyLimit: 1_000 });
    const firstSentAt = Date.now();
    for (let i = 0; i < 250; i += 1) sandbox.post({ content: `before ${i}` });
    await publisherFor(sandbox).post(postTo(sandbox), ignore, firstSentAt);
    for (let i = 0; i < 250; i += 1) sandbox.post({ content: `after ${i}` });
    const again = postTo(sandbox, { firstSentAt, attempts: 2 });
    const outcome = await publisherFor(sandbox).post(again, ignore, firstSentAt + HOUR);
    expect(outcome.kind).toBe('delivered');
    expect(contents(sandbox).filter((content) => content === 'the digest')).toHaveLength(1);
  });

  test('and is not confused with a post of another day or another program', async () => {
    const sandbox = await openSandbox({ nonceWindow: 0 });
    const firstSentAt = Date.now();
    const publisher = publisherFor(sandbox);
    const yesterday = 'today date=2024-12-05';
    const other = { key: 'other', messages: [marked('yesterday', yesterday)], mark: yesterday };
    await publisher.post(postTo(sandbox, other), ignore, firstSentAt);
    sandbox.post({ content: 'today date=2024-12-06' });
    await publisher.post(postTo(sandbox, { firstSentAt, attempts: 2 }), ignore, firstSentAt + HOUR);
    expect(contents(sandbox)).toEqual(['yesterday', 'today date=2024-12-06', 'the digest']);
  });

  test('and is not confused with an answer to a person, whatever its buttons', async () => {
    const sandbox = await openSandbox({ nonceWindow: 0 });
    const client = await loggedIn(sandbox);
    onTestFinished(() => client.destroy());
    await client.application.commands.set([{ name: 'today', description: 'x' }]);
    const { components } = marked('');
    answering(client, async (interaction) => {
      if (interaction.isChatInputCommand()) await interaction.reply({ content: 'today', components });
    });
    await sandbox.command({ name: 'today' });
    const firstSentAt = Date.now();
    const post = postTo(sandbox, { firstSentAt, attempts: 2 });
    await publisherFor(sandbox).post(post, ignore, firstSentAt + HOUR);
    expect(contents(sandbox)).toEqual(['today', 'the digest']);
  });

  test('in each of two channels', async () => {
    const sandbox = await openSandbox();
    const publisher = publisherFor(sandbox);
    for (const channelId of [sandbox.channelId, sandbox.generalChannelId])
      await publisher.post(postTo(sandbox, { channelId }), ignore, Date.now());
    expect(contents(sandbox)).toEqual(['the digest']);
    expect(sandbox.messages(sandbox.generalChannelId)).toHaveLength(1);
  });
});

describe('a post of several messages', () => {
  const parts = { messages: [marked('one'), marked('two'), marked('three')] };

  test('keeps their order and reports each before the next is sent', async () => {
    const sandbox = await openSandbox();
    const seen: string[] = [];
    const outcome = await publisherFor(sandbox).post(
      postTo(sandbox, parts),
      async (id) => {
        await Promise.resolve();
        seen.push(`${contents(sandbox).join()} ${sandbox.messages().at(-1)?.id === id}`);
      },
      Date.now(),
    );
    expect(seen).toEqual(['one true', 'one,two true', 'one,two,three true']);
    const messageIds = sandbox.messages().map(({ id }) => id);
    expect(outcome).toEqual({ kind: 'delivered', messageIds });
  });

  test.each([
    ['at once', 1_000, HOUR],
    ['long after', HOUR, 0],
  ])('continues where it was interrupted, %s', async (_, wait, nonceWindow) => {
    for (const how of ['close-before', 'close-after-storing'] as const) {
      const sandbox = await openSandbox({ nonceWindow });
      const publisher = publisherFor(sandbox);
      const firstSentAt = Date.now();
      const posted: string[] = [];
      await publisher.post(
        postTo(sandbox, parts),
        async (id) => {
          posted.push(id);
          sandbox.failNext({ method: 'POST', path: POSTS, how });
        },
        firstSentAt,
      );
      expect(posted).toHaveLength(1);
      sandbox.clearFaults();
      const again = postTo(sandbox, { ...parts, posted: [...posted], firstSentAt, attempts: 2 });
      const outcome = await publisher.post(again, async (id) => void posted.push(id), firstSentAt + wait);
      expect(contents(sandbox)).toEqual(['one', 'two', 'three']);
      expect(outcome).toEqual({ kind: 'delivered', messageIds: posted });
    }
  });

  test('that is complete is not sent again', async () => {
    const sandbox = await openSandbox();
    const posted = ['1', '2', '3'];
    const post = postTo(sandbox, { ...parts, posted, firstSentAt: Date.now(), attempts: 2 });
    expect(await publisherFor(sandbox).post(post, ignore, Date.now() + HOUR)).toEqual({
      kind: 'delivered',
      messageIds: posted,
    });
    expect(contents(sandbox)).toEqual([]);
  });
});

test('a post whose messages could not be found again is a bug', async () => {
  const sandbox = await openSandbox();
  const post = postTo(sandbox, { messages: [marked('x', 'help')] });
  await expect(publisherFor(sandbox).post(post, ignore, Date.now())).rejects.toThrow('mark');
});
