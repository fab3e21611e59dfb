import type { Message, Sandbox } from 'discord-sandbox';
import { describe, expect, test } from 'vitest';
import { expectSpec } from '../../../packages/discord-sandbox/test/support/spec.ts';
import { startBot } from '../../support/bot.ts';
import { startFakeModel } from '../../support/fake-model.ts';

const VISIONZIP = '2412.04467';

function shown(message: Message | undefined): string {
  return JSON.stringify([message?.content, message?.embeds]);
}

interface Said {
  readonly content: string;
  readonly user?: string;
  readonly channelId?: string;
  readonly replyTo?: string;
  readonly ping?: boolean;
}

/** Writes a message and waits for what the bot answers to it. */
async function answerTo(sandbox: Sandbox, said: Said): Promise<Message> {
  const { id, channel_id: channel } = sandbox.post(said);
  const answer = () =>
    sandbox.messages(channel).find(({ message_reference: reference }) => reference?.message_id === id);
  await expect.poll(answer, { timeout: 5_000 }).toBeDefined();
  const message = answer();
  if (message === undefined) throw new Error('the bot did not answer');
  expectSpec('MessageResponse', message);
  expect(message).toMatchObject({ author: { id: sandbox.applicationId }, mentions: [], type: 19 });
  return message;
}

/** Waits until everything written so far would have been answered: the bot answers one more, which comes last. */
async function silence(sandbox: Sandbox, channelId: string): Promise<number> {
  const before = sandbox.messages(channelId).filter(({ author }) => author.id === sandbox.applicationId);
  await answerTo(sandbox, { content: `<@${sandbox.applicationId}>`, channelId, user: sandbox.users.friend });
  const now = sandbox.messages(channelId).filter(({ author }) => author.id === sandbox.applicationId);
  return now.length - before.length - 1;
}

const mention = (sandbox: Sandbox, text: string) => `<@${sandbox.applicationId}> ${text}`;

/** The first control whose custom_id begins so. */
function control(message: Message | undefined, start: string): string {
  for (const row of message?.components ?? []) {
    for (const part of 'components' in row ? row.components : []) {
      if ('custom_id' in part && part.custom_id?.startsWith(start)) return part.custom_id;
    }
  }
  throw new Error(`no control ${start} in ${JSON.stringify(message?.components)}`);
}

describe('a mention', () => {
  test.each([
    ['who wrote VisionZip?', 'Senqiao Yang', /is by/],
    ['VisionZip 누가 썼어?', 'Senqiao Yang', /저자는/],
    ['how many papers in October 2024', '27 papers', /Papers · Oct 2024/],
    ['2024년 10월에 논문이 몇 편 올라왔어?', '27편', /논문 · 2024년 10월/],
  ])('is answered in its own language: %s', async (question, part, language) => {
    const { sandbox } = await startBot();
    const answer = await answerTo(sandbox, { content: mention(sandbox, question) });
    expect(shown(answer)).toContain(part);
    expect(shown(answer)).toMatch(language);
  });

  test('without a question is greeted', async () => {
    const { sandbox } = await startBot();
    const answer = await answerTo(sandbox, { content: `<@${sandbox.applicationId}>` });
    expect(shown(answer)).toContain('Ask me about');
    expect(shown(await answerTo(sandbox, { content: mention(sandbox, '안녕하세요!') }))).toContain(
      '물어보세요',
    );
  });

  test('is not what @everyone, talk of others and quiet replies are', async () => {
    const { sandbox } = await startBot();
    const channelId = sandbox.generalChannelId;
    const first = await answerTo(sandbox, {
      content: mention(sandbox, 'top papers in October 2024'),
      channelId,
    });
    sandbox.post({ content: '@everyone who wrote VisionZip?', channelId });
    sandbox.post({ content: 'who wrote VisionZip?', channelId });
    sandbox.post({ content: `<@${sandbox.users.friend}> who wrote VisionZip?`, channelId });
    sandbox.post({ content: 'who wrote it?', channelId, replyTo: first.id, ping: false });
    expect(await silence(sandbox, channelId)).toBe(0);
  });

  test('too many of them from one person are slowed down, and in time are met with silence', async () => {
    const { sandbox } = await startBot();
    const channelId = sandbox.generalChannelId;
    for (let times = 0; times < 5; times += 1)
      await answerTo(sandbox, { content: mention(sandbox, 'how many days are in the archive'), channelId });
    for (let times = 0; times < 3; times += 1) {
      const slow = await answerTo(sandbox, { content: mention(sandbox, 'who wrote VisionZip?'), channelId });
      expect(shown(slow)).toContain('asking quickly');
    }
    sandbox.post({ content: mention(sandbox, 'who wrote VisionZip?'), channelId });
    expect(await silence(sandbox, channelId)).toBe(0);
  });
});

