import { describe, expect, test } from 'vitest';
import { inputOf } from '../../../src/archive/model-summaries.ts';
import { readLine } from '../../../src/bot/line.ts';
import { NOW } from '../../support/app.ts';
import { sqliteFile } from '../../support/databases.ts';
import { type Behaviour, type ModelRequest, saying, startFakeModel } from '../../support/fake-model.ts';
import { GOOD, quote, ROBOT, ZIP } from '../../unit/summaries/papers.ts';
import { fetchedListing, languageIn, openWorld, postOf, putDay } from './summary-world.ts';

const DAY_MS = 86_400_000;
const BY_MODEL = { en: 'AI summary of the abstract', ko: 'AI 요약: 초록 기반' };
const STAND_IN = 'Abstract: arXiv via Hugging Face';

const good = (request: ModelRequest) => saying(GOOD[languageIn(request)]);
const LYING = { text: 'It keeps 99% of the performance on the benchmarks.', evidence: quote(3) };
const INVENTED = {
  text: GOOD.en.new.text,
  evidence: ['We introduce TokenZip, which is better than all others.'],
};
const OTHER = {
  text: 'We present GraspNet-X, an imitation learning policy for a robot hand with 24 joints.',
  evidence: [ROBOT.abstract.split(/(?<=\.) /)[1] ?? ''],
};
const thrice = (point: object): Behaviour => saying({ new: point, technical: point, performance: point });

async function openZip(behave: (request: ModelRequest, nth: number) => Behaviour) {
  const server = await startFakeModel(behave);
  const databaseUrl = await sqliteFile();
  const world = await openWorld(databaseUrl, server.url);
  await putDay(world.app, [fetchedListing(ZIP)]);
  return { ...world, ...server, databaseUrl };
}

/** What a post has room for of a sentence under a long title. */
const beginOf = (text: string) => text.slice(0, 40);

describe('the daily post', () => {
  test.each(['en', 'ko'] as const)('has what a good model wrote, and says so (%s)', async (locale) => {
    const { app, open, requests } = await openZip(good);
    expect(await postOf(app, locale)).not.toContain(BY_MODEL[locale]);
    await open({ languages: async () => [locale] }).round();
    await app.refresh();
    const post = await postOf(app, locale);
    expect(post).toContain(BY_MODEL[locale]);
    expect(post).toContain(beginOf(GOOD[locale].new.text));
    expect(requests).toHaveLength(1);
    const other = locale === 'en' ? 'ko' : 'en';
    expect(await postOf(app, other)).not.toContain(BY_MODEL[other]);
  });

  test.each<[string, Behaviour]>([
    ['invents numbers', thrice(LYING)],
    ['invents quotes', thrice(INVENTED)],
    ['writes of another paper', thrice(OTHER)],
    [
      'writes Markdown and mentions',
      thrice({ ...GOOD.en.new, text: `@everyone [x](https://e.vil) ${GOOD.en.new.text}` }),
    ],
    ['is cut off', { says: JSON.stringify(GOOD.en).slice(0, 200), finish: 'length' }],
    ['breaks off in the middle', { says: JSON.stringify(GOOD.en).slice(0, 200) }],
    ['gives other types', saying({ new: 'TokenZip' })],
    ['refuses', { says: null, refusal: 'no' }],
    ['has too much to do', { status: 429 }],
    ['fails', { status: 500 }],
    ['hangs', 'hang'],
    ['hangs up', 'close'],
    ['does not end', 'endless'],
  ])('has no word of a model that %s', async (_what, behaviour) => {
    const { app, open, requests } = await openZip(() => behaviour);
    const before = await postOf(app, 'en');
    expect(before).toContain(STAND_IN);
    await open().round();
    await app.refresh();
    expect(requests.length).toBeGreaterThan(0);
    expect(await postOf(app, 'en')).toBe(before);
    expect(app.archive.paper(ZIP.id)?.written).toBeUndefined();
  });

  test('has the text from a code fence, without the point that fails the checks', async () => {
    const fenced = `Here you are:\n\`\`\`json\n${JSON.stringify({ ...GOOD.en, performance: LYING })}\n\`\`\``;
    const { app, open, requests } = await openZip(() => ({ says: fenced }));
    await open().round();
    await app.refresh();
    expect(await postOf(app, 'en')).toContain(beginOf(GOOD.en.new.text));
    expect(app.archive.paper(ZIP.id)?.written?.en).toEqual([
      { heading: "What's New", text: GOOD.en.new.text },
      { heading: 'Technical Details', text: GOOD.en.technical.text },
    ]);
    expect(requests.map(({ data }) => data.problems)).toEqual([
      undefined,
      ['performance: numbers that its evidence does not have: 99 %'],
    ]);
  });

  test('shows the abstract again if it is not the one that was summarized', async () => {
    const { app, open } = await openZip(good);
    await open().round();
    await putDay(app, [fetchedListing({ ...ZIP, abstract: `${ZIP.abstract} It was withdrawn.` })]);
    expect(await postOf(app, 'en')).toContain(STAND_IN);
    await putDay(app, [fetchedListing(ZIP)]);
    expect(await postOf(app, 'en')).toContain(BY_MODEL.en);
  });
});

