/** The search command. */
export const searchCommandKo = {
  name: '검색',
  description: '무엇에 관한 논문인지로 찾아요. 영어도 한국어도 돼요',
  options: {
    query: { name: '검색어', description: '제목이나 요약에 있는 말, 모델 이름, 저자, 질문' },
    from: { name: '시작', description: '첫날, 예: 2024-12-01' },
    to: { name: '끝', description: '마지막 날, 예: 2024-12-31' },
    author: { name: '저자', description: '이 저자가 실린 논문만' },
    min_votes: { name: '최소득표', description: '표를 이만큼 이상 받은 논문만' },
    sort: {
      name: '정렬',
      description: '목록의 순서. 비워 두면 가장 잘 맞는 논문부터예요',
      choices: { relevance: '정확도순', votes: '득표순', date: '최신순' },
    },
    page: { name: '쪽', description: '목록의 쪽 번호' },
  },
};

/** What a search found. */
export const foundKo = {
  title: '“{{query}}” 논문',
  like: '“{{title}}”와 비슷한 논문',
  best_other: '가장 잘 맞는 논문 {{count, number}}편',
  minVotes_other: '{{count, number}}표 이상',
};
