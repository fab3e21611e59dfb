import { beforeAll, describe, expect, test } from 'vitest';
import type { Listing } from '../../../src/archive/paper.ts';
import { readConfig } from '../../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { ask, SEEDS } from '../../support/app.ts';

const HELD = '2412.04467';
const OTHER = '2412.01506';
const UNKNOWN = '1706.03762';

function listing(paperId: string, title: string): Listing {
  return {
    paperId,
    title,
    votes: 1,
    authors: { names: ['Ann Lee'], cut: false },
    media: null,
    sections: [{ heading: "What's New", text: `${title} is new.` }],
  };
}

let app: OpenLibrary;
beforeAll(async () => {
  app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  const titles = [
    "Let's Verify Step by Step",
    "Let's Think -- A Survey of Thinking",
    'Thinking Step by Step Again',
  ];
  const listings = titles.map((title, place) => listing(`2311.0000${place + 1}`, title));
  await app.store.put({ date: '2023-11-02', listings }, new Date());
  await app.refresh();
  return () => app.close();
});

/** The shapes that people paste, of one id. */
const shapesOf = (id: string) => [
  id,
  `${id}.`,
  `[${id}]`,
  `arXiv:${id}v2`,
  `arXiv:${id}v1 [cs.CV]`,
  `arXiv:${id}v1 [cs.CV] 5 Dec 2024`,
  `10.48550/arXiv.${id}`,
  `doi:10.48550/arXiv.${id}`,
  `https://doi.org/10.48550/arXiv.${id}`,
  `https://arxiv.org/pdf/${id}v3.pdf`,
  `https://huggingface.co/papers/${id}/community`,
  `<https://hf.co/papers/${id}>`,
  `https://www.alphaxiv.org/abs/${id}?chat=1`,
];

describe('a paper that the archive holds, in any shape', () => {
  test.each(shapesOf(HELD))('%s', async (shape) => {
    expect(await ask(app, `/paper ${shape}`)).toMatchObject({ kind: 'paper', paper: { id: HELD } });
    const found = await ask(app, `/search ${shape}`);
    expect(found).toMatchObject({
      kind: 'found',
      page: { total: 1, items: [{ ranked: { paper: { id: HELD } } }] },
    });
    expect(await ask(app, `/ask who wrote ${shape}?`)).toMatchObject({
      kind: 'facts',
      fact: { is: 'fields', of: ['authors'], papers: [{ paper: { id: HELD } }] },
    });
    expect(await ask(app, `/find-these-papers ${shape}`)).toMatchObject({
      kind: 'paper',
      paper: { id: HELD },
    });
  });
});

describe('a paper that the archive does not hold is said to be missing, and nothing else is', () => {
  test.each(shapesOf(UNKNOWN))('%s', async (shape) => {
    const missing = { text: { key: 'errors.paper.unknownId', values: { id: UNKNOWN } } };
    expect(await ask(app, `/paper ${shape}`)).toMatchObject(missing);
    expect(await ask(app, `/search ${shape}`)).toMatchObject(missing);
    expect(await ask(app, `/ask who wrote ${shape}?`)).toMatchObject({
      kind: 'refusal',
      reason: 'paper',
      query: UNKNOWN,
    });
    expect(await ask(app, `/find-these-papers ${shape}`)).toMatchObject({
      kind: 'named',
      missing: [UNKNOWN],
    });
  });

  test('of several that are asked about, those that are held are answered', async () => {
    expect(await ask(app, `/ask who wrote ${HELD} and ${OTHER}?`)).toMatchObject({
      kind: 'facts',
      fact: { is: 'fields', papers: [HELD, OTHER].map((id) => ({ paper: { id } })) },
    });
    expect(await ask(app, `/paper ${HELD} ${UNKNOWN}`)).toMatchObject({ kind: 'paper', paper: { id: HELD } });
    expect(await ask(app, `/paper ${UNKNOWN}, 1706.03763`)).toMatchObject({
      text: { key: 'errors.paper.unknownIds', values: { ids: `${UNKNOWN}, 1706.03763` } },
    });
    expect(await ask(app, `/ask who wrote ${UNKNOWN} and 1706.03763?`)).toMatchObject({
      query: `${UNKNOWN}, 1706.03763`,
    });
  });
});

describe('an address that is no paper’s is said to be none', () => {
  test.each([
    'https://arxiv.org/list/cs.CL/recent',
    'huggingface.co/papers',
    'https://example.com/x',
    '2413.04467',
  ])('%s', async (text) => {
    const none = { text: { key: 'errors.paper.noAddress', values: { text } } };
    expect(await ask(app, `/paper ${text}`)).toMatchObject(none);
    expect(await ask(app, `/search ${text}`)).toMatchObject(none);
    expect(await ask(app, `/ask who wrote ${text}?`)).toMatchObject(none);
  });
});

describe('/paper compares titles by their letters', () => {
  test.each([
    ['Let’s Verify Step by Step', '2311.00001'],
    ['lets verify, step by step!', '2311.00001'],
    ['“Let´s Verify Step-by-Step”', '2311.00001'],
    ['Let’s Think — A Survey of Thinking', '2311.00002'],
    ['Let‘s Think – A Survey of Thinking', '2311.00002'],
  ])('%s', async (title, id) => {
    expect(await ask(app, `/paper ${title}`)).toMatchObject({ kind: 'paper', paper: { id } });
  });
});
