import { existsSync, readdirSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { latestPosts } from './answers/post.ts';
import { Archive } from './archive/archive.ts';
import type { Digest } from './archive/paper.ts';
import type { Command } from './bot/command.ts';
import { bugId, createDispatch, type Dispatch, type ReportBug } from './bot/dispatch.ts';
import { Limits } from './bot/limits.ts';
import { createResponder, type Responder } from './bot/respond.ts';
import { createSuggest, type SuggestChoices } from './bot/suggest.ts';
import { Turns } from './bot/turns.ts';
import type { Config } from './config.ts';
import { Edits } from './delivery/ledger/edits.ts';
import { Ledger } from './delivery/ledger/ledger.ts';
import { PostWriter } from './delivery/post-writer.ts';
import { Guilds } from './delivery/subscriptions/guilds.ts';
import type { Desk } from './delivery/subscriptions/subscription-port.ts';
import { createDesk } from './delivery/subscriptions/subscription-service.ts';
import { Subscriptions } from './delivery/subscriptions/subscription-store.ts';
import { Editor, type EditorParts } from './delivery/vote-edits/editor.ts';
import { DeliveryWorker, type WorkerParts } from './delivery/worker.ts';
import type { Places } from './discord/places.ts';
import { UserError } from './errors.ts';
import type { Language } from './language.ts';
import type { NoteReply } from './model/openai-compatible.ts';
import type { Model } from './model/port.ts';
import { renderFeed } from './ops/atom.ts';
import { keepNamesBy, namesOf } from './questions/read/names.ts';
import { FtsIndex } from './search/engine/fts-index.ts';
import { createSearch, type Search } from './search/index.ts';
import { Fetches } from './sources/fetch-store.ts';
import type { ImportReport } from './sources/ingest.ts';
import { ArchiveStore } from './store/archive-store.ts';
import { flush, openDatabase, storeError } from './store/database.ts';
import { KeptInvocations } from './store/kept-invocations.ts';
import { Summaries } from './summaries/summary-store.ts';

/** Days taken in at one go, some 20 ms of work: an archive imported meanwhile would keep people waiting for seconds. */
const DAYS_AT_ONCE = 5;

/** Digests in the feed. */
const FEED_DIGESTS = 20;

/** The bot without a door to the outside: store, archive and search behind `dispatch`. */
export interface App {
  readonly commands: ReadonlyMap<string, Command>;
  readonly archive: Archive;
  readonly search: Search;
  readonly store: ArchiveStore;
  readonly dispatch: Dispatch;
  readonly responder: Responder;
  readonly suggest: SuggestChoices;
  /** Who is answered next; what is made in the background takes turns with them. */
  readonly turns: Turns;
  readonly desk: Desk;
  readonly subscriptions: Subscriptions;
  readonly ledger: Ledger;
  readonly guilds: Guilds;
  readonly fetches: Fetches;
  readonly summaries: Summaries;
  /** Null where no language model is set up. */
  readonly model: Model | null;
  readonly edits: Edits;
  /** What the seeds brought into an empty store; null when it held something already. */
  readonly seeded: ImportReport | null;
  /**
   * Takes in what another process, or a worker of this one, has put into the store since: digests and summaries.
   * Resolves with the number of days read anew.
   */
  refresh(): Promise<number>;
  /** The latest digests as an Atom feed; the same string until one changes. */
  feed(locale: Language): string;
  /** Makes the worker that posts what is due; from then on the desk can post at once. */
  deliverBy(
    parts: Pick<WorkerParts, 'publisher' | 'tell' | 'settled' | 'log' | 'atOnce' | 'patience'>,
  ): DeliveryWorker;
  /** Makes the editor that keeps the votes of fresh posts up to date. */
  editBy(parts: Pick<EditorParts, 'publisher' | 'edited' | 'log'>): Editor;
  close(): Promise<void>;
}

/**
 * Puts the bot together: config, store, archive, index, dispatch.
 *
 * @param report told of bugs
 * @param note told how each question to the language model ended
 * @throws UserError when the store cannot be used
 */
export async function openApp(config: Config, report: ReportBug, note: NoteReply = () => {}): Promise<App> {
  const commands = await loadCommands();
  const database = await openDatabase(config.databaseUrl);
  try {
    const store = new ArchiveStore(database);
    const seeded = (await store.isEmpty()) ? await importSeeds(config.seedsDir, store) : null;
    await flush(database);
    const archive = Archive.of([]);
    let held = await store.versions();
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
    const search = createSearch(archive.papers(), {
      people: archive,
      pause,
      large: () => new FtsIndex(),
    });
    // Nobody may be waiting for it, and a promise that fails unheard ends the process, posts and all.
    search.ready.catch((error: unknown) => report({ id: bugId(), error, request: null }));
    const subscriptions = new Subscriptions(database);
    const ledger = new Ledger(database);
    let worker: DeliveryWorker | null = null;
    let places: Places | null = null;
    const desk = createDesk(subscriptions, ledger, Date.now, {
      async postNow(subscription, digest) {
        if (worker === null) throw new UserError('errors.subscription.offline');
        return worker.postNow(subscription, digest);
      },
      roleNow: async (subscription) => places?.roleNow(subscription, Date.now()) ?? null,
    });
    const sources = { archive, search, desk, limits: new Limits(), model: await openModel(config, note) };
    const dispatch = createDispatch(commands, sources, report);
    const kept = new KeptInvocations(database);
    const responder = createResponder(dispatch, kept, report);
    const edits = new Edits(database);
    const feeds = new Map<Language, string>();
    const writer = new PostWriter(archive, responder.write, edits);
    return {
      ...sources,
      commands,
      turns,
      store,
      dispatch,
      responder,
      subscriptions,
      ledger,
      guilds: new Guilds(database),
      fetches: new Fetches(database),
      summaries,
      edits,
      suggest: createSuggest(commands, sources),
      seeded,
      async refresh() {
        const now = await store.versions();
        const changed = [...now].filter(([day, version]) => held.get(day) !== version).map(([day]) => day);
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
        if (changed.length > 0 || written > before) {
          writer.clear();
          feeds.clear();
        }
        return changed.length;
      },
      feed(locale) {
        const feed = feeds.get(locale) ?? renderFeed(latestPosts(archive, FEED_DIGESTS), locale);
        feeds.set(locale, feed);
        return feed;
      },
      deliverBy(parts) {
        places = parts.publisher.places;
        worker = new DeliveryWorker({ ...parts, store, subscriptions, ledger, writer, now: Date.now });
        return worker;
      },
      editBy: (parts) => new Editor({ ...parts, archive, edits, now: Date.now }),
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
