import { parentPort, workerData } from 'node:worker_threads';
import { trendsIn } from '../counts.ts';
import type { DrawnTrends, TrendRequest } from '../port.ts';
import { drawChart } from './chart.ts';
import { rasterize } from './raster.ts';

/** Counts and draws in a thread of its own: both would keep people waiting for half a second. */
const { months, about }: TrendRequest = workerData;
const table = trendsIn(months, about);
const picture = await rasterize(drawChart(table));
parentPort?.postMessage({ table, picture } satisfies DrawnTrends);
