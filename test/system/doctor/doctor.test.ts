import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Sandbox } from 'discord-sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { Terminal } from '../../../src/cli/terminal.ts';
import { readConfig } from '../../../src/config.ts';
import { DAILY } from '../../../src/delivery/subscriptions/subscription.ts';
import { examine, runDoctor } from '../../../src/doctor/doctor.ts';
import { openLibrary } from '../../../src/library.ts';
import { dayOf } from '../../../src/text/dates/instants.ts';
import { SEEDS } from '../../support/app.ts';
import { openSandbox } from '../../support/bot.ts';
import { startFakeModel } from '../../support/fake-model.ts';

const MINUTE = 60_000;
const PLENTY = async () => 2 ** 40;

type Environment = Record<string, string>;

/** A bot that lacks nothing: its Discord, a store with an index and a subscribed channel, Hugging Face and a model. */
async function healthy(): Promise<{ sandbox: Sandbox; environment: Environment; folder: string }> {
  const sandbox = await openSandbox();
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const model = await startFakeModel(() => ({ says: '{"ok": true}' }));
  const environment = {
    DISCORD_TOKEN: sandbox.token,
    DISCORD_API_URL: sandbox.apiUrl,
    DATABASE_URL: `sqlite:${join(folder, 'paperboy.db')}`,
    SEEDS_DIR: SEEDS,
    HUGGINGFACE_URL: await startServer(200),
    LLM_BASE_URL: model.url,
    LLM_MODEL: 'small',
  };
  const library = await openLibrary(readConfig(environment), ({ error }) => {
    throw error;
  });
  await library.search.ready;
  await library.fetches.note('huggingface', dayOf(Date.now()), { at: Date.now(), papers: 3 });
  await library.subscriptionStore.put(
    {
      ...DAILY,
      channelId: sandbox.channelId,
      channelKind: 'text',
      time: '09:00',
      zone: 'UTC',
      days: [1, 2, 3, 4, 5, 6, 7],
      style: 'cards',
      top: 5,
      locale: 'en',
      roleId: null,
      thread: false,
    },
    { guildId: sandbox.guildId, userId: sandbox.users.you, now: Date.now() },
  );
  await library.close();
  return { sandbox, environment, folder };
}

