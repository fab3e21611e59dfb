import { keepHeld, type Unread } from '../archive/merge/held.ts';
import { type Digest, originOf, type Warning } from '../archive/paper.ts';
import type { ArchiveStore } from './archive-store.ts';

/** Completes a digest from the stored one of its day and origin. A warning names the papers that stay. @see keepHeld */
export async function completeFromHeld(
  digest: Digest,
  unread: Unread | undefined,
  store: ArchiveStore,
): Promise<{ readonly digest: Digest; readonly warnings: readonly Warning[] }> {
  const days = await store.read([digest.date]);
  const held = days.find((one) => originOf(one) === originOf(digest));
  if (held === undefined) return { digest, warnings: [] };
  const { papers, digest: completed } = keepHeld(digest, unread, held);
  const stay = papers.length === 0 ? [] : [{ line: 1, rule: 'papers-stay', text: papers.join(', ') }];
  return { digest: completed, warnings: stay };
}
