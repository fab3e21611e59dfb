import { onTestFinished } from 'vitest';
import { dailyPost } from '../../../src/answers/post.ts';
import type { Day, Listing } from '../../../src/archive/paper.ts';
import { readConfig } from '../../../src/config.ts';
import type { Language } from '../../../src/language.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import type { Model } from '../../../src/model/port.ts';
import type { SummarySource } from '../../../src/summaries/summary.ts';
import { type SummaryParts, SummaryWorker } from '../../../src/summaries/worker.ts';
import { NOW, SEEDS } from '../../support/app.ts';
import { keptLog } from '../../support/bot.ts';
import type { ModelRequest } from '../../support/fake-model.ts';
import { shown } from '../../unit/messages/samples.ts';
import { listing } from '../../unit/store/samples.ts';

export const DAY = '2026-11-19';
export const NOON = Date.parse('2026-11-20T12:00:00Z');

/** A paper as Hugging Face lists it. */
export function fetchedListing({ id, title, abstract }: SummarySource, more: Partial<Listing> = {}): Listing {
  return listing(id, {
    title,
    sections: [],
    details: {
      abstract,
      keywords: [],
      aiSummary: null,
      organization: null,
      code: null,
      project: null,
      hiddenAuthors: 0,
    },
    ...more,
  });
}

/** The whole bot over a store, with a model at an address that waits for 300 ms at most. */
export async function openWorld(databaseUrl: string, modelUrl: string) {
  const environment = { DATABASE_URL: databaseUrl, SEEDS_DIR: `${SEEDS}/none` };
  const config = readConfig({ ...environment, LLM_BASE_URL: modelUrl, LLM_MODEL: 'fake' });
  const app = await openLibrary(config, ({ error }) => {
    throw error;
  });
  onTestFinished(() => app.close());
  const { log, lines } = keptLog();
  const around = { now: NOON };
  const open = (parts: Partial<SummaryParts> = {}) => {
    const worker = new SummaryWorker({
      model: hasty(app.model),
      archive: app.archive,
      summaries: app.summaries,
      languages: async () => ['en'],
      tokensADay: 200_000,
      now: () => around.now,
      log,
      ...parts,
    });
    onTestFinished(() => worker.stop());
    return worker;
  };
  return { app, lines, around, open };
}

/** Puts a day of Hugging Face into a store, as a fetch does, and takes it in. */
export async function putDay(app: OpenLibrary, listings: readonly Listing[], date: Day = DAY): Promise<void> {
  await app.store.put({ date, listings, fetched: { at: NOON, final: true } }, new Date(NOON));
  await app.refresh();
}

/** The daily post of a day, as a channel gets it. */
export async function postOf(app: OpenLibrary, locale: Language, day: Day = DAY): Promise<string> {
  const { messages } = await app.responder.write(dailyPost(app.archive, day, 10), locale, NOW);
  return shown({ messages: [...messages], keep: new Map() });
}

/** The language that a request asks for. */
export function languageIn({ body }: ModelRequest): Language {
  return body.messages.some(({ content }) => content.includes('Write in Korean')) ? 'ko' : 'en';
}

/** A draft that says each point in a sentence of the abstract itself. */
export function extract({ data }: ModelRequest) {
  const sentences = String(data.abstract).split(/(?<=\.) (?=[A-Z])/);
  const of = (at: number) => ({ text: sentences[at] ?? '', evidence: [sentences[at] ?? ''] });
  return { new: of(1), technical: of(2), performance: of(3) };
}

/** Papers that are alike but for their ids. */
export function papersLike(source: SummarySource, count: number): SummarySource[] {
  return Array.from({ length: count }, (_, n) => ({
    ...source,
    id: `2611.${String(n + 1).padStart(5, '0')}`,
  }));
}

function hasty(model: Model | null): Model {
  if (model === null) throw new Error('no model is set up');
  return { name: model.name, open: () => model.open(300) };
}
