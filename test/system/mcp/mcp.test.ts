import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { markdown } from '../../../src/messages/plain.ts';
import { SEEDS } from '../../support/app.ts';
import {
  call,
  connectHttp,
  connectStdio,
  REVISIONS,
  type Revision,
  startEndpoint,
} from '../../support/mcp.ts';
import { runHere, setEnvironment } from '../../support/program.ts';

const TOOLS = [
  ...['ask', 'author', 'compare', 'fact', 'find-these-papers', 'holdings'],
  ...['paper', 'quotes', 'rank', 'search', 'today', 'top'],
];

const TRANSPORTS = {
  stdio: (revision: Revision) => connectStdio(revision),
  http: async (revision: Revision) => connectHttp(await startEndpoint({}, afterAll, false), revision),
};

const ALL = Object.entries(TRANSPORTS).flatMap(([name, connect]) =>
  REVISIONS.map((revision) => [name, JSON.stringify(revision), () => connect(revision)] as const),
);

describe.each(ALL)('a client over %s, revision %s', (_name, _revision, connect) => {
  let client: Client;
  beforeAll(async () => {
    client = await connect();
    return () => client.close();
  });

  test('lists the commands that only read the archive, and finds, asks and is refused', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).toSorted()).toEqual(TOOLS);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    expect(client.getInstructions()).toContain('90 papers from 5 days, 6 Jun – 6 Dec 2024');

    const english = await call(client, 'search', { query: 'robots', min_votes: 10 });
    expect(english.text).toContain('https://arxiv.org/abs/2412.04455');
    expect(english.answer).toMatchObject({ kind: 'found', wanted: { query: 'robots' } });
    const korean = await call(client, 'search', { query: '로봇', locale: 'ko' });
    expect(korean.text).toContain('“로봇” 검색 결과');
    expect(korean.text).toContain('https://arxiv.org/abs/2412.04455');

    const fact = await call(client, 'ask', { question: 'Who wrote VisionZip?' });
    expect(fact.text).toContain('Senqiao Yang');
    const quoted = await call(client, 'ask', { question: 'VisionZip은 어떤 문제를 푸나요?', locale: 'ko' });
    expect(quoted.answer).toMatchObject({ kind: 'passages' });
    expect(quoted.text).toContain('](https://arxiv.org/abs/2412.04467)');
    const refused = await call(client, 'ask', {
      question: 'Which papers are about quantum chemistry of whales?',
    });
    expect(refused).toMatchObject({ isError: false, answer: { kind: 'refusal' } });
  });

  test('is told what is wrong with its input and what to do, and goes on', async () => {
    const wrong: [string, Record<string, unknown>, RegExp][] = [
      ['top', { period: 'decade' }, /not a valid \*\*period\*\*. Choose: day, week/],
      ['top', { locale: 'fr' }, /not a valid \*\*locale\*\*. Choose: en, ko/],
      ['paper', {}, /needs \*\*paper\*\*/],
      ['search', { query: 5 }, /must be text/],
      ['search', { query: { $gt: '' } }, /must be text/],
      ['search', { query: 'x'.repeat(50_000) }, /too long: at most 300/],
      ['search', { page: -1 }, /whole number from 1/],
      ['search', { __proto__: 1, constructor: 'x' }, /has no option/],
      ['author', { name: 'Zzyzx Qwfp' }, /No paper lists/],
      ['fact', { paper: '9999.99999', of: 'votes' }, /.+/],
    ];
    for (const [name, args, said] of wrong) {
      const { isError, text } = await call(client, name, args);
      expect([name, args, isError]).toEqual([name, args, true]);
      expect(text).toMatch(said);
    }
    const empty = await call(client, 'today', { date: null, page: null });
    expect(empty).toMatchObject({ isError: false, answer: { kind: 'digest', date: '2024-12-06' } });
  });

  test('reaches nothing of persons or servers', async () => {
    for (const name of ['digest status', 'digest subscribe', 'digest', 'help'])
      await expect(client.callTool({ name, arguments: {} })).rejects.toThrow(/not found/);
    await expect(client.readResource({ uri: 'file:///etc/passwd' })).rejects.toThrow();
  });

  test('reads a day as Markdown, in both languages', async () => {
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toContain('paperboy://digest/2024-12-06');
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates).toMatchObject([
      { uriTemplate: 'paperboy://digest/{date}' },
      { uriTemplate: 'paperboy://digest/{date}/ko' },
    ]);
    const english = await read(client, 'paperboy://digest/2024-12-06');
    expect(english).toMatch(/^# Daily Papers · 6 Dec 2024\n\n31 papers · ▲ 371 votes/);
    const korean = await read(client, 'paperboy://digest/2024-12-06/ko');
    expect(korean).toMatch(/^# 데일리 페이퍼 · 2024년 12월 6일/);
    expect(korean).toContain('VisionZip은 시각적 토큰');
    for (const day of ['1999-01-01', '2024-13-01', '..%2F..%2Fetc'])
      await expect(read(client, `paperboy://digest/${day}`)).rejects.toThrow(/No digest for|not found/);
  });
});

async function read(client: Client, uri: string): Promise<string> {
  const { contents } = await client.readResource({ uri });
  const [first] = contents;
  return first !== undefined && 'text' in first ? String(first.text) : '';
}

test('every tool and every option has a description in both languages', async () => {
  for (const LANG of ['en_US.UTF-8', 'ko_KR.UTF-8']) {
    const client = await connectStdio('legacy', { LANG });
    onTestFinished(() => client.close());
    const { tools } = await client.listTools();
    for (const { name, description = '', inputSchema } of tools) {
      const options = Object.entries(inputSchema.properties ?? {});
      const texts = options.map(([option, property]) => [
        option,
        JSON.parse(JSON.stringify(property)).description,
      ]);
      expect(texts.filter(([, text]) => typeof text !== 'string' || text === '')).toEqual([]);
      expect([name, /[가-힣]/.test(description)]).toEqual([name, LANG.startsWith('ko')]);
    }
  }
});

test('the answers are those of say --json', async () => {
  const asked: [string, Record<string, unknown>, string][] = [
    ['search', { query: 'long context', sort: 'votes' }, '/search query:long context sort:votes'],
    ['search', { query: '로봇', locale: 'ko' }, '/search query:로봇'],
    ['ask', { question: 'top 3 papers of December 2024' }, '/ask question:top 3 papers of December 2024'],
    ['author', { name: 'Song Han' }, '/author name:Song Han'],
    ['top', { period: 'all', page: 2 }, '/top period:all page:2'],
    ['rank', { what: 'authors' }, '/rank what:authors'],
    ['paper', { paper: '9999.99999' }, '/paper paper:9999.99999'],
  ];
  const client = await connectStdio('legacy');
  onTestFinished(() => client.close());
  setEnvironment({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS });
  onTestFinished(() => void vi.unstubAllEnvs());
  for (const [name, args, line] of asked) {
    const { out } = await runHere(['say', '--json', '--locale', String(args.locale ?? 'en'), line]);
    const { ok, messages } = JSON.parse(out);
    const { text, isError } = await call(client, name, args);
    expect(text).toBe(markdown(messages));
    expect(isError).toBe(!ok);
  }
});
