import { askEn } from './ask.ts';
import { cardEn } from './card.ts';
import { chatEn } from './chat.ts';
import { digestCommandEn } from './digest.ts';
import { followCommandEn, followEn, followingCommandEn } from './follow.ts';
import { citeEn, peopleCommandsEn, privacyEn, savedEn } from './people.ts';
import { privateEn } from './private.ts';
import { doctorEn } from './program/doctor.ts';
import { mcpEn } from './program/mcp.ts';
import { terminalEn } from './program/terminal.ts';
import { warningsEn } from './program/warnings.ts';
import { messageCommandsEn, namedEn, talkEn } from './questions.ts';
import { foundEn, searchCommandEn } from './search.ts';
import { subscriptionEn } from './subscription.ts';
import { trendsCommandEn, trendsEn } from './trends.ts';

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
      description: "The day's papers, top-voted first",
      options: {
        date: {
          name: 'date',
          description: 'A date, e.g. 2024-12-06 or yesterday. Default: the latest digest',
        },
        page: { name: 'page', description: 'Page number' },
        private: privateEn,
      },
    },
    top: {
      name: 'top',
      description: 'The top-voted papers of a day, week, month or year',
      options: {
        period: {
          name: 'period',
          description: 'How far back to look (default: week)',
          choices: { day: 'Day', week: 'Week', month: 'Month', year: 'Year', all: 'All time' },
        },
        page: { name: 'page', description: 'Page number' },
        private: privateEn,
      },
    },
    paper: {
      name: 'paper',
      description: 'One paper: summary, authors, votes and links',
      options: {
        paper: { name: 'paper', description: 'arXiv ID, link or words from the title' },
        authors: { name: 'authors', description: 'Page of the full author list' },
        similar: { name: 'similar', description: 'Page of similar papers' },
        show: {
          name: 'show',
          description: 'The abstract, or the whole summary',
          choices: {
            abstract: 'Abstract',
            summary: 'Summary',
            authors: 'All authors',
            similar: 'Similar papers',
            cite: 'Citation',
          },
        },
        private: privateEn,
      },
    },
    author: {
      name: 'author',
      description: "An author's papers and co-authors",
      options: {
        name: { name: 'name', description: 'Full or partial name as printed on papers' },
        page: { name: 'page', description: 'Page number' },
        private: privateEn,
      },
    },
    ask: {
      name: 'ask',
      description: 'Ask about the papers: who, when, how many, top-voted, or what they found',
      options: {
        question: { name: 'question', description: 'e.g. top 5 papers of December, or who wrote VisionZip' },
        page: { name: 'page', description: 'Page number' },
        paper: { name: 'paper', description: 'The paper in question' },
        after: { name: 'after', description: 'The question this follows up on' },
        shown: { name: 'shown', description: 'The papers shown in the previous answer' },
        private: privateEn,
      },
    },
    search: searchCommandEn,
    trends: trendsCommandEn,
    ...peopleCommandsEn,
    follow: followCommandEn,
    following: followingCommandEn,
    digest: digestCommandEn,
    help: { name: 'help', description: 'What I can do, what is in the archive, and the sources' },
  },

  papers: { count_one: '{{count, number}} paper', count_other: '{{count, number}} papers' },
  votes: {
    sum_one: '▲ {{count, number}} vote',
    sum_other: '▲ {{count, number}} votes',
    unknown: 'votes unknown',
    asOf: 'as of {{time}}',
  },
  authors: {
    more: '{{names}} and {{count, number}} more',
    moreAtLeast: '{{names}} and at least {{count, number}} more',
    others: '{{names}} and others',
    count_one: '{{count, number}} author',
    count_other: '{{count, number}} authors',
    countAtLeast: '{{count, number}}+ authors',
    unknown: 'authors unknown',
  },
  paper: {
    untitled: 'Untitled',
    listed: 'On Daily Papers: {{dates}}',
    listedMore_one: 'On Daily Papers: {{dates}} and {{count, number}} more day',
    listedMore_other: 'On Daily Papers: {{dates}} and {{count, number}} more days',
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
    doubtful:
      '⚠️ **This summary may belong to another paper:** it has almost nothing in common with the title or abstract. Check it against the paper.',
    allAuthors_one: '{{count, number}} author (listing order, not author order)',
    allAuthors_other: '{{count, number}} authors (listing order, not author order)',
    allAuthorsCut_one:
      '{{count, number}} author listed, and more who are not (listing order, not author order)',
    allAuthorsCut_other:
      '{{count, number}} authors listed, and more who are not (listing order, not author order)',
    noAuthors: 'No authors listed for this paper.',
  },
  lists: {
    page: 'Page {{page, number}} of {{pages, number}}',
    empty: 'Nothing on this page.',
    left: '{{count, number}} more not shown.',
  },
  digest: {
    title: 'Daily Papers · {{date, day}}',
    latest: 'No digest for {{asked, day}} yet. Here is the latest one, **{{date, day}}**.',
    before: 'No digest for {{asked, day}}. Here is the previous one, **{{date, day}}**.',
  },
  feed: {
    title: 'Daily Papers',
    subtitle: "Each day's AI papers ranked by votes, with a short summary",
  },
  post: {
    rising: 'On the rise: {{names}}',
    titles: { day: 'Daily Papers', week: 'Best of the week', month: 'Best of the month' },
    chosen_one: '{{what}}: {{shown, number}} of {{count, number}} paper',
    chosen_other: '{{what}}: {{shown, number}} of {{count, number}} papers',
    empty: 'No papers today.',
    without: 'No English summary yet for papers shown without a description',
  },
  top: {
    titles: {
      day: 'Top papers of the day',
      week: 'Top papers of the week',
      month: 'Top papers of the month',
      year: 'Top papers of the year',
      all: 'Top papers of all time',
    },
    shifted: 'Based on the latest digest (**{{date, day}}**).',
  },
  author: {
    papers_one: '**{{count, number}} paper** under this name',
    papers_other: '**{{count, number}} papers** under this name',
    namesakes: '-# People who share a name are not separated.',
    coAuthors: 'Co-authors',
    similar: 'Similar names (not included)',
    counted: '{{name}} ({{count, number}})',
    unnamed: 'No name',
    similarName: '{{name}} ({{papers}}, {{how}})',
  },
  choice: {
    paper: 'Several papers match “{{query}}”. Which one do you mean?',
    author: 'Several authors match “{{query}}”. Which one do you mean?',
    organization: 'Several organizations match “{{query}}”. Which one do you mean?',
    paperOnly: 'The closest match for “{{query}}” is this paper. Is it the one?',
    authorOnly: 'The closest match for “{{query}}” is this author. Is it the one?',
    organizationOnly: 'The closest match for “{{query}}” is this organization. Is it the one?',
    paperMost:
      '{{count, number}} papers match “{{query}}”; showing {{shown, number}}. Add a word to narrow it down.',
    authorMost:
      '{{count, number}} authors match “{{query}}”; showing the {{shown, number}} with the most papers. Type more of the name to narrow it down.',
    organizationMost:
      '{{count, number}} organizations match “{{query}}”; showing the {{shown, number}} with the most papers. Type more of the name to narrow it down.',
    nothing: 'Nothing matches “{{query}}”.',
  },
  help: {
    title: 'Paperboy',
    intro: 'The daily AI papers, ranked by votes, with short summaries.',
    talk: 'Or just ask: mention me, DM me, or reply to one of my answers. Right-click a message (long-press on mobile) › **Apps › Find these papers** to look up papers in it. Add **private** to any command to keep the answer to yourself.',
    holds: 'In the archive',
    held: '{{papers}} from {{digests}}, {{range}}',
    digests_one: '{{count, number}} day',
    digests_other: '{{count, number}} days',
    nothingHeld: 'Nothing yet: no digest has been imported.',
    summaries:
      'Summaries: Korean ones for papers up to May 2025, English ones for papers from Hugging Face. Other Korean and English ones are there only if the operators have set up a language model.',
    source: 'Sources',
    sourceText:
      'Papers, votes, author order, links and AI summaries: Hugging Face Daily Papers. Abstracts: arXiv via Hugging Face. Korean summaries: {{archive}}, quoted verbatim, CC BY-NC 4.0 (non-commercial).',
    privacy: 'Privacy',
    privacyText:
      'I store server settings, papers you save, what you follow, and long searches and questions for 30 days so that their buttons keep working. I never store messages. /privacy shows and deletes what is yours.',
  },
  /** What each language is called, and the button for quotes in it. */
  languages: { en: 'English', ko: 'Korean' },
  quotesIn: { en: 'Quote the English text', ko: 'Quote the Korean text' },
  buttons: {
    chosenPapers_one: 'The one chosen',
    chosenPapers_other: 'The {{count, number}} chosen',
    allPapers_one: 'The {{count, number}} paper',
    allPapers_other: 'All {{count, number}} papers',
    topOfWeek: 'Top of the week',
    similar: 'Similar papers',
    cite: 'Cite: BibTeX, RIS, Markdown',
    more: 'More…',
    help: 'Help',
    first: '« First',
    last: 'Last »',
    search: 'Search “{{query}}”',
    previous: '◀ Previous',
    next: 'Next ▶',
    earlier: '« {{date, day}}',
    later: '{{date, day}} »',
    abstract: 'Abstract',
    summary: 'Summary',
    otherSummary: 'Korean summary',
    arxiv: 'arXiv',
    pdf: 'PDF',
    huggingFace: 'Hugging Face',
  },
  menus: {
    paper: 'Open a paper…',
    mostVoted_one: 'Open the paper…',
    mostVoted_other: 'Open a paper… (top {{count, number}})',
    author: 'Open an author…',
    pick: 'Pick one…',
  },

  ask: askEn,
  cite: citeEn,
  saved: savedEn,
  privacy: privacyEn,
  trends: trendsEn,
  card: cardEn,
  found: foundEn,
  mcp: mcpEn,
  doctor: doctorEn,
  messageCommands: messageCommandsEn,
  named: namedEn,
  talk: talkEn,
  chat: chatEn,
  subscription: subscriptionEn,
  follow: followEn,
  terminal: terminalEn,
  warnings: warningsEn,

  errors: {
    date: {
      unreadable: "I can't read “{{value}}” as a date. Try **2024-12-06**, **today** or **yesterday**.",
    },
    archive: {
      empty: 'There are no papers here yet. The first digest will appear once one has been imported.',
    },
    today: {
      before: 'No digest for {{date, day}}. The archive starts on {{first, day}}; pick a later date.',
    },
    top: { none: 'No papers in this period. Try a longer one, such as **month** or **all**.' },
    paper: {
      none: 'No paper matches “{{query}}”. Try fewer words from the title, or the arXiv ID, e.g. **2412.04467**.',
      unknownId: "{{id}} isn't in the archive, which only has papers from the daily list.",
      unknownIds:
        'None of these papers is in the archive, which only has papers from the daily list: {{ids}}',
      noAddress:
        "“{{text}}” isn't the address or arXiv ID of a paper. An ID looks like **2412.04467**; links to arXiv and Hugging Face work too.",
    },
    search: {
      none: 'Nothing matches “{{query}}”. Try fewer or other words, a longer period, or fewer votes.',
    },
    organization: {
      none: 'No papers from an organization called “{{name}}”. Pick a name from the suggestions.',
      unknown:
        "I can't look up “{{name}}”: organizations are known only for papers from Hugging Face, and the archive has none yet.",
    },
    compare: { tooMany: 'I can compare up to {{most, number}} at a time. Leave some out and ask again.' },
    author: {
      none: 'No paper lists “{{name}}”. Try just the family name, or pick one from the suggestions.',
    },
    ask: {
      often_one: "You're asking quickly. Try again in {{count, number}} second.",
      often_other: "You're asking quickly. Try again in {{count, number}} seconds.",
      oftenHere_one: 'This server is busy. Try again in {{count, number}} second.',
      oftenHere_other: 'This server is busy. Try again in {{count, number}} seconds.',
    },
    option: {
      missing:
        '**/{{command, command}}** needs **{{option, option}}**. Type it after the command and send it again.',
      none: '**/{{command, command}}** takes no options. Send it as it is.',
      unknown: '**/{{command, command}}** has no option **{{option}}**. Available: {{options, option}}',
      choice: '“{{value}}” is not a valid **{{option, option}}**. Choose: {{choices, choice}}',
      number:
        '**{{option, option}}** must be a whole number from {{min, number}} to {{max, number}}, not “{{value}}”.',
      flag: '**{{option, option}}** must be true or false, not “{{value}}”.',
      channel: "“{{value}}” isn't a channel. Pick one from the list.",
      role: "“{{value}}” isn't a role. Pick one from the list.",
      text: '**{{option, option}}** must be text. Put it in quotes.',
      long: '**{{option, option}}** is too long: at most {{max, number}} characters.',
    },
    saved: {
      none: 'You have no saved papers yet. Press **Save** on a paper’s card.',
      nothing_one: 'Your saved paper is not about “{{query}}”. Try other words.',
      nothing_other: 'None of your {{count, number}} saved papers is about “{{query}}”. Try other words.',
      full: 'You have {{max, number}} saved papers, as many as I can keep. Remove some with **/saved**.',
    },
    trends: {
      none: 'These papers have no keywords to count. Name topics with **about**, e.g. **agents, diffusion**.',
    },
    place: {
      nobody: 'This is about the person who asks, so it only works in Discord.',
      server: '**/{{command, command}}** only works in a server channel.',
      rights: '**/{{command, command}}** needs the **Manage Server** permission. Ask someone who has it.',
    },
    channel: {
      unseen: 'Please pick the channel from the suggestions.',
      kind: "I can't post in this kind of channel. Choose a text, announcement or forum channel, or a thread.",
      'needs-tag': 'This forum requires a tag. Choose one with the **tag** option.',
      'thread-closed': 'This thread is locked. Unlock it, or choose another channel.',
    },
    role: {
      silent:
        "I can't ping this role in that channel, so nobody would be notified. Allow anyone to mention it (Server Settings → Roles), or give me **Mention @everyone, @here, and All Roles** in the channel. Then subscribe again.",
    },
    time: { unreadable: "I can't read “{{value}}” as a time. Try **09:00** or **9 pm**." },
    zone: {
      unreadable:
        "I don't know the time zone “{{value}}”. Pick one from the suggestions, e.g. **Asia/Seoul** or **New York**.",
      several: '“{{value}}” is used in several places. Which one do you mean: {{zones}}?',
    },
    days: {
      unreadable: "I can't read “{{value}}” as days. Try **every day**, **weekdays**, or **mon, wed, fri**.",
      oneAWeek: 'A weekly digest is posted on one day. Choose one of “{{value}}”, such as **mon**.',
      noMonthDay: "I can't read “{{value}}” as a day of the month. Try **1**, **15** or **last**.",
    },
    follow: {
      nobody: 'Following works in Discord only: the papers come as a direct message.',
      full: 'You follow {{count, number}} things, which is the most. Remove one with **/following** first.',
    },
    tag: {
      none: 'This channel has no tags: only forums have. Leave **tag** out.',
      unknown: 'This forum has no tag “{{value}}”. It has: {{names}}.',
    },
    subscription: {
      offline: 'This process is not connected to Discord, so it cannot post. Run the command in Discord.',
      paused: 'Posting here is paused. Run **/digest resume**, then try again.',
      nowhere: 'Nothing is posted in this server yet. Set one up with **/digest subscribe**.',
      notHere: 'The digest is not posted in this channel. **/digest status** shows where it is.',
      several:
        'There is more than one subscription ({{names}}). Choose one with the **name** or **channel** option.',
      noName: 'There is no subscription “{{name}}” here. There is: {{names}}.',
    },
    command: {
      unknown: 'Unknown command “{{command}}”. Available: {{commands, commands}}',
      often_one: 'Too many commands at once. Try again in {{count, number}} second.',
      often_other: 'Too many commands at once. Try again in {{count, number}} seconds.',
    },
    button: { expired: 'This button has expired. Run the command again, or see **/help**.' },
    bug: "Sorry, something went wrong. Please try again. If it keeps happening, send this ID to the bot's operators: **{{id}}**",
    digest: {
      noDate:
        'There is no heading “## Daily Papers (YYYY-MM-DD)” and no date in the file name. Add one of them.',
      binary: 'This is not a UTF-8 text file. Save it as UTF-8 and import it again.',
    },
    discord: {
      forbidden:
        'Discord blocks this address ({{code}}). Stop retrying: wait an hour, then check whether the address or the application is banned.',
      address:
        'There is no Discord at DISCORD_API_URL ({{code}}). Set it to the REST base URL, e.g. DISCORD_API_URL=https://discord.com/api',
      token:
        'Discord rejected the token ({{code}}). Set DISCORD_TOKEN to the bot token from discord.com/developers, or leave it empty for the sandbox.',
      shards:
        'Discord rejected these shards ({{code}}). Set SHARDS and SHARD_COUNT together, e.g. SHARDS=0,1 SHARD_COUNT=4, or leave both empty.',
      intents:
        'Discord rejected the intents ({{code}}). No privileged intents are needed: check that the token belongs to the right application.',
      refused: 'Discord closed the connection for good ({{code}}). Update the bot.',
      noToken: 'The links need a bot. Set DISCORD_TOKEN to the bot token from discord.com/developers.',
      unreachable: 'Cannot reach Discord: {{reason}}. Check the network and DISCORD_API_URL, then try again.',
    },
    config: {
      DISCORD_TOKEN:
        'DISCORD_TOKEN must not contain spaces. Paste just the bot token, e.g. DISCORD_TOKEN=MTk4NjIy.Cl2FMQ.ZnCjm1XV',
      DISCORD_API_URL:
        'DISCORD_API_URL must be an http(s) URL, not “{{value}}”. Example: DISCORD_API_URL=https://discord.com/api',
      DATABASE_URL:
        'DATABASE_URL must be a SQLite or PostgreSQL URL, not “{{value}}”. Example: DATABASE_URL=sqlite:data/paperboy.db or DATABASE_URL=postgres://user:password@host:5432/paperboy',
      SEEDS_DIR: 'SEEDS_DIR must be a folder, not “{{value}}”. Example: SEEDS_DIR=seeds',
      HOST: 'HOST must be an address of this machine, not “{{value}}”. Example: HOST=127.0.0.1',
      PORT: 'PORT must be a whole number from 0 to 65535, not “{{value}}”. Example: PORT=3000',
      SHARDS:
        'SHARDS must list shard numbers below SHARD_COUNT, not “{{value}}”. Example: SHARDS=0,1 with SHARD_COUNT=4',
      SHARD_COUNT: 'SHARD_COUNT must be a whole number from 1, not “{{value}}”. Example: SHARD_COUNT=4',
      shardsTogether:
        'SHARDS and SHARD_COUNT must be set together. Example: SHARDS=0,1 SHARD_COUNT=4. Set both or neither.',
      HUGGINGFACE_URL:
        'HUGGINGFACE_URL must be an https URL (http only on this machine) or off, not “{{value}}”. Example: HUGGINGFACE_URL=https://huggingface.co',
      LLM_BASE_URL:
        'LLM_BASE_URL must be an https URL (http only on this machine, no password or ? in it), not “{{value}}”. Example: LLM_BASE_URL=https://api.openai.com/v1 or LLM_BASE_URL=http://127.0.0.1:11434/v1',
      LLM_MODEL: 'LLM_MODEL must be the name of a model, not “{{value}}”. Example: LLM_MODEL=qwen3:8b',
      LLM_API_KEY:
        'LLM_API_KEY contains a character that keys never have. Paste just the key, e.g. LLM_API_KEY=sk-…',
      LLM_TIMEOUT_MS:
        'LLM_TIMEOUT_MS must be a whole number from 500 to 60000, not “{{value}}”. Example: LLM_TIMEOUT_MS=8000',
      LLM_DAILY_TOKENS:
        'LLM_DAILY_TOKENS must be a whole number up to 999999999, not “{{value}}”. Example: LLM_DAILY_TOKENS=200000; 0 turns summaries off',
      MCP_TOKEN:
        'MCP_TOKEN must have at least 16 letters, digits or signs, and no spaces. Make one with: openssl rand -hex 24',
      LOG_FORMAT: 'LOG_FORMAT must be json or pretty, not “{{value}}”. Example: LOG_FORMAT=json',
      modelTogether:
        'LLM_BASE_URL and LLM_MODEL must be set together. Example: LLM_BASE_URL=http://127.0.0.1:11434/v1 LLM_MODEL=qwen3:8b. Set both or neither.',
      LOG_LEVEL:
        'LOG_LEVEL must be fatal, error, warn, info, debug, trace or silent, not “{{value}}”. Example: LOG_LEVEL=info',
      envFile: 'Cannot read the .env file: {{reason}}. Check its permissions, or remove it.',
    },
    import: {
      noDigest:
        'This is not a digest: it has neither a heading with a date nor a paper. Choose a Markdown digest.',
      noDay: 'The file name has no date. Name a recorded day YYYY-MM-DD.json, e.g. 2024-12-06.json',
      wide: 'Saved as UTF-16 or UTF-32. Save it as UTF-8 and import it again.',
      manyEntries:
        'The list has {{entries, number}} entries; the limit is {{max, number}}. Choose the list of one day.',
      manyLines:
        'The file has {{lines, number}} lines; the limit is {{max, number}}. Choose the digest of one day.',
      mostlyUnread:
        'I can’t read {{unread, number}} of {{entries, number}} entries. The first is: {{text}}. The day stays as it was. Choose a list of papers in the format of Hugging Face.',
      noList:
        'This is not a recorded day from Hugging Face: {{reason}}. Choose a JSON file with a list of papers.',
      path: 'Cannot read {{path}}: {{reason}}. Choose a digest or a folder of digests.',
      emptyFolder:
        '{{path}} has no Markdown digests (*.md) or recorded days (*.json with a date in the name, e.g. 2024-12-06.json). Choose a folder that has some.',
      large: 'The file is larger than {{megabytes}} MB, the limit for a digest. Choose a smaller file.',
      unreadable: 'Cannot be read: {{reason}}. The other files are imported without it.',
    },
    source: {
      unreachable: 'Cannot reach {{url}}: {{reason}}. Check the network and HUGGINGFACE_URL, then try again.',
      broken: '{{url}} reported a server error ({{reason}}). Try again in a few minutes.',
      limited: 'Too many requests to {{url}} from this address ({{reason}}). Try again in five minutes.',
      refused: '{{url}} rejected the request ({{reason}}). Check the date and HUGGINGFACE_URL.',
      odd: '{{url}} did not return a list of papers: {{reason}}. Check HUGGINGFACE_URL, or try again later.',
      large: '{{url}} returned too much data for a list of papers: {{reason}}. Check HUGGINGFACE_URL.',
    },
    fetch: {
      off: 'HUGGINGFACE_URL is off, so nothing is fetched. Leave it empty, e.g. HUGGINGFACE_URL= {{program}} fetch',
      date: '--date must be a past date or today, not “{{value}}”. Example: --date 2024-12-06',
      days: '--days must be a whole number from 1 to {{max}}, not “{{value}}”. Example: --days 14',
    },
    port: {
      inUse:
        'Port {{port}} on {{host}} is in use. Stop the other program, or choose another port: PORT=3001 (PORT=0 picks a free one).',
      unusable:
        'Cannot open port {{port}} on {{host}}: {{reason}}. Set HOST and PORT, e.g. HOST=127.0.0.1 PORT=3000',
    },
    path: {
      home: "“{{path}}” is in another user's home folder. Write the full path, or “~/…” for your own.",
    },
    backup: {
      exists: '{{file}} already exists. Choose another name, e.g. with the date in it.',
      memory: 'The database is in memory, so there is nothing to keep. Set DATABASE_URL to a file.',
      nothing: 'There is no database at {{path}}. Set DATABASE_URL to the one that the bot uses.',
      postgres:
        'PostgreSQL has its own command. Run: pg_dump --format=custom --file={{file}} "$DATABASE_URL" (and pg_restore to put it back)',
      unwritable: 'Cannot write {{file}}: {{reason}}. Choose a folder you can write to, with enough space.',
      damaged:
        'The database {{path}} is damaged: {{reason}}. Restore an older backup; this one was not kept.',
    },
    export: { folder: 'Cannot write to {{path}}: {{reason}}. Choose a folder you can write to.' },
    say: { now: '--now must be a moment in time, not “{{value}}”. Example: --now 2024-12-06T09:00:00Z' },
    store: {
      newer:
        'A newer version of the bot wrote this database (migration {{migration}}). Update the bot, or use another database.',
      unusable:
        'Cannot use the database {{path}}: {{reason}}. Check the address and the permissions, or use another database.',
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
