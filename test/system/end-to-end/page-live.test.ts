import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSandbox } from '../../support/bot.ts';
import { CHROMIUM, launch, newest, say, visit } from '../../support/browser.ts';
import { startBotWithPage, startOddBot } from '../../support/page-bots.ts';

describe.skipIf(!CHROMIUM)('the page, as things happen', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('says that the bot did not respond, after three seconds', async () => {
    const { sandbox } = await startOddBot();
    const page = await visit(browser, sandbox.url);
    const started = Date.now();
    await say(page, '/silent');
    await page.keyboard.press('Enter');
    await page.getByText('Sending…').waitFor();
    await page.getByText('The application did not respond').waitFor();
    expect(Date.now() - started).toBeGreaterThan(2900);
    await page.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await page.getByText('The application did not respond').count()).toBe(0);
  });

  test('shows that the bot is thinking, then what it thought', async () => {
    const { sandbox, release } = await startOddBot();
    const page = await visit(browser, sandbox.url, { query: '?say=/think' });
    await page.getByText('is thinking…').waitFor();
    release();
    await page.locator('strong', { hasText: 'through' }).waitFor();
    expect(await page.getByText('is thinking…').count()).toBe(0);
  });

  test('opens a form, keeps the focus in it, and sends it', async () => {
    const { sandbox } = await startOddBot();
    const page = await visit(browser, sandbox.url, { query: '?say=/form' });
    const form = page.getByRole('dialog', { name: 'What is it about?' });
    await form.waitFor();
    for (let press = 0; press < 6; press += 1) {
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          'document.activeElement === document.body || document.querySelector("dialog").contains(document.activeElement)',
        ),
      ).toBe(true);
    }
    await form.getByLabel('Subject').fill('제목');
    await form.getByLabel('More').fill('two\nlines');
    await form.getByRole('button', { name: 'Send' }).click();
    await newest(page).getByText('제목: two').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await say(page, '/form');
    await page.keyboard.press('Enter');
    await form.waitFor();
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });
  });

  test('picks several of a menu', async () => {
    const { sandbox } = await startOddBot();
    const page = await visit(browser, sandbox.url, { query: '?say=/choose' });
    await page.getByRole('combobox', { name: 'One or two' }).click();
    for (const name of ['red', 'green', 'blue']) await page.getByRole('option', { name }).click();
    await page.keyboard.press('Escape');
    await newest(page).getByText('red and green').waitFor();
  });

  test('is right again after the sandbox was away', async () => {
    const first = await startBotWithPage();
    const { port } = new URL(first.sandbox.url);
    const page = await visit(browser, first.sandbox.url, { expected: /ERR_|Failed to load resource/ });
    await page.locator('.message').first().waitFor();
    await first.connection.stop();
    await page.getByText('The bot is not connected.').waitFor();
    await first.sandbox.close();
    await page.getByText('Connection lost. Reconnecting…').waitFor();
    const again = await openSandbox({ port: Number(port) });
    again.post({ content: 'after the restart' });
    await page.getByText('after the restart').waitFor();
    expect(await page.getByText('Connection lost. Reconnecting…').count()).toBe(0);
    expect(await page.locator('.message').count()).toBe(1);
  });

  test('tells in all tabs what happens, and does not move who reads above', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url, { size: { width: 1280, height: 480 } });
    await page.locator('.message').first().waitFor();
    const top = () => page.evaluate('document.querySelector(".log").scrollTop');
    const before = await top();
    sandbox.post({ user: sandbox.users.friend, content: 'from elsewhere' });
    await page.getByRole('button', { name: 'New messages' }).waitFor();
    expect(await top()).toBe(before);
    await page.getByRole('button', { name: 'New messages' }).click();
    expect(await newest(page).getByText('from elsewhere').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'New messages' }).count()).toBe(0);
    sandbox.post({ channelId: sandbox.generalChannelId, content: 'there' });
    await page.getByRole('button', { name: 'general unread' }).waitFor();
  });

  test('shows the JSON of a message and of the last exchange', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    await page.locator('.message').first().hover();
    await page.getByRole('button', { name: 'Show JSON' }).click();
    const panel = page.getByRole('complementary', { name: 'Developer tools' });
    expect(JSON.parse((await panel.locator('pre').textContent()) ?? '')).toEqual(sandbox.messages()[0]);
    await panel.getByRole('button', { name: 'Last request and response' }).click();
    await panel.getByText('Nothing to show yet').waitFor();
    await say(page, '/help');
    await page.keyboard.press('Enter');
    await panel.getByText('"outcome"').waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    expect(await panel.count()).toBe(0);
  });
});
