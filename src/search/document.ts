import type { Paper, PaperId } from '../archive/paper.ts';
import { sensesIn } from '../text/lexicon/concepts.ts';
import { nameTerms } from '../text/names/model-name.ts';
import { terms, words } from '../text/tokens.ts';

/** The terms of a paper by the place where they stand, in the spellings of all its listings. */
export interface Document {
  readonly id: PaperId;
  readonly title: readonly string[];
  readonly name: readonly string[];
  readonly authors: readonly string[];
  readonly summary: readonly string[];
  /** The abstract and its keywords, in English. */
  readonly abstract: readonly string[];
  /** What the words of the title mean, as signs of the lexicon, each once. */
  readonly meaning: readonly string[];
  /** The same for the summary and the abstract, as often as it is said. */
  readonly gist: readonly string[];
}

export type Field = Exclude<keyof Document, 'id'>;

export const FIELDS = [
  'title',
  'name',
  'authors',
  'summary',
  'abstract',
  'meaning',
  'gist',
] as const satisfies Field[];

/** What a paper's terms are read from. */
export interface Texts {
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly summary: string;
  /** With the keywords. */
  readonly abstract: string;
}

export function textsOf(paper: Paper): Texts {
  const { listings, authors, details } = paper;
  return {
    titles: [...new Set(listings.map(({ title }) => title))],
    authors: authors.names,
    summary: summaryOf(paper),
    abstract: [details?.abstract ?? '', ...(details?.keywords ?? [])].join('\n').trim(),
  };
}

export function documentOf(paper: Paper): Document {
  const { titles, authors, summary, abstract } = textsOf(paper);
  return {
    id: paper.id,
    title: titles.flatMap(terms),
    name: titles.flatMap(nameTerms),
    authors: authors.flatMap(terms),
    summary: terms(summary),
    abstract: terms(abstract),
    meaning: [...new Set(titles.flatMap((title) => sensesIn(words(title))))],
    gist: sensesIn(words(`${summary}\n${abstract}`)),
  };
}

/** A summary that may be about another paper is not searched where there is an abstract. */
function summaryOf(paper: Paper): string {
  if (paper.details?.abstract && paper.doubtful) return '';
  return paper.sections
    .map(({ text }) => text)
    .join('\n')
    .trim();
}
