import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customId, isKey, readInvocation, writeInvocation } from '../../../src/answers/invocation.ts';

const name = fc.stringMatching(/^[a-z]{1,12}$/);
const invocation = fc.record({
  command: name,
  options: fc.dictionary(
    name,
    fc.string({ unit: 'binary', maxLength: 60 }).filter((text) => text.isWellFormed()),
  ),
});

describe('an invocation in a custom_id', () => {
  test('reads like something typed', () => {
    expect(writeInvocation({ command: 'top', options: { period: 'week', page: 2 }, here: true })).toBe(
      'top period=week page=2 .',
    );
    expect(writeInvocation({ command: 'author', options: { name: '송한 Song' } })).toBe(
      'author name=송한+Song',
    );
  });

  test('comes back as it was, whatever the values hold', () => {
    fc.assert(
      fc.property(invocation, fc.boolean(), (written, here) => {
        const read = readInvocation(writeInvocation({ ...written, here }));
        expect(read).toEqual(here ? { ...written, here } : written);
      }),
    );
  });

  test('of a menu takes the pick, also one that looks like a sign of ours', () => {
    const menu = writeInvocation({ command: 'paper', options: { page: 1 }, pick: 'paper' });
    expect(readInvocation(menu, '* . a=b')).toEqual({
      command: 'paper',
      options: { page: '1', paper: '* . a=b' },
    });
  });

  test('of a menu is nothing without a pick', () => {
    expect(readInvocation(writeInvocation({ command: 'paper', options: {}, pick: 'paper' }))).toBeNull();
  });

  test('of a form is read with what was typed, and before that has the form to be filled in', () => {
    const form = writeInvocation({ command: 'ask', options: { paper: '2412.04467' }, form: 'question' });
    expect(form).toBe('ask paper=2412.04467 question=?');
    expect(readInvocation(form)).toEqual({
      command: 'ask',
      options: { paper: '2412.04467' },
      form: 'question',
    });
    expect(readInvocation(form, 'why? *')).toEqual({
      command: 'ask',
      options: { paper: '2412.04467', question: 'why? *' },
    });
  });

  test.each(['?', 'why?', '??'])('%s that somebody typed is no form', (typed) => {
    const line = writeInvocation({ command: 'ask', options: { question: typed } });
    expect(readInvocation(line)).toEqual({ command: 'ask', options: { question: typed } });
  });

  test('a star that somebody typed is no pick', () => {
    expect(readInvocation(writeInvocation({ command: 'author', options: { name: '*' } }), 'other')).toEqual({
      command: 'author',
      options: { name: '*' },
    });
  });

  test.each(['', ' ', 'TOP', 'top =x', 'top period', 'top period=%E0%A4%A', '~abc', '🙂 a=b'])(
    'of another program (%j) is nothing',
    (line) => {
      expect(readInvocation(line)).toBeNull();
    },
  );

  test('that fits is the custom_id itself; a longer one is a short key that is always the same', () => {
    fc.assert(
      fc.property(invocation, (one) => {
        const { id, keep } = customId(one);
        expect(id.length).toBeGreaterThan(0);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(isKey(id)).toBe(keep !== null);
        expect(readInvocation(keep ?? id)).toEqual(one);
        expect(customId(one)).toEqual({ id, keep });
      }),
    );
  });
});
