import type { doctorEn } from '../../en/program/doctor.ts';
import type { Mirror } from '../../translation.ts';

export const doctorKo: Mirror<typeof doctorEn> = {
  about: '설정을 한 줄씩 점검하고 할 일을 알려 주기',
  well: '정상',
  wrong: '조치',
  allWell: '할 일이 없습니다.',
  todo_other: '할 일이 {{count, number}}가지 있습니다.',
  checks: {
    token: '토큰',
    application: '애플리케이션',
    intents: '게이트웨이',
    channels: '채널',
    clock: '시계',
    store: '저장소',
    space: '디스크',
    index: '검색 색인',
    papers: '논문',
    huggingface: '허깅페이스',
    model: '모델',
  },
  token: {
    ok: '디스코드가 받아들였습니다.',
    sandbox: 'DISCORD_TOKEN이 없어 샌드박스로 실행됩니다. 디스코드에서 확인할 것이 없습니다.',
  },
  application: { ok_other: '{{name}}, 서버 {{count, number}}곳.' },
  intents: {
    ok: '로그인과 인텐트가 받아들여졌습니다.',
    unreachable:
      '디스코드 게이트웨이에 연결할 수 없습니다: {{reason}}. gateway.discord.gg:443 연결을 허용하세요. 프록시만으로는 안 됩니다.',
    closed: '디스코드 게이트웨이가 로그인을 끊었습니다({{code}}). 1분 뒤에 다시 시도하세요.',
  },
  channels: {
    none: '아직 데일리 페이퍼를 받는 채널이 없습니다. /구독 시작으로 설정하세요.',
    ok_other: '데일리 페이퍼를 받는 채널 {{count, number}}곳에 모두 올릴 수 있습니다.',
    missing:
      '채널 {{channel}}(서버 {{guild}})에 권한이 없습니다: {{names}}. 채널 편집 → 권한에서 봇이나 봇의 역할에 허용하세요.',
    gone: '채널 {{channel}}(서버 {{guild}})을 읽을 수 없습니다: {{reason}}. 삭제된 채널이면 그 서버에서 /구독 해지를 실행하세요.',
  },
  clock: {
    ok: '디스코드 시계와 {{seconds, number}}초 이내로 맞습니다.',
    off: '디스코드 시계와 {{seconds, number}}초 차이가 나서 글이 엉뚱한 시각에 올라갑니다. 시간 동기화를 켜세요. 예: timedatectl set-ntp true',
  },
  store: { ok: '읽고 쓸 수 있습니다.' },
  space: {
    ok: '{{free, number}}MB 남음.',
    low: '{{folder}}에 {{free, number}}MB만 남았습니다. {{least, number}}MB 이상 비우거나 저장소를 옮기세요(DATABASE_URL).',
  },
  index: {
    ok: '논문 {{count, number}}편 중 {{indexed, number}}편.',
    stale:
      '논문 {{count, number}}편 중 {{indexed, number}}편뿐입니다. 봇이 실행 중이면 몇 분 안에 채워집니다. 그대로라면 봇을 멈추고 {{path}} 파일을 지운 뒤 다시 실행하세요.',
  },
  papers: {
    ok: '{{minutes, number}}분 전에 받아 왔습니다.',
    off: '아무것도 받아 오지 않습니다. 샌드박스이거나 HUGGINGFACE_URL이 off입니다.',
    never: '지난 이틀 동안 받아 온 것이 없습니다. 봇을 실행하거나 다음을 실행하세요: {{program}} fetch',
    stale:
      '마지막으로 받아 온 지 {{hours, number}}시간이 지났습니다(보통은 한 시간마다). 봇이 실행 중인지, 로그에 무엇이 있는지 보거나 다음을 실행하세요: {{program}} fetch',
  },
  huggingface: { ok: '{{url}}이(가) 응답합니다.', off: '여기서는 필요 없습니다.' },
  model: {
    ok: '{{model}} 모델이 응답합니다.',
    off: '설정된 모델이 없어 답변은 논문을 인용합니다.',
    bad: '{{url}}의 {{model}} 모델이 응답하지 않습니다({{why}}). 서버가 실행 중인지 보고 LLM_BASE_URL, LLM_MODEL, LLM_API_KEY를 확인하세요.',
  },
};
