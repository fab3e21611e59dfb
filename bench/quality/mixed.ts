import type { DatedListing, Paper } from '../../src/archive/paper.ts';
import { Random } from '../../test/support/random.ts';

/** The real papers, filled up to `count` by mixing their titles, sentences and authors. */
export function mixedPapers(real: readonly Paper[], count: number): readonly Paper[] {
  return Array.from({ length: count }, (_, number) => real[number] ?? mixed(number, real));
}

/** A paper with parts of others' titles, summaries and authors. */
function mixed(number: number, real: readonly Paper[]): Paper {
  const random = new Random(number);
  const any = (): Paper => random.pick(real) ?? never();
  const [one, two, three] = [any(), any(), any()];
  const half = (text: string, part: 0 | 1): string => {
    const words = text.split(' ');
    const middle = Math.ceil(words.length / 2);
    return (part === 0 ? words.slice(0, middle) : words.slice(middle)).join(' ');
  };
  const id = `9${String(number).padStart(6, '0').slice(0, 3)}.${String(number % 100_000).padStart(5, '0')}`;
  const listing: DatedListing = {
    ...one.listings[0],
    paperId: id,
    title: `${half(one.title, 0)} ${half(two.title, 1)}`,
    authors: three.authors,
    sections: [...two.sections.slice(0, 1), ...three.sections.slice(1)],
  };
  return {
    ...one,
    id,
    title: listing.title,
    listings: [listing],
    authors: listing.authors,
    sections: listing.sections,
  };
}

function never(): never {
  throw new Error('there are no papers to mix');
}
