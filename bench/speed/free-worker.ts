import { pino } from 'pino';
import { environment, readConfig } from '../../src/config.ts';
import { Publisher } from '../../src/discord/out/publisher.ts';
import { openApp } from '../../src/library.ts';

// The bot's delivery alone, at no pace but its own: what is left of it when Discord allows everything.
const AT_ONCE = 128;

const config = readConfig(environment());
const app = await openApp(config, ({ error }) => {
  throw error;
});
const log = pino({ level: config.logLevel }, pino.destination(2));
const publisher = new Publisher(config.discordApiUrl, config.discordToken ?? '', {
  log,
  requestsPerSecond: Number.POSITIVE_INFINITY,
});
const worker = app.deliverBy({
  publisher,
  log,
  atOnce: AT_ONCE,
  tell: async () => undefined,
  settled: () => undefined,
});
worker.start();

process.once('SIGTERM', async () => {
  await worker.stop();
  publisher.close();
  await app.close();
});
