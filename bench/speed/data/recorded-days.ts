import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseDigest } from '../../../src/digest-format/read/parse.ts';
import type { DigestFile } from './vary.ts';

/** As many days as are recorded in ../shared/hf. */
const DAYS = 77;

/** Recorded days from beside the project, else the digests in Hugging Face's form. */
export function recordedDays(digests: readonly DigestFile[]): ReadonlyMap<string, readonly unknown[]> {
  const folder = fileURLToPath(new URL('../../../../shared/hf/', import.meta.url));
  if (!existsSync(folder)) return new Map(digests.slice(0, DAYS).map((file) => [file.day, inItsForm(file)]));
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return new Map(files.map((file) => [file.slice(0, -5), JSON.parse(readFileSync(folder + file, 'utf8'))]));
}

function inItsForm({ day, markdown }: DigestFile): readonly unknown[] {
  return parseDigest(markdown, { date: day }).digest.listings.map(
    ({ paperId, title, votes, authors, sections }) => ({
      paper: {
        id: paperId,
        title,
        summary: sections.map(({ text }) => text).join('\n'),
        upvotes: typeof votes === 'number' ? votes : 0,
        authors: authors.names.map((name) => ({ name, hidden: false })),
      },
    }),
  );
}
