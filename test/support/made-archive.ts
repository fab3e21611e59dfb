import fc from 'fast-check';
import { Archive } from '../../src/archive/archive.ts';
import type { Digest, Listing, Votes } from '../../src/archive/paper.ts';
import { ALL, type Filter } from '../../src/archive/select.ts';

export const AUTHORS = ['Ada Lovelace', 'Song Han', 'Kim Min-ji', 'Grace Hopper'];
export const ORGANIZATIONS = ['NVIDIA', 'KAIST AI', 'AI at Meta'];
const WORDS = ['VideoRAG', 'leverage', 'Mamba', 'agents', 'of', 'agent'];
const MADE_DAYS = ['2024-11-30', '2024-12-01', '2024-12-06', '2024-12-31', '2025-01-01', '2025-02-03'];

const votes = (): fc.Arbitrary<Votes> => fc.oneof(fc.nat(4), fc.constantFrom<Votes>('dash', 'missing'));

function listing(fetched: boolean): fc.Arbitrary<Listing> {
  const details = fc.record({
    abstract: fc.constant(null),
    keywords: fc.constant([]),
    aiSummary: fc.constant(null),
    organization: fc.constantFrom(null, ...ORGANIZATIONS),
    code: fc.constantFrom(null, 'https://github.com/a/b'),
    stars: fc.nat(3),
    project: fc.constant(null),
    hiddenAuthors: fc.constantFrom(0, 0, 1),
  });
  return fc.record({
    paperId: fc.integer({ min: 1, max: 9 }).map((n) => `2412.0000${n}`),
    title: fc.subarray(WORDS, { minLength: 1 }).map((words) => words.join(' ')),
    votes: votes(),
    authors: fc.record({ names: fc.shuffledSubarray(AUTHORS), cut: fc.boolean() }),
    media: fc.constant(null),
    sections: fc.constant([]),
    ...(fetched && { details }),
  });
}

function digest(fetched: boolean): fc.Arbitrary<Digest> {
  return fc.record({
    date: fc.constantFrom(...MADE_DAYS),
    listings: fc.uniqueArray(listing(fetched), { selector: ({ paperId }) => paperId, maxLength: 6 }),
    ...(fetched && { fetched: fc.record({ at: fc.constant(1_733_000_000_000), final: fc.boolean() }) }),
  });
}

/** Archives of few papers, authors and days, so that any filter leaves some: papers are listed again and again. */
export function madeArchive(): fc.Arbitrary<Archive> {
  return fc
    .array(fc.oneof(digest(false), digest(true)), { minLength: 1, maxLength: 9 })
    .map((digests) => Archive.of(digests));
}

/** Any combination of limits, most of them open. */
export function anyFilter(): fc.Arbitrary<Filter> {
  const name = fc.constantFrom(...AUTHORS, 'Nobody');
  const day = fc.option(fc.constantFrom(...MADE_DAYS, '2024-12-15'));
  const period = fc.record({ from: day, to: day });
  const names = fc.subarray(AUTHORS, { maxLength: 2 });
  const some = fc.oneof({ weight: 3, arbitrary: fc.constant<readonly string[]>([]) }, names);
  const organizations = fc.oneof(
    { weight: 3, arbitrary: fc.constant<readonly string[]>([]) },
    fc.subarray(ORGANIZATIONS),
  );
  const limits: { [Key in keyof Filter]: fc.Arbitrary<Filter[Key]> } = {
    from: day,
    to: day,
    except: fc.option(period, { freq: 1 }),
    authors: some,
    anyAuthor: some,
    notAuthors: some,
    firstAuthor: fc.option(name, { freq: 1 }),
    lastAuthor: fc.option(name, { freq: 1 }),
    organizations,
    notOrganizations: organizations,
    minVotes: fc.option(fc.nat(3), { freq: 1 }),
    maxVotes: fc.option(fc.nat(3), { freq: 1 }),
    minAuthors: fc.option(fc.nat(3), { freq: 1 }),
    maxAuthors: fc.option(fc.nat(3), { freq: 1 }),
    title: fc.option(fc.constantFrom('rag', 'mamba', 'agent', 'agents of'), { freq: 1 }),
    code: fc.option(fc.boolean(), { freq: 1 }),
  };
  return fc.record(limits, { requiredKeys: ['from', 'to'] }).map((some) => ({ ...ALL, ...some }));
}
