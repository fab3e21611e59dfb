import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import type { ReportBug } from '../../../src/bot/dispatch.ts';
import { createResponder } from '../../../src/bot/respond.ts';
import { NOW } from '../../support/app.ts';
import { pageOf, paperOf, rankedOf } from '../messages/samples.ts';

/** A store for long buttons that is down. */
const broken = {
  keep: () => Promise.reject(new Error('disk full')),
  recall: () => Promise.reject(new Error('disk full')),
};
const request = { command: 'help', options: {}, locale: 'ko', now: NOW } as const;

function responding(answer: Answer) {
  const bugs: Parameters<ReportBug>[0][] = [];
  const responder = createResponder(
    async () => answer,
    broken,
    (bug) => bugs.push(bug),
  );
  return { responder, bugs };
}

describe('a person gets an answer', () => {
  test('even if the long buttons of an answer cannot be stored', async () => {
    const { responder, bugs } = responding({ kind: 'notice', tone: 'info', text: { key: 'help.title' } });
    expect(await responder.ask(request)).toMatchObject({ ok: true, ephemeral: false });
    expect(bugs).toMatchObject([{ error: new Error('disk full') }]);
  });

  test('with an apology and its id if an answer cannot be rendered', async () => {
    const { responder, bugs } = responding(JSON.parse('{"kind":"digest","page":{}}'));
    const reply = await responder.ask(request);
    expect(reply).toMatchObject({ ok: false, ephemeral: true, here: false });
    const [bug] = bugs;
    expect(JSON.stringify(reply.messages)).toContain(bug?.id);
    expect(JSON.stringify(reply.messages)).not.toContain('TypeError');
  });

  test('even if the pressed button cannot be looked up', async () => {
    const { responder } = responding({ kind: 'notice', tone: 'info', text: { key: 'help.title' } });
    const invocation = await responder.read('~key', undefined, NOW);
    expect(invocation).toBeNull();
    const press = { invocation, locale: 'en', now: NOW } as const;
    expect(JSON.stringify(await responder.press(press))).toContain('/help');
  });
});

describe('only the asker sees an answer', () => {
  const paper = { kind: 'paper', paper: paperOf(), allAuthors: null } as const;
  const isPrivate = async (answer: Answer) => (await responding(answer).responder.ask(request)).ephemeral;

  test('that opens from a button of a card, but not the card itself', async () => {
    expect(await isPrivate(paper)).toBe(false);
    expect(await isPrivate({ ...paper, show: 'abstract' })).toBe(true);
    expect(await isPrivate({ ...paper, show: 'summary' })).toBe(true);
    expect(await isPrivate({ ...paper, allAuthors: pageOf(['A']) })).toBe(true);
  });

  test('that is longer than a screen, but not a list of ten papers', async () => {
    const page = pageOf(Array.from({ length: 10 }, (_, at) => rankedOf(at + 1)));
    const span = { from: '2024-12-06', to: '2024-12-06', shifted: false } as const;
    const again = { command: 'top', options: {} };
    expect(await isPrivate({ kind: 'top', period: 'week', ...span, page, again })).toBe(false);
    const sentences = Array.from({ length: 4 }, () => 'A long sentence of an abstract. '.repeat(27));
    const passages = [1, 2, 3].map((rank) => ({
      paper: rankedOf(rank).paper,
      date: '2024-12-06',
      sentences,
    }));
    expect(await isPrivate({ kind: 'passages', question: 'x', passages })).toBe(true);
    const one = passages.slice(0, 1).map((passage) => ({ ...passage, sentences: sentences.slice(0, 1) }));
    expect(await isPrivate({ kind: 'passages', question: 'x', passages: one })).toBe(false);
  });
});

test('a person who only greets or makes mistakes gets no answer after a few times', async () => {
  for (const text of ['', 'hello!', 'who wrote it?']) {
    const { responder } = responding({ kind: 'notice', tone: 'error', text: { key: 'help.title' } });
    const remark = { text, controls: [], locale: 'en', now: NOW, place: null, asker: '1' } as const;
    for (let times = 0; times < 3; times += 1) expect(await responder.say(remark)).not.toBeNull();
    expect(await responder.say(remark)).toBeNull();
    expect(await responder.say({ ...remark, asker: '2' })).not.toBeNull();
    expect(await responder.say({ ...remark, now: NOW.add({ seconds: 30 }) })).not.toBeNull();
  }
});
