import { z } from 'zod';
import type { Answer, Found } from '../src/answers/answer.ts';
import { pageOf } from '../src/answers/page.ts';
import { paperChoice } from '../src/answers/refuse.ts';
import { readPaperId } from '../src/archive/ids.ts';
import type { Paper } from '../src/archive/paper.ts';
import { rankedAt } from '../src/archive/ranking.ts';
import { type Context, defineCommand, type Suggestion } from '../src/bot/command.ts';
import { hidden, pageNumber, text } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';
import { fold } from '../src/text/fold.ts';

const SUGGESTIONS = 25;
const CHOICES = 10;
const SIMILAR = 10;
/** Names on a page of the full list of authors: 663 of them take 14 pages, and a menu of them has 25 places. */
const NAMES = 25;

export default defineCommand({
  name: 'paper',
  options: z.strictObject({
    paper: text(),
    authors: pageNumber().optional().meta(hidden),
    similar: pageNumber().optional().meta(hidden),
  }),
  suggest: { paper: suggestPapers },
  run: ({ paper: asked, authors, similar }, context) => {
    const id = readPaperId(asked);
    if (id === null) return resolve(asked, context);
    const paper = context.archive.paper(id);
    if (paper === undefined) throw new UserError('errors.paper.unknownId', { id });
    return similar === undefined ? card(paper, authors) : alike(paper, similar, context);
  },
});

function card(paper: Paper, authors?: number): Answer {
  return {
    kind: 'paper',
    paper,
    allAuthors: authors === undefined ? null : pageOf(paper.authors.names, authors, NAMES),
  };
}

/** The papers that share most with one. */
async function alike(paper: Paper, page: number, { archive, search }: Context): Promise<Answer> {
  await search.ready;
  const { first, last } = archive.totals();
  const found = search.similar(paper.id, SIMILAR).flatMap(({ id }) => archive.paper(id) ?? []);
  const ranked = found.map(
    (one, place): Found => ({
      ranked: rankedAt(place + 1, one),
      quote: null,
    }),
  );
  return {
    kind: 'found',
    query: '',
    like: paper,
    from: null,
    to: null,
    first: first ?? paper.listings[0].date,
    last: last ?? paper.listings[0].date,
    author: null,
    minVotes: null,
    sort: 'relevance',
    words: [],
    page: pageOf(ranked, page),
    again: { command: 'paper', options: { paper: paper.id, similar: 1 } },
  };
}

/** What a text that is no id means: the one paper whose title it is (or is in), or a choice of those it may mean. */
async function resolve(query: string, { archive, search }: Context): Promise<Answer> {
  await search.ready;
  const found = search.suggest(query, CHOICES).flatMap(({ id }) => archive.paper(id) ?? []);
  if (found.length === 0) throw new UserError('errors.paper.none', { query });
  const typed = fold(query);
  const named = found.filter(({ title }) => fold(title) === typed);
  const holding = found.filter(({ title }) => fold(title).includes(typed));
  const [only] = named.length > 0 ? named : holding;
  if (only !== undefined && (named.length === 1 || holding.length === 1)) return card(only);
  return { kind: 'choice', of: 'paper', query, choices: found.map(paperChoice) };
}

/** Papers by what is typed of their titles, or the one whose id or link it is. */
function suggestPapers(typed: string, { archive, search }: Context): Suggestion[] {
  const id = readPaperId(typed);
  const found = id === null ? search.suggest(typed, SUGGESTIONS) : [{ id }];
  return found
    .flatMap((hit) => archive.paper(hit.id) ?? [])
    .map((paper) => ({ label: paper.title, value: paper.id }));
}