/** A server that answers every request with a status. @returns its address */
async function startServer(status: number): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(status).end('[]'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

/** A Discord whose gateway refuses every login with a close code. @returns its REST base */
async function startRefusingDiscord(code: number): Promise<string> {
  const gateway = new WebSocketServer({ noServer: true });
  const server = createServer(({ url, headers }, response) => {
    const body = url?.endsWith('/gateway/bot')
      ? { url: `ws://${headers.host}/`, shards: 1 }
      : { id: '1', name: 'Refused', approximate_guild_count: 0 };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.on('upgrade', (request, socket, head) => {
    gateway.handleUpgrade(request, socket, head, (client) => {
      client.on('message', () => client.close(code));
      client.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250 } }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    gateway.close();
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/api`;
}

/** What has to be done: the checks that found something, each with the key of its text. */
async function found(environment: Environment, parts = {}) {
  const config = readConfig(environment);
  const findings = await examine({ config, now: Date.now, freeBytes: PLENTY, ...parts }, 'en');
  return findings.filter(({ ok }) => !ok).map(({ check, text: { key } }) => [check, key]);
}

test('a bot that lacks nothing has nothing to do', async () => {
  const { environment } = await healthy();
  const config = readConfig(environment);
  const findings = await examine({ config, now: Date.now, freeBytes: PLENTY }, 'en');
  expect(findings.map(({ check, ok }) => [check, ok])).toEqual(
    [
      'token',
      'application',
      'intents',
      'channels',
      'clock',
      'store',
      'space',
      'index',
      'papers',
      'huggingface',
      'model',
    ].map((check) => [check, true]),
  );
});

describe('the doctor finds', () => {
  test('a token that Discord does not take', async () => {
    const { environment } = await healthy();
    expect(await found({ ...environment, DISCORD_TOKEN: 'not.the.token' })).toEqual([
      ['token', 'errors.discord.token'],
    ]);
  });

  test('intents that Discord does not allow', async () => {
    const { environment } = await healthy();
    const api = await startRefusingDiscord(4014);
    expect(await found({ ...environment, DISCORD_API_URL: api })).toContainEqual([
      'intents',
      'errors.discord.intents',
    ]);
  });

  test('a permission that a subscribed channel took back', async () => {
    const { sandbox, environment } = await healthy();
    sandbox.denyInChannel(
      sandbox.channelId,
      PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.SendMessages,
    );
    const config = readConfig(environment);
    const findings = await examine({ config, now: Date.now, freeBytes: PLENTY }, 'ko');
    const [finding] = findings.filter(({ ok }) => !ok);
    expect(finding).toMatchObject({ check: 'channels', text: { key: 'doctor.channels.missing' } });
    expect(finding?.text.values?.names).toMatch(/링크 첨부.*메시지 보내기/);
  });

  test('a subscribed channel that is gone', async () => {
    const { sandbox, environment } = await healthy();
    sandbox.deleteChannel(sandbox.channelId);
    expect(await found(environment)).toEqual([['channels', 'doctor.channels.gone']]);
  });

  test('a store that cannot be written', async () => {
    const { environment } = await healthy();
    const DATABASE_URL = 'sqlite:/proc/paperboy/paperboy.db';
    expect(await found({ ...environment, DATABASE_URL })).toEqual([['store', 'errors.store.unusable']]);
  });

  test('a disk that is nearly full', async () => {
    const { environment } = await healthy();
    expect(await found(environment, { freeBytes: async () => 10_000_000 })).toEqual([
      ['space', 'doctor.space.low'],
    ]);
  });

  test('a clock that is off', async () => {
    const { environment } = await healthy();
    for (const off of [-5 * MINUTE, 5 * MINUTE])
      expect(await found(environment, { now: () => Date.now() + off })).toEqual([
        ['clock', 'doctor.clock.off'],
      ]);
  });

  test.each([
    ['does not answer', 'http://127.0.0.1:2', 'errors.source.unreachable'],
    ['has an error', 503, 'errors.source.broken'],
    ['is something else', 404, 'errors.source.refused'],
  ])('a Hugging Face that %s', async (_what, how, key) => {
    const { environment } = await healthy();
    const HUGGINGFACE_URL = typeof how === 'number' ? await startServer(how) : how;
    expect(await found({ ...environment, HUGGINGFACE_URL })).toEqual([['huggingface', key]]);
  });

  test('a model that does not answer', async () => {
    const { environment } = await healthy();
    const LLM_BASE_URL = await startServer(401);
    expect(await found({ ...environment, LLM_BASE_URL })).toEqual([['model', 'doctor.model.bad']]);
    expect(await found({ ...environment, LLM_BASE_URL: 'http://127.0.0.1:2/v1' })).toEqual([
      ['model', 'doctor.model.bad'],
    ]);
  });

  test('a poller that stands still', async () => {
    const { environment } = await healthy();
    const later = { now: () => Date.now() + 4 * 60 * MINUTE };
    expect(await found(environment, later)).toContainEqual(['papers', 'doctor.papers.stale']);
    const muchLater = { now: () => Date.now() + 5 * 24 * 60 * MINUTE };
    expect(await found(environment, muchLater)).toContainEqual(['papers', 'doctor.papers.never']);
  });

  test('an index that lacks papers of the store', async () => {
    const { environment, folder } = await healthy();
    const library = await openLibrary(readConfig(environment), ({ error }) => {
      throw error;
    });
    const [digest] = await library.store.read(['2024-12-06']);
    const [listing] = digest?.listings ?? [];
    if (digest === undefined || listing === undefined) throw new Error('no digest');
    const listings = Array.from({ length: 300 }, (_, at) => ({ ...listing, paperId: `2501.${10_000 + at}` }));
    await library.store.put({ ...digest, date: '2025-01-02', listings }, new Date());
    await library.close();
    expect(await found(environment)).toEqual([['index', 'doctor.index.stale']]);
    rmSync(join(folder, 'search.db'));
    expect(await found(environment)).toEqual([['index', 'doctor.index.stale']]);
  });
});

test.each([
  ['en', /^FIX {2}token +Discord rejected the token/m, /1 thing to do\.$/m],
  ['ko', /^조치 {2}토큰 +디스코드/m, /할 일이 1가지 있습니다\.$/m],
] as const)(
  'prints a line each in %s, and exits with 1 when something must be done',
  async (locale, line, end) => {
    const { environment } = await healthy();
    const said = async (set: Environment) => {
      const out = new PassThrough();
      const terminal = new Terminal(locale, out, out);
      const code = await runDoctor(readConfig(set), terminal, { now: Date.now, freeBytes: PLENTY });
      out.end();
      return { code, lines: await text(out) };
    };
    expect((await said(environment)).code).toBe(0);
    const { code, lines } = await said({ ...environment, DISCORD_TOKEN: 'secret.not.right' });
    expect(code).toBe(1);
    expect(lines).toMatch(line);
    expect(lines).toMatch(end);
    expect(lines).not.toContain('secret');
  },
);

test('in the sandbox there is nothing of Discord to check', async () => {
  const findings = await examine(
    { config: readConfig({ DATABASE_URL: 'sqlite::memory:' }), now: Date.now, freeBytes: PLENTY },
    'en',
  );
  expect(findings.map(({ check, ok }) => [check, ok])).toEqual(
    ['token', 'store', 'papers', 'huggingface', 'model'].map((check) => [check, true]),
  );
});
