import { SingleBar } from 'cli-progress';
import type { Config } from '../config.ts';
import { sayPlain } from '../messages/locale.ts';
import { importDigests } from '../sources/ingest.ts';
import { ArchiveStore } from '../store/archive-store.ts';
import { withDatabase } from '../store/database.ts';
import type { Terminal } from './terminal.ts';
import { warningLine } from './warning-line.ts';

/** @returns the exit code: 1 if a file could not be read; the others are stored */
export async function runImport(
  paths: readonly string[],
  { json }: { json?: boolean },
  config: Config,
  terminal: Terminal,
): Promise<number> {
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
    const report = await withDatabase(config.databaseUrl, (database) =>
      importDigests(paths, new ArchiveStore(database), () => new Date(), {
        progress(done, files) {
          if (!shown) return;
          if (done === 0) bar.start(files, 0);
          bar.update(done);
        },
        warning(file, warning) {
          // In a recorded day papers are counted, not lines.
          const place = /\.json$/i.test(file) ? '#' : ':';
          remarks.push(`${file}${place}${warning.line}: ${warningLine(warning, terminal.locale)}`);
        },
        failure(file, reason) {
          remarks.push(`${file}:${reason.values.line ?? 1}: ${sayPlain(reason, terminal.locale)}`);
        },
      }),
    );
    bar.stop();
    for (const remark of remarks) terminal.remark(remark);
    const { changed, ...summary } = report;
    const done = () => terminal.text('terminal.import.done', { ...summary, changed: changed.length });
    terminal.print(json ? JSON.stringify(summary) : done());
    return report.failed > 0 ? 1 : 0;
  } finally {
    bar.stop();
  }
}
