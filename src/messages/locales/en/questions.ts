/** Commands in the menu of a message, by the name of the command. */
export const messageCommandsEn = {
  'find-these-papers': 'Find these papers',
} as const;

/** Asking in words: forms, mentions and replies. */
export const talkEn = {
  hello:
    'Ask me about the daily papers, e.g. **top papers of the week**, **who wrote VisionZip?** or **papers by Song Han**. Reply to an answer of mine to go on from it. **/help** shows everything else.',
  label: 'Your question',
  followUp: { button: 'Ask a follow-up', example: 'And in November? · Who wrote it? · The second one' },
  aboutPaper: {
    button: 'Ask about this paper',
    example: 'How does it work? · What are the results? · Who wrote it?',
  },
} as const;

/** The papers that a message names. */
export const namedEn = {
  title_one: '{{count, number}} paper named in this message',
  title_other: '{{count, number}} papers named in this message',
  none: 'This message names no paper that I know: no arXiv or Hugging Face link, no arXiv id and no title of the archive.',
  missing: 'Not in the archive, which holds only papers of the daily list: {{links}}',
} as const;
