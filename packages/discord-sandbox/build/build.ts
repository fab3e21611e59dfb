import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIG, PageError, runVite, viteProgram } from './run-vite.ts';

export { PageError } from './run-vite.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SANDBOX = join(ROOT, 'packages/discord-sandbox');
/** Pins the versions of what the page is built with. */
const VERSIONS = join(SANDBOX, 'package.json');

/** The folder of the page's sources, and the folder for its builds. */
export interface PagePlace {
  /** Absent where the sandbox was installed from a package. */
  readonly source: string;
  /** Has a folder for each version of the page, named after its key. */
  readonly output: string;
  /** The page that ships with the code, in `page/`, and in `key` the key of the sources that it was built of. */
  readonly shipped: string;
}

const PLACE: PagePlace = {
  source: join(SANDBOX, 'page'),
  output: join(ROOT, 'dist/page'),
  shipped: join(SANDBOX, 'shipped'),
};

/** The prefix of a folder in which a build is in progress. */
const DRAFT = '.draft-';

/** Milliseconds for which older builds and drafts are kept, since another process may use them. */
const KEPT = 3_600_000;

const NO_VITE =
  'The page is not built, and vite, which builds it, is not installed. Run "npm ci" without --omit=dev.';

interface BuiltPage {
  readonly folder: string;
  /** Milliseconds that the build took; null if the page was already built. */
  readonly ms: number | null;
}

/**
 * Returns the built page: the one that ships with the code, or a new build if its sources have changed since. Processes that
 * build at the same time do not wait for each other: each builds into a folder of its own, and the first to finish wins.
 *
 * Throws `PageError` if the page cannot be built. Without Vite (`npm ci --omit=dev`) it uses the page that ships, even if it is
 * out of date.
 */
export async function builtPage({ source, output, shipped }: PagePlace = PLACE): Promise<BuiltPage> {
  const ready = { folder: join(shipped, 'page'), ms: null };
  const shippedKey = await readFile(join(shipped, 'key'), 'utf8').catch(() => null);
  if (shippedKey !== null && !existsSync(source)) return ready;
  const key = await keyOf(source);
  if (shippedKey === key) return ready;
  const folder = join(output, key);
  if (existsSync(folder)) return { folder, ms: null };
  const vite = viteProgram();
  if (vite === null) {
    if (shippedKey === null) throw new PageError(NO_VITE);
    return ready;
  }
  const started = performance.now();
  const draft = join(output, `${DRAFT}${randomUUID()}`);
  try {
    await runVite(vite, source, draft);
    await rename(draft, folder).catch((error: unknown) => {
      // Another process was faster and built the same page.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await sweep(output, folder);
  return { folder, ms: performance.now() - started };
}

/** Replaces the page that ships by a build of the current sources. */
export async function shipPage(place: PagePlace = PLACE): Promise<BuiltPage> {
  const built = await builtPage(place);
  const { source, shipped } = place;
  const folder = join(shipped, 'page');
  if (built.folder !== folder) {
    await rm(shipped, { recursive: true, force: true });
    await cp(built.folder, folder, { recursive: true });
    await writeFile(join(shipped, 'key'), await keyOf(source));
  }
  return { ...built, folder };
}

/** A hash of everything that the page depends on: its sources, the build's configuration and the tools' versions. */
async function keyOf(source: string): Promise<string> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha256');
  for (const file of [...files.sort(), CONFIG, VERSIONS]) {
    const content = await readFile(file).catch(() => 'missing');
    hash.update(`${relative(source, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

interface Build {
  readonly folder: string;
  readonly at: number;
}

/** The builds in the output folder, drafts included. */
async function buildsIn(output: string): Promise<Build[]> {
  const names = await readdir(output).catch(() => []);
  const builds = names.map(async (name) => {
    const folder = join(output, name);
    return stat(folder).then(
      ({ mtimeMs }) => [{ folder, at: mtimeMs }],
      // Another process removed it meanwhile.
      () => [],
    );
  });
  return (await Promise.all(builds)).flat();
}

/** Removes old builds, and drafts of failed ones. */
async function sweep(output: string, current: string): Promise<void> {
  const old = (await buildsIn(output)).filter(
    ({ folder, at }) => folder !== current && at < Date.now() - KEPT,
  );
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
