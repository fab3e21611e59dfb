import { fileURLToPath } from 'node:url';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { openLibrary } from '../../src/library.ts';
import { type EndpointOptions, mcpEndpoint } from '../../src/mcp/endpoint.ts';
import { createMcpServer } from '../../src/mcp/server.ts';
import { startOps } from '../../src/ops/server.ts';
import { SEEDS } from './app.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The two generations of the protocol: with a handshake (2025-11-25 and before), and stateless (2026-07-28). */
export const REVISIONS = ['legacy', { pin: '2026-07-28' }] as const;

export type Revision = (typeof REVISIONS)[number];

function clientOf(revision: Revision): Client {
  return new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: revision } });
}

/**
 * `/mcp` over the seeds.
 *
 * @param ended takes what closes it
 * @param isLimited whether the limits of a person apply
 * @returns its address
 */
export async function startEndpoint(
  options: Partial<EndpointOptions> = {},
  ended: (close: () => Promise<void>) => void = onTestFinished,
  isLimited = true,
): Promise<string> {
  const app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), throwBug);
  const serve = (address: string) =>
    createMcpServer({
      ...app,
      client: isLimited ? address : null,
      locale: 'en',
      version: '1',
      turn: async () => {},
      report: throwBug,
    });
  const endpoint = mcpEndpoint({ token: null, serve, onerror: () => {}, now: Date.now, ...options });
  const server = await startOps(new Map(), new Map([['/mcp', endpoint]]), { host: '127.0.0.1', port: 0 });
  ended(async () => {
    await server.close();
    await app.close();
  });
  return `${server.url}/mcp`;
}

function throwBug({ error }: { readonly error: unknown }): never {
  throw error;
}

/** The SDK's own client, connected over HTTP. */
export async function connectHttp(url: string, revision: Revision, token?: string): Promise<Client> {
  const client = clientOf(revision);
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit: { headers } }));
  return client;
}

/** The SDK's own client, connected to `paperboy mcp` over its standard input and output. */
export async function connectStdio(revision: Revision, environment: Record<string, string> = {}) {
  const client = clientOf(revision);
  const program = ['--import', './src/node-version.js', 'src/main.ts', 'mcp'];
  const env = {
    PATH: process.env.PATH ?? '',
    DATABASE_URL: 'sqlite::memory:',
    SEEDS_DIR: SEEDS,
    ...environment,
  };
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: program,
    cwd: ROOT,
    env,
    stderr: 'ignore',
  });
  await client.connect(transport);
  return client;
}

/** The result of a tool: its text and its answer. */
export async function call(client: Client, name: string, args: Record<string, unknown> = {}) {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: args });
  const [first] = content;
  if (first?.type !== 'text') throw new Error(`${name} gave no text`);
  return { text: first.text, answer: structuredContent, isError: isError ?? false };
}
