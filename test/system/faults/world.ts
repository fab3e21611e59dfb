import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Sandbox, type SandboxOptions, startSandbox } from 'discord-sandbox';
import { sql } from 'kysely';
import { readConfig } from '../../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { backUp, type Database, openDatabase } from '../../../src/store/database.ts';
import { Replica } from './replica.ts';

const SEEDS = fileURLToPath(new URL('../../../seeds', import.meta.url));

/** A Discord in this process, a store, and the bots between them. */
export interface World {
  readonly sandbox: Sandbox;
  /** The store's tables, as an admin with a shell sees them. */
  readonly app: OpenLibrary;
  /** Starts a bot. @param level what it says: pino's level. @param url its store; the world's own when absent */
  start(level?: string, url?: string): Replica;
  /** Copies the store as it is now, a SQLite file, as `paperboy backup` does. @returns its address */
  backUp(): Promise<string>;
  /** Milliseconds since 1970, by the clocks of the bots. */
  now(): number;
  /** Sets the clocks of all bots ahead, also of those that are stopped. @param milliseconds how far */
  advance(milliseconds: number): void;
  /**
   * Lets time pass while no bot runs, in milliseconds: to the ledger it is all the same whether the clock goes on or
   * what it has noted lies further back.
   */
  pass(milliseconds: number): Promise<void>;
  /** Ends every bot and removes everything. */
  close(): Promise<void>;
}

/** @param url where the store is; a SQLite file of its own when absent */
export async function openWorld(options: SandboxOptions = {}, url?: string): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-faults-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  process.once('exit', remove);
  const DATABASE_URL = url ?? `sqlite:${join(folder, 'paperboy.db')}`;
  const clock = join(folder, 'clock');
  let ahead = 0;
  const advance = (milliseconds: number) => {
    ahead += milliseconds;
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleLE(ahead);
    writeFileSync(clock, bytes, { flag: 'r+' });
  };
  writeFileSync(clock, Buffer.alloc(8));
  const sandbox = await startSandbox(options);
  const config = readConfig({ DATABASE_URL, SEEDS_DIR: SEEDS });
  const app = await openLibrary(config, ({ error }) => {
    throw error;
  });
  const database = await openDatabase(DATABASE_URL);
  const replicas = new Set<Replica>();
  return {
    sandbox,
    app,
    start(level = 'info', store = DATABASE_URL) {
      const discord = { DISCORD_TOKEN: sandbox.token, DISCORD_API_URL: sandbox.apiUrl };
      const data = { DATABASE_URL: store, SEEDS_DIR: SEEDS };
      const replica = new Replica({ ...discord, ...data, CLOCK_FILE: clock, LOG_LEVEL: level });
      replicas.add(replica);
      void replica.ended.then(() => replicas.delete(replica));
      return replica;
    },
    async backUp() {
      const copy = join(folder, `backup-${randomUUID()}.db`);
      await backUp(DATABASE_URL, copy);
      return `sqlite:${copy}`;
    },
    now: () => Date.now() + ahead,
    advance,
    pass: (milliseconds) => setBack(database, milliseconds),
    async close() {
      await Promise.all([...replicas].map((replica) => replica.kill()));
      await database.destroy();
      await app.close();
      await sandbox.close();
      process.off('exit', remove);
      remove();
    },
  };
}

async function setBack(database: Database, milliseconds: number): Promise<void> {
  await database
    .updateTable('deliveries')
    .set({
      due_at: sql`due_at - ${milliseconds}`,
      first_sent_at: sql`first_sent_at - ${milliseconds}`,
      planned_at: sql`planned_at - ${milliseconds}`,
    })
    .where('due_at', 'is not', null)
    .execute();
}
