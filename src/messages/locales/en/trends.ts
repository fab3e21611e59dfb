import { privateEn } from './private.ts';

/** The trends command. */
export const trendsCommandEn = {
  name: 'trends',
  description: 'How often keywords and topics occur, month by month, as a picture',
  options: {
    period: {
      name: 'period',
      description: 'How far back to look (default: a year)',
      choices: { half: '6 months', year: 'Year', all: 'All time' },
    },
    about: {
      name: 'about',
      description: 'Up to 5 topics with commas, e.g. agents, diffusion (default: the most common)',
    },
    private: privateEn,
  },
} as const;

/** What trends say. */
export const trendsEn = {
  title: 'Trends',
  keywords:
    'Papers with the topic among their keywords, as a share of the month’s papers that have keywords.',
  titles: 'Papers with the topic in their title, as a share of the month’s papers.',
  alternative: 'Line chart: share of papers by month, {{range}}.',
  more: 'The last 12 months. All months are in the file.',
  open: 'Find papers about…',
} as const;
