import { expect, test } from 'vitest';
import { createMetrics, showState } from '../../../src/ops/metrics.ts';
import { StoreProbe } from '../../../src/ops/store-probe.ts';

const SILENT = { store: false, oldestDue: null };
const never = () => new Promise<null>(() => {});
const metricsOf = (probe: StoreProbe) => {
  const { registry } = createMetrics();
  showState(registry, { totals: () => ({ papers: 90, digests: 5 }), probe, refused: () => false });
  return registry.metrics();
};

test('a store that hangs gets no say, and is asked once however many look', async () => {
  let asked = 0;
  const probe = new StoreProbe(() => {
    asked += 1;
    return never();
  }, 1);
  expect(await Promise.all([probe.look(), probe.look()])).toEqual([SILENT, SILENT]);
  expect(await probe.look()).toEqual(SILENT);
  expect(asked).toBe(1);
});

test('a store that fails is asked again at the next look', async () => {
  const answers = [() => Promise.reject(new Error('away')), async () => null, async () => Date.now() - 5_000];
  const probe = new StoreProbe(() => answers.shift()?.() ?? never());
  expect(await probe.look()).toEqual(SILENT);
  expect(await probe.look()).toEqual({ store: true, oldestDue: null });
  expect((await probe.look()).oldestDue).toBeGreaterThanOrEqual(5);
});

test.each([
  ['fails', () => Promise.reject(new Error('away'))],
  ['hangs', never],
])('the metrics are all there but the store’s own while the store %s', async (_how, oldestDue) => {
  const metrics = await metricsOf(new StoreProbe(oldestDue, 1));
  expect(metrics).toMatch(/^paperboy_papers 90$/m);
  expect(metrics).toMatch(/^paperboy_store_up 0$/m);
  expect(metrics).not.toMatch(/^paperboy_oldest_due_seconds /m);
});

test('the metrics say how long the oldest delivery has waited, and 0 when none waits', async () => {
  const waiting = await metricsOf(new StoreProbe(async () => Date.now() - 5_000));
  expect(waiting).toMatch(/^paperboy_oldest_due_seconds 5(\.\d+)?$/m);
  expect(waiting).toMatch(/^paperboy_store_up 1$/m);
  expect(await metricsOf(new StoreProbe(async () => null))).toMatch(/^paperboy_oldest_due_seconds 0$/m);
});
