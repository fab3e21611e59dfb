import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { DrawnTrends, TrendRequest, Trends } from '../port.ts';

/** Cached pictures, about 60 kB each. */
const KEPT = 16;

/** Draws pictures of trends one at a time, and caches them by key. */
export class TrendDrawer implements Trends {
  readonly #drawn = new Map<string, Promise<DrawnTrends>>();
  #last: Promise<unknown> = Promise.resolve();

  /** @param request called only if the picture is not cached */
  draw(key: string, request: () => TrendRequest): Promise<DrawnTrends> {
    const held = this.#drawn.get(key);
    if (held !== undefined) return held;
    const drawing = this.#last.then(() => drawInThread(request()));
    this.#last = drawing.catch(() => undefined);
    this.#drawn.set(key, drawing);
    // Try again next time.
    drawing.catch(() => this.#drawn.delete(key));
    const [oldest] = this.#drawn.keys();
    if (oldest !== undefined && this.#drawn.size > KEPT) this.#drawn.delete(oldest);
    return drawing;
  }
}

async function drawInThread(request: TrendRequest): Promise<DrawnTrends> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: request });
  try {
    const [drawn]: DrawnTrends[] = await once(worker, 'message');
    if (drawn === undefined) throw new Error('no picture came');
    return drawn;
  } finally {
    await worker.terminate();
  }
}
