import { readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** The most bytes, gzipped, that may load before the first interaction. */
const WEIGHT_LIMITS = { script: 26_000, style: 6_000 } as const;

/** The sizes of a page, gzipped, in bytes. */
interface Weight {
  /** The scripts that index.html names, and the largest language; a reader loads one language. */
  readonly script: number;
  readonly style: number;
  /** All scripts, including all languages and those that load on demand. */
  readonly scripts: number;
}

/** The names of language scripts. @see page/words/load-words.ts */
const LANGUAGE = /^(?:en|ko)-/;

const compressed = promisify(gzip);

/** Measures a built page. */
export async function weigh(folder: string): Promise<Weight> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const assets = join(folder, 'assets');
  const names = await readdir(assets);
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      kind: extname(name),
      size: (await compressed(await readFile(join(assets, name)))).length,
    })),
  );
  const scripts = files.filter(({ kind }) => kind === '.js');
  const languages = scripts.filter(({ name }) => LANGUAGE.test(name)).map(({ size }) => size);
  return {
    script: sum(scripts.filter(({ name }) => page.includes(`/assets/${name}"`))) + Math.max(0, ...languages),
    style: sum(files.filter(({ kind }) => kind === '.css')),
    scripts: sum(scripts),
  };
}

function sum(files: readonly { readonly size: number }[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}

/** One line, e.g. `24.8 kB of script (at most 26; 28.0 with all that is loaded later), 5.1 kB of style (at most 6), gzipped`. */
export function describe({ script, style, scripts }: Weight): string {
  const kB = (bytes: number) => (bytes / 1000).toFixed(1);
  const most = (kind: keyof typeof WEIGHT_LIMITS) => `at most ${WEIGHT_LIMITS[kind] / 1000}`;
  return `${kB(script)} kB of script (${most('script')}; ${kB(scripts)} with all that is loaded later), ${kB(style)} kB of style (${most('style')}), gzipped`;
}

export function isTooHeavy({ script, style }: Weight): boolean {
  return script > WEIGHT_LIMITS.script || style > WEIGHT_LIMITS.style;
}
