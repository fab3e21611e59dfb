import type { followCommandEn, followEn, followingCommandEn } from '../en/follow.ts';
import type { Mirror } from '../translation.ts';

const when = {
  time: { name: '시각', description: '매일 메시지를 받을 현지 시각 (기본값: 09:00)' },
  timezone: { name: '시간대', description: '시간대, 예: 서울, Europe/London (기본값: 사용 언어 기준)' },
};

export const followCommandKo: Mirror<typeof followCommandEn> = {
  name: '팔로우',
  description: '팔로우한 주제·저자·기관의 새 논문을 하루 한 번 개인 메시지로 받아요',
  topic: {
    name: '주제',
    description: '주제를 팔로우해요 (/검색과 같은 방식)',
    options: { topic: { name: '주제', description: '예: 로봇 조작' }, ...when },
  },
  author: {
    name: '저자',
    description: '저자를 팔로우해요',
    options: { author: { name: '저자', description: '논문에 적힌 이름' }, ...when },
  },
  organization: {
    name: '기관',
    description: '연구실이나 회사를 팔로우해요',
    options: { organization: { name: '기관', description: '예: NVIDIA, KAIST AI' }, ...when },
  },
};

export const followingCommandKo: Mirror<typeof followingCommandEn> = {
  name: '팔로잉',
  description: '팔로우 목록을 보고 그만둘 수 있어요',
};

export const followKo: Mirror<typeof followEn> = {
  title_other: '팔로우 {{count, number}}개',
  followed: '**{{name}}** · {{kind}}',
  events: {
    followed: '✅ 이제 팔로우해요: {{what}}',
    already: '이미 팔로우하고 있어요: {{what}}',
    unfollowed: '🗑️ 팔로우를 그만뒀어요: {{what}}',
  },
  none: '아직 팔로우한 것이 없어요. `/팔로우 주제`, `/팔로우 저자`, `/팔로우 기관`을 쓰거나 논문의 **팔로우** 버튼을 눌러 보세요.',
  when: '새 논문이 있는 날에만 하루 한 번 {{time}} · {{zone}}에 개인 메시지로 보내요. `/팔로우`의 **시각**, **시간대**로 바꿀 수 있어요.',
  next: '다음 확인: {{time}}',
  suspended:
    '⚠️ 개인 메시지를 보낼 수 없어요. 사용자 설정 → 개인정보에서 메시지를 허용하거나 봇과 같은 서버에 들어온 뒤 `/팔로잉`을 다시 실행해 주세요. 30일이 지나면 팔로우 목록을 삭제해요.',
  list: '팔로우 목록',
  remove: '✕ {{name}}',
  which: '무엇을 팔로우할까요? 새 논문을 하루 한 번 개인 메시지로 보내 드려요.',
  pick: '팔로우할 것 고르기…',
  nothing: '이 논문에는 팔로우할 만한 정보가 없어요.',
  kinds: { topic: '주제', author: '저자', organization: '기관' },
  news_other: '### 새 소식 · {{date, day}} · 논문 {{count, number}}편 가운데 {{shown, number}}편',
  left_other: '그 밖에 팔로우 {{count, number}}개에도 새 논문이 있어요.',
  button: '팔로우…',
  buttonNamed: '{{name}} 팔로우',
};
