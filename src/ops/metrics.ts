import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { StoreProbe } from './store-probe.ts';

/** What is measured of a running bot. @see docs/operating.md for what each means */
export interface Metrics {
  readonly registry: Registry;
  /** Attempts to deliver, by how they ended: `delivered`, `retry`, `suspend`. */
  readonly deliveries: Counter<'outcome'>;
  /** Seconds from when a post was planned to when it stood. */
  readonly lag: Histogram;
  /** Posts whose votes were edited, by how that ended: `edited`, `gone`, `failed`. */
  readonly edits: Counter<'outcome'>;
  /** Answers of 429 by Discord. */
  readonly rateLimits: Counter;
  /** Days asked of Hugging Face, by what came of it: `new`, `changed`, `unchanged`, `empty`, `failed`. */
  readonly fetches: Counter<'outcome'>;
  /** When a day was last read to its end, in seconds since 1970. */
  readonly lastFetch: Gauge;
  /** Seconds from an interaction's arrival to its answer, by command. */
  readonly commands: Histogram<'command'>;
  /** Questions to the language model, by how they ended: `answered`, or why not. */
  readonly modelReplies: Counter<'outcome'>;
  /** Tokens of the language model, `in` and `out`. */
  readonly modelTokens: Counter<'direction'>;
  /** Attempts at a summary by the language model: `written`, `refused`, `failed`, `unanswered`. */
  readonly summaries: Counter<'outcome'>;
}

const LAGS = [0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200, 43_200];
const LATENCIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3, 10];

/** What the gauges show; asked whenever the metrics are read. */
export interface State {
  /** Papers and digests in the archive. */
  readonly totals: () => { papers: number; digests: number };
  readonly probe: Pick<StoreProbe, 'look'>;
  /** Whether Discord refuses the bot. */
  readonly refused: () => boolean;
}

/** Adds the gauges that show what the bot is at the moment. */
export function showState(registry: Registry, { totals, probe, refused }: State): void {
  const registers = [registry];
  new Gauge({
    name: 'paperboy_papers',
    help: 'Papers in the archive',
    registers,
    collect() {
      this.set(totals().papers);
    },
  });
  new Gauge({
    name: 'paperboy_digests',
    help: 'Digests in the archive',
    registers,
    collect() {
      this.set(totals().digests);
    },
  });
  new Gauge({
    name: 'paperboy_oldest_due_seconds',
    help: 'How long the oldest delivery has waited; 0 when none waits, absent while the store does not answer',
    registers,
    async collect() {
      const { store, oldestDue } = await probe.look();
      if (store) this.set(oldestDue ?? 0);
      else this.remove();
    },
  });
  new Gauge({
    name: 'paperboy_store_up',
    help: 'Whether the store answers: 1 or 0',
    registers,
    async collect() {
      const { store } = await probe.look();
      this.set(store ? 1 : 0);
    },
  });
  new Gauge({
    name: 'paperboy_discord_refuses',
    help: '1 while Discord refuses the bot, 0 otherwise',
    registers,
    collect() {
      this.set(refused() ? 1 : 0);
    },
  });
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    deliveries: new Counter({
      name: 'paperboy_deliveries_total',
      help: 'Attempts to deliver, by how they ended',
      labelNames: ['outcome'],
      registers,
    }),
    lag: new Histogram({
      name: 'paperboy_delivery_lag_seconds',
      help: 'From when a post was planned to when it stood',
      buckets: LAGS,
      registers,
    }),
    edits: new Counter({
      name: 'paperboy_edits_total',
      help: 'Posts whose votes were edited, by how that ended',
      labelNames: ['outcome'],
      registers,
    }),
    rateLimits: new Counter({
      name: 'paperboy_rate_limits_total',
      help: 'Answers of 429 by Discord',
      registers,
    }),
    fetches: new Counter({
      name: 'paperboy_fetches_total',
      help: 'Days asked of Hugging Face, by what came of it',
      labelNames: ['outcome'],
      registers,
    }),
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
    modelReplies: new Counter({
      name: 'paperboy_model_replies_total',
      help: 'Questions to the language model, by how they ended',
      labelNames: ['outcome'],
      registers,
    }),
    modelTokens: new Counter({
      name: 'paperboy_model_tokens_total',
      help: 'Tokens of the language model',
      labelNames: ['direction'],
      registers,
    }),
    summaries: new Counter({
      name: 'paperboy_summaries_total',
      help: 'Attempts at a summary by the language model, by how they ended',
      labelNames: ['outcome'],
      registers,
    }),
  };
}
