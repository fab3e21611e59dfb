import { readConfig } from '../src/config.ts';
import { type OpenLibrary, openLibrary } from '../src/library.ts';

/** Opens the store that environment variables name; an error in the background ends the run. */
export function openStore(environment: Parameters<typeof readConfig>[0]): Promise<OpenLibrary> {
  return openLibrary(readConfig(environment), ({ error }) => {
    throw error;
  });
}
