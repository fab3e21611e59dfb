import { once } from 'node:events';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Endpoints, Routes } from './route.ts';

/** Serves a bot without the sandbox. Rejects with the system's error, such as `EADDRINUSE`. */
export async function startOps(
  routes: Routes,
  endpoints: Endpoints,
  { host, port }: { host: string; port: number },
) {
  const server = createServer(
    getRequestListener(async (request, { incoming }) => {
      const { pathname } = new URL(request.url);
      const endpoint = endpoints.get(pathname);
      if (endpoint !== undefined) return endpoint(request, incoming.socket.remoteAddress ?? '');
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      const answer = isRead ? routes.get(pathname) : undefined;
      return answer === undefined ? new Response('Not found\n', { status: 404 }) : answer(request);
    }),
  );
  server.listen(port, host);
  await once(server, 'listening');
  const address = server.address();
  const bound = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`,
    async close(): Promise<void> {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
