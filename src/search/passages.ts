import { paragraphsOf } from '../archive/abstract.ts';
import type { Paper, PaperId } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import { sensesIn } from '../text/lexicon/concepts.ts';
import { nearness } from '../text/proximity.ts';
import { sentencesOf } from '../text/sentences.ts';
import { terms, words } from '../text/tokens.ts';
import { coverage, type Rarity, weighUnits } from './coverage.ts';
import { type Query, stemsOf } from './query.ts';
import { keepRecent } from './recent.ts';

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

/** Tells where code, data or a page is, which answers no question about a subject. */
const WHERE_EN =
  /https?:|github|\b(?:code|models?|weights|datasets?|demos?|page)\b.{0,60}\b(?:available|released|open-?sourced?)\b/i;
const WHERE_KO =
  /(?:코드|가중치|데모|체크포인트|프로젝트 페이지|웹사이트).{0,40}(?:공개|제공|배포|확인할 수|이용 ?가능)/;

/**
 * The sentences of some papers that say most of what a query asks: of their summaries, but never of a doubtful one, and
 * of their abstracts. Where a paper has sentences in the reader's language, only those.
 *
 * @param papers best first
 */
export function rankPassages(
  query: Query,
  papers: readonly Paper[],
  rarity: Rarity,
  language: Language,
  limit: number,
): readonly Passage[] {
  const told = weighUnits(query, rarity);
  const stems = stemsOf(query);
  return papers
    .flatMap((paper, place) => {
      const title = foundIn(paper.title);
      return quotable(paper, language).map(([section, text]): Passage => {
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
function quotable({ sections, details, doubtful }: Paper, language: Language): readonly Sentence[] {
  const texts = doubtful ? [] : sections.map(({ heading, text }) => [heading, text] as const);
  const abstract = details?.abstract ? ([[null, paragraphsOf(details.abstract)]] as const) : [];
  const all = [...texts, ...abstract].flatMap(([heading, text]) =>
    sentencesOf(text)
      .filter((one) => one.length >= LETTERS_MIN && !WHERE_EN.test(one) && !WHERE_KO.test(one))
      .map((one): Sentence => [heading, one]),
  );
  const own = all.filter(([, text]) => /[가-힣]/.test(text) === (language === 'ko'));
  return own.length > 0 ? own : all;
}

type Sentence = readonly [heading: string | null, text: string];

/** The terms and senses of a sentence; those of 2,000 sentences take some 5 MB. */
const foundIn = keepRecent(
  2_000,
  (text: string): ReadonlySet<string> => new Set([...terms(text), ...sensesIn(words(text))]),
);
