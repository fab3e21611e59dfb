import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createModel, type NoteReply } from '../../../src/model/openai-compatible.ts';
import type { Prompt } from '../../../src/model/port.ts';
import { type Behaviour, saying, startFakeModel } from '../../support/fake-model.ts';

const prompt: Prompt<{ word: string }> = {
  name: 'word',
  instructions: 'Say a word.',
  data: '{"question":"?"}',
  shape: z.object({ word: z.string() }),
};

async function modelThat(behave: (nth: number) => Behaviour, timeout = 2000, now?: () => number) {
  const server = await startFakeModel((_request, nth) => behave(nth));
  const noted: Parameters<NoteReply>[0][] = [];
  const settings = { baseUrl: server.url, model: 'fake', apiKey: 'sk-secret', timeout };
  const model = createModel(settings, (reply) => noted.push(reply), now);
  return { model, server, noted };
}

const word = saying({ word: 'yes' });

describe('a model', () => {
  test('gets our instructions, the data and the shape of its answer, and nothing else', async () => {
    const { model, server, noted } = await modelThat(() => word);
    const tokens = { in: 100, out: 20 };
    expect(await model.open()(prompt)).toEqual({ ok: true, value: { word: 'yes' }, tokens });
    expect(noted).toEqual([{ model: 'fake', why: null, status: null, tokens }]);
    const [{ path, headers, body } = { path: '', headers: {}, body: null }] = server.requests;
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe('Bearer sk-secret');
    expect(body).toMatchObject({
      model: 'fake',
      messages: [
        { role: 'system', content: 'Say a word.' },
        { role: 'user', content: '{"question":"?"}' },
      ],
      response_format: { type: 'json_schema', json_schema: { name: 'word', strict: true } },
    });
    expect(Object.keys(body ?? {}).sort()).toEqual(['messages', 'model', 'response_format']);
  });

  test.each([
    ['a fence', '```json\n{"word":"yes"}\n```'],
    ['words before it', 'Here it is: {"word":"yes"}'],
    ['thoughts before it', '<think>{"word": perhaps}</think>\n{"word":"yes","more":1}'],
  ])('is understood if it gives %s', async (_what, says) => {
    const { model } = await modelThat(() => ({ says }));
    expect(await model.open()(prompt)).toMatchObject({ ok: true, value: { word: 'yes' } });
  });

  test.each<[string, Behaviour, string, number]>([
    ['wrong types', saying({ word: 5 }), 'unreadable', 1],
    ['a list', saying(['yes']), 'unreadable', 1],
    ['prose', { says: 'I would rather talk.' }, 'unreadable', 1],
    ['half an answer', { says: '{"word":"ye', finish: 'length' }, 'cut', 1],
    ['nothing', { says: '' }, 'refused', 1],
    ['a refusal', { says: null, refusal: 'I cannot.' }, 'refused', 1],
    ['a filter', { says: '{"word":"yes"}', finish: 'content_filter' }, 'refused', 1],
    ['a page', { raw: '<html>busy</html>' }, 'unreadable', 1],
    ['another protocol', { raw: '{"choices":[]}' }, 'unreadable', 1],
    ['a wrong key', { status: 401 }, 'status', 1],
    ['errors', { status: 500 }, 'status', 2],
    ['a closed socket', 'close', 'unreachable', 2],
    ['no end', 'endless', 'unreadable', 1],
    ['a redirect', { status: 307, headers: { location: 'http://127.0.0.1:9/' } }, 'unreachable', 2],
  ])('fails if it gives %s', async (_what, behaviour, why, requests) => {
    const { model, server, noted } = await modelThat(() => behaviour);
    const reply = await model.open()(prompt);
    expect(reply).toMatchObject({ ok: false });
    expect(reply.ok ? '' : reply.why).toBe(why);
    expect(server.requests.length).toBe(requests);
    expect(JSON.stringify(noted)).not.toContain('sk-secret');
    expect(noted).toMatchObject([{ model: 'fake', why, tokens: { in: 0, out: 0 } }]);
  });

  test('fails at the time limit, which all prompts of one question share', async () => {
    const { model } = await modelThat(() => 'hang', 300);
    const ask = model.open();
    const started = performance.now();
    expect(await ask(prompt)).toEqual({ ok: false, why: 'late' });
    expect(await ask(prompt)).toEqual({ ok: false, why: 'late' });
    expect(performance.now() - started).toBeLessThan(1500);
  });

  test.each<[string, Behaviour]>([
    ['an error', { status: 503 }],
    ['a limit', { status: 429, headers: { 'retry-after': '0' } }],
    ['a lost connection', 'close'],
    ['no schemas', { status: 400 }],
  ])('gets a second request after %s', async (_what, first) => {
    const { model, server } = await modelThat((nth) => (nth === 1 ? first : word));
    expect(await model.open()(prompt)).toMatchObject({ ok: true });
    expect(server.requests.length).toBe(2);
  });

  test('that refuses schemas is asked for plain JSON from then on', async () => {
    const server = await startFakeModel(({ body }) =>
      body.response_format?.type === 'json_schema' ? { status: 400 } : word,
    );
    const model = createModel({ baseUrl: server.url, model: 'm', apiKey: null, timeout: 2000 }, () => {});
    await model.open()(prompt);
    expect(await model.open()(prompt)).toMatchObject({ ok: true });
    expect(server.requests.map(({ body }) => body.response_format?.type)).toEqual([
      'json_schema',
      'json_object',
      'json_object',
    ]);
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  test.each(['30', new Date(Date.now() + 60_000).toUTCString()])(
    'does not make anybody wait beyond the time limit: Retry-After %s',
    async (after) => {
      const busy: Behaviour = { status: 429, headers: { 'retry-after': after } };
      const { model, server } = await modelThat(() => busy);
      const started = performance.now();
      expect(await model.open()(prompt)).toEqual({ ok: false, why: 'status' });
      expect(performance.now() - started).toBeLessThan(1500);
      expect(server.requests.length).toBe(1);
    },
  );

  test('gets four requests at once; the others wait', async () => {
    const { model, server } = await modelThat(() => word);
    const replies = await Promise.all(Array.from({ length: 12 }, () => model.open()(prompt)));
    expect(replies.every(({ ok }) => ok)).toBe(true);
    expect(server.requests.length).toBe(12);
    const hanging = await modelThat(() => 'hang', 300);
    const late = await Promise.all(Array.from({ length: 30 }, () => hanging.model.open()(prompt)));
    expect(hanging.server.requests.length).toBe(4);
    expect(late.filter((reply) => !reply.ok && reply.why === 'busy')).toHaveLength(10);
  });

  test('that is down gets no requests for a while', async () => {
    let time = 0;
    let isUp = false;
    const answer = () => (isUp ? word : ({ status: 404 } as const));
    const { model, server } = await modelThat(answer, 2000, () => time);
    for (let nth = 0; nth < 5; nth++) await model.open()(prompt);
    expect(await model.open()(prompt)).toEqual({ ok: false, why: 'busy' });
    expect(server.requests.length).toBe(5);
    time += 31_000;
    isUp = true;
    expect(await model.open()(prompt)).toMatchObject({ ok: true });
  });
});
