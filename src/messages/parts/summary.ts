import { writtenFor } from '../../archive/model-summaries.ts';
import type { Paper, Section } from '../../archive/paper.ts';
import { sectionKind } from '../../digest-format/read/section.ts';
import type { Language } from '../../language.ts';
import { dataTable } from '../../text/data.ts';
import { sentencesOf } from '../../text/sentences.ts';
import { writtenIn } from '../../text/written-in.ts';
import { tellPlain } from '../locale.ts';
import { clean, escapeText } from './text/escape.ts';
import { cut, firstClause, firstSentences } from './text/truncate.ts';

/** Characters; three Korean sentences usually have fewer. */
const QUOTE_MAX = 420;

const words = dataTable(new URL('./claim-verbs.txt', import.meta.url));
const anyOf = (row: string): string => `(?:${words.get(row)?.join('|')})`;

/** Matches the sentence in which an abstract says what is new. */
const CLAIM = new RegExp(`\\b${anyOf('subjects')}\\b.{0,60}\\b${anyOf('verbs')}`, 'i');

/**
 * The origin of a text about a paper: the summary in Markdown, the language model set up here (`model`), Hugging Face's
 * model (`ai`), or the paper's abstract.
 */
export type TextSource = 'summary' | 'model' | 'ai' | 'abstract';

/** A quote about a paper, as Markdown. */
export interface Quote {
  readonly text: string;
  readonly source: TextSource;
}

/** The first sentences about what is new in a paper, in a language; null if there is no text in it. */
export function quote(paper: Paper, sentences: number, locale: Language): Quote | null {
  const news = newsOf(paper, locale);
  if (news === null) return null;
  const text = firstSentences(news.text, sentences, QUOTE_MAX);
  return { text: cut(escapeText(text), QUOTE_MAX), source: news.source };
}

/** What is new in a paper, in at most `columns` columns and in a language; null if there is no text in it. */
export function brief(paper: Paper, columns: number, locale: Language): Quote | null {
  const news = newsOf(paper, locale);
  if (news === null) return null;
  return { text: escapeText(firstClause(news.text, columns)), source: news.source };
}

/**
 * What is new in a paper, only in the reader's language: from its summary, or from one that a model wrote instead. In
 * English, if there is neither, from Hugging Face's model or from the abstract. Never quotes a doubtful summary.
 */
function newsOf(paper: Paper, locale: Language): Quote | null {
  const { text, source } = newsIn(shownSummary(paper, locale));
  if (text !== '' && !(paper.doubtful && source === 'summary')) return { text, source };
  if (locale !== 'en') return null;
  const ai = paper.doubtful ? '' : clean(paper.details?.aiSummary ?? '');
  if (ai !== '') return { text: ai, source: 'ai' };
  const abstract = claimOf(clean(paper.details?.abstract ?? ''));
  return abstract === '' ? null : { text: abstract, source: 'abstract' };
}

/** The key of a quote's label, or of the remark that there is no quote in the reader's language; null for no label. */
export function labelKey(quoted: Quote | null) {
  if (quoted === null) return 'card.noSummary';
  if (quoted.source === 'summary') return null;
  const labels = { model: 'card.written', ai: 'card.aiSummary', abstract: 'card.fromAbstract' } as const;
  return labels[quoted.source];
}

/** The origin of a sentence that search quotes from a paper. */
export function sourceOf({ details }: Paper, sentence: string): TextSource {
  return clean(details?.abstract ?? '').includes(clean(sentence)) ? 'abstract' : 'summary';
}

/** A summary to show, and its origin. */
export interface Shown {
  readonly sections: readonly Section[];
  readonly source: 'summary' | 'model';
}

/** The summary in a language: the archive's own, else the one that a model wrote; without either, no sections. */
export function shownSummary(paper: Paper, locale: Language): Shown {
  const written = (writtenFor(paper, locale) ?? []).filter(({ text }) => clean(text) !== '');
  if (written.length > 0) return { sections: written, source: 'model' };
  const own = paper.sections.filter(({ text }) => clean(text) !== '');
  const isInLanguage = writtenIn(own.map(({ text }) => text).join(' ')) === locale;
  return { sections: isInLanguage ? own : [], source: 'summary' };
}

/** An abstract from the sentence that says what the paper does, which is seldom the first. */
function claimOf(abstract: string): string {
  const claim = sentencesOf(abstract).find((sentence) => CLAIM.test(sentence));
  return claim === undefined ? abstract : abstract.slice(abstract.indexOf(claim));
}

/** The part of a summary about what is new, on one line; empty if there is no summary. */
function newsIn({ sections, source }: Shown): { text: string; source: TextSource } {
  const news = sections.find(({ heading }) => sectionKind(heading) === 'new') ?? sections[0];
  if (news === undefined) return { text: '', source };
  // Points without a heading read on like sentences; the first alone is often only background, so join them.
  const text = news.heading === null ? points(sections).map(clean).join(' ') : clean(news.text);
  return { text, source };
}

/** The texts of the points without a heading. */
export function points(sections: readonly Section[]): string[] {
  return sections.filter(({ heading }) => heading === null).map(({ text }) => text);
}

/** A quoted text and its origin. */
interface Quoted {
  readonly text: string;
  readonly source: TextSource;
}

/** Names the origins of quoted texts, as plain text; empty if there are no quotes. */
export function creditOf(quotes: readonly Quoted[], locale: Language): string {
  const summaries = quotes.filter(({ source }) => source === 'summary');
  const korean = writtenIn(summaries[0]?.text ?? '') === 'ko' ? 'paper.sourceKorean' : 'paper.source';
  const isQuoted = (wanted: TextSource) => quotes.some(({ source }) => source === wanted);
  const parts = [
    summaries.length > 0 ? tellPlain(korean, locale, { count: summaries.length }) : '',
    isQuoted('model') ? tellPlain('card.credit.model', locale) : '',
    isQuoted('ai') ? tellPlain('card.credit.ai', locale) : '',
    isQuoted('abstract') ? tellPlain('card.credit.abstract', locale) : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}
