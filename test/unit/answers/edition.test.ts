import { beforeEach, describe, expect, test } from 'vitest';
import { editionPost, latestEdition } from '../../../src/answers/edition.ts';
import { matching } from '../../../src/answers/find/matching.ts';
import type { OpenLibrary } from '../../../src/library.ts';
import { render } from '../../../src/messages/render.ts';
import { ask, openTestApp } from '../../support/app.ts';

let app: OpenLibrary;
beforeEach(async () => {
  app = await openTestApp();
  await app.search.ready;
});
const library = () => ({ ...app, today: '2024-12-09' });
const plain = {
  name: 'daily',
  every: 'day',
  filters: [],
  top: 3,
  style: 'cards',
  roleId: null,
  title: null,
} as const;
const content = (post: ReturnType<typeof editionPost>, locale: 'en' | 'ko' = 'en') =>
  render(post, locale).messages[0]?.content ?? '';

describe('a filter', () => {
  test('finds what an independent count finds, by author, votes and organization, on each day', () => {
    const { archive } = app;
    let found = 0;
    for (const day of archive.days()) {
      const period = { from: day, to: day };
      const all = archive.ranked(day);
      const ids = (papers: readonly { readonly paper: { readonly id: string } }[]) =>
        papers.map(({ paper }) => paper.id).toSorted();
      for (const { paper } of all) {
        const [author] = paper.authors.names;
        if (author === undefined) continue;
        const counted = all.filter((one) => one.paper.authors.names.includes(author));
        expect(ids(matching({ author }, period, library()))).toEqual(ids(counted));
        found += counted.length;
      }
      for (const min_votes of [1, 20, 50]) {
        const counted = all.filter(({ votes }) => typeof votes === 'number' && votes >= min_votes);
        expect(ids(matching({ min_votes }, period, library()))).toEqual(ids(counted));
      }
    }
    expect(found).toBeGreaterThan(20);
  });

  test('by topic finds what /search finds, and leaves out what it is not to be about', async () => {
    const [day = ''] = app.archive.days().slice(-1);
    const answer = await ask(app, `/search language model from:${day} to:${day} sort:votes`);
    if (answer.kind !== 'found') throw new Error(answer.kind);
    const found = matching({ query: 'language model' }, { from: day, to: day }, library());
    expect(found.length).toBe(answer.isPartial ? 0 : answer.total);
    const without = matching({ exclude: 'language model' }, { from: day, to: day }, library());
    const ids = new Set(found.map(({ paper }) => paper.id));
    expect(without.some(({ paper }) => ids.has(paper.id))).toBe(false);
    // Papers that mention the topic in passing are in neither list.
    expect(without.length).toBeGreaterThan(0);
    expect(without.length + found.length).toBeLessThanOrEqual(app.archive.ranked(day).length);
  });

  test('whose names mean nobody by now finds nothing', () => {
    expect(matching({ author: 'Nobody Atall' }, { from: '2024-12-06', to: '2024-12-06' }, library())).toEqual(
      [],
    );
  });
});

describe('the post of an edition', () => {
  test('says by what its papers were chosen, and of how many', () => {
    const post = editionPost(
      '2024-12-06',
      { ...plain, name: 'popular', filters: [{ min_votes: 20 }] },
      library(),
    );
    expect(post.total).toBeGreaterThan(0);
    expect(content(post).split('\n')[1]).toMatch(
      new RegExp(`: ${post.total} of ${post.edition?.of} papers$`),
    );
    expect(content(post, 'ko').split('\n')[1]).toContain(`${post.edition?.of}편 가운데 ${post.total}편`);
  });

  test('has a title of its own, and the days of a week or a month', () => {
    const week = editionPost(
      '2024-W49',
      { ...plain, every: 'week', name: 'weekly', title: 'Lab · reading' },
      library(),
    );
    expect(content(week)).toMatch(/^### Lab reading · 2 Dec – 8 Dec 2024 · \d+ papers/);
    const month = editionPost('2024-12', { ...plain, every: 'month', name: 'monthly' }, library());
    expect(content(month)).toMatch(/^### Best of the month · Dec 2024 · /);
    expect(month.total).toBeGreaterThanOrEqual(week.total);
  });

  test('of a week names the keywords on the rise, as text', () => {
    const week = editionPost('2024-W49', { ...plain, every: 'week', name: 'weekly' }, library());
    if (week.edition === undefined) throw new Error('a week has an edition');
    const risen = { ...week, edition: { ...week.edition, rising: ['world models', '**agents**'] } };
    expect(content(risen)).toContain('On the rise: world models, \\*\\*agents\\*\\*');
    expect(content(risen, 'ko')).toContain('떠오르는 키워드: world models');
    expect(content(week)).not.toContain('On the rise');
  });

  test('is the same as ever for every paper of a day', () => {
    expect(editionPost('2024-12-06', plain, library())).not.toHaveProperty('edition');
  });
});

test('the latest edition is the newest to which nothing is to come', () => {
  const now = Date.parse('2026-01-01');
  const last = app.archive.latestFinal() ?? '';
  expect(latestEdition(app.archive, 'day', now)).toBe(last);
  expect(latestEdition(app.archive, 'month', now)).toBe(last.slice(0, 7));
  expect(latestEdition(app.archive, 'month', Date.parse(`${last}T12:00Z`))).not.toBe(last.slice(0, 7));
});
