/** What is said to what asks for no paper, by what it was. */
export const chatEn = {
  hello:
    'Hello! Ask me about the daily papers, e.g. **top papers of the week**, **who wrote VisionZip?** or **papers by Song Han**. **/help** shows everything else.',
  thanks: "You're welcome! Ask away whenever you want another paper.",
  bye: 'See you! The papers will be here.',
  'how-are-you': 'Doing well, thanks for asking! Shall I show you the **top papers of the week**?',
  'who-are-you':
    'I am Paperboy, a bot: I deliver the daily AI papers and answer questions about them from the archive.',
  abilities:
    'I know the daily papers: try **top papers of the week**, **papers about diffusion in 2024**, **who wrote VisionZip?** or **how many papers yesterday?** **/help** shows everything.',
  insult:
    'Sorry that didn’t help. Tell me which papers you want, e.g. **top papers of the week**, and I’ll try again.',
  praise: 'Glad you like it! Another paper?',
  inject: 'I only answer questions about the daily papers. Try **top papers of the week**.',
  'off-topic': 'I only know the daily AI papers. Try **top papers of the week**.',
  opinion: 'I have no opinions, only votes. Try **top papers of the week** to see what readers liked.',
  future: 'I can’t see the future. I know the papers so far, e.g. **latest papers**.',
  task: 'I can’t write or explain things myself, but I can find papers. Try **papers about diffusion**.',
  change:
    'I only find papers: a message can’t make me change, delete or post anything. **/digest** sets up the daily post.',
  unheld: 'I don’t have that. I know titles, authors, dates, votes, summaries and links of the daily papers.',
  nothing: 'Ask me about the daily papers, e.g. **top papers of the week** or **who wrote VisionZip?**',
  'of-what': 'Which paper or list do you mean? Name it, or reply to the answer you mean.',
} as const;
