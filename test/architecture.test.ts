import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom, as docs/architecture.md draws it. A layer may always import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  errors: [],
  archive: ['errors'],
  search: ['archive'],
  // What a language model is asked and what is checked of its answer; llm/ is the one that talks to it.
  grounding: [],
  llm: ['grounding'],
  'search-store': ['archive', 'search'],
  ask: ['archive', 'search', 'schedule', 'grounding', 'errors'],
  schedule: ['archive', 'errors'],
  message: ['archive', 'ask', 'schedule', 'errors'],
  bot: ['archive', 'search', 'ask', 'schedule', 'message', 'grounding', 'errors'],
  commands: ['bot', 'archive', 'search', 'ask', 'schedule', 'errors'],
  store: ['archive', 'schedule', 'summarize', 'errors'],
  sources: ['archive', 'schedule', 'errors'],
  summarize: ['archive', 'search', 'grounding', 'errors'],
  discord: ['bot', 'message', 'schedule', 'errors'],
  sandbox: [],
  config: ['errors'],
  delivery: ['archive', 'ask', 'bot', 'discord', 'message', 'schedule', 'store', 'errors'],
  feed: ['archive', 'schedule', 'sources', 'store', 'grounding', 'summarize', 'errors'],
  ops: [],
  ingest: ['archive', 'sources', 'store', 'errors'],
};
/** The top of the house may import everything. */
const TOP = new Set(['app', 'main', 'cli']);
const PURE = new Set([
  'archive',
  'search',
  'ask',
  'schedule',
  'message',
  'commands',
  'grounding',
  'summarize',
]);
/** In pure folders: the file of the index, and what reads the data files that ship with the code, once, at import. */
const IMPURE = /^src\/(?:search\/index\/|text\/data\.ts$)/;
/** Node modules that compute and touch nothing outside. */
const PURE_NODE = new Set(['node:crypto']);

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

function layerOf(file: string): string {
  const [first = '', second = ''] = file.split('/');
  return first === 'src' ? second.replace(/\.tsx?$/, '') : first;
}

const files = [...sources('src'), ...sources('commands')];
const imports: Import[] = files.flatMap((file) => {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?from\s+)?'([^']+)'/gm)].map((match) => ({
    file,
    layer: layerOf(file),
    target: match[2] ?? '',
    typeOnly: match[1] !== undefined,
  }));
});

function targetLayer({ file, target }: Import): string {
  return layerOf(relative(root, resolve(root, dirname(file), target)));
}

describe('the house', () => {
  test('every layer imports only what it may', () => {
    const forbidden = imports
      .filter(({ target, layer }) => target.startsWith('.') && !TOP.has(layer))
      .filter((one) => targetLayer(one) !== one.layer)
      .filter((one) => !MAY_IMPORT[one.layer]?.includes(targetLayer(one)))
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(forbidden).toEqual([]);
  });

  test('commands import of the bot what defines a command, nothing else', () => {
    const others = imports
      .filter((one) => one.layer === 'commands' && targetLayer(one) === 'bot')
      .filter(({ target }) => !/\/bot\/(command|options)\.ts$/.test(target));
    expect(others).toEqual([]);
  });

  test('discord.js stands in src/discord alone', () => {
    const outside = imports.filter(
      ({ layer, target }) => layer !== 'discord' && /^(discord\.js|@discordjs\/)/.test(target),
    );
    expect(outside).toEqual([]);
  });

  test('the libraries of language models stand in src/model alone, which only the top loads, and late', () => {
    const outside = imports.filter(
      ({ layer, target }) => layer !== 'llm' && /^(?:ai|@ai-sdk\/.+)$/.test(target),
    );
    const early = imports.filter((one) => !one.typeOnly && one.layer !== 'llm' && targetLayer(one) === 'llm');
    expect([...outside, ...early]).toEqual([]);
  });

  test('messages know only the types of discord-api-types', () => {
    const values = imports.filter(
      ({ layer, target, typeOnly }) =>
        layer === 'message' && target.startsWith('discord-api-types') && !typeOnly,
    );
    expect(values).toEqual([]);
  });

  test('pure folders read no clock, environment, disk or network', () => {
    const impure = imports
      .filter(({ file, layer }) => PURE.has(layer) && !IMPURE.test(file))
      .filter(({ target }) => target.startsWith('node:') && !PURE_NODE.has(target))
      .map(({ file, target }) => `${file} imports ${target}`);
    const reads = files
      .filter((file) => PURE.has(layerOf(file)) && !IMPURE.test(file))
      .filter((file) =>
        /\bnew Date\(\)|\bDate\.now\(|Temporal\.Now|performance\.now|\bprocess\.|\bfetch\(|Math\.random/.test(
          readFileSync(join(root, file), 'utf8'),
        ),
      );
    expect([...impure, ...reads]).toEqual([]);
  });

  test('the sandbox’s page imports of its surroundings only types: its own files tell when it is stale', () => {
    const page = join(root, 'packages/discord-sandbox/page');
    const values = imports
      .filter(({ file, target, typeOnly }) => {
        if (!join(root, file).startsWith(page) || !target.startsWith('.') || typeOnly) return false;
        return !resolve(root, dirname(file), target).startsWith(page);
      })
      .map(({ file, target }) => `${file} imports ${target}`);
    expect(values).toEqual([]);
  });

  test('the environment is read in src/config.ts alone', () => {
    const readers = files.filter((file) => /process\.env/.test(readFileSync(join(root, file), 'utf8')));
    expect(readers).toEqual(['src/config.ts']);
  });

  test('the sandbox imports nothing of the bot', () => {
    const outside = imports.filter(
      (one) => one.layer === 'sandbox' && one.target.startsWith('.') && targetLayer(one) !== 'sandbox',
    );
    expect(outside).toEqual([]);
  });

  test.each([
    ['SQLite', 'src/store/sqlite.ts', /better-sqlite3|pragma|json_extract|\browid\b|sqlite_/i],
    ['PostgreSQL', 'src/store/postgres.ts', /'pg'|\bpg_|advisory|jsonb|::(text|bigint|int)\b|\bilike\b/i],
  ])('what only %s knows stands in %s', (_name, file, special) => {
    const found = sources('src/store').filter((one) => special.test(readFileSync(join(root, one), 'utf8')));
    expect(found).toEqual([file]);
  });
});

test('npm 10 does not compile better-sqlite3, which brings its binary along', () => {
  // npm 10 runs node-gyp for a package with a binding.gyp unless the lockfile says `"gypfile": false`; on a bare
  // machine that fails. Every npm install drops the line: put it back by hand.
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  expect(lock.packages['node_modules/better-sqlite3'].gypfile).toBe(false);
});

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
    ([, version]) => !/^\d/.test(String(version)),
  );
  expect(loose).toEqual([]);
});
