import type { digestCommandEn } from '../en/digest.ts';
import type { Mirror } from '../translation.ts';

/** Options that choose one of a server's subscriptions. */
const which = {
  channel: { name: '채널', description: '대상 채널 (하나뿐이면 생략 가능)' },
  name: { name: '이름', description: '대상 구독 (하나뿐이면 생략 가능)' },
};

export const digestCommandKo: Mirror<typeof digestCommandEn> = {
  name: '구독',
  description: '이 서버에 올릴 글을 설정해요: 매일, 매주, 또는 고른 논문만',
  subscribe: {
    name: '시작',
    description: '채널에 데일리 페이퍼를 올려요 (다시 실행하면 설정이 바뀌어요)',
    options: {
      channel: { name: '채널', description: '데일리 페이퍼를 올릴 채널 (기본값: 이 채널)' },
      name: { name: '이름', description: '구독 이름 (한 채널에 여러 개를 둘 수 있어요)' },
      every: {
        name: '주기',
        description: '얼마나 자주 올릴지 (기본값: 매일)',
        choices: {
          day: '매일: 그날의 논문',
          week: '매주: 한 주의 인기 논문',
          month: '매달: 한 달의 인기 논문',
        },
      },
      time: { name: '시각', description: '현지 시각 (기본값: 09:00)' },
      timezone: { name: '시간대', description: '시간대, 예: 서울, Asia/Seoul (기본값: 서버 언어 기준)' },
      days: {
        name: '요일',
        description: '매일(기본값), 평일, 월,수,금; 매주는 요일 하나, 매달은 1~31 또는 말일',
      },
      about: { name: '주제', description: '이 주제의 논문만, /검색과 같아요 (없음: 전체)' },
      author: { name: '저자', description: '이 저자의 논문만 (없음: 전체)' },
      organization: { name: '기관', description: '이 기관의 논문만 (없음: 전체)' },
      exclude: { name: '제외', description: '이 주제의 논문은 빼요, 예: 의료; 음성 (없음: 빼지 않음)' },
      min_votes: { name: '최소추천', description: '추천이 이만큼 이상인 논문만' },
      min_papers: { name: '최소편수', description: '논문이 이보다 적으면 올리지 않아요 (기본값: 1)' },
      style: {
        name: '형식',
        description: '게시글 모양 (기본값: 카드)',
        choices: {
          cards: '카드: 인기 논문마다 하나씩',
          compact: '간단히: 모든 논문을 두 줄씩',
          titles: '제목만',
        },
      },
      top: { name: '편수', description: '카드로 보여줄 논문 수, 1~10 (기본값: 5)' },
      language: {
        name: '언어',
        description: '게시글 언어 (기본값: 서버 언어)',
        choices: { en: '영어', ko: '한국어' },
      },
      role: { name: '역할', description: '멘션할 역할' },
      mention: {
        name: '멘션',
        description: '역할을 더 이상 멘션하지 않을 때 골라 주세요',
        choices: { none: '멘션 안 함' },
      },
      thread: { name: '스레드', description: '게시글마다 스레드를 열어요' },
      tag: { name: '태그', description: '포럼 글에 붙일 태그 (없음: 태그 없이)' },
      title: { name: '제목', description: '글의 제목을 직접 정해요 (없음: 원래 제목)' },
    },
  },
  now: {
    name: '지금',
    description: '최신 데일리 페이퍼를 지금 올려요 (예정 시각에 다시 올리지 않아요)',
    options: which,
  },
  preview: {
    name: '미리보기',
    description: '올라갈 글을 나에게만 미리 보여줘요',
    options: which,
  },
  status: {
    name: '상태',
    description: '게시 채널, 마지막·다음 게시, 문제와 해결 방법을 보여줘요',
    options: { page: { name: '페이지', description: '페이지 번호' } },
  },
  pause: {
    name: '멈춤',
    description: '게시를 일시 중지해요',
    options: which,
  },
  resume: {
    name: '재개',
    description: '게시를 다시 시작해요',
    options: which,
  },
  unsubscribe: {
    name: '해지',
    description: '게시를 중단하고 설정을 삭제해요',
    options: {
      ...which,
      sure: { name: '확인', description: '확인 없이 바로 해지' },
    },
  },
};
