import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Figures, measure } from '../../../bench/quality/measure.ts';
import { type Labelled, readQueries, seedQuestions } from '../../../bench/quality/query.ts';
import type { Digest } from '../../../src/archive/paper.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { createSearch } from '../../../src/search/index.ts';
import { judged } from '../../support/judged.ts';
import { corpus, sharedFolder } from '../../support/shared.ts';
import { seedDigests } from '../../unit/search/seeds.ts';

/** Right at first and among the first five, in percent: a little below what is reached. */
type Floors = Readonly<Record<string, readonly [first: number, five: number]>>;

async function figures(
  digests: readonly Digest[],
  queries: readonly Labelled[],
): Promise<readonly Figures[]> {
  const archive = judged(digests);
  const search = createSearch(archive.papers(), { people: archive });
  return measure((query) => search.search(query, {}, 10).map(({ id }) => id), queries);
}

function expectFloors(reached: readonly Figures[], floors: Floors): void {
  expect(reached.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(floors).toSorted());
  for (const { kind, first, five } of reached) {
    const [leastFirst = 0, leastFive = 0] = floors[kind] ?? [];
    expect(first, `${kind} first`).toBeGreaterThanOrEqual(leastFirst);
    expect(five, `${kind} among five`).toBeGreaterThanOrEqual(leastFive);
  }
}

describe('questions find their paper', () => {
  it('among the seeds', async () => {
    expectFloors(await figures(seedDigests, seedQuestions()), {
      ko_question: [88, 97],
      en_question: [85, 94],
    });
  });
});

const folder = sharedFolder('queries');
const real = corpus();

describe.skipIf(real.length === 0 || folder === null)('over labelled queries of the corpus', () => {
  it('each kind keeps its level', async () => {
    const file = `${folder}dev.jsonl`;
    expect(readFileSync(file, 'utf8')).not.toBe('');
    const digests = real.map(({ markdown }) => parseDigest(markdown).digest);
    expectFloors(await figures(digests, readQueries(file)), {
      a_title_fragment: [98, 100],
      b_title_typo: [90, 98],
      c_name: [98, 100],
      d_korean: [69, 95],
      d2_compound: [98, 100],
      e_ko_question: [92, 98],
      f_en_question: [92, 98],
      g_author: [90, 97],
      h_id: [100, 100],
    });
  });
});
