import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bar, CHROMIUM, launch, newest, say, visit } from '../../support/browser.ts';
import { startBotWithPage } from '../../support/page-bots.ts';

describe.skipIf(!CHROMIUM)('the command bar', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('takes `/au`, Tab, a name, Enter to the author’s card, by keyboard alone', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    await page.locator('.message').waitFor();
    await page.keyboard.press('Tab');
    for (let press = 0; press < 60 && (await focused(page)) !== 'Message #daily-papers'; press += 1) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type('/au');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Song Han');
    await page.keyboard.press('Enter');
    await page.locator('.embed-title', { hasText: 'Song Han' }).waitFor();
    expect(await newest(page).locator('.reply-line').textContent()).toBe('YYou used/author');
    // The focus is still in the bar, and the last command comes back.
    expect(await focused(page)).toBe('Message #daily-papers');
    await page.keyboard.press('ArrowUp');
    expect(await page.locator('.chip input').inputValue()).toBe('Song Han');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator('.chip').count()).toBe(0);
  });

  test('offers what the bot suggests, and sends the value of what is picked', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    await bar(page).click();
    await page.keyboard.type('/paper ');
    await page.keyboard.type('visionz');
    const option = page.getByRole('option', { name: /VisionZip/ });
    await option.waitFor();
    await page.keyboard.press('ArrowDown');
    const id = await page.locator('.chip input').getAttribute('aria-activedescendant');
    expect(await option.getAttribute('id')).toBe(id);
    await page.keyboard.press('Enter');
    expect(await page.locator('.chip input').inputValue()).toMatch(/^VisionZip/);
    await page.keyboard.press('Enter');
    await newest(page).getByText('arXiv 2412.04467').waitFor();
    // By mouse, and where nothing fits.
    await bar(page).click();
    await page.keyboard.type('/author zzzz');
    await page.getByText('No matches').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.getByRole('option', { name: '/top' }).click();
    await page.getByRole('option', { name: 'period' }).click();
    await page.getByRole('option', { name: 'Month' }).click();
    await page.getByRole('button', { name: 'Send' }).click();
    await newest(page).getByText('Top papers of the month').waitFor();
  });

  test('asks for what is required before it sends', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    await say(page, '/author');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('This option is required: name').waitFor();
    expect(await page.locator('.chip input').getAttribute('aria-invalid')).toBe('true');
    expect(sandbox.messages()).toHaveLength(1);
    await page.keyboard.press('Backspace');
    expect(await bar(page).inputValue()).toBe('/author');
  });

  test('leaves Enter to an input method that is still composing', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    await bar(page).click();
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: '안녕', selectionStart: 2, selectionEnd: 2 });
    expect(await bar(page).inputValue()).toBe('안녕');
    await bar(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true });
    expect(sandbox.messages()).toHaveLength(1);
    await client.send('Input.insertText', { text: '안녕' });
    await page.keyboard.press('Enter');
    await newest(page).getByText('안녕').waitFor();
    expect(sandbox.messages().map(({ content }) => content)).toHaveLength(2);
    expect(await bar(page).inputValue()).toBe('');
  });

  test('says what a link asks for once', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url, {
      query: `?say=${encodeURIComponent('/top period:month')}`,
    });
    await newest(page).getByText('Top papers of the month').waitFor();
    expect(page.url()).toBe(`${sandbox.url}/`);
    await page.reload();
    await newest(page).getByText('Top papers of the month').waitFor();
    expect(sandbox.messages()).toHaveLength(2);
  });
});

/** The accessible name of what has the focus. */
function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.getAttribute("aria-label")');
}
