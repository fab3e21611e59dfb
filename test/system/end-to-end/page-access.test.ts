import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../../../packages/discord-sandbox/test/support/discord.ts';
import {
  bar,
  CHROMIUM,
  type Looking,
  launch,
  newest,
  PHONE,
  problemsInBothThemes,
  say,
  visit,
} from '../../support/browser.ts';
import { startBotWithPage, startOddBot } from '../../support/page-bots.ts';

/** Every kind of Markdown and control at once. */
const EVERYTHING = {
  content:
    '# One\n## Two\n### Three\n-# small\n**bold** *italic* __under__ ~~gone~~ `code` ||**spoiler** [a](https://a.example)||\n> quoted\n- one\n  - two\n1. first\n```ts\ncode\n```\n[link](https://a.example) <#1180000000000000500> @everyone <t:0:R> <t:0>',
  embeds: [
    {
      title: 'Title',
      url: 'https://a.example/b',
      author: { name: 'Author', url: 'https://a.example/c', icon_url: 'https://a.example/icon.png' },
      description: 'description',
      color: 0x3b6fd4,
      fields: [1, 2, 3, 4].map((one) => ({ name: `Field ${one}`, value: 'value', inline: one < 4 })),
      image: { url: 'https://a.example/image.png' },
      thumbnail: { url: 'https://a.example/2412.04467.png' },
      footer: { text: 'footer', icon_url: 'https://a.example/icon.png' },
      timestamp: '2024-12-06T23:00:00.000Z',
    },
  ],
  components: [
    {
      type: 1,
      components: [1, 2, 3, 4].map((style) => ({
        type: 2,
        style,
        label: `Style ${style}`,
        custom_id: `s${style}`,
      })),
    },
    {
      type: 1,
      components: [
        { type: 2, style: 5, label: 'Link', url: 'https://a.example' },
        { type: 2, style: 5, label: 'Disabled link', url: 'https://a.example', disabled: true },
        { type: 2, style: 1, label: 'Disabled', custom_id: 'd', disabled: true, emoji: { name: '📰' } },
      ],
    },
  ],
};

/** A state of the page, and the way there from a page that just opened. */
type State = readonly [name: string, reach: (page: Page) => Promise<unknown>, looking: Looking];

const STATES: readonly State[] = [
  ['the newest post', async () => undefined, {}],
  ['the list of commands', (page) => type(page, '/'), {}],
  ['further options', (page) => type(page, '/top '), {}],
  ['choices', (page) => type(page, '/top period:'), {}],
  ['suggestions', (page) => type(page, '/author kim', () => page.getByRole('option').first().waitFor()), {}],
  [
    'nothing to suggest',
    (page) => type(page, '/author zzzz', () => page.getByText('No matches').waitFor()),
    {},
  ],
  ['a missing option', refuse, {}],
  ['an open menu', openMenu, {}],
  ['an ephemeral error', beWrong, {}],
  ['a list with a disabled button', turn, {}],
  ['the inspector', inspect, {}],
  ['another channel', (page) => page.getByRole('button', { name: 'general' }).click(), {}],
  ['a phone', async () => undefined, { size: PHONE }],
  ['a phone, in Korean', async () => undefined, { size: PHONE, locale: 'ko-KR' }],
  ['the drawer of a phone', (page) => page.getByRole('button', { name: 'Channels' }).tap(), { size: PHONE }],
  ['the commands on a phone', (page) => type(page, '/'), { size: PHONE }],
  [
    'the inspector on a phone',
    (page) => page.getByRole('button', { name: 'Developer tools' }).tap(),
    { size: PHONE },
  ],
];

async function type(page: Page, text: string, until?: () => Promise<unknown>): Promise<void> {
  await bar(page).click();
  await page.keyboard.type(text);
  await (until ?? (() => page.getByRole('listbox').waitFor()))();
}

async function refuse(page: Page): Promise<void> {
  await say(page, '/author');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
}

async function openMenu(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: /Open a paper/ }).click();
  await page.keyboard.press('ArrowDown');
}

async function beWrong(page: Page): Promise<void> {
  await say(page, '/today 1999-01-01');
  await page.getByText('Only you can see this').waitFor();
}

async function turn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Top of the week' }).click();
  await newest(page).getByText('Top papers of the week').waitFor();
}

async function inspect(page: Page): Promise<void> {
  await page.locator('.message').first().hover();
  await page.getByRole('button', { name: 'Show JSON' }).click();
}

describe.skipIf(!CHROMIUM)('axe has nothing, dark or light, against', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test.each(STATES)('%s', async (_name, reach, looking) => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url, looking);
    await page.locator('.message').first().waitFor();
    await reach(page);
    expect(await problemsInBothThemes(page)).toEqual([]);
  });

  test('all that a message can hold', async () => {
    const { sandbox } = await startOddBot();
    await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, EVERYTHING);
    const page = await visit(browser, sandbox.url);
    await newest(page).getByText('Disabled link').waitFor();
    expect(await problemsInBothThemes(page)).toEqual([]);
    await page.getByRole('button', { name: 'Spoiler' }).click();
    await newest(page).getByRole('link', { name: 'a', exact: true }).waitFor();
    expect(await problemsInBothThemes(page)).toEqual([]);
  });

  test('what goes wrong or takes long', async () => {
    const { sandbox } = await startOddBot({ deadline: 600 });
    const page = await visit(browser, sandbox.url, { query: '?say=/silent' });
    await page.getByText('did not respond').waitFor();
    await say(page, '/think');
    await page.keyboard.press('Enter');
    await page.getByText('is thinking…').waitFor();
    expect(await problemsInBothThemes(page)).toEqual([]);
    await say(page, '/form');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    expect(await problemsInBothThemes(page)).toEqual([]);
  });

  test('a lost connection', async () => {
    const { sandbox } = await startBotWithPage();
    const page = await visit(browser, sandbox.url, { expected: /ERR_|Failed to load/ });
    await page.locator('.message').first().waitFor();
    await sandbox.close();
    await page.getByText('Reconnecting…').waitFor();
    expect(await problemsInBothThemes(page)).toEqual([]);
  });
});
