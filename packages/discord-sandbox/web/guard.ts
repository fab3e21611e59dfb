import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { contentPolicy, SECURITY_HEADERS } from './headers.ts';

export interface WebEnv {
  Bindings: HttpBindings;
}

/** The allowed methods by path. `/events` never ends, so it has no HEAD. */
const METHODS: readonly (readonly [path: RegExp, methods: readonly string[]])[] = [
  [/^\/events$/, ['GET']],
  [/^\/do$/, ['POST']],
  [/^\//, ['GET', 'HEAD']],
];

/** Values of `Sec-Fetch-Dest` for frames. Browsers without this header obey `frame-ancestors` instead. */
const FRAMES = new Set(['iframe', 'frame', 'embed', 'object', 'fencedframe']);

/**
 * Lets in only requests of the sandbox's own page, since other sites can make this machine's browser send requests too:
 *
 * - A foreign name in `Host` means DNS rebinding, so the authority must be one of `authorities`, including the port.
 * - A foreign or `null` `Origin`, or a `Sec-Fetch-Site` other than the page's own, means a script of another site.
 * - A request that changes something needs the page's own `Origin` and JSON, which neither forms nor simple requests send.
 *
 * A link from another site may open the page but not act in it (`/?say=…`): its query is dropped.
 */
export function guard(authorities: () => ReadonlySet<string>): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) c.header(name, value);
    c.header('Content-Security-Policy', contentPolicy(false));
    c.header('Cache-Control', 'no-store');

    const allowed = METHODS.find(([path]) => path.test(c.req.path))?.[1] ?? [];
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (!authorities().has(host)) return c.text('The sandbox answers only to its own address.', 403);
    if (!allowed.includes(c.req.method)) {
      return c.text('Not this way.', 405, { Allow: allowed.join(', ') });
    }

    const origin = c.req.header('origin');
    const changes = c.req.method === 'POST';
    const own = origin === `http://${host}`;
    if (origin === undefined ? changes : !own)
      return c.text('The sandbox answers only to its own page.', 403);

    const site = c.req.header('sec-fetch-site') ?? 'none';
    if (FRAMES.has(c.req.header('sec-fetch-dest') ?? ''))
      return c.text('The sandbox stands in no frame.', 403);
    if (site !== 'same-origin' && site !== 'none') return stranger(c) ?? next();

    if (changes && !/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
      return c.text('The sandbox takes JSON.', 415);
    }
    return next();
  };
}

/** The answer to another site's request: the page without a query if a person followed a link, else nothing. */
function stranger(c: Context<WebEnv>): Response | undefined {
  const link = c.req.path === '/' && c.req.header('sec-fetch-mode') === 'navigate';
  if (!link) return c.text('The sandbox answers only to its own page.', 403);
  return new URL(c.req.url).search === '' ? undefined : c.redirect('/', 303);
}
