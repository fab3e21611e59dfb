import { existsSync, readdirSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { basename, dirname, extname, join } from 'node:path';
import { latestPosts } from './answers/post.ts';
import { Archive } from './archive/archive.ts';
import type { Digest, Paper } from './archive/paper.ts';
import { Titles } from './archive/titles/title-search.ts';
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
import { shelfBeside } from './store/shelf.ts';
import { openNameless, TextFile } from './store/text-file.ts';
import { Summaries } from './summaries/summary-store.ts';
import { dayOf } from './text/dates/instants.ts';
import { TrendDrawer } from './trends/picture/drawer.ts';
import type { Trends } from './trends/port.ts';

/** About 20 ms of work, so that a large import does not keep people waiting. */
const DAYS_AT_ONCE = 5;
/** Digests in a feed, and feeds that are kept. */
const FEED_DIGESTS = 20;
const FEEDS_MAX = 50;

/** Everything that answers need: store, archive, search, and the door where questions come in. */
export type OpenLibrary = Awaited<ReturnType<typeof openLibrary>>;

/**
 * Opens the store and builds archive and search from it. The library's own door is for a process without Discord.
 *
 * @param note called with the outcome of each question to the language model
 * @param warn called with a line for each problem that was worked around
 * @param begun work that nobody waits for comes after it
 * @throws UserError when the store cannot be used
 */
export async function openLibrary(
  config: Config,
  report: ReportBug,
  note: NoteReply = () => {},
  warn: (line: string) => void = (line) => process.emitWarning(line),
  begun: Promise<unknown> = Promise.resolve(),
) {
  const commands = await loadCommands();
  // Node would keep its copy of all compiled code, 10 MB, until the process ends.
  flushCompileCache();
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
    let lastRecord = 0;
    const file = searchFileOf(config.databaseUrl);
    const texts = new TextFile(file === null ? null : openNameless(file));
    for await (const record of records.after(lastRecord, texts)) {
      archive.record(record);
      lastRecord = record.number;
    }
    for await (const digest of store.digests(texts)) archive.put(digest);
    texts.loaded();
    const summaries = new Summaries(database);
    let lastSummary = 0;
    for await (const summary of summaries.after(lastSummary)) {
      archive.write(summary);
      lastSummary = summary.number;
    }
    const turns = new Turns();
    const pause = () => turns.patient('the background');
    const shelf = shelfBeside(file);
    archive.keepBy(pause, shelf, begun);
    keepNamesBy(archive, pause, shelf, begun);
    const index = new SearchIndex(file, warn);
    const titles = new Titles(archive.papers(), shelf);
    const later = begun.then(() => archive.ready);
    void titles.fillBy(pause, later);
    const search = createSearch(archive.papers(), { people: archive, pause, index, titles, begun: later });
    // An unhandled rejection would end the process, including posts.
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
      // Without a token the bot asks the network only for what the operator asked for.
      sources: async () => (config.follows ? openedSources() : []),
      archive,
      search,
      records,
      now: Date.now,
    });
    const saved: SavedPapers & PersonalData = new SavedPaperStore(database);
    const personal: readonly PersonalData[] = [saved, new Followed(follows), new SetUpStore(database)];
    const trends: Trends = new TrendDrawer();
    const sources = {
      archive,
      search,
      follows,
      limits: new Limits(),
      model: await openModel(config, note),
      trends,
      saved,
      personal,
      inAuthorOrder: (papers: readonly Paper[]) => order.complete(papers),
    };
    const connect = (connected: Connected): Door => {
      const subscriptions = createSubscriptionService(subscriptionStore, ledger, Date.now, connected);
      return createDoor(commands, { ...sources, subscriptions }, kept, report);
    };
    return {
      ...sources,
      // A process with Discord makes its own door with `connect`.
      ...connect(OFFLINE),
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
      /** Reads what any process has added to the store. @returns the number of days read again */
      async refresh(): Promise<number> {
        const now = await store.versions();
        const changed = [...now].filter(([day, version]) => held.get(day) !== version).map(([day]) => day);
        const recordsBefore = lastRecord;
        for await (const record of records.after(recordsBefore)) {
          const paper = archive.record(record);
          if (paper !== undefined) search.put(paper);
          lastRecord = record.number;
        }
        if (changed.length > 0 || lastRecord > recordsBefore) {
          for (const paper of archive.judge(await store.doubtful())) search.put(paper);
        }
        for (let from = 0; from < changed.length; from += DAYS_AT_ONCE) {
          const digests = await store.read(changed.slice(from, from + DAYS_AT_ONCE));
          for (const digest of digests) takeIn(digest, archive, search);
          await pause();
        }
        held = now;
        const summariesBefore = lastSummary;
        for await (const summary of summaries.after(summariesBefore)) {
          const paper = archive.write(summary);
          if (paper !== undefined) search.put(paper);
          lastSummary = summary.number;
        }
        // So that the next question finds them.
        namesOf(archive);
        await archive.made();
        if (changed.length > 0 || lastRecord > recordsBefore || lastSummary > summariesBefore) {
          writer.clear();
          feeds.clear();
        }
        return changed.length;
      },
      async feed(locale: Language, filter: FeedFilter | null = null): Promise<string> {
        const key = `${locale} ${filter === null ? '' : filterKey(filter)}`;
        const held = feeds.get(key);
        if (held !== undefined) return held;
        const feed = await writeFeed(locale, filter);
        if (feeds.size >= FEEDS_MAX) feeds.clear();
        feeds.set(key, feed);
        return feed;
      },
      async close(): Promise<void> {
        search.close();
        titles.save();
        texts.close();
        await database.destroy();
      },
    };
  } catch (error) {
    await database.destroy();
    throw storeError(error, database);
  }
}

export function searchFileOf(databaseUrl: string): string | null {
  if (databaseUrl === 'sqlite::memory:') return null;
  if (!databaseUrl.startsWith('sqlite:')) return join('data', 'search.db');
  const store = databaseUrl.slice('sqlite:'.length);
  const name = basename(store, extname(store));
  // Each store in a shared folder has its own index.
  return join(dirname(store), name === 'paperboy' ? 'search.db' : `${name}.search.db`);
}

/** Loads the model's client only if a model is configured. */
async function openModel({ llm }: Config, note: NoteReply): Promise<Model | null> {
  if (llm === null) return null;
  const { createModel } = await import('./model/openai-compatible.ts');
  return createModel(llm, note);
}

/** Loads the sources when they are first needed, so that the login does not wait. */
function opener(config: Config): () => Promise<readonly Source[]> {
  let opened: Promise<readonly Source[]> | null = null;
  return () => {
    opened ??= import('./sources/sources.ts').then(({ openSources }) => openSources(config));
    return opened;
  };
}

function takeIn(digest: Digest, archive: Archive, search: Search): void {
  for (const id of archive.put(digest)) {
    const paper = archive.paper(id);
    if (paper === undefined) search.remove(id);
    else search.put(paper);
  }
}

/** The commands in `commands/`, by name; subcommands share a file. @throws Error for a file that is not a command */
export async function loadCommands(): Promise<ReadonlyMap<string, Command>> {
  const folder = new URL('../commands/', import.meta.url);
  // In a package the commands are compiled.
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

/** Imports the seeds into an empty store; there may be none. The Markdown reader is loaded only here. */
async function importSeeds(folder: string, store: ArchiveStore): Promise<ImportReport | null> {
  if (!existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0))
    return null;
  const { importDigests } = await import('./sources/ingest.ts');
  return importDigests([folder], store, () => new Date());
}
