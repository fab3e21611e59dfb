import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

/**
 * Takes the pictures of the documentation from the running bot in the sandbox: `npm run screenshots`. Needs a Chromium,
 * at /usr/bin/chromium or where CHROMIUM says.
 */

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const FOLDER = fileURLToPath(new URL('../docs/images/', import.meta.url));
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

interface Picture {
  readonly name: string;
  readonly size: typeof DESKTOP;
  readonly theme: 'dark' | 'light';
  readonly locale: 'en-US' | 'ko-KR';
  /** What is typed into the bar, key by key; `\n` is Enter, `\t` Tab. */
  readonly typed?: string;
  /** What is to be seen before the picture is taken. */
  readonly until?: string;
}

/** Each appears below the ones before it in the same channel. */
const PICTURES: readonly Picture[] = [
  { name: 'digest', size: DESKTOP, theme: 'dark', locale: 'en-US' },
  { name: 'phone-digest', size: PHONE, theme: 'dark', locale: 'en-US' },
  {
    name: 'commands',
    size: DESKTOP,
    theme: 'dark',
    locale: 'en-US',
    typed: '/author\tSong',
    until: 'Song Han',
  },
  {
    name: 'mention',
    size: DESKTOP,
    theme: 'dark',
    locale: 'en-US',
    typed: '@Pap\twho wrote VisionZip?\n',
    until: 'by 7 authors',
  },
  {
    name: 'paper-ko',
    size: DESKTOP,
    theme: 'light',
    locale: 'ko-KR',
    typed: '/논문 2412.04467\n',
    until: '저자 7명',
  },
  {
    name: 'phone-top-ko',
    size: PHONE,
    theme: 'light',
    locale: 'ko-KR',
    typed: '/인기 기간:한 달\n',
    until: '월간 인기 논문',
  },
];

/** Starts the bot with a new store. @returns the address it prints */
function start(): Promise<{ bot: ChildProcess; url: string }> {
  const bot = spawn(process.execPath, ['--import', './src/node-version.js', 'src/main.ts', 'start'], {
    cwd: ROOT,
    // Of a developer's own settings only those that find programs: no token, no store, no port.
    env: { PATH: process.env.PATH, DATABASE_URL: 'sqlite::memory:', HUGGINGFACE_URL: 'off', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    bot.once('exit', (code) => reject(new Error(`the bot ended with ${code}\n${output}`)));
    bot.stdout.setEncoding('utf8').on('data', (part: string) => {
      output += part;
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (url) resolve({ bot, url });
    });
  });
}

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { name, size, theme, locale, typed = '', until } = picture;
  const context = await browser.newContext({
    viewport: size,
    deviceScaleFactor: 1.5,
    colorScheme: theme,
    locale,
    timezoneId: locale === 'ko-KR' ? 'Asia/Seoul' : 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.message').first().waitFor();
  await type(page, typed);
  if (until) await page.getByText(until).last().waitFor();
  if (typed.endsWith('\n')) await page.locator('.bar input').blur();
  const file = `${FOLDER}${name}.png`;
  await page.screenshot({ path: file });
  console.log(`docs/images/${name}.png`);
  await context.close();
}

async function type(page: Page, typed: string): Promise<void> {
  if (typed === '') return;
  await page.locator('.bar input').click();
  for (const key of typed) {
    if (key === '\n') await page.keyboard.press('Enter');
    else if (key === '\t') await page.keyboard.press('Tab');
    else await page.keyboard.type(key);
  }
}

if (!existsSync(CHROMIUM)) throw new Error(`no Chromium at ${CHROMIUM}: CHROMIUM=/path/to/it names another`);
await mkdir(FOLDER, { recursive: true });
const { bot, url } = await start();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
try {
  for (const picture of PICTURES) await take(browser, url, picture);
} finally {
  await browser.close();
  bot.kill();
}
