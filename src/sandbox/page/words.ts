export type Language = 'en' | 'ko';

/** What Discord calls the language, as a user's locale. */
export const LOCALES: Readonly<Record<Language, string>> = { en: 'en-US', ko: 'ko' };

/** The page's own words, in English and Korean; what stands in braces is filled in. */
const WORDS = {
  sandboxHint: ['A Discord on this machine only', '이 컴퓨터에만 있는 디스코드'],
  channels: ['Channels', '채널'],
  direct: ['Direct messages', '다이렉트 메시지'],
  unread: ['unread', '읽지 않음'],
  settings: ['Settings', '설정'],
  user: ['You are', '사용자'],
  language: ['Language', '언어'],
  theme: ['Theme', '테마'],
  images: ['Images', '이미지'],
  imagesHint: ['On loads pictures from the internet.', '켜면 인터넷에서 그림을 불러와요.'],
  reconnecting: ['Connection lost. Reconnecting…', '연결이 끊겨서 다시 연결하는 중…'],
  offline: ['The bot is not connected.', '봇이 연결되어 있지 않아요.'],
  welcome: ['This is where #{name} begins.', '#{name} 채널의 시작이에요.'],
  welcomeDirect: [
    'This is where your conversation with {name} begins.',
    '{name} 님과 나누는 대화의 시작이에요.',
  ],
  newMessages: ['New messages', '새 메시지'],
  today: ['Today at {time}', '오늘 {time}'],
  yesterday: ['Yesterday at {time}', '어제 {time}'],
  app: ['APP', '앱'],
  edited: ['(edited)', '(수정됨)'],
  thinking: ['{name} is thinking…', '{name} 생각 중…'],
  used: ['{name} used', '{name} 님이 사용한 명령어'],
  deleted: ['Original message was deleted', '원본 메시지가 삭제되었어요'],
  onlyYou: ['Only you can see this', '나만 볼 수 있어요'],
  dismiss: ['Dismiss message', '메시지 닫기'],
  sending: ['Sending…', '보내는 중…'],
  noAnswer: ['The application did not respond', '애플리케이션이 응답하지 않았어요'],
  failed: ['This interaction failed: {reason}', '상호작용에 실패했어요: {reason}'],
  spoiler: ['Spoiler, press to show', '스포일러, 누르면 보여요'],
  picture: ['Picture {name}, not loaded', '그림 {name}, 불러오지 않음'],
  choose: ['Make a selection', '선택하세요'],
  reply: ['Reply', '답장'],
  replying: ['Replying to {name}', '{name} 님에게 답장하는 중'],
  cancelReply: ['Cancel reply', '답장 취소'],
  pingOn: ['@ Notify: on', '@ 알림 켜짐'],
  pingOff: ['@ Notify: off', '@ 알림 꺼짐'],
  typing: ['{name} is typing…', '{name} 입력 중…'],
  apps: ['Apps', '앱'],
  members: ['Members', '멤버'],
  inspector: ['Inspector', '검사기'],
  inspect: ['Show JSON', 'JSON 보기'],
  inspectMessage: ['Message', '메시지'],
  inspectExchange: ['Last exchange', '마지막 교환'],
  nothingYet: ['Nothing to show yet', '아직 보여 줄 것이 없어요'],
  close: ['Close', '닫기'],
  message: ['Message {name}', '{name}에 메시지 보내기'],
  send: ['Send', '보내기'],
  commands: ['Commands', '명령어'],
  noCommand: ['No command has this name', '이런 이름의 명령어가 없어요'],
  options: ['Options', '옵션'],
  more: ['+{count} more', '+{count}개 더'],
  optional: ['optional', '선택'],
  required: ['required', '필수'],
  loading: ['Loading…', '불러오는 중…'],
  noMatches: ['No matches', '맞는 항목이 없어요'],
  missing: ['This option is required: {name}', '꼭 입력해야 하는 옵션이에요: {name}'],
  wrong: ['{name} does not take this value', '{name}: 쓸 수 없는 값이에요'],
  yes: ['True', '예'],
  no: ['False', '아니요'],
  cancel: ['Cancel', '취소'],
  on: ['On', '켜기'],
  off: ['Off', '끄기'],
  auto: ['Auto', '자동'],
  light: ['Light', '밝게'],
  dark: ['Dark', '어둡게'],
  kindText: ['text', '글'],
  kindNumber: ['number', '숫자'],
  kindYesNo: ['true or false', '예/아니요'],
  kindUser: ['user', '사용자'],
  kindChannel: ['channel', '채널'],
  kindRole: ['role', '역할'],
  youUsed: ['You used', '내가 사용한 명령어'],
  placeholder: ['Message, @ to mention, / for commands', '메시지, @ 멘션, / 명령어'],
} as const satisfies Readonly<Record<string, readonly [en: string, ko: string]>>;

export type Word = keyof typeof WORDS;

/** Says something in the language of the page, with values in the place of `{name}`. */
export type Say = (word: Word, values?: Readonly<Record<string, string | number>>) => string;

export function sayIn(language: Language): Say {
  return (word, values = {}) =>
    WORDS[word][language === 'ko' ? 1 : 0].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(values[name] ?? whole),
    );
}
