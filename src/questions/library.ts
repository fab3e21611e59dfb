import type { Library as AnswerLibrary } from '../answers/library.ts';
import type { Language } from '../language.ts';
import type { Model } from '../model/port.ts';

/** What a question is read and answered with. */
export interface Library extends AnswerLibrary {
  /** The model that may fill in options or rephrase quotes; most bots have none. */
  readonly model?: Model | null;
  /** The language of who asks. */
  readonly locale?: Language;
}
