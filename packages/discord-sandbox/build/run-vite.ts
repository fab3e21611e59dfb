import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** The path of Vite's configuration. */
export const CONFIG = fileURLToPath(new URL('vite.config.ts', import.meta.url));

/** Milliseconds after which a hanging build is stopped; a build takes half a second. */
const PATIENCE = 60_000;

/** The page cannot be built. The message is for the person who started the sandbox; its first line is a summary. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** The path of Vite's program, or null if it is not installed. */
export function viteProgram(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  } catch {
    return null;
  }
}

/**
 * Runs Vite in a separate process, which returns its memory at the end. It does not get this process's environment, so the
 * same sources give the same page everywhere.
 */
export function runVite(vite: string, source: string, draft: string): Promise<void> {
  const options = ['--config', CONFIG, '--configLoader', 'native', '--outDir', draft, '--logLevel', 'warn'];
  const environment = { NODE_ENV: 'production' };
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [vite, 'build', source, ...options],
      { env: environment, timeout: PATIENCE },
      (error, _, stderr) => {
        if (error === null) resolve();
        else reject(complaint(stderr || error.message));
      },
    );
  });
}

/** An error with Vite's output, without colours and stack. */
function complaint(text: string): PageError {
  const [said = ''] = stripVTControlCharacters(text).split(/\n\s+at /);
  const [first = ''] = /^\[.+$/m.exec(said) ?? [];
  return new PageError(`The page could not be built. ${first}\n${said.trim()}`);
}
