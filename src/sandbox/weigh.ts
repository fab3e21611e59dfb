import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/**
 * What the page may weigh at most, gzipped, in bytes. Commands and messages took 25 kB of script; replies, mentions,
 * conversations and the menus of messages need 2 more, and leave room for what Discord adds.
 */
export const WEIGHT_LIMITS = { script: 30_000, style: 6_000 } as const;

export type Weight = Record<keyof typeof WEIGHT_LIMITS, number>;

const KINDS: Readonly<Record<string, keyof Weight>> = { '.js': 'script', '.css': 'style' };

const compressed = promisify(gzip);

/** What a built page weighs, gzipped, in bytes. */
export async function weigh(folder: string): Promise<Weight> {
  const weight = { script: 0, style: 0 };
  for (const name of await readdir(folder, { recursive: true })) {
    const kind = KINDS[extname(name)];
    if (kind) weight[kind] += (await compressed(await readFile(join(folder, name)))).length;
  }
  return weight;
}

/** One line, e.g. `14.8 kB of script (at most 30), 3.1 kB of style (at most 6), gzipped`. */
export function describe(weight: Weight): string {
  const part = (kind: keyof Weight) =>
    `${(weight[kind] / 1000).toFixed(1)} kB of ${kind} (at most ${WEIGHT_LIMITS[kind] / 1000})`;
  return `${part('script')}, ${part('style')}, gzipped`;
}

export function isTooHeavy(weight: Weight): boolean {
  return weight.script > WEIGHT_LIMITS.script || weight.style > WEIGHT_LIMITS.style;
}
