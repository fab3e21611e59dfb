import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import type { Bench } from '../bench.ts';
import { median, timed } from '../stats.ts';
import { milliseconds, type Row, times } from '../table.ts';

const ROUNDS = 9;
const AIM = 1.3;

/** `parseDigest` beside remark-parse alone, over the same files in this process, in turns. */
export async function parse({ small }: Bench): Promise<readonly Row[]> {
  const remark = unified().use(remarkParse).freeze();
  const ours: number[] = [];
  const raw: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const digest = await timed(() => {
      for (const { markdown, day } of small.files) parseDigest(markdown, { date: day });
    });
    const tree = await timed(() => {
      for (const { markdown } of small.files) remark.parse(markdown);
    });
    // The first round only warms up.
    if (round === 0) continue;
    ours.push(digest);
    raw.push(tree);
  }
  const ratio = median(ours.map((ms, round) => ms / (raw[round] ?? Number.NaN)));
  return [
    {
      measure: 'all files, text to digest',
      small: { text: milliseconds(median(ours)) },
      beside: { name: 'remark-parse', small: milliseconds(median(raw)) },
    },
    {
      measure: 'times remark-parse',
      small: { text: times(ratio), met: ratio <= AIM },
      aim: `<= ${times(AIM)}`,
    },
  ];
}
