import { describe, expect, onTestFinished, test } from 'vitest';
import { ask as askPage } from '../../../packages/discord-sandbox/test/support/page.ts';
import { atomRoute } from '../../../src/ops/atom-route.ts';
import type { Routes } from '../../../src/ops/route.ts';
import { startOps } from '../../../src/ops/server.ts';
import { ask, openTestApp } from '../../support/app.ts';
import { openSandbox } from '../../support/bot.ts';
import { CHROMIUM, launch } from '../../support/browser.ts';
import { parseXml } from '../../support/xml.ts';

const routes = (text = (language: string) => `<feed>${language} 한국어</feed>`): Routes =>
  new Map([['/feed.xml', atomRoute(text)]]);

/** The routes with a token, as the bot serves them, or in a sandbox. */
const SERVERS = {
  'with a token': async (all: Routes) => {
    const server = await startOps(all, new Map(), { host: '127.0.0.1', port: 0 });
    onTestFinished(() => server.close());
    return server.url;
  },
  'in the sandbox': async (all: Routes) => (await openSandbox({ routes: all })).url,
};

describe.each(Object.entries(SERVERS))('the feed %s', (_where, serve) => {
  test('is in the language asked for, else in the one that the reader prefers', async () => {
    const url = await serve(routes());
    const languageOf = async (query: string, header = '') => {
      const answer = await fetch(`${url}/feed.xml${query}`, { headers: { 'accept-language': header } });
      return (await answer.text()).slice(6, 8);
    };
    expect(await languageOf('?lang=ko')).toBe('ko');
    expect(await languageOf('?lang=en', 'ko')).toBe('en');
    expect(await languageOf('?lang=fr', 'ko-KR,ko;q=0.9,en-US;q=0.8')).toBe('ko');
    expect(await languageOf('', 'en-US,en;q=0.9,ko;q=0.8')).toBe('en');
    expect(await languageOf('', 'fr;q=1,ko;q=0.5')).toBe('ko');
    expect(await languageOf('', 'ko;q=0')).toBe('en');
    expect(await languageOf('', 'x'.repeat(2000))).toBe('en');
    expect(await languageOf('')).toBe('en');
  });

  test('is not sent again to who has it, until it changes', async () => {
    let feed = '<feed>1</feed>';
    const url = await serve(routes(() => feed));
    const get = (tag = '') =>
      fetch(`${url}/feed.xml`, tag === '' ? {} : { headers: { 'if-none-match': tag } });
    const first = await get();
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('cache-control')).toBe('public, max-age=300');
    for (const names of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
      const again = await get(names);
      expect(again.status).toBe(304);
      expect(again.headers.get('etag')).toBe(tag);
      expect(await again.text()).toBe('');
    }
    feed = '<feed>2</feed>';
    const changed = await get(tag);
    expect(changed.status).toBe(200);
    expect(await changed.text()).toBe(feed);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  test('answers HEAD without a body, and nothing else', async () => {
    const url = await serve(routes());
    const head = await fetch(`${url}/feed.xml`, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength('<feed>en 한국어</feed>')));
    expect(await head.text()).toBe('');
    expect((await fetch(`${url}/feed.xml`, { method: 'POST' })).ok).toBe(false);
    expect((await fetch(`${url}/feed.xml/x`)).ok).toBe(false);
  });
});

test('the sandbox gives it to none but its own address', async () => {
  const { url } = await openSandbox({ routes: routes() });
  const { port } = new URL(url);
  const statusOf = async (headers: Record<string, string>) =>
    (await askPage(url, '/feed.xml', { headers })).status;
  expect(await statusOf({ host: `localhost:${port}` })).toBe(200);
  expect(await statusOf({ host: `evil.example:${port}` })).toBe(403);
  expect(await statusOf({ 'sec-fetch-site': 'cross-site' })).toBe(403);
});

test('is written anew when a digest changes, and not before', async () => {
  const app = await openTestApp();
  const first = await app.feed('en');
  await app.refresh();
  expect(await app.feed('en')).toBe(first);
  expect(parseXml(first).children.filter(({ name }) => name === 'entry')).toHaveLength(5);
  const [digest] = await app.store.read(['2024-12-06']);
  if (digest === undefined) throw new Error('no digest');
  await app.store.put({ ...digest, date: '2024-12-07' }, new Date());
  await app.refresh();
  expect(await app.feed('en')).toContain('/2024-12-07');
  expect(await app.feed('ko')).toContain('2024년 12월 7일');
});

