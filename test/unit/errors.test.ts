import { expect, test } from 'vitest';
import { type Text, UserError } from '../../src/errors.ts';

test('only keys of existing texts compile; plural forms share a key', () => {
  const text: Text = new UserError('errors.top.none', { period: 'week' });
  expect(text).toMatchObject({ key: 'errors.top.none', values: { period: 'week' } });
  expect(new UserError('papers.count', { count: 2 }).message).toBe('papers.count {"count":2}');
  // @ts-expect-error no text has this key
  expect(new UserError('errors.typo').key).toBe('errors.typo');
  // @ts-expect-error a group of texts is no text
  expect(new UserError('errors.top').key).toBe('errors.top');
  // @ts-expect-error the form for "one" is not a key of its own
  expect(new UserError('papers.count_one').key).toBe('papers.count_one');
});
