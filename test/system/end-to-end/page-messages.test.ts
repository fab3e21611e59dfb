import type { Sandbox } from 'discord-sandbox';
import { builtPage } from 'discord-sandbox/build';
import fc from 'fast-check';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call } from '../../../packages/discord-sandbox/test/support/discord.ts';
import type { Answer } from '../../../src/answers/answer.ts';
import { dailyPost } from '../../../src/answers/post.ts';
import type { Language } from '../../../src/language.ts';
import type { MessageJson } from '../../../src/messages/message.ts';
import { render } from '../../../src/messages/render.ts';
import { ask, openTestApp } from '../../support/app.ts';
import { openSandbox } from '../../support/bot.ts';
import { CHROMIUM, launch, visit } from '../../support/browser.ts';
import { anyAnswer } from '../../unit/messages/arbitraries.ts';
import { readDiscord } from '../../unit/messages/discord-markdown.ts';

const LOCALES: readonly Language[] = ['en', 'ko'];
const KINDS = Object.keys(anyAnswer) as (keyof typeof anyAnswer)[];

/** The same every time: which answers these are does not matter, that a failure can be repeated does. */
const SEED = 20241206;
const SAMPLES = 3;

/** A text of a message, and the kind of place it stands in. */
interface Said {
  readonly place: 'markdown' | 'plain' | 'menu' | 'address';
  readonly text: string;
}

/** Every text of a message, as Discord's documentation says where texts can be. */
function textsOf({ content, embeds, components }: MessageJson): Said[] {
  const said: Said[] = [];
  const say = (place: Said['place'], ...texts: (string | undefined)[]) => {
    for (const text of texts) if (text) said.push({ place, text });
  };
  say('markdown', content);
  for (const { title, url, description, fields = [], footer, author } of embeds) {
    say(
      'markdown',
      title && `a${title}`,
      description,
      ...fields.flatMap(({ name, value }) => [`a${name}`, value]),
    );
    say('plain', footer?.text, author?.name);
    say('address', url);
  }
  for (const component of components.flatMap((row) => row.components)) {
    if (component.type === 3) {
      say('plain', component.placeholder);
      for (const { label, description } of component.options) say('menu', label, description);
    } else if (component.type === 2) {
      say('plain', 'label' in component ? component.label : undefined);
      say('address', 'url' in component ? component.url : undefined);
    }
  }
  return said;
}

/** Blanks are up to the layout, times to the reader's clock; mentions and code are shown without their marks. */
function pieces({ place, text }: Said): string[] {
  const shown = place === 'markdown' ? readDiscord(text).text.replace(/^a/, '') : text;
  return shown
    .split(/<t:-?\d+(?::\w)?>|<(?:@[!&]?|#)\d+>|`/)
    .map(bare)
    .filter((piece) => piece !== '');
}

const bare = (text: string) => text.replace(/\s+/g, '');

/** What the page shows of a message: its text, what its menus hold, and where its links lead. */
async function shownBy(page: Page, message: Locator): Promise<Record<Said['place'], string>> {
  const text = bare((await message.textContent()) ?? '');
  let menu = '';
  // By attribute: to find a role, Playwright computes it of every element of a long page.
  for (const trigger of await message.locator('[role=combobox]').all()) {
    await trigger.focus();
    await page.keyboard.press('ArrowDown');
    menu += bare((await page.locator('[role=listbox]').textContent()) ?? '');
    await page.keyboard.press('Escape');
  }
  const links = await Promise.all(
    (await message.locator('a').all()).map((link) => link.getAttribute('href')),
  );
  return { markdown: text, plain: text, menu, address: links.join(' ') };
}

describe.skipIf(!CHROMIUM)('the page shows every text of', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function expectAllShown(messages: readonly MessageJson[]): Promise<void> {
    const sandbox = await openSandbox({ page: async () => (await builtPage()).folder, rateLimits: false });
    const posted: (readonly [string, MessageJson])[] = [];
    for (const message of messages) posted.push([await post(sandbox, message), message]);
    const page = await visit(browser, sandbox.url);
    await page.locator('.message').first().waitFor();
    for (const [id, message] of posted) {
      const shown = await shownBy(page, page.locator(`#m-${id}`));
      for (const said of textsOf(message)) {
        for (const piece of pieces(said))
          expect(shown[said.place], `${said.place} of ${id}`).toContain(piece);
      }
    }
  }

  test.each(KINDS)('any %s, in both languages', async (kind) => {
    const answers: Answer[] = fc.sample<Answer>(anyAnswer[kind], { numRuns: SAMPLES, seed: SEED });
    const messages = LOCALES.flatMap((locale) =>
      answers.flatMap((answer) => render(answer, locale).messages),
    );
    await expectAllShown(messages);
  });

  test('what the bot says of its seeds', async () => {
    const app = await openTestApp();
    const lines = [
      '/today',
      '/top all',
      '/help',
      '/author name:Song Han',
      '/author name:Kim',
      '/paper vision',
    ];
    const answers = [
      dailyPost(app.archive, app.archive.latest() ?? '', 10),
      ...(await Promise.all(lines.map((line) => ask(app, line)))),
    ];
    await expectAllShown(
      LOCALES.flatMap((locale) => answers.flatMap((answer) => render(answer, locale).messages)),
    );
  });
});

async function post(sandbox: Sandbox, message: MessageJson): Promise<string> {
  const { status, body } = await call(sandbox, 'POST', `/channels/${sandbox.channelId}/messages`, message);
  expect(status, JSON.stringify(body)).toBe(200);
  return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : '';
}
