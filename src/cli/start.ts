import { once } from 'node:events';
import type { Logger } from 'pino';
import { createBot } from '../bot.ts';
import type { Config } from '../config.ts';
import type { DeliveryWorker } from '../delivery/worker.ts';
import type { Self } from '../discord/client.ts';
import { type OpenLibrary, openLibrary } from '../library.ts';
import { range } from '../messages/parts/text/dates.ts';
import type { NoteReply } from '../model/openai-compatible.ts';
import { HealthMonitor } from '../ops/health.ts';
import { createMetrics, type Metrics, showState } from '../ops/metrics.ts';
import type { Endpoints, Routes } from '../ops/route.ts';
import { opsRoutes } from '../ops/routes.ts';
import { startOps } from '../ops/server.ts';
import { StoreProbe } from '../ops/store-probe.ts';
import { printInvites } from './invite.ts';
import { bugReporter, createLog, failureNoter } from './log.ts';
import { mcpEndpoints } from './mcp.ts';
import { openSandbox, portError, showSandbox } from './sandbox.ts';
import type { Terminal } from './terminal.ts';

const DONE = 0;
const FAILED = 1;

/** Runs the bot until a signal or a final refusal. @returns the exit code */
export async function runStart(config: Config, terminal: Terminal): Promise<number> {
  const log = await createLog(config);
  const metrics = createMetrics();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const note = replyNoter(log, metrics);
  const library = await openLibrary(config, bugReporter(log), note, undefined, begun);
  const end = new End(log);
  try {
    greet(library, config, terminal);
    const probe = new StoreProbe(() => library.ledger.oldestDue());
    const health = new HealthMonitor(probe);
    showState(metrics.registry, {
      probe,
      totals: () => library.archive.totals(),
      refused: () => health.refusal !== null,
    });
    const routes = opsRoutes(
      () => health.read(),
      metrics,
      (language, filter) => library.feed(language, filter),
    );
    const port = await openPort(config, routes, mcpEndpoints(library, config, log), log);
    const bot = createBot({
      config,
      library,
      discord: port.discord,
      metrics,
      log,
      locale: terminal.locale,
      begin,
      welcome: (delivery, self) => port.welcome({ library, delivery, self, terminal }),
      lost(error) {
        terminal.explain(error);
        end.with(FAILED);
      },
    });
    health.watch(bot);
    try {
      await bot.start(end.signal);
      return await end.code();
    } finally {
      await bot.stop();
      await port.close();
    }
  } finally {
    end.forget();
    await library.close();
  }
}

/**
 * The first signal or Discord's final refusal ends the bot. Later signals are ignored: npm repeats a signal that the terminal
 * has sent to the bot as well.
 */
class End {
  readonly #controller = new AbortController();
  readonly #onSignal: (name: NodeJS.Signals) => void;
  #code = DONE;

  constructor(log: Logger) {
    this.#onSignal = (name) => {
      if (!this.signal.aborted) log.info({ signal: name }, 'stopping');
      this.with(DONE);
    };
    process.on('SIGTERM', this.#onSignal).on('SIGINT', this.#onSignal);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  with(code: number): void {
    if (!this.signal.aborted) this.#code = code;
    this.#controller.abort();
  }

  async code(): Promise<number> {
    if (!this.signal.aborted) await once(this.signal, 'abort');
    return this.#code;
  }

  forget(): void {
    process.off('SIGTERM', this.#onSignal).off('SIGINT', this.#onSignal);
  }
}

interface WelcomeParts {
  readonly library: OpenLibrary;
  readonly delivery: DeliveryWorker;
  /** Null if the bot was stopped during the login. */
  readonly self: Self | null;
  readonly terminal: Terminal;
}

/** Health, metrics and the feed, and without a token the sandbox. */
interface Port {
  readonly discord: { readonly api: string; readonly token: string };
  welcome(parts: WelcomeParts): Promise<void>;
  close(): Promise<void>;
}

async function openPort(config: Config, routes: Routes, endpoints: Endpoints, log: Logger): Promise<Port> {
  try {
    if (config.discordToken === null) {
      const sandbox = await openSandbox(config, routes, endpoints, log);
      return {
        discord: { api: sandbox.apiUrl, token: sandbox.token },
        welcome: ({ library, delivery, terminal }) => showSandbox(library, delivery, sandbox, terminal),
        close: () => sandbox.close(),
      };
    }
    const ops = await startOps(routes, endpoints, config);
    log.debug({ url: ops.url }, 'health and metrics');
    return {
      discord: { api: config.discordApiUrl, token: config.discordToken },
      async welcome({ self, terminal }) {
        if (self !== null) printInvites(self, terminal);
        terminal.print(terminal.text('terminal.start.discord'));
      },
      close: () => ops.close(),
    };
  } catch (error) {
    throw portError(error, config);
  }
}

/** Counts replies of the language model, and logs failures. */
function replyNoter(log: Logger, metrics: Metrics): NoteReply {
  const noteFailure = failureNoter(log);
  return (reply) => {
    noteFailure(reply);
    metrics.modelReplies.inc({ outcome: reply.why ?? 'answered' });
    metrics.modelTokens.inc({ direction: 'in' }, reply.tokens.in);
    metrics.modelTokens.inc({ direction: 'out' }, reply.tokens.out);
  };
}

function greet({ seeded, archive }: OpenLibrary, { seedsDir: folder }: Config, terminal: Terminal): void {
  const { first, last, papers, digests } = archive.totals();
  if (seeded !== null) {
    const { digests: days, papers: brought, failed } = seeded;
    const values = { digests: terminal.digests(days), papers: terminal.papers(brought), folder };
    terminal.print(terminal.text('terminal.start.seeded', values));
    if (failed > 0) terminal.remark(terminal.text('terminal.start.seedsFailed', { failed, folder }));
  }
  if (first === null || last === null) {
    terminal.print(terminal.text('terminal.start.empty'));
    return;
  }
  const values = { papers: terminal.papers(papers), digests: terminal.digests(digests) };
  const held = { ...values, range: range(first, last, terminal.locale) };
  terminal.print(terminal.text('terminal.start.holds', held));
}
