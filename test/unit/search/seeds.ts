import { readdirSync, readFileSync } from 'node:fs';
import type { Digest } from '../../../src/archive/paper.ts';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';

const folder = new URL('../../../seeds/', import.meta.url);

/** The digests that ship with the bot. */
export const seedDigests: readonly Digest[] = readdirSync(folder)
  .filter((file) => /^\d.*\.md$/.test(file))
  .map((file) => parseDigest(readFileSync(new URL(file, folder), 'utf8')).digest);
