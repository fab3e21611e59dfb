import type { Logger } from 'pino';
import { registrationsOf } from './bot/registration.ts';
import type { Config } from './config.ts';
import { ChannelWatch } from './delivery/subscriptions/channel-watch.ts';
import { createGreeter } from './delivery/subscriptions/greeter.ts';
import { adminNotifier } from './delivery/subscriptions/notify-admins.ts';
import { VoteEditor } from './delivery/vote-edits/editor.ts';
import { DeliveryWorker } from './delivery/worker.ts';
import { type Connection, type ConnectOptions, connect, type Self } from './discord/client.ts';
import { DiscordPublisher } from './discord/out/publisher.ts';
import { Breaker } from './discord/out/rest/breaker.ts';
import type { UserError } from './errors.ts';
import type { Language } from './language.ts';
import type { OpenLibrary } from './library.ts';
import type { Vitals } from './ops/health.ts';
import type { Metrics } from './ops/metrics.ts';
import { Refresher } from './refresher.ts';
import type { SummaryWorker } from './summaries/worker.ts';
import { MemoryKeeper, warmUp } from './warm-up.ts';

/** Time from the login to the warm-up, ms, so that registration and first answers go first. */
const WARM_UP_AFTER = 500;

export interface Service {
  /** @param signal aborts when the bot stops; a long start then gives up */
  start(signal: AbortSignal): Promise<void> | void;
  stop(): Promise<void> | void;
}

interface BotParts {
  readonly config: Config;
  readonly library: OpenLibrary;
  /** The Discord that the bot logs in to. */
  readonly discord: Pick<ConnectOptions, 'api' | 'token'>;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** The operator's language; in the sandbox summaries are also written in it. */
  readonly locale: Language;
  /** Begins the work that nobody waits for. */
  readonly begin: () => void;
  /** After the login, before anything is posted. */
  readonly welcome: (delivery: DeliveryWorker, self: Self | null) => Promise<void>;
  /** Discord has ended the session for good. */
  readonly lost: (error: UserError) => void;
}

/** Services that start in this order and stop in reverse order. */
export class Bot {
  readonly #services: readonly Service[];
  readonly #started: Service[] = [];
  readonly vitals: () => Vitals;

  constructor(services: readonly Service[], vitals: () => Vitals) {
    this.#services = services;
    this.vitals = vitals;
  }

  /** Starts the services one by one, until all run or the signal aborts. Rejects if one fails. */
  async start(signal: AbortSignal): Promise<void> {
    for (const service of this.#services) {
      if (signal.aborted) return;
      this.#started.push(service);
      await service.start(signal);
    }
  }

  async stop(): Promise<void> {
    for (const service of this.#started.splice(0).toReversed()) await service.stop();
  }
}

/** Nothing runs before `start`. */
export function createBot(parts: BotParts): Bot {
  const { config, library, discord, metrics, log, locale, begin, welcome, lost } = parts;
  const address = new Breaker(log);
  const publisher = new DiscordPublisher(discord.api, discord.token, {
    log,
    address,
    onRateLimit: () => metrics.rateLimits.inc(),
  });
  const notifyAdmins = adminNotifier(publisher, log);
  const now = Date.now;
  const delivery = new DeliveryWorker({
    ...library,
    publisher,
    notifyAdmins,
    log,
    now,
    onOutcome({ plannedAt }, _subscription, outcome) {
      metrics.deliveries.inc({ outcome: outcome.kind });
      if (outcome.kind === 'delivered') metrics.lag.observe((now() - plannedAt) / 1000);
    },
  });
  const watcher = new ChannelWatch({
    ...library,
    publisher,
    notifyAdmins,
    round: () => delivery.round(),
    log,
    now,
  });
  const door = library.connect({
    postNow: (subscription, digest) => delivery.postNow(subscription, digest),
    roleNow: (subscription) => publisher.places.roleNow(subscription, now()),
    tagsOf: (guildId, channelId) => publisher.places.tagsOf(guildId, channelId, now()),
  });
  const gateway = new GatewayService((signal) =>
    connect(
      { ...discord, shards: config.shards, address },
      {
        ...library,
        ...door,
        watcher,
        greet: createGreeter({ ...library, publisher, log }),
        places: publisher.places,
        answered: (command, seconds) => metrics.commands.observe({ command }, seconds),
      },
      registrationsOf(library.commands.values()),
      log,
      signal,
      lost,
    ),
  );
  const summaries = summariesOf(library, config, metrics, log, locale);
  const refresher = new Refresher(library, log, () => {
    // New digests may be due, or have papers without a summary.
    void delivery.round();
    summaries?.loaded?.look();
  });
  const pollers = new LazyService(() => pollersOf(library, metrics, log, () => refresher.look()));
  const edited = (outcome: string) => metrics.edits.inc({ outcome });
  const services: (Service | null)[] = [
    { start() {}, stop: () => publisher.close() },
    gateway,
    { start: () => welcome(delivery, gateway.self), stop() {} },
    delivery,
    watcher,
    timer(WARM_UP_AFTER, () => {
      begin();
      void warmUp(library);
    }),
    new MemoryKeeper(library.turns),
    summaries,
    refresher,
    config.follows ? pollers : null,
    new VoteEditor({ ...library, publisher, log, edited, now }),
  ];
  return new Bot(
    services.filter((service) => service !== null),
    () => ({ ...gateway.vitals(), refusal: publisher.refusal, store: delivery.healthy }),
  );
}

class GatewayService implements Service {
  readonly #connect: (signal: AbortSignal) => Promise<Connection | null>;
  #connection: Connection | null = null;

