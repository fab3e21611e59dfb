import { existsSync, readdirSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { latestPosts } from './answers/post.ts';
import { Archive } from './archive/archive.ts';
import type { Digest } from './archive/paper.ts';
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
import { keepNamesBy, namesOf } from './questions/read/names.ts';
import { SearchIndex } from './search/index/search-index.ts';
import { createSearch, type Search } from './search/index.ts';
import { Fetches } from './sources/fetch-store.ts';
import type { ImportReport } from './sources/ingest.ts';
import { ArchiveStore } from './store/archive-store.ts';
import { flush, openDatabase, storeError } from './store/database.ts';
import { InvocationStore } from './store/kept-invocations.ts';
import { PaperRecords } from './store/paper-records.ts';
import { Summaries } from './summaries/summary-store.ts';

/** Days taken in at one go, some 20 ms of work: an archive imported meanwhile would keep people waiting for seconds. */
const DAYS_AT_ONCE = 5;

/** Digests in the feed. */
const FEED_DIGESTS = 20;

/** All that an answer needs: store, archive, search, and the door where questions come in. */
export interface OpenLibrary extends Door {
  readonly commands: ReadonlyMap<string, Command>;
  readonly archive: Archive;
  readonly search: Search;
  readonly store: ArchiveStore;
  /** Who is answered next; background work takes turns with them. */
  readonly turns: Turns;
  readonly subscriptionStore: SubscriptionStore;
  readonly ledger: Ledger;
  readonly guilds: Guilds;
  /** What people follow. */
  readonly follows: Follows;
  readonly fetches: Fetches;
  readonly summaries: Summaries;
  /** What sources told of single papers. */
  readonly records: PaperRecords;
  readonly edits: VoteEdits;
  /** Null without a configured language model. */
  readonly model: Model | null;
  /** Writes the daily posts. */
  readonly writer: PostWriter;
  /** What the seeds brought into an empty store; null when it held something already. */
  readonly seeded: ImportReport | null;
  /**
   * Takes in the digests, records and summaries that this process or another has put into the store.
   *
   * @returns the number of days read again
   */
  refresh(): Promise<number>;
  /** The latest digests as an Atom feed; the same string until one changes. */
  feed(locale: Language): string;
  /** The door of a process that is connected to Discord: its subscriptions can post at once. */
  connect(connected: Connected): Door;
  close(): Promise<void>;
}

/**
 * Opens the store and builds what answers questions from it. Its own door is the one of a process without Discord.
 *
 * @param report called for each bug
 * @param note called with the outcome of each question to the language model
 * @param warn called with a line for what is wrong and was worked around
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
    // Nothing may await it, and an unhandled rejection would end the process, posts and all.
    search.ready.catch((error: unknown) => report({ id: bugId(), error, request: null }));
    const subscriptionStore = new SubscriptionStore(database);
    const ledger = new Ledger(database);
    const follows = new Follows(database);
    const edits = new VoteEdits(database);
    const kept = new InvocationStore(database);
    const writer = new PostWriter({ archive, search }, createWriter(kept, report), edits);
    const feeds = new Map<Language, string>();
    const sources = { archive, search, follows, limits: new Limits(), model: await openModel(config, note) };
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
        // Whoever asks next finds them made, or those from before.
        namesOf(archive);
        await archive.made();
        if (changed.length > 0 || told > known || written > before) {
          writer.clear();
          feeds.clear();
        }
        return changed.length;
      },
      feed(locale) {
        const feed = feeds.get(locale) ?? renderAtom(latestPosts(archive, FEED_DIGESTS), locale);
        feeds.set(locale, feed);
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
 * The file beside a store that holds the index of its papers; null for a store in memory.
 *
 * @param databaseUrl `sqlite:<path>`, `sqlite::memory:` or `postgres://…`
 */
export function searchFileOf(databaseUrl: string): string | null {
  if (databaseUrl === 'sqlite::memory:') return null;
  if (!databaseUrl.startsWith('sqlite:')) return join('data', 'search.db');
  const store = databaseUrl.slice('sqlite:'.length);
  const name = basename(store, extname(store));
  // Stores that share a folder have an index each.
  return join(dirname(store), name === 'paperboy' ? 'search.db' : `${name}.search.db`);
}

/** The language model, where one is set up: only then is the library loaded that talks to it. */
async function openModel({ llm }: Config, note: NoteReply): Promise<Model | null> {
  if (llm === null) return null;
  const { createModel } = await import('./model/openai-compatible.ts');
  return createModel(llm, note);
}

/** Puts a digest into what answers questions. */
function takeIn(digest: Digest, archive: Archive, search: Search): void {
  for (const id of archive.put(digest)) {
    const paper = archive.paper(id);
    if (paper === undefined) search.remove(id);
    else search.put(paper);
  }
}

/**
 * The commands of `commands/`, by name: one file each, named as the command; a file with subcommands has all of them.
 *
 * @throws Error for a file that is no command: a broken command is never skipped in silence
 */
export async function loadCommands(): Promise<ReadonlyMap<string, Command>> {
  const folder = new URL('../commands/', import.meta.url);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).toSorted();
  const families = await Promise.all(
    files.map(async (file): Promise<[string, Command][]> => {
      const module: { default?: Command | readonly Command[] } = await import(new URL(file, folder).href);
      const name = basename(file, '.ts');
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
 * Seeds fill an empty archive. A folder that is not there is no mistake: a bot may be started without seeds. What
 * reads Markdown is loaded only here: a start with digests in its store does without.
 */
async function importSeeds(folder: string, store: ArchiveStore): Promise<ImportReport | null> {
  if (!existsSync(folder) || (statSync(folder).isDirectory() && readdirSync(folder).length === 0))
    return null;
  const { importDigests } = await import('./sources/ingest.ts');
  return importDigests([folder], store, () => new Date());
}
