import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The house of docs/architecture.md, from the ground up. A file may import what stands on its own line or on a line above
 * it. The longest path that fits a file says where it belongs.
 */
const LAYERS = [
  ['src/language.ts', 'src/make-folder.ts', 'src/recent.ts', 'src/sliced.ts', 'src/node-version.js'],
  ['src/text'],
  ['src/archive'],
  ['src/messages/locales'],
  ['src/errors.ts'],
  ['src/config.ts', 'src/digest-format', 'src/model', 'src/sources/doubt'],
  [
    'src/delivery/rules',
    'src/delivery/subscriptions/subscription.ts',
    'src/delivery/subscriptions/permissions.ts',
    'src/delivery/subscriptions/subscription-port.ts',
    'src/people/port.ts',
  ],
  ['src/search', 'src/citations', 'src/trends'],
  ['src/answers', 'src/questions'],
  ['src/messages'],
  ['src/bot'],
  ['commands'],
  ['src/store'],
  ['src/sources'],
  ['src/summaries', 'src/delivery', 'src/people'],
  ['src/discord', 'src/ops', 'src/mcp'],
  ['src/library.ts', 'src/warm-up.ts', 'src/refresher.ts'],
  ['src/bot.ts'],
  ['src/cli', 'src/doctor', 'src/main.ts'],
];

