/** Options that choose one of a server's subscriptions. */
const which = {
  channel: { name: 'channel', description: 'Which channel (optional if there is only one)' },
  name: { name: 'name', description: 'Which subscription (optional if there is only one)' },
};

/** The command that sets up a server's subscriptions. */
export const digestCommandEn = {
  name: 'digest',
  description: 'Set up what is posted in this server: daily, weekly, or only what you choose',
  subscribe: {
    name: 'subscribe',
    description: 'Post a digest in a channel (run again to change it)',
    options: {
      channel: { name: 'channel', description: 'Where to post the digest (default: this channel)' },
      name: { name: 'name', description: 'A name for this subscription; a channel can have several' },
      every: {
        name: 'every',
        description: 'How often (default: each day)',
        choices: { day: 'Day: its papers', week: 'Week: the best of it', month: 'Month: the best of it' },
      },
      time: { name: 'time', description: 'Local time (default: 09:00)' },
      timezone: {
        name: 'timezone',
        description: "Time zone, e.g. Seoul or Europe/London (default: by the server's language)",
      },
      days: {
        name: 'days',
        description:
          'every day (default), weekdays, mon, fri; for a week one day, for a month 1 to 31 or last',
      },
      about: { name: 'about', description: 'Only papers about this topic, as in /search; none: any' },
      author: { name: 'author', description: 'Only papers by this author; none: any' },
      organization: { name: 'organization', description: 'Only papers from this organization; none: any' },
      exclude: { name: 'exclude', description: 'Leave out papers about these topics (a; b); none: keep all' },
      min_votes: { name: 'min_votes', description: 'Only papers with at least this many votes' },
      min_papers: {
        name: 'min_papers',
        description: 'Skip a post that would have fewer papers (default: 1)',
      },
      style: {
        name: 'style',
        description: 'How the post looks (default: cards)',
        choices: {
          cards: 'Cards: one for each top paper',
          compact: 'Compact: all papers, two lines each',
          titles: 'Titles only',
        },
      },
      top: { name: 'top', description: 'Cards per post, 1–10 (default 5)' },
      language: {
        name: 'language',
        description: "Post language (default: the server's)",
        choices: { en: 'English', ko: 'Korean' },
      },
      role: { name: 'role', description: 'Role to ping' },
      mention: {
        name: 'mention',
        description: 'Stop pinging a role',
        choices: { none: 'Ping nobody' },
      },
      thread: { name: 'thread', description: 'Open a thread under each post' },
      tag: { name: 'tag', description: 'Tag of the posts in a forum; none: no tag' },
      title: { name: 'title', description: 'Your own heading for the posts; none: the usual one' },
    },
  },
  now: {
    name: 'now',
    description: 'Post the latest digest now (the scheduled post will not repeat it)',
    options: which,
  },
  preview: {
    name: 'preview',
    description: 'Preview the post; only you see it',
    options: which,
  },
  status: {
    name: 'status',
    description: 'Where the digest is posted, last and next post, and any problems',
    options: { page: { name: 'page', description: 'Page number' } },
  },
  pause: {
    name: 'pause',
    description: 'Pause posting',
    options: which,
  },
  resume: {
    name: 'resume',
    description: 'Resume posting',
    options: which,
  },
  unsubscribe: {
    name: 'unsubscribe',
    description: 'Stop posting and delete the settings',
    options: {
      ...which,
      sure: { name: 'sure', description: 'Skip the confirmation' },
    },
  },
};
