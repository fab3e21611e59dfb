import { paragraphsOf } from '../archive/abstract.ts';
import type { Paper, PaperId, Section } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import { sensesIn } from '../text/lexicon/concepts.ts';
import { FIELD, OWN, UNQUOTABLE } from '../text/lexicon/sentence-kinds.ts';
import { nearness } from '../text/proximity.ts';
import { sentencesOf } from '../text/sentences.ts';
import { terms, words } from '../text/tokens.ts';
import { coverage, type Rarity, weighUnits } from './coverage.ts';
import { literally, type Query, stemsOf } from './query.ts';

/** A sentence of a paper's summary, or of its abstract. */
export interface ScoredPassage {
  readonly paperId: PaperId;
  /** Its heading in the summary. */
  readonly section: string | null;
  /** Verbatim from the archive. */
  readonly text: string;
  /** Compares only within one answer. */
  readonly score: number;
  /** Share of the query that the sentence and its paper's title have, 0 to 1. */
  readonly coverage: number;
}

/** A text or sentence with its heading in the summary; null in an abstract. */
type Quotable = Pick<Section, 'heading' | 'text'>;

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
  asked: Query,
  papers: readonly Paper[],
  rarity: Rarity,
  language: Language,
  limit: number,
): readonly ScoredPassage[] {
  const query = literally(asked);
  const weights = weighUnits(query, rarity);
  const stems = stemsOf(query);
  return papers
    .flatMap((paper, place) => {
      const title = foundIn(paper.title);
      return quotable(paper, language).map(({ heading: section, text }): ScoredPassage => {
        const found = foundIn(text);
        const own = coverage(query, weights, found);
        const both = coverage(query, weights, { has: (term) => found.has(term) || title.has(term) });
        const near = nearness(text.toLowerCase().replaceAll(' ', ''), stems, weights);
        const kind = FIELD.test(text) ? -WORTH.field : OWN.test(text) ? WORTH.own : 0;
        const score =
          WORTH.sentence * own + WORTH.withTitle * both + WORTH.near * near + kind - WORTH.place * place;
        return { paperId: paper.id, section, text, score, coverage: both };
      });
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** Texts of a paper that may be quoted: its summary, unless it is doubtful, and its abstract. */
export function quotableTexts({ sections, details, doubtful }: Paper): readonly Quotable[] {
  const abstract = details?.abstract ? [{ heading: null, text: paragraphsOf(details.abstract) }] : [];
  return [...(doubtful ? [] : sections), ...abstract];
}

export function isInLanguage(text: string, language: Language): boolean {
  return /[가-힣]/.test(text) === (language === 'ko');
}

/** Sentences of a paper that may be quoted, in one language if it has some in it. */
function quotable(paper: Paper, language: Language): readonly Quotable[] {
  const all = quotableTexts(paper).flatMap(({ heading, text }) =>
    sentencesOf(text)
      .filter((one) => one.length >= LETTERS_MIN && !UNQUOTABLE.some((kind) => kind.test(one)))
      .map((one) => ({ heading, text: one })),
  );
  const own = all.filter(({ text }) => isInLanguage(text, language));
  return own.length > 0 ? own : all;
}

/** Terms and meanings of a sentence. */
function foundIn(text: string): ReadonlySet<string> {
  return new Set([...terms(text), ...sensesIn(words(text))]);
}
