import { once } from 'node:events';
import type { Logger } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { type App, openApp } from '../app.ts';
import { dailyPost } from '../ask/post.ts';
import { registrationOf } from '../bot/registration.ts';
import type { Config } from '../config.ts';
import { type Connection, connect } from '../discord/client.ts';
import { Publisher } from '../discord/publisher.ts';
import { UserError } from '../errors.ts';
import { range } from '../message/dates.ts';
import type { Sandbox } from '../sandbox/server.ts';
import { bugReporter, createLog } from './log.ts';
import type { Terminal } from './terminal.ts';

/** How often the store is asked for digests that another process (an import) has put in, in milliseconds. */
const REFRESH_EVERY = 10_000;

/** Most-voted papers in the daily post. */
const TOP = 5;

/** How long libraries may hold on to the process after a stop, in milliseconds: a login given up goes on for minutes. */
const GRACE = 500;

const FAILED = 1;

/** Runs the bot until a signal or a final refusal by Discord. @returns the exit code */
export async function runStart(config: Config, terminal: Terminal): Promise<number> {
  const log = await createLog(config.logLevel);
  const app = await openApp(config, bugReporter(log));
  const end = new AbortController();
  const closers: (() => Promise<void> | void)[] = [() => app.close()];
  let code = 0;
  const signal = (name: NodeJS.Signals) => {
    if (end.signal.aborted) return;
    log.info({ signal: name }, 'stopping');
    end.abort();
  };
  // Ctrl+C reaches npm's child twice, from the terminal and from npm: the second must not cut off the answers.
  process.on('SIGTERM', signal).on('SIGINT', signal);
  try {
    greet(app, config, terminal);
    const sandbox = config.discordToken === null ? await openSandbox(config, log) : null;
    if (sandbox !== null) closers.push(() => sandbox.close());
    const connection = await login(app, config, sandbox, log, end.signal, (error) => {
      terminal.explain(error);
      code = FAILED;
      end.abort();
    });
    if (connection === null) return code;
    closers.push(() => connection.stop());
    if (sandbox === null) terminal.print(terminal.text('terminal.start.discord'));
    else await show(app, sandbox, terminal);
    const timer = setInterval(() => refresh(app, log), REFRESH_EVERY);
    closers.push(() => clearInterval(timer));
    if (!end.signal.aborted) await once(end.signal, 'abort');
    return code;
  } finally {
    for (const close of closers.toReversed()) await close();
    setTimeout(() => process.exit(), GRACE).unref();
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

/** Loaded only here: a bot with a token has no use for it. */
async function openSandbox({ host, port }: Config, log: Logger): Promise<Sandbox> {
  const { startSandbox } = await import('../sandbox/server.ts');
  const { sandboxPage } = await import('./page.ts');
  try {
    return await startSandbox({ host, port, page: () => sandboxPage(log) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EADDRINUSE') throw new UserError('errors.port.inUse', { host, port });
    if (code.startsWith('E'))
      throw new UserError('errors.port.unusable', { host, port, reason: String(error) });
    throw error;
  }
}

function login(
  app: App,
  config: Config,
  sandbox: Sandbox | null,
  log: Logger,
  signal: AbortSignal,
  lost: (error: UserError) => void,
): Promise<Connection | null> {
  const token = sandbox?.token ?? config.discordToken ?? '';
  const api = sandbox?.apiUrl ?? config.discordApiUrl;
  const commands = [...app.commands.values()].map(registrationOf);
  return connect({ token, api, shards: config.shards }, app, commands, log, signal, lost);
}

/** In the sandbox, what a newcomer should see: the newest digest in the channel, and where to go on. */
async function show(app: App, sandbox: Sandbox, terminal: Terminal): Promise<void> {
  terminal.print(terminal.text('terminal.start.sandbox'));
  const date = app.archive.latest();
  if (date !== null) {
    const publisher = new Publisher(sandbox.apiUrl, sandbox.token);
    const post = dailyPost(app.archive, date, TOP);
    const { messages } = await app.responder.write(post, terminal.locale, Temporal.Now.instant());
    await publisher.post(sandbox.channelId, messages, date);
    publisher.close();
    terminal.print(terminal.text('terminal.start.posted', { date, channel: 'daily-papers' }));
  }
  terminal.print(terminal.text('terminal.start.see', { url: sandbox.url }));
  terminal.print(terminal.text('terminal.start.ask'));
  terminal.print(terminal.text('terminal.start.stop'));
}

function refresh(app: App, log: Logger): void {
  app.refresh().then(
    (days) => {
      if (days > 0) log.info({ days }, 'took in digests from the store');
    },
    (error: unknown) => log.error({ err: error }, 'the store could not be read; the archive stays as it is'),
  );
}
