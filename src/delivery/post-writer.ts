import { Temporal } from 'temporal-polyfill';
import { writeInvocation } from '../answers/invocation.ts';
import { dailyPost } from '../answers/post.ts';
import type { Archive } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { WriteAnswer } from '../bot/respond.ts';
import type { MessageJson } from '../messages/message.ts';
import { postTitle } from '../messages/post/post.ts';
import type { VoteEdits } from './ledger/edits.ts';
import type { Subscription } from './subscriptions/subscription.ts';
import { writeShown } from './vote-edits/post-texts.ts';

/** A digest as one channel gets it. */
export interface WrittenPost {
  readonly messages: readonly MessageJson[];
  /** Title of a forum's post and of a thread. */
  readonly title: string;
  /** The custom_id of a button that every post of this digest has, and no other message of ours in a channel. */
  readonly mark: string;
  /** The key under which the store keeps its text, so that its votes can be edited; null where it does not. */
  readonly shown: string | null;
}

/** Posts kept written: a fan-out to thousands of channels has few different ones. */
const KEPT = 64;

/** Writes digests as posts; channels that are set alike share one. */
export class PostWriter {
  readonly #archive: Archive;
  readonly #write: WriteAnswer;
  readonly #edits: Pick<VoteEdits, 'keep'>;
  readonly #written = new Map<string, Promise<WrittenPost>>();

  constructor(archive: Archive, write: WriteAnswer, edits: Pick<VoteEdits, 'keep'>) {
    this.#archive = archive;
    this.#write = write;
    this.#edits = edits;
  }

  /** @returns null when the archive does not hold the digest (yet), or not all of it */
  async write(subscription: Subscription, digest: Day, now: number): Promise<WrittenPost | null> {
    if (this.#archive.ranked(digest).length === 0 || !this.#archive.digest(digest)?.isFinal) return null;
    const { top, style, locale, roleId } = subscription;
    const key = JSON.stringify([digest, top, style, locale, roleId]);
    const held = this.#written.get(key);
    if (held !== undefined) return held;
    if (this.#written.size >= KEPT) this.#written.clear();
    const written = this.#compose(subscription, digest, now);
    this.#written.set(key, written);
    return written;
  }

  /** Clears the cache of texts, after the archive has changed. */
  clear(): void {
    this.#written.clear();
  }

  async #compose(subscription: Subscription, digest: Day, now: number): Promise<WrittenPost> {
    const { top, style, locale } = subscription;
    const post = dailyPost(this.#archive, digest, top, subscription);
    const { messages } = await this.#write(post, locale, Temporal.Instant.fromEpochMilliseconds(now));
    const mark = writeInvocation({ command: 'today', options: { date: digest } });
    const papers = post.papers.map(({ paper, votes, votesAsOf }) => ({ id: paper.id, votes, votesAsOf }));
    const { key, body } = writeShown({ date: digest, locale, style, papers, messages });
    // A post is not held up for what may be edited in it later; whether the store is well is the ledger's to find out.
    const shown = await this.#edits.keep(key, body, now).then(
      () => key,
      () => null,
    );
    return { messages, title: postTitle(digest, locale), mark, shown };
  }
}
