import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** What comes behind `node` to run Paperboy: as its npm script says, so that what is measured is what users run. */
export function paperboy(subcommand: 'start' | 'import', ...words: readonly string[]): readonly string[] {
  return subcommand === 'start' ? script('start') : [...script('paperboy'), subcommand, ...words];
}

/** What comes behind `node` to run the bare bot, which may keep its compiled modules too. */
export function bareBot(): readonly string[] {
  return program('bare-bot.ts');
}

/** What comes behind `node` to run the delivery alone, at its own pace. */
export function freeWorker(): readonly string[] {
  return program('free-worker.ts');
}

/** What comes behind `node` to look for what is due. */
export function duePass(): readonly string[] {
  return program('due-pass.ts');
}

/** What comes behind `node` to match a day's papers with what people follow. */
export function matchingNews(): readonly string[] {
  return program('matching-news.ts');
}

function program(file: string): readonly string[] {
  return ['--import', join(ROOT, 'src/node-version.js'), join(ROOT, 'bench/speed', file)];
}

/** A script's words behind `node`, with the project's files in full: children run in another folder. */
function script(name: string): readonly string[] {
  const [exec, node, ...words] = (scripts[name] ?? '').split(' ');
  if (exec !== 'exec' || node !== 'node')
    throw new Error(`the script "${name}" in package.json does not begin with "exec node"`);
  return words.map((word) => (existsSync(join(ROOT, word)) ? join(ROOT, word) : word));
}
