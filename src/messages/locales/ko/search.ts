import { sortsIn } from '../sorts.ts';
import { privateKo } from './private.ts';

/** The search command. */
export const searchCommandKo = {
  name: '검색',
  description: '주제나 내용으로 논문을 찾아요 (한국어·영어)',
  options: {
    query: { name: '검색어', description: '제목이나 요약의 단어, 모델 이름, 저자, 질문' },
    from: { name: '시작일', description: '첫날, 예: 2024-12-01' },
    to: { name: '종료일', description: '마지막 날, 예: 2024-12-31' },
    author: { name: '저자', description: '이 저자의 논문만' },
    organization: { name: '기관', description: '이 기관의 논문만, 예: Google, KAIST AI' },
    min_votes: { name: '최소추천', description: '추천 수가 이 값 이상인 논문만' },
    code: {
      name: '코드',
      description: '코드 링크가 있는 논문만, 또는 없는 논문만',
      choices: { yes: '코드 있음', no: '코드 없음' },
    },
    sort: {
      name: '정렬',
      description: '정렬 순서 (기본값: 정확도순)',
      choices: sortsIn('ko'),
    },
    page: { name: '페이지', description: '페이지 번호' },
    private: privateKo,
  },
};

/** What a search found. */
export const foundKo = {
  like: '비슷한 논문 · {{title}}',
  best_other: '관련도 상위 {{count, number}}편',
  atLeast_other: '**논문 {{count, number}}편 이상**',
  part_other: '{{count, number}}편 중 {{shown, number}}편',
  partial: '-# 모두 다룬 논문은 없어 단어가 겹치는 논문을 찾았어요.',
  none: '조건에 모두 맞는 논문이 없어요. 하나를 빼 보세요:',
  months: '달마다 1위',
  average_other: '논문당 평균 추천 **{{value}}** ({{count, number}}편 기준)',
  noAverage: '추천 수 정보가 없어 평균을 낼 수 없어요.',
  known: '-# 기관, 코드, 저자 순서는 허깅페이스에서 가져온 논문만 알 수 있어요.',
  wanted: {
    any: '논문',
    about: '“{{query}}” 검색 결과',
    by: '저자 {{names}}',
    byAny: '저자 {{names}} 중 한 명 이상',
    byFirst: '제1저자 {{names}}',
    byLast: '마지막 저자 {{names}}',
    notBy: '{{names}} 저자 제외',
    from: '기관 {{names}}',
    notFrom: '{{names}} 기관 제외',
    titled: '제목에 “{{words}}”',
    code: '코드 있음',
    noCode: '코드 없음',
    sameDay: '같은 날 논문 · {{title}}',
    except: '{{range}} 제외',
    since: '{{day}}부터',
    until: '{{day}}까지',
    place: '{{place, number}}위',
    places: '{{place, number}}~{{last, number}}위',
    limit_other: '상위 {{count, number}}편',
  },
  change: {
    all: '전체 기간',
    whole: '모두 보기',
    without: '{{name}} 빼고',
    name: '{{name}}',
    month: '{{name, month}}',
    period: '{{from, day}} ~ {{to, day}}',
    votes: '추천 수 상관없이',
    title: '제목 상관없이',
    code: '코드 상관없이',
    topic: '주제 상관없이',
    papers: '논문 수순',
    byVotes: '추천순',
    most: '많은 순',
    fewest: '적은 순',
  },
};
