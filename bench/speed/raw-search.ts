import MiniSearch from 'minisearch';
import type { Paper } from '../../src/archive/paper.ts';

/** MiniSearch as it comes, over titles, summaries and authors: what one would write first. */
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
