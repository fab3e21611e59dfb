import fc from 'fast-check';
import type { Digest } from '../../src/archive/paper.ts';

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

/** Digests of a few days, some of them again in a newer state, that share papers and authors. */
export function smallDigests(): fc.Arbitrary<Digest[]> {
  const listing = fc.record({
    paperId: fc.integer({ min: 1, max: 12 }).map((n) => `2412.${String(n).padStart(5, '0')}`),
    title: fc.constantFrom('One: a Title', 'Another Title', 'Diffusion of Things'),
    votes: fc.oneof(fc.nat(9), fc.constantFrom('dash' as const, 'missing' as const)),
    authors: fc.record({ names: fc.array(fc.constantFrom(...NAMES), { maxLength: 5 }), cut: fc.boolean() }),
    media: fc.constant(null),
    sections: fc.constantFrom([], [{ heading: null, text: 'diffusion' }], [{ heading: 'x', text: '화학' }]),
  });
  return fc.array(
    fc.record({
      date: fc.integer({ min: 1, max: 9 }).map((n) => `2024-12-0${n}`),
      listings: fc.array(listing, { maxLength: 6 }),
    }),
    { maxLength: 10 },
  );
}
