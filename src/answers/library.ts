import type { Archive } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { Search } from '../search/index.ts';

/** What answers are made of. */
export interface AnswerLibrary {
  readonly archive: Archive;
  readonly search: Search;
  readonly today: Day;
}
