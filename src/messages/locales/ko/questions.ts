import type { messageCommandsEn, namedEn, talkEn } from '../en/questions.ts';
import type { Mirror } from '../translation.ts';

/** Commands in the menu of a message, in Korean. */
export const messageCommandsKo: Mirror<typeof messageCommandsEn> = {
  'find-these-papers': '이 메시지의 논문 찾기',
};

/** Asking in words, in Korean. */
export const talkKo: Mirror<typeof talkEn> = {
  label: '질문',
  pageLabel: '페이지 번호',
  goTo: { button: '페이지 이동', example: '3' },
  followUp: { button: '이어서 묻기', example: '그럼 11월은? · 저자는? · 2위는?' },
  aboutPaper: {
    button: '이 논문에 대해 묻기',
    short: '질문하기',
    example: '어떻게 작동해? · 성능은 어때? · 저자는?',
  },
};

/** The papers that a message names, in Korean. */
export const namedKo: Mirror<typeof namedEn> = {
  title_other: '이 메시지에 나온 논문 {{count, number}}편',
  none: '이 메시지에서 논문을 찾지 못했어요. arXiv·허깅페이스 링크, arXiv 번호, 논문 제목을 찾아봐요.',
  missing: '자료에 없는 논문 (데일리 페이퍼에 오른 논문만 담고 있어요): {{links}}',
};
