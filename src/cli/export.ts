import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDigest } from '../archive/write.ts';
import type { Config } from '../config.ts';
import { UserError } from '../errors.ts';
import { ArchiveStore } from '../store/archive-store.ts';
import { openDatabase, storeError } from '../store/database.ts';
import type { Terminal } from './terminal.ts';

/** Writes every digest as `<day>.md`; importing the folder again gives the same archive. */
export async function runExport(folder: string, config: Config, terminal: Terminal): Promise<number> {
  const database = await openDatabase(config.databaseUrl);
  try {
    const store = new ArchiveStore(database);
    if (await store.isEmpty()) throw new UserError('errors.archive.empty');
    let digests = 0;
    for await (const digest of store.digests()) {
      await write(folder, `${digest.date}.md`, writeDigest(digest));
      digests += 1;
    }
    terminal.print(terminal.text('terminal.export.done', { digests: terminal.digests(digests), folder }));
    return 0;
  } catch (error) {
    throw storeError(error, database);
  } finally {
    await database.destroy();
  }
}

async function write(folder: string, name: string, markdown: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), markdown);
  } catch (error) {
    throw new UserError('errors.export.folder', { path: join(folder, name), reason: String(error) });
  }
}
