import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { runBackup } from '../../../src/cli/backup.ts';
import { Terminal } from '../../../src/cli/terminal.ts';
import { readConfig } from '../../../src/config.ts';
import { openLibrary } from '../../../src/library.ts';
import { SEEDS } from '../../support/app.ts';

let folder: string;
const backUp = (file: string, DATABASE_URL = `sqlite:${join(folder, 'paperboy.db')}`) => {
  const out = new PassThrough();
  return runBackup(file, readConfig({ DATABASE_URL }), new Terminal('en', out, out));
};
const open = (path: string) =>
  openLibrary(readConfig({ DATABASE_URL: `sqlite:${path}`, SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-backup-'));
  return () => rmSync(folder, { recursive: true, force: true });
});

describe('a backup', () => {
  test('is one file that holds the same archive, taken while the store is open', async () => {
    const library = await open(join(folder, 'paperboy.db'));
    onTestFinished(() => library.close());
    const copy = join(folder, 'copies/today.db');
    expect(await backUp(copy)).toBe(0);
    expect(readdirSync(join(folder, 'copies'))).toEqual(['today.db']);
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    const restored = await open(copy);
    expect(restored.seeded).toBeNull();
    expect(restored.archive.totals()).toEqual(library.archive.totals());
    expect(await restored.store.versions()).toEqual(await library.store.versions());
    await restored.close();
  });

  test('is of one moment, however much is written meanwhile', async () => {
    const library = await open(join(folder, 'paperboy.db'));
    onTestFinished(() => library.close());
    const writer = new Sqlite(join(folder, 'paperboy.db'), { timeout: 10_000 });
    writer.exec('create table one (number integer); create table other (number integer)');
    const add = writer.transaction((number: number) => {
      writer.prepare('insert into one values (?)').run(number);
      writer.prepare('insert into other values (?)').run(number);
    });
    let number = 0;
    const timer = setInterval(() => {
      number += 1;
      add(number);
    }, 0);
    for (let round = 0; round < 5; round += 1) await backUp(join(folder, `${round}.db`));
    clearInterval(timer);
    writer.close();
    for (let round = 0; round < 5; round += 1) {
      const copy = new Sqlite(join(folder, `${round}.db`));
      const count = (table: string) => copy.prepare(`select count(*) from ${table}`).pluck().get();
      expect(count('one')).toBe(count('other'));
      copy.close();
    }
  });

  test.each([
    ['over a file that is there', 'there.db', undefined, 'errors.backup.exists'],
    ['of PostgreSQL', 'copy.db', 'postgres://localhost/paperboy', 'errors.backup.postgres'],
    ['of a store in memory', 'copy.db', 'sqlite::memory:', 'errors.backup.memory'],
    ['of no store', 'copy.db', undefined, 'errors.backup.nothing'],
  ])('%s is refused, and leaves everything as it was', async (_what, name, url, key) => {
    writeFileSync(join(folder, 'there.db'), 'precious');
    await expect(backUp(join(folder, name), url)).rejects.toThrow(key);
    expect(readdirSync(folder)).toEqual(['there.db']);
    expect(readFileSync(join(folder, 'there.db'), 'utf8')).toBe('precious');
  });

  test('where nothing can be written is refused', async () => {
    await (await open(join(folder, 'paperboy.db'))).close();
    await expect(backUp('/proc/paperboy/copy.db')).rejects.toThrow('errors.backup.unwritable');
  });
});
