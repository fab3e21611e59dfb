import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

/** How the page is built. */
export const CONFIG = fileURLToPath(new URL('vite.config.ts', import.meta.url));

/** A build takes half a second; one that hangs ends then, in milliseconds. */
const PATIENCE = 60_000;

/** Why there is no page, in words for the person who started the sandbox; the first line says it in short. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** Vite's program, or null where it is not installed. */
export function viteProgram(): string | null {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  } catch {
    return null;
  }
}

/**
 * Runs vite in a process of its own, whose memory goes with it, and without this one's environment: nothing of it gets
 * into the page, and the same sources give the same page everywhere.
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

/** What vite said, without colours and without its own stack. */
function complaint(text: string): PageError {
  const [said = ''] = stripVTControlCharacters(text).split(/\n\s+at /);
  const [first = ''] = /^\[.+$/m.exec(said) ?? [];
  return new PageError(`The page could not be built. ${first}\n${said.trim()}`);
}
