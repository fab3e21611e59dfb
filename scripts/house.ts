import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';

/**
 * `npm run house`: counts what makes a house easy or hard to enter, and fails where it breaks its own rules: a folder of more
 * than 15 files (but `commands/`), a line over 200 characters, a circle of imports, an exported name that is declared twice.
 */

const ROOTS = ['src', 'commands', 'packages', 'bench'];
const FOLDER_MAX = 15;
/** Has one file for each command, so any number of files. */
const COMMANDS = 'commands';
const LINE_MAX = 200;
/** A block of this many equal lines in two places counts as a duplicate. */
const DUPLICATE_LINES = 8;
/** Word lists and texts: their lines may be long. */
const DATA = /\/(?:locales|words|lexicon)\//;
/** Names that every file of their kind exports. */
const COMMON = new Set(['default']);

interface File {
  readonly path: string;
  readonly lines: readonly string[];
  readonly imports: readonly string[];
}

const paths = (
  await Promise.all(
    ROOTS.map(async (root) => (await readdir(root, { recursive: true })).map((path) => join(root, path))),
  )
)
  .flat()
  .filter((path) => !path.includes('node_modules'));
const files = paths.filter((path) => /\.tsx?$/.test(path)).map(readSource);
const byPath = new Map(files.map((file) => [file.path, file]));

function readSource(path: string): File {
  const text = readFileSync(path, 'utf8');
  const imports = [...text.matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, target = '']) =>
    normalize(join(dirname(path), target)),
  );
  return { path, lines: text.replace(/\n$/, '').split('\n'), imports };
}

const sizes = files.map(({ lines }) => lines.length).sort((one, other) => one - other);
const at = (share: number) => sizes[Math.min(sizes.length - 1, Math.floor(share * sizes.length))];
const folders = new Map<string, { files: number; lines: number }>();
for (const path of paths.filter((one) => /\.[a-z]+$/.test(one))) {
  const entry = folders.get(dirname(path)) ?? { files: 0, lines: 0 };
  folders.set(dirname(path), {
    files: entry.files + 1,
    lines: entry.lines + (byPath.get(path)?.lines.length ?? 0),
  });
}

/** Groups of files that import each other in a circle, type imports counted (Tarjan). */
function circles(): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path) ?? 0);
    stack.push(path);
    for (const next of byPath.get(path)?.imports ?? []) {
      if (!byPath.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(path) !== index.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    if (group.length > 1) found.push(group);
  };
  for (const { path } of files) if (!index.has(path)) visit(path);
  return found;
}

/** Exported names of the bot that two files declare. */
function sharedNames(): string[] {
  const places = new Map<string, string[]>();
  for (const { path, lines } of files.filter((file) => /^(?:src|commands)\//.test(file.path))) {
    for (const line of lines) {
      const name = /^export (?:abstract )?(?:async )?(?:const|function\*?|class|interface|type) (\w+)/.exec(
        line,
      )?.[1];
      if (name !== undefined && !COMMON.has(name)) places.set(name, [...(places.get(name) ?? []), path]);
    }
  }
  return [...places]
    .filter(([, where]) => new Set(where).size > 1)
    .map(([name, where]) => `${name}: ${where.join(', ')}`);
}

/** Pairs of files that share a block of equal lines; imports, comments and brackets do not count. */
function duplicates(): string[] {
  const seen = new Map<string, string>();
  const found = new Set<string>();
  for (const { path, lines } of files.filter(({ path }) => !DATA.test(path) && !path.includes('/test/'))) {
    const code = lines
      .map((line) => line.trim())
      .filter((line) => !/^(?:import|export \*|\/?\*|\/\/|[^\w]*$)/.test(line));
    for (let from = 0; from + DUPLICATE_LINES <= code.length; from += 1) {
      const block = code.slice(from, from + DUPLICATE_LINES).join('\n');
      const other = seen.get(block);
      if (other === undefined) seen.set(block, path);
      else if (other !== path) found.add(`${other} ~ ${path}`);
    }
  }
  return [...found];
}

const crowded = [...folders].filter(
  ([path, { files: count }]) => count > FOLDER_MAX && path !== COMMANDS && !path.includes('/test'),
);
const long = files
  .filter(({ path }) => !DATA.test(path))
  .flatMap(({ path, lines }) =>
    lines.flatMap((line, place) => (line.length > LINE_MAX ? [`${path}:${place + 1}`] : [])),
  );
const rounds = circles();
const names = sharedNames();
const twins = duplicates();

console.log('folder                                            files  lines');
for (const [path, { files: count, lines }] of [...folders].sort()) {
  if (!path.includes('/test'))
    console.log(`${path.padEnd(48)}${String(count).padStart(7)}${String(lines).padStart(7)}`);
}
const total = (root: string) =>
  files.filter(({ path }) => path.startsWith(root)).reduce((sum, { lines }) => sum + lines.length, 0);
console.log(
  `\nlines: src ${total('src/')}, commands ${total('commands/')}, packages ${total('packages/')}, bench ${total('bench/')}`,
);
console.log(`lines a file: median ${at(0.5)}, p90 ${at(0.9)}, largest ${sizes.at(-1)}`);
const most = [...folders]
  .filter(([path]) => !path.includes('/test'))
  .sort((one, other) => other[1].files - one[1].files)[0];
console.log(`largest folder: ${most?.[0]} (${most?.[1].files} files)`);

function report(what: string, found: readonly string[]): void {
  console.log(`${what}: ${found.length}`);
  for (const one of found) console.log(`  ${one}`);
}
report(
  `folders over ${FOLDER_MAX} files`,
  crowded.map(([path, { files: count }]) => `${path} (${count})`),
);
report(`lines over ${LINE_MAX} characters outside data`, long);
report(
  'circles of imports',
  rounds.map((group) => group.join(' -> ')),
);
report('exported names declared twice', names);
report(`pairs of files that share ${DUPLICATE_LINES} lines`, twins);
if (crowded.length + long.length + rounds.length + names.length > 0) process.exitCode = 1;
