import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../../../packages/discord-sandbox/test/support/discord.ts';
import { bar, CHROMIUM, launch, newest, PHONE, say, scrollsSideways, visit } from '../../support/browser.ts';
import { startBotWithPage } from '../../support/page-bots.ts';

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
      expect(await heading.textContent()).toContain('Daily Papers · 6 Dec 2024');
      expect((await heading.boundingBox())?.y).toBeLessThan(120);
      expect(await page.locator('.embed').count()).toBe(5);
      expect(await page.title()).toContain('SANDBOX');
    }
    expect(Math.min(...times)).toBeLessThan(1000);
  });

  test('turns pages with buttons; a disabled one does nothing', async () => {
    const { sandbox } = await startBotWithPage();
    await sandbox.command({ name: 'today' });
    const page = await visit(browser, sandbox.url);
    const message = newest(page);
    await message.getByText('Page 1 of 4').waitFor();
    const back = message.getByRole('button', { name: 'Previous' });
    expect(await back.isDisabled()).toBe(true);
    await back.dispatchEvent('click');
    await message.getByRole('button', { name: 'Next' }).hover();
    const place = await message.getByRole('button', { name: 'Next' }).boundingBox();
    await message.getByRole('button', { name: 'Next' }).click();
    await message.getByText('Page 2 of 4').waitFor();
    expect(await message.getByText('(edited)').count()).toBe(1);
    // What was pressed stays under the pointer.
    const after = await message.locator('button', { hasText: 'Next' }).boundingBox();
    expect(Math.abs((after?.y ?? 0) - (place?.y ?? 0))).toBeLessThan(3);
    await message.getByRole('button', { name: 'Previous' }).focus();
    await page.keyboard.press('Enter');
    await message.getByText('Page 1 of 4').waitFor();
    // The button became disabled: the focus is on its neighbour, not lost.
    expect(await page.evaluate('document.activeElement.textContent')).not.toBe('');
    expect(await page.evaluate('document.activeElement.closest(".row") !== null')).toBe(true);
  });

  test('opens a menu and sends what is picked', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    const menu = page.getByRole('combobox', { name: /Open a paper/ });
    await menu.focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('option').first().textContent()).toContain('VisionZip');
    expect(await page.getByRole('option').count()).toBe(25);
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
    await page.keyboard.type('/인기');
    await page.getByRole('option', { name: /인기.*\/top/ }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await newest(page).getByText('주간 인기 논문').waitFor();
    expect(locales).toEqual(['ko']);
    await page.reload();
    await page.getByRole('button', { name: '보내기' }).waitFor();
  });

  test('fits a phone, with its channels in a drawer', async () => {
    const { sandbox } = await startBotWithPage();
    for (const theme of ['light', 'dark'] as const) {
      const page = await visit(browser, sandbox.url, { size: PHONE, theme, locale: 'ko-KR' });
      await page.locator('.message').first().waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      expect(await page.evaluate("document.querySelector('.log').scrollWidth <= innerWidth")).toBe(true);
      await page.getByRole('button', { name: '채널' }).tap();
      await page.getByRole('button', { name: 'general' }).tap();
      await page.getByText('#general 채널의 시작이에요.').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await bar(page).tap();
      await page.keyboard.type('/');
      await page.getByRole('option', { name: /^\/인기/ }).tap();
      await page.getByRole('option', { name: /기간/ }).tap();
      await page.getByRole('option', { name: '한 달' }).tap();
      await page.getByRole('button', { name: '보내기' }).tap();
      await newest(page).getByText('월간 인기 논문').waitFor();
      expect(await scrollsSideways(page)).toBe(false);
      await page.getByRole('button', { name: '개발자 도구' }).tap();
      expect(await scrollsSideways(page)).toBe(false);
    }
  });

  test('draws pictures itself until the visitor asks for them', async () => {
    const { sandbox } = await startBotWithPage();
    const url = 'https://cdn-uploads.huggingface.co/2412.04467.png';
    const message = { embeds: [{ title: 'A paper with a picture', thumbnail: { url } }] };
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, message);
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
