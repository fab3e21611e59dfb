import { z } from 'zod';
import { defineCommand } from '../src/bot/command.ts';
import { text } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';

/** What can be asked of a paper; `unknown` is a field that the archive does not hold. */
export const FACTS = [
  'authors',
  'first-author',
  'last-author',
  'author-count',
  'is-author',
  'day',
  'votes',
  'rank',
  'link',
  'code',
  'project',
  'stars',
  'organization',
  'keywords',
  'unknown',
] as const;

export default defineCommand({
  name: 'fact',
  hidden: true,
  options: z.strictObject({
    /** Ids, with `;` between them. */
    paper: text(),
    of: z.enum(FACTS),
    /** For `is-author`. */
    name: text().optional(),
    /** For `rank`: the period in which the paper's place is wanted. */
    from: text().optional(),
    to: text().optional(),
    /** For `unknown`: the word for what was asked. */
    asked: text().optional(),
  }),
  run: ({ paper }, { archive }) => {
    const found = archive.paper(paper);
    if (found === undefined) throw new UserError('errors.paper.unknownId', { id: paper });
    return { kind: 'paper', paper: found, allAuthors: null };
  },
});
