import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { trendsIn } from '../counts.ts';
import type { DrawnTrends, TrendRequest } from '../port.ts';
import { drawChart, FONT } from './chart.ts';

/** Pixels of the picture for each of the drawing: sharp on phones. */
const SCALE = 2;

const WASM = '@resvg/resvg-wasm/index_bg.wasm';
/** Korean and Latin letters, under the SIL Open Font License. */
const FONT_FILE = '@expo-google-fonts/do-hyeon/400Regular/DoHyeon_400Regular.ttf';

// Runs in its own thread: counting and drawing would block the bot for half a second.
const { months, about }: TrendRequest = workerData;
const table = trendsIn(months, about);
const picture = await rasterize(drawChart(table));
parentPort?.postMessage({ table, picture } satisfies DrawnTrends);

/** Renders an SVG as a PNG; blocks the thread meanwhile. */
async function rasterize(svg: string): Promise<Uint8Array> {
  const [wasm, font] = await Promise.all([WASM, FONT_FILE].map(load));
  await initWasm(new Uint8Array(wasm ?? []));
  const picture = new Resvg(svg, {
    font: { fontBuffers: [new Uint8Array(font ?? [])], defaultFontFamily: FONT },
    fitTo: { mode: 'zoom', value: SCALE },
  });
  return picture.render().asPng();
}

function load(file: string): Promise<Uint8Array> {
  return readFile(fileURLToPath(import.meta.resolve(file)));
}
