import type { Sandbox, SandboxOptions } from 'discord-sandbox';
import { startSandbox } from 'discord-sandbox';
import { type Logger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import { registrationsOf } from '../../src/bot/registration.ts';
import { SubscriptionService } from '../../src/delivery/subscriptions/channel-watch.ts';
import type { DeliveryWorker } from '../../src/delivery/worker.ts';
import { type Connection, connect } from '../../src/discord/client.ts';
import { Publisher } from '../../src/discord/out/publisher.ts';
import type { App } from '../../src/library.ts';
import { openTestApp } from './app.ts';

/** What the bot wrote to its log, line by line. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** The whole bot in a Discord of its own, logged in and registered. Its worker makes rounds when a test asks it to. */
export interface RunningBot {
  readonly sandbox: Sandbox;
  readonly app: App;
  readonly connection: Connection;
  readonly worker: DeliveryWorker;
  readonly service: SubscriptionService;
  readonly lines: readonly LogLine[];
}

/** A log that keeps its lines. */
export function keptLog(): { log: Logger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => lines.push(JSON.parse(line)) });
  return { log, lines };
}

/** A sandbox that ends with the test. */
export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox(options);
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Starts the bot over the seeds in a sandbox; all of it ends with the test. */
export async function startBot(
  options: SandboxOptions = {},
  environment: Record<string, string> = {},
): Promise<RunningBot> {
  const sandbox = await openSandbox(options);
  const app = await openTestApp(environment);
  const { log, lines } = keptLog();
  const commands = registrationsOf(app.commands.values());
  const registered = new Promise((resolve) => sandbox.events.once('commands', resolve));
  const { signal } = new AbortController();
  const { token, apiUrl: api } = sandbox;

  const publisher = new Publisher(api, token, { log, requestsPerSecond: 1000 });
  const { subscriptions, guilds } = app;
  const service: SubscriptionService = new SubscriptionService({
    subscriptions,
    guilds,
    publisher,
    round: () => worker.round(),
    log,
    now: Date.now,
  });
  const tell: SubscriptionService['tell'] = (subscription) => service.tell(subscription);
  const worker = app.deliverBy({ publisher, log, tell, settled: () => undefined });

  const door = { ...app, watcher: service };
  const connection = await connect(
    { token, api, shards: null },
    door,
    commands,
    log,
    signal,
    () => undefined,
  );
  if (connection === null) throw new Error('the bot did not log in');
  onTestFinished(async () => {
    await worker.stop();
    await connection.stop();
    publisher.close();
  });
  await registered;
  return { sandbox, app, connection, worker, service, lines };
}
