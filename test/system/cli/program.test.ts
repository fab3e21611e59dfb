import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { firstSnapshot } from '../../../packages/discord-sandbox/test/support/page.ts';
import { runProgram } from '../../../src/cli/program.ts';
import { SEEDS } from '../../support/app.ts';
import { openSandbox } from '../../support/bot.ts';
import { saying, startFakeModel } from '../../support/fake-model.ts';
import { openTerminal, runHere, setEnvironment } from '../../support/program.ts';
import { entries, entry, openReplay } from '../../unit/sources/samples.ts';
import { ZIP } from '../../unit/summaries/papers.ts';
import { extract, languageIn } from '../summaries/summary-world.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  vi.stubEnv('DATABASE_URL', `sqlite:${folder}/paperboy.db`);
  vi.stubEnv('SEEDS_DIR', SEEDS);
  vi.stubEnv('PORT', '0');
  vi.stubEnv('HUGGINGFACE_URL', 'off');
  vi.stubEnv('LOG_LEVEL', 'silent');
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the bot, waits until it has said how to go on, and gives its output and a way to end it. */
async function start(more: Readonly<Record<string, string>> = {}) {
  setEnvironment(more);
  const { terminal, shown, out } = openTerminal();
  const ended = runProgram(['node', 'paperboy', 'start'], terminal);
  while (!shown.out.includes('Ctrl+C')) await once(out, 'data');
  return {
    shown,
    async stop() {
      process.emit('SIGTERM');
      return ended;
    },
  };
}

describe('the bot', () => {
  test('without a token posts the newest digest into its sandbox by subscription, each time it starts', async () => {
    for (let run = 0; run < 2; run += 1) {
      const { shown, stop } = await start();
      expect(shown.out).toContain('Posted the 6 Dec 2024 digest in #daily-papers.');
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(shown.out)?.[0] ?? '';
      const { messages } = await firstSnapshot(url);
      expect(JSON.stringify(messages)).toContain('VisionZip');
      expect(await (await fetch(`${url}/healthz`)).json()).toMatchObject({
        ready: true,
        gateway: true,
        store: true,
      });
      expect(await (await fetch(`${url}/metrics`)).text()).toMatch(
        /paperboy_deliveries_total\{outcome="delivered"\} 1/,
      );
      const feed = await fetch(`${url}/feed.xml?lang=ko`);
      expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
      expect(await feed.text()).toContain('데일리 페이퍼 · 2024년 12월 6일');
      expect(await stop()).toBe(0);
    }
  });

  test('follows Hugging Face where it is named, answers of its papers, and is well while it is down', async () => {
    const replay = await openReplay(() => entries(3));
    const { shown, stop } = await start({ HUGGINGFACE_URL: replay.url });
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(shown.out)?.[0] ?? '';
    const read = async (path: string) => (await fetch(`${url}${path}`)).text();
    // The papers of the seeds, and the three that every day of these has.
    await expect.poll(() => read('/metrics'), { timeout: 10_000 }).toContain('paperboy_papers 93');
    expect(await read('/metrics')).toMatch(/paperboy_fetches_total\{outcome="new"\} 14/);
    expect(await read('/metrics')).toMatch(/paperboy_last_fetch_timestamp_seconds 1\d{9}/);
    expect(await stop()).toBe(0);

    await replay.close();
    const again = await start({ DATABASE_URL: `sqlite:${folder}/other.db` });
    const here = /http:\/\/127\.0\.0\.1:\d+/.exec(again.shown.out)?.[0] ?? '';
    expect((await fetch(`${here}/healthz`)).status).toBe(200);
    expect(await again.stop()).toBe(0);
  });

  test('has a language model summarize what it fetched, in the terminal’s language, and counts that', async () => {
    const model = await startFakeModel((request) => saying(extract(request)));
    const { id, title, abstract: summary } = ZIP;
    const replay = await openReplay(() => [entry(id, { title, summary })]);
    const more = { HUGGINGFACE_URL: replay.url, LLM_BASE_URL: model.url, LLM_MODEL: 'fake' };
    const bot = await start(more);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.shown.out)?.[0] ?? '';
    const read = async () => (await fetch(`${url}/metrics`)).text();
    await expect.poll(read, { timeout: 10_000 }).toContain('paperboy_summaries_total{outcome="written"} 1');
    expect(await bot.stop()).toBe(0);
    expect(model.requests.map(languageIn)).toEqual(['en']);
    // Stored: another start shows it without a model.
    expect((await runHere(['say', `/paper ${id}`])).out).toContain('AI summary of the abstract');
  });

  test('with a token comes into Discord, answers, and leaves on a signal', async () => {
    const sandbox = await openSandbox();
    const registered = once(sandbox.events, 'commands');
    vi.stubEnv('LOG_LEVEL', 'silent');
    const { stop } = await start({ DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl });
    await registered;
    expect((await sandbox.command({ name: 'help' })).kind).toBe('message');
    expect(await stop()).toBe(0);
  });
});