describe('a direct message', () => {
  test('is answered, in Korean where Korean is written', async () => {
    const { sandbox } = await startBot();
    const channelId = sandbox.directChannelId();
    expect(shown(await answerTo(sandbox, { channelId, content: 'how many votes has VisionZip?' }))).toContain(
      'has **53 votes**',
    );
    expect(shown(await answerTo(sandbox, { channelId, content: 'VisionZip 몇 표 받았어?' }))).toContain(
      '추천 수: **53**',
    );
  });

  test('goes on from the bot’s last answer without a reply', async () => {
    const { sandbox } = await startBot();
    const channelId = sandbox.directChannelId();
    await answerTo(sandbox, { channelId, content: 'when was VisionZip listed?' });
    expect(shown(await answerTo(sandbox, { channelId, content: '몇 표 받았어?' }))).toContain('**53**');
  });

  test('is limited like any other question', async () => {
    const { sandbox } = await startBot();
    const channelId = sandbox.directChannelId(sandbox.users.friend);
    const answers = [];
    for (let times = 0; times < 6; times += 1)
      answers.push(
        await answerTo(sandbox, { channelId, user: sandbox.users.friend, content: '논문 몇 편 있어?' }),
      );
    expect(shown(answers[4])).toContain('90편');
    expect(shown(answers[5])).toContain('질문이 너무 빨라요');
  });
});

describe('a reply to an answer goes on from it', () => {
  test.each([
    ['how many papers in October 2024?', 'and in September?', 'Sep 2024'],
    ['2024년 12월에 표를 가장 많이 받은 논문은?', '그럼 2위는?', '2412.04455'],
    ['Song Han이 쓴 논문은 몇 편이야?', 'Yao Lu는?', 'Yao Lu'],
    ['how many votes has VisionZip?', 'who wrote it?', 'Senqiao Yang'],
    ['VisionZip', '저자는?', 'Senqiao Yang'],
  ])('%s — %s', async (question, next, part) => {
    const { sandbox } = await startBot();
    const first = await answerTo(sandbox, { content: mention(sandbox, question) });
    const second = await answerTo(sandbox, { content: next, replyTo: first.id });
    expect(shown(second)).toContain(part);
  });

  test('and on, from reply to reply', async () => {
    const { sandbox } = await startBot();
    const say = (content: string, replyTo: Message) => answerTo(sandbox, { content, replyTo: replyTo.id });
    const first = await answerTo(sandbox, { content: mention(sandbox, 'top 3 papers in October 2024') });
    const second = await say('and in December?', first);
    expect(shown(second)).toContain('VisionZip');
    const third = await say('the first one', second);
    expect(shown(third)).toContain(`/abs/${VISIONZIP}`);
    const fourth = await say('how does it reduce tokens?', third);
    expect(shown(fourth)).toContain('토큰');
    expect(shown(await say('who wrote it?', fourth))).toContain('Senqiao Yang');
  });

  test('to a list that a command gave', async () => {
    const { sandbox } = await startBot();
    const { message } = await sandbox.command({ name: 'today', options: { date: '2024-12-06' } });
    const answer = await answerTo(sandbox, { content: '1위 누가 썼어?', replyTo: message?.id ?? '' });
    expect(shown(answer)).toContain('Senqiao Yang');
  });
});

describe('a form', () => {
  test.each([
    ['en-US', 'Ask about this paper', 'how does it reduce tokens?', '토큰'],
    ['ko', '이 논문에 대해 묻기', '저자는?', 'Senqiao Yang'],
    ['en-US', 'Ask about this paper', 'does it mention penguins?', 'does not say'],
    ['ko', '이 논문에 대해 묻기', '펭귄도 다뤄?', '요약에 없어요'],
  ])('under a card asks about that paper (%s, %s): %s', async (locale, title, question, part) => {
    const { sandbox } = await startBot({ locale });
    const card = await sandbox.command({ name: 'paper', options: { paper: VISIONZIP }, locale });
    const opened = await sandbox.press({
      messageId: card.message?.id ?? '',
      customId: control(card.message, 'ask paper='),
      locale,
    });
    expect(opened.kind).toBe('modal');
    expect(opened.modal?.title).toBe(title);
    const { interactionId } = opened;
    const { message, kind } = await sandbox.submitModal({ interactionId, values: { question }, locale });
    expect(kind).toBe('message');
    expect(shown(message)).toContain(part);
    expectSpec('MessageResponse', message);
  });

  test('under an answer goes on from it', async () => {
    const { sandbox } = await startBot();
    const first = await sandbox.command({
      name: 'ask',
      options: { question: 'most-voted papers in December 2024' },
    });
    const pressing = { messageId: first.message?.id ?? '', customId: control(first.message, 'ask after=') };
    const { interactionId } = await sandbox.press(pressing);
    const second = await sandbox.submitModal({
      interactionId,
      values: { question: 'who wrote the second one?' },
    });
    expect(shown(second.message)).toContain('Code-as-Monitor');
    expect(second.ephemeral).toBe(false);
  });

  test('on somebody else’s answer is answered to the asker alone, and counts as a question', async () => {
    const { sandbox } = await startBot();
    const user = sandbox.users.friend;
    const card = await sandbox.command({ name: 'paper', options: { paper: VISIONZIP } });
    const ask = async () => {
      const customId = control(card.message, 'ask paper=');
      const { interactionId } = await sandbox.press({ user, messageId: card.message?.id ?? '', customId });
      return sandbox.submitModal({ user, interactionId, values: { question: 'who wrote it?' } });
    };
    const first = await ask();
    expect(first.ephemeral).toBe(true);
    expect(shown(first.message)).toContain('Senqiao Yang');
    for (let times = 0; times < 4; times += 1) await ask();
    expect(shown((await ask()).message)).toMatch(/asking quickly|질문이 너무 빨라요/);
  });
});

