import type { Language } from '../language.ts';
import { feedRoute } from './atom-route.ts';
import type { Metrics } from './metrics.ts';

/** How a running bot is. */
export interface Health {
  /** The archive is loaded and the login has been done. */
  readonly ready: boolean;
  /** Connected to Discord's gateway. */
  readonly gateway: boolean;
  /** The store takes what is written to it. */
  readonly store: boolean;
  /** Seconds that the oldest delivery has waited; null when none waits. */
  readonly oldestDue: number | null;
}

/** Answers GET and HEAD of a path. */
export type Route = (request: Request) => Promise<Response>;

export type Routes = ReadonlyMap<string, Route>;

/**
 * `/healthz`: 200 while everything is well, 503 otherwise, with what is and is not; for a supervisor.
 * `/metrics`: Prometheus's text form.
 * `/feed.xml`: the latest digests as an Atom feed.
 *
 * @param feed the feed in a language; the same string while nothing changed
 */
export function opsRoutes(
  health: () => Promise<Health>,
  { registry }: Metrics,
  feed: (language: Language) => string,
): Routes {
  return new Map<string, Route>([
    ['/feed.xml', feedRoute(feed)],
    [
      '/healthz',
      async () => {
        const state = await health();
        const well = state.ready && state.gateway && state.store;
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
