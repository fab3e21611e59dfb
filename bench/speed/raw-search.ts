import MiniSearch from 'minisearch';
import type { Paper } from '../../src/archive/paper.ts';
import { documentOf, FIELDS, type Field } from '../../src/search/document.ts';
import { BOOST } from '../../src/search/index/bm25.ts';
import { sensesIn } from '../../src/text/lexicon/concepts.ts';
import { terms, words } from '../../src/text/tokens.ts';

/** MiniSearch with default settings over titles, summaries and authors. */
export function rawSearch(papers: Iterable<Paper>): (query: string) => readonly unknown[] {
  const index = new MiniSearch({ fields: ['title', 'summary', 'authors'] });
  for (const { id, title, sections, authors } of papers) {
    index.add({
      id,
      title,
      summary: sections.map(({ text }) => text).join('\n'),
      authors: authors.names.join(', '),
    });
  }
  return (query) => index.search(query).slice(0, 10);
}

/** MiniSearch with our tokens, glossary and weights, for a fair comparison. */
export function fedSearch(papers: Iterable<Paper>): (query: string) => readonly string[] {
  const index = new MiniSearch<Record<'id' | Field, string>>({
    fields: [...FIELDS],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: {
      boost: BOOST,
      tokenize: (text) => [...terms(text), ...sensesIn(words(text))],
      fuzzy: (term) => (/^[a-z0-9]{5,}$/.test(term) ? 0.2 : false),
    },
  });
  for (const paper of papers) {
    const { id, ...fields } = documentOf(paper);
    const text = (field: Field) => fields[field].join(' ');
    index.add({
      id,
      title: text('title'),
      name: text('name'),
      authors: text('authors'),
      summary: text('summary'),
      abstract: text('abstract'),
      meaning: text('meaning'),
      gist: text('gist'),
    });
  }
  return (query) =>
    index
      .search(query)
      .slice(0, 10)
      .map(({ id }) => String(id));
}
