import { expect, test } from 'vitest';
import { createMetrics, showState } from '../../../src/ops/metrics.ts';
import { opsRoutes } from '../../../src/ops/routes.ts';

test.each([
  [null, 200, 0],
  ['Discord refuses the bot: HTTP 401', 503, 1],
])('a refusal by Discord (%s) is in /healthz and a metric', async (refusal, status, gauge) => {
  const metrics = createMetrics();
  showState(metrics.registry, {
    totals: () => ({ papers: 0, digests: 0 }),
    probe: { look: async () => ({ store: true, oldestDue: null }) },
    refused: () => refusal !== null,
  });
  const health = async () => ({ ready: true, gateway: true, store: true, refusal, oldestDue: null });
  const routes = opsRoutes(health, metrics, () => '');
  const ask = (path: string) => routes.get(path)?.(new Request(`http://localhost${path}`));
  const answer = await ask('/healthz');
  expect(answer?.status).toBe(status);
  expect(await answer?.json()).toMatchObject({ refusal });
  expect(await (await ask('/metrics'))?.text()).toContain(`paperboy_discord_refuses ${gauge}\n`);
});
