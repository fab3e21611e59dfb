import { SingleBar } from 'cli-progress';
import type { Config } from '../config.ts';
import { sayPlain } from '../messages/locale.ts';
import { importDigests } from '../sources/ingest.ts';
import { ArchiveStore } from '../store/archive-store.ts';
import { openDatabase, storeError } from '../store/database.ts';
import type { Terminal } from './terminal.ts';
import { warningLine } from './warning-line.ts';

/** @returns the exit code: 1 when a file could not be read; the rest is in the store all the same */
export async function runImport(
  paths: readonly string[],
  { json }: { json?: boolean },
  config: Config,
  terminal: Terminal,
): Promise<number> {
  const database = await openDatabase(config.databaseUrl);
  const bar = new SingleBar({
    format: `${terminal.text('terminal.import.bar')} {bar} {value}/{total} · {eta_formatted}`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  const shown = process.stderr.isTTY && json !== true;
  const remarks: string[] = [];
  try {
    const report = await importDigests(paths, new ArchiveStore(database), () => new Date(), {
      progress(done, files) {
        if (!shown) return;
        if (done === 0) bar.start(files, 0);
        bar.update(done);
      },
      warning(file, warning) {
        // The papers of a recorded day are counted, not their lines.
        const place = /\.json$/i.test(file) ? '#' : ':';
        remarks.push(`${file}${place}${warning.line}: ${warningLine(warning, terminal.locale)}`);
      },
      failure(file, reason) {
        remarks.push(`${file}:${reason.values.line ?? 1}: ${sayPlain(reason, terminal.locale)}`);
      },
    });
    bar.stop();
    for (const remark of remarks) terminal.remark(remark);
    const { changed, ...summary } = report;
    terminal.print(
      json
        ? JSON.stringify(summary)
        : terminal.text('terminal.import.done', { ...summary, changed: changed.length }),
    );
    return report.failed > 0 ? 1 : 0;
  } catch (error) {
    throw storeError(error, database);
  } finally {
    bar.stop();
    await database.destroy();
  }
}
