import { setTimeout as pause } from 'node:timers/promises';
import { startSandbox } from 'discord-sandbox';
import { z } from 'zod';
import { Follows } from '../../../src/delivery/subscriptions/follows.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { dueJustNow } from '../../../test/support/due-now.ts';
import type { Bench } from '../bench.ts';
import { subscribed } from '../data/subscribed.ts';
import { flood } from '../flood.ts';
import { benchProgram } from '../program.ts';
import { startBot, usesOf } from '../running-bot.ts';
import { growthOf, percentile } from '../stats.ts';
import { megabytes, milliseconds, p50p99, type Row } from '../table.ts';

const MATCHED = 2_000;
/** Memory growth to tolerate, in bytes: the noise of the garbage collector. */
const FLAT = 32 * 2 ** 20;
const ASK_EVERY = 50;
const ANSWER = 50;
const PACED = 40;
const HOUR = 3_600_000;

const passSchema = z.object({
  ms: z.number(),
  messages: z.number(),
  different: z.number(),
  memory: z.number(),
});

/** People who follow something: a day's matching alone, and their messages while others ask. */
export async function follows(bench: Bench): Promise<readonly Row[]> {
  return [...(await matched(bench)), ...(await delivered(bench))];
}

async function matched({ workspace, small, large }: Bench): Promise<readonly Row[]> {
  const passesOf = async (database: string) => {
    const child = workspace.node(benchProgram('matching-news'), { DATABASE_URL: database });
    return (await child.output()).map((line) => passSchema.parse(JSON.parse(line)));
  };
  const cells = async (database: string) => {
    const passes = await passesOf(database);
    const ms = Math.max(...passes.map((pass) => pass.ms));
    const { second, grown } = growthOf(passes);
    const [first] = passes;
    return {
      time: { text: milliseconds(ms), met: ms < MATCHED },
      memory: { text: `${megabytes(second)} ${megabytes(grown)}`, met: grown < FLAT },
      about: { text: `${first?.different ?? 0} ${first?.messages ?? 0}` },
    };
  };
  const [few, many] = [await cells(await small.database()), await cells(await large.database())];
  return [
    {
      measure: '10,000 with 5 follows: CPU, slowest day',
      small: few.time,
      large: many.time,
      aim: `< ${milliseconds(MATCHED)}`,
    },
    { measure: '  different follows, messages', small: few.about, large: many.about },
    {
      measure: '  memory: second day, growth since',
      small: few.memory,
      large: many.memory,
      aim: `< ${megabytes(FLAT)}`,
    },
  ];
}

/** With Discord's limits, and people who ask meanwhile. */
async function delivered({ workspace, small, channels: count }: Bench): Promise<readonly Row[]> {
  const next = usesOf(small.files);
  const sandbox = await startSandbox({ deadline: 30_000 });
  const url = await subscribed(workspace, 'follows', await small.database(), []);
  const database = await openDatabase(url);
  const store = new Follows(database);
  const { time, zone } = dueJustNow(Date.now());
  const settings = { locale: 'en', time, zone } as const;
  for (let place = 0; place < count; place += 1)
    await store.follow(sandbox.addPerson(`p${place}`), { min_votes: 1 }, settings, Date.now() - HOUR);
  await database.destroy();
  const posts = flood(sandbox, count);
  const bot = await startBot(workspace, { database: url }, { LOG_LEVEL: 'info' }, sandbox);
  const meanwhile: number[] = [];
  while (!posts.isOver) {
    meanwhile.push(await next(bot, { database: url }));
    await Promise.race([posts.over, pause(ASK_EVERY)]);
  }
  await bot.stop();
  const p99 = percentile(meanwhile, 99);
  return [
    {
      // Each is two requests at first: the conversation is opened, then written to.
      measure: `${count.toLocaleString('en')} people, requests a second`,
      small: { text: (2 * posts.rate).toFixed(1), met: 2 * posts.rate >= PACED },
      aim: `>= ${PACED}`,
    },
    {
      measure: '  answers meanwhile, p50 p99',
      small: { text: p50p99(meanwhile), met: p99 < ANSWER },
      aim: `p99 < ${milliseconds(ANSWER)}`,
    },
  ];
}
