import { z } from 'zod';
import type { Amount, Sort, Wanted } from '../src/answers/answer.ts';
import { limitChanges, otherReadings } from '../src/answers/changes.ts';
import { find, type InOrder, matchedWords } from '../src/answers/find/find.ts';
import { nothingOn } from '../src/answers/find/nothing.ts';
import { readWanted } from '../src/answers/options/wanted.ts';
import { PAGE_SIZE, pageOf } from '../src/answers/page.ts';
import type { Ranked } from '../src/archive/archive.ts';
import { isNoPaper, isNothingElse, papersNamed } from '../src/archive/ids.ts';
import { ORDER_NAMES } from '../src/archive/orders.ts';
import { votesOn } from '../src/archive/select.ts';
import { type Context, defineCommand } from '../src/bot/command.ts';
import { hidden, ofButton, page, text } from '../src/bot/options.ts';
import { SUGGESTIONS, suggestAuthors, suggestOrganizations } from '../src/bot/suggestions.ts';
import { UserError } from '../src/errors.ts';
import { unknownPapers } from '../src/questions/find-paper.ts';
import { writtenIn } from '../src/text/written-in.ts';

const SORTS = ['relevance', ...ORDER_NAMES] as const;
const SHOWN = ['list', 'count', 'sum', 'average', 'months'] as const;

/** Discord docs, Autocomplete: a value has at most 100 characters; the id finds the paper as well. */
const VALUE_MAX = 100;
const VOTES_MAX = 1_000_000;
const PLACE_MAX = 100_000;

/** A sentence that covers less of the query does not show why its paper was found. */
const QUOTED_MIN = 0.3;
/** Papers on a page with quotes: five fill a screen. */
const QUOTED_PAGE = 5;
/** More sentences than the papers of a page have. */
const SENTENCES_MAX = 1000;

const count = () => z.coerce.number().int().min(0).max(VOTES_MAX);
const place = () => z.coerce.number().int().min(1).max(PLACE_MAX);

