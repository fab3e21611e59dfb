import { once } from 'node:events';
import type { Sandbox } from 'discord-sandbox';
import type { Logger } from 'pino';
import { registrationsOf } from '../bot/registration.ts';
import type { Config } from '../config.ts';
import { SubscriptionService } from '../delivery/subscriptions/channel-watch.ts';
import type { DeliveryWorker } from '../delivery/worker.ts';
import { type Connection, connect } from '../discord/client.ts';
import { Publisher } from '../discord/out/publisher.ts';
import type { UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { type App, openApp } from '../library.ts';
import { range } from '../messages/parts/text/dates.ts';
import type { NoteReply } from '../model/openai-compatible.ts';
import { createMetrics, type Metrics } from '../ops/metrics.ts';
import { type Health, opsRoutes, type Routes } from '../ops/routes.ts';
import { startOps } from '../ops/server.ts';
import type { FeedWorker } from '../sources/poller.ts';
import type { SummaryWorker } from '../summaries/worker.ts';
import { bugReporter, createLog, failureNoter } from './log.ts';
import { openSandbox, portError, showSandbox } from './sandbox.ts';
import type { Terminal } from './terminal.ts';
import { settle } from './warm-up.ts';

/** How often the store is asked for digests that another process (an import) has put in, in milliseconds. */
const REFRESH_EVERY = 10_000;

/** When the bot settles, in milliseconds after its login: registering its commands and the first answers come before. */
const SETTLE_AFTER = 500;

const FAILED = 1;

type Closer = () => Promise<void> | void;

/** Runs the bot until a signal or a final refusal by Discord. @returns the exit code */
export async function runStart(config: Config, terminal: Terminal): Promise<number> {
  const log = await createLog(config.logLevel);
  const app = await openApp(config, bugReporter(log), (reply) => noteReply(reply));
  const noteFailure = failureNoter(log);
  const noteReply: NoteReply = (reply) => {
    noteFailure(reply);
    metrics.modelReplies.inc({ outcome: reply.why ?? 'answered' });
    metrics.modelTokens.inc({ direction: 'in' }, reply.tokens.in);
    metrics.modelTokens.inc({ direction: 'out' }, reply.tokens.out);
  };
  const closers: Closer[] = [() => app.close()];
  const end = endOn(log, closers);
  let code = 0;
  let connection: Connection | null = null;
  let worker: DeliveryWorker | null = null;
  const metrics = createMetrics(
    () => app.archive.totals(),
    () => app.ledger.oldestDue(),
  );
  const health = async () => healthOf(app, connection, worker);
  const routes = opsRoutes(health, metrics, (language) => app.feed(language));
  try {
    greet(app, config, terminal);
    const sandbox = await openPort(config, routes, log, closers);
    const token = sandbox?.token ?? config.discordToken ?? '';
    const api = sandbox?.apiUrl ?? config.discordApiUrl;
    const publisher = new Publisher(api, token, { log, onRateLimit: () => metrics.rateLimits.inc() });
    closers.push(() => publisher.close());
    const parts = deliveryOf(app, publisher, metrics, log);
    worker = parts.worker;

    const lost = (error: UserError) => {
      terminal.explain(error);
      code = FAILED;
      end.abort();
    };
    const answered = (command: string, seconds: number) => metrics.commands.observe({ command }, seconds);
    const door = { ...app, watcher: parts.service, answered };
    const commands = registrationsOf(app.commands.values());
    connection = await connect({ token, api, shards: config.shards }, door, commands, log, end.signal, lost);
    if (connection === null) return code;
    const { stop } = connection;
    closers.push(stop);
    if (sandbox === null) terminal.print(terminal.text('terminal.start.discord'));
    else await showSandbox(app, parts.worker, sandbox, terminal);

    parts.worker.start();
    parts.service.start();
    setTimeout(settle, SETTLE_AFTER, app).unref();
    const summarizer = await summarizerOf(app, config, metrics, log, terminal.locale);
    const takeIn = () =>
      refresh(app, log, () => {
        // New digests may be due somewhere, and may have papers without a summary.
        void parts.worker.round();
        summarizer?.look();
      });
    const timer = setInterval(takeIn, REFRESH_EVERY);
    const feed = await feedOf(app, config, metrics, log, takeIn);
    feed?.start();
    summarizer?.look();
    const editor = app.editBy({ publisher, log, edited: (outcome) => metrics.edits.inc({ outcome }) });
    editor.start();
    closers.push(async () => {
      await feed?.stop();
      await summarizer?.stop();
      await editor.stop();
      clearInterval(timer);
      parts.service.stop();
      await parts.worker.stop();
    });
    if (!end.signal.aborted) await once(end.signal, 'abort');
    return code;
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

/**
 * Ends on the first signal; more of them change nothing. npm passes on a signal that the terminal has sent to the bot
 * as well, and answers on their way must not be cut off by it.
 */
function endOn(log: Logger, closers: Closer[]): AbortController {
  const end = new AbortController();
  const signal = (name: NodeJS.Signals) => {
    if (!end.signal.aborted) log.info({ signal: name }, 'stopping');
    end.abort();
  };
  process.on('SIGTERM', signal).on('SIGINT', signal);
  closers.push(() => void process.off('SIGTERM', signal).off('SIGINT', signal));
  return end;
}

/** Opens the port: for the sandbox without a token, for health and metrics alone with one. */
async function openPort(
  config: Config,
  routes: Routes,
  log: Logger,
  closers: Closer[],
): Promise<Sandbox | null> {
  try {
    if (config.discordToken === null) {
      const sandbox = await openSandbox(config, routes, log);
      closers.push(() => sandbox.close());
      return sandbox;
    }
    const ops = await startOps(routes, config);
    log.debug({ url: ops.url }, 'health and metrics');
    closers.push(() => ops.close());
    return null;
  } catch (error) {
    throw portError(error, config);
  }
}

function deliveryOf(app: App, publisher: Publisher, metrics: Metrics, log: Logger) {
  const { subscriptions, guilds } = app;
  const service = new SubscriptionService({
    subscriptions,
    guilds,
    publisher,
    round: () => worker.round(),
    log,
    now: Date.now,
  });
  const worker = app.deliverBy({
    publisher,
    log,
    tell: (subscription) => service.tell(subscription),
    settled: ({ plannedAt }, _subscription, outcome) => {
      metrics.deliveries.inc({ outcome: outcome.kind });
      if (outcome.kind === 'delivered') metrics.lag.observe((Date.now() - plannedAt) / 1000);
    },
  });
  return { service, worker };
}

/** Follows Hugging Face, where it is to; loaded only there. */
async function feedOf(
  app: App,
  { follows, huggingfaceUrl }: Config,
  metrics: Metrics,
  log: Logger,
  changed: () => void,
): Promise<FeedWorker | null> {
  if (!follows || huggingfaceUrl === null) return null;
  const { FeedWorker } = await import('../sources/poller.ts');
  const { HuggingFace } = await import('../sources/huggingface/client.ts');
  const source = new HuggingFace(huggingfaceUrl);
  const fetched = (outcome: string) => {
    metrics.fetches.inc({ outcome });
    if (outcome !== 'failed') metrics.lastFetch.set(Date.now() / 1000);
  };
  return new FeedWorker({
    source,
    store: app.store,
    fetches: app.fetches,
    now: Date.now,
    log,
    changed,
    fetched,
  });
}

/**
 * Writes summaries, where there is a model to; loaded only there. In the languages of the active subscriptions; while
 * there is none in English, and in the sandbox in the terminal's.
 */
async function summarizerOf(
  { model, archive, summaries, subscriptions }: App,
  { llm, discordToken }: Config,
  metrics: Metrics,
  log: Logger,
  own: Language,
): Promise<SummaryWorker | null> {
  if (model === null || llm === null || llm.tokensADay === 0) return null;
  const { SummaryWorker } = await import('../summaries/worker.ts');
  return new SummaryWorker({
    model,
    archive,
    summaries,
    async languages() {
      const read = await subscriptions.languages();
      if (discordToken === null) return [...new Set([...read, own])];
      return read.length > 0 ? read : ['en'];
    },
    tokensADay: llm.tokensADay,
    now: Date.now,
    log,
    summarized: (outcome) => metrics.summaries.inc({ outcome }),
  });
}

async function healthOf(
  app: App,
  connection: Connection | null,
  worker: DeliveryWorker | null,
): Promise<Health> {
  const gateway = connection?.online ?? false;
  try {
    const planned = await app.ledger.oldestDue();
    const oldestDue = planned === null ? null : (Date.now() - planned) / 1000;
    return { ready: connection !== null, gateway, store: worker?.healthy ?? true, oldestDue };
  } catch {
    return { ready: connection !== null, gateway, store: false, oldestDue: null };
  }
}

function greet({ seeded, archive }: App, { seedsDir: folder }: Config, terminal: Terminal): void {
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

/** @param changed told after days were read anew */
function refresh(app: App, log: Logger, changed: () => void): void {
  app.refresh().then(
    (days) => {
      if (days === 0) return;
      log.info({ days }, 'took in digests from the store');
      changed();
      void settle(app);
    },
    (error: unknown) => log.error({ err: error }, 'the store could not be read; the archive stays as it is'),
  );
}
