import { ranking, type Tally } from '../archive/tally.ts';
import { lastOfMonth } from '../text/dates/day.ts';
import type { Change, Fact, FactOf } from './answer.ts';
import { changed } from './changes.ts';
import type { Invocation } from './invocation.ts';

/** Most rows of a ranking; nobody turns more pages. */
const ROWS_MAX = 100;
/** Most rows where only the first place was requested and many share it. */
const TIED_MAX = 25;
const OPENED = 3;

type Wanted = Pick<FactOf<'ranking'>, 'by' | 'order' | 'min'> & { readonly limit: number | null };

/** Rows of a ranking with their places; equal amounts share a place. A limit of 1 gives all rows that share the first. */
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

/** Buttons: the ranking by the other amount, or from the other end, and the papers of a month. */
export function rankingChanges(fact: Fact, again: Invocation): readonly Change[] {
  if (fact.is !== 'per-day' && fact.is !== 'ranking') return [];
  const byOther =
    fact.by === 'papers'
      ? changed(again, 'found.change.byVotes', { options: { by: 'votes' } })
      : changed(again, 'found.change.papers', { options: { by: 'papers' } });
  if (fact.is === 'per-day') return [byOther];
  const months = fact.what === 'months' ? fact.rows.items.slice(0, OPENED) : [];
  return [
    ...months.map(
      ({ name }): Change => ({
        text: { key: 'found.change.month', values: { name } },
        invocation: { command: 'search', options: { from: `${name}-01`, to: lastOfMonth(name) } },
      }),
    ),
    byOther,
    fact.order === 'most'
      ? changed(again, 'found.change.fewest', { options: { order: 'fewest' } })
      : changed(again, 'found.change.most', { options: { order: 'most' } }),
  ];
}
