import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { SEEDS } from '../../support/app.ts';
import { startBotProcess } from '../../support/bot-process.ts';
import { roughDiscord } from '../../support/rough-discord.ts';
import { sharedFolder } from '../../support/shared.ts';

const ASKED = 300;
const BURNER = fileURLToPath(new URL('../../support/burner.ts', import.meta.url));

/**
 * Milliseconds of processor time for a first word to all of them. Discord waits for 3 seconds; on a busy machine half of
 * them are the bot's.
 */
const WORK_MAX = 1_500;

const PUT_OFF: ReadonlySet<number> = new Set([5, 6]);

/** Keeps every core busy. @returns what ends that; the end of the test does, too */
function burnEveryCore(): () => void {
  const burners = Array.from({ length: availableParallelism() }, () =>
    spawn(process.execPath, [BURNER], { stdio: 'ignore' }),
  );
  const end = () => {
    for (const burner of burners) burner.kill('SIGKILL');
  };
  onTestFinished(end);
  return end;
}

const text = (name: string, value: string) => ({ name, type: 3, value });
const slash = (name: string, ...options: object[]) => ({
  type: 2,
  data: { id: '9', name, type: 1, options },
});
const typing = (name: string, option: string, value: string) => ({
  type: 4,
  data: { id: '9', name, type: 1, options: [{ ...text(option, value), focused: true }] },
});
const message = { id: '8', flags: 64 };
const press = (id: string) => ({ type: 3, data: { component_type: 2, custom_id: id }, message });
const menu = (content: string) => ({
  type: 2,
  data: {
    id: '9',
    name: 'Find these papers',
    type: 3,
    target_id: '8',
    resolved: { messages: { 8: { content } } },
  },
});

/** What people do, so that no two of them do the same and some of it is expensive. */
const DEEDS: readonly ((number: number) => Record<string, unknown>)[] = [
  (number) => slash('search', text('query', `efficient video diffusion transformer attention ${number}`)),
  (number) => slash('search', text('query', `긴 영상 이해를 위한 언어 모델 ${number}`)),
  (number) => slash('ask', text('question', `which papers of the last ${number} days are about agents?`)),
  (number) => slash('paper', text('paper', `longer is better but ${number}`)),
  (number) => slash('author', text('name', `Songg Hann ${number}`)),
  (number) => typing('paper', 'paper', `vision language ${number}`),
  (number) => typing('author', 'name', `son${number}`),
  (number) => press(`search query=vision+model+${number} page=2 .`),
  (number) => menu(`VisionZip and ${number} others`),
  () => slash('today'),
];

test.for([
  ['the digests that ship with the bot', SEEDS],
  ['all digests at hand', sharedFolder('corpus')],
] as const)(
  '300 interactions at once on a busy machine all have a first word in time, and their answers later, over %s',
  { timeout: 180_000 },
  async ([, seeds], { skip }) => {
    if (seeds === null) return skip();
    const discord = await roughDiscord();
    const bot = startBotProcess(discord.api, 'bot-token', { SEEDS_DIR: seeds });
    await bot.logged(/commands registered|commands are registered/);
    const rest = burnEveryCore();
    const before = bot.cpu();
    for (let number = 0; number < ASKED; number += 1) {
      const user = { id: `4${number}`, username: 'ann' };
      discord.interact(String(number), { user, ...DEEDS[number % DEEDS.length]?.(number) });
    }
    const lost = () => bot.log.filter((line) => line.includes('could not be answered'));
    await expect
      .poll(() => discord.callbacks.length + lost().length, { timeout: 60_000, interval: 5 })
      .toBeGreaterThanOrEqual(ASKED);
    rest();
    expect(bot.cpu() - before).toBeLessThan(WORK_MAX);
    expect(lost().map((line) => line.slice(0, 200))).toEqual([]);
    expect(new Set(discord.callbacks.map(({ interaction }) => interaction)).size).toBe(ASKED);
    const putOff = discord.callbacks.filter(({ body }) => PUT_OFF.has(body.type));
    await expect
      .poll(() => new Set(discord.edited).size, { timeout: 120_000 })
      .toBe(new Set(putOff.map(({ interaction }) => interaction)).size);
  },
);
