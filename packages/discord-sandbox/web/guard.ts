import type { HttpBindings } from '@hono/node-server';
import type { Context, MiddlewareHandler } from 'hono';
import { contentPolicy, SECURITY_HEADERS } from './headers.ts';

export interface WebEnv {
  Bindings: HttpBindings;
}

/** What may be asked for, and how. HEAD goes with GET where an answer ends. */
const METHODS: readonly (readonly [path: RegExp, methods: readonly string[]])[] = [
  [/^\/events$/, ['GET']],
  [/^\/do$/, ['POST']],
  [/^\//, ['GET', 'HEAD']],
];

/** Where a frame would put the page; `frame-ancestors` says the same to browsers without these headers. */
const FRAMES = new Set(['iframe', 'frame', 'embed', 'object', 'fencedframe']);

/**
 * Lets in only the sandbox's own page. Whoever can make this machine's browser send a request is not its visitor:
 *
 * - a foreign name in `Host` is DNS rebinding, so the authority must be one of `authorities`, port included;
 * - a foreign or `null` `Origin`, or a `Sec-Fetch-Site` other than the page's own, is another site's script;
 * - what changes something needs the page's own `Origin` and JSON, which no form and no simple request can send.
 *
 * A link from elsewhere may open the page, but not say what happens in it (`/?say=…`): its query is dropped.
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

/** What another site's request gets: the bare page when a person followed a link, and nothing else. */
function stranger(c: Context<WebEnv>): Response | undefined {
  const link = c.req.path === '/' && c.req.header('sec-fetch-mode') === 'navigate';
  if (!link) return c.text('The sandbox answers only to its own page.', 403);
  return new URL(c.req.url).search === '' ? undefined : c.redirect('/', 303);
}
