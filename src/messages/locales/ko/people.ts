import type { citeEn, peopleCommandsEn, privacyEn, savedEn } from '../en/people.ts';
import type { Mirror } from '../translation.ts';

/** Commands for citing papers and about a person's own data, in Korean. */
export const peopleCommandsKo: Mirror<typeof peopleCommandsEn> = {
  cite: {
    name: '인용',
    description: '논문 인용 정보를 BibTeX, RIS, Markdown으로 보여줘요 (나에게만 보여요)',
    options: {
      paper: { name: '논문', description: 'arXiv 번호, 링크 또는 제목의 단어' },
      format: {
        name: '형식',
        description: '인용 형식 (기본값: BibTeX)',
        choices: { bibtex: 'BibTeX', ris: 'RIS', markdown: 'Markdown' },
      },
    },
  },
  saved: {
    name: '보관함',
    description: '저장한 논문을 찾고, 빼고, 파일로 내보내요 (나에게만 보여요)',
    options: {
      query: { name: '검색어', description: '저장한 논문 가운데 이 주제만' },
      format: {
        name: '형식',
        description: '파일로 내보내기',
        choices: { bibtex: 'BibTeX', ris: 'RIS', markdown: 'Markdown' },
      },
      page: { name: '페이지', description: '페이지 번호' },
    },
  },
  privacy: {
    name: '개인정보',
    description: '저장된 내 정보를 보고, 내보내고, 삭제해요 (나에게만 보여요)',
    options: {},
  },
};

/** Citing papers, in Korean. */
export const citeKo: Mirror<typeof citeEn> = {
  button: '인용',
  formats: { bibtex: 'BibTeX', ris: 'RIS', markdown: 'Markdown' },
  file_other: '논문 {{count, number}}편을 {{format}} 형식으로 담았어요.',
  unknownOrder: '-# 이 논문은 저자 순서를 알 수 없어 저자를 뺐어요.',
  unknownOrders_other:
    '-# {{total, number}}편 중 {{count, number}}편은 저자 순서를 알 수 없어 저자를 뺐어요.',
};

/** A person's list of papers, in Korean. */
export const savedKo: Mirror<typeof savedEn> = {
  title: '보관함',
  save: '저장',
  remove: '보관함에서 빼기',
  open: '보관함 열기',
  added: '🔖 저장했어요: {{title}}',
  removed: '보관함에서 뺐어요: {{title}}',
  onList_other: '보관함에 논문 {{count, number}}편이 있어요.',
  found: '저장한 논문 {{total, number}}편 중 “{{query}}” 관련 {{count, number}}편',
  empty: '남은 논문이 없어요.',
  removeOne: '보관함에서 뺄 논문 선택…',
  export: '{{format}} 파일',
};

/** What is stored of a person, in Korean. */
export const privacyKo: Mirror<typeof privacyEn> = {
  title: '저장된 내 정보',
  nothing: '아무것도 없어요.',
  note: '메시지와 이름, 누가 무엇을 물었는지는 저장하지 않아요.',
  saved_other: '저장한 논문 {{count, number}}편: **/보관함**',
  follows_other: '팔로우 {{count, number}}개, {{time}}({{zone}})에 전송: **/팔로잉**',
  setUp_other:
    '내가 구독을 설정한 채널 {{count, number}}곳에 남은 내 사용자 ID (삭제하면 ID만 지우고 구독은 그대로 둬요)',
  confirm: '**모두 삭제할까요?** 되돌릴 수 없어요.',
  erased: '**삭제했어요.** 이제 저장된 정보가 없어요.',
  exported: '저장된 내 정보 전체예요.',
  buttons: { export: '파일로 내보내기', erase: '삭제…', sure: '모두 삭제', keep: '그대로 두기' },
};
