import type { terminalEn } from '../../en/program/terminal.ts';
import type { Mirror } from '../../translation.ts';

export const terminalKo: Mirror<typeof terminalEn> = {
  about: 'Paperboy는 매일의 AI 논문을 디스코드로 배달하고 논문에 관한 질문에 답합니다.',
  help: '이 도움말 보기',
  helpCommand: '하위 명령어의 도움말 보기',
  start: {
    about: '봇 실행: DISCORD_TOKEN이 있으면 디스코드에서, 없으면 이 컴퓨터의 샌드박스에서',
    sandbox: 'DISCORD_TOKEN이 없어 샌드박스로 실행합니다. 이 컴퓨터 안에서만 도는 가상 디스코드입니다.',
    seeded: '{{folder}}/에서 {{digests}}({{papers}})를 가져왔습니다.',
    seedsFailed:
      '{{folder}}/에 읽을 수 없는 파일이 {{failed, number}}개 있습니다. 이유 보기: {{program}} import {{folder}}',
    holds: '수록 자료: {{range}}, {{digests}}, {{papers}}.',
    empty:
      '자료가 비어 있어 게시할 것이 없습니다. 채우려면: {{program}} fetch --days 14 또는 import <파일-또는-폴더>',
    posted: '{{date, day}} 데일리 페이퍼를 #{{channel}} 채널에 게시했습니다.',
    see: '채널 열기:        {{url}}',
    ask: "터미널에서 묻기:  {{program}} say --locale ko '/인기 기간:한 달'",
    stop: '종료:             Ctrl+C',
    discord: '디스코드에서 /도움말로 시작해 보세요. 종료는 Ctrl+C입니다.',
  },
  examples: { top: '/인기 기간:한 달', paper: '/논문 VisionZip', ask: '/질문 로봇을 다룬 논문은?' },
  invite: {
    about: '봇을 서버나 내 계정에 추가하는 링크 출력',
    self_other: '디스코드에 {{name}} 봇으로 접속했습니다. 서버 {{count, number}}곳에 있습니다.',
    server: '서버에 추가:      {{url}}',
    person: '내 계정에 추가:   {{url}}',
  },
  import: {
    about: 'Markdown 다이제스트나 받아 둔 허깅페이스 하루치 논문을 데이터베이스로 가져오기',
    paths: '다이제스트(*.md), 받아 둔 하루치 논문(YYYY-MM-DD.json) 또는 그런 파일이 든 폴더',
    json: 'JSON 한 줄로 출력: {"files","digests","papers","listings","warnings","failed"}',
    done: '파일 {{files}}개: 다이제스트 {{digests}}개, 논문 {{papers}}편, 수록 {{listings}}건. 새로 들어오거나 바뀐 날 {{changed}}일, 경고 {{warnings}}건, 실패한 파일 {{failed}}개.',
    bar: '가져오는 중',
  },
  fetch: {
    about: '허깅페이스의 하루치 논문을 데이터베이스로 받아 오기',
    date: '날짜 YYYY-MM-DD (기본값: 오늘, UTC)',
    days: '그 날짜까지 며칠 치를 받아 올지',
    new: '{{date}}: {{papers}}, 새로 들어옴',
    changed: '{{date}}: {{papers}}, 바뀜',
    unchanged: '{{date}}: {{papers}}, 그대로',
    empty: '{{date}}: 아직 없음',
    failed: '{{date}}: {{reason}}',
    stopped: '멈췄습니다. 받지 못한 날 {{left}}일. 받은 것은 데이터베이스에 있습니다.',
    done: '{{days}}일: 새로 들어오거나 바뀐 날 {{changed}}일, 실패 {{failed}}일, 논문 {{papers}}편, 경고 {{warnings}}건.',
  },
  say: {
    about: '터미널에서 봇에게 묻기',
    command:
      "디스코드에서 입력하는 그대로의 명령어, 예: '/인기 기간:한 달'. 없으면 표준 입력에서 한 줄에 하나씩 읽습니다",
    json: '명령어마다 JSON 한 줄 출력: {"input","ok","ms","messages"}',
    locale: '답변 언어: en 또는 ko',
    now: '기준 시각, 예: 2024-12-06T09:00:00Z',
  },
  backup: {
    about: '데이터베이스를 파일로 복사(봇이 실행 중이어도 됩니다)',
    file: '새로 만들 파일(이미 있으면 안 됩니다)',
    done: '데이터베이스를 {{file}}에 복사했습니다({{kilobytes, number}}kB).',
  },
  export: {
    about: '자료를 하루 한 파일의 Markdown 다이제스트로 내보내기',
    folder: '내보낼 폴더(없으면 만듭니다)',
    done: '{{digests}} 다이제스트를 {{folder}}에 썼습니다.',
  },
};
