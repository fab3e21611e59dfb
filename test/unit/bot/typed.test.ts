import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineCommand } from '../../../src/bot/command.ts';
import { createDispatch } from '../../../src/bot/dispatch.ts';
import { Limits } from '../../../src/bot/limits.ts';
import { message, text } from '../../../src/bot/options.ts';
import { createResponder } from '../../../src/bot/respond.ts';
import { createSuggest } from '../../../src/bot/suggest.ts';
import { NOW, openTestApp } from '../../support/app.ts';

/** What a command is given to read, by whatever way it is asked. */
async function reading() {
  const read: unknown[] = [];
  const command = defineCommand({
    name: 'ask',
    options: z.strictObject({ question: text(), text: message(500).optional() }),
    suggest: {
      question: (typed) => {
        read.push(typed);
        return [];
      },
    },
    run: (options) => {
      read.push(options);
      return { kind: 'notice', tone: 'info', text: { key: 'help.title' } };
    },
  });
  const commands = new Map([['ask', command]]);
  const sources = { ...(await openTestApp()), limits: new Limits() };
  const report = () => undefined;
  const dispatch = createDispatch(commands, sources, report);
  const kept = { keep: async () => undefined, recall: async () => null };
  const responder = createResponder(dispatch, kept, report);
  return { read, dispatch, responder, suggest: createSuggest(commands, sources) };
}

const BLANKS = `가${' '.repeat(298)}가`;
const asked = { command: 'ask', now: NOW, locale: 'en' } as const;

describe('typed text is tidied before anything reads it', () => {
  test('white space of every kind, in a command, a press and a remark', async () => {
    const { read, dispatch, responder } = await reading();
    const typed = ' \n who \u00a0\u3000\t\r\n wrote\u2028it \v';
    await dispatch({ ...asked, options: { question: typed } });
    await responder.ask({ ...asked, options: { question: BLANKS } });
    await responder.press({ ...asked, invocation: { command: 'ask', options: { question: typed } } });
    const remark = { controls: [], place: null, asker: '1' };
    await responder.say({ ...asked, ...remark, text: typed });
    expect(read).toEqual(
      ['who wrote it', '가 가', 'who wrote it', 'who wrote it'].map((question) => ({ question })),
    );
  });

  test('a text of spaces counts as not typed', async () => {
    const { dispatch } = await reading();
    const answer = await dispatch({ ...asked, options: { question: ' \u3000\n'.repeat(2_000) } });
    expect(answer).toMatchObject({ text: { key: 'errors.option.missing' } });
  });

  test('a text that is too long after tidying gives a mistake and is read by nobody', async () => {
    const { read, dispatch, responder } = await reading();
    const question = 'ab '.repeat(2_000);
    expect(await dispatch({ ...asked, options: { question } })).toMatchObject({
      text: { key: 'errors.option.long', values: { max: 300 } },
    });
    const remark = { ...asked, controls: [], place: null, asker: '1', text: question };
    expect(JSON.stringify(await responder.say(remark))).toContain('300');
    expect(read).toEqual([]);
    await dispatch({
      ...asked,
      options: { question: `${'a'.repeat(150)}${' '.repeat(400)}${'b'.repeat(149)}` },
    });
    expect(read).toEqual([{ question: `${'a'.repeat(150)} ${'b'.repeat(149)}` }]);
  });

  test('a message keeps its line breaks', async () => {
    const { read, dispatch } = await reading();
    await dispatch({ ...asked, options: { question: 'x', text: 'one  line \n\n  another\tline' } });
    expect(read).toEqual([{ question: 'x', text: 'one line\nanother line' }]);
  });

  test('only 100 characters of an unfinished text are looked up for suggestions', async () => {
    const { read, suggest } = await reading();
    const typing = (typed: string) => suggest({ ...asked, option: 'question', options: {}, typed });
    for (const typed of [BLANKS, 'x'.repeat(6_000), ` ${'a  '.repeat(2_000)}`]) typing(typed);
    expect(read).toEqual(['가 가', 'x'.repeat(100), 'a '.repeat(50)]);
  });

  test('no text exceeds the limit afterwards or has two spaces in a row', async () => {
    const { read, dispatch } = await reading();
    const typed = fc.string({ unit: fc.constantFrom(' ', '\n', '\u3000', 'a', '가', '🙂'), maxLength: 700 });
    await fc.assert(
      fc.asyncProperty(typed, async (question) => {
        await dispatch({ ...asked, options: { question } });
        const { question: given } = z.object({ question: z.string() }).parse(read.pop() ?? { question: '' });
        expect(given.length).toBeLessThanOrEqual(300);
        expect(given).not.toMatch(/\s\s|[^\S ]/);
      }),
    );
  });
});
