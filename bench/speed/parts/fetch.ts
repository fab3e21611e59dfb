import { Archive } from '../../../src/archive/archive.ts';
import { fetchDay } from '../../../src/sources/fetch-day.ts';
import { Fetches } from '../../../src/sources/fetch-store.ts';
import { HuggingFace } from '../../../src/sources/huggingface/client.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { Replay } from '../../../test/support/huggingface.ts';
import type { Bench, DataSet } from '../bench.ts';
import { importInto } from '../data/data-set.ts';
import { recordedDays } from '../data/recorded-days.ts';
import type { Workspace } from '../data/workspace.ts';
import { timed } from '../stats.ts';
import { milliseconds, type Row } from '../table.ts';

/** What fetching took, in milliseconds. */
interface Fetching {
  readonly first: number;
  readonly again: number;
  readonly together: number;
}

/**
 * The recorded days of Hugging Face, fetched over loopback into a store that holds the digests already; the same days
 * again, when nothing has changed; and the archive read from both. Two requests a day, as few as there can be.
 */
export async function fetching({ workspace, small, large }: Bench): Promise<readonly Row[]> {
  const days = recordedDays(small.files);
  const replay = await new Replay((day) => days.get(day) ?? []).listen();
  try {
    const few = await measure(workspace, small, [...days.keys()], replay.url, 'fetch-small');
    const many = await measure(workspace, large, [...days.keys()], replay.url, 'fetch-large');
    const row = (measure: string, of: (fetching: Fetching) => number): Row => ({
      measure,
      small: { text: milliseconds(of(few)) },
      large: { text: milliseconds(of(many)) },
    });
    return [
      row(`fetch ${days.size} days, all new`, ({ first }) => first),
      row('fetch them again, nothing new', ({ again }) => again),
      row('archive out of both', ({ together }) => together),
    ];
  } finally {
    await replay.close();
  }
}

async function measure(
  workspace: Workspace,
  { folder }: DataSet,
  days: readonly string[],
  url: string,
  name: string,
): Promise<Fetching> {
  const database = await openDatabase((await importInto(workspace, folder, name)).database);
  const store = new ArchiveStore(database);
  // Of its own each time: the pace of a client lets through 200 requests at once.
  const fetchAll = async () => {
    const source = new HuggingFace(url);
    const parts = { source, store, fetches: new Fetches(database), now: Date.now };
    for (const day of days) await fetchDay(day, parts);
  };
  try {
    const first = await timed(fetchAll);
    const again = await timed(fetchAll);
    const archive = Archive.of([]);
    const together = await timed(async () => {
      for await (const digest of store.digests()) archive.put(digest);
    });
    return { first, again, together };
  } finally {
    await database.destroy();
  }
}