test.skipIf(!CHROMIUM)('a browser reads it as XML, and what an entry shows as HTML', async () => {
  const app = await openTestApp();
  const browser = await launch();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  for (const locale of ['en', 'ko'] as const) {
    const read = await page.evaluate(
      (xml) => {
        const document = new DOMParser().parseFromString(xml, 'application/xml');
        const contents = [...document.querySelectorAll('entry > content')].map(
          ({ textContent }) => textContent ?? '',
        );
        const shown = new DOMParser().parseFromString(contents.join(''), 'text/html');
        return {
          error: document.querySelector('parsererror')?.textContent ?? null,
          entries: contents.length,
          papers: shown.querySelectorAll('li').length,
          names: [...new Set([...shown.body.querySelectorAll('*')].map(({ localName }) => localName))].sort(),
        };
      },
      await app.feed(locale),
    );
    expect(read).toMatchObject({ error: null, entries: 5, papers: app.archive.totals().listings });
    for (const name of read.names)
      expect(['a', 'em', 'li', 'ol', 'p', 'small', 'span', 'strong']).toContain(name);
  }
});

describe('a feed that leaves papers out', () => {
  const open = async () => {
    const app = await openTestApp();
    const server = await startOps(
      new Map([['/feed.xml', atomRoute((language, filter) => app.feed(language, filter))]]),
      new Map(),
      { host: '127.0.0.1', port: 0 },
    );
    onTestFinished(() => server.close());
    const get = (query: string) => fetch(`${server.url}/feed.xml?${query}`);
    const papersOf = async (query: string) => {
      const feed = parseXml(await (await get(query)).text());
      const entries = feed.children.filter(({ name }) => name === 'entry');
      const content = entries.map(
        ({ children }) => children.find(({ name }) => name === 'content')?.text ?? '',
      );
      return [...content.join('').matchAll(/arxiv\.org\/abs\/([\d.]+)/g)]
        .map(([, id]) => id ?? '')
        .toSorted();
    };
    return { app, get, papersOf };
  };

  test.each([
    ['about=robots', '/search query:robots'],
    ['about=%EB%A1%9C%EB%B4%87&lang=ko', '/search query:로봇'],
    ['author=Song+Han', '/search author:Song Han'],
    ['min_votes=40', '/search min_votes:40'],
    ['about=video&min_votes=10', '/search query:video min_votes:10'],
  ])('?%s has what %s finds', async (query, line) => {
    const { app, papersOf } = await open();
    const found: string[] = [];
    for (let page = 1; ; page += 1) {
      const answer = await ask(app, `${line} sort:votes page:${page}`);
      if (answer.kind !== 'found') throw new Error(answer.kind);
      found.push(...answer.page.items.map(({ ranked }) => ranked.paper.id));
      if (page >= answer.page.pages) break;
    }
    expect(found.length).toBeGreaterThan(0);
    expect(await papersOf(query)).toEqual(found.toSorted());
  });

  test('is another feed with ids of its own, and says what is in it', async () => {
    const { get } = await open();
    const whole = parseXml(await (await get('lang=en')).text());
    const some = parseXml(await (await get('lang=en&about=robots&min_votes=5')).text());
    const idsOf = ({ children }: typeof some): string[] =>
      children.flatMap((child) => (child.name === 'id' ? [child.text] : idsOf(child)));
    expect(idsOf(some).filter((id) => idsOf(whole).includes(id))).toEqual([]);
    expect(some.children.find(({ name }) => name === 'title')?.text).toMatch(/robots.*5/);
  });

  test('may be empty', async () => {
    const { get, papersOf } = await open();
    expect(await papersOf('min_votes=999999')).toEqual([]);
    expect((await get('min_votes=999999')).status).toBe(200);
  });

  test.each([
    ['min_votes=many', /whole number/],
    ['min_votes=-1', /whole number/],
    [`about=${'x'.repeat(400)}`, /at most 300/],
    ['author=Zzyzx+Qwfp', /No paper lists/],
    ['author=Li', /authors match “Li”/],
  ])('?%s is refused with what to do', async (query, said) => {
    const { get } = await open();
    const refused = await get(query);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toMatch(said);
  });
});
