import type { Paper, Section } from '../archive/paper.ts';
import { sectionKind } from '../archive/section.ts';
import { cut, firstSentences, sentencesOf } from './cut.ts';
import { clean, escapeText } from './escape.ts';

/** A text is called Korean when at least this share of its letters is Hangul; the rest is mostly English terms. */
const KOREAN_SHARE = 0.3;
const SAMPLE = 500;
/** Two Korean sentences mostly have less. */
const QUOTE_MAX = 320;

/** How abstracts say what is new. */
const CLAIM =
  /\b(?:we|this (?:paper|work|report|study|survey)|our (?:work|method|model|approach))\b.{0,60}\b(?:propos|introduc|present|develop|releas|describ|investigat|stud(?:y|ies)|show|explor|address|build|design|find|argue|demonstrat)/i;

/** Where a text about a paper comes from: the Markdown's summary, Hugging Face's model, or the paper's abstract. */
export type Source = 'summary' | 'ai' | 'abstract';

/** What is quoted of a paper, as Markdown. */
export interface Quote {
  readonly text: string;
  readonly source: Source;
}

/**
 * What is new in a paper, in so many sentences: of its summary; where there is none, as a model of Hugging Face puts it,
 * or as the abstract does. In the place of a doubtful summary stands the abstract.
 *
 * @returns null where there is nothing to quote
 */
export function quote(paper: Paper, sentences: number): Quote | null {
  const { sections, details, doubtful } = paper;
  const summary = doubtful ? '' : newsIn(sections, sentences);
  if (summary !== '') return { text: summary, source: 'summary' };
  const ai = doubtful ? '' : quoted(clean(details?.aiSummary ?? ''), sentences);
  if (ai !== '') return { text: ai, source: 'ai' };
  const abstract = quoted(claimOf(clean(details?.abstract ?? '')), sentences);
  return abstract === '' ? null : { text: abstract, source: 'abstract' };
}

/** What is to be known of a quote before reading it: that it is no summary of the digest, or none at all. */
export function labelKey({ doubtful }: Paper, quoted: Quote | null) {
  if (doubtful) return quoted === null ? 'paper.doubtfulShort' : 'card.doubtfulShort';
  if (quoted === null || quoted.source === 'summary') return null;
  return quoted.source === 'ai' ? 'card.aiSummary' : 'card.fromAbstract';
}

/** Where a sentence that search quotes of a paper comes from. */
export function sourceOf({ details }: Paper, sentence: string): Source {
  return clean(details?.abstract ?? '').includes(clean(sentence)) ? 'abstract' : 'summary';
}

/** The sections that may be shown: none of a summary that is doubtful while there is an abstract to show instead. */
export function shownSections({ sections, doubtful, details }: Paper): readonly Section[] {
  if (doubtful && clean(details?.abstract ?? '') !== '') return [];
  return sections.filter(({ text }) => clean(text) !== '');
}

/** An abstract from the sentence on that says what the paper does, which is seldom the first. */
function claimOf(abstract: string): string {
  const claim = sentencesOf(abstract).find((sentence) => CLAIM.test(sentence));
  return claim === undefined ? abstract : abstract.slice(abstract.indexOf(claim));
}

function quoted(text: string, sentences: number): string {
  return cut(escapeText(firstSentences(text, sentences, QUOTE_MAX)), QUOTE_MAX);
}

/** The first sentences of what is new, as Markdown; empty when there is no summary. */
function newsIn(sections: readonly Section[], sentences: number): string {
  const whole = sections.filter(({ text }) => clean(text) !== '');
  const news = whole.filter(({ heading }) => sectionKind(heading) === 'new');
  const [first] = news.length > 0 ? news : whole;
  if (first === undefined) return '';
  // Points without a heading follow each other like sentences: one alone is often no more than the background.
  const text = first.heading === null ? points(whole).map(clean).join(' ') : clean(first.text);
  return quoted(text, sentences);
}

/** The texts of the points without a heading. */
export function points(sections: readonly Section[]): string[] {
  return sections.filter(({ heading }) => heading === null).map(({ text }) => text);
}

/** Whether a text is mostly in Korean; its beginning tells. */
export function isKorean(text: string): boolean {
  const beginning = text.slice(0, SAMPLE);
  const letters = beginning.match(/\p{L}/gu)?.length ?? 0;
  const hangul = beginning.match(/[가-힣]/g)?.length ?? 0;
  return letters > 0 && hangul / letters >= KOREAN_SHARE;
}
