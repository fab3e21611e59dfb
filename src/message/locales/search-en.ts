/** The search command. */
export const searchCommandEn = {
  name: 'search',
  description: 'Find papers by what they are about, in English or Korean',
  options: {
    query: {
      name: 'query',
      description: 'Words of the title or the summary, a model, an author, a question',
    },
    from: { name: 'from', description: 'First day, e.g. 2024-12-01' },
    to: { name: 'to', description: 'Last day, e.g. 2024-12-31' },
    author: { name: 'author', description: 'Only papers that list this author' },
    organization: {
      name: 'organization',
      description: 'Only papers of this organization, e.g. Google or KAIST AI',
    },
    min_votes: { name: 'min_votes', description: 'Only papers with at least so many votes' },
    code: {
      name: 'code',
      description: 'Only papers with a link to their code, or without one',
      choices: { yes: 'With code', no: 'Without code' },
    },
    sort: {
      name: 'sort',
      description: 'Order of the list; without it the best match first, or most votes first',
      choices: {
        relevance: 'Best match',
        votes: 'Most votes',
        fewest: 'Fewest votes',
        newest: 'Newest',
        oldest: 'Oldest',
        stars: 'Most stars',
      },
    },
    page: { name: 'page', description: 'Page of the list' },
  },
};

/** What a search found. */
export const foundEn = {
  title: 'Papers on “{{query}}”',
  like: 'Papers like “{{title}}”',
  best_one: 'The paper that fits best',
  best_other: 'The {{count, number}} papers that fit best',
  minVotes_one: 'at least {{count, number}} vote',
  minVotes_other: 'at least {{count, number}} votes',
};
