import type { Archive } from '../archive/archive.ts';
import type { Day } from '../archive/paper.ts';
import type { Language } from '../language.ts';
import type { Model } from '../model/port.ts';
import type { Search } from '../search/index.ts';

/** What a question is read and answered with. */
export interface Library {
  readonly archive: Archive;
  readonly search: Search;
  /** The day that "today" stands for. */
  readonly today: Day;
  /** The model that may fill in options or rephrase quotes; most bots have none. */
  readonly model?: Model | null;
  /** The language of who asks. */
  readonly locale?: Language;
}
