import { Temporal } from 'temporal-polyfill';
import { type App, openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Bench, DataSet } from '../bench.ts';
import { type Questions, questionsOf } from '../questions.ts';
import { rawSearch } from '../raw-search.ts';
import { percentile, timed } from '../stats.ts';
import { type Cell, milliseconds, type Row } from '../table.ts';

/** Each kind of question is asked so often or for so long (milliseconds), whatever comes first. */
const CALLS = 1000;
const PATIENCE = 2000;
const WARM_UP = 100;
const AIM = 5;

interface Times {
  /** The first of its kind after the start: indexes are made when first needed. */
  readonly first: number;
  readonly all: readonly number[];
}

/** Each kind of question, by its name. */
type Measured = ReadonlyMap<string, { readonly ours: Times; readonly raw: readonly number[] | null }>;

/** Questions asked at the one door, in both languages in turn, to the finished message; beside raw MiniSearch. */
export async function door({ small, large }: Bench): Promise<readonly Row[]> {
  const [few, many] = [await measure(small), await measure(large)];
  const cell = (times: Times | undefined): Cell => {
    const all = times?.all ?? [];
    return { text: spreadOf(all), met: percentile(all, 99) <= AIM };
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
  const config = readConfig({ DATABASE_URL: await data.database() });
  const app = await openApp(config, ({ error }) => {
    throw error;
  });
  try {
    const kinds = questionsOf(app.archive);
    const ours = new Map<string, Times>();
    for (const kind of kinds) ours.set(kind.name, await askOften(asking(app, kind)));
    const search = rawSearch(app.archive.papers());
    const measured = new Map<string, { ours: Times; raw: readonly number[] | null }>();
    for (const kind of kinds) {
      const times = ours.get(kind.name);
      const texts = kind.options.flatMap(({ paper, name }) => paper ?? name ?? []).map(String);
      const isSearch = texts.length > 0 && kind.name !== '/paper by id';
      const raw = isSearch ? await askOften((call) => search(texts[call % texts.length] ?? '')) : null;
      if (times) measured.set(kind.name, { ours: times, raw: raw?.all ?? null });
    }
    return measured;
  } finally {
    await app.close();
  }
}

/** Asks the door as on the day after the newest digest. */
function asking({ archive, responder }: App, { command, options }: Questions): (call: number) => unknown {
  const now = Temporal.Instant.from(`${archive.latest() ?? '2024-12-06'}T23:30:00Z`);
  return (call) =>
    responder.ask({
      command,
      options: options[call % options.length] ?? {},
      locale: call % 2 === 0 ? 'en' : 'ko',
      now,
    });
}

async function askOften(ask: (call: number) => unknown): Promise<Times> {
  const first = await timed(() => ask(0));
  await askFor(PATIENCE / 4, WARM_UP, ask);
  return { first, all: await askFor(PATIENCE, CALLS, ask) };
}

/** Asks up to so many times, as long as the time in milliseconds is not over. */
async function askFor(time: number, calls: number, ask: (call: number) => unknown): Promise<number[]> {
  const all: number[] = [];
  const end = performance.now() + time;
  for (let call = 0; call < calls && performance.now() < end; call += 1)
    all.push(await timed(() => ask(call)));
  return all;
}

function spreadOf(all: readonly number[]): string {
  const [half, most, max] = [50, 99, 100].map((percent) => percentile(all, percent).toFixed(2));
  return `${half} ${most} ${max}`;
}
