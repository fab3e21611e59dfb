import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import Database from 'better-sqlite3';
import MiniSearch from 'minisearch';
import type { Digest, Paper } from '../../src/archive/paper.ts';
import { createSearch } from '../../src/search/index.ts';
import { judged } from '../../test/support/judged.ts';
import type { Ask } from './measure.ts';

const LIMIT = 10;

/** A search over the papers of some digests, ready to be asked. */
type System = (digests: readonly Digest[]) => Ask | Promise<Ask>;

/** Our search, and common libraries with their default settings. */
export const SYSTEMS: Readonly<Record<string, System>> = {
  Paperboy: (digests) => {
    const archive = judged(digests);
    const search = createSearch(archive.papers(), { people: archive });
    // Builds the author index first, as a running bot has.
    archive.findAuthors('anybody');
    return (query) => search.search(query, {}, LIMIT).map(({ id }) => id);
  },
  MiniSearch: (digests) => {
    const index = new MiniSearch({ fields: ['title', 'authors', 'summary'] });
    index.addAll(plainPapers(digests));
    return (query) =>
      index
        .search(query)
        .slice(0, LIMIT)
        .map(({ id }) => String(id));
  },
  Orama: async (digests) => {
    const index = create({ schema: { title: 'string', authors: 'string', summary: 'string' } });
    await insertMultiple(index, plainPapers(digests));
    return async (query) =>
      (await searchOrama(index, { term: query, limit: LIMIT })).hits.map(({ id }) => id);
  },
  'FTS5 trigram': (digests) => {
    const database = new Database(':memory:');
    database.exec(
      `create virtual table papers using fts5(id unindexed, title, authors, summary, tokenize='trigram')`,
    );
    const insert = database.prepare<[string, string, string, string]>(
      'insert into papers values (?, ?, ?, ?)',
    );
    for (const { id, title, authors, summary } of plainPapers(digests))
      insert.run(id, title, authors, summary);
    const ask = database.prepare<[string], { id: string }>(
      `select id from papers where papers match ? order by bm25(papers) limit ${LIMIT}`,
    );
    return (query) => {
      const words = query.match(/[\p{L}\p{N}]{3,}/gu) ?? [];
      return words.length === 0
        ? []
        : ask.all(words.map((word) => `"${word}"`).join(' OR ')).map(({ id }) => id);
    };
  },
};

function plainPapers(digests: readonly Digest[]) {
  return [...judged(digests).papers()].map(({ id, title, authors, sections, details }: Paper) => ({
    id,
    title,
    authors: authors.names.join(', '),
    summary: [...sections.map(({ text }) => text), details?.abstract ?? ''].join('\n'),
  }));
}
