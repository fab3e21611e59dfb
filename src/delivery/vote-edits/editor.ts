import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Archive } from '../../archive/archive.ts';
import { type PostedDigest, withVotes } from '../../messages/revote.ts';
import type { EditOutcome, Publisher } from '../discord-port.ts';
import type { Editable, VoteEdits } from '../ledger/edits.ts';
import { newVotes, readShown, writeShown } from './post-texts.ts';

interface VoteEditorParts {
  readonly archive: Archive;
  readonly edits: VoteEdits;
  readonly publisher: Pick<Publisher, 'edit' | 'isPosting'>;
  readonly log: Logger;
  readonly edited?: (outcome: EditOutcome) => void;
  readonly now: () => number;
}

/** Time between two rounds, ms. The store allows one edit per post and hour. */
const EVERY = 60_000;
/** Posts claimed, and edits under way, at once: few, so that a new post does not wait long. */
const CLAIMED = 20;
const AT_ONCE = 2;
/** How often to check whether posts are still being sent, ms. */
const LOOK_AGAIN = 250;
/** How long a stop waits for edits under way, ms. */
const STOP_WAIT = 5_000;

/** Updates the votes of fresh posts in place while nothing is being posted. After a failed edit a post keeps its votes. */
export class VoteEditor {
  readonly #parts: VoteEditorParts;
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #failing = false;
  #stopped = false;

  constructor(parts: VoteEditorParts) {
    this.#parts = parts;
  }

  start(): void {
    void this.round();
    this.#timer = setInterval(() => void this.round(), EVERY);
  }

  /** Edits posts whose votes differ from those in the archive. A second call during a round joins it. Never rejects. */
  round(): Promise<void> {
    this.#running ??= this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await Promise.race([this.#running, pause(STOP_WAIT, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    const { edits, archive, log, now } = this.#parts;
    try {
      await edits.expire(now());
      for (const [key, body] of await edits.due(now())) {
        const shown = readShown(body);
        const papers = newVotes(shown, archive);
        if (papers !== null) await this.#editAll(key, { ...shown, papers });
        if (this.#stopped) return;
      }
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) log.error({ err: error }, 'posts cannot be edited; they keep the votes they have');
      this.#failing = true;
    }
  }

  async #editAll(key: string, posted: PostedDigest): Promise<void> {
    const { edits, log, now } = this.#parts;
    const next = writeShown(posted);
    const sum = { edited: 0, gone: 0, failed: 0 };
    await edits.keep(next.key, next.body, now());
    for (;;) {
      await this.#idle();
      if (this.#stopped) break;
      const claimed = await edits.claim(key, CLAIMED, now());
      if (claimed.length === 0) break;
      const ended = await this.#editClaimed(claimed, posted);
      const of = (wanted: EditOutcome) =>
        ended.filter(({ outcome }) => outcome === wanted).map(({ id }) => id);
      await edits.note(of('edited'), next.key);
      await edits.note(of('gone'), null);
      for (const { outcome } of ended) sum[outcome] += 1;
    }
    if (sum.edited + sum.gone + sum.failed > 0) log.info({ digest: posted.date, ...sum }, 'edited votes');
  }

  async #editClaimed(
    claimed: readonly Editable[],
    posted: PostedDigest,
  ): Promise<{ id: string; outcome: EditOutcome }[]> {
    const ended: { id: string; outcome: EditOutcome }[] = [];
    const left = [...claimed];
    const work = async () => {
      for (let one = left.shift(); one !== undefined && !this.#stopped; one = left.shift()) {
        await this.#idle();
        const outcome = await this.#edit(one, posted);
        this.#parts.edited?.(outcome);
        ended.push({ id: one.id, outcome });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return ended;
  }

  async #edit(
    { channelId, channelKind, messageIds, roleId }: Editable,
    posted: PostedDigest,
  ): Promise<EditOutcome> {
    const { publisher } = this.#parts;
    const messages = withVotes(posted, posted.papers, roleId);
    if (messages.length !== messageIds.length) return 'gone';
    // A forum post is a thread with the id of its first message.
    const place = channelKind === 'forum' ? (messageIds[0] ?? channelId) : channelId;
    for (const [part, message] of messages.entries()) {
      const outcome = await publisher.edit({ channelId: place, id: messageIds[part] ?? '' }, message);
      if (outcome !== 'edited') return outcome;
    }
    return 'edited';
  }

  /** Waits until no post is being sent, or until the stop. */
  async #idle(): Promise<void> {
    while (this.#parts.publisher.isPosting && !this.#stopped) await pause(LOOK_AGAIN);
  }
}
