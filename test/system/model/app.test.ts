import { expect, test } from 'vitest';
import { readLine } from '../../../src/bot/line.ts';
import { NOW, openTestApp } from '../../support/app.ts';
import { saying, startFakeModel } from '../../support/fake-model.ts';
import { shown } from '../../unit/messages/samples.ts';

test('the whole bot answers in the language of who asks, with a model or with one that fails', async () => {
  let isUp = true;
  const server = await startFakeModel(() => {
    if (!isUp) return { status: 500 };
    const sentence = 'VisionZip은 시각적 토큰을 10%까지 줄여도 성능의 95% 이상을 유지해요.';
    return saying({ sentences: [{ sentence, ids: ['q1', 'q2'] }] });
  });
  const app = await openTestApp({ LLM_BASE_URL: server.url, LLM_MODEL: 'fake' });
  const request = readLine('/ask How does VisionZip reduce visual tokens?', app.commands);
  const korean = await app.responder.ask({ ...request, locale: 'ko', now: NOW });
  expect(korean.messages[0]?.embeds[0]?.title).toBe('AI 정리');
  const english = await app.responder.ask({ ...request, locale: 'en', now: NOW });
  expect(english.messages[0]?.embeds.map(({ title }) => title)).toEqual(['From the papers']);
  isUp = false;
  const failing = await app.responder.ask({ ...request, locale: 'ko', now: NOW });
  expect(failing.ok).toBe(true);
  expect(shown({ messages: failing.messages, keep: new Map() })).not.toContain('AI 정리');
});
