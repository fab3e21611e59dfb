import type { Archive } from '../../../src/archive/archive.ts';
import type { PaperFilter } from '../../../src/delivery/subscriptions/subscription.ts';
import type { Random } from '../../../test/support/random.ts';

/** What people may follow, by kind, the most popular first. */
type Pool = readonly (readonly PaperFilter[])[];

/** Different topics that people follow. */
const TOPICS = 1_000;
const FOLLOWS = 5;

/** The authors and organizations of an archive, and topics out of its keywords and titles. */
export function pool(archive: Archive): Pool {
  const authors = new Set<string>();
  const topics = new Set<string>();
  for (const day of archive.days().toReversed())
    for (const { paper } of archive.ranked(day)) {
      for (const name of paper.authors.names) authors.add(name);
      for (const word of paper.details?.keywords ?? []) topics.add(word.toLowerCase());
      topics.add(paper.title.split(/\s+/).slice(-2).join(' '));
    }
  return [
    [...authors].map((author) => ({ author })),
    archive.organizations().map(({ name }) => ({ organization: name })),
    [...topics].slice(0, TOPICS).map((query) => ({ query })),
  ];
}

/** What one person follows; a few things are popular, most are not. */
export function follower(things: Pool, random: Random): PaperFilter[] {
  return Array.from({ length: FOLLOWS }, (_, at) => {
    const kinds = things.filter((kind) => kind.length > 0);
    const kind = kinds[at % kinds.length] ?? [];
    return kind[Math.floor(kind.length * random.next() ** 3)] ?? { query: 'robots' };
  });
}
