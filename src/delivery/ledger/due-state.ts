import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from '../../store/database.ts';
import { type DueState, MAX_AGE_DAYS } from '../rules/due.ts';
import { editionOf } from '../rules/editions.ts';
import { EVERY, type Every, type Subscription } from '../subscriptions/subscription.ts';
import { readSubscription } from '../subscriptions/subscription-row.ts';

export interface PlacedSubscription {
  readonly subscription: Subscription;
  readonly dueState: DueState;
}

/** A due firing is at most 8 local days old (32 for a month); local days begin up to a day before UTC's. */
const FIRING_DAYS: Readonly<Record<Every, number>> = { day: 10, week: 10, month: 34 };
const DAY = 86_400_000;

/** @returns the oldest edition and firing that can affect what is due at `now`; older rows need not be read */
export function reachOf(now: number, every: Every): { editions: string; firings: string } {
  const back = (days: number) => new Date(now - days * DAY).toISOString().slice(0, 10);
  const firings = back(FIRING_DAYS[every]);
  return { firings, editions: editionOf(back(FIRING_DAYS[every] + MAX_AGE_DAYS[every]), every) };
}

/** Active subscriptions by id, so that rows added or removed meanwhile shift no page. */
export async function* readPages(
  database: Database,
  size: number,
  now: number,
): AsyncGenerator<PlacedSubscription[]> {
  const dueStates = new DueStates();
  const reaches = EVERY.map((every) => [every, reachOf(now, every)] as const);
  /** By kind: a monthly subscription needs a year of months, which would be 365 rows of a daily one. */
  const reachIn = (what: 'editions' | 'firings') =>
    sql<string>`case subscriptions.every ${sql.join(
      reaches.map(([every, reach]) => sql`when ${sql.lit(every)} then ${reach[what]}`),
      sql` `,
    )} end`;
  let after = '';
  for (;;) {
    const rows = await database
      .selectFrom('subscriptions')
      .selectAll()
      .select(({ selectFrom, exists }) => [
        selectFrom('deliveries')
          .select(({ fn, val }) => fn<string | null>('string_agg', ['edition', val(' ')]).as('keys'))
          .whereRef('subscription_id', '=', 'subscriptions.id')
          .where('edition', '>=', reachIn('editions'))
          .as('editions'),
        selectFrom('deliveries')
          .select(({ fn, val }) => fn<string | null>('string_agg', ['firing', val(' ')]).as('days'))
          .whereRef('subscription_id', '=', 'subscriptions.id')
          .where('firing', '>=', reachIn('firings'))
          .as('firings'),
        // A skipped edition is no post: the first post, whatever its age, is still due. Written exactly like the index
        // `deliveries_not_skipped`, or PostgreSQL does not use that.
        exists(
          selectFrom('deliveries')
            .select('subscription_id')
            .whereRef('subscription_id', '=', 'subscriptions.id')
            .where('state', '!=', sql.lit('skipped')),
        ).as('any'),
      ])
      .where('id', '>', after)
      .where('state', '=', 'active')
      .where('guild_id', 'not in', database.selectFrom('left_guilds').select('guild_id'))
      .orderBy('id')
      .limit(size)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
    yield rows.map((row) => ({
      subscription: readSubscription(row),
      dueState: dueStates.of(row.editions ?? '', row.firings ?? '', Boolean(row.any)),
    }));
    // SQLite answers synchronously: let others run between pages.
    await setImmediate();
  }
}

/** Similar subscriptions have had the same editions: each list is parsed once and shared. */
class DueStates {
  readonly #keys = new Map<string, ReadonlySet<string>>();

  of(editions: string, firings: string, any: boolean): DueState {
    return { editions: this.#set(editions), firings: this.#set(firings), any };
  }

  #set(text: string): ReadonlySet<string> {
    const held = this.#keys.get(text);
    if (held !== undefined) return held;
    if (this.#keys.size >= LISTS_KEPT) this.#keys.clear();
    const keys = new Set(text === '' ? [] : text.split(' '));
    this.#keys.set(text, keys);
    return keys;
  }
}

/** At most some 10 MB. */
const LISTS_KEPT = 10_000;
