import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONFIG, PageError, runVite, viteProgram } from './run-vite.ts';

export { PageError } from './run-vite.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const LOCKFILE = join(ROOT, 'package-lock.json');

/** The folder of the page's sources, and the folder for its builds. */
export interface PagePlace {
  readonly source: string;
  /** Has a folder for each version of the page, named after its key. */
  readonly output: string;
}

const PLACE: PagePlace = {
  source: join(ROOT, 'packages/discord-sandbox/page'),
  output: join(ROOT, 'dist/page'),
};

/** The prefix of a folder in which a build is in progress. */
const DRAFT = '.draft-';

/** Milliseconds for which older builds and drafts are kept, since another process may use them. */
const KEPT = 3_600_000;

const NO_VITE =
  'The page is not built, and vite, which builds it, is not installed. Run "npm ci" without --omit=dev, or "npm run page" before leaving it out.';

interface BuiltPage {
  readonly folder: string;
  /** Milliseconds that the build took; null if the page was already built. */
  readonly ms: number | null;
}

/**
 * Returns the built page, and builds it first if it is missing or its sources have changed. Processes that build at the same
 * time do not wait for each other: each builds into a folder of its own, and the first to finish wins.
 *
 * Throws `PageError` if the page cannot be built. Without Vite (`npm ci --omit=dev`) it uses the newest existing build, even
 * if it is out of date, because that is the one that was shipped.
 */
export async function builtPage({ source, output }: PagePlace = PLACE): Promise<BuiltPage> {
  const folder = join(output, await keyOf(source));
  if (existsSync(folder)) return { folder, ms: null };
  const vite = viteProgram();
  if (vite === null) {
    const [newest] = await buildsIn(output);
    if (newest === undefined) throw new PageError(NO_VITE);
    return { folder: newest.folder, ms: null };
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

/** A hash of everything that the page depends on: its sources, the build's configuration and the tools' versions. */
async function keyOf(source: string): Promise<string> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const hash = createHash('sha256');
  for (const file of [...files.sort(), CONFIG, LOCKFILE]) {
    const content = await readFile(file).catch(() => 'missing');
    hash.update(`${relative(source, file)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex').slice(0, 16);
}

interface Build {
  readonly folder: string;
  readonly at: number;
}

/** The builds in the output folder, newest first. */
async function buildsIn(output: string, drafts = false): Promise<Build[]> {
  const names = await readdir(output).catch(() => []);
  const builds = names
    .filter((name) => drafts || !name.startsWith(DRAFT))
    .map(async (name) => {
      const folder = join(output, name);
      return stat(folder).then(
        ({ mtimeMs }) => [{ folder, at: mtimeMs }],
        // Another process removed it meanwhile.
        () => [],
      );
    });
  return (await Promise.all(builds)).flat().sort((one, other) => other.at - one.at);
}

/** Removes old builds, and drafts of failed ones. */
async function sweep(output: string, current: string): Promise<void> {
  const old = (await buildsIn(output, true)).filter(
    ({ folder, at }) => folder !== current && at < Date.now() - KEPT,
  );
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}
