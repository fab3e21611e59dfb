/** What cards and lists say of a paper that Hugging Face tells of. */
export const cardKo = {
  votesAsOf: '추천 수: {{time}} 기준',
  between: '{{first}} ~ {{last}}',
  soFar: '**아직 집계 중이에요.** 오늘 논문과 추천 수가 더 늘 수 있어요.',
  hidden_other: '허깅페이스에서 이름을 숨긴 저자 {{count, number}}명',
  allHidden: '이 논문의 저자는 모두 허깅페이스에서 이름을 숨겼어요.',
  ordered_other: '저자 {{count, number}}명 (논문의 저자 순서)',
  orderedCut_other: '저자 {{count, number}}명 (논문의 저자 순서), 이 외에 표시되지 않은 저자가 더 있어요',
  keywords: '-# 키워드: {{words}}',
  abstract: '초록 (영문)',
  aiSummary: '허깅페이스 AI 요약 (영문)',
  written: 'AI가 초록을 요약한 글',
  fromAbstract: '초록 (영문)',
  doubtful: '⚠️ **보관된 요약이 다른 논문의 것으로 보여** 여기에는 싣지 않았어요.',
  noSummary: '이 논문은 아직 한국어 요약이 없어요.',
  code: '코드',
  project: '프로젝트 · {{host}}',
  credit: {
    abstract: '초록: arXiv (허깅페이스 제공)',
    ai: 'AI 요약: 허깅페이스',
    model: 'AI 요약: 초록 기반',
  },
};
