import { join } from 'node:path';
import { openStore } from '../../open.ts';
import type { DataSet } from '../bench.ts';
import { peakMemory } from '../memory-of.ts';
import { paperboy } from '../program.ts';
import type { DigestFile } from './vary.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds between two looks at a child's peak memory. */
const LOOK_EVERY = 10;

export interface Import {
  readonly database: string;
  readonly ms: number;
  /** The most memory it had, in bytes; NaN when the system does not tell. */
  readonly peak: number;
}

/** Writes digests as files. */
export function dataSet(workspace: Workspace, key: string, files: readonly DigestFile[]): DataSet {
  const folder = workspace.write(key, files);
  let database: Promise<string> | null = null;
  return {
    name: `${files.length.toLocaleString('en')} digests`,
    files,
    folder,
    database() {
      database ??= importInto(workspace, folder, key).then((done) => indexed(done.database));
      return database;
    },
  };
}

/** Makes the index of a store, as an earlier start would have left it. @returns the store's URL */
export async function indexed(database: string): Promise<string> {
  const app = await openStore({ DATABASE_URL: database });
  await app.search.ready;
  await app.search.current;
  await app.close();
  return database;
}

/** Runs `paperboy import` into a store that is not there yet. */
export async function importInto(workspace: Workspace, folder: string, name: string): Promise<Import> {
  const database = `sqlite:${join(workspace.folder, `${name}.db`)}`;
  const started = performance.now();
  const child = workspace.node(paperboy('import', '--json', folder), { DATABASE_URL: database });
  let peak = Number.NaN;
  const timer = setInterval(() => {
    // NaN once the child has ended.
    const found = peakMemory(child.pid);
    if (!Number.isNaN(found)) peak = found;
  }, LOOK_EVERY);
  try {
    await child.ended();
  } finally {
    clearInterval(timer);
  }
  return { database, ms: performance.now() - started, peak };
}
