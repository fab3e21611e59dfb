import { paragraphsOf } from '../archive/abstract.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import { sensesIn } from '../text/lexicon/concepts.ts';
import { sentencesOf } from '../text/sentences.ts';
import { isHangul, terms, words } from '../text/tokens.ts';
import { coverage, type Rarity, weighUnits } from './coverage.ts';
import { nearness } from './proximity.ts';
import { type Query, stemsOf } from './query.ts';

/** A sentence of a paper's summary, or of its abstract. */
export interface Passage {
  readonly paperId: PaperId;
  /** The heading it stands under in the summary. */
  readonly section: string | null;
  /** Word for word as the archive has it. */
  readonly text: string;
  /** Compares only within one answer. */
  readonly score: number;
  /** How much of what the query tells is in the sentence or its paper's title, 0 to 1. */
  readonly coverage: number;
}

/** What the sentence itself is worth beside what the title already says, and its words standing together. */
const WORTH = { sentence: 1, withTitle: 0.5, near: 0.5, place: 0.05 };

/** A shorter sentence is a heading or a scrap. */
const LETTERS_MIN = 15;

/**
 * The sentences of some papers, papers best first, that say most of what a query asks: of their summaries, but never of
 * a doubtful one, and of their abstracts where there is no other text or the query is in English.
 */
export function rankPassages(
  query: Query,
  papers: readonly Paper[],
  rarity: Rarity,
  limit: number,
): readonly Passage[] {
  const told = weighUnits(query, rarity);
  const stems = stemsOf(query);
  const isEnglish = !query.words.some(isHangul);
  return papers
    .flatMap((paper, place) => {
      const title = foundIn(paper.title);
      return sentencesOfPaper(paper, isEnglish).map(([section, text]): Passage => {
        const found = foundIn(text);
        const own = coverage(query, told, found);
        const both = coverage(query, told, new Set([...found, ...title]));
        const near = nearness(text.toLowerCase().replaceAll(' ', ''), stems, told);
        const score = WORTH.sentence * own + WORTH.withTitle * both + WORTH.near * near - WORTH.place * place;
        return { paperId: paper.id, section, text, score, coverage: both };
      });
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** The sentences of a paper that may be quoted, each with the heading it stands under. */
function sentencesOfPaper(
  { sections, details, doubtful }: Paper,
  isEnglish: boolean,
): readonly (readonly [string | null, string])[] {
  const texts = doubtful ? [] : sections.map(({ heading, text }) => [heading, text] as const);
  const abstract = details?.abstract ?? null;
  const all =
    abstract !== null && (isEnglish || texts.length === 0)
      ? [...texts, [null, paragraphsOf(abstract)] as const]
      : texts;
  return all.flatMap(([heading, text]) =>
    sentencesOf(text)
      .filter((sentence) => sentence.length >= LETTERS_MIN)
      .map((sentence) => [heading, sentence] as const),
  );
}

function foundIn(text: string): ReadonlySet<string> {
  return new Set([...terms(text), ...sensesIn(words(text))]);
}