describe('a paper', () => {
  test('gets one correction a day, is tried on three days, and then given up', async () => {
    const { open, requests, around } = await openZip(() => thrice(LYING));
    for (const _day of Array(5)) {
      await open().round();
      await open().round();
      around.now += DAY_MS;
    }
    expect(requests).toHaveLength(6);
    expect(requests.map(({ data }) => data.problems !== undefined)).toEqual([
      false,
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  test('is summarized once in each language, even after a restart', async () => {
    const { open, requests, url, databaseUrl } = await openZip(good);
    const languages = async () => ['en', 'ko'] as const;
    await open({ languages }).round();
    const next = await openWorld(databaseUrl, url);
    await next.open({ languages }).round();
    expect(requests.map(languageIn)).toEqual(['en', 'ko']);
    expect(await postOf(next.app, 'en')).toContain(BY_MODEL.en);
    expect(await postOf(next.app, 'ko')).toContain(BY_MODEL.ko);
  });

  test('has its summary in another process at the next refresh', async () => {
    const { open, url, databaseUrl } = await openZip(good);
    const other = await openWorld(databaseUrl, url);
    await open().round();
    expect(await postOf(other.app, 'en')).not.toContain(BY_MODEL.en);
    await other.app.refresh();
    expect(await postOf(other.app, 'en')).toContain(BY_MODEL.en);
  });
});

describe('if the archive has a summary', () => {
  const KOREAN = [
    { heading: "What's New", text: 'TokenZip은 시각 토큰의 중복을 줄여 비전 언어 모델을 8배 빠르게 합니다.' },
  ];
  const ANOTHER = [
    {
      heading: "What's New",
      text: '로봇 손으로 물체를 잡는 모방 학습 정책 GraspNet-X를 제안합니다. 87%의 물체를 잡습니다.',
    },
  ];
  const both = async (sections: readonly { heading: string; text: string }[]) => {
    const world = await openZip(good);
    const listings = [fetchedListing(ZIP, { sections })].map(({ details: _, ...rest }) => rest);
    await world.app.store.put({ date: '2026-11-19', listings }, new Date());
    await world.app.refresh();
    await world.open({ languages: async () => ['en', 'ko'] }).round();
    await world.app.refresh();
    return world;
  };

  test('in Korean, readers of Korean see that one, and readers of English the model’s', async () => {
    const { app, requests } = await both(KOREAN);
    expect(requests.map(languageIn)).toEqual(['en']);
    expect(await postOf(app, 'ko')).toContain(KOREAN[0]?.text);
    const english = await postOf(app, 'en');
    expect(english).toContain(beginOf(GOOD.en.new.text));
    expect(english).not.toContain('중복');
  });

  test('of another paper, everybody sees the model’s', async () => {
    const { app, requests } = await both(ANOTHER);
    expect(requests.map(languageIn)).toEqual(['en', 'ko']);
    const post = await postOf(app, 'ko');
    expect(post).toContain(beginOf(GOOD.ko.new.text));
    expect(post).not.toMatch(/로봇|⚠️/);
  });

  test('no answer quotes a model’s summary, and no search finds its words', async () => {
    const { app } = await openZip(good);
    const sections = [{ heading: "What's New", text: 'TokenZip counts zyzzyvas in images of the sea.' }];
    app.archive.write({ paperId: ZIP.id, language: 'en', input: inputOf(ZIP.title, ZIP.abstract), sections });
    await putDay(app, [fetchedListing(ZIP, { votes: 4 })]);
    expect(await postOf(app, 'en')).toContain('zyzzyvas');
    const lines = [
      '/search zyzzyvas images',
      '/ask Who counts zyzzyvas?',
      '/ask How does TokenZip merge visual tokens?',
      `/ask paper:${ZIP.id} question:What does TokenZip count in images?`,
    ];
    for (const line of lines) {
      const { messages } = await app.responder.ask({
        ...readLine(line, app.commands),
        locale: 'en',
        now: NOW,
      });
      expect(JSON.stringify(messages)).not.toMatch(/counts zyzzyvas in|AI summary of the abstract/);
    }
  });
});
