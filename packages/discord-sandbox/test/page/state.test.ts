import { describe, expect, it, test } from 'vitest';
import { type Entry, entriesOf } from '../../page/model/entries.ts';
import { pictureName } from '../../page/model/names.ts';
import { reduce } from '../../page/model/reduce.ts';
import { readSettings, VISITOR, writeSettings } from '../../page/model/settings.ts';
import { type Change, EMPTY } from '../../page/model/state.ts';
import { daysAgo, formatTime } from '../../page/model/when.ts';
import type { Message } from '../../state/types.ts';
import { BOT, channelOf, messageOf, snapshotOf, userOf } from './samples.ts';

const given = (...changes: Change[]) => changes.reduce(reduce, EMPTY);
const begun: Change = { kind: 'snapshot', snapshot: snapshotOf() };
const message = (id: string, parts: Partial<Message> = {}): Change => ({
  kind: 'message',
  message: messageOf(id, parts),
});
const attempt = (id: string, failed: string | null): Change => ({
  kind: 'attempt',
  attempt: { id, channelId: 'c1', command: 'top', timestamp: '2026-11-20T09:00:00.000Z', failed },
});

describe('the page’s state', () => {
  it('begins with a snapshot, in the first channel', () => {
    expect(given(begun)).toMatchObject({ connection: 'open', channelId: 'c1' });
  });

  it('adds messages, and replaces changed ones', () => {
    const { snapshot } = given(begun, message('1'), message('2'), message('1', { content: 'new' }));
    expect(snapshot?.messages.c1?.map(({ content }) => content)).toEqual(['new', 'message 2']);
  });

  it('drops deleted messages', () => {
    const { snapshot } = given(begun, message('1'), { kind: 'delete', channelId: 'c1', messageId: '1' });
    expect(snapshot?.messages.c1).toEqual([]);
  });

  it('marks other channels unread by new messages, until they are opened', () => {
    const elsewhere = message('1', { channel_id: 'c2' });
    expect(given(begun, message('1')).unread.size).toBe(0);
    expect([...given(begun, elsewhere).unread]).toEqual(['c2']);
    expect(given(begun, elsewhere, { kind: 'open', channelId: 'c2' }, elsewhere).unread.size).toBe(0);
  });

  it('is replaced completely by a snapshot, except pending attempts', () => {
    const state = given(begun, message('1'), attempt('a', null), attempt('b', 'no'), { kind: 'lost' }, begun);
    expect(state.connection).toBe('open');
    expect(state.snapshot?.messages.c1).toEqual([]);
    expect(state.attempts.map(({ id }) => id)).toEqual(['a']);
  });

  it('keeps a reply until another channel is opened', () => {
    const state = given(begun, message('1'), { kind: 'reply', messageId: '1' });
    expect(state.replyTo).toBe('1');
    expect(reduce(state, { kind: 'open', channelId: 'c2' }).replyTo).toBeNull();
    expect(reduce(state, { kind: 'reply', messageId: null }).replyTo).toBeNull();
  });

  it('shows who is typing until the message arrives or a time has passed', () => {
    const state = given(begun, { kind: 'typing', channelId: 'c1', user: BOT });
    expect(state.typing).toMatchObject({ channelId: 'c1', user: BOT });
    expect(reduce(state, message('1', { author: userOf('1') })).typing).not.toBeNull();
    expect(reduce(state, message('1', { channel_id: 'c2' })).typing).not.toBeNull();
    expect(reduce(state, message('1')).typing).toBeNull();
    expect(reduce(state, { kind: 'stopped' }).typing).toBeNull();
  });

  it('opens another channel when the open one is deleted', () => {
    const gone: Change = { kind: 'channels', channels: [channelOf('c2')] };
    expect(given(begun, gone).channelId).toBe('c2');
  });

  it('drops what another user saw', () => {
    const state = given(
      begun,
      message('1'),
      attempt('a', 'no'),
      { kind: 'open', channelId: 'c2' },
      { kind: 'user' },
    );
    expect(state).toMatchObject({ snapshot: null, attempts: [], channelId: 'c2' });
  });
});

