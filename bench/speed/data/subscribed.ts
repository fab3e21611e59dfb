import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { DAILY, type Settings } from '../../../src/delivery/subscriptions/subscription.ts';
import { writeSettings } from '../../../src/delivery/subscriptions/subscription-row.ts';
import { type Database, openDatabase } from '../../../src/store/database.ts';
import type { Workspace } from './workspace.ts';

/** Rows a statement: SQLite takes 32,766 parameters. */
const BATCH = 1000;
const DAY = 86_400_000;
/** Days with a delivery in the ledger. */
const PAST = 7;
export const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7] as const;

export interface Channel {
  readonly guildId: string;
  readonly channelId: string;
  readonly plan: Pick<Settings, 'time' | 'zone' | 'days'>;
}

/** Copies a store and adds subscriptions that are a week old. @returns the URL of the copy */
export async function subscribed(
  workspace: Workspace,
  name: string,
  store: string,
  channels: readonly Channel[],
): Promise<string> {
  const url = `sqlite:${join(workspace.folder, `${name}.db`)}`;
  copyFileSync(store.replace(/^sqlite:/, ''), url.replace(/^sqlite:/, ''));
  const database = await openDatabase(url);
  try {
    await database.transaction().execute((transaction) => insert(transaction, channels));
  } finally {
    await database.destroy();
  }
  return url;
}

/** Adds a delivery for each subscription and day of the last week. */
export async function withPast(url: string): Promise<void> {
  const database = await openDatabase(url);
  const days = Array.from({ length: PAST }, (_, back) => dayBefore(back + 1));
  try {
    for (const day of days) {
      await sql`insert into deliveries
        (id, subscription_id, edition, firing, state, planned_at, attempts, message_ids, first_sent_at, settled_at)
        select ${day} || id, id, ${day}, ${day}, 'delivered', 0, 1, '["1"]', 0, 0 from subscriptions`.execute(
        database,
      );
    }
  } finally {
    await database.destroy();
  }
}

async function insert(database: Database, channels: readonly Channel[]): Promise<void> {
  const state = { state: 'active', suspended_for: null, told: 0 } as const;
  const active_since = Date.now() - (PAST + 1) * DAY;
  for (let from = 0; from < channels.length; from += BATCH) {
    const rows = channels.slice(from, from + BATCH).map(({ guildId, channelId, plan }, place) => ({
      id: `subscription-${String(from + place).padStart(8, '0')}`,
      guild_id: guildId,
      user_id: '1',
      active_since,
      ...state,
      ...writeSettings({ ...SETTINGS, ...plan, channelId }),
    }));
    await database.insertInto('subscriptions').values(rows).execute();
  }
}

const SETTINGS = {
  ...DAILY,
  channelKind: 'text',
  style: 'cards',
  top: 5,
  locale: 'en',
  roleId: null,
  thread: false,
} as const;

function dayBefore(days: number): string {
  return new Date(Date.now() - days * DAY).toISOString().slice(0, 10);
}
