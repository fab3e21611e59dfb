import { Archive } from '../../src/archive/archive.ts';
import { SearchIndex } from '../../src/search/index/search-index.ts';
import { createSearch } from '../../src/search/index.ts';
import { seedDigests } from './library.ts';

// Indexes the seeds into a file and is killed after so many slices of work: `node killed-indexing.ts <file> <slices>`.
const [file = '', slices = '0'] = process.argv.slice(2);
let left = Number(slices);
const pause = async () => {
  left -= 1;
  if (left <= 0) process.kill(process.pid, 'SIGKILL');
};
const search = createSearch(Archive.of(seedDigests()).papers(), { index: new SearchIndex(file), pause });
await search.current;
console.log('done');
