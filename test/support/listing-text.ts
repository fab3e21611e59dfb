import type { Listing, Warning } from '../../src/archive/paper.ts';
import { parseDigest } from '../../src/digest-format/read/parse.ts';

/** The line in `withBody` on which the body begins. */
export const BODY_LINE = 5;

/** A digest of one listing, with these lines below its heading. */
export function withBody(...lines: readonly string[]): string {
  return [
    '## Daily Papers (2024-12-06)',
    '',
    '### [Title](https://arxiv.org/abs/2412.04467)',
    '',
    ...lines,
  ].join('\n');
}

/** What is read of a digest of one listing with these lines below its heading. */
export function readBody(...lines: readonly string[]): { listing: Listing; warnings: readonly Warning[] } {
  const { digest, warnings } = parseDigest(withBody(...lines));
  const [listing, ...others] = digest.listings;
  if (!listing || others.length > 0) throw new Error(`expected one listing, got ${digest.listings.length}`);
  return { listing, warnings };
}
