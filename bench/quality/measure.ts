import type { Labelled } from './query.ts';

/** How well one system answers the queries of one kind; shares in percent. */
export interface Figures {
  readonly kind: string;
  readonly queries: number;
  readonly first: number;
  readonly five: number;
  /** Mean of 1 / place of the first right paper within ten. */
  readonly mrr: number;
  /** The slowest of half and of 99 of 100 queries, milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly missed: readonly Missed[];
}

interface Missed {
  readonly query: string;
  /** Of the first right paper, 0 for none within ten. */
  readonly place: number;
}

/** @returns ids, best first */
export type Ask = (query: string) => readonly string[] | Promise<readonly string[]>;

const DEEP = 10;

/** Asks every query once and counts, kind by kind. */
export async function measure(ask: Ask, queries: readonly Labelled[]): Promise<readonly Figures[]> {
  const kinds = [...new Set(queries.map(({ kind }) => kind))];
  const all: Figures[] = [];
  for (const kind of kinds)
    all.push(
      await measureKind(
        ask,
        kind,
        queries.filter((one) => one.kind === kind),
      ),
    );
  return all;
}

async function measureKind(ask: Ask, kind: string, queries: readonly Labelled[]): Promise<Figures> {
  const [places, times]: [number[], number[]] = [[], []];
  for (const { query, relevant } of queries) {
    const started = performance.now();
    const ids = await ask(query);
    times.push(performance.now() - started);
    places.push(ids.slice(0, DEEP).findIndex((id) => relevant.includes(id)) + 1);
  }
  times.sort((a, b) => a - b);
  const share = (isRight: (place: number) => boolean) =>
    (100 * places.filter(isRight).length) / queries.length;
  return {
    kind,
    queries: queries.length,
    first: share((place) => place === 1),
    five: share((place) => place > 0 && place <= 5),
    mrr: places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / queries.length,
    p50: times[Math.floor(times.length / 2)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    missed: queries.flatMap(({ query }, at) => (places[at] === 1 ? [] : { query, place: places[at] ?? 0 })),
  };
}
