/** Texts about a subscription: set-up, status, problems. */
export const subscriptionEn = {
  events: {
    created: '✅ Done! I will post in {{channel}}:',
    changed: '✅ Updated. {{channel}} now gets:',
    paused: '⏸️ Paused. This is not posted in {{channel}} until you resume:',
    resumed: '▶️ Resumed. This is posted in {{channel}} again:',
    removed: '🗑️ Removed. **{{name}}** is no longer posted in {{channel}}, and its settings are deleted.',
    'confirm-removal':
      'Stop posting **{{name}}** in {{channel}}? Its settings and post history will be deleted. To stop for a while, pause it instead.',
  },
  welcome: {
    title: 'Hi, I’m Paperboy',
    about:
      'I post the day’s top AI papers from Hugging Face, and answer questions about them: mention me, or try `/top` and `/ask`.',
    channel:
      'Press **Set up here** to get a post in this channel every day at 09:00. For another channel, time or language: `/digest subscribe`.',
    direct:
      'To get a post every day at 09:00, run `/digest subscribe` in the channel where it should appear. I couldn’t write in your server’s system channel, so I’m telling you here.',
    setUp: 'Set up here',
    help: 'Help',
  },
  kinds: { day: 'every day’s papers', week: 'best of the week', month: 'best of the month' },
  named: '**{{name}}** · {{kind}}',
  minPapers_one: 'only with {{count, number}} paper or more',
  minPapers_other: 'only with {{count, number}} papers or more',
  title: 'titled “{{title}}”',
  tag: 'with a tag',
  monthDay: 'day {{day}} of the month',
  lastDay: 'last day of the month',
  when: '{{time}} · {{zone}} · {{days}}',
  next: 'Next post: {{time}}',
  shape_one: '{{count, number}} paper · {{language}}',
  shape_other: '{{count, number}} papers · {{language}}',
  role: 'pings {{role}}',
  thread: 'with a thread',
  roles: {
    gone: '⚠️ The role to ping was deleted, so posts ping nobody. Choose another with `/digest subscribe`.',
    silent:
      '⚠️ I can’t ping {{role}}. Allow anyone to mention it (Server Settings → Roles), or give me **Mention @everyone, @here, and All Roles** in the channel.',
  },
  everyDay: 'every day',
  weekdays: 'Monday to Friday',
  dayNames: { d1: 'Mon', d2: 'Tue', d3: 'Wed', d4: 'Thu', d5: 'Fri', d6: 'Sat', d7: 'Sun' },
  status: {
    title: 'What is posted in this server',
    channel: '**{{channel}}**',
    never: 'No posts yet.',
    delivered: 'Last post: {{date, edition}}{{where}}',
    thin: '{{date, edition}}: skipped, too few papers matched.',
    trying:
      'Posting the digest of {{date, edition}}: the last attempt failed, and I will try again automatically.{{why}}',
    paused: '⏸️ Paused. `/digest resume` continues.',
    suspended: '⚠️ {{problem}}',
  },
  problems: {
    'unknown-channel':
      'The channel no longer exists. Subscribe another one, or run `/digest unsubscribe` for this one.',
    'unknown-guild': 'Discord cannot find the server. Invite the bot again.',
    'missing-access':
      'I can’t see the channel. Give me **View Channel** there; posting then continues automatically.',
    'missing-permissions':
      'I can’t post there. Give me **View Channel**, **Send Messages** and **Embed Links** in the channel; posting then continues automatically.',
    'wrong-channel':
      'I can’t post in this kind of channel. Choose a text, announcement or forum channel, or a thread.',
    'invalid-form':
      'Discord rejected the post. That is a bug: please tell the operators; `/digest resume` tries again.',
    'thread-closed': 'The thread is locked or archived. Reopen it; posting then continues automatically.',
    'needs-tag':
      'This forum requires a tag. Choose one with `/digest subscribe`, or turn that off; posting then continues automatically.',
    'blocked-content':
      'AutoMod blocks links in the post. Add an exception for the bot, then run `/digest resume`.',
    'closed-messages': 'I can’t send you direct messages. Allow them, then run `/following`.',
    refused: 'Discord rejected the post. `/digest resume` tries again.',
  },
  limits: {
    'active-threads':
      'The server has reached Discord’s limit of active threads. Archive or close some to make room.',
    'slow-mode': 'Slow mode delays the post in this channel.',
    'write-limit': 'Discord allows no more messages in this channel or server right now.',
  },
  told: {
    title: 'I can’t post in {{channel}}',
    fix: 'Run `/digest status` for details. You get this notice only once.',
  },
  posted: {
    delivered: '✅ Posted the digest of {{date, edition}} in {{channel}}{{where}}.',
    already: 'The digest of {{date, edition}} was already posted in {{channel}}{{where}}.',
    waiting: '⏳ Posting the digest of {{date, edition}} in {{channel}}. Discord needs a moment.',
    skipped: 'Too few papers of {{date, edition}} match, so nothing is posted in {{channel}}.',
  },
  link: ' · [open]({{url}})',
  preview: 'Preview of the post in {{channel}}. Only you see it.',
  permissions: {
    missing: 'I can’t post in {{channel}}. Missing permissions: {{names}}.',
    fix: 'To grant them: **Edit Channel → Permissions**, add the bot or its role, allow them and save. Then subscribe again.',
    names: {
      ViewChannel: 'View Channel',
      SendMessages: 'Send Messages',
      EmbedLinks: 'Embed Links',
      ReadMessageHistory: 'Read Message History',
      SendMessagesInThreads: 'Send Messages in Threads',
      CreatePublicThreads: 'Create Public Threads',
      MentionEveryone: 'Mention @everyone, @here, and All Roles',
    },
  },
  buttons: {
    remove: 'Yes, remove it',
    pause: 'Pause instead',
    preview: 'Preview',
    now: 'Post now',
    status: 'Status',
  },
} as const;
