import type { Bench, DataSet } from '../bench.ts';
import { type Import, importInto } from '../data/data-set.ts';
import { median, repeat } from '../stats.ts';
import { type Cell, megabytes, milliseconds, type Row } from '../table.ts';

const RUNS = { small: 3, large: 2 };

/** `paperboy import` into a new store, as its own process. */
export async function importing({ workspace, small, large }: Bench): Promise<readonly Row[]> {
  let run = 0;
  const runs = ({ folder }: DataSet, times: number) =>
    repeat(times, () => {
      run += 1;
      return importInto(workspace, folder, `import-${run}`);
    });
  const [few, many] = [await runs(small, RUNS.small), await runs(large, RUNS.large)];
  const cells = (show: (runs: readonly Import[], files: number) => string): { small: Cell; large: Cell } => ({
    small: { text: show(few, small.files.length) },
    large: { text: show(many, large.files.length) },
  });
  const wall = (runs: readonly Import[]) => median(runs.map(({ ms }) => ms));
  return [
    { measure: 'start to end of the process', ...cells((runs) => milliseconds(wall(runs))) },
    {
      measure: 'files a second',
      ...cells((runs, files) => ((files * 1000) / wall(runs)).toFixed(0)),
    },
    { measure: 'most memory', ...cells((runs) => megabytes(Math.max(...runs.map(({ peak }) => peak)))) },
  ];
}
