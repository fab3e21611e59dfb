import { cut, share } from './text/truncate.ts';

/** One paper in a list, as Markdown in three parts, of which only the title may be cut. */
export interface Entry {
  readonly before: string;
  readonly title: string;
  readonly after: string;
}

/** Characters; rather than cut a title shorter than this, leave out the paper. */
const TITLE_MIN = 24;

/**
 * Fits as many entries as possible into `room` characters by cutting titles.
 *
 * @param gap characters between two entries
 * @returns the entries as text, and how many were left out at the end
 */
export function fitEntries(
  all: readonly Entry[],
  room: number,
  gap: number,
): { lines: readonly string[]; left: number } {
  const entries = [...all];
  const fixedLength = ({ before, after }: Entry) => before.length + after.length + gap;
  let fixed = entries.reduce((sum, entry) => sum + fixedLength(entry), 0);
  let last = entries.pop();
  while (last !== undefined && fixed + (entries.length + 1) * TITLE_MIN > room) {
    fixed -= fixedLength(last);
    last = entries.pop();
  }
  if (last !== undefined) entries.push(last);
  const titles = share(
    entries.map(({ title }) => title.length),
    room - fixed,
  );
  const lines = entries.map(
    ({ before, title, after }, index) => before + cut(title, titles[index] ?? 0) + after,
  );
  return { lines, left: all.length - lines.length };
}
