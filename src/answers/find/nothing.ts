import type { Filter } from '../../archive/select.ts';
import type { Answer, Change } from '../answer.ts';
import { refusal } from '../choices.ts';
import type { AnswerLibrary } from '../library.ts';

/** The answer for a period without papers, with the nearest days; null if the period has papers. */
export function nothingOn(
  { from, to }: Pick<Filter, 'from' | 'to'>,
  { archive }: Pick<AnswerLibrary, 'archive'>,
): Answer | null {
  const { first, last } = archive.totals();
  if (first === null || last === null) return null;
  const start = from ?? (to !== null && to < first ? to : first);
  const period = { from: start, to: to ?? (start > last ? start : last) };
  const next = archive.later(period.from);
  const isListed = archive.ranked(period.from).length > 0 || (next !== null && next <= period.to);
  if (isListed) return null;
  const near = [archive.earlier(period.from), archive.later(period.to)].flatMap((day) => day ?? []);
  const changes = near.map(
    (date): Change => ({
      text: { key: 'ask.change.day', values: { date } },
      invocation: { command: 'today', options: { date }, here: true },
    }),
  );
  return refusal('period', '', { first, last }, { period, changes });
}
