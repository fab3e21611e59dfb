import { existsSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

/** A Chromium of this machine; `CHROMIUM` names another. Undefined where there is none. */
export const CHROMIUM = [
  process.env.CHROMIUM ?? '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find(existsSync);

const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** Nothing in the background, so that every request is the page's own. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launch(): Promise<Browser> {
  return chromium.launch({ ...(CHROMIUM && { executablePath: CHROMIUM }), args: QUIET });
}

export interface Looking {
  readonly size?: { readonly width: number; readonly height: number };
  readonly theme?: 'light' | 'dark';
  readonly locale?: string;
  /** Behind the address: `?say=/top`. */
  readonly query?: string;
  /** Problems that belong to the test, such as those of a server that is gone. */
  readonly expected?: RegExp;
}

/**
 * Opens the page as a visitor with an empty browser would. When the test ends, no error was logged and nothing was
 * asked for elsewhere.
 */
export async function visit(browser: Browser, url: string, looking: Looking = {}): Promise<Page> {
  const { size = DESKTOP, theme = 'dark', locale = 'en-US', query = '', expected = /^$/ } = looking;
  const phone = size.width < 600;
  const context = await browser.newContext({
    viewport: size,
    colorScheme: theme,
    locale,
    reducedMotion: 'reduce',
    hasTouch: phone,
    isMobile: phone,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(6000);
  const problems = watch(context, page, new URL(url).host);
  onTestFinished(async () => {
    await context.close();
    expect(problems.filter((problem) => !expected.test(problem))).toEqual([]);
  });
  await page.goto(`${url}/${query}`);
  await page.getByRole('log').waitFor();
  return page;
}

function watch(context: BrowserContext, page: Page, host: string): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  context.on('request', (request) => {
    const { protocol, host: asked } = new URL(request.url());
    if (protocol !== 'data:' && asked !== host) problems.push(`asked for ${request.url()}`);
  });
  return problems;
}

/** Types a whole line into the bar and sends it. */
export async function say(page: Page, line: string): Promise<void> {
  await bar(page).click();
  await page.keyboard.type(line);
  await page.keyboard.press('Enter');
}

/** What is typed into: the message, or the last field of a command. */
export function bar(page: Page): Locator {
  return page.locator('.bar input').last();
}

/** The newest message of the channel. */
export function newest(page: Page): Locator {
  return page.locator('.message').last();
}

/** Whether something is wider than the window. */
export function scrollsSideways(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth > innerWidth');
}

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// axe leaves the rule about the size of targets, of WCAG 2.2, out unless told otherwise.
const ALL_RULES = { runOnly: LEVELS, rules: { 'target-size': { enabled: true } } };
const COLOUR_RULES = { runOnly: { type: 'rule' as const, values: ['color-contrast', 'link-in-text-block'] } };

/**
 * Everything that axe has against the page as it stands: WCAG 2.2 A and AA, and best practice. The page has no frames:
 * axe need not open a second page to put the results of several together ("legacy mode"), which takes twice as long.
 */
export async function accessibilityProblems(
  page: Page,
  rules: typeof ALL_RULES | typeof COLOUR_RULES = ALL_RULES,
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).options(rules).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

/** The same of a dark page, and what axe has against its colours when it turns light; the themes differ in nothing else. */
export async function problemsInBothThemes(page: Page): Promise<string[]> {
  const dark = await accessibilityProblems(page);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await accessibilityProblems(page, COLOUR_RULES);
  await page.emulateMedia({ colorScheme: 'dark' });
  return [...dark, ...light];
}
