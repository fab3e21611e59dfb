import { expect, test } from 'vitest';
import { detailsOf } from '../../../../src/archive/merge/assemble.ts';
import type { Details, Listing } from '../../../../src/archive/paper.ts';

const NOTHING: Details = {
  abstract: null,
  keywords: [],
  aiSummary: null,
  organization: null,
  code: null,
  project: null,
  hiddenAuthors: 0,
};
const LISTED_AT = Date.parse('2026-07-02T12:00:00Z');

function listingWith(details: Partial<Details>): Listing {
  return {
    paperId: '2607.00001',
    title: 'A Paper',
    votes: 1,
    authors: { names: [], cut: false },
    media: null,
    sections: [],
    details: { ...NOTHING, ...details },
  };
}

const listed = (details: Partial<Details>) => ({
  ...listingWith(details),
  date: '2026-07-02',
  origins: ['huggingface' as const],
  votesAsOf: LISTED_AT,
});
const recorded = (details: Partial<Details>, at: number) => ({
  source: 'huggingface' as const,
  at,
  listing: listingWith(details),
});

test('details of a listing and of a record: the later ones, completed by what only the earlier ones have', () => {
  const older = { abstract: 'Old.', organization: 'Lab', keywords: ['vision'], stars: 5 };
  const newer = { abstract: 'New.', code: 'https://github.com/a/b', stars: 7 };
  const both = {
    abstract: 'New.',
    organization: 'Lab',
    keywords: ['vision'],
    code: 'https://github.com/a/b',
    stars: 7,
  };
  expect(detailsOf([listed(older)], recorded(newer, LISTED_AT + 1))).toMatchObject(both);
  expect(detailsOf([listed(newer)], recorded(older, LISTED_AT - 1))).toMatchObject(both);
});

test('details of only one of them are as they are', () => {
  const details = { abstract: 'Only.' };
  expect(detailsOf([listed(details)], null)).toEqual({ ...NOTHING, ...details });
  expect(detailsOf([], recorded(details, 0))).toEqual({ ...NOTHING, ...details });
  expect(detailsOf([], null)).toBeNull();
});
