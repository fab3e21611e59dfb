import { atomRoute, type ReadFeed } from './atom-route.ts';
import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';
import type { Route, Routes } from './route.ts';

/** `/healthz` answers 200 or 503 with the state, `/metrics` in Prometheus's text form, `/feed.xml` with an Atom feed. */
export function opsRoutes(health: () => Promise<Health>, { registry }: Metrics, feed: ReadFeed): Routes {
  return new Map<string, Route>([
    ['/feed.xml', atomRoute(feed)],
    [
      '/healthz',
      async () => {
        const state = await health();
        const well = state.ready && state.gateway && state.store && state.refusal === null;
        return Response.json(state, { status: well ? 200 : 503, headers: { 'cache-control': 'no-store' } });
      },
    ],
    [
      '/metrics',
      async () =>
        new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } }),
    ],
  ]);
}
