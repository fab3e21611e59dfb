import { once } from 'node:events';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { createMcpServer, type ServerParts } from './server.ts';

/** Serves one client on standard input and output until its input ends; standard output has nothing else. */
export async function serveTerminal(parts: ServerParts, onerror: (error: Error) => void): Promise<void> {
  const ended = once(process.stdin, 'close');
  const server = serveStdio(() => createMcpServer(parts), { onerror });
  await ended;
  await server.close();
}
