/** Commands in the menu of a message, by the name of the command. */
export const messageCommandsEn = {
  'find-these-papers': 'Find these papers',
} as const;

/** Asking in words: forms, mentions and replies. */
export const talkEn = {
  label: 'Your question',
  pageLabel: 'Page number',
  goTo: { button: 'Go to page', example: '3' },
  followUp: { button: 'Ask a follow-up', example: 'And in November? · Who wrote it? · The second one' },
  aboutPaper: {
    button: 'Ask about this paper',
    short: 'Ask',
    example: 'How does it work? · What are the results? · Who wrote it?',
  },
} as const;

/** The papers that a message names. */
export const namedEn = {
  title_one: '{{count, number}} paper in this message',
  title_other: '{{count, number}} papers in this message',
  none: 'I found no papers in this message. I look for arXiv and Hugging Face links, arXiv IDs and titles.',
  missing: 'Not in the archive, which only has papers from the daily list: {{links}}',
} as const;
