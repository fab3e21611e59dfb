import { type Paper, type PaperId, quotableTexts } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import { FIELD, OWN, UNQUOTABLE } from '../text/lexicon/sentence-kinds.ts';
import { termsAndMeanings } from '../text/lexicon/word-meanings.ts';
import { nearness } from '../text/proximity.ts';
import { sentencesOf } from '../text/sentences.ts';
import { preferablyIn } from '../text/written-in.ts';
import { coverage } from './coverage.ts';
import { literally } from './query.ts';
import type { Reader } from './rerank.ts';

/** A sentence of a paper's summary, or of its abstract. */
export interface ScoredPassage {
  readonly paperId: PaperId;
  /** Verbatim from the archive. */
  readonly text: string;
  /** Compares only within one answer. */
  readonly score: number;
  /** Share of the query that the sentence and its paper's title have, 0 to 1. */
  readonly coverage: number;
}

/**
 * Weights of coverage by the sentence alone, and with its title, and of nearness; loss per place in the ranking; gain of a
 * sentence about the paper's own work, and loss of one about the state of the field.
 */
const WORTH = { sentence: 1, withTitle: 0.5, near: 0.5, place: 0.05, own: 0.1, field: 0.2 };
/** Shorter sentences, in characters, are headings or fragments. */
const LETTERS_MIN = 15;

/**
 * Ranks sentences of summaries (never of a doubtful one) and abstracts by how much of a query they have. A paper with
 * sentences in `language` gives only those.
 *
 * @param papers best first
 */
export function rankPassages(
  asked: Reader,
  papers: readonly Paper[],
  language: Language,
  limit: number,
): readonly ScoredPassage[] {
  const query = literally(asked);
  const { told, stems } = asked;
  return papers
    .flatMap((paper, place) => {
      const title = new Set(termsAndMeanings(paper.title));
      return quotable(paper, language).map((text): ScoredPassage => {
        const found = new Set(termsAndMeanings(text));
        const own = coverage(query, told, found);
        const both = coverage(query, told, { has: (term) => found.has(term) || title.has(term) });
        const near = nearness(text.toLowerCase().replaceAll(' ', ''), stems, told);
        const kind = FIELD.test(text) ? -WORTH.field : OWN.test(text) ? WORTH.own : 0;
        const score =
          WORTH.sentence * own + WORTH.withTitle * both + WORTH.near * near + kind - WORTH.place * place;
        return { paperId: paper.id, text, score, coverage: both };
      });
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** Sentences of a paper that may be quoted, in one language if it has some in it. */
function quotable(paper: Paper, language: Language): readonly string[] {
  const isWhole = (one: string) => one.length >= LETTERS_MIN && !UNQUOTABLE.some((kind) => kind.test(one));
  return preferablyIn(language, quotableTexts(paper).flatMap(sentencesOf).filter(isWhole));
}
