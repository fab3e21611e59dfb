import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outcome, Sandbox } from 'discord-sandbox';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SEEDS } from '../../support/app.ts';
import { openSandbox } from '../../support/bot.ts';
import { Child } from '../../support/child.ts';
import { startTestPostgres } from '../../support/databases.ts';
import { freePort } from '../../support/free-port.ts';
import { postgresPrograms } from '../../support/postgres.ts';
import { Replica } from './replica.ts';

const CHILD = import.meta.resolve('../store/child.ts');
const UNUSABLE = 'the store cannot be used';
const POLL = { timeout: 30_000 };

interface Bot {
  readonly sandbox: Sandbox;
  readonly bot: Replica;
  /** @returns status and body of a path of its port */
  get(path: string): Promise<{ status: number; text: string }>;
}

/** A bot in a process of its own, over this store, that is well. */
async function startBot(DATABASE_URL: string): Promise<Bot> {
  const sandbox = await openSandbox({ rateLimits: false });
  const port = await freePort();
  const discord = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
  const bot = new Replica({ ...discord, DATABASE_URL, SEEDS_DIR: SEEDS, PORT: String(port) });
  onTestFinished(() => bot.kill());
  await bot.says('commands registered');
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  const started = { sandbox, bot, get };
  await expectWell(started);
  return started;
}

async function expectWell({ get }: Bot): Promise<void> {
  await expect.poll(async () => (await get('/healthz')).status, POLL).toBe(200);
  expect((await get('/metrics')).text).toMatch(/^paperboy_store_up 1$/m);
}

/** Everything answers, and says that the store does not. */
async function expectStoreAway({ get, sandbox }: Bot): Promise<void> {
  const health = await get('/healthz');
  expect(health.status).toBe(503);
  expect(JSON.parse(health.text)).toMatchObject({ ready: true, gateway: true, store: false });
  const metrics = await get('/metrics');
  expect(metrics.status).toBe(200);
  expect(metrics.text).toMatch(/^paperboy_store_up 0$/m);
  expect(metrics.text).toMatch(/^paperboy_papers 90$/m);
  expect((await sandbox.command({ name: 'today' })).kind).toBe('message');
}

function sqliteFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('a SQLite store', () => {
  test('that another process keeps locked costs no interaction, and what waited is done in the end', async () => {
    const url = `sqlite:${sqliteFolder()}/paperboy.db`;
    const { sandbox, get } = await startBot(url);
    const lock = new Child(CHILD, ['lock', url, 'immediate']);
    await lock.said(/ready/);

    const long = 'what do these papers say about '.concat(
      'vision language models and their tokens '.repeat(3),
    );
    const zones = ['Seoul', 'London', 'Tokyo', 'Paris'];
    const subscribed = zones.map((timezone, n) => ({
      name: 'digest subscribe',
      options: { channel: sandbox.addChannel({ name: `place-${n}` }), time: '09:00', timezone },
    }));
    const writing = [
      ...subscribed,
      ...zones.map((zone) => ({ name: 'ask', options: { question: `${long}${zone}` } })),
    ];
    const waiting = Promise.all(writing.map((use) => sandbox.command(use)));
    const reading: Outcome[] = [];
    for (let round = 0; round < 12; round += 1) {
      const asked = ['today', 'top', 'help'].map((name) => sandbox.command({ name }));
      const completed = sandbox.autocomplete({ name: 'author', options: { name: 'song' }, focused: 'name' });
      reading.push(...(await Promise.all([...asked, completed])));
      expect((await get('/healthz')).status).toBe(200);
    }
    // A slow machine defers an answer, but what only reads does not wait for the lock.
    for (const outcome of reading) {
      if (outcome.kind === 'autocomplete') expect(outcome.choices).not.toEqual([]);
      else expect((await sandbox.settled(outcome)).embeds).not.toEqual([]);
    }
    // The lock outlasts the moment in which Discord wants to hear of them.
    const begun = await waiting;
    expect(begun.map(({ kind }) => kind)).toEqual(writing.map(() => 'deferred'));
    lock.go();
    const answers = await Promise.all(begun.map((outcome) => sandbox.settled(outcome, { deadline: 30_000 })));
    expect(JSON.stringify(answers)).not.toMatch(/went wrong/);
    for (const { embeds, content } of answers) expect(embeds.length + content.length).toBeGreaterThan(0);
    const status = await sandbox.command({ name: 'digest status' });
    expect(JSON.stringify(status.message)).toMatch(/place-|<#/);
  });

  test('that is deleted is noticed: 503 and one line in the log, while questions are answered', async () => {
    const folder = sqliteFolder();
    const started = await startBot(`sqlite:${folder}/paperboy.db`);
    rmSync(join(folder, 'paperboy.db'));
    await expectStoreAway(started);
    const { err } = await started.bot.says(UNUSABLE);
    expect(err).toMatchObject({ message: expect.stringMatching(/deleted or replaced/) });
  });
});

/** Passes everything on between a port of its own and another, until it is told to stall. */
async function startProxy(port: number) {
  const sockets = new Set<Socket>();
  let stalled = false;
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
      from.pipe(to);
      if (stalled) from.pause();
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    stall(on: boolean) {
      stalled = on;
      for (const socket of sockets) {
        if (on) socket.pause();
        else socket.resume();
      }
    },
  };
}

const programs = postgresPrograms();
describe.skipIf(programs === null)('a PostgreSQL store', () => {
  test('that hangs, or goes away, is told in time, and used again when it is back', async () => {
    const server = await startTestPostgres(programs ?? '');
    onTestFinished(() => server.close());
    const url = new URL(await server.createDatabase());
    const proxy = await startProxy(Number(url.port));
    url.port = String(proxy.port);
    const started = await startBot(url.href);
    proxy.stall(true);
    await expectStoreAway(started);
    proxy.stall(false);
    await expectWell(started);
    await server.kill();
    await expectStoreAway(started);
    await server.restart();
    await expectWell(started);
  });
});