describe('a channel', () => {
  const shape = (entries: Entry[]) =>
    entries.map((entry) =>
      entry.kind === 'message' ? `${entry.id}${entry.head ? ' head' : ''}` : entry.kind,
    );
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 20, 9, minutes)).toISOString();

  it('groups messages of one author within minutes', () => {
    const messages = [
      messageOf('1', { timestamp: at(0) }),
      messageOf('2', { timestamp: at(1) }),
      messageOf('3', { timestamp: at(2), author: userOf('1') }),
      messageOf('4', { timestamp: at(3) }),
      messageOf('5', { timestamp: at(20) }),
      messageOf('6', { timestamp: at(21), flags: 64 }),
    ];
    expect(shape(entriesOf(messages, [], new Set()))).toEqual([
      'day',
      '1 head',
      '2',
      '3 head',
      '4 head',
      '5 head',
      '6 head',
    ]);
  });

  it('separates days, and has attempts at their time', () => {
    const messages = [
      messageOf('1', { timestamp: at(-60 * 24) }),
      messageOf('2', { timestamp: at(0) }),
      messageOf('3', { timestamp: at(2) }),
    ];
    const tried = { id: 'a', channelId: 'c1', command: 'top', timestamp: at(1), failed: 'no' };
    expect(shape(entriesOf(messages, [tried], new Set()))).toEqual([
      'day',
      '1 head',
      'day',
      '2 head',
      'attempt',
      '3 head',
    ]);
  });

  it('leaves out dismissed messages', () => {
    expect(shape(entriesOf([messageOf('1'), messageOf('2')], [], new Set(['1'])))).toEqual(['day', '2 head']);
  });
});

test('settings are stored, and read as far as they are valid', () => {
  const settings = { language: 'ko', theme: 'dark', user: '7' } as const;
  expect(readSettings(writeSettings(settings), 'en')).toEqual(settings);
  expect(readSettings(null, 'ko-KR')).toEqual({ language: 'ko', theme: 'auto', user: VISITOR });
  expect(readSettings('{"old":1}', 'ko')).toEqual({ language: 'en', theme: 'auto', user: VISITOR });
});

test('pictures are named after the last part of their address', () => {
  expect(pictureName('https://a.example/papers/2412.04467.png')).toBe('2412.04467');
  expect(pictureName('https://a.example/papers/2412.04467')).toBe('2412.04467');
  expect(pictureName('https://a.example')).toBe('');
});

describe('times', () => {
  const unix = Date.UTC(2024, 11, 6, 23) / 1000;

  test.each([
    [0, '0 seconds ago'],
    [-59, '59 seconds ago'],
    [-3600, '1 hour ago'],
    [-86_400 * 40, '1 month ago'],
    [86_400, 'in 1 day'],
    [86_400 * 800, 'in 2 years'],
  ])('%i seconds from now', (seconds, text) => {
    expect(formatTime(unix + seconds, 'R', 'en', unix * 1000).replace('in 0 seconds', '0 seconds ago')).toBe(
      text,
    );
  });

  it('are written in each style and language', () => {
    for (const style of ['t', 'T', 'd', 'D', 'f', 'F', 's', 'S'] as const) {
      expect(formatTime(unix, style, 'en-US', 0)).toMatch(/2024|24|\d:00/);
    }
    expect(formatTime(unix, 'D', 'ko', 0)).toMatch(/2024년 12월/);
    expect(formatTime(1e13, 'f', 'en', 0)).toBe('<t:10000000000000:f>');
  });

  it('count days by the calendar', () => {
    expect(daysAgo(new Date(2026, 10, 19, 23, 59), new Date(2026, 10, 20, 0, 1))).toBe(1);
    expect(daysAgo(new Date(2026, 10, 20, 0, 1), new Date(2026, 10, 20, 23, 59))).toBe(0);
  });
});
