import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtPage, PageError, type PagePlace, shipPage } from '../../build/build.ts';
import { runVite, viteProgram } from '../../build/run-vite.ts';
import { describe as inWords, isTooHeavy, weigh } from '../../build/weigh.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const HOUR = 3_600_000;

let place: PagePlace;
const write = (name: string, text: string) => writeFileSync(join(place.source, name), text);

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'paperboy-build-'));
  place = {
    source: join(folder, 'page'),
    output: join(folder, 'dist/page'),
    shipped: join(folder, 'shipped'),
  };
  mkdirSync(place.source);
  write('index.html', '<!doctype html><title>SANDBOX</title><script type="module" src="/main.ts"></script>');
  write('main.ts', "import './style.css';\nconst words: string = 'first';\ndocument.title = words;");
  write('extra.ts', '');
  write('style.css', 'body { margin: 0 }');
});
afterEach(() => rmSync(join(place.source, '..'), { recursive: true, force: true }));

function script(folder: string): string {
  const assets = join(folder, 'assets');
  const name = readdirSync(assets).find((file) => file.endsWith('.js')) ?? '';
  return readFileSync(join(assets, name), 'utf8');
}

describe('the page', () => {
  test('is built if it is missing, within two seconds, and only then', async () => {
    const { folder, ms } = await builtPage(place);
    expect(ms).toBeLessThan(2000);
    expect(readdirSync(folder).sort()).toEqual(['assets', 'index.html']);
    expect(script(folder)).toContain('first');
    expect(readFileSync(join(folder, 'index.html'), 'utf8')).toMatch(/src="\/assets\/index-[\w-]+\.js"/);
    expect(await builtPage(place)).toEqual({ folder, ms: null });
  });

  test.each([
    ['a changed file', () => write('main.ts', "document.title = 'second';")],
    ['a new file', () => write('more.ts', '')],
    ['a renamed file', () => renameSync(join(place.source, 'extra.ts'), join(place.source, 'other.ts'))],
  ])('is built again for %s', async (_what, change) => {
    const { folder } = await builtPage(place);
    change();
    const again = await builtPage(place);
    expect(again.ms).not.toBeNull();
    expect(again.folder).not.toBe(folder);
  });

  test('is not built again for a file that was only touched', async () => {
    await builtPage(place);
    utimesSync(join(place.source, 'main.ts'), new Date(), new Date());
    expect((await builtPage(place)).ms).toBeNull();
  });

  test('is the same for all processes that start at once', async () => {
    const built = await Promise.all([builtPage(place), builtPage(place), builtPage(place)]);
    expect(new Set(built.map(({ folder }) => folder)).size).toBe(1);
    expect(readdirSync(place.output)).toHaveLength(1);
    expect(script(built[0].folder)).toContain('first');
  });

  test('is removed an hour later, when a newer one is built', async () => {
    const { folder: old } = await builtPage(place);
    const draft = join(place.output, '.draft-of-a-killed-process');
    mkdirSync(draft);
    const before = new Date(Date.now() - HOUR - 1000);
    utimesSync(draft, before, before);
    write('main.ts', "document.title = 'second';");
    const { folder: recent } = await builtPage(place);
    expect(existsSync(draft)).toBe(false);
    expect(existsSync(old)).toBe(true);
    utimesSync(old, before, before);
    write('main.ts', "document.title = 'third';");
    await builtPage(place);
    expect(existsSync(old)).toBe(false);
    expect(existsSync(recent)).toBe(true);
  });

  test('that cannot be built names the place of the error, and leaves no files', async () => {
    write('main.ts', 'const = 3;');
    const error = await builtPage(place).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PageError);
    expect(String(error)).toMatch(/^PageError: The page could not be built\. \[.+\] Unexpected token\n/);
    expect(String(error)).toContain('main.ts:1:7');
    expect(String(error)).not.toMatch(/\u001b|node_modules/);
    expect(existsSync(place.output) ? readdirSync(place.output) : []).toEqual([]);
    write('main.ts', '');
    expect((await builtPage(place)).ms).not.toBeNull();
  });

  test('takes nothing from this machine’s environment', async () => {
    write('.env', 'VITE_SECRET=secret');
    write('main.ts', 'document.title = String(import.meta.env.VITE_SECRET) + import.meta.env.MODE;');
    const built = script((await builtPage(place)).folder);
    expect(built).not.toContain('secret');
    expect(built).toContain('production');
  });

  test('is built in a separate process, so that Vite is not loaded into this one', async () => {
    const program = `
      const { builtPage } = await import('./packages/discord-sandbox/build/build.ts');
      await builtPage(JSON.parse(process.argv[1]));
      const maps = process.report.getReport().sharedObjects;
      process.stdout.write(String(maps.some((one) => one.includes('rolldown'))));`;
    const args = ['--input-type=module', '-e', program, JSON.stringify(place)];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
    expect(stdout).toBe('false');
  });
});

describe('without vite', () => {
  /** Builds from a copy of the code that has no packages around it, and tells the folder or the error. */
  async function buildAlone(): Promise<string> {
    const alone = join(place.source, '../packages/discord-sandbox/build');
    mkdirSync(alone, { recursive: true });
    for (const file of ['build.ts', 'run-vite.ts']) {
      cpSync(join(ROOT, 'packages/discord-sandbox/build', file), join(alone, file));
    }
    const program = `
      const { builtPage } = await import('${join(alone, 'build.ts')}');
      const said = await builtPage(JSON.parse(process.argv[1])).then(({ folder }) => folder, String);
      process.stdout.write(said);`;
    const args = ['--input-type=module', '-e', program, JSON.stringify(place)];
    return (await promisify(execFile)(process.execPath, args)).stdout;
  }

  test('the error says what to do', async () => {
    expect(await buildAlone()).toMatch(/^PageError: The page is not built, and vite.*"npm ci".*$/);
  });

  test('the page that ships is used, even an old one', async () => {
    const { folder } = await shipPage(place);
    expect(await buildAlone()).toBe(folder);
    write('main.ts', "document.title = 'second';");
    expect(await buildAlone()).toBe(folder);
    expect(script(folder)).toContain('first');
  });
});

