import type { Paper, PaperId } from '../archive/paper.ts';
import { nameTerms } from './name.ts';
import { sensesIn } from './senses.ts';
import { terms, words } from './tokens.ts';

/** The terms of a paper by the place where they stand, in the spellings of all its listings. */
export interface Document {
  readonly id: PaperId;
  readonly title: readonly string[];
  readonly name: readonly string[];
  readonly authors: readonly string[];
  readonly summary: readonly string[];
  /** What the words of the title mean, as signs of the lexicon, each once. */
  readonly meaning: readonly string[];
  /** The same for the summary. */
  readonly gist: readonly string[];
}

export type Field = Exclude<keyof Document, 'id'>;

export const FIELDS = ['title', 'name', 'authors', 'summary', 'meaning', 'gist'] as const satisfies Field[];

export function documentOf({ id, listings, authors, sections }: Paper): Document {
  const titles = [...new Set(listings.map(({ title }) => title))];
  const text = sections.map((section) => section.text).join('\n');
  return {
    id,
    title: titles.flatMap(terms),
    name: titles.flatMap(nameTerms),
    authors: authors.names.flatMap(terms),
    summary: terms(text),
    meaning: [...new Set(titles.flatMap((title) => sensesIn(words(title))))],
    gist: [...new Set(sensesIn(words(text)))],
  };
}
