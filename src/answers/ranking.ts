import { ranking, type Tally } from '../archive/tally.ts';
import type { TextKey } from '../messages/locales/translation.ts';
import { lastOfMonth } from '../text/dates/day.ts';
import type { Change, Fact } from './answer.ts';
import type { Invocation } from './invocation.ts';

/** Rows of a whole ranking: nobody turns more pages than these make. */
const ROWS_MAX = 100;
/** Rows for who wants the first alone, where many share its place. */
const TIED_MAX = 25;
const OPENED = 3;

interface Wanted {
  readonly by: 'papers' | 'votes';
  readonly order: 'most' | 'fewest';
  readonly limit: number | null;
  readonly min: number | null;
}

/**
 * A ranking's rows, each with its place; those with the same amount share it. All that share the first place are in,
 * where only that is wanted.
 */
export function rowsOf(
  tallies: readonly Tally[],
  { by, order, limit, min }: Wanted,
): readonly (Tally & { place: number })[] {
  const ranked = ranking(tallies, { by, order, min, limit: min === null ? ROWS_MAX : tallies.length });
  const [first] = ranked;
  const tied = ranked.findIndex((one) => one[by] !== first?.[by]);
  const shared = Math.min(tied < 0 ? ranked.length : tied, TIED_MAX);
  const kept = ranked.slice(0, limit === 1 ? shared : (limit ?? ranked.length));
  let place = 0;
  return kept.map((row, at) => {
    if (row[by] !== kept[at - 1]?.[by]) place = at + 1;
    return { ...row, place };
  });
}

/** The same ranking by the other amount or from the other end; a month's papers, which no menu can open. */
export function rankingChanges(fact: Fact, again: Invocation): readonly Change[] {
  const change = (key: TextKey, options: Readonly<Record<string, string>>): Change => ({
    text: { key },
    invocation: { ...again, options: { ...again.options, ...options }, here: true },
  });
  if (fact.is === 'per-day')
    return [
      fact.by === 'papers'
        ? change('found.change.byVotes', { by: 'votes' })
        : change('found.change.papers', { by: 'papers' }),
    ];
  if (fact.is !== 'ranking') return [];
  const months = fact.what === 'months' ? fact.rows.items.slice(0, OPENED) : [];
  return [
    ...months.map(
      ({ name }): Change => ({
        text: { key: 'found.change.month', values: { name } },
        invocation: { command: 'search', options: { from: `${name}-01`, to: lastOfMonth(name) } },
      }),
    ),
    fact.by === 'papers'
      ? change('found.change.byVotes', { by: 'votes' })
      : change('found.change.papers', { by: 'papers' }),
    fact.order === 'most'
      ? change('found.change.fewest', { order: 'fewest' })
      : change('found.change.most', { order: 'most' }),
  ];
}