describe('the page that ships', () => {
  test('is used while the sources are the same, and where there are none', async () => {
    const { folder, ms } = await shipPage(place);
    expect(ms).not.toBeNull();
    rmSync(place.output, { recursive: true });
    expect(await builtPage(place)).toEqual({ folder, ms: null });
    expect(await shipPage(place)).toEqual({ folder, ms: null });
    rmSync(place.source, { recursive: true });
    expect(await builtPage(place)).toEqual({ folder, ms: null });
  });

  test('is replaced whole when the sources have changed', async () => {
    await shipPage(place);
    write('main.ts', "document.title = 'second';");
    const { folder } = await shipPage(place);
    expect(script(folder)).toContain('second');
    expect(readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'))).toHaveLength(1);
  });

  test('of the sandbox is what its sources give now: npm run page was not forgotten', async () => {
    const { folder } = await builtPage();
    expect(folder).toMatch(/shipped\/page$/);
    const vite = viteProgram();
    if (vite === null) throw new Error('vite is missing');
    const fresh = join(place.output, 'fresh');
    await runVite(vite, join(ROOT, 'packages/discord-sandbox/page'), fresh);
    expect(filesOf(folder)).toEqual(filesOf(fresh));
  });
});

/** Every file of a folder, by its path. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

describe('its weight', () => {
  test('is what goes over the wire, gzipped, of scripts and styles', async () => {
    const { folder } = await builtPage(place);
    const { script: code, style, scripts } = await weigh(folder);
    expect(code).toBeGreaterThan(20);
    expect(code).toBeLessThan(1000);
    expect(style).toBeGreaterThan(20);
    expect(style).toBeLessThan(100);
    expect(scripts).toBe(code);
  });

  test('counts the largest language, and nothing that loads on demand', async () => {
    const folder = join(place.output, 'built');
    mkdirSync(join(folder, 'assets'), { recursive: true });
    const sizes: Record<string, number> = {};
    const asset = (name: string, text: string) => {
      writeFileSync(join(folder, 'assets', name), text);
      sizes[name] = gzipSync(text).length;
    };
    asset('index-a.js', 'start()');
    asset('page-a.js', 'page()');
    asset('parts-a.js', 'parts()');
    asset('en-a.js', 'short');
    asset('ko-a.js', 'so much longer than the other one');
    writeFileSync(
      join(folder, 'index.html'),
      '<script src="/assets/index-a.js"></script><link rel="modulepreload" href="/assets/page-a.js">',
    );
    const of = (...names: string[]) => names.reduce((total, name) => total + (sizes[name] ?? Number.NaN), 0);
    expect(await weigh(folder)).toEqual({
      script: of('index-a.js', 'page-a.js', 'ko-a.js'),
      style: 0,
      scripts: of(...Object.keys(sizes)),
    });
  });

  test('is limited to 26 kB of script and 6 kB of style, whatever is loaded later', () => {
    expect(isTooHeavy({ script: 26_000, style: 6_000, scripts: 90_000 })).toBe(false);
    expect(isTooHeavy({ script: 26_001, style: 0, scripts: 26_001 })).toBe(true);
    expect(isTooHeavy({ script: 0, style: 6_001, scripts: 0 })).toBe(true);
    expect(inWords({ script: 14_849, style: 310, scripts: 17_000 })).toBe(
      '14.8 kB of script (at most 26; 17.0 with all that is loaded later), 0.3 kB of style (at most 6), gzipped',
    );
  });
});

describe('the sandbox’s own page', () => {
  let own: string;
  beforeAll(async () => {
    own = (await builtPage()).folder;
  });
  const assets = () => readdirSync(join(own, 'assets')).filter((name) => name.endsWith('.js'));
  const html = () => readFileSync(join(own, 'index.html'), 'utf8');

  test('stays within its size', async () => {
    const weight = await weigh(own);
    expect(isTooHeavy(weight), inWords(weight)).toBe(false);
  });

  test('preloads in index.html everything that always loads, and no language', () => {
    const named = assets().filter((name) => html().includes(`/assets/${name}"`));
    expect(named.map((name) => name.replace(/-[\w-]{8}\.js$/, '')).sort()).toEqual(['index', 'page']);
    for (const name of named) {
      const text = readFileSync(join(own, 'assets', name), 'utf8');
      const imported = [...text.matchAll(/from\s*["'`]\.\/([^"'`]+)/g)].map(([, file]) => file);
      expect(named).toEqual(expect.arrayContaining(imported));
    }
  });

  test('has each language in a script of its own', () => {
    const holding = (text: string) =>
      assets().filter((name) => readFileSync(join(own, 'assets', name), 'utf8').includes(text));
    expect(holding('Only you can see this')).toEqual([expect.stringMatching(/^en-/)]);
    expect(holding('나만 볼 수 있어요')).toEqual([expect.stringMatching(/^ko-/)]);
  });

  test('has its styles in index.html; scripts that load later have none', () => {
    const styles = readdirSync(join(own, 'assets')).filter((name) => name.endsWith('.css'));
    expect(styles).toHaveLength(1);
    expect(html()).toContain(`/assets/${styles[0]}"`);
  });
});
