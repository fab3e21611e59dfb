import type { trendsCommandEn, trendsEn } from '../en/trends.ts';
import type { Mirror } from '../translation.ts';
import { privateKo } from './private.ts';

/** The trends command, in Korean. */
export const trendsCommandKo: Mirror<typeof trendsCommandEn> = {
  name: '트렌드',
  description: '키워드와 주제가 달마다 얼마나 나오는지 그래프로 보여줘요',
  options: {
    period: {
      name: '기간',
      description: '조회 기간 (기본값: 1년)',
      choices: { half: '6개월', year: '1년', all: '전체' },
    },
    about: {
      name: '주제',
      description: '쉼표로 나눠 최대 5개, 예: 에이전트, 디퓨전 (기본값: 가장 많은 키워드)',
    },
    private: privateKo,
  },
};

/** What trends say, in Korean. */
export const trendsKo: Mirror<typeof trendsEn> = {
  title: '트렌드',
  keywords: '키워드가 있는 그달 논문 중 해당 주제를 키워드로 단 논문의 비율이에요.',
  titles: '그달 논문 중 제목에 해당 주제가 들어간 논문의 비율이에요.',
  alternative: '꺾은선 그래프: 월별 논문 비율, {{range}}.',
  more: '최근 12개월이에요. 전체 수치는 파일에 있어요.',
  open: '이 주제의 논문 찾기…',
};
