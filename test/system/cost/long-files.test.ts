import { expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';

const LISTING = '# Daily Papers (2024-12-06)\n\n### [VisionZip](https://arxiv.org/abs/2412.04467)\n';

/** CPU time of reading a file, in milliseconds: the least of a few turns. */
function cpuOf(file: string): number {
  const turns = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    parseDigest(file);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...turns);
}

const numbered = (items: number) =>
  `${LISTING}- ***What's New***: new\n${Array.from({ length: items }, (_, at) => `${at + 1}. item`).join('\n')}\n`;

test('a point keeps the numbered items below it, each on its line', () => {
  const [section] = parseDigest(numbered(3)).digest.listings[0]?.sections ?? [];
  expect(section?.text).toBe('new\n1. item\n2. item\n3. item');
});

/** Four times the items take some five times as long; sixteen times as long if the work grew with their square. */
test('the time to read numbered items grows with their number', () => {
  cpuOf(numbered(500));
  const few = cpuOf(numbered(1_250));
  expect(cpuOf(numbered(5_000)) / few).toBeLessThan(9);
});

test('warnings name the line in the file, however many blank lines stand before', () => {
  const file = `${LISTING}- a point\n${'\n'.repeat(500)}---\n${'\n'.repeat(500)}- another\n`;
  const { digest, warnings } = parseDigest(file);
  expect(digest.listings[0]?.sections.map(({ text }) => text)).toEqual(['a point', 'another']);
  expect(warnings).toEqual([{ line: 505, rule: 'separator', text: '---' }]);
});
