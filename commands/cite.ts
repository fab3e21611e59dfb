import { z } from 'zod';
import { paperChoice } from '../src/answers/choices.ts';
import { papersNamed } from '../src/archive/ids.ts';
import { defineCommand } from '../src/bot/command.ts';
import { text } from '../src/bot/options.ts';
import { suggestPapers } from '../src/bot/suggestions.ts';
import { CITATION_FORMATS } from '../src/citations/citation.ts';
import { UserError } from '../src/errors.ts';
import { findPaper, unknownPapers } from '../src/questions/find-paper.ts';

export default defineCommand({
  name: 'cite',
  isPrivate: true,
  options: z.strictObject({ paper: text(), format: z.enum(CITATION_FORMATS).default('bibtex') }),
  suggest: { paper: suggestPapers },
  async run({ paper: asked, format }, context) {
    if (papersNamed(asked).length === 0) await context.search.ready;
    const named = findPaper(asked, context);
    if (named.is === 'none') {
      if (named.missing.length > 0) throw unknownPapers(named.missing);
      throw new UserError('errors.paper.none', { query: asked });
    }
    if (named.is === 'several') {
      const choices = named.all.map((paper) => ({
        ...paperChoice(paper),
        invocation: { command: 'cite', options: { paper: paper.id }, here: true },
      }));
      return { kind: 'choice', of: 'paper', query: asked, choices };
    }
    const papers = await context.inAuthorOrder([named.one]);
    return { kind: 'citations', papers, format, as: 'text' };
  },
});
