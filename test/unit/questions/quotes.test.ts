import { describe, expect, it } from 'vitest';
import { Archive } from '../../../src/archive/archive.ts';
import type { Listing } from '../../../src/archive/paper.ts';
import { quotesFor } from '../../../src/questions/quotes.ts';
import { read } from '../../../src/questions/read/read.ts';
import { understand } from '../../../src/questions/read/understand.ts';
import { createSearch } from '../../../src/search/index.ts';

function listing(paperId: string, title: string, abstract: string): Listing {
  const details = {
    abstract,
    keywords: [],
    aiSummary: null,
    organization: null,
    code: null,
    project: null,
    hiddenAuthors: 0,
  };
  return {
    paperId,
    title,
    votes: 1,
    authors: { names: ['A'], cut: false },
    media: null,
    sections: [],
    details,
  };
}

function libraryOf(...listings: readonly Listing[]) {
  const archive = Archive.of([{ date: '2026-03-10', listings, fetched: { at: 0, final: true } }]);
  return { archive, search: createSearch(archive.papers()), today: '2026-03-10', locale: 'en' as const };
}

function quotesOf(question: string, ...listings: readonly Listing[]): readonly string[] {
  const answer = quotesFor(question, libraryOf(...listings));
  return answer.kind === 'passages' ? answer.passages.flatMap(({ sentences }) => sentences) : [];
}

describe('quotes', () => {
  const OWN = 'We train a transformer that reads the waggle dance of bees from video.';

  it.each([
    'Despite recent work, the waggle dance of bees in video is hard to read for a transformer.',
    'While existing methods read the waggle dance of bees, a transformer on video is missing.',
    '최근 a transformer for the waggle dance of bees in video was missing.',
  ])('say what the paper does before they say what the field does: %s', (field) => {
    const quotes = quotesOf('waggle dance of bees', listing('2603.00001', 'Bees', `${field} ${OWN}`));
    expect(quotes[0]).toBe(OWN);
  });

  it('have no commands of LaTeX', () => {
    const latex = 'The waggle dance of bees is what \\ours reads with a transformer.';
    const quotes = quotesOf('waggle dance of bees', listing('2603.00001', 'Bees', `${latex} ${OWN}`));
    expect(quotes).toEqual([OWN]);
  });
});

describe('a name that is also a plain word', () => {
  const library = libraryOf(
    listing('2603.00001', 'FASTER: Rethinking Real-Time Control', 'We control robots in real time.'),
    listing('2603.00002', 'GameWorld: Agents in Games', 'We evaluate agents in games.'),
  );
  const calendar = { today: '2026-03-10', first: '2026-03-10', last: '2026-03-10' };
  const reading = (question: string) => read(understand(question, library, calendar));

  it.each([['how does FASTER work?'], ['how does GameWorld work?']])(
    'is a name with its capitals: %s',
    (question) => {
      expect(reading(question).is).toBe('about');
    },
  );

  it.each([['how do agents control robots faster?'], ['how do agents build a game world?']])(
    'is the word without them: %s',
    (question) => {
      expect(reading(question).is).not.toBe('about');
    },
  );
});
