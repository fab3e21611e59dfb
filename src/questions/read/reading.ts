import type { Invocation } from '../../answers/invocation.ts';

/** What a question comes to: a command with its options, words in place of an answer, or a paper to be asked about. */
export type Reading =
  | { readonly is: 'invocation'; readonly invocation: Invocation }
  | { readonly is: 'chat'; readonly about: Chat }
  | {
      /** About one paper, of which its texts may tell. */
      readonly is: 'about';
      readonly paper: string;
      readonly question: string;
      /** It may be about something else. */
      readonly isMaybe?: boolean;
    }
  /** A fact of the paper that a search finds: `who wrote the most upvoted paper of July?` */
  | { readonly is: 'of-found'; readonly search: Invocation; readonly fact: (id: string) => Invocation }
  | {
      /** A question to the texts. */
      readonly is: 'quotes';
      readonly query: string;
      /** It describes a paper that somebody remembers: without an answer in the texts the nearest papers are listed. */
      readonly isOfPaper?: boolean;
      /** What is asked of that paper, if it is found for certain. */
      readonly fact?: (id: string) => Invocation;
    }
  | {
      /** Several papers fit a name; the person picks one. */
      readonly is: 'which';
      readonly typed: string;
      readonly ids: readonly string[];
      readonly onPick: (one: string) => Invocation;
    }
  /** A name was looked up as a paper and missed. */
  | { readonly is: 'missing'; readonly typed: string; readonly near: readonly string[] }
  /** A date that there is not, or an address that is no paper's. */
  | { readonly is: 'unreadable'; readonly of: 'date' | 'address'; readonly typed: string };

/** What is answered with words alone; `of-what` leaves out what it goes on from. */
export type Chat =
  | 'hello'
  | 'thanks'
  | 'bye'
  | 'how-are-you'
  | 'who-are-you'
  | 'abilities'
  | 'insult'
  | 'praise'
  | 'inject'
  | 'off-topic'
  | 'opinion'
  | 'future'
  | 'task'
  | 'change'
  | 'unheld'
  | 'nothing'
  | 'of-what';