export default defineCommand({
  name: 'search',
  isTool: true,
  options: z.strictObject({
    /** A topic; without it, the papers that the other options select. */
    query: text().optional(),
    from: text().optional(),
    to: text().optional(),
    /** Authors who all wrote the paper, separated by `;`. */
    author: text().optional(),
    organization: text().optional(),
    min_votes: count().optional(),
    code: z.enum(['yes', 'no']).optional(),
    sort: z.preprocess((typed) => (typed === 'date' ? 'newest' : typed), z.enum(SORTS)).optional(),
    page: page().meta(hidden),
    /** Topics to leave out, separated by `;`. */
    exclude: text().optional().meta(hidden),
    /** The post whose button was pressed. */
    post: text().optional().meta(ofButton),
    any_author: text().optional().meta(hidden),
    not_author: text().optional().meta(hidden),
    /** The first or last author, if the author order is known. */
    first_author: text().optional().meta(hidden),
    last_author: text().optional().meta(hidden),
    not_organization: text().optional().meta(hidden),
    /** Days to leave out. */
    except_from: text().optional().meta(hidden),
    except_to: text().optional().meta(hidden),
    max_votes: count().optional().meta(hidden),
    min_authors: count().optional().meta(hidden),
    max_authors: count().optional().meta(hidden),
    /** Words that the title must have. */
    title: text().optional().meta(hidden),
    /** A paper's id; selects the papers of the days on which it was listed. */
    same_day: text().optional().meta(hidden),
    limit: place().optional().meta(hidden),
    /** Only the paper at this place; with `place_to`, all from this place to that one. */
    place: place().optional().meta(hidden),
    place_to: place().optional().meta(hidden),
    show: z.enum(SHOWN).default('list').meta(hidden),
  }),
  suggest: {
    query: (typed, { archive, search }) =>
      search
        .suggest(typed, SUGGESTIONS)
        .flatMap(({ id }) => archive.paper(id) ?? [])
        .map(({ id, title }) => ({ label: title, value: title.length <= VALUE_MAX ? title : id })),
    author: suggestAuthors,
    organization: suggestOrganizations,
  },
  async run({ page: shown, show, post: _, ...options }, context) {
    const shows = show === 'list' ? {} : { show };
    const read = readWanted('search', { ...options, ...shows }, context);
    if (read.is === 'answer') return read.answer;
    const { wanted, others } = read;
    const { query, filter } = wanted;
    if (query !== null) refuseUnknown(query, context);
    if (query !== null || wanted.exclude.length > 0) await context.search.ready;
    const sort: Sort = options.sort ?? (query === null || show === 'months' ? 'votes' : 'relevance');
    const part = {
      limit: options.limit ?? null,
      place: options.place ?? null,
      placeTo: options.place_to ?? null,
    };
    const isByMonth = show === 'months';
    const found = find(wanted, { sort, part, isByMonth, isWhole: show !== 'list' }, context);
    const again = { command: 'search', options: read.options };
    if (found.total === 0) {
      const nothing = nothingOn(filter, context);
      if (nothing !== null) return nothing;
      if (query !== null && context.search.search(query, {}, 1).length === 0)
        throw new UserError('errors.search.none', { query });
    }
    const { first, last } = context.archive.totals();
    const size = query === null ? PAGE_SIZE : QUOTED_PAGE;
    const one = pageOf(found.papers, shown, size);
    const quotes = quotesFor(query, one.items, context);
    return {
      kind: 'found',
      wanted,
      like: null,
      sort,
      part,
      amount: amountOf(show, found, wanted),
      total: found.total,
      isLimited: found.isLimited,
      ...(found.isPartial && { isPartial: true }),
      first: first ?? '',
      last: last ?? '',
      words: matchedWords(one.items, found),
      page: {
        ...one,
        items: one.items.map((ranked, at) => ({
          ranked: { ...ranked, rank: found.before + (one.page - 1) * size + at + 1 },
          quote: quotes.get(ranked.paper.id) ?? null,
        })),
      },
      again,
      changes: [...otherReadings(again, wanted, context), ...limitChanges(again, wanted, others)],
    };
  },
});

/** A query of ids and addresses alone asks for these papers, not for similar ones. */
function refuseUnknown(query: string, { archive }: Context): void {
  if (isNoPaper(query)) throw new UserError('errors.paper.noAddress', { text: query });
  const named = papersNamed(query);
  const ids = [...new Set(named.map(({ id }) => id))];
  if (isNothingElse(query, named) && !ids.some((id) => archive.paper(id))) throw unknownPapers(ids);
}

function amountOf(show: (typeof SHOWN)[number], { papers }: InOrder, { filter }: Wanted): Amount {
  if (show === 'list' || show === 'count' || show === 'months') return { as: show };
  const known = papers.filter(({ votes }) => typeof votes === 'number').length;
  const unknown = papers.length - known;
  if (show === 'sum') return { as: show, votes: votesOn(papers, filter), unknown };
  const sum = papers.reduce((all, { votes }) => all + (typeof votes === 'number' ? votes : 0), 0);
  return { as: show, average: known === 0 ? null : sum / known, known, unknown };
}

/** For each paper the sentence in the reader's language that covers most of the query, if one covers enough. */
function quotesFor(
  query: string | null,
  papers: readonly Ranked[],
  { search, locale = 'en' }: Context,
): ReadonlyMap<string, string> {
  const quotes = new Map<string, string>();
  if (query === null) return quotes;
  const ids = papers.map(({ paper }) => paper.id);
  for (const { paperId, text: sentence, coverage } of search.passages(query, ids, SENTENCES_MAX))
    if (coverage >= QUOTED_MIN && !quotes.has(paperId) && writtenIn(sentence) === locale)
      quotes.set(paperId, sentence);
  return quotes;
}
