import type { Calendar, Library } from '../read/query.ts';

/** What a question goes on from. */
export interface Thread {
  /** The question before, complete in itself; null where something else was answered. */
  readonly after: string | null;
  /** The papers that its answer shows, in order. */
  readonly shown: readonly string[];
}

/** A question that goes on, as one that needs nothing before it. */
export type Resumed =
  | { readonly is: 'question'; readonly question: string }
  /** About one paper; where its summary does not say, it may be about something else. */
  | { readonly is: 'paper'; readonly id: string; readonly question: string }
  /** About one of several papers, a question for each. */
  | { readonly is: 'which'; readonly questions: ReadonlyMap<string, string> };

/** A question that goes on, with all that it is read by. */
export interface Talk {
  /** The question without the words that lead on. */
  readonly bare: string;
  readonly isLed: boolean;
  readonly thread: Thread;
  readonly library: Library;
  readonly calendar: Calendar;
}

export function asked(question: string): Resumed {
  return { is: 'question', question };
}
