import { once } from 'node:events';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import type { State } from '../state/state.ts';
import { createBuckets, type RateLimits } from './buckets.ts';
import { DiscordError, discordError } from './errors.ts';
import { type Faults, failed } from './faults.ts';
import type { RestApp, RestEnv } from './routes/app.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { guildRoutes } from './routes/guilds.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { threadRoutes } from './routes/threads.ts';
import { userRoutes } from './routes/users.ts';

/** Bytes of the largest request: Discord's limit for files in a server without boosts. @see Discord docs, Reference, Uploading Files */
const BODY_LIMIT = 10 * 1024 * 1024;

interface RestOptions {
  token: string;
  rateLimits: RateLimits | false;
  faults: Faults;
  gatewayUrl: () => string;
}

/** Discord's REST API v10, at `/api/v10` and `/api`. @see Discord docs, API Reference */
export function createRest(state: State, options: RestOptions): RestApp {
  const app = new Hono<RestEnv>({ getPath: (request) => pathBelowApi(new URL(request.url).pathname) });
  app.onError((error, c) => {
    if (!(error instanceof DiscordError || error instanceof HTTPException)) state.events.emit('bug', error);
    return writeError(error, c);
  });
  app.notFound((c) => {
    const elsewhere = app.routes.some(({ method, path }) => method !== 'ALL' && fits(path, c.req.path));
    return writeError(discordError(elsewhere ? 'methodNotAllowed' : 'notFound'), c);
  });
  app.use('/:version{v\\d+}/*', () => {
    throw discordError('invalidApiVersion');
  });
  app.use(faulty(options.faults));
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => writeError(discordError('tooLarge'), c) }));
  app.use(limited(options.rateLimits));
  app.use(authorized(options.token));

  app.get('/gateway', (c) => c.json({ url: options.gatewayUrl() }));
  app.get('/gateway/bot', (c) =>
    c.json({
      url: options.gatewayUrl(),
      shards: 1,
      // A high concurrency lets several shards log in at once instead of five seconds apart.
      session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 },
    }),
  );
  for (const add of [
    userRoutes,
    commandRoutes,
    interactionRoutes,
    channelRoutes,
    threadRoutes,
    guildRoutes,
  ]) {
    add(app, state);
  }
  return app;
}

/** Removes `/api` and `/v10`, so that both forms reach the same routes. Any other version stays and matches no route. */
const pathBelowApi = (path: string) => path.replace(/^\/api(\/v10)?(?=\/|$)/, '') || '/';

/** Whether a path matches a route such as `/channels/:channel`. */
const fits = (route: string, path: string) => new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`).test(path);

/** Demands the bot's token on all routes except those of interactions, which carry a token of their own. */
function authorized(token: string): MiddlewareHandler {
  return async (c, next) => {
    const path = c.req.path;
    const open = path === '/gateway' || path.startsWith('/interactions/') || path.startsWith('/webhooks/');
    if (!open && c.req.header('authorization') !== `Bot ${token}`) throw discordError('unauthorized');
    await next();
  };
}

function limited(limits: RateLimits | false): MiddlewareHandler {
  const take = createBuckets(limits);
  return async (c, next) => {
    const { headers, refused } = take(c.req.method, c.req.path);
    if (refused) return c.json(refused, 429, headers);
    await next();
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    return undefined;
  };
}

/** Makes a request fail if a test asked for it. */
function faulty(faults: Faults): MiddlewareHandler<RestEnv> {
  return async (c, next) => {
    const how = faults.take(c.req.method, c.req.path);
    if (how === undefined) return next();
    if (typeof how === 'number') return statusFault(c, how);
    if (how.endsWith('after-storing')) await next();
    if (how === '502-after-storing') {
      c.res = writeError(failed(502), c);
      return undefined;
    }
    await vanish(c.env, how);
    return RESPONSE_ALREADY_SENT;
  };
}

function statusFault(c: Context, status: number): Response {
  if (status !== 429) return writeError(failed(status), c);
  const body = { message: 'You are being rate limited.', retry_after: 0.05, global: false };
  return Response.json(body, { status, headers: { 'Retry-After': '0.05', 'X-RateLimit-Scope': 'shared' } });
}

/** Cuts the connection, or keeps it open without an answer until the client or the sandbox closes it. */
async function vanish({ incoming, outgoing }: HttpBindings, how: string): Promise<void> {
  if (how.startsWith('close')) incoming.socket.destroy();
  else if (!outgoing.closed) await once(outgoing, 'close');
}

function writeError(error: Error, c: Context): Response {
  if (error instanceof DiscordError) return Response.json(error, { status: error.status });
  // Hono refused the request itself, for example because of a broken form.
  if (error instanceof HTTPException) return writeError(discordError('invalidJson'), c);
  return Response.json({ message: '500: Internal Server Error', code: 0 }, { status: 500 });
}
