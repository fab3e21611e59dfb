import { pino } from 'pino';
import { environment, readConfig } from '../../../src/config.ts';
import { DeliveryWorker } from '../../../src/delivery/worker.ts';
import { DiscordPublisher } from '../../../src/discord/out/publisher.ts';
import { openStore } from '../../open.ts';

// Runs the delivery alone, without rate limits.
const AT_ONCE = 128;

const config = readConfig(environment());
const app = await openStore(environment());
const log = pino({ level: config.logLevel ?? 'info' }, pino.destination(2));
const publisher = new DiscordPublisher(config.discordApiUrl, config.discordToken ?? '', {
  log,
  requestsPerSecond: Number.POSITIVE_INFINITY,
});
const worker = new DeliveryWorker({
  ...app,
  publisher,
  log,
  atOnce: AT_ONCE,
  notifyAdmins: async () => undefined,
  onOutcome: () => undefined,
  now: Date.now,
});
worker.start();

process.once('SIGTERM', async () => {
  await worker.stop();
  publisher.close();
  await app.close();
});
