import type { Translation } from '../translation.ts';
import { askKo } from './ask.ts';
import { cardKo } from './card.ts';
import { chatKo } from './chat.ts';
import { digestCommandKo } from './digest.ts';
import { followCommandKo, followingCommandKo, followKo } from './follow.ts';
import { citeKo, peopleCommandsKo, privacyKo, savedKo } from './people.ts';
import { privateKo } from './private.ts';
import { doctorKo } from './program/doctor.ts';
import { mcpKo } from './program/mcp.ts';
import { terminalKo } from './program/terminal.ts';
import { warningsKo } from './program/warnings.ts';
import { messageCommandsKo, namedKo, talkKo } from './questions.ts';
import { foundKo, searchCommandKo } from './search.ts';
import { subscriptionKo } from './subscription.ts';
import { trendsCommandKo, trendsKo } from './trends.ts';

/** Every text of the bot, in Korean: noun phrases for labels, 해요체 for sentences. Korean has one plural form. */
export const ko = {
  commands: {
    today: {
      name: '오늘',
      description: '그날의 논문을 추천순으로 보여줘요',
      options: {
        date: { name: '날짜', description: '날짜, 예: 2024-12-06, 어제 (기본값: 가장 최근)' },
        page: { name: '페이지', description: '페이지 번호' },
        private: privateKo,
      },
    },
    top: {
      name: '인기',
      description: '하루, 한 주, 한 달, 한 해의 인기 논문을 보여줘요',
      options: {
        period: {
          name: '기간',
          description: '조회 기간 (기본값: 일주일)',
          choices: { day: '하루', week: '일주일', month: '한 달', year: '1년', all: '전체' },
        },
        page: { name: '페이지', description: '페이지 번호' },
        private: privateKo,
      },
    },
    paper: {
      name: '논문',
      description: '논문 한 편의 요약, 저자, 추천 수, 링크를 보여줘요',
      options: {
        paper: { name: '논문', description: 'arXiv 번호, 링크 또는 제목의 단어' },
        authors: { name: '저자목록', description: '전체 저자 목록의 페이지 번호' },
        similar: { name: '비슷한논문', description: '비슷한 논문 목록의 페이지 번호' },
        show: {
          name: '보기',
          description: '초록 또는 요약 전체',
          choices: {
            abstract: '초록',
            summary: '요약',
            authors: '전체 저자',
            similar: '비슷한 논문',
            cite: '인용 정보',
          },
        },
        private: privateKo,
      },
    },
    author: {
      name: '저자',
      description: '저자의 논문과 공저자를 보여줘요',
      options: {
        name: { name: '이름', description: '논문에 적힌 영문 이름 전체 또는 일부' },
        page: { name: '페이지', description: '페이지 번호' },
        private: privateKo,
      },
    },
    ask: {
      name: '질문',
      description: '누가, 언제, 몇 편, 인기순, 내용까지 논문에 대해 물어보세요',
      options: {
        question: {
          name: '질문',
          description: '예: 12월 인기 논문 3편, VisionZip 저자가 누구야?',
        },
        page: { name: '페이지', description: '페이지 번호' },
        paper: { name: '논문', description: '질문할 논문' },
        after: { name: '앞질문', description: '이 질문이 이어지는 앞 질문' },
        shown: { name: '본논문', description: '앞 답변에 나온 논문' },
        private: privateKo,
      },
    },
    search: searchCommandKo,
    trends: trendsCommandKo,
    ...peopleCommandsKo,
    follow: followCommandKo,
    following: followingCommandKo,
    digest: digestCommandKo,
    help: { name: '도움말', description: '할 수 있는 일, 수록 자료, 출처를 알려줘요' },
  },

  papers: { count_other: '논문 {{count, number}}편' },
  votes: {
    sum_other: '▲ 추천 {{count, number}}',
    unknown: '추천 수 정보 없음',
    asOf: '{{time}} 기준',
  },
  authors: {
    more: '{{names}} 외 {{count, number}}명',
    moreAtLeast: '{{names}} 외 {{count, number}}명 이상',
    others: '{{names}} 외',
    count_other: '저자 {{count, number}}명',
    countAtLeast: '저자 {{count, number}}명 이상',
    unknown: '저자 미상',
  },
  paper: {
    untitled: '제목 없음',
    listed: '데일리 페이퍼 등재일: {{dates}}',
    listedMore_other: '데일리 페이퍼 등재일: {{dates}} 외 {{count, number}}일',
    sections: {
      new: '새로운 점',
      technical: '기술적 세부 사항',
      performance: '성능',
      other: '그 밖의 내용',
    },
    source_other: '요약 출처: l-yohai/daily_papers_ko · CC BY-NC 4.0',
    sourceKorean_other: '요약 출처: l-yohai/daily_papers_ko · CC BY-NC 4.0',
    doubtful:
      '⚠️ **다른 논문의 요약일 수 있어요.** 제목·초록과 겹치는 내용이 거의 없으니 원문을 확인해 주세요.',
    allAuthors_other: '저자 {{count, number}}명 (표시 순서는 저자 순서와 무관해요)',
    allAuthorsCut_other:
      '저자 {{count, number}}명, 이 외에 표시되지 않은 저자가 더 있어요 (표시 순서는 저자 순서와 무관해요)',
    noAuthors: '이 논문은 저자 정보가 없어요.',
  },
  lists: {
    page: '{{page, number}} / {{pages, number}} 페이지',
    empty: '이 페이지에는 논문이 없어요.',
    left: '외 {{count, number}}건은 생략했어요.',
  },
  digest: {
    title: '데일리 페이퍼 · {{date, day}}',
    latest: '{{asked, day}} 데일리 페이퍼는 아직 없어요. **가장 최근({{date, day}})** 논문을 보여드려요.',
    before: '{{asked, day}} 데일리 페이퍼는 없어요. **바로 전({{date, day}})** 논문을 보여드려요.',
  },
  feed: {
    title: '데일리 페이퍼',
    subtitle: '매일 주목받은 AI 논문을 추천순으로, 요약과 함께 전해 드려요.',
  },
  post: {
    rising: '떠오르는 키워드: {{names}}',
    titles: { day: '데일리 페이퍼', week: '한 주의 인기 논문', month: '한 달의 인기 논문' },
    chosen_other: '{{what}}: {{count, number}}편 가운데 {{shown, number}}편',
    empty: '오늘은 올라온 논문이 없어요.',
    without: '설명이 없는 논문은 아직 한국어 요약이 없어요',
  },
  top: {
    titles: {
      day: '하루 인기 논문',
      week: '주간 인기 논문',
      month: '월간 인기 논문',
      year: '연간 인기 논문',
      all: '역대 인기 논문',
    },
    shifted: '가장 최근 데일리 페이퍼(**{{date, day}}**)를 기준으로 집계했어요.',
  },
  author: {
    papers_other: '이 이름으로 올라온 **논문 {{count, number}}편**',
    namesakes: '-# 동명이인을 구분하지 않아 여러 사람의 논문이 섞여 있을 수 있어요.',
    coAuthors: '공저자',
    similar: '비슷한 이름 (합산하지 않음)',
    counted: '{{name}} ({{count, number}}편)',
    unnamed: '이름 없음',
    similarName: '{{name}} ({{papers}}, {{how}})',
  },
  choice: {
    paper: '“{{query}}” 검색 결과가 여러 편이에요. 하나를 골라 주세요.',
    author: '“{{query}}” 검색 결과가 여러 명이에요. 한 명을 골라 주세요.',
    paperOnly: '“{{query}}”에 가장 가까운 논문이에요. 이 논문인가요?',
    authorOnly: '“{{query}}”에 가장 가까운 저자예요. 이 저자인가요?',
    organization: '“{{query}}” 검색 결과가 여러 곳이에요. 하나를 골라 주세요.',
    organizationOnly: '“{{query}}”에 가장 가까운 기관이에요. 이 기관인가요?',
    organizationMost:
      '“{{query}}”에 해당하는 기관 {{count, number}}곳 중 논문이 많은 {{shown, number}}곳이에요. 이름을 더 입력해 보세요.',
    paperMost:
      '“{{query}}” 검색 결과 {{count, number}}편 중 {{shown, number}}편이에요. 단어를 더 넣어 보세요.',
    authorMost:
      '“{{query}}”에 해당하는 저자 {{count, number}}명 중 논문이 많은 {{shown, number}}명이에요. 이름을 더 입력해 보세요.',
    nothing: '“{{query}}” 검색 결과가 없어요.',
  },
  help: {
    title: '페이퍼보이',
    intro: '매일 주목받은 AI 논문을 추천 수, 요약과 함께 전해 드려요.',
    talk: '명령어 없이 물어봐도 돼요. 저를 멘션하거나 DM을 보내거나 제 답에 답장해 보세요. 메시지를 우클릭(모바일은 길게 눌러) **앱 › 이 메시지의 논문 찾기**를 고르면 그 글의 논문을 찾아드려요. 명령어에 **나만보기**를 더하면 답이 나에게만 보여요.',
    holds: '수록 자료',
    held: '{{range}} · {{digests}} · {{papers}}',
    digests_other: '{{count, number}}일치',
    nothingHeld: '아직 없어요. 가져온 데일리 페이퍼가 하나도 없어요.',
    summaries:
      '요약: 2025년 5월까지의 논문은 한국어, 허깅페이스에서 가져온 논문은 영문 요약이 있어요. 그 밖의 요약은 운영자가 언어 모델을 연결했을 때만 있어요.',
    source: '출처',
    sourceText:
      '논문, 추천 수, 저자 순서, 링크, AI 요약: Hugging Face Daily Papers. 초록: arXiv (허깅페이스 제공). 한국어 요약: {{archive}}에서 그대로 인용, CC BY-NC 4.0 (비상업적 이용).',
    privacy: '개인정보',
    privacyText:
      '서버 설정과 저장한 논문, 팔로우한 것, 그리고 버튼이 계속 작동하도록 긴 검색어와 질문을 30일 동안 저장해요. 메시지는 저장하지 않아요. 내 정보는 /개인정보에서 보고 삭제할 수 있어요.',
  },
  languages: { en: '영어', ko: '한국어' },
  quotesIn: { en: '영어 원문으로 보기', ko: '한국어로 보기' },
  buttons: {
    chosenPapers_other: '고른 논문 {{count, number}}편',
    allPapers_other: '논문 {{count, number}}편 모두 보기',
    topOfWeek: '주간 인기 논문',
    similar: '비슷한 논문',
    cite: '인용: BibTeX, RIS, Markdown',
    more: '더 보기…',
    help: '도움말',
    first: '« 처음',
    last: '마지막 »',
    search: '“{{query}}” 검색',
    previous: '◀ 이전',
    next: '다음 ▶',
    earlier: '« {{date, day}}',
    later: '{{date, day}} »',
    abstract: '초록 (영문)',
    summary: '요약 전체',
    otherSummary: '영문 요약',
    arxiv: 'arXiv',
    pdf: 'PDF',
    huggingFace: 'Hugging Face',
  },
  menus: {
    paper: '논문 열어 보기…',
    mostVoted_other: '논문 열어 보기… (상위 {{count, number}}편)',
    author: '저자 열어 보기…',
    pick: '선택해 주세요…',
  },

  ask: askKo,
  cite: citeKo,
  saved: savedKo,
  privacy: privacyKo,
  trends: trendsKo,
  card: cardKo,
  found: foundKo,
  mcp: mcpKo,
  doctor: doctorKo,
  messageCommands: messageCommandsKo,
  named: namedKo,
  talk: talkKo,
  chat: chatKo,
  subscription: subscriptionKo,
  follow: followKo,
  terminal: terminalKo,
  warnings: warningsKo,

  errors: {
    date: {
      unreadable:
        '“{{value}}”에서 날짜를 읽지 못했어요. **2024-12-06**, **오늘**, **어제**처럼 입력해 주세요.',
    },
    archive: { empty: '아직 논문이 없어요. 첫 데일리 페이퍼를 가져오는 대로 보여드릴게요.' },
    today: {
      before:
        '{{date, day}} 데일리 페이퍼는 없어요. 자료는 {{first, day}}부터 있으니 그 뒤의 날짜를 골라 주세요.',
    },
    top: {
      none: '이 기간에는 논문이 없어요. **한 달**이나 **전체**처럼 더 긴 기간을 골라 주세요.',
    },
    paper: {
      none: '“{{query}}”에 맞는 논문을 찾지 못했어요. 제목 단어를 줄이거나 arXiv 번호(예: **2412.04467**)를 입력해 주세요.',
      unknownId: '{{id}} 논문은 자료에 없어요. 데일리 페이퍼에 오른 논문만 담고 있어요.',
      unknownIds: '자료에 없는 논문이에요: {{ids}}. 데일리 페이퍼에 오른 논문만 담고 있어요.',
      noAddress:
        '논문 주소나 arXiv 번호가 아니에요: “{{text}}”. arXiv 번호(예: **2412.04467**)나 arXiv·허깅페이스의 논문 주소를 입력해 주세요.',
    },
    search: {
      none: '“{{query}}” 검색 결과가 없어요. 단어를 줄이거나 바꾸고, 기간이나 최소 추천 수를 넓혀 보세요.',
    },
    organization: {
      none: '“{{name}}” 기관의 논문을 찾지 못했어요. 입력할 때 뜨는 이름 중에서 골라 주세요.',
      unknown:
        '“{{name}}” 기관을 찾을 수 없어요. 기관은 허깅페이스에서 가져온 논문만 알 수 있는데, 아직 그런 논문이 없어요.',
    },
    compare: { tooMany: '한 번에 {{most, number}}개까지 비교할 수 있어요. 몇 개를 빼고 다시 물어봐 주세요.' },
    author: {
      none: '저자 “{{name}}”의 논문을 찾지 못했어요. 성만 입력하거나, 입력할 때 뜨는 이름 중에서 골라 주세요.',
    },
    ask: {
      often_other: '질문이 너무 빨라요. {{count, number}}초 뒤에 다시 물어봐 주세요.',
      oftenHere_other: '지금 이 서버에 질문이 몰렸어요. {{count, number}}초 뒤에 다시 물어봐 주세요.',
    },
    option: {
      missing:
        '**/{{command, command}}** 명령어에는 **{{option, option}}** 값이 필요해요. 명령어 뒤에 입력해 다시 보내 주세요.',
      none: '**/{{command, command}}** 명령어는 옵션 없이 써요. 그대로 보내 주세요.',
      unknown:
        '**/{{command, command}}** 명령어에는 **{{option}}** 옵션이 없어요. 쓸 수 있는 옵션: {{options, option}}',
      choice:
        '**{{option, option}}**에 “{{value}}” 값은 쓸 수 없어요. 다음 중에서 골라 주세요: {{choices, choice}}',
      number:
        '**{{option, option}}**에 “{{value}}” 값은 쓸 수 없어요. {{min, number}}부터 {{max, number}}까지의 정수를 입력해 주세요.',
      flag: '**{{option, option}}**에 “{{value}}” 값은 쓸 수 없어요. true나 false를 입력해 주세요.',
      channel: '채널이 아니에요: “{{value}}”. 목록에서 골라 주세요.',
      role: '역할이 아니에요: “{{value}}”. 목록에서 골라 주세요.',
      text: '**{{option, option}}**에는 글자를 넣어야 해요. 따옴표로 묶어 주세요.',
      long: '**{{option, option}}** 값이 너무 길어요. {{max, number}}자까지 입력할 수 있어요.',
    },
    saved: {
      none: '아직 저장한 논문이 없어요. 논문 카드에서 **저장**을 눌러 보세요.',
      nothing_other:
        '저장한 논문 {{count, number}}편 중 “{{query}}” 관련 논문이 없어요. 다른 단어로 찾아보세요.',
      full: '저장한 논문이 {{max, number}}편으로 가득 찼어요. **/보관함**에서 몇 편을 빼 주세요.',
    },
    trends: {
      none: '이 논문들은 집계할 키워드가 없어요. **주제**에 **에이전트, 디퓨전**처럼 입력해 주세요.',
    },
    place: {
      nobody: '묻는 사람에 대한 명령어라 디스코드에서만 쓸 수 있어요.',
      server: '**/{{command, command}}** 명령어는 서버 채널에서만 쓸 수 있어요.',
      rights:
        '**/{{command, command}}** 명령어를 쓰려면 **서버 관리하기** 권한이 필요해요. 권한이 있는 분께 부탁해 주세요.',
    },
    channel: {
      unseen: '목록에서 채널을 골라 주세요.',
      kind: '이런 종류의 채널에는 올릴 수 없어요. 텍스트, 공지, 포럼 채널이나 스레드를 골라 주세요.',
      'needs-tag': '이 포럼은 태그가 필수예요. **태그** 옵션에서 하나를 골라 주세요.',
      'thread-closed': '이 스레드는 잠겨 있어요. 잠금을 풀거나 다른 채널을 골라 주세요.',
    },
    role: {
      silent:
        '봇이 그 채널에서 이 역할을 멘션할 수 없어 아무도 알림을 받지 못해요. 서버 설정 → 역할에서 누구나 이 역할을 멘션할 수 있게 하거나, 채널에서 봇에게 **@everyone, @here, 모든 역할 멘션하기**를 허용한 뒤 다시 구독해 주세요.',
    },
    time: {
      unreadable: '“{{value}}”에서 시각을 읽지 못했어요. **09:00**이나 **오후 9시**처럼 입력해 주세요.',
    },
    zone: {
      unreadable:
        '“{{value}}” 시간대를 찾지 못했어요. 입력할 때 뜨는 것 중에서 골라 주세요. 예: **서울**, **Asia/Seoul**',
      several: '“{{value}}” 시간대를 쓰는 곳이 여럿이에요. 다음 중 하나를 입력해 주세요: {{zones}}',
    },
    days: {
      unreadable: '“{{value}}”에서 요일을 읽지 못했어요. **매일**, **평일**, **월,수,금**처럼 입력해 주세요.',
      oneAWeek:
        '매주 올리는 글은 요일 하나만 고를 수 있어요. “{{value}}” 가운데 하나를 **월**처럼 입력해 주세요.',
      noMonthDay: '“{{value}}”에서 날짜를 읽지 못했어요. **1**, **15**, **말일**처럼 입력해 주세요.',
    },
    follow: {
      nobody: '팔로우는 디스코드에서만 돼요. 논문을 개인 메시지로 보내기 때문이에요.',
      full: '팔로우는 {{count, number}}개까지예요. **/팔로잉**에서 하나를 지운 뒤 다시 해 주세요.',
    },
    tag: {
      none: '이 채널에는 태그가 없어요. 태그는 포럼에만 있으니 **태그**를 빼고 다시 실행해 주세요.',
      unknown: '이 포럼에는 “{{value}}” 태그가 없어요. 있는 태그: {{names}}',
    },
    subscription: {
      offline: '이 프로세스는 디스코드에 연결되어 있지 않아 글을 올릴 수 없어요. 디스코드에서 실행해 주세요.',
      paused: '이 채널은 게시가 일시 중지되어 있어요. **/구독 재개** 후 다시 시도해 주세요.',
      nowhere: '이 서버에는 아직 구독이 없어요. **/구독 시작**으로 설정해 주세요.',
      notHere: '이 채널에는 데일리 페이퍼를 올리지 않아요. **/구독 상태**에서 어디에 올리는지 볼 수 있어요.',
      several: '구독이 여러 개예요({{names}}). **이름**이나 **채널** 옵션으로 하나를 골라 주세요.',
      noName: '“{{name}}” 구독은 여기 없어요. 있는 구독: {{names}}',
    },
    command: {
      unknown: '“{{command}}” 명령어는 없어요. 쓸 수 있는 명령어: {{commands, commands}}',
      often_other: '명령어를 너무 빨리 보내셨어요. {{count, number}}초 뒤에 다시 보내 주세요.',
    },
    button: {
      expired: '만료된 버튼이에요. 명령어를 다시 실행하거나 **/도움말**을 봐 주세요.',
    },
    bug: '죄송해요, 문제가 생겼어요. 다시 시도해 주세요. 계속되면 봇 운영자에게 이 번호를 알려 주세요: **{{id}}**',
    digest: {
      noDate: '“## Daily Papers (YYYY-MM-DD)” 제목도, 파일 이름의 날짜도 없어요. 둘 중 하나를 넣어 주세요.',
      binary: 'UTF-8 텍스트 파일이 아니에요. UTF-8로 저장해서 다시 가져와 주세요.',
    },
    discord: {
      forbidden:
        '디스코드가 이 주소를 차단했어요({{code}}). 계속 시도하지 말고, 한 시간 뒤에 주소나 애플리케이션이 차단되었는지 확인해 주세요.',
      address:
        'DISCORD_API_URL 주소에 디스코드가 없어요({{code}}). REST 기본 주소를 넣어 주세요. 예: DISCORD_API_URL=https://discord.com/api',
      token:
        '디스코드가 토큰을 거부했어요({{code}}). DISCORD_TOKEN에 discord.com/developers의 봇 토큰을 넣거나, 비워 두고 샌드박스로 실행해 주세요.',
      shards:
        '디스코드가 샤드 설정을 거부했어요({{code}}). SHARDS와 SHARD_COUNT를 함께 정하거나(예: SHARDS=0,1 SHARD_COUNT=4) 둘 다 비워 주세요.',
      intents:
        '디스코드가 인텐트를 거부했어요({{code}}). 특권 인텐트는 필요 없으니 토큰이 맞는 애플리케이션의 것인지 확인해 주세요.',
      refused: '디스코드가 연결을 완전히 끊었어요({{code}}). 봇을 업데이트해 주세요.',
      noToken:
        '링크를 만들려면 봇이 필요해요. DISCORD_TOKEN에 discord.com/developers의 봇 토큰을 넣어 주세요.',
      unreachable:
        '디스코드에 연결할 수 없어요: {{reason}}. 네트워크와 DISCORD_API_URL을 확인하고 다시 시도해 주세요.',
    },
    config: {
      DISCORD_TOKEN:
        'DISCORD_TOKEN에 공백이 있어요. 봇 토큰만 붙여 넣어 주세요. 예: DISCORD_TOKEN=MTk4NjIy.Cl2FMQ.ZnCjm1XV',
      DISCORD_API_URL:
        'DISCORD_API_URL에는 http(s) 주소를 넣어야 해요. 지금 값: “{{value}}”. 예: DISCORD_API_URL=https://discord.com/api',
      DATABASE_URL:
        'DATABASE_URL에는 SQLite나 PostgreSQL 주소를 넣어야 해요. 지금 값: “{{value}}”. 예: DATABASE_URL=sqlite:data/paperboy.db 또는 DATABASE_URL=postgres://user:password@host:5432/paperboy',
      SEEDS_DIR: 'SEEDS_DIR에는 폴더를 넣어야 해요. 지금 값: “{{value}}”. 예: SEEDS_DIR=seeds',
      HOST: 'HOST에는 이 컴퓨터의 주소를 넣어야 해요. 지금 값: “{{value}}”. 예: HOST=127.0.0.1',
      PORT: 'PORT에는 0부터 65535까지의 정수를 넣어야 해요. 지금 값: “{{value}}”. 예: PORT=3000',
      SHARDS:
        'SHARDS에는 SHARD_COUNT보다 작은 샤드 번호를 넣어야 해요. 지금 값: “{{value}}”. 예: SHARDS=0,1 SHARD_COUNT=4',
      SHARD_COUNT: 'SHARD_COUNT에는 1 이상의 정수를 넣어야 해요. 지금 값: “{{value}}”. 예: SHARD_COUNT=4',
      shardsTogether:
        'SHARDS와 SHARD_COUNT는 함께 정해야 해요. 예: SHARDS=0,1 SHARD_COUNT=4. 둘 다 정하거나 둘 다 비워 주세요.',
      HUGGINGFACE_URL:
        'HUGGINGFACE_URL에는 https 주소(http는 이 컴퓨터만)나 off를 넣어야 해요. 지금 값: “{{value}}”. 예: HUGGINGFACE_URL=https://huggingface.co',
      LLM_BASE_URL:
        'LLM_BASE_URL에는 https 주소(http는 이 컴퓨터만, 비밀번호와 ? 제외)를 넣어야 해요. 지금 값: “{{value}}”. 예: LLM_BASE_URL=https://api.openai.com/v1 또는 LLM_BASE_URL=http://127.0.0.1:11434/v1',
      LLM_MODEL: 'LLM_MODEL에는 모델 이름을 넣어야 해요. 지금 값: “{{value}}”. 예: LLM_MODEL=qwen3:8b',
      LLM_API_KEY:
        'LLM_API_KEY에 키에 쓰이지 않는 문자가 있어요. 키만 붙여 넣어 주세요. 예: LLM_API_KEY=sk-…',
      LLM_TIMEOUT_MS:
        'LLM_TIMEOUT_MS에는 500부터 60000까지의 정수를 넣어야 해요. 지금 값: “{{value}}”. 예: LLM_TIMEOUT_MS=8000',
      LLM_DAILY_TOKENS:
        'LLM_DAILY_TOKENS에는 999999999 이하의 정수를 넣어야 해요. 지금 값: “{{value}}”. 예: LLM_DAILY_TOKENS=200000. 0이면 요약을 쓰지 않아요.',
      MCP_TOKEN: 'MCP_TOKEN은 공백 없이 글자·숫자·기호 16자 이상이어야 해요. 만들기: openssl rand -hex 24',
      LOG_FORMAT: 'LOG_FORMAT에는 json이나 pretty를 넣어야 해요. 지금 값: “{{value}}”. 예: LOG_FORMAT=json',
      modelTogether:
        'LLM_BASE_URL과 LLM_MODEL은 함께 정해야 해요. 예: LLM_BASE_URL=http://127.0.0.1:11434/v1 LLM_MODEL=qwen3:8b. 둘 다 정하거나 둘 다 비워 주세요.',
      LOG_LEVEL:
        'LOG_LEVEL에는 fatal, error, warn, info, debug, trace, silent 중 하나를 넣어야 해요. 지금 값: “{{value}}”. 예: LOG_LEVEL=info',
      envFile: '.env 파일을 읽을 수 없어요: {{reason}}. 권한을 확인하거나 파일을 지워 주세요.',
    },
    import: {
      noDigest: '다이제스트가 아니에요. 날짜가 있는 제목도 논문도 없어요. Markdown 다이제스트를 골라 주세요.',
      noDay: '파일 이름에 날짜가 없어요. 이름을 YYYY-MM-DD.json으로 바꿔 주세요. 예: 2024-12-06.json',
      wide: 'UTF-16이나 UTF-32로 저장된 파일이에요. UTF-8로 저장해서 다시 가져와 주세요.',
      manyEntries:
        '항목이 {{entries, number}}개라 최대 {{max, number}}개를 넘어요. 하루치 목록을 골라 주세요.',
      manyLines:
        '파일이 {{lines, number}}줄이라 최대 {{max, number}}줄을 넘어요. 하루치 다이제스트를 골라 주세요.',
      mostlyUnread:
        '항목 {{entries, number}}개 중 {{unread, number}}개를 읽을 수 없어요. 첫 번째: {{text}}. 그날의 논문은 그대로 두었어요. 허깅페이스 형식의 논문 목록을 골라 주세요.',
      noList:
        '허깅페이스에서 받아 둔 하루치 논문이 아니에요: {{reason}}. 논문 목록이 든 JSON 파일을 골라 주세요.',
      path: '읽을 수 없어요: {{path}} ({{reason}}). 다이제스트 파일이나 폴더를 골라 주세요.',
      emptyFolder:
        '{{path}}에 Markdown 다이제스트(*.md)도 받아 둔 하루치 논문(이름에 날짜가 든 *.json, 예: 2024-12-06.json)도 없어요. 그런 파일이 든 폴더를 골라 주세요.',
      large: '파일이 {{megabytes}}MB보다 커요. 더 작은 다이제스트 파일을 골라 주세요.',
      unreadable: '읽을 수 없어요: {{reason}}. 나머지 파일은 그대로 가져와요.',
    },
    source: {
      unreachable:
        '{{url}}에 연결할 수 없어요: {{reason}}. 네트워크와 HUGGINGFACE_URL을 확인하고 다시 시도해 주세요.',
      broken: '{{url}}에서 서버 오류가 났어요({{reason}}). 몇 분 뒤에 다시 시도해 주세요.',
      limited: '이 주소에서 {{url}}에 요청이 너무 많았어요({{reason}}). 5분 뒤에 다시 시도해 주세요.',
      refused: '{{url}}에서 요청을 거절했어요({{reason}}). 날짜와 HUGGINGFACE_URL을 확인해 주세요.',
      odd: '{{url}}의 응답이 논문 목록이 아니에요: {{reason}}. HUGGINGFACE_URL을 확인하거나 나중에 다시 시도해 주세요.',
      large: '{{url}}의 응답이 논문 목록이라기엔 너무 커요: {{reason}}. HUGGINGFACE_URL을 확인해 주세요.',
    },
    fetch: {
      off: 'HUGGINGFACE_URL이 off라서 아무것도 받아 오지 않아요. 값을 비우고 실행해 주세요. 예: HUGGINGFACE_URL= {{program}} fetch',
      date: '--date에는 오늘이나 지난 날짜를 넣어야 해요. 지금 값: “{{value}}”. 예: --date 2024-12-06',
      days: '--days에는 1부터 {{max}}까지의 정수를 넣어야 해요. 지금 값: “{{value}}”. 예: --days 14',
    },
    port: {
      inUse:
        '{{host}}의 {{port}}번 포트를 이미 쓰고 있어요. 쓰는 프로그램을 끄거나 다른 포트를 정해 주세요: PORT=3001 (PORT=0이면 빈 포트를 골라요).',
      unusable:
        '{{host}}의 {{port}}번 포트를 열 수 없어요: {{reason}}. HOST와 PORT를 정해 주세요. 예: HOST=127.0.0.1 PORT=3000',
    },
    path: {
      home: '다른 사용자의 홈 폴더예요: “{{path}}”. 전체 경로를 적거나, 내 홈 폴더라면 “~/…”로 적어 주세요.',
    },
    backup: {
      exists: '{{file}} 파일이 이미 있어요. 날짜를 넣는 등 다른 이름을 골라 주세요.',
      memory: '데이터베이스가 메모리에 있어 복사할 것이 없어요. DATABASE_URL에 파일을 지정해 주세요.',
      nothing: '{{path}}에 데이터베이스가 없어요. 봇이 쓰는 DATABASE_URL을 지정해 주세요.',
      postgres:
        'PostgreSQL은 전용 명령을 써요. 실행: pg_dump --format=custom --file={{file}} "$DATABASE_URL" (되돌릴 때는 pg_restore)',
      unwritable: '{{file}} 파일을 쓸 수 없어요: {{reason}}. 공간이 넉넉하고 쓸 수 있는 폴더를 골라 주세요.',
      damaged:
        '데이터베이스 {{path}}이(가) 손상됐어요: {{reason}}. 이전 백업으로 되돌려 주세요. 이번 복사본은 남기지 않았어요.',
    },
    export: { folder: '{{path}}에 쓸 수 없어요: {{reason}}. 쓸 수 있는 폴더를 골라 주세요.' },
    say: { now: '--now에는 시각을 넣어야 해요. 지금 값: “{{value}}”. 예: --now 2024-12-06T09:00:00Z' },
    store: {
      newer:
        '더 새로운 버전의 봇이 쓴 데이터베이스예요(마이그레이션 {{migration}}). 봇을 업데이트하거나 다른 데이터베이스를 써 주세요.',
      unusable:
        '데이터베이스 {{path}}에 접근할 수 없어요: {{reason}}. 주소와 권한을 확인하거나 다른 데이터베이스를 써 주세요.',
    },
  },
  suggest: { papers_other: '논문 {{count, number}}편' },
  remarks: {
    papers_other: '논문 {{count, number}}편',
    listed: '{{id}} · {{date, day}}',
    otherOrder: '이름 순서가 다름',
    otherSpelling: '표기가 다름',
  },
} as const satisfies Translation;
