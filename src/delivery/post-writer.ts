import { Temporal } from 'temporal-polyfill';
import { editionPost, wholeEdition } from '../answers/edition.ts';
import { customId } from '../answers/invocation.ts';
import type { Archive } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { WriteAnswer } from '../bot/respond.ts';
import type { MessageJson } from '../messages/message.ts';
import { postTitle } from '../messages/post/post.ts';
import type { Search } from '../search/index.ts';
import { dayOf } from '../text/dates/instants.ts';
import type { VoteEdits } from './ledger/edits.ts';
import { Matches } from './matches.ts';
import { editionSpan, everyOf } from './rules/editions.ts';
import type { EditionKey, Subscription } from './subscriptions/subscription.ts';
import { writeShown } from './vote-edits/post-texts.ts';

export interface WrittenPost {
  readonly messages: readonly MessageJson[];
  readonly title: string;
  /** The custom_id of a button on every post of this edition and name, and on no other post in the channel. */
  readonly mark: string;
  /** The key of the stored text, by which its votes are edited; null if the store did not take it. */
  readonly shown: string | null;
}

/** Posts kept: a fan-out to thousands of channels has few different ones. */
const KEPT = 64;

interface Papers {
  readonly archive: Archive;
  readonly search: Search;
}

/** Writes editions as posts; channels with the same settings share one. */
export class PostWriter {
  readonly #papers: Papers;
  readonly #write: WriteAnswer;
  readonly #edits: Pick<VoteEdits, 'keep'>;
  readonly #matches: Matches;
  readonly #written = new Map<string, Promise<WrittenPost | 'thin'>>();

  constructor(papers: Papers, write: WriteAnswer, edits: Pick<VoteEdits, 'keep'>) {
    this.#papers = papers;
    this.#matches = new Matches(papers);
    this.#write = write;
    this.#edits = edits;
  }

  /**
   * @param days of the edition that are in the store
   * @returns null if the archive does not hold all of them yet; `thin` if too few papers are wanted
   */
  async write(
    subscription: Subscription,
    edition: EditionKey,
    days: readonly Day[],
    now: number,
  ): Promise<WrittenPost | 'thin' | null> {
    if (!this.#holds(edition, days)) return null;
    if (subscription.channelKind === 'direct') return this.#composeNews(subscription, edition, now);
    const { top, style, locale, roleId, name, filters, minPapers, title } = subscription;
    const key = JSON.stringify([edition, top, style, locale, roleId, name, filters, minPapers, title]);
    const held = this.#written.get(key);
    if (held !== undefined) return held;
    if (this.#written.size >= KEPT) this.#written.clear();
    const written = this.#compose(subscription, edition, now);
    this.#written.set(key, written);
    return written;
  }

  /** Call after the archive has changed. */
  clear(): void {
    this.#written.clear();
    this.#matches.clear();
  }

  /** What is new for a person. The text is unique to them, so it is not kept for edits. */
  async #composeNews(
    { filters, locale }: Subscription,
    edition: EditionKey,
    now: number,
  ): Promise<WrittenPost | 'thin'> {
    if (filters.some(({ query }) => query !== undefined)) await this.#papers.search.ready;
    const news = this.#matches.news(edition, filters);
    if (news === null) return 'thin';
    const { messages } = await this.#write(news, locale, Temporal.Instant.fromEpochMilliseconds(now));
    return { messages, title: '', mark: customId(news.mark).id, shown: null };
  }

  #holds(edition: EditionKey, days: readonly Day[]): boolean {
    const { archive } = this.#papers;
    const { from, to } = editionSpan(edition);
    const known = everyOf(edition) === 'day' ? [edition] : days;
    return archive.top(from, to).length > 0 && known.every((day) => archive.digest(day)?.isFinal);
  }

  async #compose(
    subscription: Subscription,
    edition: EditionKey,
    now: number,
  ): Promise<WrittenPost | 'thin'> {
    const { locale, style, name, minPapers, filters } = subscription;
    if (filters.length > 0) await this.#papers.search.ready;
    const every = everyOf(edition);
    const library = { ...this.#papers, today: dayOf(now) };
    const post = editionPost(edition, { ...subscription, every }, library);
    if (post.total < minPapers) return 'thin';
    const { messages } = await this.#write(post, locale, Temporal.Instant.fromEpochMilliseconds(now));
    const { id: mark } = customId(wholeEdition(edition, name));
    const papers = post.papers.map(({ paper, votes, votesAsOf }) => ({ id: paper.id, votes, votesAsOf }));
    const { date } = post;
    const to = post.edition?.to ?? date;
    const { key, body } = writeShown({ date, ...(to !== date && { to }), locale, style, papers, messages });
    // Without a stored text the post cannot be edited, but it is not held up; the ledger notices a failing store.
    const shown = await this.#edits.keep(key, body, now).then(
      () => key,
      () => null,
    );
    return { messages, title: postTitle(post, locale), mark, shown };
  }
}
