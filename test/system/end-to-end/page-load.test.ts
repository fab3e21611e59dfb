import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHROMIUM, launch, visit } from '../../support/browser.ts';
import { startBotWithPage } from '../../support/page-bots.ts';

if (!CHROMIUM)
  console.log('No Chromium on this machine: the page is not tested. CHROMIUM=/path/to/it names one.');

const SCRIPT = /\/assets\/([\w-]+?)-[\w-]{8}\.js$/;

/** Names of the scripts that the page has loaded, without their content's hash. */
async function scripts(page: Page): Promise<string[]> {
  const program = 'performance.getEntriesByType("resource").map(({ name }) => name)';
  const names = await page.evaluate<string[]>(program);
  return names.flatMap((name) => SCRIPT.exec(name)?.[1] ?? []).sort();
}

describe.skipIf(!CHROMIUM)('what the page loads', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each([
    ['en-US', 'en'],
    ['ko-KR', 'ko'],
  ])('for a reader of %s is the page and one language, until something is done', async (locale, words) => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url, { locale });
    await page.locator('.message').waitFor();
    expect(await scripts(page)).toEqual(['index', 'page', words].sort());
    const parts = page.waitForResponse(/parts-/);
    await page.locator('.bar input').focus();
    expect((await parts).ok()).toBe(true);
  });

  test('comes at the same time: the words are asked for while the page’s script is on its way', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    const words = page.waitForRequest(/\/en-/);
    await page.route(/\/page-[\w-]+\.js$/, async (route) => {
      await words;
      await route.continue();
    });
    await page.reload();
    await page.locator('.message').waitFor();
  });

  test('is the other language when the reader switches to it, and each only once', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    await page.getByRole('radio', { name: '한국어' }).check();
    await page.getByRole('region', { name: '설정' }).waitFor();
    await page.getByRole('radio', { name: 'English' }).check();
    await page.getByRole('region', { name: 'Settings' }).waitFor();
    const languages = (await scripts(page)).filter((name) => name === 'en' || name === 'ko');
    expect(languages).toEqual(['en', 'ko']);
  });

  test('without the other language goes on in the one that is there', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url, { expected: /ERR_FAILED/ });
    await page.route(/\/ko-/, (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await page.getByRole('radio', { name: '한국어' }).check();
    await failed;
    await page.getByRole('region', { name: 'Settings' }).waitFor();
    await page.unroute(/\/ko-/);
    await page.reload();
    await page.getByRole('region', { name: '설정' }).waitFor();
  });

  test('is the new page where a sandbox was started anew and has the old page’s parts no more', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url, { expected: /404/ });
    await page.route(/parts-/, (route) => route.fulfill({ status: 404 }));
    const again = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Developer tools' }).click();
    await again;
    await page.unroute(/parts-/);
    await page.getByRole('button', { name: 'Developer tools' }).click();
    await page.getByRole('complementary', { name: 'Developer tools' }).waitFor();
  });
});
