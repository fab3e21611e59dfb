import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Shelf } from '../sliced.ts';

/** What a file of a shelf has. */
interface Book {
  readonly state: string;
  readonly value: unknown;
}

/**
 * A shelf of files: `search.names.kept` and others beside `search.db`. They may be deleted at any time, and other processes
 * may write them.
 *
 * @param index path of the search index; null keeps nothing
 */
export function shelfBeside(index: string | null): Shelf {
  const pathOf = (name: string) => index?.replace(/(?:\.db)?$/, `.${name}.kept`) ?? null;
  return {
    load: (name, state) => {
      const path = pathOf(name);
      const book = path === null ? null : read(path);
      return book?.state === state ? book.value : null;
    },
    save: (name, state, value) => {
      const path = pathOf(name);
      if (path === null) return;
      const book: Book = { state, value };
      const fresh = `${path}.${process.pid}`;
      try {
        writeFileSync(fresh, serialize(book));
        renameSync(fresh, path);
      } catch {
        // A folder that cannot be written, or a full disk: the next start computes it again.
      }
    },
  };
}

/** @returns null without the file, or if it is damaged */
function read(path: string) {
  try {
    return deserialize(readFileSync(path));
  } catch {
    return null;
  }
}
