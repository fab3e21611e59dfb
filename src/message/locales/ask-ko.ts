import type { askEn } from './ask-en.ts';
import type { Mirror } from './translation.ts';

/** What answers to questions say, in Korean. */
export const askKo: Mirror<typeof askEn> = {
  list: {
    top_other: '표를 가장 많이 받은 논문 {{count, number}}편',
    fewest_other: '표를 가장 적게 받은 논문 {{count, number}}편',
    newest_other: '가장 최근 논문 {{count, number}}편',
    all_other: '논문 {{count, number}}편',
    none: '맞는 논문이 없어요',
    tied: '공동 1위 논문',
  },
  count: {
    papers_other: '**논문 {{count, number}}편**',
    votes_other: '모두 **{{count, number}}표**',
    days_other: '논문이 실린 날 **{{count, number}}일**',
    authors_other: '저자 이름 **{{count, number}}개** (표기 기준)',
    unknown_other: '득표를 알 수 없는 논문 {{count, number}}편은 셈에 넣지 않았어요.',
  },
  authors: {
    are_other: '**{{title}}** 논문의 저자는 {{count, number}}명이에요: {{names}}.',
    cut: '**{{title}}** 논문은 목록에 저자가 일부만 적혀 있어요: {{names}}.',
    unknown: '**{{title}}** 논문은 저자가 적혀 있지 않아요.',
    order: '-# 나열 순서에는 의미가 없어요. 누가 제1저자인지는 자료에 없어요.',
    yes: '**네.** {{name}} 이름이 **{{title}}** 논문의 저자로 적혀 있어요.',
    no: '**아니요.** {{name}} 이름은 **{{title}}** 논문의 저자 중에 없어요.',
    unsure: '**{{title}}** 논문은 저자가 일부만 적혀 있고, 그중에 {{name}} 이름은 없어요.',
  },
  listed: {
    on: '**{{title}}** 논문은 {{dates}}에 실렸어요.',
    remark: '-# 데일리 페이퍼 목록에 오른 날이고, 논문이 나온 날보다 늦을 수 있어요.',
  },
  votes: {
    has_other: '**{{title}}** 논문은 **{{count, number}}표**를 받았어요({{time}}).',
    unknown: '**{{title}}** 논문의 득표는 알 수 없어요.',
  },
  compare: {
    more: '**{{more}}** 논문의 표가 더 많아요: {{most}}, **{{less}}** 논문은 {{least}}.',
    same: '**{{more}}** 논문과 **{{less}}** 논문의 득표가 같아요: {{most}}.',
    unknown: '**{{more}}** 논문의 득표를 알 수 없어서 비교할 수 없어요.',
    self: '두 이름이 같은 논문을 가리켜요: **{{more}}**.',
    remark: '-# 득표는 논문이 실린 날에 집계한 값이에요.',
  },
  active: {
    title: '논문에 가장 많이 이름을 올린 저자',
    line_other: '**{{name}}** · 논문 {{count, number}}편',
  },
  busiest: {
    dayMost: '{{what}} 가장 많은 날',
    dayFewest: '{{what}} 가장 적은 날',
    monthMost: '{{what}} 가장 많은 달',
    monthFewest: '{{what}} 가장 적은 달',
    papers: '논문이',
    votes: '표가',
    line: '**{{period}}** · {{papers}} · {{votes}}',
  },
  understood: {
    head: '-# 이렇게 이해했어요: {{parts}}',
    votes: '득표순',
    fewest: '득표가 적은 순',
    newest: '최신순',
    minVotes_other: '{{count, number}}표 이상',
    names: '저자 {{names}}',
    and: '{{first}}, {{second}}',
    held: '-# 자료에는 그중 {{range}}의 목록만 있어요.',
  },
  change: {
    votes: '득표순',
    newest: '최신순',
    all: '전체 기간',
    whole: '모두 보기',
    day: '{{date, day}} 목록',
    paper: '{{title}}',
    author: '{{name}}',
  },
  passages: {
    title: '자료에 이렇게 적혀 있어요',
    remark: '-# 요약을 글자 그대로 옮겼고, 가장 가까운 것부터예요. 저희가 지어낸 답이 아니에요.',
    rephrased: '모델이 풀어 씀',
    sentence: '{{text}} ({{papers}})',
    check: '-# 언어 모델이 아래 인용문을 풀어 쓴 글이에요. 내용이 다르면 인용문이 맞아요.',
  },
  refusal: {
    author: '“{{query}}” 이름이 저자로 실린 논문이 없어요.',
    paper: '“{{query}}” 논문은 여기에 없어요.',
    period: '{{range}}에는 실린 논문이 없어요.',
    together: '둘의 이름이 함께 실린 논문이 없어요: {{query}}.',
    votes: '{{range}}에 실린 논문은 득표를 알 수 없어요.',
    answer: '“{{query}}” 물음에 대한 답은 자료에 없어요.',
    summary: '이 논문의 요약에는 “{{query}}” 물음에 대한 답이 없어요.',
    doubtful:
      '이 논문의 요약은 다른 논문의 것일 수 있어 인용하지 않아요. “{{query}}” 물음에는 답할 수 없어요.',
    unsummarized: '이 논문은 요약이 없어 “{{query}}” 물음에 답할 수 없어요.',
    holds: '자료는 {{range}}의 목록이에요.',
    nearPapers: '가장 가까운 제목:',
    nearAuthors: '가장 가까운 이름:',
  },
};
