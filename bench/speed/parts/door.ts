import { Temporal } from 'temporal-polyfill';
import type { OpenLibrary } from '../../../src/library.ts';
import { openStore } from '../../open.ts';
import type { Bench, DataSet } from '../bench.ts';
import { type Questions, questionsOf } from '../data/questions.ts';
import { rawSearch } from '../raw-search.ts';
import { median, percentile, repeat, timed } from '../stats.ts';
import { type Cell, milliseconds, type Row } from '../table.ts';

/** Rounds over all kinds: a busy moment of the machine then affects one round only. */
const ROUNDS = 3;
/** A round asks each kind this many times, or for this many milliseconds if that comes first. */
const CALLS = 400;
const PATIENCE = 600;
const AIM = 5;

interface Times {
  /** The first call of its kind after the start, which may build an index. */
  readonly first: number;
  readonly rounds: Rounds;
}

/** The milliseconds of each call, by rounds. */
type Rounds = readonly (readonly number[])[];

/** Each kind of question, by its name. */
type Measured = ReadonlyMap<string, { readonly ours: Times; readonly raw: Rounds | null }>;

/** Times from question to rendered message, in both languages in turn, beside raw MiniSearch. */
export async function door({ small, large }: Bench): Promise<readonly Row[]> {
  const [few, many] = [await measure(small), await measure(large)];
  const cell = (times: Times | undefined): Cell => {
    const rounds = times?.rounds ?? [];
    return { text: spreadOf(rounds), met: percentileOf(rounds, 99) <= AIM };
  };
  const slowestFirst = (measured: Measured): Cell => {
    const [name, { ours }] = [...measured].reduce((a, b) => (b[1].ours.first > a[1].ours.first ? b : a));
    return { text: `${milliseconds(ours.first)} ${name}` };
  };
  const rows = [...few].map(([name, { ours, raw }]): Row => {
    const other = many.get(name);
    const beside = raw && { name: 'MiniSearch', small: spreadOf(raw), large: spreadOf(other?.raw ?? []) };
    return {
      measure: name,
      small: cell(ours),
      large: cell(other?.ours),
      ...(beside ? { beside } : {}),
      aim: `p99 <= ${milliseconds(AIM)}`,
    };
  });
  return [...rows, { measure: 'slowest first call', small: slowestFirst(few), large: slowestFirst(many) }];
}

async function measure(data: DataSet): Promise<Measured> {
  const app = await openStore({ DATABASE_URL: await data.database() });
  try {
    const kinds = questionsOf(app.archive);
    const ours = await askAll(kinds.map((kind) => asking(app, kind)));
    const searched = kinds.filter(({ searches }) => searches !== undefined);
    const search = rawSearch(app.archive.papers());
    const asks = searched.map(
      ({ searches = [] }) =>
        (call: number) =>
          search(searches[call % searches.length] ?? ''),
    );
    const raw = await askAll(asks);
    const measured = new Map<string, { ours: Times; raw: Rounds | null }>();
    for (const [place, kind] of kinds.entries()) {
      const times = ours[place];
      if (times) measured.set(kind.name, { ours: times, raw: raw[searched.indexOf(kind)]?.rounds ?? null });
    }
    return measured;
  } finally {
    await app.close();
  }
}

/** Asks the door as on the day after the newest digest. */
function asking(
  { archive, responder }: OpenLibrary,
  { command, options }: Questions,
): (call: number) => unknown {
  const now = Temporal.Instant.from(`${archive.latest() ?? '2024-12-06'}T23:30:00Z`);
  return (call) =>
    responder.ask({
      command,
      options: options[call % options.length] ?? {},
      locale: call % 2 === 0 ? 'en' : 'ko',
      now,
    });
}

/** Asks everything once, then until it is warm, then in rounds. */
async function askAll(asks: readonly ((call: number) => unknown)[]): Promise<Times[]> {
  const all: { first: number; rounds: number[][] }[] = [];
  for (const ask of asks) {
    all.push({ first: await timed(() => ask(0)), rounds: [] });
    await askFor(ask, PATIENCE / 2, CALLS);
  }
  await repeat(ROUNDS, async () => {
    for (const [place, ask] of asks.entries()) all[place]?.rounds.push(await askFor(ask, PATIENCE, CALLS));
  });
  return all;
}

/** Asks up to `calls` times within `time` milliseconds. */
async function askFor(ask: (call: number) => unknown, time: number, calls: number): Promise<number[]> {
  const all: number[] = [];
  const end = performance.now() + time;
  for (let call = 0; call < calls && performance.now() < end; call += 1)
    all.push(await timed(() => ask(call)));
  return all;
}

/** The rounds' median. */
function percentileOf(rounds: Rounds, percent: number): number {
  return median(rounds.map((round) => percentile(round, percent)));
}

function spreadOf(rounds: Rounds): string {
  const most = Math.max(...rounds.flat());
  return [percentileOf(rounds, 50), percentileOf(rounds, 99), most].map((ms) => ms.toFixed(2)).join(' ');
}
