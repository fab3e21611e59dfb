import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';

/**
 * `npm pack` runs this first. Writes the program as JavaScript to `dist/program`, since Node strips no types below
 * `node_modules`: every file at its own place, lines where they were, and the sandbox beside the bot. Whatever `import`
 * names a file `.ts` names it `.js`, and `discord-sandbox` is named by its path.
 */
const TARGET = 'dist/program';
const SANDBOX = 'packages/discord-sandbox';

/** What the program reads while it runs. Of the sandbox's page that is what ships, not its sources. */
const PARTS = ['src', 'commands', 'seeds', ...sandboxParts()];

/** The files behind the names under which the sandbox is imported. */
const { exports } = z
  .object({ exports: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(SANDBOX, 'package.json'), 'utf8')));

const IMPORTED = /(\bfrom |\bimport |\bimport\()'([^']+)'/g;

function sandboxParts(): string[] {
  const left = new Set(['page', 'test', 'package.json', 'README.md', 'node_modules']);
  return readdirSync(SANDBOX)
    .filter((name) => !left.has(name))
    .map((name) => join(SANDBOX, name));
}

/** Where an import of a compiled file leads. */
function compiledName(named: string, file: string): string {
  const [, path] = /^discord-sandbox(\/.+)?$/.exec(named) ?? [];
  const target = named.startsWith('discord-sandbox') ? exports[`.${path ?? ''}`] : undefined;
  const place = target === undefined ? named : relative(dirname(file), join(SANDBOX, target));
  return place.startsWith('.') || target !== undefined ? place.replace(/\.ts$/, '.js') : place;
}

function compile(file: string): string {
  const code = stripTypeScriptTypes(readFileSync(file, 'utf8'));
  return code.replace(
    IMPORTED,
    (_all, before: string, named: string) => `${before}'${compiledName(named, file)}'`,
  );
}

rmSync(TARGET, { recursive: true, force: true });
for (const part of PARTS) {
  cpSync(part, join(TARGET, part), { recursive: true, filter: (path) => !/\.tsx?$/.test(path) });
  const names = part.endsWith('.ts') ? [''] : readdirSync(part, { recursive: true, encoding: 'utf8' });
  for (const file of names.map((name) => join(part, name)).filter((name) => name.endsWith('.ts'))) {
    const target = join(TARGET, file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, compile(file));
  }
}
const { name, version, type } = JSON.parse(readFileSync('package.json', 'utf8'));
writeFileSync(join(TARGET, 'package.json'), `${JSON.stringify({ name, version, type, private: true })}\n`);
