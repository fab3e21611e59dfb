/** What `paperboy doctor` finds. Shown without Markdown. */
export const doctorEn = {
  about: 'check the set-up, one line each, and say what to do',
  well: 'ok ',
  wrong: 'FIX',
  allWell: 'Nothing to do.',
  todo_one: '{{count, number}} thing to do.',
  todo_other: '{{count, number}} things to do.',
  checks: {
    token: 'token',
    application: 'application',
    intents: 'gateway',
    channels: 'channels',
    clock: 'clock',
    store: 'store',
    space: 'disk',
    index: 'search index',
    papers: 'papers',
    huggingface: 'Hugging Face',
    model: 'model',
  },
  token: {
    ok: 'Discord accepts it.',
    sandbox: 'No DISCORD_TOKEN, so the bot runs in the sandbox; there is nothing to check in Discord.',
  },
  application: {
    ok_one: '{{name}}, in {{count, number}} server.',
    ok_other: '{{name}}, in {{count, number}} servers.',
  },
  intents: {
    ok: 'The login and its intents are accepted.',
    unreachable:
      'Cannot reach Discord’s gateway: {{reason}}. Allow connections to gateway.discord.gg:443; a proxy is not enough.',
    closed: 'Discord’s gateway closed the login ({{code}}). Try again in a minute.',
  },
  channels: {
    none: 'No channel gets the digest yet. Set one up with /digest subscribe.',
    ok_one: '{{count, number}} channel gets the digest, and the bot may post there.',
    ok_other: '{{count, number}} channels get the digest, and the bot may post in each.',
    missing:
      'Channel {{channel}} (server {{guild}}) lacks: {{names}}. Grant them in Edit Channel → Permissions, to the bot or its role.',
    gone: 'Channel {{channel}} (server {{guild}}) cannot be read: {{reason}}. If it was deleted, run /digest unsubscribe in that server.',
  },
  clock: {
    ok: 'Within {{seconds, number}} s of Discord’s.',
    off: '{{seconds, number}} s off from Discord’s, so posts come at the wrong time. Turn on time synchronization, e.g. timedatectl set-ntp true.',
  },
  store: { ok: 'It can be read and written.' },
  space: {
    ok: '{{free, number}} MB free.',
    low: 'Only {{free, number}} MB free in {{folder}}. Make room for at least {{least, number}} MB, or move the store (DATABASE_URL).',
  },
  index: {
    ok: '{{indexed, number}} of {{count, number}} papers.',
    stale:
      'Only {{indexed, number}} of {{count, number}} papers. A running bot catches up within minutes. If it does not, stop it, delete {{path}}, and start it again.',
  },
  papers: {
    ok: 'Last fetched {{minutes, number}} min ago.',
    off: 'Nothing is fetched: this is the sandbox, or HUGGINGFACE_URL is off.',
    never: 'Nothing was fetched in the last two days. Start the bot, or run: {{program}} fetch',
    stale:
      'Last fetched {{hours, number}} h ago; once an hour is normal. See whether the bot runs and what its log says, or run: {{program}} fetch',
  },
  huggingface: { ok: '{{url}} answers.', off: 'Not needed here.' },
  model: {
    ok: '{{model}} answers.',
    off: 'None is set up, so answers quote the papers.',
    bad: '{{model}} at {{url}} does not answer ({{why}}). Check that the server runs, then LLM_BASE_URL, LLM_MODEL and LLM_API_KEY.',
  },
} as const;
