import { createHash, timingSafeEqual } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createMcpHandler, type McpServer } from '@modelcontextprotocol/server';
import { Buckets } from '../bot/rate-limit.ts';
import { tellPlain } from '../messages/locale.ts';
import type { TextKey } from '../messages/locales/translation.ts';

/** Bytes of a request; several times the longest message of a tool. */
const BODY_MAX = 128 * 1024;
/** How long a client waits for the start of an answer, ms. */
const DEADLINE = 30_000;
/** Per client; the limits of commands apply too. */
const RATE = { burst: 40, every: 250 };
/** Open streams of all clients; nothing is ever sent on them. */
const STREAMS_MAX = 4;
const LOOPBACK_ADDRESS = /^(?:::ffff:)?127\.|^::1$/;
const LOOPBACK_HOST = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?$/i;
/** Headers of proxies on this machine. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-real-ip'];

export interface EndpointOptions {
  /** Null: only clients on this machine. */
  readonly token: string | null;
  /** For one request. */
  readonly serve: (client: string) => McpServer;
  /** Called for failures outside of tools. */
  readonly onerror: (error: Error) => void;
  readonly now: () => number;
  readonly deadline?: number;
}

/**
 * `/mcp`: the Model Context Protocol over HTTP without sessions. Any web page can make a browser on this machine send a
 * request, so `Host` and `Origin` are checked, and the token if one is set.
 */
export function mcpEndpoint(
  options: EndpointOptions,
): (request: Request, client: string) => Promise<Response> {
  const { token, serve, onerror, now, deadline = DEADLINE } = options;
  const buckets = new Buckets(RATE);
  return async (request, client) => {
    const refused = token === null ? refuseStranger(request, client) : refuseUnknown(request, token);
    if (refused !== null) return refused;
    const wait = buckets.wait(client, now());
    if (wait > 0) {
      const count = Math.ceil(wait / 1000);
      return refusal(429, 'mcp.http.often', { count }, { 'retry-after': String(count) });
    }
    buckets.take(client, now());
    const handler = createMcpHandler(() => serve(client), {
      maxRequestBodySize: BODY_MAX,
      maxSubscriptions: STREAMS_MAX,
      onerror,
    });
    const answer = await Promise.race([handler.fetch(request), pause(deadline, null, { ref: false })]);
    if (answer === null) return refusal(503, 'mcp.http.late', {}, { connection: 'close' });
    answer.headers.set('cache-control', 'no-store');
    answer.headers.set('x-content-type-options', 'nosniff');
    return answer;
  };
}

/** Without a token: only this machine, by its own name, not through a proxy and not from another site's page. */
function refuseStranger({ headers }: Request, client: string): Response | null {
  const isLocal =
    LOOPBACK_ADDRESS.test(client) &&
    LOOPBACK_HOST.test(headers.get('host') ?? '') &&
    FORWARDED.every((name) => !headers.has(name));
  if (!isLocal) return refusal(403, 'mcp.http.local');
  return isForeign(headers) ? refusal(403, 'mcp.http.origin') : null;
}

function refuseUnknown({ headers }: Request, token: string): Response | null {
  const [, shown = ''] = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '') ?? [];
  if (!isSame(shown, token)) return refusal(401, 'mcp.http.token', {}, { 'www-authenticate': 'Bearer' });
  return isForeign(headers) ? refusal(403, 'mcp.http.origin') : null;
}

/** Whether another site's page sends it. */
function isForeign(headers: Headers): boolean {
  const origin = headers.get('origin');
  if (origin === null) return false;
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  return host === '' || !(host === headers.get('host')?.toLowerCase() || LOOPBACK_HOST.test(host));
}

/** Takes the same time for any token. */
function isSame(shown: string, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(shown), hash(token));
}

/** An error of JSON-RPC, in English: clients do not name their language. */
function refusal(
  status: number,
  key: TextKey,
  values: Record<string, number> = {},
  headers: Record<string, string> = {},
): Response {
  const error = { code: -32_000, message: tellPlain(key, 'en', values) };
  return Response.json(
    { jsonrpc: '2.0', error, id: null },
    { status, headers: { 'cache-control': 'no-store', ...headers } },
  );
}
