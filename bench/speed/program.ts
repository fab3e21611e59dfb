import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { scripts } = z
  .object({ scripts: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));

/** The arguments of `node` to run Paperboy, from its npm script, so that the bench measures what users run. */
export function paperboy(subcommand: 'start' | 'import', ...words: readonly string[]): readonly string[] {
  return subcommand === 'start' ? script('start') : [...script('paperboy'), subcommand, ...words];
}

type Program = 'bare-bot' | 'free-worker' | 'due-pass' | 'matching-news';

/** The arguments of `node` to run one of the programs in `programs`. */
export function benchProgram(name: Program): readonly string[] {
  return ['--import', join(ROOT, 'src/node-version.js'), join(ROOT, `bench/speed/programs/${name}.ts`)];
}

/** What a script sets in the environment of its program. */
const SETTING = /^(\w+)=(\w+) /;

/** The environment that `npm start` gives to Paperboy. */
export function startSetting(): Readonly<Record<string, string>> {
  const [, name, value] = SETTING.exec(scripts.start ?? '') ?? [];
  return name === undefined || value === undefined ? {} : { [name]: value };
}

/** A script's arguments of `node`, with absolute paths, because children run in another folder. */
function script(name: string): readonly string[] {
  const [exec, node, ...words] = (scripts[name] ?? '').replace(SETTING, '').split(' ');
  if (exec !== 'exec' || node !== 'node')
    throw new Error(`the script "${name}" in package.json does not begin with "exec node"`);
  return words.map((word) => (existsSync(join(ROOT, word)) ? join(ROOT, word) : word));
}
