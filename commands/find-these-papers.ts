import { z } from 'zod';
import { rankedAt } from '../src/archive/ranking.ts';
import { defineCommand } from '../src/bot/command.ts';
import { message } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';
import { papersIn } from '../src/questions/papers-in.ts';

/** Characters of a message and its embeds; later text is ignored. */
const TEXT_MAX = 20_000;
/** A select menu has at most 25 options. */
const PAPERS_MAX = 25;

export default defineCommand({
  name: 'find-these-papers',
  isTool: true,
  onMessage: true,
  options: z.strictObject({ text: message(TEXT_MAX).default('') }),
  async run({ text }, context) {
    await context.search.ready;
    const { papers, missing } = papersIn(text, context);
    const [paper, ...others] = papers;
    if (paper === undefined && missing.length === 0) throw new UserError('named.none');
    if (paper !== undefined && others.length === 0 && missing.length === 0)
      return { kind: 'paper', paper, allAuthors: null };
    return {
      kind: 'named',
      papers: papers.slice(0, PAPERS_MAX).map((one, place) => rankedAt(place + 1, one)),
      more: Math.max(0, papers.length - PAPERS_MAX),
      missing,
    };
  },
});
