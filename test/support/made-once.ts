import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';

/**
 * Makes a folder that all test files of a run share; they may read and copy it.
 *
 * @param make fills it; called once in a run, or once more where two files need it at the same moment
 * @returns its path
 */
export async function madeOnce(
  name: string,
  make: (folder: string) => void | Promise<void>,
): Promise<string> {
  const folder = join(inject('runFolder'), name);
  if (existsSync(folder)) return folder;
  const draft = mkdtempSync(join(tmpdir(), 'paperboy-made-'));
  await make(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true });
    // Another test file was faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}
