import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Archive } from '../../src/archive/archive.ts';
import type { Digest } from '../../src/archive/paper.ts';
import { parseDigest } from '../../src/digest-format/read/parse.ts';
import type { Library } from '../../src/questions/read/query.ts';
import { createSearch } from '../../src/search/index.ts';
import { SEEDS } from './app.ts';

/** The digests that ship with the bot. */
export function seedDigests(): readonly Digest[] {
  return readdirSync(SEEDS)
    .filter((file) => /^\d{4}-/.test(file))
    .map((file) => parseDigest(readFileSync(join(SEEDS, file), 'utf8')).digest);
}

/** What questions are answered from, over some digests, without a store. */
export function libraryOf(digests: readonly Digest[], today = '2026-11-20'): Library {
  const archive = Archive.of(digests);
  return { archive, search: createSearch(archive.papers()), today };
}
