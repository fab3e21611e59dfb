/** What cards and lists say of a paper that Hugging Face tells of. */
export const cardKo = {
  votesAsOf: '득표: {{time}} 집계',
  between: '{{first}} ~ {{last}}',
  soFar: '**지금까지의 목록이에요.** 아직 마감되지 않아 논문과 득표가 더 늘 수 있어요.',
  firstAuthor: '제1저자: **{{name}}**',
  hidden_other: '허깅페이스에서 이름을 숨긴 저자 {{count, number}}명',
  allHidden: '이 논문의 저자는 모두 이름이 숨겨져 있어요.',
  ordered_other: '저자 {{count, number}}명. 논문에 적힌 순서예요.',
  orderedCut_other: '저자 {{count, number}}명과, 목록에서 생략된 저자가 더 있어요. 논문에 적힌 순서예요.',
  organization: '기관: {{name}}',
  keywords: '-# 키워드: {{words}}',
  abstract: '초록 (영문)',
  aiSummary: '허깅페이스 AI 요약 (영문)',
  written: '언어 모델이 초록으로 쓴 요약',
  fromAbstract: '초록에서 (영문)',
  doubtful:
    '⚠️ **보관된 요약이 다른 논문의 것으로 보여요.** 초록과 겹치는 내용이 거의 없어 요약을 빼고 초록을 실었어요.',
  doubtfulShort: '⚠️ 요약이 다른 논문의 것으로 보여 초록에서 옮겼어요.',
  code: '코드',
  project: '프로젝트 · {{host}}',
  credit: {
    abstract: '초록: arXiv (허깅페이스 제공)',
    ai: 'AI 요약: 허깅페이스',
    model: '모델 요약: 초록 기반',
  },
};
