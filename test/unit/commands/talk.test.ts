import { beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/answers/answer.ts';
import { readConfig } from '../../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { render } from '../../../src/messages/render.ts';
import { NOW, SEEDS } from '../../support/app.ts';
import { shown } from '../messages/samples.ts';
import { expectValid } from '../messages/valid.ts';

const VISIONZIP = '2412.04467';
const LIST = '2412.04467 2412.04455 2412.04468';

let app: OpenLibrary;
beforeAll(async () => {
  app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  await app.search.ready;
  return () => app.close();
});

async function answered(options: Record<string, string>, command = 'ask'): Promise<Answer> {
  const answer = await app.dispatch({ command, options, now: NOW });
  for (const locale of ['en', 'ko'] as const) expectValid(render(answer, locale));
  return answer;
}

const english = (answer: Answer) => shown(render(answer, 'en')).replace(/\s+/g, ' ');

/** A paper whose summary seems to be about another, and one that has none. */
const paperThat = (is: 'doubtful' | 'bare') =>
  [...app.archive.papers()].find(({ doubtful, sections }) =>
    is === 'doubtful' ? doubtful : sections.length === 0,
  )?.id;

describe('a question about one paper', () => {
  test.each([
    ['who wrote it?', 'is by 7 authors'],
    ['저자는?', 'is by 7 authors'],
    ['이 논문 언제 올라왔어?', 'was on Daily Papers on 6 Dec 2024'],
    ['when?', 'was on Daily Papers on 6 Dec 2024'],
    ['몇 표 받았어?', 'has **53 votes**'],
    ['how many upvotes does this paper have', 'has **53 votes**'],
    [
      'VisionZip: Longer is Better but Not Necessary in Vision Language Models — 누가 썼어?',
      'is by 7 authors',
    ],
  ])('is a fact: %s', async (question, part) => {
    const answer = await answered({ question, paper: VISIONZIP });
    expect(answer.kind).toBe('facts');
    expect(english(answer)).toContain(part);
  });

  test.each([
    'what is 2412.04467 about?',
    'summarize https://arxiv.org/abs/2412.04467',
    '2412.04467 무슨 내용이야?',
  ])('may name it by its id: %s', async (question) => {
    expect(await answered({ question })).toMatchObject({ kind: 'paper', paper: { id: VISIONZIP } });
  });

  test('that is named by its id is answered from that paper alone, or refused', async () => {
    const told = await answered({ question: '2412.04467의 성능은 어때?' });
    expect(told).toMatchObject({ kind: 'passages', passages: [{ paper: { id: VISIONZIP } }] });
    const refused = await answered({ question: 'what does 2412.04467 say of gardens?' });
    expect(refused).toMatchObject({ kind: 'passages', instead: true });
    expect(english(await answered({ question: 'what is 2407.99999 about?' }))).toContain(
      'I found no paper called',
    );
  });

  test.each([
    ['link?', 'link'],
    ['링크 좀', 'link'],
    ['code?', 'code'],
    ['project page?', 'project'],
    ['keywords?', 'keywords'],
    ['which lab is it from?', 'organization'],
  ])('is a field of its card: %s', async (question, of) => {
    expect(await answered({ question, paper: VISIONZIP })).toMatchObject({
      kind: 'facts',
      fact: { of: [of] },
    });
  });

  test.each(['what is it about?', '무슨 내용이야?', '요약해줘', 'summarize it'])(
    'is what its card holds: %s',
    async (question) => {
      expect(await answered({ question, paper: VISIONZIP })).toMatchObject({
        kind: 'paper',
        paper: { id: VISIONZIP },
      });
    },
  );

  test.each([
    ['how does it reduce tokens?', /토큰/],
    ['토큰을 어떻게 줄여?', /토큰/],
    ['what are the results?', /성능 향상/],
    ['성능은 어때?', /성능 향상/],
    ['how does it work?', /dominant tokens/],
    ["what's new about it?", /새로운 방법론/],
  ])('is answered with its own words: %s', async (question, part) => {
    const answer = await answered({ question, paper: VISIONZIP });
    if (answer.kind !== 'passages') throw new Error(JSON.stringify(answer).slice(0, 200));
    expect(answer.passages.map(({ paper }) => paper.id)).toEqual([VISIONZIP]);
    const text =
      app.archive
        .paper(VISIONZIP)
        ?.sections.map((section) => section.text)
        .join('\n') ?? '';
    for (const sentence of answer.passages.flatMap(({ sentences }) => sentences))
      expect(text).toContain(sentence);
    expect(answer.passages[0]?.sentences.join(' ')).toMatch(part);
    expect(answer.followUp).toEqual({ command: 'ask', options: { paper: VISIONZIP }, form: 'question' });
  });

  test.each(['what is the weather in Seoul?', '김치찌개 끓이는 법'])(
    'says kindly what is not its subject: %s',
    async (question) => {
      expect(await answered({ question, paper: VISIONZIP })).toMatchObject({
        text: { key: 'chat.off-topic' },
      });
    },
  );

  test.each(['does it mention penguins?', 'penguins'])(
    'is answered with what the summary says in its place: %s',
    async (question) => {
      const answer = await answered({ question, paper: VISIONZIP });
      expect(answer).toMatchObject({ kind: 'passages', instead: true });
      expect(english(answer)).toContain('The summary does not say that');
    },
  );

  test('quotes no summary that may be about another paper', async () => {
    const paper = paperThat('doubtful') ?? '';
    expect(await answered({ question: 'how does it work?', paper })).toMatchObject({ reason: 'doubtful' });
    expect(await answered({ question: 'who wrote it?', paper })).toMatchObject({ kind: 'facts' });
  });

  test('says so where there is none like it', async () => {
    expect(await answered({ question: 'who wrote it?', paper: '2401.99999' })).toMatchObject({
      kind: 'notice',
      text: { key: 'errors.paper.unknownId' },
    });
  });
});

describe('a question that goes on', () => {
  test('is answered whole, and the next goes on from that', async () => {
    const after = 'search from=2024-10-01 to=2024-10-31 sort=votes limit=3';
    const answer = await answered({ question: 'and in December?', after });
    expect(answer).toMatchObject({
      kind: 'found',
      part: { limit: 3 },
      followUp: {
        command: 'ask',
        form: 'question',
        options: { after: expect.stringContaining('2024-12-01') },
      },
    });
  });

  test('about one of several papers is the person’s to choose, each a question of its own', async () => {
    const answer = await answered({ question: 'who wrote it?', shown: LIST });
    if (answer.kind !== 'choice') throw new Error(answer.kind);
    expect(answer.choices.map(({ invocation }) => invocation.options)).toEqual(
      LIST.split(' ').map((paper) => ({ paper, of: 'authors' })),
    );
    expect(answer.followUp).toBeUndefined();
  });

  test('is asked of the whole archive where the one paper shown don’t answer', async () => {
    const answer = await answered({ question: 'how does Loopy make avatars from audio?', shown: VISIONZIP });
    expect(answer.kind).not.toBe('refusal');
    expect(JSON.stringify(answer)).toContain('Loopy');
  });

  test('takes no harm from what a control may hold', async () => {
    for (const shownBefore of ['', ' ', 'x y z', '../../..', `${VISIONZIP} 2401.99999`])
      expect((await answered({ question: 'who wrote it?', shown: shownBefore, after: '??' })).kind).not.toBe(
        'bug',
      );
  });
});

describe('the papers of a text', () => {
  const found = (text: string) => answered({ text }, 'find-these-papers');

  test('one is its card, several are a list, none is said so', async () => {
    expect(await found('see arxiv.org/abs/2412.04467')).toMatchObject({ kind: 'paper' });
    expect(await found(`${VISIONZIP} and 2401.99999`)).toMatchObject({
      kind: 'named',
      papers: [{ rank: 1, paper: { id: VISIONZIP } }],
      missing: ['2401.99999'],
    });
    expect(await found('good morning')).toMatchObject({ kind: 'notice', text: { key: 'named.none' } });
    expect(await found('')).toMatchObject({ kind: 'notice', text: { key: 'named.none' } });
  });

  test('more than a menu holds are counted', async () => {
    const ids = [...app.archive.papers()].slice(0, 30).map(({ id }) => id);
    const answer = await found(ids.join('\n'));
    expect(answer).toMatchObject({ kind: 'named', more: 5 });
    expect(english(answer)).toContain('30 papers in this message');
  });

  test('has no place in the command bar', async () => {
    const help = await app.dispatch({ command: 'help', options: {}, now: NOW });
    expect(JSON.stringify(help)).not.toContain('find-these-papers');
    const unknown = await app.dispatch({ command: 'nope', options: {}, now: NOW });
    expect(JSON.stringify(unknown)).not.toContain('find-these-papers');
  });
});
