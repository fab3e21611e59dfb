import { z } from 'zod';
import { PAPER_FIELDS } from '../src/answers/answer.ts';
import { authorOf, fieldChanges, placesOf } from '../src/answers/fields.ts';
import { BETWEEN, partsOf } from '../src/answers/options/names.ts';
import { daysIn, given, paperById } from '../src/answers/options/wanted.ts';
import { defineCommand } from '../src/bot/command.ts';
import { text } from '../src/bot/options.ts';

/** More papers do not fit into one message. */
const PAPERS_MAX = 5;

export default defineCommand({
  name: 'fact',
  isTool: true,
  hidden: true,
  options: z.strictObject({
    /** Ids, separated by `;`. */
    paper: text(),
    of: z.enum(PAPER_FIELDS),
    /** For `is-author`. */
    name: text().optional(),
    /** For `rank`: the period in which the paper's place is wanted. */
    from: text().optional(),
    to: text().optional(),
    /** For `unknown`: the word that the person used. */
    asked: text().optional(),
  }),
  run: (options, context) => {
    const { of, name = '', asked = null } = options;
    const [from, to] = daysIn(options.from, options.to, context.today);
    const papers = partsOf(options.paper)
      .slice(0, PAPERS_MAX)
      .map((id) => {
        const paper = paperById(id, context);
        return {
          paper,
          author: of === 'is-author' ? authorOf(paper, name) : null,
          places: of === 'rank' ? placesOf(paper, from, to, context.archive) : [],
        };
      });
    return {
      kind: 'facts',
      fact: { is: 'fields', of, papers, asked: of === 'is-author' ? name : asked },
      again: {
        command: 'fact',
        options: { ...given(options), paper: papers.map(({ paper }) => paper.id).join(BETWEEN) },
      },
      changes: fieldChanges(of, papers),
    };
  },
});
