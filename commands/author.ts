import { z } from 'zod';
import type { AuthorCount, AuthorMatches } from '../src/archive/archive.ts';
import type { Answer, Choice } from '../src/ask/answer.ts';
import { pageOf } from '../src/ask/page.ts';
import { sumOfVotes } from '../src/ask/post.ts';
import { type Context, defineCommand } from '../src/bot/command.ts';
import { hidden, page, text } from '../src/bot/options.ts';

const SUGGESTIONS = 25;
/** A select menu has at most 25 places. */
const CHOICES = 25;
const NEAREST = 10;
/** Frequent co-authors on a card: one row of buttons. */
const CO_AUTHORS = 5;

export default defineCommand({
  name: 'author',
  options: z.strictObject({ name: text(), page: page().meta(hidden) }),
  suggest: {
    name: (typed, { archive }) =>
      archive.suggestAuthors(typed, SUGGESTIONS).map(({ name, papers }) => ({
        label: name,
        remark: { key: 'suggest.papers', values: { count: papers } },
        value: name,
      })),
  },
  run: ({ name, page }, context) => {
    const found = context.archive.findAuthors(name);
    if (found.exact !== null) return card(found.exact, found, page, context);
    const meant = found.spellings.length > 0 ? found.spellings : found.partial;
    const [only] = meant;
    if (only !== undefined && meant.length === 1)
      return card(only, context.archive.findAuthors(only.name), page, context);
    if (meant.length > 0) {
      const choices = meant.slice(0, CHOICES).map(choiceOf);
      return { kind: 'choice', of: 'author', query: name, choices, total: meant.length };
    }
    return {
      kind: 'notice',
      tone: 'error',
      text: { key: 'errors.author.none', values: { name } },
      choices: [...found.swapped, ...found.near].slice(0, NEAREST).map(choiceOf),
    };
  },
});

function card(
  { name }: AuthorCount,
  { spellings, swapped }: AuthorMatches,
  page: number,
  { archive }: Context,
): Answer {
  const papers = archive.papersBy(name);
  const days = papers.map(({ date }) => date).toSorted();
  return {
    kind: 'author',
    name,
    spellings,
    swapped,
    first: days.at(0) ?? '',
    last: days.at(-1) ?? '',
    votes: sumOfVotes(papers),
    coAuthors: archive.coAuthors(name, CO_AUTHORS),
    page: pageOf(papers, page),
    again: { command: 'author', options: { name } },
  };
}

function choiceOf({ name, papers }: AuthorCount): Choice {
  return {
    label: name,
    remark: { key: 'remarks.papers', values: { count: papers } },
    invocation: { command: 'author', options: { name }, here: true },
  };
}
