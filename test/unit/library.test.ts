import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Listing } from '../../src/archive/paper.ts';
import { ask, openTestApp } from '../support/app.ts';

function listing(day: string): Listing {
  const paperId = `2501.${day.slice(-2)}${day.slice(5, 7)}1`;
  const authors = { names: ['Ann Lee'], cut: false };
  return { paperId, title: `Paper of ${day}`, votes: 1, authors, media: null, sections: [] };
}

test('questions are answered while a large import is read', async () => {
  const app = await openTestApp();
  const days = Array.from({ length: 100 }, (_, place) =>
    new Date(Date.UTC(2025, 0, 1 + place)).toISOString().slice(0, 10),
  );
  for (const day of days) await app.store.put({ date: day, listings: [listing(day)] }, new Date());
  let over = false;
  const refreshed = app.refresh().finally(() => {
    over = true;
  });
  let turns = 0;
  for (; !over; turns += 1) {
    expect((await ask(app, '/today')).kind).toBe('digest');
    await setImmediate();
  }
  expect(await refreshed).toBe(100);
  expect(turns).toBeGreaterThanOrEqual(20);
  expect((await ask(app, '/author Ann Lee')).kind).toBe('author');
});
