import type { Mirror } from './translation.ts';
import type { warningsEn } from './warnings-en.ts';

export const warningsKo = {
  'another-date': '다른 날짜 제목 아래에 있는 논문이라 뺐어요: {{text}}',
  'control-characters': '제어 문자를 뺐어요: {{text}}',
  'heading-of-another-date': '다른 날짜의 제목이라 그 아래 내용을 뺐어요: {{text}}',
  'heading-without-date': '날짜 없는 제목이라 파일의 날짜로 읽었어요: {{text}}',
  'held-stays': '논문이 없어 저장된 그날의 목록을 그대로 두었어요: {{text}}',
  'listed-twice': '같은 날 두 번 실린 논문을 하나로 합쳤어요: {{text}}',
  'listing-without-link': 'arXiv 링크가 없는 논문이라 뺐어요: {{text}}',
  'no-listings': '논문이 하나도 없어요: {{text}}',
  'no-title': '제목이 없어 arXiv 번호로 대신했어요: {{text}}',
  'odd-authors': '저자 목록의 형식이 달라 읽을 수 있는 만큼 읽었어요: {{text}}',
  'odd-heading': '날짜 제목에 다른 내용이 더 있어요: {{text}}',
  'odd-literal': '글이 있을 자리에 데이터가 있어 그대로 두었어요: {{text}}',
  'odd-votes': '숫자가 아닌 득표라 미상으로 읽었어요: {{text}}',
  'said-twice': '두 번 다르게 적혀 있어 첫 번째 것을 따랐어요: {{text}}',
  'same-day': '같은 날의 파일이 또 있어 하나로 합쳤어요: {{text}}',
  separator: '구분선을 뺐어요: {{text}}',
  'stray-heading': '논문 안에 있는 제목을 글로 두었어요: {{text}}',
  'text-around-link': '논문 제목 줄에 링크 말고 다른 내용이 더 있어요: {{text}}',
  'text-before-listings': '첫 논문 앞에 있는 글을 뺐어요: {{text}}',
  'too-deep': '너무 깊이 겹친 목록이라 글로 두었어요: {{text}}',
  'unknown-heading': '논문이 아닌 제목이라 그 아래 내용과 함께 뺐어요: {{text}}',
  'unknown-link': '논문이 아닌 곳으로 가는 링크라 뺐어요: {{text}}',
} as const satisfies Mirror<typeof warningsEn>;
