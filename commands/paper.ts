import { z } from 'zod';
import { type Answer, type Found, PAPER_MORE, PAPER_PAGES, type PaperPage } from '../src/answers/answer.ts';
import { paperChoice } from '../src/answers/choices.ts';
import { pageOf } from '../src/answers/page.ts';
import { papersNamed } from '../src/archive/ids.ts';
import type { Paper, PaperId } from '../src/archive/paper.ts';
import { rankedAt } from '../src/archive/ranking.ts';
import { ALL, WHOLE } from '../src/archive/select.ts';
import { type Context, defineCommand } from '../src/bot/command.ts';
import { hidden, pageNumber, text } from '../src/bot/options.ts';
import { suggestPapers } from '../src/bot/suggestions.ts';
import { UserError } from '../src/errors.ts';
import { findPaper, unknownPapers } from '../src/questions/find-paper.ts';

const CHOICES = 10;
/** A paper that has less than this of what was typed, by the weight of its words, is not what was meant. */
const FIT_MIN = 0.4;
const SIMILAR = 10;
/** Names on a page of the full list of authors: 663 of them take 14 pages, and a menu of them has 25 places. */
const NAMES = 25;

export default defineCommand({
  name: 'paper',
  isTool: true,
  options: z.strictObject({
    paper: text(),
    authors: pageNumber().optional().meta(hidden),
    similar: pageNumber().optional().meta(hidden),
    show: z
      .enum([...PAPER_PAGES, ...PAPER_MORE])
      .optional()
      .meta(hidden),
  }),
  suggest: { paper: suggestPapers },
  async run({ paper: asked, authors, similar, show }, context) {
    if (papersNamed(asked).length === 0) await context.search.ready;
    const named = findPaper(asked, context);
    if (named.is === 'none') return nearest(asked, named.missing, context);
    const papers = named.is === 'one' ? [named.one] : named.all;
    const [paper, ...others] = papers;
    if (paper === undefined || others.length > 0)
      return { kind: 'choice', of: 'paper', query: asked, choices: papers.map(paperChoice) };
    if (show === 'cite') return context.run({ command: 'cite', options: { paper: paper.id } });
    if (show === 'follow') return context.run({ command: 'follow paper', options: { paper: paper.id } });
    if (similar !== undefined || show === 'similar') return alike(paper, similar ?? 1, context);
    return show === 'authors' ? card(paper, 1) : card(paper, authors, show);
  },
});

function card(paper: Paper, authors?: number, show?: PaperPage): Answer {
  return {
    kind: 'paper',
    paper,
    allAuthors: authors === undefined ? null : pageOf(paper.authors.names, authors, NAMES),
    ...(show !== undefined && { show }),
  };
}

/** The most similar papers. */
async function alike(paper: Paper, page: number, { archive, search }: Context): Promise<Answer> {
  await search.ready;
  const { first, last } = archive.totals();
  const found = search.similar(paper.id, SIMILAR).flatMap(({ id }) => archive.paper(id) ?? []);
  const ranked = found.map((one, place): Found => ({ ranked: rankedAt(place + 1, one), quote: null }));
  return {
    kind: 'found',
    wanted: { query: null, filter: ALL, exclude: [], sameDay: null },
    like: paper,
    sort: 'relevance',
    part: WHOLE,
    amount: { as: 'list' },
    total: ranked.length,
    isLimited: false,
    first: first ?? paper.listings[0].date,
    last: last ?? paper.listings[0].date,
    words: [],
    page: pageOf(ranked, page),
    again: { command: 'paper', options: { paper: paper.id, similar: 1 } },
    changes: [],
  };
}

/** Papers that a text may mean if it is not part of a title. */
function nearest(query: string, unknown: readonly PaperId[], { archive, search }: Context): Answer {
  if (unknown.length > 0) throw unknownPapers(unknown);
  const found = search
    .suggest(query, CHOICES)
    .filter(({ coverage }) => coverage >= FIT_MIN)
    .flatMap(({ id }) => archive.paper(id) ?? []);
  if (found.length === 0) throw new UserError('errors.paper.none', { query });
  return { kind: 'choice', of: 'paper', query, choices: found.map(paperChoice) };
}
