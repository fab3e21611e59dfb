import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

/** Where Debian puts each version of PostgreSQL. */
const VERSIONS = '/usr/lib/postgresql';
/** Another process may take the free port in the moment before the server does. */
const TRIES = 3;

/** A throw-away PostgreSQL on loopback. */
export interface Postgres {
  /** @returns the address of a new, empty database */
  createDatabase(): Promise<string>;
  /** Runs a statement as the superuser, beside the databases of the tests. */
  run(statement: string): Promise<void>;
  /** Kills the server as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  restart(): Promise<void>;
  /** Ends the server and removes its data. */
  close(): Promise<void>;
}

/** @returns the newest version's folder of programs; null, and a line that says so, where there is none */
export function postgresPrograms(): string | null {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const newest = versions
    .filter((version) => existsSync(join(VERSIONS, version, 'bin/initdb')))
    .toSorted((a, b) => Number(b) - Number(a))[0];
  if (newest !== undefined) return join(VERSIONS, newest, 'bin');
  console.log(`skipped: there is no PostgreSQL in ${VERSIONS}`);
  return null;
}

/**
 * Starts a server with data of its own.
 *
 * @param durable false where nobody pulls the plug: a new database then takes a tenth of the time
 * @param from a folder that `initialize` has filled, to copy; making data takes two seconds of CPU time
 */
export async function startPostgres(
  programs: string,
  { durable = true, from = null }: { durable?: boolean; from?: string | null } = {},
): Promise<Postgres> {
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-pg-'));
  if (user !== null) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  // Keeps the owner, as PostgreSQL wants it.
  if (from !== null) execFileSync('cp', ['-a', from, data]);
  else initialize(programs, data);
  const start = async (at: number) => {
    const args = ['-D', data, '-p', String(at), '-k', '', '-h', '127.0.0.1', '-c', 'timezone=Asia/Seoul'];
    if (!durable) args.push('-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off');
    const child = spawn(join(programs, 'postgres'), args, {
      ...(user ?? {}),
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return (await ready(child)) ? child : null;
  };

  let port = 0;
  let server: ChildProcess | null = null;
  for (let tried = 0; server === null && tried < TRIES; tried += 1) {
    port = await freePort();
    server = await start(port);
  }
  if (server === null) throw new Error('PostgreSQL does not start');
  let databases = 0;
  const url = (database: string) => `postgres://paperboy@127.0.0.1:${port}/${database}`;
  const end = async (signal: NodeJS.Signals) => {
    if (server === null) return;
    const child = server;
    server = null;
    child.kill(signal);
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  const orphan = () => server?.kill('SIGQUIT');
  process.once('exit', orphan);

  const run = async (statement: string) => {
    const client = new Client({ connectionString: url('postgres') });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  };
  return {
    run,
    async createDatabase() {
      databases += 1;
      await run(`create database test_${databases}`);
      return url(`test_${databases}`);
    },
    kill: () => end('SIGQUIT'),
    async restart() {
      server = await start(port);
      if (server === null) throw new Error('PostgreSQL does not start again');
    },
    async close() {
      process.off('exit', orphan);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Makes the data of a new server in a folder. */
export function initialize(programs: string, data: string): void {
  const user = unprivileged();
  if (user !== null && existsSync(data)) chownSync(data, user.uid, user.gid);
  // A collation unlike SQLite's, so that an order which only holds there shows.
  const locale = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'];
  const options = ['-D', data, '-U', 'paperboy', '--auth=trust', '--no-sync', '--wal-segsize=1', ...locale];
  execFileSync(join(programs, 'initdb'), options, {
    ...(user ?? {}),
    cwd: dirname(data),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function unprivileged(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (what: string) => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** @returns false when it ended instead */
async function ready(child: ChildProcess): Promise<boolean> {
  if (child.stderr === null) return false;
  for await (const line of createInterface({ input: child.stderr })) {
    if (line.includes('ready to accept connections')) {
      child.stderr.resume();
      return true;
    }
  }
  return false;
}
