import type { subscriptionEn } from '../en/subscription.ts';
import type { Mirror } from '../translation.ts';

export const subscriptionKo: Mirror<typeof subscriptionEn> = {
  events: {
    created: '✅ 이제부터 {{channel}} 채널에 목록을 올려 드려요.',
    changed: '✅ 바꿨어요. {{channel}} 채널에 이렇게 올려 드려요:',
    paused: '⏸️ 잠시 멈췄어요. 다시 시작할 때까지 {{channel}} 채널에 올리지 않아요.',
    resumed: '▶️ 다시 시작했어요. {{channel}} 채널에 다시 올려 드려요.',
    removed: '🗑️ 해지했어요. {{channel}} 채널에 더 올리지 않고, 저장해 둔 설정과 기록도 지웠어요.',
    'confirm-removal':
      '{{channel}} 채널에 올리는 것을 그만둘까요? 설정과 게시 기록을 모두 지워요. 잠시만 쉬려면 멈춤을 골라 주세요.',
  },
  when: '{{time}} · {{zone}} · {{days}}',
  next: '다음 게시: {{time}}',
  shape_other: '논문 {{count, number}}편 · {{language}}',
  languages: { en: '영어', ko: '한국어' },
  role: '{{role}} 멘션',
  thread: '스레드 열기',
  everyDay: '매일',
  weekdays: '월요일부터 금요일까지',
  dayNames: { d1: '월', d2: '화', d3: '수', d4: '목', d5: '금', d6: '토', d7: '일' },
  status: {
    title: '이 서버의 데일리 페이퍼',
    channel: '**{{channel}}**',
    never: '아직 올린 적이 없어요.',
    delivered: '마지막 게시: {{date, day}} 목록{{where}}',
    trying: '{{date, day}} 목록을 올리는 중이에요. 방금은 실패했지만 알아서 다시 시도해요.',
    paused: '⏸️ 멈춰 있어요. `/구독 재개`로 다시 시작할 수 있어요.',
    suspended: '⚠️ {{problem}}',
  },
  problems: {
    'unknown-channel': '채널이 없어졌어요. 다른 채널을 구독하거나 `/구독 해지`로 해지해 주세요.',
    'unknown-guild': 'Discord에서 서버를 찾지 못해요. 봇을 다시 초대해 주세요.',
    'missing-access':
      '봇이 채널을 볼 수 없어요. 채널에서 봇에게 **채널 보기**를 허용하면 알아서 다시 올려요.',
    'missing-permissions':
      '봇이 채널에 글을 올릴 수 없어요. **채널 보기**, **메시지 보내기**, **링크 첨부**를 허용하면 알아서 다시 올려요.',
    'wrong-channel':
      '이런 종류의 채널에는 올릴 수 없어요. 텍스트, 공지, 포럼 채널이나 스레드를 구독해 주세요.',
    'invalid-form':
      'Discord가 글을 받지 않았어요. 저희 잘못이니 운영자에게 알려 주시고, `/구독 재개`로 다시 시도해 주세요.',
    'thread-closed': '스레드가 잠겼거나 보관되었어요. 다시 열면 알아서 다시 올려요.',
    'needs-tag': '포럼에서 태그를 꼭 달게 되어 있어요. 그 규칙을 끈 뒤 `/구독 재개`를 써 주세요.',
    'blocked-content':
      '서버 규칙이 글의 링크를 막고 있어요. AutoMod에서 봇을 예외로 둔 뒤 `/구독 재개`를 써 주세요.',
    refused: 'Discord가 글을 거부했어요. `/구독 재개`로 다시 시도할 수 있어요.',
  },
  told: {
    title: '{{channel}} 채널에 데일리 페이퍼를 올릴 수 없어요',
    fix: '`/구독 상태`에서 상태를 볼 수 있어요. 이 알림은 한 번만 보내요.',
  },
  posted: {
    delivered: '✅ {{date, day}} 목록을 {{channel}} 채널에 올렸어요{{where}}.',
    already: '{{date, day}} 목록은 이미 {{channel}} 채널에 있어요{{where}}. 목록마다 한 번만 올려요.',
    waiting: '⏳ {{date, day}} 목록을 {{channel}} 채널에 올리고 있어요. Discord 쪽에서 조금 걸리네요.',
  },
  link: ' · [열기]({{url}})',
  preview: '{{channel}} 채널에 이렇게 올라가요. 지금은 나만 볼 수 있어요.',
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
    },
  },
  buttons: {
    remove: '네, 해지할게요',
    pause: '잠시 멈추기',
    preview: '미리 보기',
    now: '지금 올리기',
    status: '상태',
  },
};
