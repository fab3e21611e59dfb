import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { papersIn } from '../../../src/questions/papers-in.ts';
import { SEEDS } from '../../support/app.ts';

let app: OpenLibrary;
beforeAll(async () => {
  app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  await app.search.ready;
  return () => app.close();
});

function named(text: string) {
  const { papers, missing } = papersIn(text, {
    archive: app.archive,
    search: app.search,
    today: '2026-11-20',
  });
  return [papers.map(({ id }) => id), missing];
}

describe('the papers that a text names', () => {
  test.each([
    ['https://arxiv.org/abs/2412.04467v2', ['2412.04467'], []],
    ['see <https://huggingface.co/papers/2412.04467>.', ['2412.04467'], []],
    ['[pdf](https://arxiv.org/pdf/2412.04467.pdf)', ['2412.04467'], []],
    ['**2412.04467**, arXiv:2412.04455!', ['2412.04467', '2412.04455'], []],
    ['2412.04455 그리고 2412.04467을', ['2412.04455', '2412.04467'], []],
    ['논문(2412.04467)과 「2412.04455」', ['2412.04467', '2412.04455'], []],
    ['https://arxiv.org/abs/2412.04467을 보세요', ['2412.04467'], []],
    ['arxiv.org/abs/cs/0112017 and arXiv:math/0211159', [], ['cs/0112017', 'math/0211159']],
    ['VisionZip: Longer is Better but Not Necessary in Vision Language Models', ['2412.04467'], []],
    [
      'Today: "NVILA: Efficient Frontier Visual Language Models", VisionZip and 2412.04455',
      ['2412.04468', '2412.04467', '2412.04455'],
      [],
    ],
    ['2412.04467 again https://arxiv.org/abs/2412.04467', ['2412.04467'], []],
    ['arXiv 2401.12345 and https://hf.co/papers/2501.00001', [], ['2401.12345', '2501.00001']],
    ['1205.12345 won, 2024.1234 and 12/0712345', [], []],
    ['https://example.com/2412.04467', [], []],
    ['a paper about vision and language', [], []],
    ['안녕하세요', [], []],
    ['', [], []],
  ])('%s', (text, papers, missing) => {
    expect(named(text)).toEqual([papers, missing]);
  });

  test('are found in a long text, up to a limit of lines and characters', () => {
    const text = `${'lorem ipsum dolor '.repeat(500)}\n2412.04467\n`.repeat(30);
    expect(named(text)[0]).toEqual(['2412.04467']);
  });
});
