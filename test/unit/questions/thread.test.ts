import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { answerQuestion } from '../../../src/questions/answer-question.ts';
import { resume } from '../../../src/questions/conversation/resume.ts';
import type { Resumed } from '../../../src/questions/conversation/state.ts';
import { SEEDS } from '../../support/app.ts';

let app: OpenLibrary;
beforeAll(async () => {
  app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  await app.search.ready;
  return () => app.close();
});

const library = () => ({ archive: app.archive, search: app.search, today: '2024-12-10' });
const VISIONZIP = '2412.04467';
const FIVE = ['2412.04467', '2412.04455', '2412.04468', '2412.04431', '2412.04301'];

function resumed(question: string, after: string | null, shown: readonly string[] = []): Resumed {
  return resume(question, { after, shown }, library());
}

function question(typed: string, after: string | null, shown: readonly string[] = []): string {
  const made = resumed(typed, after, shown);
  if (made.is !== 'question') throw new Error(`${typed} is ${JSON.stringify(made)}`);
  return made.question;
}

/** What two questions are answered with, apart from their own words. */
function same(a: string, b: string): void {
  const [one, other] = [a, b].map((text) => {
    const answer = answerQuestion(text, library());
    return {
      ...answer,
      ...('again' in answer && { again: null }),
      ...('changes' in answer && { changes: null }),
    };
  });
  expect(one).toEqual(other);
}

describe('a question that leaves out what was said before', () => {
  test.each([
    // Days
    ['how many papers in October 2024?', 'and in September?', 'how many papers in September 2024'],
    ['how many papers in October 2024?', 'what about 2024-12-06?', 'how many papers on 2024-12-06'],
    ['top 3 papers in October 2024', 'in December?', 'top 3 papers in December 2024'],
    ['2024년 10월에 논문이 몇 편 올라왔어?', '9월은?', '2024년 9월에 논문이 몇 편 올라왔어?'],
    ['9월에 표를 가장 많이 받은 논문 3편', '그럼 12월에는요?', '12월에 표를 가장 많이 받은 논문 3편'],
    ['오늘 올라온 논문', '지난주는?', '지난주에 올라온 논문'],
    [
      'who published the most papers in 2024?',
      'and in October?',
      'who published the most papers in October 2024',
    ],
    // People
    ['how many papers by Song Han?', 'and by Yao Lu?', 'how many papers by Yao Lu?'],
    ['Song Han이 쓴 논문은 몇 편이야?', 'Yao Lu는?', 'Yao Lu가 쓴 논문은 몇 편이야?'],
    ['how many papers in December 2024?', 'by Song Han?', 'how many papers by Song Han in December 2024'],
    ['12월에 올라온 논문은 몇 편이야?', '그럼 Song Han은?', '12월에 Song Han이 쓴 논문은 몇 편이야?'],
    ['did Song Han write NVILA?', 'and Yao Lu?', 'did Yao Lu write NVILA?'],
    ['12월에 Song Han이 쓴 논문은?', 'Yao Lu가 쓴 건?', '12월에 Yao Lu가 쓴 논문은?'],
    ['top 3 papers in December 2024', '그럼 Song Han은?', 'top 3 papers by Song Han in December 2024'],
    // Both
    [
      'how many papers in October 2024?',
      'and by Song Han in December?',
      'how many papers by Song Han in December 2024',
    ],
    // Papers
    ['how many votes has VisionZip?', 'and Monet?', 'how many votes has Monet?'],
    ['VisionZip은 누가 썼어?', 'Monet은?', 'Monet은 누가 썼어?'],
    ['when was VisionZip listed?', 'what about Loopy?', 'when was Loopy listed?'],
    // Orders
    ['papers by Song Han', 'which got the most votes?', 'top 1 papers by Song Han'],
    ['12월에 올라온 논문', '그중에 제일 표 적은 건?', '1 papers with the fewest votes in December 2024'],
    ['top 5 papers in December 2024', 'the latest?', 'latest 1 papers in December 2024'],
    // Numbers
    ['top 3 papers in December 2024', 'show me 10', 'top 10 papers in December 2024'],
    ['top 3 papers in December 2024', 'only by Song Han', 'top 3 papers by Song Han in December 2024'],
    ['12월에 표를 가장 많이 받은 논문 3편', '10편으로', '12월에 표를 가장 많이 받은 논문 10편'],
    ['12월에 표를 가장 많이 받은 논문 3편', '10월 것도 보여줘', '10월에 표를 가장 많이 받은 논문 3편'],
    ['top 3 papers in December 2024', 'top 10?', 'top 10 papers in December 2024'],
    ['12월에 표를 가장 많이 받은 논문 3편', '5편만', '12월에 표를 가장 많이 받은 논문 5편'],
    ['papers by Song Han in December 2024', 'how many?', 'how many papers by Song Han in December 2024'],
    ['Song Han이 쓴 논문', '몇 편이야?', 'Song Han이 쓴 논문은 몇 편이야?'],
  ])('%s — %s', (after, typed, whole) => {
    same(question(typed, after), whole);
  });
});

