import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort } from '../../support/free-port.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const { scripts }: { scripts: Record<string, string> } = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
);

/** `npm start` in a process group of its own, which is killed at the latest when the test is over. */
function npmStart(port: number) {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  const env = {
    ...process.env,
    DATABASE_URL: `sqlite:${folder}/paperboy.db`,
    PORT: String(port),
    HUGGINGFACE_URL: 'off',
    LOG_LEVEL: 'info',
    LC_ALL: 'C',
  };
  const npm = spawn('npm', ['start'], { cwd: ROOT, env, detached: true });
  const said = { out: '', err: '' };
  npm.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  npm.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  onTestFinished(() => {
    try {
      process.kill(-(npm.pid ?? 0), 'SIGKILL');
    } catch {
      // Nothing is left of the group.
    }
    rmSync(folder, { recursive: true });
  });
  return { npm, said };
}

/** Listens at the port for a moment. @throws Error `EADDRINUSE` where somebody else does */
async function takePort(port: number): Promise<void> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}

describe('npm start', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'a %s to npm alone stops the bot in good order and frees its port',
    async (signal) => {
      const port = await freePort();
      const { npm, said } = npmStart(port);
      while (!said.out.includes('Ctrl+C')) await once(npm.stdout, 'data');
      npm.kill(signal);
      await once(npm, 'exit');
      await takePort(port);
      expect(said.err).toMatch(/"signal":"SIG\w+","msg":"stopping"/);
    },
  );

  test('every script that runs one program hands its process over to that program', () => {
    const programs = Object.values(scripts).map((script) => script.split(' && ').at(-1) ?? '');
    expect(programs.filter((program) => /^(node|vitest)\b/.test(program))).toEqual([]);
    expect(scripts.start).toMatch(/^\w+=\w+ exec node /);
  });

  test('runs what the systemd unit of docs/operating.md runs', () => {
    const unit = readFileSync(join(ROOT, 'docs/operating.md'), 'utf8');
    const [, started] = /^ExecStart=\/opt\/paperboy\/node_modules\/\.bin\/(.*)$/m.exec(unit) ?? [];
    const [, setting] = /^Environment=(MALLOC_.*)$/m.exec(unit) ?? [];
    expect(scripts.start).toBe(`${setting} exec ${started}`);
  });
});
