import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Day } from '../../archive/paper.ts';
import type { Database } from '../../store/database.ts';
import type { DueState } from '../rules/due.ts';
import type { Subscription } from '../subscriptions/subscription.ts';
import { readSubscription } from '../subscriptions/subscription-row.ts';

/** A subscription with what the ledger holds for it. */
export interface PlacedSubscription {
  readonly subscription: Subscription;
  readonly standing: DueState;
}

/** A firing that is due was planned at most 8 local days back, which begin a day before those of UTC. */
const FIRING_DAYS = 10;
/** Its digest is at most 7 days older. */
const DIGEST_DAYS = FIRING_DAYS + 7;
const DAY = 86_400_000;

/** @returns the first days of the ledger that can bear on what is due at `now`; the years before need not be read */
export function reachOf(now: number): { digests: Day; firings: Day } {
  const back = (days: number) => new Date(now - days * DAY).toISOString().slice(0, 10);
  return { digests: back(DIGEST_DAYS), firings: back(FIRING_DAYS) };
}

/** Pages by id, so that what is added or removed meanwhile moves nothing from one page to another. */
export async function* readPages(
  database: Database,
  size: number,
  now: number,
): AsyncGenerator<PlacedSubscription[]> {
  const reach = reachOf(now);
  const standings = new Standings();
  let after = '';
  for (;;) {
    const rows = await database
      .selectFrom('subscriptions')
      .selectAll()
      .select(({ selectFrom, exists }) => [
        selectFrom('deliveries')
          .select(({ fn, val }) => fn<string | null>('string_agg', ['digest', val(' ')]).as('days'))
          .whereRef('subscription_id', '=', 'subscriptions.id')
          .where('digest', '>=', reach.digests)
          .as('digests'),
        selectFrom('deliveries')
          .select(({ fn, val }) => fn<string | null>('string_agg', ['firing', val(' ')]).as('days'))
          .whereRef('subscription_id', '=', 'subscriptions.id')
          .where('firing', '>=', reach.firings)
          .as('firings'),
        // What was only passed over is no post: the first one, of whatever age, is still to come. Literally as in the
        // index `deliveries_not_skipped`, or it is of no use.
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
      standing: standings.of(row.digests ?? '', row.firings ?? '', Boolean(row.any)),
    }));
    // SQLite answers without waiting: without this, nobody else would have a turn until the last page.
    await setImmediate();
  }
}

/** Subscriptions set up alike have had the same days: each list is read once and shared. */
class Standings {
  readonly #days = new Map<string, ReadonlySet<Day>>();

  of(digests: string, firings: string, any: boolean): DueState {
    return { digests: this.#set(digests), firings: this.#set(firings), any };
  }

  #set(text: string): ReadonlySet<Day> {
    const held = this.#days.get(text);
    if (held !== undefined) return held;
    if (this.#days.size >= MOST_KEPT) this.#days.clear();
    const days = new Set(text === '' ? [] : text.split(' '));
    this.#days.set(text, days);
    return days;
  }
}

/** Lists of days kept for sharing: some 10 MB at most. */
const MOST_KEPT = 10_000;
