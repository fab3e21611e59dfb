import type { Archive } from '../../archive/archive.ts';
import type { Day } from '../../archive/paper.ts';
import type { Language } from '../../language.ts';
import type { Model } from '../../model/port.ts';
import type { Search } from '../../search/index.ts';
import type { Calendar, Dates } from '../../text/dates/calendar.ts';

export type { Calendar, Dates };

/** What a question is answered from. */
export interface Library {
  readonly archive: Archive;
  readonly search: Search;
  /** The day that "today" stands for. */
  readonly today: Day;
  /** The model that may say it in its own words; none in most bots. */
  readonly model?: Model | null;
  /** The language of who asks. */
  readonly locale?: Language;
}

/** `votes`: most first; `fewest`: least first. */
export type Order = 'votes' | 'fewest' | 'newest' | 'oldest';

/** How many votes papers must have, both ends included; null where no such end is named. */
export interface VoteRange {
  readonly minVotes: number | null;
  readonly maxVotes: number | null;
}

/** Which papers a question is about. */
export interface Scope extends VoteRange {
  /** An author as typed. */
  readonly who: string | null;
  readonly dates: Dates | null;
}

/** A question, understood as far as its words go; whether its names and titles exist is seen when it is answered. */
export type Query =
  | { readonly kind: 'latest' }
  | ({
      readonly kind: 'papers';
      readonly order: Order;
      readonly limit: number | null;
      /** The one at this place of the order is wanted, counted from 1. */
      readonly place: number | null;
      /** Whether the words say that `who` is an author (`by X`); else it may be a subject (`X papers`). */
      readonly sure: boolean;
    } & Scope)
  | ({
      readonly kind: 'count';
      readonly of: 'papers' | 'votes' | 'days' | 'authors';
      readonly sure: boolean;
    } & Scope)
  | { readonly kind: 'authors'; readonly paper: string; readonly who: string | null }
  | { readonly kind: 'listed'; readonly paper: string }
  /** Of a paper, or of all papers of an author. */
  | { readonly kind: 'votes'; readonly paper: string; readonly dates: Dates | null }
  /** Of the one paper on a subject, which is looked for in the texts. */
  | {
      readonly kind: 'on-subject';
      readonly fact: 'authors' | 'listed' | 'votes';
      readonly dates: Dates | null;
    }
  | { readonly kind: 'compare'; readonly ways: readonly (readonly [string, string])[] }
  | ({
      readonly kind: 'shared';
      readonly ways: readonly (readonly [string, string])[];
      readonly dates: Dates | null;
      /** Whether the words say that the two are authors. */
      readonly sure: boolean;
      /** Only how many there are. */
      readonly isCount: boolean;
    } & VoteRange)
  | { readonly kind: 'active'; readonly dates: Dates | null; readonly limit: number }
  | {
      readonly kind: 'busiest';
      readonly unit: 'day' | 'month';
      readonly by: 'papers' | 'votes';
      readonly order: 'most' | 'fewest';
      readonly dates: Dates | null;
      readonly limit: number;
    }
  /** An id, a title or a name and nothing else. */
  | { readonly kind: 'thing'; readonly text: string }
  | { readonly kind: 'no-date'; readonly typed: string }
  /** Anything else: looked for in the texts. */
  | { readonly kind: 'passages'; readonly text: string; readonly dates: Dates | null };
