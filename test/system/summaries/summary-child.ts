import { once } from 'node:events';
import { pino } from 'pino';
import { Archive } from '../../../src/archive/archive.ts';
import { createModel } from '../../../src/model/openai-compatible.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { openDatabase } from '../../../src/store/database.ts';
import { Summaries } from '../../../src/summaries/summary-store.ts';
import { SummaryWorker } from '../../../src/summaries/worker.ts';

/**
 * A process of its own that writes summaries: `summary-child.ts <database> <model> <now>`. Says `ready`, begins at the
 * first byte on standard input, and says `done` after one round.
 */
const [url = '', baseUrl = '', now = ''] = process.argv.slice(2);

const database = await openDatabase(url);
const worker = new SummaryWorker({
  model: createModel({ baseUrl, model: 'fake', apiKey: null, timeout: 5000 }, () => undefined),
  archive: Archive.of(await Array.fromAsync(new ArchiveStore(database).digests())),
  summaries: new Summaries(database),
  languages: async () => ['en'],
  tokensADay: 1_000_000,
  now: () => Number(now),
  log: pino({ level: 'silent' }),
});
console.log('ready');
await once(process.stdin, 'data');
await worker.round();
console.log('done');
process.exit();
