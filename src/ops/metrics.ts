import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { StoreProbe } from './store-probe.ts';

/** @see docs/operating.md */
export interface Metrics {
  readonly registry: Registry;
  /** By outcome: `delivered`, `retry`, `suspend`. */
  readonly deliveries: Counter<'outcome'>;
  /** Seconds from the planned time of a post to the post. */
  readonly lag: Histogram;
  /** By outcome: `edited`, `gone`, `failed`. */
  readonly edits: Counter<'outcome'>;
  readonly rateLimits: Counter;
  /** Days by outcome: `new`, `changed`, `unchanged`, `empty`, `failed`. */
  readonly fetches: Counter<'outcome'>;
  /** Of a whole day, in seconds since 1970. */
  readonly lastFetch: Gauge;
  /** Seconds from an interaction to its answer. */
  readonly commands: Histogram<'command'>;
  /** By outcome: `answered`, or the failure. */
  readonly modelReplies: Counter<'outcome'>;
  /** `in` and `out`. */
  readonly modelTokens: Counter<'direction'>;
  /** By outcome: `written`, `refused`, `failed`, `unanswered`. */
  readonly summaries: Counter<'outcome'>;
}

const LAGS = [0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200, 43_200];
const LATENCIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10];

interface State {
  readonly totals: () => { papers: number; digests: number };
  readonly probe: Pick<StoreProbe, 'look'>;
  readonly refused: () => boolean;
}

export function showState(registry: Registry, { totals, probe, refused }: State): void {
  const gauge = (name: string, help: string, read: () => Promise<number | null>) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const value = await read();
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  gauge('paperboy_papers', 'Papers in the archive', async () => totals().papers);
  gauge('paperboy_digests', 'Digests in the archive', async () => totals().digests);
  gauge(
    'paperboy_oldest_due_seconds',
    'How long the oldest delivery has waited; 0 when none waits, absent while the store does not answer',
    async () => {
      const { store, oldestDue } = await probe.look();
      return store ? (oldestDue ?? 0) : null;
    },
  );
  gauge('paperboy_store_up', 'Whether the store answers: 1 or 0', async () =>
    Number((await probe.look()).store),
  );
  gauge('paperboy_discord_refuses', '1 while Discord refuses the bot, 0 otherwise', async () =>
    Number(refused()),
  );
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter<Label>({ name, help, labelNames, registers });
  return {
    registry,
    deliveries: counter('paperboy_deliveries_total', 'Attempts to deliver, by how they ended', 'outcome'),
    lag: new Histogram({
      name: 'paperboy_delivery_lag_seconds',
      help: 'From when a post was planned to when it stood',
      buckets: LAGS,
      registers,
    }),
    edits: counter('paperboy_edits_total', 'Posts whose votes were edited, by how that ended', 'outcome'),
    rateLimits: counter('paperboy_rate_limits_total', 'Answers of 429 by Discord'),
    fetches: counter('paperboy_fetches_total', 'Days asked of Hugging Face, by what came of it', 'outcome'),
    lastFetch: new Gauge({
      name: 'paperboy_last_fetch_timestamp_seconds',
      help: 'When a day was last read from Hugging Face; 0 before the first',
      registers,
    }),
    commands: new Histogram({
      name: 'paperboy_command_seconds',
      help: 'From the arrival of an interaction to its answer',
      labelNames: ['command'],
      buckets: LATENCIES,
      registers,
    }),
    modelReplies: counter(
      'paperboy_model_replies_total',
      'Questions to the language model, by how they ended',
      'outcome',
    ),
    modelTokens: counter('paperboy_model_tokens_total', 'Tokens of the language model', 'direction'),
    summaries: counter(
      'paperboy_summaries_total',
      'Attempts at a summary by the language model, by how they ended',
      'outcome',
    ),
  };
}
