import { z } from 'zod';
import type { DailyPost, Wanted } from '../answers/answer.ts';
import { ALL_BY_VOTES, find } from '../answers/find/find.ts';
import type { AnswerLibrary } from '../answers/library.ts';
import { readWanted } from '../answers/options/wanted.ts';
import { dailyPost, sumOfVotes } from '../answers/post.ts';
import { countedIn } from '../answers/vote-dates.ts';
import { optionError, readOptions, text } from '../bot/options.ts';
import { UserError } from '../errors.ts';
import type { Language } from '../language.ts';
import { sayPlain } from '../messages/locale.ts';
import { plain, readMarkdown } from '../messages/plain.ts';
import { render } from '../messages/render.ts';
import { limitParts, topicPart, wantedTitle } from '../messages/wanted.ts';

const VOTES_MAX = 1_000_000;

/** Parameters of a feed, with the names of `/search`; `about` is its query. */
const schema = z.object({
  about: text().optional(),
  author: text().optional(),
  min_votes: z.coerce.number().int().min(0).max(VOTES_MAX).optional(),
});
const OPTIONS = readOptions(schema);

export type FeedFilter = z.output<typeof schema>;

/** A mistake in the address, in the reader's language. */
export class NoFeed extends Error {
  override readonly name = 'NoFeed';
}

/** @returns null for an address without a filter. @throws NoFeed for a value that cannot be read */
export function readFeedFilter(query: URLSearchParams, locale: Language): FeedFilter | null {
  const typed = Object.fromEntries(
    OPTIONS.flatMap(({ name }) => {
      const value = query.get(name)?.replace(/\s+/g, ' ').trim();
      return value ? [[name, value]] : [];
    }),
  );
  if (Object.keys(typed).length === 0) return null;
  const read = schema.safeParse(typed);
  if (read.success) return read.data;
  throw new NoFeed(sayPlain(optionError('search', OPTIONS, typed, read.error), locale));
}

/** Equal for equal filters. */
export function filterKey({ about, author, min_votes }: FeedFilter): string {
  const set = Object.entries({ about, author, min_votes }).filter(([, value]) => value !== undefined);
  return new URLSearchParams(set.map(([name, value]) => [name, String(value)])).toString();
}

/**
 * The newest digests with only the papers that `/search` finds for a filter, and the filter as a title.
 *
 * @throws NoFeed for a name that is nobody's, or several people's
 */
export async function filteredPosts(
  filter: FeedFilter,
  library: AnswerLibrary,
  limit: number,
  locale: Language,
): Promise<{ readonly posts: readonly DailyPost[]; readonly title: string }> {
  const wanted = wantedOf(filter, library, locale);
  const { archive, search } = library;
  if (wanted.query !== null) await search.ready;
  const found = find(wanted, ALL_BY_VOTES, library);
  const ids = new Set(found.isPartial ? [] : found.papers.map(({ paper }) => paper.id));
  const posts: DailyPost[] = [];
  for (const day of archive.days().toReversed()) {
    if (posts.length === limit) break;
    if (!archive.digest(day)?.isFinal) continue;
    const post = dailyPost(archive, day, 0);
    const papers = post.papers.filter(({ paper }) => ids.has(paper.id));
    const sums = { total: papers.length, votes: sumOfVotes(papers), counted: countedIn(papers) };
    if (papers.length > 0) posts.push({ ...post, papers, ...sums });
  }
  const title = wantedTitle(topicPart(wanted, locale), limitParts(wanted, locale));
  return { posts, title: readMarkdown(title) };
}

function wantedOf({ about, ...rest }: FeedFilter, library: AnswerLibrary, locale: Language): Wanted {
  try {
    const read = readWanted('search', { query: about, ...rest }, library);
    if (read.is === 'wanted') return read.wanted;
    throw new NoFeed(plain(render(read.answer, locale).messages));
  } catch (error) {
    if (error instanceof UserError) throw new NoFeed(sayPlain(error, locale));
    throw error;
  }
}
