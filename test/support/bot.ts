import type { Sandbox, SandboxOptions } from 'discord-sandbox';
import { startSandbox } from 'discord-sandbox';
import { type Logger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import { registrationsOf } from '../../src/bot/registration.ts';
import { SERIALIZERS } from '../../src/cli/log.ts';
import { ChannelWatch } from '../../src/delivery/subscriptions/channel-watch.ts';
import { createGreeter } from '../../src/delivery/subscriptions/greeter.ts';
import { adminNotifier } from '../../src/delivery/subscriptions/notify-admins.ts';
import { DeliveryWorker } from '../../src/delivery/worker.ts';
import { type Connection, connect } from '../../src/discord/client.ts';
import { DiscordPublisher } from '../../src/discord/out/publisher.ts';
import type { OpenLibrary } from '../../src/library.ts';
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
  readonly app: OpenLibrary;
  readonly connection: Connection;
  readonly worker: DeliveryWorker;
  readonly service: ChannelWatch;
  readonly lines: readonly LogLine[];
}

/** How long `/digest now` waits for its post, in milliseconds: as long as a busy machine takes. */
const PATIENCE = 30_000;

/** A log that keeps its lines. */
export function keptLog(): { log: Logger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const log = pino(
    { level: 'debug', serializers: SERIALIZERS },
    { write: (line: string) => lines.push(JSON.parse(line)) },
  );
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
  const library = await openTestApp(environment);
  const { log, lines } = keptLog();
  const commands = registrationsOf(library.commands.values());
  const registered = new Promise((resolve) => sandbox.events.once('commands', resolve));
  const { signal } = new AbortController();
  const { token, apiUrl: api } = sandbox;

  const publisher = new DiscordPublisher(api, token, { log, requestsPerSecond: 1000 });
  const notifyAdmins = adminNotifier(publisher, log);
  const now = Date.now;
  const parts = { ...library, publisher, notifyAdmins, log, now };
  const worker = new DeliveryWorker({ ...parts, onOutcome: () => undefined, patience: PATIENCE });
  const service = new ChannelWatch({ ...parts, round: () => worker.round() });
  const door = library.connect({
    postNow: (subscription, digest) => worker.postNow(subscription, digest),
    roleNow: (subscription) => publisher.places.roleNow(subscription, now()),
    tagsOf: (guildId, channelId) => publisher.places.tagsOf(guildId, channelId, now()),
  });
  const app = { ...library, ...door };
  const connection = await connect(
    { token, api, shards: null },
    { ...app, watcher: service, greet: createGreeter(parts), places: publisher.places },
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
