import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Routes } from './route.ts';

export interface OpsServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the routes alone, for a bot that runs without the sandbox. Rejects with the system's error, `EADDRINUSE`. */
export async function startOps(
  routes: Routes,
  { host, port }: { host: string; port: number },
): Promise<OpsServer> {
  const server = createServer(
    getRequestListener(async (request) => {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      const answer = isRead ? routes.get(new URL(request.url).pathname) : undefined;
      return answer === undefined ? new Response('Not found\n', { status: 404 }) : answer(request);
    }),
  );
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
