import { expect, it } from 'vitest';
import { centrality, coverage } from '../../../src/search/coverage.ts';
import { readQuery } from '../../../src/search/query.ts';

const query = readQuery('waggle zyzzyva', () => false);
const central = (impacts: Readonly<Record<string, number>>) =>
  centrality(query, [1, 1], { impact: (term) => impacts[term] ?? 0 });

it('words that a paper is about are more central than words that it mentions', () => {
  expect(central({ waggle: 9, zyzzyva: 9 })).toBeGreaterThan(central({ waggle: 1, zyzzyva: 1 }));
  expect(central({ waggle: 9, zyzzyva: 1 })).toBeLessThan(central({ waggle: 9, zyzzyva: 9 }));
  expect(central({})).toBe(0);
  expect(central({ waggle: 1000, zyzzyva: 1000 })).toBeLessThan(1);
});

it('a word counts by its weight', () => {
  expect(coverage(query, [3, 1], new Set(['waggle']))).toBe(0.75);
  expect(coverage(query, [0, 0], new Set(['waggle']))).toBe(0);
});

it('a phrase that begins with a word without a subject counts', () => {
  const { units } = readQuery('models that make things up', () => true);
  expect(units.flatMap(({ senses }) => senses)).toContain('=hallucination');
});
