import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Control } from '../../../src/bot/controls.ts';
import { readConfig } from '../../../src/config.ts';
import { type OpenLibrary, openLibrary } from '../../../src/library.ts';
import { tellPlain } from '../../../src/messages/locale.ts';
import { chatEn } from '../../../src/messages/locales/en/chat.ts';
import { talkEn } from '../../../src/messages/locales/en/questions.ts';
import { chatKo } from '../../../src/messages/locales/ko/chat.ts';
import { talkKo } from '../../../src/messages/locales/ko/questions.ts';
import { plain } from '../../../src/messages/plain.ts';
import { NOW, SEEDS } from '../../support/app.ts';

let app: OpenLibrary;
/** Each asks as somebody else: a person may ask only so often. */
let askers = 0;
beforeAll(async () => {
  app = await openLibrary(readConfig({ DATABASE_URL: 'sqlite::memory:', SEEDS_DIR: SEEDS }), ({ error }) => {
    throw error;
  });
  await app.search.ready;
  return () => app.close();
});

/** Says one thing after the other, each as a reply to the answer before; what the last is answered. */
async function talked(...texts: readonly string[]): Promise<string> {
  let controls: readonly Control[] = [];
  let said = '';
  for (const text of texts) {
    const reply = await app.responder.say({
      text,
      controls,
      locale: 'en',
      now: NOW,
      place: null,
      asker: String(1_000_000 + askers++),
    });
    if (reply === null) throw new Error('nothing was said');
    const components = reply.messages.flatMap((message) =>
      message.components.flatMap((row) => row.components),
    );
    controls = components.flatMap((one): Control[] => {
      if (!('custom_id' in one)) return [];
      const values = 'options' in one ? one.options.map(({ value }) => value) : [];
      return [{ customId: one.custom_id, values }];
    });
    said = plain(reply.messages).replace(/\s+/g, ' ');
  }
  return said;
}

