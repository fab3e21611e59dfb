import { writeFileSync } from 'node:fs';
import { cluesOf, isOfName } from '../../../src/questions/off-archive.ts';
import { read } from '../../../src/questions/read/read.ts';
import { understand } from '../../../src/questions/read/understand.ts';
import { typedLine } from '../../../src/text/typed-line.ts';
import { Random } from '../../../test/support/random.ts';
import { openStore } from '../../open.ts';
import { type Example, readExamples } from './examples.ts';

/**
 * Learns to tell questions that the archive cannot answer, and writes `src/questions/words/off-archive.json`:
 * `DATABASE_URL=sqlite:<file> npm run learn`, over a store with the recorded days. `npm run learn -- --check` writes nothing
 * and prints what is caught and what is wrongly refused when each part of the questions is left out once.
 */
const FILE = new URL('../../../src/questions/words/off-archive.json', import.meta.url);
const TODAY = '2026-08-20';
const PARTS = 6;
/** A clue of fewer questions is no clue. */
const QUESTIONS_MIN = 4;
const PASSES = 15;
const RATE = 0.3;
const DECAY = 0.001;
/** Smaller weights are left out. */
const WEIGHT_MIN = 0.2;
const LINES = [0, 0.5, 1, 1.5, 2];

interface Row extends Example {
  readonly clues: readonly string[];
}

interface Learned {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
}

const app = await openStore(process.env);
await app.search.current;
const { first, last } = app.archive.totals();
if (first === null || last === null) throw new Error('The store is empty: import the recorded days first.');
const library = { archive: app.archive, search: app.search, today: TODAY };
const rows = readExamples().flatMap((one): readonly Row[] => {
  const meaning = understand(typedLine(one.question), library, { today: TODAY, first, last });
  // A name that the archive happens not to have says nothing about the words around it.
  if (isOfName(read(meaning), meaning)) return [];
  return [{ ...one, clues: cluesOf(meaning) }];
});
await app.close();

if (process.argv.includes('--check')) check();
else write(learn(rows));

/** Leaves out each part once. */
function check(): void {
  const sets = [...new Set(rows.map(({ set }) => set))];
  const partOf = new Map(sets.map((set, at) => [set, at % PARTS]));
  const judged = Array.from({ length: PARTS }, (_, part) => {
    const isLeftOut = ({ set }: Row) => partOf.get(set) === part;
    const learned = learn(rows.filter((row) => !isLeftOut(row)));
    return rows.filter(isLeftOut).map((row) => ({ ...row, odds: oddsOf(row, learned) }));
  }).flat();
  for (const line of LINES) {
    const refused = judged.filter(({ odds }) => odds > line);
    const [off, on] = [true, false].map((isOff) => {
      const of = (all: readonly Row[]) => all.filter((row) => row.isOff === isOff).length;
      return `${of(refused)} of ${of(judged)}`;
    });
    console.log(`above ${line}: off the archive ${off}, wrongly ${on}`);
  }
}

/** Logistic regression by stochastic gradient descent with a rate for each weight (AdaGrad: Duchi et al., JMLR 2011). */
function learn(examples: readonly Row[]): Learned {
  const counts = new Map<string, number>();
  for (const clue of examples.flatMap(({ clues }) => clues)) counts.set(clue, (counts.get(clue) ?? 0) + 1);
  const known = examples.map(({ clues }) => clues.filter((one) => (counts.get(one) ?? 0) >= QUESTIONS_MIN));
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  const move = (clue: string, slope: number) => {
    const square = (squares.get(clue) ?? 0.001) + slope * slope;
    squares.set(clue, square);
    weights.set(clue, (weights.get(clue) ?? 0) - (RATE * slope) / Math.sqrt(square));
  };
  const weight = (clue: string) => weights.get(clue) ?? 0;
  const random = new Random(1);
  for (let pass = 0; pass < PASSES; pass++)
    for (const at of shuffled(examples.length, random)) {
      const clues = known[at] ?? [];
      const share = 1 / Math.sqrt(Math.max(1, clues.length));
      const odds = weight('') + share * clues.reduce((sum, clue) => sum + weight(clue), 0);
      const error = 1 / (1 + Math.exp(-odds)) - Number(examples[at]?.isOff);
      for (const clue of clues) move(clue, error * share + DECAY * weight(clue));
      move('', error);
    }
  const kept = [...weights].filter(([clue, value]) => clue !== '' && Math.abs(value) >= WEIGHT_MIN);
  return { bias: weight(''), weights: new Map(kept) };
}

function oddsOf({ clues }: Row, { bias, weights }: Learned): number {
  const known = clues.filter((clue) => weights.has(clue));
  const sum = known.reduce((all, clue) => all + (weights.get(clue) ?? 0), 0);
  return bias + sum / Math.sqrt(Math.max(1, known.length));
}

function shuffled(length: number, random: Random): readonly number[] {
  const places = Array.from({ length }, (_, at) => at);
  for (let at = length - 1; at > 0; at--) {
    const other = random.below(at + 1);
    [places[at], places[other]] = [places[other] ?? 0, places[at] ?? 0];
  }
  return places;
}

/** Writes the weights in tenths, those of one weight together. */
function write({ bias, weights }: Learned): void {
  const tenths = (value: number) => Math.round(value * 10);
  const groups = Map.groupBy([...weights].sort(), ([, value]) => tenths(value));
  const lines = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([value, group]) => ({ tenths: value, clues: group.map(([clue]) => clue) }));
  writeFileSync(FILE, JSON.stringify({ bias: tenths(bias), weights: lines }));
  console.log(`${weights.size} weights from ${rows.length} questions`);
}
