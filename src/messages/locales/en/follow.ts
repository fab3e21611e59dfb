const when = {
  time: { name: 'time', description: 'Local time of your daily message (default: 09:00)' },
  timezone: {
    name: 'timezone',
    description: 'Your time zone, e.g. Seoul or Europe/London (default: by your language)',
  },
};

/** The commands by which people follow topics, authors and organizations. */
export const followCommandEn = {
  name: 'follow',
  description: 'Get one private message a day with new papers on what you follow',
  topic: {
    name: 'topic',
    description: 'Follow a topic, as in /search',
    options: { topic: { name: 'topic', description: 'e.g. robot manipulation' }, ...when },
  },
  author: {
    name: 'author',
    description: 'Follow an author',
    options: { author: { name: 'author', description: 'Name as printed on papers' }, ...when },
  },
  organization: {
    name: 'organization',
    description: 'Follow a lab or company',
    options: { organization: { name: 'organization', description: 'e.g. NVIDIA or KAIST AI' }, ...when },
  },
} as const;

export const followingCommandEn = {
  name: 'following',
  description: 'What you follow, and how to stop',
} as const;

export const followEn = {
  title_one: 'You follow {{count, number}} thing',
  title_other: 'You follow {{count, number}} things',
  followed: '**{{name}}** · {{kind}}',
  events: {
    followed: '✅ Now following {{what}}.',
    already: 'You already follow {{what}}.',
    unfollowed: '🗑️ No longer following {{what}}.',
  },
  none: 'You follow nothing yet. Try `/follow topic`, `/follow author` or `/follow organization`, or press **Follow** on a paper.',
  when: 'One private message a day at {{time}} · {{zone}}, only when there is something new. `/follow` with **time** or **timezone** changes that.',
  next: 'Next look: {{time}}',
  suspended:
    '⚠️ I can’t send you direct messages. Allow them (User Settings → Privacy, or share a server with me), then run `/following` again. After 30 days I delete what you follow.',
  list: 'What I follow',
  remove: '✕ {{name}}',
  which: 'Follow what? You get one private message a day with the new papers.',
  pick: 'Pick what to follow…',
  nothing: 'Nothing is known of this paper that could be followed.',
  kinds: { topic: 'topic', author: 'author', organization: 'organization' },
  news_one: '### New for you · {{date, day}} · {{shown, number}} of {{count, number}} paper',
  news_other: '### New for you · {{date, day}} · {{shown, number}} of {{count, number}} papers',
  left_one: 'And papers on {{count, number}} more thing you follow.',
  left_other: 'And papers on {{count, number}} more things you follow.',
  button: 'Follow…',
  buttonNamed: 'Follow {{name}}',
} as const;
