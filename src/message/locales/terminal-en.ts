/** What the program says on the terminal. Shown without Markdown. */
export const terminalEn = {
  about: 'Paperboy delivers the daily AI papers to Discord and answers questions about them.',
  help: 'show this help',
  helpCommand: 'show the help of a subcommand',
  start: {
    about: 'run the bot: in Discord with a DISCORD_TOKEN, in a sandbox on this machine without one',
    sandbox: 'No DISCORD_TOKEN: this is the sandbox, a Discord of its own on this machine.',
    seeded: 'Imported {{digests}} digests with {{papers}} papers from {{folder}}/.',
    holds: 'The archive holds {{papers}} papers in {{digests}} digests, {{first, day}} to {{last, day}}.',
    empty:
      'The archive is empty, so there is nothing to post. Fill it: npm run -s paperboy -- import <file-or-folder>',
    posted: 'Posted the digest of {{date, day}} to #{{channel}}.',
    see: 'See the channel:      {{url}}',
    ask: "Ask on the terminal:  npm run -s paperboy -- say '/top period:month'",
    stop: 'Stop:                 Ctrl+C',
    discord: 'In Discord. Ask /help there. Stop with Ctrl+C.',
  },
  import: {
    about: 'take Markdown digests into the store',
    paths: 'Markdown files, or folders with them',
    json: 'print one line of JSON: {"files","digests","papers","listings","warnings","failed"}',
    done: '{{files}} files: {{digests}} digests, {{papers}} papers, {{listings}} listings. {{changed}} days new or changed, {{warnings}} warnings, {{failed}} files failed.',
    bar: 'Importing',
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
    done: 'Wrote {{digests}} digests to {{folder}}.',
  },
} as const;
