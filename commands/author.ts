import { z } from 'zod';
import { authorChoice } from '../src/answers/choices.ts';
import { pageOf } from '../src/answers/page.ts';
import { sumOfVotes } from '../src/answers/post.ts';
import { defineCommand } from '../src/bot/command.ts';
import { hidden, page, text } from '../src/bot/options.ts';
import { suggestAuthors } from '../src/bot/suggestions.ts';

/** A select menu has at most 25 options. */
const CHOICES = 25;
const NEAREST = 10;
/** Frequent co-authors on a card: one row of buttons. */
const CO_AUTHORS = 5;

export default defineCommand({
  name: 'author',
  isTool: true,
  options: z.strictObject({ name: text(), page: page().meta(hidden) }),
  suggest: { name: suggestAuthors },
  async run({ name, page }, { archive }) {
    await archive.ready;
    const found = archive.findAuthors(name);
    const meant = found.spellings.length > 0 ? found.spellings : [...found.partial, ...found.latin];
    const only = found.exact ?? (meant.length === 1 ? meant[0] : undefined);
    if (only !== undefined) {
      const papers = archive.papersBy(only.name);
      const { spellings, swapped } = archive.findAuthors(only.name);
      const days = papers.map(({ date }) => date).toSorted();
      return {
        kind: 'author',
        name: only.name,
        spellings,
        swapped,
        first: days.at(0) ?? '',
        last: days.at(-1) ?? '',
        votes: sumOfVotes(papers),
        coAuthors: archive.coAuthors(only.name, CO_AUTHORS),
        page: pageOf(papers, page),
        again: { command: 'author', options: { name: only.name } },
      };
    }
    if (meant.length > 0) {
      const choices = meant.slice(0, CHOICES).map(authorChoice);
      return { kind: 'choice', of: 'author', query: name, choices, total: meant.length };
    }
    return {
      kind: 'notice',
      tone: 'error',
      text: { key: 'errors.author.none', values: { name } },
      choices: [...found.swapped, ...found.near].slice(0, NEAREST).map(authorChoice),
    };
  },
});