describe('the papers of a message', () => {
  const find = async (sandbox: Sandbox, content: string, locale: string) => {
    const { id } = sandbox.post({ user: sandbox.users.friend, content });
    const outcome = await sandbox.messageCommand({ name: 'Find these papers', messageId: id, locale });
    // Before the index is ready the answer is put off.
    return { message: await sandbox.settled(outcome), ephemeral: outcome.ephemeral };
  };

  test.each([
    ['en-US', 'https://arxiv.org/abs/2412.04467v1 is great', 'VisionZip', '7 authors'],
    [
      'ko',
      '「VisionZip: Longer is Better but Not Necessary in Vision Language Models」 보셨나요',
      '저자 7명',
      VISIONZIP,
    ],
  ])('one is its card (%s)', async (locale, content, ...parts) => {
    const { sandbox } = await startBot();
    const { message, ephemeral } = await find(sandbox, content, locale);
    expect(ephemeral).toBe(true);
    for (const part of parts) expect(JSON.stringify(message)).toContain(part);
  });

  test('several are a list, and those that are not held are named', async () => {
    const { sandbox } = await startBot();
    const text = 'hf.co/papers/2412.04467, 2412.04455 and arxiv.org/abs/2401.99999';
    const { message, ephemeral } = await find(sandbox, text, 'ko');
    expect(ephemeral).toBe(true);
    expect(shown(message)).toContain('이 메시지에 나온 논문 3편');
    expect(shown(message)).toContain('[2401.99999](https://arxiv.org/abs/2401.99999)');
    const customId = control(message, 'paper paper=*');
    const picked = await sandbox.select({ messageId: message?.id ?? '', customId, values: ['2412.04455'] });
    expect(shown(picked.message)).toContain('2412.04455');
  });

  test('none is said so', async () => {
    const { sandbox } = await startBot();
    const { message, ephemeral } = await find(sandbox, 'good morning', 'en-US');
    expect(ephemeral).toBe(true);
    expect(shown(message)).toContain('found no papers');
  });
});

describe('while a model thinks for longer than Discord waits', () => {
  const slow = async () => {
    const model = await startFakeModel(() => 'hang');
    return startBot({}, { LLM_BASE_URL: model.url, LLM_MODEL: 'slow', LLM_TIMEOUT_MS: '2500' });
  };
  const question = 'how does VisionZip reduce visual tokens?';

  test('a command is answered later, in its place', async () => {
    const { sandbox, lines } = await slow();
    const outcome = await sandbox.command({ name: 'ask', options: { question } });
    expect(outcome.kind).toBe('deferred');
    expect(outcome.ms).toBeLessThan(2_400);
    const message = await sandbox.settled(outcome);
    expect(shown(message)).toContain('토큰');
    expect(control(message, 'ask ')).toContain('question=?');
    expect(lines.filter(({ level }) => level >= 50)).toEqual([]);
  });

  test('a message is answered when it has the answer', async () => {
    const { sandbox } = await slow();
    expect(shown(await answerTo(sandbox, { content: mention(sandbox, question) }))).toContain('토큰');
  });
});

test('a long question is gone on from as well', async () => {
  const { sandbox } = await startBot();
  const long =
    'how many papers with at least 2 votes were listed in the digests between 2024-09-01 and 2024-10-31?';
  const first = await answerTo(sandbox, { content: mention(sandbox, long) });
  const second = await answerTo(sandbox, { content: 'and in December?', replyTo: first.id });
  expect(shown(second)).toContain('Dec 2024');
  expect(shown(second)).toContain('at least 2 votes');
});
