import { writtenFor } from '../../archive/model-summaries.ts';
import type { Paper, Section } from '../../archive/paper.ts';
import { sectionKind } from '../../digest-format/read/section.ts';
import type { Language } from '../../language.ts';
import { dataTable } from '../../text/data.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { clean, escapeText } from './text/escape.ts';
import { cut, firstSentences } from './text/truncate.ts';

/** Two Korean sentences mostly have less. */
const QUOTE_MAX = 320;

const words = dataTable(new URL('./claim-verbs.txt', import.meta.url));
const anyOf = (row: string): string => `(?:${words.get(row)?.join('|')})`;

/** How abstracts say what is new. */
const CLAIM = new RegExp(`\\b${anyOf('subjects')}\\b.{0,60}\\b${anyOf('verbs')}`, 'i');

/**
 * Where a text about a paper comes from: the Markdown's summary, the language model that is set up here, Hugging Face's
 * model, or the paper's abstract.
 */
export type Source = 'summary' | 'model' | 'ai' | 'abstract';

/** What is quoted of a paper, as Markdown. */
export interface Quote {
  readonly text: string;
  readonly source: Source;
}

/**
 * What is new in a paper, in so many sentences: of its summary, or what a model wrote in its place; where there is none,
 * as a model of Hugging Face puts it, or as the abstract does. In the place of a doubtful summary stands the abstract.
 *
 * @returns null where there is nothing to quote
 */
export function quote(paper: Paper, sentences: number, locale: Language): Quote | null {
  const { sections, details, doubtful } = paper;
  const written = newsIn(writtenFor(paper, locale) ?? [], sentences);
  if (written !== '') return { text: written, source: 'model' };
  const summary = doubtful ? '' : newsIn(sections, sentences);
  if (summary !== '') return { text: summary, source: 'summary' };
  const ai = doubtful ? '' : quoted(clean(details?.aiSummary ?? ''), sentences);
  if (ai !== '') return { text: ai, source: 'ai' };
  const abstract = quoted(claimOf(clean(details?.abstract ?? '')), sentences);
  return abstract === '' ? null : { text: abstract, source: 'abstract' };
}

/** What is to be known of a quote before reading it: that it is no summary of the digest, or none at all. */
export function labelKey({ doubtful }: Paper, quoted: Quote | null) {
  if (quoted?.source === 'model') return 'card.written';
  if (doubtful) return quoted === null ? 'paper.doubtfulShort' : 'card.doubtfulShort';
  if (quoted === null || quoted.source === 'summary') return null;
  return quoted.source === 'ai' ? 'card.aiSummary' : 'card.fromAbstract';
}

/** Where a sentence that search quotes of a paper comes from. */
export function sourceOf({ details }: Paper, sentence: string): Source {
  return clean(details?.abstract ?? '').includes(clean(sentence)) ? 'abstract' : 'summary';
}

/** A summary as it is shown, and whose it is. */
export interface Shown {
  readonly sections: readonly Section[];
  readonly source: 'summary' | 'model';
}

/**
 * The summary for readers of a language: what a model wrote where the archive has none for them; none of the archive's
 * that is doubtful while there is an abstract to show instead.
 */
export function shownSummary(paper: Paper, locale: Language): Shown {
  const { sections, doubtful, details } = paper;
  const written = (writtenFor(paper, locale) ?? []).filter(({ text }) => clean(text) !== '');
  if (written.length > 0) return { sections: written, source: 'model' };
  const isLeftOut = doubtful && clean(details?.abstract ?? '') !== '';
  const own = isLeftOut ? [] : sections.filter(({ text }) => clean(text) !== '');
  return { sections: own, source: 'summary' };
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
