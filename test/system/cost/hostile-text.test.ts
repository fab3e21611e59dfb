import { Temporal } from 'temporal-polyfill';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Invocation } from '../../../src/answers/invocation.ts';
import { isNoPaper, readPaperId } from '../../../src/archive/ids.ts';
import { readConfig } from '../../../src/config.ts';
import { readTime } from '../../../src/delivery/rules/times.ts';
import { readDays } from '../../../src/delivery/rules/weekdays.ts';
import { suggestZones } from '../../../src/delivery/rules/zones.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { escapeLines } from '../../../src/messages/parts/text/escape.ts';
import { ask } from '../../../src/questions/ask.ts';
import { writeBefore } from '../../../src/questions/conversation/before.ts';
import { readDay } from '../../../src/questions/dates/read-day.ts';
import { findPaper } from '../../../src/questions/find-paper.ts';
import { papersIn } from '../../../src/questions/papers-in.ts';
import { SEEDS } from '../../support/app.ts';
import { hostileTexts, LENGTHS } from '../../support/hostile.ts';

/** Milliseconds of CPU time that a reader may take for one text. */
const MOST = 20;
/** The first readings compile the reader, and the collector runs in any of them. */
const TURNS = 8;

let app: OpenLibrary;
beforeAll(async () => {
  app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  await app.search.ready;
  await app.archive.made();
  return () => app.close();
});

const today = '2026-11-20';
const library = () => ({ archive: app.archive, search: app.search, today });
const now = Temporal.Instant.from(`${today}T09:00:00Z`);
const run = ({ command, options }: Invocation) => app.dispatch({ command, options, now });
const asking = (question: string, before: Invocation | null = null, paper: string | null = null) => {
  const after = before === null ? null : writeBefore(before);
  return ask({ question, paper, after, shown: ['2412.04467', '2412.04455'] }, library(), run);
};
const LIST: Invocation = {
  command: 'search',
  options: { from: '2024-12-01', to: '2024-12-31', sort: 'votes' },
};
const CARD: Invocation = { command: 'paper', options: { paper: '2412.04467' } };

/** Every reader of typed and written text, without the limits of the doors before it. */
const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  search: (text) => app.search.search(text, {}, 100),
  'quotes of a search': (text) => app.search.passages(text, ['2412.04467', '2412.04468'], 1),
  'suggested papers': (text) => app.search.suggest(text, 25),
  'suggested authors': (text) => app.archive.suggestAuthors(text, 25),
  author: (text) => app.archive.findAuthors(text).near.length,
  paper: (text) => findPaper(text, library()),
  ask: (text) => asking(text),
  'ask about a paper': (text) => asking(text, null, '2412.04467'),
  'ask after a paper': (text) => asking(text, CARD),
  'ask after a list': (text) => asking(text, LIST),
  'find these papers': (text) => papersIn(text, library()),
  id: (text) => readPaperId(text) ?? isNoPaper(text),
  'day, time, weekdays and zone': (text) => [
    readDay(text, today),
    readTime(text),
    readDays(text),
    suggestZones(text, 25),
  ],
  escape: escapeLines,
  // The whole time of the import of a day whose only paper has the text in one place.
  'import of a title': (text) => parseDigest(digestWith(`### [${text}](https://arxiv.org/abs/2412.04467)`)),
  'import of a heading': (text) => parseDigest(digestWith(`### ${text}`)),
  'import of a line': (text) => parseDigest(digestWith(`${LISTING}\n${text}`)),
  'import of votes': (text) => parseDigest(digestWith(`${LISTING}\nVotes: ${text}`)),
  'import of authors': (text) => parseDigest(digestWith(`${LISTING}\nAuthors: ['${text}`)),
  'import of a picture': (text) => parseDigest(digestWith(`${LISTING}\n![](${text}`)),
  'import of a video': (text) => parseDigest(digestWith(`${LISTING}\n<video src=${text}`)),
  'import of a point': (text) => parseDigest(digestWith(`${LISTING}\n- ***What's New***: ${text}`)),
};

const LISTING = '### [VisionZip](https://arxiv.org/abs/2412.04467)';

function digestWith(listing: string): string {
  return `# Daily Papers (2024-12-06)\n\n${listing}\n`;
}

/** The CPU time of a reader for a text, in milliseconds; the least of a few, since it is the reader's own. */
async function cpuOf(read: (text: string) => unknown, text: string): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TURNS && least > MOST; turn++) {
    const before = process.cpuUsage();
    // A refusal is an answer, and no concern of this test.
    await Promise.resolve(text)
      .then(read)
      .catch(() => {});
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe.each(Object.entries(READERS))('no text takes more than 20 ms of CPU: %s', (_name, read) => {
  test.each(LENGTHS)('%d characters', { timeout: 300_000 }, async (length) => {
    const slow: string[] = [];
    for (const [called, text] of hostileTexts(length)) {
      const ms = await cpuOf(read, text);
      if (ms > MOST) slow.push(`${called}: ${Math.round(ms)} ms`);
      if (slow.length === 10) break;
    }
    expect(slow).toEqual([]);
  });
});
