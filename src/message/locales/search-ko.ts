/** The search command. */
export const searchCommandKo = {
  name: '검색',
  description: '무엇에 관한 논문인지로 찾아요. 영어도 한국어도 돼요',
  options: {
    query: { name: '검색어', description: '제목이나 요약에 있는 말, 모델 이름, 저자, 질문' },
    from: { name: '시작', description: '첫날, 예: 2024-12-01' },
    to: { name: '끝', description: '마지막 날, 예: 2024-12-31' },
    author: { name: '저자', description: '이 저자가 실린 논문만' },
    organization: { name: '기관', description: '이 기관의 논문만, 예: Google, KAIST AI' },
    min_votes: { name: '최소득표', description: '표를 이만큼 이상 받은 논문만' },
    code: {
      name: '코드',
      description: '코드가 공개된 논문만, 또는 코드가 없는 논문만',
      choices: { yes: '코드 있음', no: '코드 없음' },
    },
    sort: {
      name: '정렬',
      description: '목록의 순서. 비워 두면 잘 맞는 논문부터, 검색어가 없으면 득표순이에요',
      choices: {
        relevance: '정확도순',
        votes: '득표순',
        fewest: '득표 적은 순',
        newest: '최신순',
        oldest: '오래된순',
        stars: '스타순',
      },
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
