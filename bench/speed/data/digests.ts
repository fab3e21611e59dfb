import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DigestFile, varied } from './vary.ts';

interface Digests {
  /** Their origin, printed above the table. */
  readonly origin: string;
  readonly small: readonly DigestFile[];
  readonly large: readonly DigestFile[];
}

/** As many digests as ../shared/corpus has, and ten times as many. */
const SMALL = 173;
const TIMES = 10;

/** The archive is published about every third day. */
const DAYS_APART = 3;

/** The real digests from beside the project, else the seeds; copies have other days, ids and names. */
export function readDigests(): Digests {
  const corpus = readFolder('../../../../shared/corpus/').slice(0, SMALL);
  const seeds = corpus.length > 0 ? [] : readFolder('../../../seeds/');
  const source = corpus.length > 0 ? '../shared/corpus' : `${seeds.length} seeds, repeated`;
  const small = grown(corpus.length > 0 ? corpus : seeds, Math.max(corpus.length, SMALL));
  return {
    origin: `${source}; ten times as many: the same under other days, ids, titles and names`,
    small,
    large: grown(small, small.length * TIMES),
  };
}

/**
 * So many digests: the given ones, then copies of them, each set under names of its own. Copies are older than the
 * originals, so that no day is in the future.
 */
function grown(files: readonly DigestFile[], count: number): readonly DigestFile[] {
  const taken = new Set(
    files.flatMap(({ markdown }) => markdown.match(/(?<=arxiv\.org\/abs\/)[\d.]+/g) ?? []),
  );
  const [first = ''] = files.map(({ day }) => day).sort();
  const copies: DigestFile[] = [];
  for (let place = files.length; place < count; place += 1) {
    const file = files[place % files.length];
    if (file === undefined) break;
    const day = daysBefore(first, (place - files.length + 1) * DAYS_APART);
    copies.push(varied(file, Math.floor(place / files.length), day, taken));
  }
  return [...files, ...copies];
}

export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

/** @param path from this folder */
function readFolder(path: string): DigestFile[] {
  const folder = fileURLToPath(new URL(path, import.meta.url));
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^\d{4}-\d{2}-\d{2}\.md$/.test(file))
    .sort()
    .map((file) => ({ day: file.slice(0, 10), markdown: readFileSync(folder + file, 'utf8') }));
}