describe('a follow-up changes options of what was asked before', () => {
  test.each([
    [['top papers of October 2024', 'and in December?'], 'Papers · Dec 2024 · most votes first'],
    [['top papers of October 2024', 'and the first week?'], 'Papers · 1 Oct – 7 Oct 2024'],
    [['top papers of October 2024', 'in the second half?'], '16 Oct – 31 Oct 2024'],
    [['top papers of 2024', 'in the second half?'], 'Papers · 1 Jul – 31 Dec 2024'],
    [['2024년 10월 인기 논문', '하순은?'], '21 Oct – 31 Oct 2024'],
    [['2024년 10월 인기 논문', '상반기는?'], 'Papers · 1 Jan – 30 Jun 2024'],
    [['top papers of Q4 2024', 'and the quarter before?'], 'Papers · 1 Jul – 30 Sep 2024'],
    [['most voted paper of October 2024', 'and the second one?'], 'Oct 2024 · most votes first · #2'],
    [['most voted paper of October 2024', 'who wrote it?', 'and the second one?'], '#2'],
    [['who wrote MaskLLM', 'did they release the code?'], 'No code link is known for MaskLLM'],
    [['what rank did MaskLLM have', 'and number one?'], 'most votes first · #1'],
    [['MaskLLM votes', 'and LongCite?', 'which of the two has more votes?'], 'has more'],
    [['LongCite or MaskLLM: more votes?', 'throw VisionZip in the mix'], 'VisionZip'],
    [
      ['who has more papers, Song Han or Yao Lu?', "the former's latest?"],
      'Song Han 1 paper under this name',
    ],
    [
      ['who has more papers, Song Han or Yao Lu?', 'the latter, newest first'],
      'Yao Lu 1 paper under this name',
    ],
    [['papers by Song Han, newest first', 'flip it'], 'by Song Han · oldest first'],
    [['top papers of 4 October 2024', 'and two days before?'], '2 Oct 2024'],
    [['papers of October 2024', 'how many together with November?'], '1 Oct – 30 Nov 2024'],
    [['busiest month of 2024', 'its number one?'], 'most votes first · #1'],
    [['papers about diffusion in 2024', 'thanks!', 'only October'], 'about “diffusion” · Oct 2024'],
    [['VisionZip', 'thanks!', 'who wrote it?'], 'VisionZip'],
    [['papers by Song Han in October 2024', 'no, not Song Han: Yao Lu'], 'by Yao Lu · Oct 2024'],
    [['papers by Song Han in 2024', 'how many are in the whole archive?'], 'Papers · by Song Han'],
    [['papers about diffusion', 'keep the ones with code'], 'about “diffusion” · with code'],
    [['papers by Song Han', 'earliest first, who led the 2nd of those?'], '#2'],
    [['papers about diffusion', 'the video one, who wrote it?'], 'is by'],
    [['papers from October 2024', '그중에 코드 있는거만'], 'with code · Oct 2024'],
    [['papers about diffusion', 'who wrote the second one?', 'votes of the video one?'], 'vote'],
    [['who wrote MaskLLM', '순위는?'], '#1 of 12 papers · 27 Sep 2024'],
    [['papers about diffusion', 'only the first 3'], 'only the first 3'],
    [['papers by Song Han, oldest first', '날짜순으로 보여줘'], 'newest first'],
    [['how many papers about diffusion in October 2024', 'list em'], 'about “diffusion” · Oct 2024'],
    [['2024년 10월 논문 몇 편이야', '목록 보여줘'], 'Papers · Oct 2024 · most votes first'],
    [['papers by Song Han', 'only as first author'], 'first author Song Han'],
    [['papers from October 2024', 'drop everything with Song Han on it'], 'not by Song Han · Oct 2024'],
    [['papers from October 2024', 'drop the ones about agents', "oldest of what's left?"], 'oldest first'],
    [['papers of October 2024', 'oops, meant September'], 'Papers · Sep 2024'],
    [['who wrote MaskLLM', 'MaskLLM 말고 LongCite는?'], 'LongCite'],
    [['papers by Song Han', 'only October 2024'], 'by Song Han · Oct 2024'],
    [['top papers of October 2024', 'and the month before?'], 'Papers · Sep 2024'],
    [['papers of 4 October 2024', 'and the month before?'], 'Papers · Sep 2024'],
    [['papers from October 2024', 'about agents'], 'about “agents” · Oct 2024'],
    [['2024년 10월 논문', '에이전트 관련만'], 'about “에이전트” · Oct 2024'],
    [['papers about diffusion', 'by Song Han'], 'Papers about “diffusion” · by Song Han'],
    [['papers by Song Han', 'only 2024', 'and with Yao Lu?'], 'by Song Han, Yao Lu · 2024'],
    [['most active authors', 'papers of the first one'], 'papers under this name'],
    [['papers about diffusion', 'page 2'], 'Page 2'],
    [['who wrote MaskLLM', 'upvotes?'], 'vote'],
    [['how many votes does MaskLLM have', 'was Song Han one of the authors?'], 'Song Han'],
    [['MaskLLM 득표수', 'Song Han도 저자야?'], 'Song Han'],
    [
      ['Song Han 논문 몇 개 있지', '그중 2024년은', '거기서 추천 젤 많은거'],
      'by Song Han · 2024 · most votes first',
    ],
    [
      ['top 3 papers of October 2024', '2번은 누가 썼어', '12월로 바꾸면 1등은 뭐가 되나'],
      'Dec 2024 · most votes first · #1',
    ],
    [['papers by Song Han', '제일 자주 같이하는 사람은?'], 'Co-authors of Song Han'],
    [['papers about agents', '여기서 둘만 골라줘'], 'only the first 2'],
    [['more papers in October 2024 or November 2024?', 'by how much?'], 'The difference is'],
    [['papers by Song Han', 'the newest one: link?'], 'https://'],
    [['papers by Song Han', "who's the first author of the newest one?"], 'first and last authors'],
    [['3 newest papers by Song Han', '어디 소속?'], 'organization'],
    [
      ['papers by Song Han', 'only 2024', 'which one has the most votes?'],
      'by Song Han · 2024 · most votes first',
    ],
    [['papers by Song Han', 'and Yao Lu?', 'both of them together?'], 'by Song Han, Yao Lu'],
    [['papers by Song Han', 'and Yao Lu?', 'both of them together?', 'how many?'], 'by Song Han, Yao Lu'],
    [['papers by Song Han', 'his oldest paper'], 'by Song Han · oldest first'],
    [['best paper of 2024-12-06', 'how many papers were there that day'], '31 papers'],
    [['top papers of October 2024', 'more?'], '11.'],
    [['top 3 papers of October 2024', 'show me more'], '4.'],
    [['top 3 papers of October 2024', 'so how many papers in December 2024?'], 'Dec 2024'],
    [['when was VisionZip listed', 'how many votes did it get'], '53 votes'],
    [['when was VisionZip listed', 'what are the limitations?'], 'VisionZip'],
    [['2024년 10월 1위 논문 뭐야', '2위는?'], '#2'],
    [['VisionZip', '몇 명이 썼는데?'], '6'],
    [['VisionZip', '몇명이 쓴거야'], 'has 7 authors'],
    [['top 5 papers of December 2024', 'same for october'], 'Oct 2024'],
    [['2024년 10월에 몇 편 올라왔어', '12월은?'], '31 papers'],
    [['2024년 10월에 몇 편 올라왔어', '제일 많이 올라온 날은 언제야'], 'Days · Oct 2024'],
    [['Song Han 논문 보여줘', '2024년 것만', '제일 추천 많은건 뭐야?'], 'by Song Han · 2024'],
    [['which month had the most papers?', 'and by votes?'], 'Months'],
    [['papers about agents', 'with at least 10 votes'], 'at least 10 votes'],
    [['top papers of October 2024', 'who wrote it?'], 'is by'],
    [['top papers of October 2024', 'how many of them have more than 50 votes'], 'at least 51 votes'],
    [['papers about agents', 'only those with code'], 'with code'],
    [['when was VisionZip listed', 'what else came out that day'], '31 papers'],
    [['most active authors of 2024', 'what about months'], 'Months · 2024'],
    [['busiest day of 2024', 'what was the best paper that day?'], 'most votes first · only the first'],
    [['busiest month of 2024', 'how many papers that month?'], 'papers'],
    [['논문 제일 많이 쓴 저자 누구야', '그 사람 논문 중에 제일 인기 많은건?'], 'most votes first'],
    [['votes of VisionZip vs Aguvis', 'which of them came out first?'], 'was on Daily Papers on 6 Dec 2024'],
    [['papers by Song Han', '제일 처음 나온 건 언제야?'], 'by Song Han · oldest first · only the first'],
    [['VisionZip 논문 추천수', '같은 달에 1등은 뭐였어?'], 'Dec 2024 · most votes first · #1'],
    [['VisionZip 언제 나왔어', '그 달 최고 논문은?'], 'Dec 2024 · most votes first'],
    [['when was VisionZip listed', 'thx mate!'], 'welcome'],
    [['VisionZip 언제 나왔어', '같은 날 1등은?'], '6 Dec 2024 · most votes first · #1'],
    [['top 2 papers of October 2024', 'which came out first?'], 'was on Daily Papers on'],
    [['2024년 10월 논문', '그중 추천 1위는?'], 'most votes first · #1'],
    [['papers by Song Han', 'when was the first one'], 'by Song Han · oldest first · only the first'],
    [['VisionZip 저자', '이 사람들 누구야'], 'is by'],
    [['papers about agents', 'just 3', 'by votes'], 'most votes first · only the first 3'],
    [['papers about agents', 'not about diffusion'], 'Papers about “agents” · not about diffusion'],
    [['papers about agents', '3 of them'], 'only the first 3'],
    [['top papers of October 2024', 'nr 2?'], '#2'],
    [['most active authors of 2024', '2등은?'], 'Authors · 2024'],
    [['top papers of October 2024', '그럼 꼴등은요?'], 'fewest votes first'],
    [['papers about agents', '코드 있는거만 ㄱㄱ'], 'with code'],
    [['who wrote VisionZip', 'anything else by the last one?'], 'Which paper or list'],
    [['VisionZip 어느 기관 논문이야', '거기서 낸 다른 논문도 보여줘'], 'Which paper or list'],
    [['VisionZip', 'more or less votes than Aguvis?'], 'has more: ▲ 53 votes, against ▲ 27 votes'],
    [['how many papers in October 2024', 'which month had the most'], 'in total 1.'],
    [['papers with the most authors', 'and the fewest?'], 'fewest authors first'],
    [['who wrote the most upvoted paper of december 2024'], 'Dec 2024 · most votes first · only the first'],
    [['how many authors does the most upvoted paper of december 2024 have', 'and the second one?'], '#2'],
    [['token compression', 'newest first'], 'Papers about “token compression” · newest first'],
    [['top 10 papers of 2024', 'make that 3'], 'only the first 3'],
    [['papers about agents from October 2024', 'drop the year'], 'Papers about “agents” 3 match'],
    [['papers about agents from October 2024', 'any year is fine'], 'Papers about “agents” 3 match'],
    [['2024년 10월 에이전트 논문', '기간 상관없이 전부 다'], 'Papers about “에이전트” 3 match'],
    [['papers about agents with code', 'drop the code thing'], 'Papers about “agents” 3 match'],
    [['papers about agents by Song Han', '저자 상관없이'], 'Papers about “agents” 3 match'],
    [['papers with at least 20 votes', 'lower the bar to 10'], 'at least 10 votes'],
    [['추천 20개 이상 논문', '그럼 5개 이상은?'], 'at least 5 votes'],
    [['papers by Song Han, oldest first', 'Yao Lu instead of Song Han'], 'by Yao Lu · oldest first'],
    [['papers by Song Han, oldest first', 'replace Song Han with Yao Lu'], 'by Yao Lu · oldest first'],
    [['most active authors', 'papers about agents with code'], 'about “agents” · with code'],
    [['papers by Song Han, oldest first', 'swap in Yao Lu'], 'by Yao Lu · oldest first'],
    [['papers by Song Han, oldest first', 'now with Yao Lu instead'], 'by Yao Lu · oldest first'],
    [['Song Han 논문 오래된 순', 'Yao Lu로 바꿔줘'], 'by Yao Lu · oldest first'],
    [['agent papers from October to November 2024', 'extend that through December'], '1 Oct – 31 Dec 2024'],
    [['agent papers of October 2024', 'now september of that year'], 'about “agent” · Sep 2024'],
    [['2024년 10월 에이전트 논문 인기순', '9월은 어땠어?'], 'about “에이전트” · Sep 2024'],
    [['Song Han 논문', '2024년 것만, 그리고 저자 많은 순'], 'by Song Han · 2024 · most authors first'],
    [['top 3 papers of October 2024', '다음 2개도'], '5.'],
    [['top 3 papers of October 2024', 'how many votes does the winner have'], 'votes'],
    [['top 3 papers of October 2024', '2 more please'], '5.'],
    [['papers about agents', '평균 추천수는?'], 'on average'],
    [['papers about agents', 'break it down by month'], 'Months · papers about “agents”'],
    [['papers by Song Han', 'does Yao Lu have more?'], 'Song Han and Yao Lu have the same: 1 paper'],
    [['Song Han 논문 몇편?', 'Yao Lu랑 누가 더 많음?'], 'Song Han and Yao Lu have the same: 1 paper'],
    [['papers by Song Han', 'more than Yao Lu?'], 'Song Han and Yao Lu have the same: 1 paper'],
    [['papers by Song Han', 'and Yao Lu?', 'who has more?'], 'Song Han and Yao Lu have the same: 1 paper'],
    [['how many papers in October 2024', 'more or less than in December?'], 'has more'],
    [['papers about agents', 'only diffusion ones'], 'about “agents diffusion”'],
    [['papers by Song Han', 'Yao Lu는?', '차이가 얼마야'], 'Song Han and Yao Lu have the same: 1 paper'],
    [['2024년 10월에 몇 편 올라왔어', '12월보다 많은거야?'], 'has more'],
    [['VisionZip 추천수', 'LongCite는?', '둘이 차이가 얼마'], 'has more: ▲ 53 votes'],
    [['VisionZip 언제 나왔어', 'LongCite는?'], 'was on Daily Papers on 5 Sep 2024'],
    [['most voted paper of October 2024', '2nd and 3rd?'], '#2 to #3'],
    [['2024년 10월 1위 논문 뭐야', '2위랑 3위는?'], '#2 to #3'],
    [['papers from October 2024', '그중 에이전트만'], 'about “에이전트” · Oct 2024'],
    [['papers about agents', 'of these, the ones on diffusion'], 'about “agents diffusion”'],
    [['papers about agents', 'most liked first'], 'Papers about “agents” · most votes first'],
    [['papers about agents by Song Han', 'Yao Lu꺼도 있나'], 'about “agents” · by Yao Lu'],
    [['who wrote VisionZip', 'thats a lot, how many exactly'], 'has 7 authors'],
    [['VisionZip 저자', '총 몇명?'], 'has 7 authors'],
    [['VisionZip 저자 몇 명?', '맨 앞 사람은?'], 'The first and last authors of'],
    [['VisionZip 저자 몇 명?', 'arxiv 번호도'], '2412.04467'],
    [['papers by Song Han', '가장 예전 건 언제'], 'by Song Han · oldest first · only the first'],
    [['2024년 10월 베스트 논문', '누가씀?'], 'is by'],
    [
      ['papers by Song Han', 'who wrote the oldest one?', '제일 새로운거 링크 있음?'],
      'by Song Han · newest first',
    ],
    [['best paper of december 2024', 'where did it rank'], '#1 of 31 papers'],
    [['2024년 10월 1위 논문 뭐야', '그거 몇 위였지'], '#1 of 27 papers'],
    [['who wrote the most upvoted paper of december 2024', 'and the next one?'], '#2'],
    [['when was VisionZip listed', 'votes in total?'], '53 votes'],
    [['papers about agents', "lol ok. and who's gonna win the election"], 'see the future'],
  ] as const)('%j', async (texts, expected) => {
    expect(await talked(...texts)).toContain(expected);
  });

  test.each([
    [['papers about agents', 'how many votes does VisionZip have'], 'has 53 votes'],
    [['VisionZip', 'How many upvotes did QuokkaFormer-9B collect?'], 'no paper called “QuokkaFormer-9B”'],
    [
      ['most active authors of 2024', 'write me a poem about the sea'],
      'I can’t write or explain things myself',
    ],
    [['papers by Song Han', 'top papers of October 2024'], 'Papers · Oct 2024 · most votes first'],
    [['VisionZip', 'how safe are large models against jailbreaks?'], 'jailbreaks'],
    [['Song Han 논문', '2024년 12월 논문 몇 편이야'], 'Papers · Dec 2024'],
    [['papers about agents', 'how far back does the archive go'], '2024'],
  ] as const)('a question of its own is not about what was asked before: %j', async (texts, expected) => {
    expect(await talked(...texts)).toContain(expected);
    const [, question] = texts;
    expect((await talked(...texts)).slice(0, 60)).toBe((await talked(question)).slice(0, 60));
  });

  test.each([
    [['who wrote it?']],
    [['and the day before?']],
    [['top papers of 2024', 'what was the best paper that day?']],
    // The order of its authors is not known.
    [['who wrote VisionZip?', 'her latest paper']],
    [['papers about agents', 'her latest paper']],
    [['thanks', 'the second one']],
    [['hello', '그중에 비디오 논문은?']],
    [['only 2024']],
    [['price per token of gemini flash', '24년도 것만']],
    [['VisionZip', 'in December?']],
  ] as const)('the bot asks back if nothing before says what is meant: %j', async (texts) => {
    expect(await talked(...texts)).toMatch(/Which paper or list do you mean|No paper fits/);
  });
});

