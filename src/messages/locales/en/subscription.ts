/** How a subscription is set up, stands and fails. */
export const subscriptionEn = {
  events: {
    created: '✅ The digest goes to {{channel}} from now on.',
    changed: '✅ Changed. The digest goes to {{channel}} like this:',
    paused: '⏸️ Paused. Nothing is posted to {{channel}} until you resume it.',
    resumed: '▶️ Resumed. The digest goes to {{channel}} again.',
    removed: '🗑️ Removed. Nothing is posted to {{channel}} any more, and what was stored of it is gone.',
    'confirm-removal':
      'Stop posting to {{channel}}? Its settings and the record of its posts are removed. To stop for a while, pause it instead.',
  },
  when: '{{time}} · {{zone}} · {{days}}',
  next: 'Next post: {{time}}',
  shape_one: '{{count, number}} paper · {{language}}',
  shape_other: '{{count, number}} papers · {{language}}',
  languages: { en: 'English', ko: 'Korean' },
  role: 'mentions {{role}}',
  thread: 'with a thread',
  everyDay: 'every day',
  weekdays: 'Monday to Friday',
  dayNames: { d1: 'Mon', d2: 'Tue', d3: 'Wed', d4: 'Thu', d5: 'Fri', d6: 'Sat', d7: 'Sun' },
  status: {
    title: 'The digest in this server',
    channel: '**{{channel}}**',
    never: 'Nothing was posted yet.',
    delivered: 'Last post: {{date, day}}{{where}}',
    trying:
      'The digest of {{date, day}} is being posted; the last try failed and the next follows by itself.',
    paused: '⏸️ Paused. `/digest resume` takes it up again.',
    suspended: '⚠️ {{problem}}',
  },
  problems: {
    'unknown-channel': 'The channel is gone. Subscribe another channel, or `/digest unsubscribe` this one.',
    'unknown-guild': 'Discord does not find the server. Invite the bot again.',
    'missing-access':
      'The bot cannot see the channel. Give it **View Channel** there; posting then goes on by itself.',
    'missing-permissions':
      'The bot may not post there. Give it **View Channel**, **Send Messages** and **Embed Links** in the channel; posting then goes on by itself.',
    'wrong-channel':
      'This kind of channel takes no such post. Subscribe a text, announcement or forum channel, or a thread.',
    'invalid-form':
      'Discord did not take the post. This is our mistake: tell the operators, and `/digest resume` tries again.',
    'thread-closed': 'The thread is locked or archived. Open it again; posting then goes on by itself.',
    'needs-tag': 'The forum asks for a tag on each post. Take that rule off, then `/digest resume`.',
    'blocked-content':
      "The server's rules block links in the post. Let the bot through AutoMod, then `/digest resume`.",
    refused: 'Discord refused the post. `/digest resume` tries again.',
  },
  told: {
    title: 'The daily digest cannot be posted to {{channel}}',
    fix: '`/digest status` shows how it stands. You are told this once.',
  },
  posted: {
    delivered: '✅ The digest of {{date, day}} is in {{channel}}{{where}}.',
    already: 'The digest of {{date, day}} is in {{channel}} already{{where}}. Each digest is posted once.',
    waiting: '⏳ The digest of {{date, day}} is on its way to {{channel}}. Discord takes a moment.',
  },
  link: ' · [open]({{url}})',
  preview: 'This is how the digest would look in {{channel}}. Only you see it.',
  permissions: {
    missing: 'The bot may not post to {{channel}}. It lacks: {{names}}.',
    fix: 'Give them to the bot: **Edit Channel → Permissions**, add the bot or its role, allow them, save. Then subscribe again.',
    names: {
      ViewChannel: 'View Channel',
      SendMessages: 'Send Messages',
      EmbedLinks: 'Embed Links',
      ReadMessageHistory: 'Read Message History',
      SendMessagesInThreads: 'Send Messages in Threads',
      CreatePublicThreads: 'Create Public Threads',
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
