import type { Logger } from 'pino';
import packageJson from '../../package.json' with { type: 'json' };
import type { Config } from '../config.ts';
import type { Language } from '../language.ts';
import { type OpenLibrary, openLibrary } from '../library.ts';
import type { Endpoints } from '../ops/route.ts';
import { Refresher } from '../refresher.ts';
import { bugReporter, createLog, failureNoter } from './log.ts';
import type { Terminal } from './terminal.ts';

/** Serves another assistant on standard input and output until its input ends. @returns the exit code */
export async function runMcp(config: Config, { locale }: Terminal): Promise<number> {
  const log = await createLog(config);
  const report = bugReporter(log);
  const library = await openLibrary(config, report, failureNoter(log));
  const refresher = new Refresher(library, log, () => {});
  try {
    refresher.start();
    const { serveTerminal } = await import('../mcp/stdio.ts');
    const parts = { ...partsOf(library, locale), report, client: null, turn: async () => {} };
    await serveTerminal(parts, (error) =>
      log.warn({ err: error }, 'a message from the client was not understood'),
    );
    return 0;
  } finally {
    await refresher.stop();
    await library.close();
  }
}

/** `/mcp` of a running bot; the protocol is loaded at the first request. */
export function mcpEndpoints(library: OpenLibrary, { mcpToken }: Config, log: Logger): Endpoints {
  const load = async () => {
    const { createMcpServer } = await import('../mcp/server.ts');
    const { mcpEndpoint } = await import('../mcp/endpoint.ts');
    return mcpEndpoint({
      token: mcpToken,
      serve(client) {
        const turn = () => library.turns.patient(client);
        return createMcpServer({ ...partsOf(library, 'en'), report: bugReporter(log), client, turn });
      },
      // The error's message may repeat a question.
      onerror: ({ name }) => log.debug({ error: name }, 'a request to /mcp was not understood'),
      now: Date.now,
    });
  };
  let endpoint: ReturnType<typeof load> | null = null;
  const answer = async (request: Request, client: string) => {
    endpoint ??= load();
    return (await endpoint)(request, client);
  };
  return new Map([['/mcp', answer]]);
}

function partsOf({ commands, dispatch, archive }: OpenLibrary, locale: Language) {
  return { commands, dispatch, archive, locale, version: packageJson.version };
}
