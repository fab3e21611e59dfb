import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from 'discord-sandbox';
import { z } from 'zod';
import { freePort } from '../../../test/support/free-port.ts';
import type { Bench } from '../bench.ts';
import { EVERY_DAY, subscribed, withPast } from '../data/subscribed.ts';
import { dueChannels, flood } from '../flood.ts';
import { benchProgram } from '../program.ts';
import { startBot, usesOf } from '../running-bot.ts';
import { growthOf, median, percentile, repeat } from '../stats.ts';
import { megabytes, milliseconds, p50p99, type Row } from '../table.ts';

/** Milliseconds between two slash commands meanwhile. */
const ASK_EVERY = 50;
/** Commands afterwards, without posts: the cost of a busy machine alone. */
const AT_REST = 400;

const SUBSCRIPTIONS = 100_000;

const PACED = 42;
const REFUSED = 0.01;
const ANSWER = 50;
const FREE = 500;
const DUE = 1000;
/** Memory growth to tolerate, in bytes: the noise of the garbage collector. */
const FLAT = 32 * 2 ** 20;

/** Many channels due in the same minute: with rate limits, without them, and the search for what is due. */
export async function fanout(bench: Bench): Promise<readonly Row[]> {
  return [...(await paced(bench)), await free(bench), ...(await due(bench))];
}

/** With Discord's 50 requests a second, and people who ask meanwhile. */
async function paced({ workspace, small, channels: count }: Bench): Promise<readonly Row[]> {
  const next = usesOf(small.files);
  const sandbox = await startSandbox({ deadline: 30_000 });
  const channels = dueChannels(sandbox, count);
  const database = await subscribed(workspace, 'paced', await small.database(), channels);
  const posts = flood(sandbox, count);
  const PORT = String(await freePort());
  const bot = await startBot(workspace, { database }, { PORT, LOG_LEVEL: 'info' }, sandbox);
  const ask = () => next(bot, { database });
  const meanwhile: number[] = [];
  while (!posts.isOver) {
    meanwhile.push(await ask());
    await Promise.race([posts.over, pause(ASK_EVERY)]);
  }
  const atRest = await repeat(AT_REST, async () => {
    await pause(ASK_EVERY);
    return ask();
  });
  const refused = (await metric(`http://127.0.0.1:${PORT}`, 'paperboy_rate_limits_total')) / count;
  await bot.stop();
  const p99 = percentile(meanwhile, 99);
  return [
    {
      measure: `${count.toLocaleString('en')} channels, posts a second`,
      small: { text: posts.rate.toFixed(1), met: posts.rate >= PACED },
      aim: `>= ${PACED}`,
    },
    {
      measure: '  answers of 429',
      small: { text: `${(refused * 100).toFixed(2)} %`, met: refused < REFUSED },
      aim: `< ${REFUSED * 100} %`,
    },
    {
      measure: '  answers meanwhile, p50 p99',
      small: { text: p50p99(meanwhile), met: p99 < ANSWER },
      beside: { name: 'the same at rest', small: p50p99(atRest) },
      aim: `p99 < ${milliseconds(ANSWER)}`,
    },
  ];
}

/** Without rate limits. */
async function free({ workspace, small, channels: count }: Bench): Promise<Row> {
  const sandbox = await startSandbox({ rateLimits: false });
  const channels = dueChannels(sandbox, count);
  const DATABASE_URL = await subscribed(workspace, 'free', await small.database(), channels);
  const posts = flood(sandbox, count);
  const discord = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
  const child = workspace.node(benchProgram('free-worker'), { ...discord, DATABASE_URL, LOG_LEVEL: 'info' });
  await Promise.race([posts.over, child.ended()]);
  await child.stop();
  await sandbox.close();
  return {
    measure: `${count.toLocaleString('en')} channels without limits`,
    small: { text: posts.rate.toFixed(0), met: posts.rate >= FREE },
    aim: `>= ${FREE}`,
  };
}

const passSchema = z.object({ ms: z.number(), due: z.number(), memory: z.number() });

/** The worker's look at every subscription, each with a week of deliveries. */
async function due({ workspace, small }: Bench): Promise<readonly Row[]> {
  const zones = Intl.supportedValuesOf('timeZone');
  const channels = Array.from({ length: SUBSCRIPTIONS }, (_, place) => ({
    guildId: String(place >> 3),
    channelId: String(place),
    plan: {
      time: `${String(place % 24).padStart(2, '0')}:${String((place >> 4) % 60).padStart(2, '0')}`,
      zone: zones[place % zones.length] ?? 'UTC',
      days: EVERY_DAY,
    },
  }));
  const database = await subscribed(workspace, 'due', await small.database(), channels);
  await withPast(database);
  const child = workspace.node(benchProgram('due-pass'), { DATABASE_URL: database });
  const passes = (await child.output()).map((line) => passSchema.parse(JSON.parse(line)));
  const ms = median(passes.map((pass) => pass.ms));
  const { second, grown } = growthOf(passes);
  return [
    {
      measure: `due among ${SUBSCRIPTIONS.toLocaleString('en')}, median`,
      small: { text: milliseconds(ms), met: ms < DUE },
      aim: `< ${milliseconds(DUE)}`,
    },
    {
      measure: '  memory: second pass, growth since',
      small: { text: `${megabytes(second)} ${megabytes(grown)}`, met: grown < FLAT },
      aim: `< ${megabytes(FLAT)}`,
    },
  ];
}

async function metric(url: string, name: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)`, 'm').exec(text)?.[1] ?? Number.NaN);
}
