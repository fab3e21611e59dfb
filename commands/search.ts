import { z } from 'zod';
import type { Found } from '../src/answers/answer.ts';
import { readDay } from '../src/answers/day.ts';
import { FOUND_MAX, PAGE_SIZE, pageOf } from '../src/answers/page.ts';
import type { Day, Paper } from '../src/archive/paper.ts';
import { rankedAt } from '../src/archive/ranking.ts';
import { type Context, defineCommand } from '../src/bot/command.ts';
import { hidden, page, text } from '../src/bot/options.ts';
import { UserError } from '../src/errors.ts';
import { type Hit, SORTS } from '../src/search/index.ts';

const SUGGESTIONS = 25;
/** Discord docs, Autocomplete: a value has at most 100 characters; the id finds the paper as well. */
const VALUE_MAX = 100;
const VOTES_MAX = 1_000_000;
/** A sentence that has less than this of the query does not show why its paper was found. */
const QUOTED_MIN = 0.3;

export default defineCommand({
  name: 'search',
  options: z.strictObject({
    query: text(),
    from: text().optional(),
    to: text().optional(),
    author: text().optional(),
    min_votes: z.coerce.number().int().min(0).max(VOTES_MAX).optional(),
    sort: z.enum(SORTS).default('relevance'),
    page: page().meta(hidden),
  }),
  suggest: {
    query: (typed, { archive, search }) =>
      search
        .suggest(typed, SUGGESTIONS)
        .flatMap(({ id }) => archive.paper(id) ?? [])
        .map(({ id, title }) => ({ label: title, value: title.length <= VALUE_MAX ? title : id })),
    author: (typed, { archive }) =>
      archive.suggestAuthors(typed, SUGGESTIONS).map(({ name, papers }) => ({
        label: name,
        remark: { key: 'suggest.papers', values: { count: papers } },
        value: name,
      })),
  },
  async run(options, context) {
    const { archive, search, today } = context;
    const { query, min_votes: minVotes, sort } = options;
    const { first, last } = archive.totals();
    if (first === null || last === null) throw new UserError('errors.archive.empty');
    const [from, to] = inOrder(dayIn(options.from, today), dayIn(options.to, today));
    const author = options.author === undefined ? undefined : authorMeant(options.author, context);
    await search.ready;
    const filter = { from: from ?? undefined, to: to ?? undefined, author, minVotes, sort };
    const hits = search.search(query, filter, FOUND_MAX);
    if (hits.length === 0) throw new UserError('errors.search.none', { query });
    const shown = pageOf(hits, options.page);
    const items = shown.items.flatMap((hit, place) => {
      const paper = archive.paper(hit.id);
      return paper === undefined
        ? []
        : itemOf(hit, paper, (shown.page - 1) * PAGE_SIZE + place + 1, query, context);
    });
    return {
      kind: 'found',
      query,
      like: null,
      from,
      to,
      first,
      last,
      author: author ?? null,
      minVotes: minVotes ?? null,
      sort,
      words: [...new Set(shown.items.flatMap(({ terms }) => terms))],
      page: { ...shown, items },
      again: {
        command: 'search',
        options: {
          query,
          ...(from !== null && { from }),
          ...(to !== null && { to }),
          ...(author !== undefined && { author }),
          ...(minVotes !== undefined && { min_votes: minVotes }),
          ...(sort !== 'relevance' && { sort }),
        },
      },
    };
  },
});

function itemOf(hit: Hit, paper: Paper, rank: number, query: string, { search }: Context): Found {
  const [best] = search.passages(query, [hit.id], 1);
  return {
    ranked: rankedAt(rank, paper),
    quote: best !== undefined && best.coverage >= QUOTED_MIN ? best.text : null,
  };
}

function dayIn(typed: string | undefined, today: Day): Day | null {
  if (typed === undefined) return null;
  const day = readDay(typed, today);
  if (day === null) throw new UserError('errors.date.unreadable', { value: typed });
  return day;
}

/** A period typed backwards is meant the other way round. */
function inOrder(from: Day | null, to: Day | null): readonly [Day | null, Day | null] {
  return from !== null && to !== null && from > to ? [to, from] : [from, to];
}

/** The author that a name typed means, as digests spell it: exactly, in another spelling, or the one it is part of. */
function authorMeant(name: string, { archive }: Context): string {
  const found = archive.findAuthors(name);
  const meant = found.exact ?? found.spellings[0] ?? found.partial[0];
  if (meant === undefined) throw new UserError('errors.author.none', { name });
  return meant.name;
}
