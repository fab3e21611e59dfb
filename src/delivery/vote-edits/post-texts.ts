import { createHash } from 'node:crypto';
import type { Archive } from '../../archive/archive.ts';
import { instantOf } from '../../archive/merge/merge.ts';
import { type PostedDigest, type PostedVotes, withVotes } from '../../messages/revote.ts';

/** Serializes a post without the role it mentions, so that channels share it. The key is a hash of the text. */
export function writeShown(posted: PostedDigest): { readonly key: string; readonly body: string } {
  const { papers } = posted;
  const kept: PostedDigest = { ...posted, messages: withVotes(posted, papers, null) };
  const body = JSON.stringify(kept);
  return { key: createHash('sha256').update(body).digest('base64url'), body };
}

export function readShown(body: string): PostedDigest {
  return JSON.parse(body);
}

/** @returns the papers with the archive's later votes; null if no votes changed */
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