  constructor(connect: (signal: AbortSignal) => Promise<Connection | null>) {
    this.#connect = connect;
  }

  async start(signal: AbortSignal): Promise<void> {
    this.#connection = await this.#connect(signal);
  }

  async stop(): Promise<void> {
    await this.#connection?.stop();
  }

  get self(): Self | null {
    return this.#connection?.self ?? null;
  }

  vitals(): Pick<Vitals, 'ready' | 'gateway'> {
    return { ready: this.#connection !== null, gateway: this.#connection?.online ?? false };
  }
}

/** Runs `work` once, `delay` milliseconds after the start. */
function timer(delay: number, work: () => void): Service {
  let waiting: NodeJS.Timeout | undefined;
  return {
    start() {
      waiting = setTimeout(work, delay);
    },
    stop: () => clearTimeout(waiting),
  };
}

function together(services: readonly Service[]): Service {
  return {
    async start(signal) {
      await Promise.all(services.map((service) => service.start(signal)));
    },
    async stop() {
      await Promise.all(services.map((service) => service.stop()));
    },
  };
}

/** A service whose code is loaded at its start, so that the login does not wait for it. */
class LazyService<Part extends Service> implements Service {
  readonly #load: () => Promise<Part>;
  #part: Part | null = null;

  constructor(load: () => Promise<Part>) {
    this.#load = load;
  }

  get loaded(): Part | null {
    return this.#part;
  }

  async start(signal: AbortSignal): Promise<void> {
    this.#part = await this.#load();
    await this.#part.start(signal);
  }

  async stop(): Promise<void> {
    await this.#part?.stop();
  }
}

async function pollersOf(
  library: OpenLibrary,
  metrics: Metrics,
  log: Logger,
  changed: () => void,
): Promise<Service> {
  const { Poller } = await import('./sources/poller.ts');
  const { PaperPoller } = await import('./sources/paper-poller.ts');
  const { outside } = await import('./sources/huggingface/http.ts');
  const fetched = (outcome: string) => {
    metrics.fetches.inc({ outcome });
    if (outcome !== 'failed') metrics.lastFetch.set(Date.now() / 1000);
  };
  const parts = { ...library, ...outside, log, changed, fetched };
  return together(
    (await library.openedSources()).flatMap((source) => [
      new Poller({ ...parts, source }),
      ...(source.paper === undefined ? [] : [new PaperPoller({ ...parts, source })]),
    ]),
  );
}

/**
 * Writes summaries in the languages of active subscriptions (English if there are none; in the sandbox also the operator's).
 * Null without a model.
 */
function summariesOf(
  library: OpenLibrary,
  { llm, discordToken }: Config,
  metrics: Metrics,
  log: Logger,
  own: Language,
): LazyService<SummaryWorker> | null {
  const { model, subscriptionStore } = library;
  if (model === null || llm === null || llm.tokensADay === 0) return null;
  return new LazyService(async () => {
    const { SummaryWorker } = await import('./summaries/worker.ts');
    return new SummaryWorker({
      ...library,
      model,
      async languages() {
        const read = await subscriptionStore.languages();
        if (discordToken === null) return [...new Set([...read, own])];
        return read.length > 0 ? read : ['en'];
      },
      tokensADay: llm.tokensADay,
      now: Date.now,
      log,
      summarized: (outcome) => metrics.summaries.inc({ outcome }),
    });
  });
}
