import type { Paper, PaperId } from '../archive/paper.ts';
import { sensesIn } from '../text/lexicon/concepts.ts';
import { nameTerms } from '../text/names/model-name.ts';
import { terms, words } from '../text/tokens.ts';

/**
 * Parts of a paper. `abstract` has the keywords too; `meaning` has the meanings of the title's words, each once; `gist`
 * has those of summary and abstract, as often as they occur.
 */
export const FIELDS = ['title', 'name', 'authors', 'summary', 'abstract', 'meaning', 'gist'] as const;

export type Field = (typeof FIELDS)[number];

/** The terms of a paper by field, in the spellings of all its listings. */
export type Document = { readonly id: PaperId } & Readonly<Record<Field, readonly string[]>>;

/** The texts that a paper's terms are read from. */
export function textsOf(paper: Paper) {
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

/** A doubtful summary may be about another paper; it is left out where the paper has an abstract. */
function summaryOf(paper: Paper): string {
  if (paper.doubtful && paper.details?.abstract) return '';
  return paper.sections
    .map(({ text }) => text)
    .join('\n')
    .trim();
}
