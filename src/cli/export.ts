import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Day, Digest } from '../archive/paper.ts';
import type { Config } from '../config.ts';
import { writeDigest } from '../digest-format/write.ts';
import { UserError } from '../errors.ts';
import { makeFolder } from '../make-folder.ts';
import { ArchiveStore } from '../store/archive-store.ts';
import { withDatabase } from '../store/database.ts';
import type { Terminal } from './terminal.ts';

/** Writes each day as `<day>.md`, with the digests of all origins; importing the folder gives the same archive. */
export function runExport(folder: string, config: Config, terminal: Terminal): Promise<number> {
  return withDatabase(config.databaseUrl, async (database) => {
    const store = new ArchiveStore(database);
    if (await store.isEmpty()) throw new UserError('errors.archive.empty');
    let days = 0;
    for await (const [day, digests] of byDay(store.digests())) {
      await write(folder, `${day}.md`, digests.map(writeDigest).join('\n'));
      days += 1;
    }
    terminal.print(terminal.text('terminal.export.done', { digests: terminal.digests(days), folder }));
    return 0;
  });
}

/** @param all ordered by day */
async function* byDay(all: AsyncIterable<Digest>): AsyncGenerator<[Day, readonly Digest[]]> {
  let digests: Digest[] = [];
  for await (const digest of all) {
    const [first] = digests;
    if (first !== undefined && first.date !== digest.date) {
      yield [first.date, digests];
      digests = [];
    }
    digests.push(digest);
  }
  const [first] = digests;
  if (first !== undefined) yield [first.date, digests];
}

async function write(folder: string, name: string, markdown: string): Promise<void> {
  try {
    makeFolder(folder);
    await writeFile(join(folder, name), markdown);
  } catch (error) {
    throw new UserError('errors.export.folder', { path: join(folder, name), reason: String(error) });
  }
}
