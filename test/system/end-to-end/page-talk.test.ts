import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../../../packages/discord-sandbox/test/support/discord.ts';
import {
  accessibilityProblems,
  bar,
  CHROMIUM,
  launch,
  newest,
  PHONE,
  problemsInBothThemes,
  say,
  scrollsSideways,
  visit,
} from '../../support/browser.ts';
import { startBotWithPage, startOddBot } from '../../support/page-bots.ts';

/** Begins to answer the newest message. */
async function reply(page: Page): Promise<void> {
  await newest(page).hover();
  await newest(page).getByRole('button', { name: 'Reply' }).click();
  await page.getByText('Replying to').waitFor();
}

describe.skipIf(!CHROMIUM)('on the page a person', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('mentions the bot, whose answer refers to what was asked', async () => {
    const { sandbox } = await startOddBot();
    const page = await visit(browser, sandbox.url);
    await bar(page).click();
    await page.keyboard.type('hello @pa');
    const option = page.getByRole('option', { name: '@Paperboy' });
    await option.waitFor();
    expect(await option.getAttribute('id')).toBe(await bar(page).getAttribute('aria-activedescendant'));
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.press('Tab');
    expect(await bar(page).inputValue()).toBe('hello @Paperboy ');
    await page.keyboard.type('안녕');
    await page.keyboard.press('Enter');
    await page.getByText(/You said hello/).waitFor();
    expect(sandbox.messages()[0]?.content).toBe(`hello <@${sandbox.applicationId}> 안녕`);
    const asked = page.locator('.message').first();
    expect(await asked.locator('.content .mention').textContent()).toBe('@Paperboy');
    expect(await newest(page).locator('.reply-line').textContent()).toBe('Y@Youhello @Paperboy 안녕');
    expect(await newest(page).getAttribute('class')).toContain('told');
    // The way back to what was asked.
    await newest(page).locator('.reply-line button').click();
    expect(await asked.evaluate('document.activeElement.id')).toBe(await asked.getAttribute('id'));
  });

  test('says something to all, which the bot does not hear', async () => {
    const { sandbox } = await startOddBot();
    const page = await visit(browser, sandbox.url);
    await say(page, 'just @nobody at me@paperboy');
    await newest(page).getByText('just @nobody').waitFor();
    expect(sandbox.messages()).toMatchObject([{ content: 'just @nobody at me@paperboy', mentions: [] }]);
  });

  test('replies to a message, with or without telling its author', async () => {
    const { sandbox } = await startOddBot();
    const path = `/channels/${sandbox.channelId}/messages`;
    await call(sandbox, 'POST', path, { content: 'the digest' });
    const page = await visit(browser, sandbox.url);
    await page.locator('.message').waitFor();
    await reply(page);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Message #daily-papers',
    );
    expect(await bar(page).getAttribute('aria-describedby')).toBe('replying');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.keyboard.type('why?');
    await page.keyboard.press('Enter');
    await page.getByText('You said why? about the digest').waitFor();
    expect(await page.getByText('Replying to').count()).toBe(0);
    expect(await page.locator('.reply-line').first().textContent()).toBe('@Paperboythe digest');

    await reply(page);
    await page.getByRole('button', { name: '@ Notify: on' }).click();
    await say(page, 'never mind');
    await newest(page).getByText('never mind').waitFor();
    expect(sandbox.messages().at(-1)).toMatchObject({ type: 19, mentions: [] });

    // Oneself there is nobody to tell; Escape answers nothing.
    await reply(page);
    expect(await page.getByRole('button', { name: /Notify/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByText('Replying to').waitFor({ state: 'detached' });
    await reply(page);
    await page.getByRole('button', { name: 'Cancel reply' }).click();
    await say(page, 'to all');
    await newest(page).getByText('to all').waitFor();
    expect(sandbox.messages().at(-1)).toMatchObject({ type: 0 });
  });

  test('keeps what was typed when it cannot be sent', async () => {
    const { sandbox } = await startOddBot();
    const page = await visit(browser, sandbox.url);
    await bar(page).fill('x'.repeat(2001));
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect((await bar(page).inputValue()).length).toBe(2001);
    expect(sandbox.messages()).toEqual([]);
  });

  test('writes to the bot directly', async () => {
    const { sandbox } = await startOddBot();
    const page = await visit(browser, sandbox.url);
    const direct = page.getByRole('navigation', { name: 'Direct messages' });
    await direct.getByRole('button', { name: 'Paperboy' }).click();
    await page.getByText('This is where your conversation with Paperboy begins.').waitFor();
    await expect.poll(() => page.title()).toBe('@Paperboy · SANDBOX');
    await page.getByRole('combobox', { name: 'Message @Paperboy' }).click();
    await page.keyboard.type('what is new?');
    await page.keyboard.press('Enter');
    await newest(page).getByText('You said what is new?').waitFor();
    await reply(page);
    expect(await page.getByRole('button', { name: /Notify/ }).count()).toBe(0);
    expect(await problemsInBothThemes(page)).toEqual([]);
    // Mina has a conversation of her own.
    await page.getByRole('radio', { name: 'Mina' }).check();
    await direct.getByRole('button', { name: 'Paperboy' }).click();
    expect(await page.locator('.message').count()).toBe(0);
    expect(sandbox.messages(sandbox.directChannelId())).toHaveLength(2);
  });

  test('sees who is writing until it is there', async () => {
    const { sandbox } = await startOddBot();
    const page = await visit(browser, sandbox.url);
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/typing`);
    await page.getByText('Paperboy is typing…').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, { content: 'there' });
    await newest(page).getByText('there').waitFor();
    expect(await page.getByText('is typing…').count()).toBe(0);
  });

  test('uses a command of a message’s menu by keyboard', async () => {
    const { sandbox } = await startOddBot({ deadline: 600 });
    sandbox.post({ user: sandbox.users.friend, content: 'arXiv 2412.04467' });
    const page = await visit(browser, sandbox.url);
    const apps = newest(page).getByRole('button', { name: 'Apps' });
    await apps.focus();
    await page.keyboard.press('Enter');
    const item = (name: string) => page.getByRole('menuitem', { name });
    await item('Find papers').waitFor();
    expect(await apps.getAttribute('aria-expanded')).toBe('true');
    expect(await problemsInBothThemes(page)).toEqual([]);
    await page.keyboard.press('ArrowUp');
    expect(await item('Never answer').evaluate('document.activeElement.textContent')).toBe('Never answer');
    await page.keyboard.press('Escape');
    await expect.poll(() => apps.getAttribute('aria-expanded')).toBe('false');
    expect(await page.getByRole('menu').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('Apps');
    // A second press at the button closes what the first one opened.
    await apps.click({ force: true });
    await item('Find papers').waitFor();
    await apps.click({ force: true });
    await expect.poll(() => apps.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press('Enter');
    await item('Find papers').press('Enter');
    await newest(page).getByText('Papers of: arXiv 2412.04467').waitFor();
    expect(await newest(page).locator('.reply-line').textContent()).toBe('YYou usedFind papers');

    // One that is not answered fails as a command does.
    await page.locator('.message').first().hover();
    await page.locator('.message').first().getByRole('button', { name: 'Apps' }).click();
    await item('Never answer').click();
    await newest(page).getByText('The application did not respond').waitFor();
    expect(await newest(page).locator('.reply-line').textContent()).toBe('YYou usedNever answer');
  });

  test('fills in a form with labels, within its lengths', async () => {
    const { sandbox } = await startOddBot({ deadline: 600 });
    const page = await visit(browser, sandbox.url, { query: '?say=/ask' });
    const form = page.getByRole('dialog', { name: 'Ask about this paper' });
    const question = form.getByRole('textbox', { name: /Question.*In Korean or English/ });
    await question.waitFor();
    expect(await question.evaluate('document.activeElement.name')).toBe('question');
    expect(await problemsInBothThemes(page)).toEqual([]);
    // What is missing or too short is not sent, what is too long is not taken.
    await form.getByRole('button', { name: 'Send' }).click();
    await question.pressSequentially('x');
    await form.getByRole('button', { name: 'Send' }).click();
    expect(await form.isVisible()).toBe(true);
    await question.fill('');
    await question.pressSequentially('a question of more than twenty letters');
    expect(await question.inputValue()).toBe('a question of more t');
    // What the bot does not answer stays, to be sent again.
    await question.fill('silence');
    await form.getByRole('button', { name: 'Send' }).click();
    await form.getByRole('alert').waitFor();
    expect(await form.getByRole('alert').textContent()).toBe('The application did not respond');
    expect(await question.inputValue()).toBe('silence');
    expect(await problemsInBothThemes(page)).toEqual([]);
    await question.fill('why?');
    await form.getByRole('button', { name: 'Send' }).click();
    await newest(page).getByText('Asked: why?').waitFor();
    expect(await form.count()).toBe(0);
  });

  test('has the tools of a message in sight as long as the message is', async () => {
    const { sandbox } = await startOddBot();
    sandbox.post({ content: Array(40).fill('line').join('\n') });
    sandbox.post({ user: sandbox.users.friend, content: 'end' });
    const page = await visit(browser, sandbox.url, { size: { width: 900, height: 500 } });
    const tall = page.locator('.message').first();
    const tools = tall.locator('.tools');
    await tall.getByText('line').hover();
    await page.mouse.wheel(0, -300);
    await tall.hover({ position: { x: 200, y: 600 } });
    const header = await page.locator('.channel-header').boundingBox();
    const place = await tools.boundingBox();
    expect(place?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0));
    await tall.getByRole('button', { name: 'Reply' }).click();
    await page.getByText('Replying to').waitFor();
  });

  test('asks Paperboy itself: by a mention, a form, a message’s menu, and directly', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url);
    await page.locator('.message').first().waitFor();
    await bar(page).click();
    await page.keyboard.type('@pap');
    await page.keyboard.press('Tab');
    await page.keyboard.type('who wrote VisionZip?');
    await page.keyboard.press('Enter');
    await newest(page).getByText('by 7 authors').waitFor();
    await newest(page).getByRole('button', { name: 'Ask a follow-up' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('how many votes does it have?');
    await page.getByRole('dialog').getByRole('button', { name: 'Send' }).click();
    await newest(page).getByText('53').first().waitFor();

    await say(page, 'see arxiv.org/abs/2412.04467');
    await newest(page).getByText('see arxiv.org').waitFor();
    await newest(page).hover();
    await newest(page).getByRole('button', { name: 'Apps' }).click();
    await page.getByRole('menuitem', { name: 'Find these papers' }).click();
    await newest(page).getByText('Only you can see this').waitFor();
    expect(await newest(page).textContent()).toContain('arXiv 2412.04467');
    expect(await accessibilityProblems(page)).toEqual([]);

    await page.getByRole('radio', { name: '한국어' }).check();
    await page
      .getByRole('navigation', { name: '다이렉트 메시지' })
      .getByRole('button', { name: 'Paperboy' })
      .click();
    await say(page, 'VisionZip은 누가 썼어?');
    await newest(page).getByText('논문의 저자는 7명이에요').waitFor();
    await newest(page).hover();
    await newest(page).getByRole('button', { name: '답장' }).click();
    await say(page, '코드는?');
    await page.locator('.reply-line', { hasText: /PaperboyVisionZip: Longer/ }).waitFor();
  });

  test('does all this on a phone, in Korean', async () => {
    const { sandbox } = await startOddBot();
    sandbox.post({ user: sandbox.users.friend, content: 'arXiv 2412.04467' });
    const page = await visit(browser, sandbox.url, { size: PHONE, locale: 'ko-KR' });
    await newest(page).tap();
    await newest(page).getByRole('button', { name: '답장' }).tap();
    await page.getByText('Mina 님에게 답장하는 중').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    await page.getByRole('button', { name: '답장 취소' }).tap();
    await newest(page).tap();
    await newest(page).getByRole('button', { name: '앱' }).tap();
    await page.getByRole('menuitem', { name: '논문 찾기' }).tap();
    await newest(page).getByText('Papers of: arXiv 2412.04467').waitFor();
    expect(await scrollsSideways(page)).toBe(false);
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});
