import { chatKo } from '../chat-ko.ts';
import type { Translation } from '../translation.ts';
import { askKo } from './ask.ts';
import { cardKo } from './card.ts';
import { messageCommandsKo, namedKo, talkKo } from './questions.ts';
import { foundKo, searchCommandKo } from './search.ts';
import { subscriptionKo } from './subscription.ts';
import { terminalKo } from './terminal.ts';
import { warningsKo } from './warnings.ts';

/** Every text of the bot, in Korean: noun phrases for labels, 해요체 for sentences. Korean has one plural form. */
export const ko = {
  commands: {
    today: {
      name: '오늘',
      description: '그날의 논문을 득표순으로 보여줘요',
      options: {
        date: { name: '날짜', description: '예: 2024-12-06, 어제. 비워 두면 가장 최근 목록을 보여줘요' },
        page: { name: '쪽', description: '목록의 쪽 번호' },
      },
    },
    top: {
      name: '인기',
      description: '한 주, 한 달, 한 해 동안 표를 가장 많이 받은 논문을 보여줘요',
      options: {
        period: {
          name: '기간',
          description: '얼마나 거슬러 볼까요? 비워 두면 일주일이에요',
          choices: { day: '하루', week: '일주일', month: '한 달', year: '1년', all: '전체' },
        },
        page: { name: '쪽', description: '목록의 쪽 번호' },
      },
    },
    paper: {
      name: '논문',
      description: '논문 한 편의 요약, 저자, 득표, 링크를 보여줘요',
      options: {
        paper: { name: '논문', description: 'arXiv 번호, 링크 또는 제목에 있는 말' },
        authors: { name: '저자목록', description: '전체 저자 목록의 쪽 번호' },
        similar: { name: '비슷한논문', description: '비슷한 논문 목록의 쪽 번호' },
      },
    },
    author: {
      name: '저자',
      description: '저자의 논문과 함께 쓴 저자를 보여줘요',
      options: {
        name: { name: '이름', description: '논문에 적힌 영문 이름 또는 그 일부' },
        page: { name: '쪽', description: '목록의 쪽 번호' },
      },
    },
    ask: {
      name: '질문',
      description: '저자, 날짜, 득표, 편수나 요약의 내용을 물어보세요',
      options: {
        question: {
          name: '질문',
          description: '예: 12월에 표를 가장 많이 받은 논문 3편, VisionZip 저자가 누구야?',
        },
        page: { name: '쪽', description: '목록의 쪽 번호' },
        paper: { name: '논문', description: '물어보는 논문' },
        after: { name: '앞질문', description: '이 질문이 이어지는 앞의 질문' },
        shown: { name: '본논문', description: '앞의 답에 나온 논문' },
      },
    },
    search: searchCommandKo,
    digest: {
      name: '구독',
      description: '이 서버에 매일 논문 목록을 올리도록 설정해요',
      subscribe: {
        name: '시작',
        description: '채널에 매일 목록을 올려요. 다시 쓰면 설정이 바뀌어요',
        options: {
          channel: { name: '채널', description: '목록을 올릴 채널' },
          time: { name: '시각', description: '현지 시각, 예: 09:00' },
          timezone: { name: '시간대', description: '그 시각의 시간대, 예: 서울, Asia/Seoul' },
          days: { name: '요일', description: '매일, 평일, 또는 월,수,금처럼. 비워 두면 매일이에요' },
          top: { name: '편수', description: '보여줄 논문 수, 1부터 10까지. 비워 두면 5편이에요' },
          language: {
            name: '언어',
            description: '글의 언어. 비워 두면 서버의 언어예요',
            choices: { en: '영어', ko: '한국어' },
          },
          role: { name: '역할', description: '멘션할 역할. @everyone을 고르면 멘션을 빼요' },
          thread: { name: '스레드', description: '글마다 스레드를 열어요' },
        },
      },
      now: {
        name: '지금',
        description: '가장 최근 목록을 바로 올려요. 나중에 또 올리지 않아요',
        options: { channel: { name: '채널', description: '어느 구독인지. 하나뿐이면 필요 없어요' } },
      },
      preview: {
        name: '미리보기',
        description: '채널에 올라갈 글을 나만 미리 봐요',
        options: { channel: { name: '채널', description: '어느 구독인지. 하나뿐이면 필요 없어요' } },
      },
      status: {
        name: '상태',
        description: '어디에 올리는지, 마지막과 다음 게시, 문제와 해결 방법을 보여줘요',
        options: { page: { name: '쪽', description: '목록의 쪽 번호' } },
      },
      pause: {
        name: '멈춤',
        description: '잠시 올리지 않아요',
        options: { channel: { name: '채널', description: '어느 구독인지. 하나뿐이면 필요 없어요' } },
      },
      resume: {
        name: '재개',
        description: '다시 올리기 시작해요',
        options: { channel: { name: '채널', description: '어느 구독인지. 하나뿐이면 필요 없어요' } },
      },
      unsubscribe: {
        name: '해지',
        description: '그만 올리고, 저장해 둔 것도 지워요',
        options: {
          channel: { name: '채널', description: '어느 구독인지. 하나뿐이면 필요 없어요' },
          sure: { name: '확인', description: '다시 묻지 않아요' },
        },
      },
    },
    help: { name: '도움말', description: '할 수 있는 일과 자료의 범위, 출처를 알려줘요' },
  },

  papers: { count_other: '논문 {{count, number}}편' },
  votes: {
    sum_other: '▲ {{count, number}}표',
    unknown: '득표 미상',
    asOf: '{{time}} 집계',
  },
  authors: {
    more_other: '{{names}} 외 {{count, number}}명',
    moreAtLeast_other: '{{names}} 외 {{count, number}}명 이상',
    others: '{{names}} 외',
    unknown: '저자 미상',
  },
  paper: {
    untitled: '제목 없음',
    listed: '실린 날: {{dates}}',
    listedMore_other: '실린 날: {{dates}} 외 {{count, number}}일',
    sections: {
      new: '새로운 점',
      technical: '기술 세부 사항',
      performance: '성능',
      other: '그 밖의 내용',
    },
    source_other: '요약 출처: l-yohai/daily_papers_ko · CC BY-NC 4.0',
    sourceKorean_other: '요약 출처: l-yohai/daily_papers_ko · CC BY-NC 4.0',
    noSummary: '이 논문은 요약이 없어요.',
    doubtful: '⚠️ **다른 논문의 요약일 수 있어요.** 제목과 겹치는 용어가 하나도 없으니 원문을 확인해 주세요.',
    doubtfulShort: '⚠️ 다른 논문의 요약일 수 있어서 싣지 않았어요.',
    allAuthors_other: '저자 {{count, number}}명. 나열 순서에는 의미가 없어요.',
    allAuthorsCut_other:
      '저자 {{count, number}}명과, 목록에서 생략된 저자가 더 있어요. 나열 순서에는 의미가 없어요.',
    noAuthors: '이 논문은 저자가 적혀 있지 않아요.',
  },
  lists: {
    page: '{{page, number}} / {{pages, number}}쪽',
    empty: '이 쪽에는 아무것도 없어요.',
    left_other: '{{count, number}}건은 자리가 모자라 싣지 못했어요.',
  },
  digest: {
    title: '데일리 페이퍼 · {{date, day}}',
    latest: '{{asked, day}} 목록은 없어요. **가장 최근 목록은 {{date, day}}자예요.**',
    before: '{{asked, day}} 목록은 없어요. **바로 앞선 {{date, day}} 목록을 보여드려요.**',
  },
  feed: {
    title: '데일리 페이퍼',
    subtitle: '매일의 AI 논문을 득표순으로, 새로운 점과 함께 전해요.',
  },
  post: {
    title: '데일리 페이퍼 · {{date, day}}',
    heading: '## 데일리 페이퍼 · {{date, day}}',
    empty: '오늘은 실린 논문이 없어요.',
  },
  top: {
    titles: {
      day: '하루 인기 논문',
      week: '주간 인기 논문',
      month: '월간 인기 논문',
      year: '연간 인기 논문',
      all: '역대 인기 논문',
    },
    shifted: '가장 최근 목록인 **{{date, day}}**부터 거슬러 셌어요.',
  },
  author: {
    papers_other: '이 이름이 실린 **논문 {{count, number}}편**',
    namesakes: '-# 동명이인은 구분하지 않아서, 한 이름에 여러 사람이 있을 수 있어요.',
    coAuthors: '함께 쓴 저자',
    similar: '비슷한 이름 (여기에 합치지 않았어요)',
    counted: '{{name}} ({{count, number}}편)',
    unnamed: '이름 없음',
    similarName: '{{name}} ({{papers}}, {{how}})',
  },
  choice: {
    paper: '“{{query}}”에 맞는 논문이 여러 편 있어요. 어느 논문인가요?',
    author: '“{{query}}”에 맞는 저자가 여러 명 있어요. 누구인가요?',
    paperOnly: '“{{query}}”에 가까운 논문은 이 한 편이에요. 이 논문인가요?',
    authorOnly: '“{{query}}”에 가까운 저자는 이 한 명이에요. 이 이름인가요?',
    organization: '“{{query}}”에 맞는 기관이 여럿이에요. 어느 기관인가요?',
    organizationOnly: '“{{query}}”에 가까운 기관은 이곳 하나예요. 여기인가요?',
    organizationMost:
      '“{{query}}”에 맞는 기관 {{count, number}}곳 중 논문이 가장 많은 {{shown, number}}곳이에요. 이름을 더 써 보세요.',
    paperMost:
      '“{{query}}”에 맞는 논문 {{count, number}}편 중 {{shown, number}}편이에요. 낱말을 더해 보세요.',
    authorMost:
      '“{{query}}”에 맞는 저자 {{count, number}}명 중 논문이 가장 많은 {{shown, number}}명이에요. 이름을 더 써 보세요.',
    nothing: '“{{query}}”에 맞는 것이 없어요.',
  },
  help: {
    title: '페이퍼보이',
    intro: '매일의 AI 논문을 득표와 한국어 요약과 함께 전해드려요.',
    talk: '말로 물어도 돼요. 저를 멘션하거나, 개인 메시지를 보내거나, 제 답에 답장하세요. 메시지 메뉴의 **앱 › 이 메시지의 논문 찾기**로 그 글에 나온 논문을 찾을 수 있어요.',
    holds: '담고 있는 자료',
    held: '{{range}}, {{digests}}에 실린 {{papers}}',
    digests_other: '목록 {{count, number}}개',
    nothingHeld: '아직 없어요. 가져온 목록이 하나도 없어요.',
    votes:
      '득표는 마크다운 목록의 경우 그날 23:00(UTC), 허깅페이스의 경우 마지막으로 읽은 때에 집계한 값이에요.',
    source: '출처',
    sourceText:
      '논문, 득표, 저자 순서, 링크, AI 요약: Hugging Face Daily Papers. 초록: arXiv (허깅페이스 제공). 한국어 요약: {{archive}}의 글을 그대로 옮겼어요. CC BY-NC 4.0, 비상업적 용도로만 쓸 수 있어요.',
    privacy: '개인정보',
    privacyText:
      '서버 설정과, 버튼에 다 담기지 않는 긴 검색어와 질문(30일 동안)만 저장해요. 메시지는 저장하지 않아요.',
  },
  buttons: {
    allPapers_other: '논문 {{count, number}}편 모두 보기',
    topOfWeek: '주간 인기 논문',
    similar: '비슷한 논문',
    help: '도움말',
    previous: '◀ {{page, number}}쪽',
    next: '{{page, number}}쪽 ▶',
    earlier: '« {{date, day}}',
    later: '{{date, day}} »',
    authors_other: '저자 {{count, number}}명',
    authorsCut: '저자 {{count, number}}명 이상',
    back: '◀ 논문으로 돌아가기',
    inEnglish: '영어 원문으로 보기',
    inKorean: '한국어로 보기',
    arxiv: 'arXiv',
    pdf: 'PDF',
    huggingFace: 'Hugging Face',
  },
  menus: {
    paper: '논문 열어 보기…',
    mostVoted_other: '표를 많이 받은 {{count, number}}편 중에서 열어 보기…',
    author: '저자 열어 보기…',
    pick: '골라 주세요…',
  },

  ask: askKo,
  card: cardKo,
  found: foundKo,
  messageCommands: messageCommandsKo,
  named: namedKo,
  talk: talkKo,
  chat: chatKo,
  subscription: subscriptionKo,
  terminal: terminalKo,
  warnings: warningsKo,

  errors: {
    date: {
      unreadable:
        '“{{value}}”에서 날짜를 읽지 못했어요. **2024-12-06**처럼 쓰거나 **오늘**, **어제**라고 써 주세요.',
    },
    archive: { empty: '아직 논문이 없어요. 첫 목록을 가져오는 대로 보여드릴게요.' },
    today: {
      before: '{{date, day}} 목록은 없어요. 첫 목록은 {{first, day}}자예요. 그 뒤의 날짜를 골라 주세요.',
    },
    top: {
      none: '이 기간에는 논문이 없어요. **month**(한 달)나 **all**(전체)처럼 더 긴 기간을 골라 주세요.',
    },
    paper: {
      none: '“{{query}}”에 맞는 논문을 찾지 못했어요. 제목의 낱말을 줄이거나 arXiv 번호(예: **2412.04467**)를 써 주세요.',
      unknownId: '{{id}} 논문은 여기에 없어요. 데일리 페이퍼 목록에 오른 논문만 담고 있어요.',
      unknownIds: '{{ids}} 논문은 모두 여기에 없어요. 데일리 페이퍼 목록에 오른 논문만 담고 있어요.',
      noAddress:
        '“{{text}}”은(는) 논문 주소나 arXiv 번호가 아니에요. arXiv 번호(예: **2412.04467**)나 arXiv·Hugging Face의 논문 주소를 써 주세요.',
    },
    search: {
      none: '“{{query}}”에 맞는 논문이 없어요. 낱말을 줄이거나 바꾸고, 기간이나 최소 득표를 넓혀 보세요.',
    },
    organization: {
      none: '“{{name}}” 기관에서 나온 논문을 찾지 못했어요. 입력할 때 뜨는 이름 중에서 골라 주세요.',
      unknown:
        '기관은 허깅페이스에 실린 논문만 알 수 있는데, 지금 자료에는 그런 논문이 없어서 “{{name}}” 기관을 찾을 수 없어요.',
    },
    author: {
      none: '“{{name}}” 이름이 실린 논문을 찾지 못했어요. 성만 쓰거나, 입력할 때 뜨는 이름 중에서 골라 주세요.',
    },
    ask: {
      often_other: '질문을 많이 해 주셨네요. 잠시 쉬었다가 {{count, number}}초 뒤에 다시 물어봐 주세요.',
      oftenHere_other: '지금 이 서버에 질문이 몰렸어요. {{count, number}}초 뒤에 다시 물어봐 주세요.',
    },
    option: {
      missing: '**/{{command}}** 명령에는 **{{option}}** 값이 필요해요. 명령 뒤에 써서 다시 보내 주세요.',
      none: '**/{{command}}** 명령은 옵션 없이 써요. 그대로 보내 주세요.',
      unknown: '**/{{command}}** 명령에는 **{{option}}** 옵션이 없어요. 쓸 수 있는 옵션: {{options}}',
      choice: '**{{option}}** 옵션에 “{{value}}” 값은 쓸 수 없어요. 다음 중에서 골라 주세요: {{choices}}',
      number:
        '**{{option}}** 옵션에 “{{value}}” 값은 쓸 수 없어요. {{min, number}}부터 {{max, number}}까지의 정수를 써 주세요.',
      flag: '**{{option}}** 옵션에 “{{value}}” 값은 쓸 수 없어요. true나 false를 써 주세요.',
      channel: '“{{value}}”은(는) 채널이 아니에요. 목록에서 골라 주세요.',
      role: '“{{value}}”은(는) 역할이 아니에요. 목록에서 골라 주세요.',
      long: '**{{option}}** 값이 너무 길어요. {{max, number}}자까지 쓸 수 있어요.',
    },
    place: {
      server: '**/{{command}}** 명령은 서버를 설정해요. 서버의 채널에서 써 주세요.',
      rights:
        '**/{{command}}** 명령은 서버를 설정해서 **서버 관리하기** 권한이 있어야 쓸 수 있어요. 권한이 있는 분께 부탁해 주세요.',
    },
    channel: {
      unseen: '어느 채널인지 알 수 있게 목록에서 채널을 골라 주세요.',
      kind: '이런 종류의 채널에는 올릴 수 없어요. 텍스트, 공지, 포럼 채널이나 스레드를 골라 주세요.',
      'needs-tag':
        '이 포럼은 글마다 태그를 꼭 달게 되어 있는데 봇은 태그를 달지 않아요. 그 규칙을 끄거나 다른 채널을 골라 주세요.',
      'thread-closed': '이 스레드는 잠겨 있어요. 잠금을 풀거나 다른 채널을 골라 주세요.',
    },
    role: {
      silent:
        '봇이 그 채널에서 이 역할에 알림을 보낼 수 없어서 글을 올려도 아무도 알림을 받지 못해요. 서버 설정 → 역할에서 누구나 이 역할을 멘션할 수 있게 하거나, 채널에서 봇에게 **@everyone, @here, 모든 역할 멘션하기**를 허용한 뒤 다시 구독해 주세요.',
    },
    time: { unreadable: '“{{value}}”에서 시각을 읽지 못했어요. **09:00**이나 **오후 9시**처럼 써 주세요.' },
    zone: {
      unreadable:
        '“{{value}}” 시간대를 찾지 못했어요. 입력할 때 뜨는 것 중에서 골라 주세요. 예: **서울**, **Asia/Seoul**',
      several: '“{{value}}” 시간대를 쓰는 곳이 여럿이에요. 다음 중 하나를 골라 써 주세요: {{zones}}',
    },
    days: {
      unreadable:
        '“{{value}}”에서 요일을 읽지 못했어요. **매일**, **평일**, 또는 **월,수,금**처럼 써 주세요.',
    },
    subscription: {
      offline: '이 프로세스는 Discord에 연결되어 있지 않아 글을 올릴 수 없어요. Discord에서 써 주세요.',
      paused: '이 채널은 멈춰 있어요. **/구독 재개**로 다시 시작한 뒤 시도해 주세요.',
      nowhere: '이 서버에는 아직 목록을 올리는 채널이 없어요. **/구독 시작**으로 시작해 주세요.',
      notHere: '이 채널에는 목록을 올리지 않아요. **/구독 상태**에서 어디에 올리는지 볼 수 있어요.',
      several: '여러 채널에 올리고 있어요. **채널**에서 어느 것인지 골라 주세요.',
    },
    command: {
      unknown: '“{{command}}” 명령은 없어요. 쓸 수 있는 명령: {{commands}}',
      often_other: '한꺼번에 너무 많이 보내셨어요. {{count, number}}초 뒤에 다시 보내 주세요.',
    },
    button: {
      expired: '너무 오래된 버튼이라 알아보지 못했어요. 명령을 다시 입력하거나 **/도움말**을 봐 주세요.',
    },
    bug: '죄송해요, 저희 쪽에서 문제가 생겼어요. 다시 시도해 주세요. 계속되면 운영자에게 이 번호를 알려 주세요: **{{id}}**',
    digest: {
      noDate: '“## Daily Papers (YYYY-MM-DD)” 제목도, 파일 이름의 날짜도 없어요. 둘 중 하나를 넣어 주세요.',
      binary: 'UTF-8 텍스트 파일이 아니에요. UTF-8로 저장해서 다시 가져와 주세요.',
    },
    discord: {
      forbidden:
        'Discord가 이 주소를 거부했어요({{code}}). 계속 시도하지 말고 한 시간 뒤에, 주소나 애플리케이션이 차단되었는지 확인해 주세요.',
      address:
        'DISCORD_API_URL 주소에 Discord가 없어요({{code}}). REST 주소를 넣어 주세요. 예: DISCORD_API_URL=https://discord.com/api',
      token:
        'Discord가 토큰을 거부했어요({{code}}). DISCORD_TOKEN에 discord.com/developers의 봇 토큰을 넣거나, 비워 두고 샌드박스로 실행해 주세요.',
      shards:
        'Discord가 샤드 설정을 거부했어요({{code}}). SHARDS와 SHARD_COUNT를 함께 정하거나(예: SHARDS=0,1 SHARD_COUNT=4) 둘 다 비워 주세요.',
      intents:
        'Discord가 인텐트를 거부했어요({{code}}). 따로 켜야 하는 인텐트는 쓰지 않으니 토큰이 맞는 애플리케이션의 것인지 확인해 주세요.',
      refused: 'Discord가 연결을 완전히 끊었어요({{code}}). 봇을 업데이트해 주세요.',
    },
    config: {
      DISCORD_TOKEN:
        'DISCORD_TOKEN에 공백이 있어요. 봇 토큰만 넣어 주세요. 예: DISCORD_TOKEN=MTk4NjIy.Cl2FMQ.ZnCjm1XV',
      DISCORD_API_URL:
        'DISCORD_API_URL 값 “{{value}}”은(는) http(s) 주소가 아니에요. 예: DISCORD_API_URL=https://discord.com/api',
      DATABASE_URL:
        'DATABASE_URL 값 “{{value}}”은(는) 저장소 주소가 아니에요. 예: DATABASE_URL=sqlite:data/paperboy.db 또는 DATABASE_URL=postgres://user:password@host:5432/paperboy',
      SEEDS_DIR: 'SEEDS_DIR 값 “{{value}}”은(는) 폴더가 아니에요. 예: SEEDS_DIR=seeds',
      HOST: 'HOST 값 “{{value}}”은(는) 이 컴퓨터의 주소가 아니에요. 예: HOST=127.0.0.1',
      PORT: 'PORT 값 “{{value}}”은(는) 0부터 65535까지의 정수가 아니에요. 예: PORT=3000',
      SHARDS:
        'SHARDS 값 “{{value}}”은(는) SHARD_COUNT보다 작은 샤드 번호의 목록이 아니에요. 예: SHARDS=0,1과 SHARD_COUNT=4',
      SHARD_COUNT: 'SHARD_COUNT 값 “{{value}}”은(는) 1 이상의 정수가 아니에요. 예: SHARD_COUNT=4',
      shardsTogether:
        'SHARDS와 SHARD_COUNT는 함께 정해야 해요. 예: SHARDS=0,1 SHARD_COUNT=4. 둘 다 정하거나 둘 다 비워 주세요.',
      HUGGINGFACE_URL:
        'HUGGINGFACE_URL 값 “{{value}}”은(는) https 주소도 off도 아니에요(http는 이 컴퓨터 안에서만). 예: HUGGINGFACE_URL=https://huggingface.co',
      LLM_BASE_URL:
        'LLM_BASE_URL 값 “{{value}}”은(는) https 주소가 아니에요(http는 이 컴퓨터의 주소만, 비밀번호와 ?는 쓸 수 없어요). 예: LLM_BASE_URL=https://api.openai.com/v1 또는 LLM_BASE_URL=http://127.0.0.1:11434/v1',
      LLM_MODEL: 'LLM_MODEL 값 “{{value}}”은(는) 모델 이름이 아니에요. 예: LLM_MODEL=qwen3:8b',
      LLM_API_KEY: 'LLM_API_KEY에 키에 쓰이지 않는 문자가 있어요. 키만 넣어 주세요. 예: LLM_API_KEY=sk-…',
      LLM_TIMEOUT_MS:
        'LLM_TIMEOUT_MS 값 “{{value}}”은(는) 500부터 60000까지의 정수가 아니에요. 예: LLM_TIMEOUT_MS=8000',
      LLM_DAILY_TOKENS:
        'LLM_DAILY_TOKENS 값 “{{value}}”은(는) 999999999 이하의 정수가 아니에요. 예: LLM_DAILY_TOKENS=200000. 0이면 요약을 쓰지 않아요.',
      modelTogether:
        'LLM_BASE_URL과 LLM_MODEL은 함께 정해야 해요. 예: LLM_BASE_URL=http://127.0.0.1:11434/v1 LLM_MODEL=qwen3:8b. 둘 다 정하거나 둘 다 비워 주세요.',
      LOG_LEVEL:
        'LOG_LEVEL 값 “{{value}}”은(는) fatal, error, warn, info, debug, trace, silent 중 하나가 아니에요. 예: LOG_LEVEL=info',
      envFile: '.env 파일을 읽을 수 없어요: {{reason}}. 권한을 확인하거나 파일을 지워 주세요.',
    },
    import: {
      noDigest: '다이제스트가 아니에요. 날짜가 든 제목도 논문도 없어요. Markdown 다이제스트를 적어 주세요.',
      noDay:
        '파일 이름에 날짜가 없어요. YYYY-MM-DD.json처럼 이름 붙인 파일을 적어 주세요. 예: 2024-12-06.json',
      wide: 'UTF-16이나 UTF-32로 저장된 파일이에요. UTF-8로 저장해서 다시 가져와 주세요.',
      manyEntries:
        '항목이 {{entries, number}}개인 목록이에요. 최대 {{max, number}}개까지 읽으니 하루치 목록을 적어 주세요.',
      manyLines:
        '{{lines, number}}줄이나 되는 파일이에요. 최대 {{max, number}}줄까지 읽으니 하루치 다이제스트를 적어 주세요.',
      mostlyUnread:
        '항목 {{entries, number}}개 중 {{unread, number}}개를 읽을 수 없어요. 첫 번째는 다음과 같아요: {{text}}. 그날의 목록은 그대로 두었어요. Hugging Face가 주는 형식의 논문 목록을 적어 주세요.',
      noList:
        'Hugging Face에서 받아 둔 하루치 목록이 아니에요: {{reason}}. 논문 목록이 든 JSON 파일을 적어 주세요.',
      path: '{{path}}을(를) 읽을 수 없어요: {{reason}}. 다이제스트 파일이나 그런 파일이 든 폴더를 적어 주세요.',
      emptyFolder:
        '{{path}}에 Markdown 다이제스트(*.md)도 받아 둔 하루치 목록(이름에 날짜가 든 *.json, 예: 2024-12-06.json)도 없어요. 그런 파일이 든 폴더를 적어 주세요.',
      large: '다이제스트는 {{megabytes}}MB까지 읽는데 이 파일은 더 커요. 다이제스트 파일을 적어 주세요.',
      unreadable: '읽을 수 없어요: {{reason}}. 나머지는 이 파일 없이 가져와요.',
    },
    source: {
      unreachable:
        '{{url}}에 연결할 수 없어요: {{reason}}. 네트워크와 HUGGINGFACE_URL을 확인하고 다시 시도해 주세요.',
      broken: '{{url}}에서 서버 오류가 났어요({{reason}}). 몇 분 뒤에 다시 시도해 주세요.',
      limited: '이 주소에서 {{url}}에 너무 많이 물었어요({{reason}}). 5분 뒤에 다시 시도해 주세요.',
      refused: '{{url}}에서 요청을 거절했어요({{reason}}). 날짜와 HUGGINGFACE_URL을 확인해 주세요.',
      odd: '{{url}}에서 온 것이 논문 목록이 아니에요: {{reason}}. HUGGINGFACE_URL을 확인하거나 나중에 다시 시도해 주세요.',
      large: '{{url}}에서 온 것이 논문 목록이라기엔 너무 커요: {{reason}}. HUGGINGFACE_URL을 확인해 주세요.',
    },
    fetch: {
      off: 'HUGGINGFACE_URL이 off라서 아무것도 받아 오지 않아요. 값을 비우고 실행해 주세요. 예: HUGGINGFACE_URL= npm run -s paperboy -- fetch',
      date: '--date 값 “{{value}}”은(는) 오늘까지의 날짜가 아니에요. 예: --date 2024-12-06',
      days: '--days 값 “{{value}}”은(는) 1부터 {{max}}까지의 정수가 아니에요. 예: --days 14',
    },
    port: {
      inUse:
        '{{host}}의 {{port}}번 포트를 이미 쓰고 있어요. 쓰는 프로그램을 끄거나 다른 포트를 정해 주세요: PORT=3001 (PORT=0이면 빈 포트를 골라요).',
      unusable:
        '{{host}}의 {{port}}번 포트를 열 수 없어요: {{reason}}. HOST와 PORT를 정해 주세요. 예: HOST=127.0.0.1 PORT=3000',
    },
    path: {
      home: '“{{path}}”은(는) 다른 사용자의 홈 폴더로 시작해요. 전체 경로를 적거나, 내 홈 폴더라면 “~/…”로 적어 주세요.',
    },
    export: { folder: '{{path}}에 쓸 수 없어요: {{reason}}. 쓸 수 있는 폴더를 적어 주세요.' },
    say: { now: '--now 값 “{{value}}”은(는) 시각이 아니에요. 예: --now 2024-12-06T09:00:00Z' },
    store: {
      newer:
        '더 새로운 버전의 봇이 쓴 저장소예요(마이그레이션 {{migration}}). 봇을 업데이트하거나 다른 저장소를 써 주세요.',
      unusable:
        '저장소 {{path}}에 접근할 수 없어요: {{reason}}. 주소와 권한을 확인하거나 다른 저장소를 써 주세요.',
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
