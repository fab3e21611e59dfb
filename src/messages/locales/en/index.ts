import { chatEn } from '../chat-en.ts';
import { askEn } from './ask.ts';
import { cardEn } from './card.ts';
import { messageCommandsEn, namedEn, talkEn } from './questions.ts';
import { foundEn, searchCommandEn } from './search.ts';
import { subscriptionEn } from './subscription.ts';
import { terminalEn } from './terminal.ts';
import { warningsEn } from './warnings.ts';

/**
 * Every text of the bot, in English. `{{name}}` is filled in, `{{date, day}}` as a date, `{{count, number}}` with
 * thousands separated; `_one` and `_other` are plural forms, chosen by `count`.
 *
 * Texts may use bold (`**`), headings (`## `) and small print (`-# `); where they are shown without Markdown
 * (`tellPlain`), these marks are taken out.
 */
export const en = {
  commands: {
    today: {
      name: 'today',
      description: "The day's papers, most votes first",
      options: {
        date: {
          name: 'date',
          description: 'A day, e.g. 2024-12-06 or yesterday; the newest digest without it',
        },
        page: { name: 'page', description: 'Page of the list' },
      },
    },
    top: {
      name: 'top',
      description: 'The most-voted papers of a week, a month or a year',
      options: {
        period: {
          name: 'period',
          description: 'How far to look back; a week without it',
          choices: { day: 'Day', week: 'Week', month: 'Month', year: 'Year', all: 'All time' },
        },
        page: { name: 'page', description: 'Page of the list' },
      },
    },
    paper: {
      name: 'paper',
      description: 'One paper: summary, authors, votes and links',
      options: {
        paper: { name: 'paper', description: 'arXiv id, link or words of the title' },
        authors: { name: 'authors', description: 'Page of the full list of authors' },
        similar: { name: 'similar', description: 'Page of the papers that are like it' },
      },
    },
    author: {
      name: 'author',
      description: 'The papers that list an author, and the co-authors',
      options: {
        name: { name: 'name', description: 'The name as papers spell it, or part of it' },
        page: { name: 'page', description: 'Page of the list' },
      },
    },
    ask: {
      name: 'ask',
      description: 'Ask the archive: authors, dates, votes, counts, or what its summaries say',
      options: {
        question: { name: 'question', description: 'e.g. top 5 papers of December, or who wrote VisionZip' },
        page: { name: 'page', description: 'Page of the list' },
        paper: { name: 'paper', description: 'The paper that is asked about' },
        after: { name: 'after', description: 'The question that this one goes on from' },
        shown: { name: 'shown', description: 'The papers that its answer showed' },
      },
    },
    search: searchCommandEn,
    digest: {
      name: 'digest',
      description: 'Set up the daily digest of this server',
      subscribe: {
        name: 'subscribe',
        description: 'Post the digest to a channel every day; again to change it',
        options: {
          channel: { name: 'channel', description: 'Where the digest is posted' },
          time: { name: 'time', description: 'Local time, e.g. 09:00' },
          timezone: { name: 'timezone', description: 'Time zone of that time, e.g. Seoul or Europe/London' },
          days: {
            name: 'days',
            description: 'every day, weekdays, or days such as mon, wed, fri; every day without it',
          },
          top: { name: 'top', description: 'How many papers to show, 1 to 10; 5 without it' },
          language: {
            name: 'language',
            description: "Language of the post; the server's without it",
            choices: { en: 'English', ko: 'Korean' },
          },
          role: { name: 'role', description: 'A role to mention; @everyone takes it off again' },
          thread: { name: 'thread', description: 'Open a thread under each post' },
        },
      },
      now: {
        name: 'now',
        description: 'Post the newest digest at once; it is not posted again later',
        options: {
          channel: { name: 'channel', description: 'Which subscription; not needed with only one' },
        },
      },
      preview: {
        name: 'preview',
        description: 'See the post as the channel would get it, for you alone',
        options: {
          channel: { name: 'channel', description: 'Which subscription; not needed with only one' },
        },
      },
      status: {
        name: 'status',
        description: 'Where the digest goes, the last post, the next one, and problems with their fix',
        options: { page: { name: 'page', description: 'Page of the list' } },
      },
      pause: {
        name: 'pause',
        description: 'Stop posting for a while',
        options: {
          channel: { name: 'channel', description: 'Which subscription; not needed with only one' },
        },
      },
      resume: {
        name: 'resume',
        description: 'Take up posting again',
        options: {
          channel: { name: 'channel', description: 'Which subscription; not needed with only one' },
        },
      },
      unsubscribe: {
        name: 'unsubscribe',
        description: 'Stop posting and remove what was stored of it',
        options: {
          channel: { name: 'channel', description: 'Which subscription; not needed with only one' },
          sure: { name: 'sure', description: 'Without asking once more' },
        },
      },
    },
    help: { name: 'help', description: 'What this bot can do, what it holds and where it comes from' },
  },

  papers: { count_one: '{{count, number}} paper', count_other: '{{count, number}} papers' },
  votes: {
    sum_one: '▲ {{count, number}} vote',
    sum_other: '▲ {{count, number}} votes',
    unknown: 'votes unknown',
    asOf: 'as of {{time}}',
  },
  authors: {
    more_one: '{{names}} and {{count, number}} more',
    more_other: '{{names}} and {{count, number}} more',
    moreAtLeast_one: '{{names}} and at least {{count, number}} more',
    moreAtLeast_other: '{{names}} and at least {{count, number}} more',
    others: '{{names}} and others',
    unknown: 'authors unknown',
  },
  paper: {
    untitled: 'Untitled',
    listed: 'Listed {{dates}}',
    listedMore_one: 'Listed {{dates}} and on {{count, number}} more day',
    listedMore_other: 'Listed {{dates}} and on {{count, number}} more days',
    sections: {
      new: "What's New",
      technical: 'Technical Details',
      performance: 'Performance Highlights',
      other: 'Notes',
    },
    source_one: 'Summary from l-yohai/daily_papers_ko · CC BY-NC 4.0',
    source_other: 'Summaries from l-yohai/daily_papers_ko · CC BY-NC 4.0',
    sourceKorean_one: 'Summary in Korean, from l-yohai/daily_papers_ko · CC BY-NC 4.0',
    sourceKorean_other: 'Summaries in Korean, from l-yohai/daily_papers_ko · CC BY-NC 4.0',
    noSummary: 'No summary is held for this paper.',
    doubtful:
      '⚠️ **This summary may be about another paper:** it shares no term with the title. Check it against the paper.',
    doubtfulShort: '⚠️ Its summary may be about another paper, so it is not quoted here.',
    allAuthors_one: '{{count, number}} author as listed; the order means nothing.',
    allAuthors_other: '{{count, number}} authors as listed; the order means nothing.',
    allAuthorsCut_one:
      '{{count, number}} author as listed, and more that the digest left out; the order means nothing.',
    allAuthorsCut_other:
      '{{count, number}} authors as listed, and more that the digest left out; the order means nothing.',
    noAuthors: 'The digest names no authors for this paper.',
  },
  lists: {
    page: 'Page {{page, number}} of {{pages, number}}',
    empty: 'Nothing on this page.',
    left_one: '{{count, number}} more did not fit.',
    left_other: '{{count, number}} more did not fit.',
  },
  digest: {
    title: 'Daily Papers · {{date, day}}',
    latest: 'There is no digest for {{asked, day}}. **The latest digest is of {{date, day}}.**',
    before: 'There is no digest for {{asked, day}}. **This is the digest before it, of {{date, day}}.**',
  },
  feed: {
    title: 'Daily Papers',
    subtitle: 'The daily AI papers by votes, with what is new in each.',
  },
  post: {
    title: 'Daily Papers · {{date, day}}',
    heading: '## Daily Papers · {{date, day}}',
    empty: 'No papers today.',
  },
  top: {
    titles: {
      day: 'Top papers of the day',
      week: 'Top papers of the week',
      month: 'Top papers of the month',
      year: 'Top papers of the year',
      all: 'Top papers of all time',
    },
    shifted: 'Counted back from the newest digest, of **{{date, day}}**.',
  },
  author: {
    papers_one: '**{{count, number}} paper** lists this name',
    papers_other: '**{{count, number}} papers** list this name',
    namesakes: '-# Namesakes are not told apart: one name can be several people.',
    coAuthors: 'Co-authors',
    similar: 'Similar names, not counted here',
    counted: '{{name}} ({{count, number}})',
    unnamed: 'No name',
    similarName: '{{name}} ({{papers}}, {{how}})',
  },
  choice: {
    paper: 'Several papers fit “{{query}}”. Which one do you mean?',
    author: 'Several authors fit “{{query}}”. Which one do you mean?',
    organization: 'Several organizations fit “{{query}}”. Which one do you mean?',
    paperOnly: 'Only this paper comes near “{{query}}”. Do you mean it?',
    authorOnly: 'Only this author comes near “{{query}}”. Do you mean this name?',
    organizationOnly: 'Only this organization comes near “{{query}}”. Do you mean it?',
    paperMost:
      '{{count, number}} papers fit “{{query}}”: here are {{shown, number}}. Add a word to find others.',
    authorMost:
      '{{count, number}} authors fit “{{query}}”: here are the {{shown, number}} with the most papers. Add more of the name to find others.',
    organizationMost:
      '{{count, number}} organizations fit “{{query}}”: here are the {{shown, number}} with the most papers. Add more of the name to find others.',
    nothing: 'Nothing fits “{{query}}”.',
  },
  help: {
    title: 'Paperboy',
    intro: 'The daily AI papers, with their votes and Korean summaries.',
    talk: 'Or ask in words: mention me, write to me directly, or reply to an answer of mine. In the menu of a message, **Apps › Find these papers** looks up the papers that it names.',
    holds: 'What it holds',
    held: '{{papers}} in {{digests}}, {{range}}',
    digests_one: '{{count, number}} digest',
    digests_other: '{{count, number}} digests',
    nothingHeld: 'Nothing yet: no digest has been imported.',
    votes:
      'Votes of Markdown digests are counted at 23:00 UTC of the day; those from Hugging Face when they were last read.',
    source: 'Where it comes from',
    sourceText:
      'Papers, votes, order of authors, links and AI summaries: Hugging Face Daily Papers. Abstracts: arXiv via Hugging Face. Korean summaries: {{archive}}, quoted word for word, CC BY-NC 4.0, not for commercial use.',
    privacy: 'Privacy',
    privacyText:
      "Only a server's settings are stored and, for 30 days, searches and questions too long to fit into a button. No messages are.",
  },
  buttons: {
    allPapers_one: 'The {{count, number}} paper',
    allPapers_other: 'All {{count, number}} papers',
    topOfWeek: 'Top of the week',
    similar: 'Similar',
    help: 'Help',
    previous: '◀ Page {{page, number}}',
    next: 'Page {{page, number}} ▶',
    earlier: '« {{date, day}}',
    later: '{{date, day}} »',
    authors_one: '{{count, number}} author',
    authors_other: '{{count, number}} authors',
    authorsCut: 'Authors ({{count, number}}+)',
    back: '◀ Back to the paper',
    inEnglish: 'Quote the English text',
    inKorean: 'Quote the Korean text',
    arxiv: 'arXiv',
    pdf: 'PDF',
    huggingFace: 'Hugging Face',
  },
  menus: {
    paper: 'Open a paper…',
    mostVoted_one: 'Open the paper…',
    mostVoted_other: 'Open one of the {{count, number}} most-voted papers…',
    author: 'Open an author…',
    pick: 'Pick one…',
  },

  ask: askEn,
  card: cardEn,
  found: foundEn,
  messageCommands: messageCommandsEn,
  named: namedEn,
  talk: talkEn,
  chat: chatEn,
  subscription: subscriptionEn,
  terminal: terminalEn,
  warnings: warningsEn,

  errors: {
    date: {
      unreadable:
        '“{{value}}” is not a date I can read. Write it like **2024-12-06**, or **today** or **yesterday**.',
    },
    archive: {
      empty: 'There are no papers here yet. The first digest appears as soon as one has been imported.',
    },
    today: {
      before: 'There is no digest for {{date, day}}: the first one is of {{first, day}}. Pick a later day.',
    },
    top: { none: 'There are no papers in this period. Try a longer one, such as **month** or **all**.' },
    paper: {
      none: 'No paper fits “{{query}}”. Try fewer words of the title, or its arXiv id, e.g. **2412.04467**.',
      unknownId: 'The paper {{id}} is not in the archive: only papers that made the daily list are.',
      unknownIds: 'These papers are not in the archive: {{ids}}. Only papers that made the daily list are.',
      noAddress:
        '“{{text}}” is no paper’s address or arXiv id. An id looks like **2412.04467**; pages on arXiv and Hugging Face work too.',
    },
    search: {
      none: 'Nothing in the archive fits “{{query}}”. Try fewer or other words, a longer period, or fewer votes.',
    },
    organization: {
      none: 'No paper here comes from an organization called “{{name}}”. Pick a name as you type.',
      unknown:
        'Which organization a paper comes from is known only of papers from Hugging Face, and none is held here: “{{name}}” cannot be looked up.',
    },
    author: { none: 'No paper lists “{{name}}”. Try only the family name, or pick a name as you type.' },
    ask: {
      often_one:
        'That was a lot of questions. Take a breath: in {{count, number}} second there is room for the next.',
      often_other:
        'That was a lot of questions. Take a breath: in {{count, number}} seconds there is room for the next.',
      oftenHere_one:
        'This server asks a lot at the moment. In {{count, number}} second there is room for the next question.',
      oftenHere_other:
        'This server asks a lot at the moment. In {{count, number}} seconds there is room for the next question.',
    },
    option: {
      missing: '**/{{command}}** needs **{{option}}**. Type it after the command and send it again.',
      none: '**/{{command}}** takes no options. Send it as it is.',
      unknown: '**/{{command}}** has no option **{{option}}**. It has: {{options}}.',
      choice: '“{{value}}” does not work for **{{option}}**. Choose one of: {{choices}}.',
      number:
        '“{{value}}” does not work for **{{option}}**. It takes a whole number from {{min, number}} to {{max, number}}.',
      flag: '“{{value}}” does not work for **{{option}}**. It takes true or false.',
      channel: '“{{value}}” is no channel. Pick one from the list.',
      role: '“{{value}}” is no role. Pick one from the list.',
      long: '**{{option}}** is too long. It takes up to {{max, number}} characters.',
    },
    place: {
      server: '**/{{command}}** sets up a server. Use it in a channel of the server.',
      rights:
        '**/{{command}}** sets up this server, which takes the permission **Manage Server**. Ask somebody who has it.',
    },
    channel: {
      unseen: 'Pick the channel from the list, so that Discord tells which one it is.',
      kind: 'The digest cannot be posted to this kind of channel. Pick a text, announcement or forum channel, or a thread.',
      'needs-tag':
        'This forum asks for a tag on each post, which the bot does not set. Take that rule off, or pick another channel.',
      'thread-closed': 'This thread is locked. Unlock it, or pick another channel.',
    },
    role: {
      silent:
        'The bot may not notify this role in that channel, so nobody would hear of the post. Allow anyone to mention it (Server Settings → Roles), or give the bot **Mention @everyone, @here, and All Roles** in the channel. Then subscribe again.',
    },
    time: { unreadable: '“{{value}}” is not a time. Write it like **09:00** or **9 pm**.' },
    zone: {
      unreadable:
        '“{{value}}” is not a time zone I know. Pick one as you type, e.g. **Asia/Seoul** or **New York**.',
      several: '“{{value}}” is the time of several places. Write the one you mean: {{zones}}.',
    },
    days: {
      unreadable:
        '“{{value}}” are no days I can read. Write **every day**, **weekdays**, or days such as **mon, wed, fri**.',
    },
    subscription: {
      offline: 'This process is not connected to Discord and cannot post. Ask in Discord.',
      paused: 'Posting to this channel is paused. **/digest resume** takes it up again; then ask once more.',
      nowhere: 'The digest is posted nowhere in this server yet. **/digest subscribe** sets it up.',
      notHere: 'The digest is not posted to this channel. **/digest status** shows where it is.',
      several: 'The digest goes to several channels. Name the one you mean: **channel**.',
    },
    command: {
      unknown: 'There is no command “{{command}}”. There are: {{commands}}.',
      often_one: 'That was a lot at once. In {{count, number}} second there is room for the next.',
      often_other: 'That was a lot at once. In {{count, number}} seconds there is room for the next.',
    },
    button: { expired: 'This button is too old to be understood. Type the command again, or see **/help**.' },
    bug: 'Sorry, something went wrong on our side. Please try again. If it stays, give the operators this id: **{{id}}**',
    digest: {
      noDate: 'No heading “## Daily Papers (YYYY-MM-DD)” and no date in the file name. Add one of them.',
      binary: 'Not a text file in UTF-8. Save it as UTF-8 and import it again.',
    },
    discord: {
      forbidden:
        'Discord refuses this address ({{code}}). Do not keep trying: wait an hour, and check whether the address or the application is blocked.',
      address:
        'There is no Discord at DISCORD_API_URL ({{code}}). Set it to the REST base, e.g. DISCORD_API_URL=https://discord.com/api',
      token:
        'Discord refuses the token ({{code}}). Set DISCORD_TOKEN to the bot token from discord.com/developers, or leave it empty for the sandbox.',
      shards:
        'Discord refuses these shards ({{code}}). Set SHARDS and SHARD_COUNT together, e.g. SHARDS=0,1 SHARD_COUNT=4, or neither.',
      intents:
        'Discord refuses the intents ({{code}}). The bot needs none that must be switched on: check that the token is of the right application.',
      refused: 'Discord ended the connection for good ({{code}}). Update the bot.',
    },
    config: {
      DISCORD_TOKEN:
        'DISCORD_TOKEN has a space in it. Paste the bot token alone, e.g. DISCORD_TOKEN=MTk4NjIy.Cl2FMQ.ZnCjm1XV',
      DISCORD_API_URL:
        'DISCORD_API_URL is “{{value}}”, which is no http(s) address, e.g. DISCORD_API_URL=https://discord.com/api',
      DATABASE_URL:
        'DATABASE_URL is “{{value}}”, which is no address of a store, e.g. DATABASE_URL=sqlite:data/paperboy.db or DATABASE_URL=postgres://user:password@host:5432/paperboy',
      SEEDS_DIR: 'SEEDS_DIR is “{{value}}”, which is no folder, e.g. SEEDS_DIR=seeds',
      HOST: 'HOST is “{{value}}”, which is no address of this machine, e.g. HOST=127.0.0.1',
      PORT: 'PORT is “{{value}}”, which is no whole number from 0 to 65535, e.g. PORT=3000',
      SHARDS:
        'SHARDS is “{{value}}”, which is no list of shards below SHARD_COUNT, e.g. SHARDS=0,1 with SHARD_COUNT=4',
      SHARD_COUNT: 'SHARD_COUNT is “{{value}}”, which is no whole number from 1, e.g. SHARD_COUNT=4',
      shardsTogether:
        'SHARDS and SHARD_COUNT go together, e.g. SHARDS=0,1 SHARD_COUNT=4. Set both or neither.',
      HUGGINGFACE_URL:
        'HUGGINGFACE_URL is “{{value}}”, which is no https address (http only on this machine) and not off, e.g. HUGGINGFACE_URL=https://huggingface.co',
      LLM_BASE_URL:
        'LLM_BASE_URL is “{{value}}”, which is no https address (http only on this machine, no password or ? in it), e.g. LLM_BASE_URL=https://api.openai.com/v1 or LLM_BASE_URL=http://127.0.0.1:11434/v1',
      LLM_MODEL: 'LLM_MODEL is “{{value}}”, which is no name of a model, e.g. LLM_MODEL=qwen3:8b',
      LLM_API_KEY: 'LLM_API_KEY has a character that no key has. Paste the key alone, e.g. LLM_API_KEY=sk-…',
      LLM_TIMEOUT_MS:
        'LLM_TIMEOUT_MS is “{{value}}”, which is no whole number from 500 to 60000, e.g. LLM_TIMEOUT_MS=8000',
      LLM_DAILY_TOKENS:
        'LLM_DAILY_TOKENS is “{{value}}”, which is no whole number up to 999999999, e.g. LLM_DAILY_TOKENS=200000; 0 writes no summaries',
      modelTogether:
        'LLM_BASE_URL and LLM_MODEL go together, e.g. LLM_BASE_URL=http://127.0.0.1:11434/v1 LLM_MODEL=qwen3:8b. Set both or neither.',
      LOG_LEVEL:
        'LOG_LEVEL is “{{value}}”, which is none of fatal, error, warn, info, debug, trace, silent, e.g. LOG_LEVEL=info',
      envFile: 'The file .env cannot be read: {{reason}}. Check its rights, or remove it.',
    },
    import: {
      noDigest: 'No digest: it has neither a heading with a date nor a paper. Name a Markdown digest.',
      noDay: 'Its name tells no day. Name a recorded day YYYY-MM-DD.json, e.g. 2024-12-06.json',
      wide: 'Saved as UTF-16 or UTF-32. Save it as UTF-8 and import it again.',
      manyEntries:
        'A list of {{entries, number}} entries, and at most {{max, number}} are read. Name the list of one day.',
      manyLines:
        'It has {{lines, number}} lines, and at most {{max, number}} are read. Name the digest of one day.',
      mostlyUnread:
        '{{unread, number}} of {{entries, number}} entries cannot be read, the first is: {{text}}. The day stays as it is. Name a list of papers as Hugging Face gives it.',
      noList: 'No recorded day of Hugging Face: {{reason}}. Name a file with a list of papers in JSON.',
      path: '{{path}} cannot be read: {{reason}}. Name a digest or a folder with digests.',
      emptyFolder:
        '{{path}} holds neither a Markdown digest (*.md) nor a recorded day (*.json with a day in its name, e.g. 2024-12-06.json). Name a folder with such files.',
      large: 'Larger than {{megabytes}} MB, the most that is read of a digest. Name a digest.',
      unreadable: 'Cannot be read: {{reason}}. The rest goes in without it.',
    },
    source: {
      unreachable:
        '{{url}} cannot be reached: {{reason}}. Check the network and HUGGINGFACE_URL, then try again.',
      broken: '{{url}} has an error of its own ({{reason}}). Try again in a few minutes.',
      limited: '{{url}} gets too many questions from this address ({{reason}}). Try again in five minutes.',
      refused: '{{url}} refuses the question ({{reason}}). Check the date and HUGGINGFACE_URL.',
      odd: '{{url}} gave something that is no list of papers: {{reason}}. Check HUGGINGFACE_URL, or try again later.',
      large: '{{url}} gave too much to be a list of papers: {{reason}}. Check HUGGINGFACE_URL.',
    },
    fetch: {
      off: 'HUGGINGFACE_URL is off, so nothing is fetched. Leave it out, e.g. HUGGINGFACE_URL= npm run -s paperboy -- fetch',
      date: '--date is “{{value}}”, which is no day up to today, e.g. --date 2024-12-06',
      days: '--days is “{{value}}”, which is no whole number from 1 to {{max}}, e.g. --days 14',
    },
    port: {
      inUse:
        'Port {{port}} of {{host}} is in use. Stop what uses it, or set another: PORT=3001 (PORT=0 takes a free one).',
      unusable:
        'Port {{port}} of {{host}} cannot be opened: {{reason}}. Set HOST and PORT, e.g. HOST=127.0.0.1 PORT=3000',
    },
    path: {
      home: '“{{path}}” begins with somebody else’s home folder. Write the path in full, or “~/…” for your own.',
    },
    export: { folder: '{{path}} cannot be written: {{reason}}. Name a folder that you may write to.' },
    say: { now: '--now is “{{value}}”, which is no moment, e.g. --now 2024-12-06T09:00:00Z' },
    store: {
      newer:
        'The store was written by a newer version of the bot (migration {{migration}}). Update the bot, or use another store.',
      unusable:
        'The store {{path}} cannot be used: {{reason}}. Check the address and the rights, or use another store.',
    },
  },
  suggest: { papers_one: '{{count, number}} paper', papers_other: '{{count, number}} papers' },
  remarks: {
    papers_one: '{{count, number}} paper',
    papers_other: '{{count, number}} papers',
    listed: '{{id}} · {{date, day}}',
    otherOrder: 'other order',
    otherSpelling: 'other spelling',
  },
} as const;
