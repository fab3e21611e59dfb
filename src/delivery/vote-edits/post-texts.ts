import { createHash } from 'node:crypto';
import type { Archive } from '../../archive/archive.ts';
import { instantOf } from '../../archive/merge/merge.ts';
import { type PostedDigest, type PostedVotes, withVotes } from '../../messages/revote.ts';

/** The text of a post as the store keeps it, under a key that is the same for the same text. */
interface ShownText {
  readonly key: string;
  readonly body: string;
}

/** Writes a posted digest for the store, without the role that it names: channels that differ in that alone share it. */
export function writeShown(posted: PostedDigest): ShownText {
  const { papers } = posted;
  const kept: PostedDigest = { ...posted, messages: withVotes(posted, papers, null) };
  const body = JSON.stringify(kept);
  return { key: createHash('sha256').update(body).digest('base64url'), body };
}

export function readShown(body: string): PostedDigest {
  return JSON.parse(body);
}

/**
 * The posted papers with the votes that the archive has of them now, where it knows later ones.
 *
 * @returns null when the votes are those that are shown
 */
export function newVotes(
  { date, to = date, papers }: PostedDigest,
  archive: Archive,
): readonly PostedVotes[] | null {
  const held = new Map(archive.top(date, to).map((ranked) => [ranked.paper.id, ranked]));
  let changed = false;
  const fresh = papers.map((shown) => {
    const now = held.get(shown.id);
    if (typeof now?.votes !== 'number' || instantOf(now.votesAsOf) < instantOf(shown.votesAsOf)) return shown;
    changed ||= now.votes !== shown.votes;
    return { id: shown.id, votes: now.votes, votesAsOf: now.votesAsOf };
  });
  return changed ? fresh : null;
}
