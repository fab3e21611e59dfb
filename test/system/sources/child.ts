import { once } from 'node:events';
import { pino } from 'pino';
import { Fetches } from '../../../src/sources/fetch-store.ts';
import { HuggingFace } from '../../../src/sources/huggingface/client.ts';
import { Poller } from '../../../src/sources/poller.ts';
import { ArchiveStore } from '../../../src/store/archive-store.ts';
import { openDatabase } from '../../../src/store/database.ts';

/**
 * A process of its own that follows Hugging Face: `child.ts <database> <huggingface> <now>`. Says `ready`, begins at the
 * first byte on standard input, and says `done` after one round.
 */
const [url = '', huggingface = '', now = ''] = process.argv.slice(2);

const database = await openDatabase(url);
const worker = new Poller({
  source: new HuggingFace(huggingface),
  store: new ArchiveStore(database),
  fetches: new Fetches(database),
  now: () => Number(now),
  log: pino({ level: 'silent' }),
  changed: () => undefined,
});
console.log('ready');
await once(process.stdin, 'data');
await worker.round();
console.log('done');
process.exit();
