import { z } from 'zod';
import { PAPER_FIELDS } from '../src/answers/answer.ts';
import { authorOf, fieldChanges, placesOf } from '../src/answers/fields.ts';
import { given } from '../src/answers/invocation.ts';
import { BETWEEN, partsOf } from '../src/answers/options/names.ts';
import { daysIn, paperById } from '../src/answers/options/wanted.ts';
import { defineCommand } from '../src/bot/command.ts';
import { text } from '../src/bot/options.ts';

/** More papers do not fit into one message. */
const PAPERS_MAX = 5;

const FIELDS = new RegExp(`^(?:(?:${PAPER_FIELDS.join('|')})(?:;|$))+$`);

export default defineCommand({
  name: 'fact',
  isTool: true,
  hidden: true,
  options: z.strictObject({
    /** Ids, separated by `;`. */
    paper: text(),
    /** Fields, separated by `;`. */
    of: text().regex(FIELDS),
    /** For `is-author`. */
    name: text().optional(),
    /** For `rank`: the period in which the paper's place is wanted. */
    from: text().optional(),
    to: text().optional(),
    /** For `unknown`: the word that the person used. */
    asked: text().optional(),
  }),
  run: (options, context) => {
    const of = PAPER_FIELDS.filter((field) => partsOf(options.of).includes(field));
    const { name = '', asked = null } = options;
    const [from, to] = daysIn(options.from, options.to, context.today);
    const papers = partsOf(options.paper)
      .slice(0, PAPERS_MAX)
      .map((id) => {
        const paper = paperById(id, context);
        return {
          paper,
          author: of.includes('is-author') ? authorOf(paper, name) : null,
          places: of.includes('rank') ? placesOf(paper, from, to, context.archive) : [],
        };
      });
    return {
      kind: 'facts',
      fact: { is: 'fields', of, papers, asked: of.includes('is-author') ? name : asked },
      again: {
        command: 'fact',
        options: { ...given(options), paper: papers.map(({ paper }) => paper.id).join(BETWEEN) },
      },
      changes: fieldChanges(of, papers),
    };
  },
});