describe('a question about what was shown', () => {
  test.each([
    ['who wrote it?', `who wrote ${VISIONZIP}`],
    ['저자는?', `who wrote ${VISIONZIP}`],
    ['그럼 이 논문 누가 썼어?', `who wrote ${VISIONZIP}`],
    ['when was it listed', `when was ${VISIONZIP} listed`],
    ['언제 올라왔어?', `when was ${VISIONZIP} listed`],
    ['how many votes did it get?', `how many votes does ${VISIONZIP} have`],
    ['몇 표 받았어?', `how many votes does ${VISIONZIP} have`],
    ['link please', VISIONZIP],
    ['링크 줘', VISIONZIP],
    ['did Song Han write it?', `did Song Han write ${VISIONZIP}`],
    ['Song Han도 썼어?', `did Song Han write ${VISIONZIP}`],
  ])('of one paper: %s', (typed, whole) => {
    expect(question(typed, null, [VISIONZIP])).toBe(whole);
  });

  test.each([
    ['how does it reduce tokens?', 'how does it reduce tokens'],
    ['토큰을 어떻게 줄여?', '토큰을 어떻게 줄여'],
    ['how does it work?', 'how does it work'],
    ['성능은?', '성능은'],
  ])('goes to its summary: %s', (typed, text) => {
    expect(resumed(typed, null, [VISIONZIP])).toEqual({ is: 'paper', id: VISIONZIP, question: text });
  });

  test.each([
    ['the second one', 1],
    ['the second?', 1],
    ['second one please', 1],
    ['첫 번째 논문 자세히', 0],
    ['#3', 2],
    ['the 4th paper', 3],
    ['and the last one?', 4],
    ['2위는?', 1],
    ['그럼 세 번째 논문은?', 2],
    ['3번', 2],
    ['마지막 거', 4],
  ])('of a list: %s', (typed, place) => {
    expect(question(typed, 'top papers', FIVE)).toBe(FIVE[place]);
  });

  test('a fact or a word about one of a list', () => {
    expect(question('who wrote the second one?', null, FIVE)).toBe(`who wrote ${FIVE[1]}`);
    expect(question('2위 논문은 누가 썼어?', null, FIVE)).toBe(`who wrote ${FIVE[1]}`);
    expect(resumed('how does the first one reduce tokens?', null, FIVE)).toMatchObject({
      is: 'paper',
      id: FIVE[0],
    });
  });

  test.each([
    ['which paper got the most votes in December 2024?', 'and the second?'],
    ['2024년 12월에 표를 가장 많이 받은 논문은?', '그럼 2위는?'],
  ])('the next of a list that showed only the first: %s', (after, typed) => {
    expect(question(typed, after, [VISIONZIP])).toBe('2412.04455');
  });

  test('is asked of the person where several papers are shown', () => {
    const made = resumed('who wrote it?', null, FIVE);
    expect(made.is === 'which' && [...made.questions.values()]).toEqual(FIVE.map((id) => `who wrote ${id}`));
  });
});

describe('a question that is complete is left as it is', () => {
  test.each([
    'who published the most in October 2024?',
    'which day had the most papers?',
    '며칠치 다이제스트가 있나요',
    'how many different authors are in the archive?',
    'the oldest paper in the archive',
    '역대 2위 논문은 뭐야',
  ])('whatever was said before: %s', (typed) => {
    expect(question(typed, 'papers by Song Han', [VISIONZIP])).toBe(typed);
    expect(question(typed, '12월에 표를 가장 많이 받은 논문 3편', FIVE)).toBe(typed);
  });

  test.each([
    'top 5 papers in October 2024',
    'how many papers by Song Han?',
    '10월에 표를 가장 많이 받은 논문은?',
    'who wrote NVILA?',
    'NVILA는 언제 올라왔어?',
    'latest papers',
    '가장 최근 논문',
    'which day had the most papers?',
    'how many votes in all?',
    'Song Han',
    'how many papers in 2024?',
    'top 5 papers of December 2024',
    'Parrot이 실린 날짜는?',
    'what do you know about diffusion models?',
    'the first author of NVILA?',
    'hello',
    '',
  ])('%j', (typed) => {
    for (const after of [
      'how many papers in October 2024?',
      'papers by Song Han',
      'how many votes has VisionZip?',
    ])
      expect(question(typed, after, FIVE)).toBe(typed);
  });

  test.each(['facts', 'refusals', 'passages'])('of the labelled %s every one', (file) => {
    const lines = readFileSync(new URL(`../../eval/questions/${file}.jsonl`, import.meta.url), 'utf8').split(
      '\n',
    );
    const typed: string[] = lines.filter((line) => line !== '').map((line) => JSON.parse(line).question);
    expect(typed.length).toBeGreaterThan(40);
    for (const one of typed) expect(question(one, 'papers by Song Han', FIVE)).toBe(one);
  });

  test('behind a question about a subject, which is no author’s name', () => {
    expect(question('how many?', 'diffusion papers')).toBe('how many?');
    expect(question('and in December?', 'diffusion papers')).toMatch(/^diffusion papers 2024-12-01/);
  });

  test('also behind a word that leads on', () => {
    expect(question('and who wrote Monet?', 'how many votes has VisionZip?')).toBe('and who wrote Monet?');
    expect(question('그럼 Monet은 언제 올라왔어?', 'VisionZip 몇 표야?')).toBe('그럼 Monet은 언제 올라왔어?');
  });
});
