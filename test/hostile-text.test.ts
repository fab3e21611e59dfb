import { beforeAll, describe, expect, test } from 'vitest';
import { type App, openApp } from '../src/app.ts';
import { parseDigest } from '../src/archive/parse.ts';
import { converse } from '../src/ask/converse.ts';
import { papersIn } from '../src/ask/papers-in.ts';
import { findPaper } from '../src/ask/titles.ts';
import { contextOf } from '../src/bot/dispatch.ts';
import { readConfig } from '../src/config.ts';
import { NOW, SEEDS } from './support/app.ts';
import { hostileTexts, LENGTHS } from './support/hostile.ts';

/** Milliseconds of CPU time that a reader may take for one text. */
const MOST = 20;

let app: App;
beforeAll(async () => {
  app = await openApp(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  await app.search.ready;
  app.search.prepare();
  app.archive.prepare?.();
  return () => app.close();
});

const today = '2026-11-20';
const library = () => ({ archive: app.archive, search: app.search, today });
const context = () => contextOf({ now: NOW }, app.commands, app);

const THREADS = [
  { after: 'who wrote VisionZip?', shown: ['2412.04467', '2412.04455'] },
  { after: 'top 10 papers in December', shown: [] },
];

const READERS: Record<string, (text: string) => unknown> = {
  search: (text) => app.search.search(text, {}, 100),
  passages: (text) => app.search.passages(text, ['2412.04467', '2412.04468'], 1),
  title: (text) => findPaper(text, library()),
  author: (text) => app.archive.findAuthors(text).near.length,
  ask: (text) =>
    converse({ question: text, page: 1, paper: null, thread: { after: null, shown: [] } }, library()),
  'ask about a paper': (text) =>
    converse({ question: text, page: 1, paper: '2412.04467', thread: { after: null, shown: [] } }, library()),
  'ask in a thread of a paper': (text) =>
    converse({ question: text, page: 1, paper: null, thread: THREADS[0]! }, library()),
  'ask in a thread of a list': (text) =>
    converse({ question: text, page: 1, paper: null, thread: THREADS[1]! }, library()),
  'find these papers': (text) => papersIn(text, library()),
  import: (text) =>
    parseDigest(
      `# Daily Papers (2024-12-06)\n### [${text}](https://huggingface.co/papers/2412.04467)\n${text}\nVotes: ${text}\nAuthors: ${text}\n***What***: ${text}\n- [${text}\n<video src=${text}\n![${text}\n* Authors: ['${text}`,
    ),
};

async function cost(read: (text: string) => unknown, text: string): Promise<number> {
  let best = Infinity;
  for (let turn = 0; turn < 3 && best > MOST / 2; turn++) {
    const before = process.cpuUsage();
    try {
      await read(text);
    } catch {}
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

describe.each(Object.keys(READERS))('%s', (name) => {
  test.each(LENGTHS)(
    '%d',
    async (length) => {
      const slow: [number, string][] = [];
      const read = READERS[name]!;
      for (const [called, text] of hostileTexts(length)) {
        const ms = await cost(read, text);
        if (ms > MOST / 2) slow.push([Math.round(ms), called]);
        if (slow.length > 12) break;
      }
      slow.sort((a, b) => b[0] - a[0]);
      expect(slow.slice(0, 12)).toEqual([]);
    },
    120_000,
  );
});
