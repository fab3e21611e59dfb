import { existsSync, readdirSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { latestPosts } from './answers/post.ts';
import { Archive } from './archive/archive.ts';
import type { Digest, Paper } from './archive/paper.ts';
import type { Command } from './bot/command.ts';
import { bugId, type ReportBug } from './bot/dispatch.ts';
import { createDoor, type Door } from './bot/door.ts';
import { Limits } from './bot/limits.ts';
import { createWriter } from './bot/respond.ts';
import { Turns } from './bot/turns.ts';
import type { Config } from './config.ts';
import { VoteEdits } from './delivery/ledger/edits.ts';
import { Ledger } from './delivery/ledger/ledger.ts';
import { PostWriter } from './delivery/post-writer.ts';
import { Follows } from './delivery/subscriptions/follows.ts';
import { Guilds } from './delivery/subscriptions/guilds.ts';
import {
  type Connected,
  createSubscriptionService,
  OFFLINE,
} from './delivery/subscriptions/subscription-service.ts';
import { SubscriptionStore } from './delivery/subscriptions/subscription-store.ts';
import type { Language } from './language.ts';
import type { NoteReply } from './model/openai-compatible.ts';
import type { Model } from './model/port.ts';
import { renderAtom } from './ops/atom.ts';
import { type FeedFilter, filteredPosts, filterKey } from './ops/feed-filter.ts';
import { Followed } from './people/followed.ts';
import type { PersonalData, SavedPapers } from './people/port.ts';
import { SavedPaperStore } from './people/saved-papers.ts';
import { SetUpStore } from './people/set-up.ts';
import { keepNamesBy, namesOf } from './questions/read/names.ts';
import { SearchIndex } from './search/index/search-index.ts';
import { createSearch, type Search } from './search/index.ts';
import { AuthorOrder } from './sources/author-order.ts';
import { Fetches } from './sources/fetch-store.ts';
import type { ImportReport } from './sources/ingest.ts';
import type { Source } from './sources/source.ts';
import { ArchiveStore } from './store/archive-store.ts';
import { flush, openDatabase, storeError } from './store/database.ts';
import { InvocationStore } from './store/kept-invocations.ts';
import { PaperRecords } from './store/paper-records.ts';
import { Summaries } from './summaries/summary-store.ts';
import { dayOf } from './text/dates/instants.ts';
import { TrendDrawer } from './trends/picture/drawer.ts';
import type { Trends } from './trends/port.ts';

/** Days added at once, about 20 ms of work, so that a large import does not keep people waiting for seconds. */
const DAYS_AT_ONCE = 5;

/** Number of digests in a feed, and of feeds that are kept. */
const FEED_DIGESTS = 20;
const FEEDS_MAX = 50;

/** Everything that answers need: store, archive, search, and the door where questions come in. */
export interface OpenLibrary extends Door {
  readonly commands: ReadonlyMap<string, Command>;
  readonly archive: Archive;
  readonly search: Search;
  readonly store: ArchiveStore;
  /** Decides who is answered next; background work takes turns with people. */
  readonly turns: Turns;
  readonly subscriptionStore: SubscriptionStore;
  readonly ledger: Ledger;
  readonly guilds: Guilds;
  /** What people follow. */
  readonly follows: Follows;
  readonly fetches: Fetches;
  readonly summaries: Summaries;
  /** Sources' answers to requests for papers by id. */
  readonly records: PaperRecords;
  readonly edits: VoteEdits;
  readonly trends: Trends;
  readonly saved: SavedPapers;
  inAuthorOrder(papers: readonly Paper[]): Promise<readonly Paper[]>;
  /** Every kind of data that is stored of people. */
  readonly personal: readonly PersonalData[];
  /** The sources that are switched on, the same ones each time. */
  readonly openedSources: () => Promise<readonly Source[]>;
  /** Null without a configured language model. */
  readonly model: Model | null;
  /** Writes the daily posts. */
  readonly writer: PostWriter;
  /** The result of importing the seeds into an empty store; null if the store was not empty. */
  readonly seeded: ImportReport | null;
  /**
   * Reads digests, records and summaries that this process or another has added to the store.
   *
   * @returns the number of days read again
   */
  refresh(): Promise<number>;
  /**
   * The latest digests as an Atom feed, all papers or those that a filter leaves; the same string until one changes.
   *
   * @throws NoFeed for a filter that names nobody
   */
  feed(locale: Language, filter?: FeedFilter | null): Promise<string>;
  /** Makes the door of a process that is connected to Discord, whose subscriptions can post at once. */
  connect(connected: Connected): Door;
  close(): Promise<void>;
}

/**
 * Opens the store and builds archive and search from it. The library's own door is for a process without Discord.
 *
 * @param report called for each bug
 * @param note called with the outcome of each question to the language model
 * @param warn called with a line for each problem that was worked around
 * @throws UserError when the store cannot be used
 */
export async function openLibrary(
  config: Config,
  report: ReportBug,
  note: NoteReply = () => {},
  warn: (line: string) => void = (line) => process.emitWarning(line),
): Promise<OpenLibrary> {
  const commands = await loadCommands();
  const database = await openDatabase(config.databaseUrl);
  try {
    const store = new ArchiveStore(database);
    const seeded = (await store.isEmpty()) ? await importSeeds(config.seedsDir, store) : null;
    await flush(database);
    const archive = Archive.of([]);
    await store.decideRest();
    let held = await store.versions();
    archive.judge(await store.doubtful());
    const records = new PaperRecords(database);
    let told = 0;
    for await (const record of records.after(told)) {
      archive.record(record);
      told = record.number;
    }
    for await (const digest of store.digests()) archive.put(digest);
    const summaries = new Summaries(database);
    let written = 0;
    for await (const summary of summaries.after(written)) {
      archive.write(summary);
      written = summary.number;
    }
    const turns = new Turns();
    const pause = () => turns.patient('the background');
    archive.keepBy(pause);
    keepNamesBy(archive, pause);
    const index = new SearchIndex(searchFileOf(config.databaseUrl), warn);
    const search = createSearch(archive.papers(), { people: archive, pause, index });
    // If nobody awaits it, an unhandled rejection would end the whole process, including posts.
    search.ready.catch((error: unknown) => report({ id: bugId(), error, request: null }));
    const subscriptionStore = new SubscriptionStore(database);
    const ledger = new Ledger(database);
    const follows = new Follows(database);
    const edits = new VoteEdits(database);
    const kept = new InvocationStore(database);
    const writer = new PostWriter({ archive, search }, createWriter(kept, report), edits);
    const feeds = new Map<string, string>();
    const writeFeed = async (locale: Language, filter: FeedFilter | null): Promise<string> => {
      if (filter === null) return renderAtom(latestPosts(archive, FEED_DIGESTS), locale);
      await turns.patient('the feed');
      const library = { archive, search, today: dayOf(Date.now()) };
      const { posts, title } = await filteredPosts(filter, library, FEED_DIGESTS, locale);
      return renderAtom(posts, locale, { key: filterKey(filter), title });
    };
    const openedSources = opener(config);
    const order = new AuthorOrder({
      // Without a token nothing is asked of the network that the operator has not asked for.
      sources: async () => (config.follows ? openedSources() : []),
      archive,
      search,
      records,
      now: Date.now,
    });
    const saved = new SavedPaperStore(database);
    const sources = {
      archive,
      search,
      follows,
      limits: new Limits(),
      model: await openModel(config, note),
      trends: new TrendDrawer(),
      saved,
      personal: [saved, new Followed(follows), new SetUpStore(database)],
      inAuthorOrder: (papers: readonly Paper[]) => order.complete(papers),
    };
    const connect = (connected: Connected): Door => {
      const subscriptions = createSubscriptionService(subscriptionStore, ledger, Date.now, connected);
      return createDoor(commands, { ...sources, subscriptions }, kept, report);
    };
    return {
      ...sources,
      ...connect(OFFLINE),
      commands,
      turns,
      store,
      subscriptionStore,
      ledger,
      guilds: new Guilds(database),
      fetches: new Fetches(database),
      summaries,
      records,
      edits,
      writer,
      openedSources,
      seeded,
      connect,
      async refresh() {
        const now = await store.versions();
        const changed = [...now].filter(([day, version]) => held.get(day) !== version).map(([day]) => day);
        const known = told;
        for await (const record of records.after(known)) {
          const paper = archive.record(record);
          if (paper !== undefined) search.put(paper);
          told = record.number;
        }
        if (changed.length > 0 || told > known) {
          for (const paper of archive.judge(await store.doubtful())) search.put(paper);
        }
        for (let from = 0; from < changed.length; from += DAYS_AT_ONCE) {
          const digests = await store.read(changed.slice(from, from + DAYS_AT_ONCE));
          for (const digest of digests) takeIn(digest, archive, search);
          await pause();
        }
        held = now;
        const before = written;
        for await (const summary of summaries.after(before)) {
          const paper = archive.write(summary);
          if (paper !== undefined) search.put(paper);
          written = summary.number;
        }
        // The next question finds them computed, or uses the previous ones.
        namesOf(archive);
        await archive.made();
        if (changed.length > 0 || told > known || written > before) {
          writer.clear();
          feeds.clear();
        }
        return changed.length;
      },
      async feed(locale, filter = null) {
        const key = `${locale} ${filter === null ? '' : filterKey(filter)}`;
        const held = feeds.get(key);
        if (held !== undefined) return held;
        const feed = await writeFeed(locale, filter);
        if (feeds.size >= FEEDS_MAX) feeds.clear();
        feeds.set(key, feed);
        return feed;
      },
      async close() {
        search.close();
        await database.destroy();
      },
    };
  } catch (error) {
    await database.destroy();
    throw storeError(error, database);
  }
}

/**
 * The path of the search index beside a store; null for a store in memory.
 *
 * @param databaseUrl `sqlite:<path>`, `sqlite::memory:` or `postgres://…`
 */
export function searchFileOf(databaseUrl: string): string | null {
  if (databaseUrl === 'sqlite::memory:') return null;
  if (!databaseUrl.startsWith('sqlite:')) return join('data', 'search.db');
  const store = databaseUrl.slice('sqlite:'.length);
  const name = basename(store, extname(store));
  // Each store in a shared folder has its own index.
  return join(dirname(store), name === 'paperboy' ? 'search.db' : `${name}.search.db`);
}

/** The language model, if one is configured. Its client library is loaded only then. */
async function openModel({ llm }: Config, note: NoteReply): Promise<Model | null> {
  if (llm === null) return null;
  const { createModel } = await import('./model/openai-compatible.ts');
  return createModel(llm, note);
}

/** Loads the code that asks the network when it is first needed, so that the login does not wait for it. */
function opener(config: Config): () => Promise<readonly Source[]> {
  let opened: Promise<readonly Source[]> | null = null;
  return () => {
    opened ??= import('./sources/sources.ts').then(({ openSources }) => openSources(config));
    return opened;
  };
}

/** Adds a digest to archive and search. */
function takeIn(digest: Digest, archive: Archive, search: Search): void {
  for (const id of archive.put(digest)) {
    const paper = archive.paper(id);
    if (paper === undefined) search.remove(id);
    else search.put(paper);
  }
}

/**
 * The commands in `commands/`, by name. Each has a file with its name; subcommands of one command share a file.
 *
 * @throws Error for a file that is not a command, so that a broken command is never skipped silently
 */
export async function loadCommands(): Promise<ReadonlyMap<string, Command>> {
  const folder = new URL('../commands/', import.meta.url);
  // In a package the commands are compiled, as this file is.
  const kind = extname(import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith(kind)).toSorted();
  const families = await Promise.all(
    files.map(async (file): Promise<[string, Command][]> => {
      const module: { default?: Command | readonly Command[] } = await import(new URL(file, folder).href);
      const name = basename(file, kind);
      const commands = [module.default ?? []].flat();
      if (commands.length === 0 || commands.some((command) => command.name?.split(' ')[0] !== name)) {
        throw new Error(`commands/${file} does not define the command "${name}"`);
      }
      return commands.map((command) => [command.name, command]);
    }),
  );
  return new Map(families.flat());
}

/**
 * Imports the seeds into an empty store. A missing folder is not an error, since a bot may be started without seeds. The
 * Markdown reader is loaded only here, so a start with digests in its store does not need it.
 */
async function importSeeds(folder: string, store: ArchiveStore): Promise<ImportReport | null> {
  if (!existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0))
    return null;
  const { importDigests } = await import('./sources/ingest.ts');
  return importDigests([folder], store, () => new Date());
}
