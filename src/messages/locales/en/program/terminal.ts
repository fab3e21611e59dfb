/** What the program says on the terminal. Shown without Markdown. */
export const terminalEn = {
  about: 'Paperboy delivers the daily AI papers to Discord and answers questions about them.',
  help: 'show this help',
  helpCommand: 'show help for a subcommand',
  start: {
    about: 'run the bot: in Discord with a DISCORD_TOKEN, otherwise in a sandbox on this machine',
    sandbox: 'No DISCORD_TOKEN, so this is the sandbox: a pretend Discord on this machine.',
    seeded: 'Imported {{papers}} from {{digests}} ({{folder}}/).',
    seedsFailed:
      '{{failed, number}} of the files in {{folder}}/ could not be read. To see why: {{program}} import {{folder}}',
    holds: 'The archive has {{papers}} from {{digests}}, {{range}}.',
    empty:
      'The archive is empty, so there is nothing to post. Fill it with: {{program}} fetch --days 14, or import <file-or-folder>',
    posted: 'Posted the {{date, day}} digest in #{{channel}}.',
    see: 'Open the channel:     {{url}}',
    ask: "Ask on the terminal:  {{program}} say '/top period:month'",
    stop: 'Stop:                 Ctrl+C',
    discord: 'Ask /help in Discord. Stop with Ctrl+C.',
  },
  /** What an empty channel of the sandbox offers to try. */
  examples: {
    top: '/top period:month',
    paper: '/paper VisionZip',
    ask: '/ask Which papers are about robots?',
  },
  invite: {
    about: 'print the links that add the bot to a server or to a person',
    self_one: 'Logged in to Discord as {{name}}, in {{count, number}} server.',
    self_other: 'Logged in to Discord as {{name}}, in {{count, number}} servers.',
    server: 'Add it to a server:   {{url}}',
    person: 'Add it for yourself:  {{url}}',
  },
  import: {
    about: 'import Markdown digests or recorded days from Hugging Face into the database',
    paths: 'digests (*.md), recorded days (YYYY-MM-DD.json), or folders of them',
    json: 'print one line of JSON: {"files","digests","papers","listings","warnings","failed"}',
    done: 'Files: {{files}}, failed: {{failed}}. Days: {{digests}}, new or changed: {{changed}}. Papers: {{papers}}, listings: {{listings}}. Warnings: {{warnings}}.',
    bar: 'Importing',
  },
  fetch: {
    about: 'fetch daily papers from Hugging Face into the database',
    date: 'the day, YYYY-MM-DD (default: today, UTC)',
    days: 'how many days, ending with that one',
    new: '{{date}}: {{papers}}, new',
    changed: '{{date}}: {{papers}}, changed',
    unchanged: '{{date}}: {{papers}}, unchanged',
    empty: '{{date}}: none yet',
    failed: '{{date}}: {{reason}}',
    stopped: 'Stopped. Days not fetched: {{left}}. What was fetched is in the database.',
    done: 'Days: {{days}}, new or changed: {{changed}}, failed: {{failed}}. Papers: {{papers}}. Warnings: {{warnings}}.',
  },
  say: {
    about: 'ask the bot on the terminal',
    command:
      "a command as typed in Discord, e.g. '/top period:month page:2'; without one, reads one command per line from standard input",
    json: 'print one line of JSON per command: {"input","ok","ms","messages"}',
    locale: 'language of the answers: en or ko',
    now: 'the moment to answer for, e.g. 2024-12-06T09:00:00Z',
  },
  backup: {
    about: 'copy the database into a file, also while the bot runs',
    file: 'the file to write; it must not exist yet',
    done: 'Copied the database to {{file}} ({{kilobytes, number}} kB).',
  },
  export: {
    about: 'write the archive as Markdown digests, one file per day',
    folder: 'the folder to write to; created if missing',
    done: 'Wrote {{digests}} to {{folder}}.',
  },
} as const;
