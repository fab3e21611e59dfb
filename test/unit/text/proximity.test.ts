import { expect, it } from 'vitest';
import { meaningNearness, mostMeaningNearness } from '../../../src/text/proximity.ts';

const senses = [['=speech'], ['=synthesis', '=generation'], ['=fast']];
const told = [1, 1, 2];
const far = Array.from({ length: 9 }, () => []);

it('counts neighbouring words of the query whose meanings meet in the text, in any order', () => {
  const text = [['=generation'], [], ['=speech'], ...far, ['=fast']];
  expect(meaningNearness(text, senses, told)).toBeCloseTo(2 / 5);
});

it('counts meanings with a few words between them less, and distant ones not at all', () => {
  const loose = [['=speech'], [], [], [], [], ['=synthesis']];
  const near = meaningNearness(loose, senses, told);
  expect(near).toBeGreaterThan(0);
  expect(near).toBeLessThan(meaningNearness([['=speech'], ['=synthesis']], senses, told));
  expect(meaningNearness([['=speech'], ...far, ['=synthesis']], senses, told)).toBe(0);
});

it('is never more than the bound from the meanings that a text has', () => {
  const text = [['=speech'], ['=synthesis']];
  expect(mostMeaningNearness(senses, told, new Set(text.flat()))).toBeCloseTo(
    meaningNearness(text, senses, told),
  );
  expect(mostMeaningNearness(senses, told, new Set(['=speech', '=fast']))).toBe(0);
});

it('finds nothing near in a query of one word', () => {
  expect(meaningNearness([['=speech']], [['=speech']], [1])).toBe(0);
});
