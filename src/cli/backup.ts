import { statSync } from 'node:fs';
import type { Config } from '../config.ts';
import { backUp } from '../store/database.ts';
import type { Terminal } from './terminal.ts';

export async function runBackup(file: string, config: Config, terminal: Terminal): Promise<number> {
  await backUp(config.databaseUrl, file);
  const kilobytes = Math.ceil(statSync(file).size / 1000);
  terminal.print(terminal.text('terminal.backup.done', { file, kilobytes }));
  return 0;
}
