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
    min_votes: { name: 'min_votes', description: 'Only papers with at least so many votes' },
    sort: {
      name: 'sort',
      description: 'Order of the list; the best match first without it',
      choices: { relevance: 'Best match', votes: 'Votes', date: 'Newest' },
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
