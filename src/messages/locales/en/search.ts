import { sortsIn } from '../sorts.ts';
import { privateEn } from './private.ts';

/** The search command. */
export const searchCommandEn = {
  name: 'search',
  description: 'Find papers by topic, in English or Korean',
  options: {
    query: {
      name: 'query',
      description: 'Words from the title or summary, a model, an author, or a question',
    },
    from: { name: 'from', description: 'First day, e.g. 2024-12-01' },
    to: { name: 'to', description: 'Last day, e.g. 2024-12-31' },
    author: { name: 'author', description: 'Only papers by this author' },
    organization: {
      name: 'organization',
      description: 'Only papers from this organization, e.g. Google or KAIST AI',
    },
    min_votes: { name: 'min_votes', description: 'Only papers with at least this many votes' },
    code: {
      name: 'code',
      description: 'Only papers with a link to code, or without one',
      choices: { yes: 'With code', no: 'Without code' },
    },
    sort: {
      name: 'sort',
      description: 'Sort order (default: best match)',
      choices: sortsIn('en'),
    },
    page: { name: 'page', description: 'Page number' },
    private: privateEn,
  },
};

/** What a search found. */
export const foundEn = {
  like: 'Similar to “{{title}}”',
  best_one: 'Best match',
  best_other: 'Top {{count, number}} matches',
  atLeast_one: '**At least {{count, number}} paper**',
  atLeast_other: '**At least {{count, number}} papers**',
  part_one: '{{shown, number}} of {{count, number}} paper',
  part_other: '{{shown, number}} of {{count, number}} papers',
  none: 'No paper matches all of this. Leave something out:',
  months: 'the top paper of each month',
  average_one: '**{{value}} votes** per paper on average ({{count, number}} paper)',
  average_other: '**{{value}} votes** per paper on average ({{count, number}} papers)',
  noAverage: 'The votes of these papers are unknown, so there is no average.',
  known: '-# Organizations, code and author order are known only for papers from Hugging Face.',
  wanted: {
    any: 'papers',
    about: 'papers about “{{query}}”',
    by: 'by {{names}}',
    byAny: 'by any of {{names}}',
    byFirst: 'first author {{names}}',
    byLast: 'last author {{names}}',
    notBy: 'not by {{names}}',
    from: 'from {{names}}',
    notFrom: 'not from {{names}}',
    titled: '“{{words}}” in the title',
    code: 'with code',
    noCode: 'without code',
    sameDay: 'on the same day as “{{title}}”',
    except: 'not {{range}}',
    since: 'since {{day}}',
    until: 'until {{day}}',
    place: '#{{place, number}}',
    places: '#{{place, number}} to #{{last, number}}',
    limit_one: 'only the first',
    limit_other: 'only the first {{count, number}}',
  },
  change: {
    all: 'Whole archive',
    whole: 'All of them',
    without: 'Without {{name}}',
    name: '{{name}}',
    month: '{{name, month}}',
    period: '{{from, day}} – {{to, day}}',
    votes: 'Any votes',
    title: 'Any title',
    code: 'With or without code',
    topic: 'Any topic',
    papers: 'By papers',
    byVotes: 'By votes',
    most: 'Most first',
    fewest: 'Fewest first',
  },
};
