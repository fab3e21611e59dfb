import type { Paper, PaperId, Section } from '../archive/paper.ts';
import { coverage, type Rarity, weighUnits } from './coverage.ts';
import { nearness } from './nearness.ts';
import { type Query, stemsOf } from './query.ts';
import { sensesIn } from './senses.ts';
import { sentencesOf } from './sentences.ts';
import { terms, words } from './tokens.ts';

/** A sentence of a paper's summary. */
export interface Passage {
  readonly paperId: PaperId;
  /** The heading it stands under. */
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

/** The sentences of some papers, papers best first, that say most of what a query asks; never of a doubtful summary. */
export function rankPassages(
  query: Query,
  papers: readonly Paper[],
  rarity: Rarity,
  limit: number,
): readonly Passage[] {
  const told = weighUnits(query, rarity);
  const stems = stemsOf(query);
  return papers
    .flatMap((paper, place) => {
      if (paper.doubtful) return [];
      const title = foundIn(paper.title);
      return sentencesWithSection(paper.sections).map(([section, text]): Passage => {
        const found = foundIn(text);
        const own = coverage(query, told, found);
        const both = coverage(query, told, new Set([...found, ...title]));
        const near = nearness(text.toLowerCase().replaceAll(' ', ''), stems, told);
        const score = WORTH.sentence * own + WORTH.withTitle * both + WORTH.near * near - WORTH.place * place;
        return { paperId: paper.id, section: section.heading, text, score, coverage: both };
      });
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

function* sentencesIn(sections: readonly Section[]): Generator<readonly [Section, string]> {
  for (const section of sections) {
    for (const sentence of sentencesOf(section.text)) {
      if (sentence.length >= LETTERS_MIN) yield [section, sentence];
    }
  }
}

function sentencesWithSection(sections: readonly Section[]): readonly (readonly [Section, string])[] {
  return [...sentencesIn(sections)];
}

function foundIn(text: string): ReadonlySet<string> {
  return new Set([...terms(text), ...sensesIn(words(text))]);
}