test('a follow-up without the shown papers runs the command before to find them', async () => {
  const after = 'search from=2024-12-01 to=2024-12-31 sort=votes place=1';
  const answer = await app.dispatch({
    command: 'ask',
    options: { question: 'who wrote it', after },
    now: NOW,
  });
  expect(answer).toMatchObject({ kind: 'facts', fact: { is: 'fields', of: ['authors'] } });
});

/** The bold examples of a text, and those that dots divide. */
const examplesIn = (text: string) =>
  [...text.matchAll(/\*\*([^*/]+)\*\*/g)].map(([, example = '']) => example);

describe('every example in the help texts is answered', () => {
  const examples = [...Object.values(chatEn), ...Object.values(chatKo)].flatMap(examplesIn);

  const written = [
    ...[...readFileSync('README.md', 'utf8').matchAll(/\/ask question:"([^"]+)"|\/ask ([a-z][^`|<]+)/g)].map(
      ([, quoted, plainly]) => quoted ?? plainly ?? '',
    ),
    ...['en', 'ko'].flatMap((language) => {
      const said = tellPlain('commands.ask.options.question.description', language === 'en' ? 'en' : 'ko');
      return said.replace(/^(?:e\.g\.|예:) ?/, '').split(/, or |, /);
    }),
  ];

  test.each([...new Set([...examples, ...written])])('%s', async (example) => {
    const answer = await app.dispatch({ command: 'ask', options: { question: example }, now: NOW });
    expect(['found', 'facts', 'top', 'digest', 'author', 'paper', 'refusal']).toContain(answer.kind);
    if (answer.kind === 'refusal') expect(answer.reason).toBe('period');
  });

  test.each([talkEn.aboutPaper.example, talkKo.aboutPaper.example].flatMap((text) => text.split(' · ')))(
    'about a paper: %s',
    async (question) => {
      const answer = await app.dispatch({
        command: 'ask',
        options: { question, paper: '2412.04467' },
        now: NOW,
      });
      expect(answer.kind).toMatch(/passages|facts/);
      if (answer.kind === 'passages') expect(answer.instead).toBeUndefined();
    },
  );

  test.each([talkEn.followUp.example, talkKo.followUp.example].flatMap((text) => text.split(' · ')))(
    'after a list: %s',
    async (question) => {
      const after = 'search from=2024-12-01 to=2024-12-31 sort=votes';
      const answer = await app.dispatch({
        command: 'ask',
        options: { question, after, shown: '2412.04467 2412.04455' },
        now: NOW,
      });
      expect(answer.kind).toMatch(/found|choice|facts|refusal/);
      if (answer.kind === 'refusal') expect(answer.reason).toBe('period');
    },
  );
});
