import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { SEEDS } from '../../support/app.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

const HELLO = {
  jsonrpc: '2.0',
  id: 1,
  method: 'initialize',
  params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
};

/** Sends lines to `paperboy mcp`, waits for some answers, and ends its input. @returns all that it wrote */
async function talk(lines: readonly string[], answers: number, environment: Record<string, string> = {}) {
  const program = ['--import', './src/node-version.js', 'src/main.ts', 'mcp'];
  const env = { DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS, LOG_LEVEL: 'debug', ...environment };
  const child = spawn(process.execPath, program, { cwd: ROOT, env });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  for (const line of lines) child.stdin.write(`${line}\n`);
  let out = '';
  for await (const chunk of child.stdout) {
    out += chunk;
    if (out.split('\n').length > answers) child.stdin.end();
  }
  await ended;
  return { out: out.trim().split('\n'), err, code: child.exitCode };
}

test('a client that ends its input ends the program; standard output holds the protocol alone', async () => {
  const { out, code } = await talk([JSON.stringify(HELLO)], 1);
  expect(code).toBe(0);
  expect(out.map((line) => JSON.parse(line).result.serverInfo.name)).toEqual(['paperboy']);
});

test.each([
  ['json', /^\{"level":40,.+was not understood"\}$/m],
  ['pretty', /^\[.+\] .*WARN.*was not understood/m],
])(
  'lines that are no messages are logged on standard error (LOG_FORMAT=%s), and the next one is answered',
  async (format, logged) => {
    const list = { jsonrpc: '2.0', id: 2, method: 'tools/list' };
    const lines = [JSON.stringify(HELLO), 'no json', '{"jsonrpc":"1.0"}', '[]', `"${'x'.repeat(100_000)}"`];
    const { out, err, code } = await talk([...lines, JSON.stringify(list)], 2, { LOG_FORMAT: format });
    expect(code).toBe(0);
    expect(out.map((line) => JSON.parse(line).id)).toContain(2);
    expect(err).toMatch(logged);
  },
);
