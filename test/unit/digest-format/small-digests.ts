import fc from 'fast-check';
import type { Details, Digest } from '../../../src/archive/paper.ts';

const NAMES = [
  'Song Han',
  'S. Han',
  'Li Dong',
  'Dong Li',
  'Min-Joon Seo',
  'Minjoon Seo',
  'Łukasz Kaiser',
  '山田',
  "O'Neil",
];

const details: fc.Arbitrary<Details> = fc.record({
  abstract: fc.constantFrom(null, 'We diffuse.'),
  keywords: fc.constant([]),
  aiSummary: fc.constant(null),
  organization: fc.constant(null),
  code: fc.constant(null),
  project: fc.constant(null),
  hiddenAuthors: fc.nat(2),
});

/** Digests of a few days, of both origins, some again in a newer state, that share papers and authors. */
export function smallDigests(): fc.Arbitrary<Digest[]> {
  const listing = fc.record({
    paperId: fc.integer({ min: 1, max: 12 }).map((n) => `2412.${String(n).padStart(5, '0')}`),
    title: fc.constantFrom('One: a Title', 'Another Title', 'Diffusion of Things'),
    votes: fc.oneof(fc.nat(9), fc.constantFrom('dash' as const, 'missing' as const)),
    authors: fc.record({ names: fc.array(fc.constantFrom(...NAMES), { maxLength: 5 }), cut: fc.boolean() }),
    media: fc.constant(null),
    sections: fc.constantFrom([], [{ heading: null, text: 'diffusion' }], [{ heading: 'x', text: '화학' }]),
  });
  const date = fc.integer({ min: 1, max: 9 }).map((n) => `2024-12-0${n}`);
  const written = fc.record({ date, listings: fc.array(listing, { maxLength: 6 }) });
  const fetched = fc.record({
    date,
    listings: fc.uniqueArray(fc.record({ listing, details }), {
      selector: ({ listing: { paperId } }) => paperId,
      maxLength: 6,
    }),
    at: fc
      .constantFrom('2024-12-01T09:00:00Z', '2024-12-05T23:30:00Z', '2024-12-20T00:00:00Z')
      .map(Date.parse),
    final: fc.boolean(),
  });
  return fc.array(
    fc.oneof(
      written,
      fetched.map(
        ({ date: day, listings, at, final }): Digest => ({
          date: day,
          listings: listings.map((one) => ({ ...one.listing, sections: [], details: one.details })),
          fetched: { at, final },
        }),
      ),
    ),
    { maxLength: 12 },
  );
}
