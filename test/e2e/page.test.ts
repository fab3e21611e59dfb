import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSandbox } from '../support/bot.ts';
import { bar, CHROMIUM, launch, newest, PHONE, say, scrollsSideways, visit } from '../support/browser.ts';
import { startBotWithPage, startOddBot } from '../support/page-bots.ts';

if (!CHROMIUM)
  console.log('No Chromium on this machine: the page is not tested. CHROMIUM=/path/to/it names one.');

describe.skipIf(!CHROMIUM)('the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('shows the newest post from its top, within a second', async () => {
    const { sandbox } = await startBotWithPage();
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const page = await visit(browser, sandbox.url);
      await page.locator('.message').waitFor();
      times.push(await page.evaluate('performance.now()'));
      const heading = page.locator('.message h3').first();
      expect(await heading.textContent()).toBe('Daily Papers · 6 Dec 2024');
      expect((await heading.boundingBox())?.y).toBeLessThan(120);
      expect(await page.locator('.embed').count()).toBe(5);
      expect(await page.title()).toContain('SANDBOX');
    }
    expect(Math.min(...times)).toBeLessThan(1000);
  });

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

  test('turns pages with buttons; a disabled one does nothing', async () => {
    const { sandbox } = await startBotWithPage();
    await sandbox.command({ name: 'today' });
    const page = await visit(browser, sandbox.url);
    const message = newest(page);
    await message.getByText('Page 1 of 4').waitFor();
    const back = message.getByRole('button', { name: 'Page 1' });
    expect(await back.isDisabled()).toBe(true);
    await back.dispatchEvent('click');
    await message.getByRole('button', { name: 'Page 2' }).hover();
    const place = await message.getByRole('button', { name: 'Page 2' }).boundingBox();
    await message.getByRole('button', { name: 'Page 2' }).click();
    await message.getByText('Page 2 of 4').waitFor();
    expect(await message.getByText('(edited)').count()).toBe(1);
    // What was pressed stays under the pointer.
    const after = await message.locator('button', { hasText: 'Page 3' }).boundingBox();
    expect(Math.abs((after?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(3);
    await message.getByRole('button', { name: 'Page 1' }).focus();
    await page.keyboard.press('Enter');
    await message.getByText('Page 1 of 4').waitFor();
    // The button became disabled: the focus is on its neighbour, not lost.
    expect(await page.evaluate('document.activeElement.textContent')).not.toBe('');
    expect(await page.evaluate('document.activeElement.closest(".row") !== null')).toBe(true);
  });

  test('opens a menu and sends what is picked', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    const menu = page.getByRole('combobox', { name: /most-voted/ });
    await menu.focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('option').count()).toBe(25);
    expect(await page.getByRole('option').first().textContent()).toContain('VisionZip');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const card = newest(page);
    await card.getByText('arXiv 2412.04455').waitFor();
    expect(await card.locator('.reply-line').textContent()).toContain('Daily Papers · 6 Dec 2024');
    await menu.click();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
  });

  test('shows an ephemeral answer to its user alone, until it is dismissed', async () => {
    const { sandbox } = await startBotWithPage();
    const mine = await visit(browser, sandbox.url);
    const hers = await visit(browser, sandbox.url);
    await hers.getByRole('radio', { name: 'Mina' }).check();
    await say(mine, '/today 1999-01-01');
    await mine.getByText('Only you can see this').waitFor();
    await say(mine, 'a word to all');
    await hers.getByText('a word to all').waitFor();
    expect(await hers.locator('.ephemeral').count()).toBe(0);
    // The same browser as somebody else, and back.
    await mine.getByRole('radio', { name: 'Mina' }).check();
    await mine.getByText('a word to all').waitFor();
    expect(await mine.locator('.ephemeral').count()).toBe(0);
    await mine.getByRole('radio', { name: 'You' }).check();
    await mine.locator('.ephemeral').waitFor();
    await mine.getByRole('button', { name: 'Dismiss message' }).click();
    expect(await mine.locator('.ephemeral').count()).toBe(0);
    await mine.reload();
    await mine.locator('.message').first().waitFor();
    expect(await mine.locator('.ephemeral').count()).toBe(0);
  });

  test('says Korean to the visitor and to the bot', async () => {
    const { sandbox } = await startBotWithPage();
    const locales: string[] = [];
    sandbox.events.on('interaction', ({ locale }) => locales.push(locale));
    const page = await visit(browser, sandbox.url);
    await page.getByRole('radio', { name: '한국어' }).check();
    expect(await page.evaluate('document.documentElement.lang')).toBe('ko');
    await bar(page).click();
    await page.keyboard.type('/인');
    await page.getByRole('option', { name: /인기.*\/top/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await newest(page).getByText('주간 인기 논문').waitFor();
    expect(locales).toEqual(['ko']);
    await page.reload();
    await page.getByRole('button', { name: '보내기' }).waitFor();
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

  test('fits a phone, with its channels in a drawer', async () => {
    const { sandbox } = await startBotWithPage();
    for (const theme of ['light', 'dark'] as const) {
      const page = await visit(browser, sandbox.url, { size: PHONE, theme, locale: 'ko-KR' });
      await page.locator('.message').first().waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await page.getByRole('button', { name: '채널' }).tap();
      await page.getByRole('button', { name: 'general' }).tap();
      await page.getByText('#general 채널의 시작이에요.').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await bar(page).tap();
      await page.keyboard.type('/');
      await page.getByRole('option', { name: /인기/ }).tap();
      await page.getByRole('option', { name: /기간/ }).tap();
      await page.getByRole('option', { name: '한 달' }).tap();
      await page.getByRole('button', { name: '보내기' }).tap();
      await newest(page).getByText('월간 인기 논문').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await page.getByRole('button', { name: '검사기' }).tap();
      expect(await scrollsSideways(page)).toBe(false);
    }
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
    const page = await visit(browser, sandbox.url);
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
    const panel = page.getByRole('complementary', { name: 'Inspector' });
    expect(JSON.parse((await panel.locator('pre').textContent()) ?? '')).toEqual(sandbox.messages()[0]);
    await panel.getByRole('button', { name: 'Last exchange' }).click();
    await panel.getByText('Nothing to show yet').waitFor();
    await say(page, '/help');
    await page.keyboard.press('Enter');
    await panel.getByText('"outcome"').waitFor();
    await panel.getByRole('button', { name: 'Close' }).click();
    expect(await panel.count()).toBe(0);
  });

  test('draws pictures itself until the visitor asks for them', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url, { expected: /huggingface\.co|ERR_/ });
    await page.getByRole('img', { name: 'Picture 2412.04467, not loaded' }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    await page.route('https://**', (route) => route.abort());
    await page.getByRole('radio', { name: 'On' }).click();
    await page.waitForURL(/images=on/);
    await page.locator('img').first().waitFor();
    expect(await page.locator('img').first().getAttribute('src')).toMatch(/^https:.*2412\.04467\.png$/);
  });
});

/** The accessible name of what has the focus. */
function focused(page: Page): Promise<unknown> {
  return page.evaluate('document.activeElement.getAttribute("aria-label")');
}