/** Folders whose code reads no clock, environment, disk or network. */
const PURE = [
  'src/text',
  'src/digest-format',
  'src/archive',
  'src/questions',
  'src/answers',
  'src/messages',
  'src/delivery/rules',
  'src/model/checks',
  'src/search',
  'src/citations',
  'src/trends',
  'commands',
];
/** The part of `src/search` that stores an index, that of `src/trends` that draws, and the one reader of the data files that ship with the code. */
const IMPURE = /^src\/(?:search\/index\/|trends\/picture\/|text\/data\.ts$)/;
/** Node modules that only compute. */
const PURE_NODE = new Set(['node:crypto']);
const OUTSIDE = [
  /\bnew Date\(\)|\bDate\.now\(|Temporal\.Now|performance\.now/,
  /\bprocess\.|\bfetch\(|Math\.random/,
];

interface Import {
  readonly file: string;
  /** A path from the root, or the name of a package. */
  readonly target: string;
  readonly isType: boolean;
}

const paths = await Array.fromAsync(
  glob(['{src,commands}/**/*.ts', 'packages/discord-sandbox/**/*.{ts,tsx}']),
);
const files = paths
  .filter((path) => !path.includes('node_modules') && !path.includes('/test/'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const imports = files.flatMap(({ path: file, text }): Import[] =>
  [...text.matchAll(/^(?:import|export)\s+(type\s)?(?:[^'";]*?from\s+)?'([^']+)'/gm)].map(
    ([, type, named = '']) => ({
      file,
      target: named.startsWith('.') ? normalize(join(dirname(file), named)) : named,
      isType: type !== undefined,
    }),
  ),
);

const isIn = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);
const said = (found: readonly Import[]) => found.map(({ file, target }) => `${file} imports ${target}`);

/** @returns the number of a file's layer, from the ground */
function layerOf(path: string): number {
  const places = LAYERS.flatMap((folders, layer) => folders.map((folder) => ({ folder, layer })));
  const [best] = places
    .filter(({ folder }) => isIn(path, folder))
    .toSorted((one, other) => other.folder.length - one.folder.length);
  if (best === undefined) throw new Error(`${path} has no place in the house`);
  return best.layer;
}

describe('the house', () => {
  test('nothing imports what stands above it', () => {
    const ours = imports.filter(({ target }) => /^(?:src|commands)\//.test(target));
    expect(said(ours.filter(({ file, target }) => layerOf(target) > layerOf(file)))).toEqual([]);
  });

  test('the sandbox knows nothing of the bot, and the bot of the sandbox only its package', () => {
    const sandbox = 'packages/discord-sandbox';
    const across = imports.filter(
      ({ file, target }) =>
        target.includes('/') && !target.startsWith('node:') && isIn(file, sandbox) !== isIn(target, sandbox),
    );
    expect(said(across.filter(({ target }) => /^(?:src|commands|packages)\//.test(target)))).toEqual([]);
  });

  test('of what surrounds it the sandbox’s page imports only types: its own files tell when it is stale', () => {
    const page = 'packages/discord-sandbox/page';
    const values = imports.filter(({ file, isType }) => isIn(file, page) && !isType);
    expect(
      said(values.filter(({ target }) => /^(?:src|packages)\//.test(target) && !isIn(target, page))),
    ).toEqual([]);
  });

  test('pure folders read no clock, environment, disk or network', () => {
    const isPure = (path: string) => PURE.some((folder) => isIn(path, folder)) && !IMPURE.test(path);
    const modules = imports.filter(
      ({ file, target }) => isPure(file) && /^node:/.test(target) && !PURE_NODE.has(target),
    );
    const readers = files.filter(({ path, text }) => isPure(path) && OUTSIDE.some((read) => read.test(text)));
    expect([...said(modules), ...readers.map(({ path }) => path)]).toEqual([]);
  });

  test.each([
    ['discord.js', /^(?:discord\.js|@discordjs\/)/, 'src/discord'],
    ['the Model Context Protocol', /^@modelcontextprotocol\//, 'src/mcp'],
    ['the libraries of language models', /^(?:ai$|@ai-sdk\/)/, 'src/model'],
    ['the sandbox, which is loaded only without a token', /^discord-sandbox/, 'src/cli'],
  ])('only one folder imports %s', (_name, library, folder) => {
    const elsewhere = imports.filter(({ file, target }) => library.test(target) && !isIn(file, folder));
    expect(said(elsewhere.filter(({ file }) => !file.startsWith('packages/')))).toEqual([]);
  });

  test('messages know only the types of discord-api-types', () => {
    const values = imports.filter(({ file, isType }) => isIn(file, 'src/messages') && !isType);
    expect(said(values.filter(({ target }) => target.startsWith('discord-api-types')))).toEqual([]);
  });

  test('what only some bots need is loaded by those alone', () => {
    const optional = [
      'src/mcp/endpoint.ts',
      'src/mcp/stdio.ts',
      'src/model/openai-compatible.ts',
      'src/sources/poller.ts',
      'src/summaries/worker.ts',
    ];
    const early = imports.filter(({ target, isType }) => optional.includes(target) && !isType);
    expect(said(early)).toEqual([]);
  });

  test('the environment is read in src/config.ts alone', () => {
    const readers = files.filter(({ path, text }) => path.startsWith('src/') && text.includes('process.env'));
    expect(readers.map(({ path }) => path)).toEqual(['src/config.ts']);
  });

  test('a command imports of the bot what defines a command, nothing else', () => {
    const others = imports.filter(({ file, target }) => isIn(file, 'commands') && isIn(target, 'src/bot'));
    expect(
      said(others.filter(({ target }) => !/\/bot\/(?:command|options|suggestions)\.ts$/.test(target))),
    ).toEqual([]);
  });

  test.each([
    [
      'SQLite',
      ['src/store/sqlite-driver.ts', 'src/store/sqlite.ts'],
      /better-sqlite3|pragma|json_extract|\browid\b|sqlite_/i,
    ],
    ['PostgreSQL', ['src/store/postgres.ts'], /'pg'|\bpg_|advisory|jsonb|::(?:text|bigint|int)\b|\bilike\b/i],
  ])('what only %s knows is in %j', (_name, where, special) => {
    const found = files.filter(({ path, text }) => isIn(path, 'src/store') && special.test(text));
    expect(found.map(({ path }) => path).toSorted()).toEqual(where);
  });
});

test('test/unit mirrors src: each of its folders is a folder of src, or commands', () => {
  const folders = readdirSync('test/unit', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ parentPath, name }) => relative('test/unit', join(parentPath, name)));
  const others = folders.filter((folder) => folder !== 'commands' && !existsSync(join('src', folder)));
  expect(others).toEqual([]);
});

test('npm 10 does not compile better-sqlite3, which brings its binary along', () => {
  // npm 10 runs node-gyp for a package with a binding.gyp unless the lockfile says `"gypfile": false`; on a bare
  // machine that fails. Every npm install drops the line: put it back by hand.
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  expect(lock.packages['node_modules/better-sqlite3'].gypfile).toBe(false);
});

test.each(['package.json', 'packages/discord-sandbox/package.json'])(
  '%s pins every dependency to one version',
  (path) => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(path, 'utf8'));
    const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^\d/.test(String(version)),
    );
    expect(loose).toEqual([]);
  },
);
