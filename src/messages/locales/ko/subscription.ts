import type { subscriptionEn } from '../en/subscription.ts';
import type { Mirror } from '../translation.ts';

export const subscriptionKo: Mirror<typeof subscriptionEn> = {
  events: {
    created: '✅ 설정했어요. 이제 {{channel}} 채널에 올려 드려요:',
    changed: '✅ 바꿨어요. {{channel}} 채널에 이렇게 올려 드려요:',
    paused: '⏸️ 일시 중지했어요. 재개할 때까지 {{channel}} 채널에 올리지 않아요:',
    resumed: '▶️ 재개했어요. {{channel}} 채널에 다시 올려 드려요:',
    removed: '🗑️ 해지했어요. **{{name}}** 구독을 {{channel}} 채널에 더 올리지 않고 설정도 삭제했어요.',
    'confirm-removal':
      '{{channel}} 채널의 **{{name}}** 구독을 해지할까요? 설정과 게시 기록을 삭제해요. 잠시만 쉬려면 일시 중지를 골라 주세요.',
  },
  welcome: {
    title: '안녕하세요, Paperboy예요',
    about:
      '허깅페이스에서 그날 가장 인기 있는 AI 논문을 매일 전하고, 논문에 관한 질문에 답해요. 저를 멘션하거나 `/인기`, `/질문`을 써 보세요.',
    channel:
      '**여기에 설정**을 누르면 매일 09:00에 이 채널에 올려 드려요. 다른 채널이나 시각, 언어는 `/구독 시작`에서 고를 수 있어요.',
    direct:
      '매일 09:00에 받아 보려면 올릴 채널에서 `/구독 시작`을 실행해 주세요. 서버의 시스템 채널에 쓸 수 없어 여기로 알려 드려요.',
    setUp: '여기에 설정',
    help: '도움말',
  },
  kinds: { day: '그날의 논문', week: '한 주의 인기 논문', month: '한 달의 인기 논문' },
  named: '**{{name}}** · {{kind}}',
  minPapers_other: '논문 {{count, number}}편 이상일 때만',
  title: '제목 “{{title}}”',
  tag: '태그 붙이기',
  monthDay: '매월 {{day}}일',
  lastDay: '매월 말일',
  when: '{{time}} · {{zone}} · {{days}}',
  next: '다음 게시: {{time}}',
  shape_other: '논문 {{count, number}}편 · {{language}}',
  role: '{{role}} 멘션',
  thread: '스레드 열기',
  roles: {
    gone: '⚠️ 멘션하던 역할이 삭제되어 이제 아무도 멘션하지 않아요. `/구독 시작`에서 다른 역할을 골라 주세요.',
    silent:
      '⚠️ 봇이 {{role}} 역할을 멘션할 수 없어요. 서버 설정 → 역할에서 누구나 멘션할 수 있게 하거나, 채널에서 봇에게 **@everyone, @here, 모든 역할 멘션하기**를 허용해 주세요.',
  },
  everyDay: '매일',
  weekdays: '평일(월~금)',
  dayNames: { d1: '월', d2: '화', d3: '수', d4: '목', d5: '금', d6: '토', d7: '일' },
  status: {
    title: '이 서버의 구독',
    channel: '**{{channel}}**',
    never: '아직 게시 전이에요.',
    delivered: '마지막 게시: {{date, edition}}{{where}}',
    thin: '{{date, edition}}: 맞는 논문이 적어 건너뛰었어요.',
    trying:
      '{{date, edition}} 데일리 페이퍼를 올리는 중이에요. 방금은 실패했지만 자동으로 다시 시도해요.{{why}}',
    paused: '⏸️ 일시 중지 중이에요. `/구독 재개`로 다시 시작할 수 있어요.',
    suspended: '⚠️ {{problem}}',
  },
  problems: {
    'unknown-channel': '채널이 없어졌어요. 다른 채널을 구독하거나 `/구독 해지`로 해지해 주세요.',
    'unknown-guild': '디스코드에서 서버를 찾지 못해요. 봇을 다시 초대해 주세요.',
    'missing-access':
      '봇이 채널을 볼 수 없어요. 채널에서 봇에게 **채널 보기**를 허용하면 자동으로 다시 올려요.',
    'missing-permissions':
      '봇이 채널에 글을 올릴 수 없어요. **채널 보기**, **메시지 보내기**, **링크 첨부**를 허용하면 자동으로 다시 올려요.',
    'wrong-channel':
      '이런 종류의 채널에는 올릴 수 없어요. 텍스트, 공지, 포럼 채널이나 스레드를 구독해 주세요.',
    'invalid-form':
      '디스코드가 글을 거부했어요. 버그이니 운영자에게 알려 주시고, `/구독 재개`로 다시 시도해 주세요.',
    'thread-closed': '스레드가 잠겼거나 보관되었어요. 다시 열면 자동으로 다시 올려요.',
    'needs-tag':
      '이 포럼은 태그가 필수예요. `/구독 시작`에서 태그를 고르거나 필수 설정을 끄면 자동으로 다시 올려요.',
    'blocked-content':
      'AutoMod가 글의 링크를 막고 있어요. 봇을 예외로 추가한 뒤 `/구독 재개`를 실행해 주세요.',
    'closed-messages': '개인 메시지를 보낼 수 없어요. 허용한 뒤 `/팔로잉`을 실행해 주세요.',
    refused: '디스코드가 글을 거부했어요. `/구독 재개`로 다시 시도할 수 있어요.',
  },
  limits: {
    'active-threads': '서버의 활성 스레드가 한도에 이르렀어요. 몇 개를 보관하거나 닫아 주세요.',
    'slow-mode': '이 채널의 슬로우 모드 때문에 기다리고 있어요.',
    'write-limit': '지금은 이 채널이나 서버에 글을 더 올릴 수 없어요.',
  },
  told: {
    title: '{{channel}} 채널에 글을 올릴 수 없어요',
    fix: '자세한 내용은 `/구독 상태`에서 볼 수 있어요. 이 알림은 한 번만 보내요.',
  },
  posted: {
    delivered: '✅ {{date, edition}} 데일리 페이퍼를 {{channel}} 채널에 올렸어요{{where}}.',
    already: '{{date, edition}} 데일리 페이퍼는 이미 {{channel}} 채널에 있어요{{where}}.',
    waiting: '⏳ {{date, edition}} 데일리 페이퍼를 {{channel}} 채널에 올리고 있어요. 잠시만 기다려 주세요.',
    skipped: '{{date, edition}} 논문 가운데 맞는 것이 적어 {{channel}} 채널에 올리지 않았어요.',
  },
  link: ' · [열기]({{url}})',
  preview: '{{channel}} 채널에 올라갈 글의 미리보기예요. 나만 볼 수 있어요.',
  permissions: {
    missing: '봇이 {{channel}} 채널에 올릴 수 없어요. 부족한 권한: {{names}}',
    fix: '**채널 편집 → 권한**에서 봇이나 봇의 역할을 추가해 허용하고 저장한 뒤, 다시 구독해 주세요.',
    names: {
      ViewChannel: '채널 보기',
      SendMessages: '메시지 보내기',
      EmbedLinks: '링크 첨부',
      ReadMessageHistory: '메시지 기록 보기',
      SendMessagesInThreads: '스레드에서 메시지 보내기',
      CreatePublicThreads: '공개 스레드 만들기',
      MentionEveryone: '@everyone, @here, 모든 역할 멘션하기',
    },
  },
  buttons: {
    remove: '네, 해지할게요',
    pause: '일시 중지',
    preview: '미리보기',
    now: '지금 올리기',
    status: '상태',
  },
};
