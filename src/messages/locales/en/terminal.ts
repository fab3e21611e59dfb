/** What the program says on the terminal. Shown without Markdown. */
export const terminalEn = {
  about: 'Paperboy delivers the daily AI papers to Discord and answers questions about them.',
  help: 'show this help',
  helpCommand: 'show the help of a subcommand',
  start: {
    about: 'run the bot: in Discord with a DISCORD_TOKEN, in a sandbox on this machine without one',
    sandbox: 'No DISCORD_TOKEN: this is the sandbox, a Discord of its own on this machine.',
    seeded: 'Imported {{digests}} with {{papers}} from {{folder}}/.',
    seedsFailed:
      '{{failed, number}} of the files in {{folder}}/ cannot be read. See why: npm run -s paperboy -- import {{folder}}',
    holds: 'The archive holds {{papers}} in {{digests}}, {{range}}.',
    empty:
      'The archive is empty, so there is nothing to post. Fill it: npm run -s paperboy -- fetch --days 14, or import <file-or-folder>',
    posted: 'Posted the digest of {{date, day}} to #{{channel}}.',
    see: 'See the channel:      {{url}}',
    ask: "Ask on the terminal:  npm run -s paperboy -- say '/top period:month'",
    stop: 'Stop:                 Ctrl+C',
    discord: 'In Discord. Ask /help there. Stop with Ctrl+C.',
  },
  import: {
    about: 'take Markdown digests, or recorded days of Hugging Face, into the store',
    paths: 'digests (*.md), recorded days (YYYY-MM-DD.json), or folders with them',
    json: 'print one line of JSON: {"files","digests","papers","listings","warnings","failed"}',
    done: 'Files: {{files}}, failed: {{failed}}. Days: {{digests}}, new or changed: {{changed}}. Papers: {{papers}}, listings: {{listings}}. Warnings: {{warnings}}.',
    bar: 'Importing',
  },
  fetch: {
    about: 'fetch daily papers from Hugging Face into the store',
    date: 'the day, YYYY-MM-DD; today (UTC) without it',
    days: 'so many days that end with it',
    new: '{{date}}: {{papers}}, new',
    changed: '{{date}}: {{papers}}, changed',
    unchanged: '{{date}}: {{papers}}, as before',
    empty: '{{date}}: none yet',
    failed: '{{date}}: {{reason}}',
    stopped: 'Stopped. Days not fetched: {{left}}. What was fetched is in the store.',
    done: 'Days: {{days}}, new or changed: {{changed}}, failed: {{failed}}. Papers: {{papers}}. Warnings: {{warnings}}.',
  },
  say: {
    about: 'ask the bot on the terminal',
    command:
      "a command as typed in Discord, e.g. '/top period:month page:2'; without one, a command per line is read from standard input",
    json: 'print a line of JSON for each command: {"input","ok","ms","messages"}',
    locale: 'language of the answers: en or ko',
    now: 'the moment to answer for, e.g. 2024-12-06T09:00:00Z',
  },
  export: {
    about: 'write the archive as Markdown digests, one file a day',
    folder: 'the folder to write to; made where missing',
    done: 'Wrote {{digests}} to {{folder}}.',
  },
} as const;
