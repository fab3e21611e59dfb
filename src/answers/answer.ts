import type { AuthorCount, Ranked, Totals } from '../archive/archive.ts';
import type { OrderName } from '../archive/orders.ts';
import type { Day, Paper, PaperId } from '../archive/paper.ts';
import type { Filter, RankSlice } from '../archive/select.ts';
import type { Tally, TallyUnit } from '../archive/tally.ts';
import type { Permission } from '../delivery/subscriptions/permissions.ts';
import type {
  Delivery,
  RoleState,
  Snowflake,
  Style,
  Subscription,
} from '../delivery/subscriptions/subscription.ts';
import type { PostedNow } from '../delivery/subscriptions/subscription-port.ts';
import type { Text } from '../errors.ts';
import type { Invocation } from './invocation.ts';
import type { Period } from './period.ts';
import type { Counted } from './vote-dates.ts';

/** One page of a longer list. `page` counts from 1; `total` is the number of items over all pages. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** One way to go on: what it is called (untrusted text), an optional remark, and the command it stands for. */
export interface Choice {
  readonly label: string;
  readonly remark?: Text;
  readonly invocation: Invocation;
}

/** A line of help: a command and its usage, e.g. `/top period page`. */
export interface CommandUsage {
  readonly name: string;
  readonly options: readonly string[];
  /** Of a command that has them, instead of options. */
  readonly subcommands: readonly string[];
}

/** The daily post: the most-voted papers of a day as embeds. */
export interface DailyPost {
  readonly kind: 'post';
  readonly date: Day;
  readonly votes: number;
  readonly counted: Counted | null;
  /** Number of papers of the day. */
  readonly total: number;
  readonly top: readonly Ranked[];
  /** All papers of the day by votes, for the menu. */
  readonly papers: readonly Ranked[];
  /** The one role that the post mentions. */
  readonly roleId: Snowflake | null;
  readonly style: Style;
}

/** How a subscription stands. */
export interface SubscriptionStatus {
  readonly subscription: Subscription;
  /** The newest delivery that stands or failed. */
  readonly last: Delivery | null;
  /** When it is posted next, milliseconds since 1970; null while paused or suspended. */
  readonly next: number | null;
  /** Whether posts notify its role; null when it has none, or nobody tells at the moment. */
  readonly role: RoleState | null;
}

/** A way to ask otherwise, under a text of ours. */
export interface Change {
  readonly text: Text;
  readonly invocation: Invocation;
}

/** Which papers an answer is made of: what the options of a command ask for, names as the archive spells them. */
export interface Wanted {
  /** What the papers are about, as typed. */
  readonly query: string | null;
  readonly filter: Filter;
  /** The paper whose day is wanted, which stands in the filter. */
  readonly sameDay: Paper | null;
}

/** How a list is put in order: by how well it fits what was looked for, or by an order of the table. */
export type Sort = OrderName | 'relevance';

/** What is told of papers beside their list. */
export type Amount =
  | { readonly as: 'list' }
  /** How many they are. */
  | { readonly as: 'count' }
  /** Their known votes together; of so many papers they are not known. */
  | { readonly as: 'sum'; readonly votes: number; readonly unknown: number }
  /** The known votes of a paper on average, of so many papers that have some; null of none. */
  | {
      readonly as: 'average';
      readonly average: number | null;
      readonly known: number;
      readonly unknown: number;
    }
  /** The list has the first papers of each month. */
  | { readonly as: 'months' };

/** What can be asked of a paper; `unknown` is what the archive does not hold. */
export const PAPER_FIELDS = [
  'authors',
  'first-author',
  'last-author',
  'author-count',
  'is-author',
  'day',
  'votes',
  'rank',
  'link',
  'code',
  'project',
  'stars',
  'organization',
  'keywords',
  'unknown',
] as const;

export type PaperField = (typeof PAPER_FIELDS)[number];

/** What stands behind the buttons of a paper's card. */
export const PAPER_PAGES = ['abstract', 'summary'] as const;

export type PaperPage = (typeof PAPER_PAGES)[number];

/** The place of a paper by votes among the papers of some days; those with the same votes share it. */
export interface PlaceOf {
  readonly from: Day;
  readonly to: Day;
  /** Null where its votes are not known, or where it was not listed. */
  readonly place: number | null;
  readonly isListed: boolean;
  /** How many papers there are. */
  readonly among: number;
}

/** A paper and what a fact needs beside it. */
export interface FieldOf {
  readonly paper: Paper;
  /** For `is-author`: the author of the paper that the name means; null where none does. */
  readonly author: string | null;
  /** For `rank`. */
  readonly places: readonly PlaceOf[];
}

/** One of several things that are compared. A period has both ends in its name: `2025-01-01..2025-01-31`. */
export interface Compared {
  readonly name: string;
  /** The paper, where papers are compared. */
  readonly paper: Paper | null;
  readonly papers: number;
  /** Null where they are not known. */
  readonly votes: number | null;
}

/** What a ranking lists. */
export type Ranking = TallyUnit | 'co-authors';

/** What was computed from the archive. */
export type Fact =
  | {
      readonly is: 'fields';
      readonly of: PaperField;
      readonly papers: readonly FieldOf[];
      /** For `is-author` the name as typed, for `unknown` the word for what was asked. */
      readonly asked: string | null;
    }
  | {
      readonly is: 'ranking';
      readonly what: Ranking;
      readonly by: 'papers' | 'votes';
      readonly order: 'most' | 'fewest';
      readonly min: number | null;
      /** Whose co-authors they are. */
      readonly author: string | null;
      readonly wanted: Wanted;
      /** How many there are; null where only the first are wanted. */
      readonly total: number | null;
      /** Each with its place; those with the same amount share it. */
      readonly rows: Page<Tally & { readonly place: number }>;
    }
  | {
      /** How much there is on a day with a digest, on average. */
      readonly is: 'per-day';
      readonly by: 'papers' | 'votes';
      readonly amount: number;
      readonly days: number;
      readonly wanted: Wanted;
    }
  | {
      readonly is: 'comparison';
      readonly what: 'papers' | 'authors' | 'organizations' | 'periods';
      readonly by: 'papers' | 'votes';
      /** Those with most first, those of which it is not known last. */
      readonly rows: readonly Compared[];
      readonly wanted: Wanted;
    }
  | {
      readonly is: 'holdings';
      readonly of: 'all' | 'from' | 'to' | 'days' | 'latest' | 'papers';
      readonly first: Day;
      readonly last: Day;
      readonly days: number;
      readonly papers: number;
      /** Papers of the last day. */
      readonly latest: number;
    };

/** Sentences of one paper, word for word as the archive has them; none of a paper that is only named. */
export interface Passage {
  readonly paper: Paper;
  readonly date: Day;
  readonly sentences: readonly string[];
}

/** A sentence that a model wrote from quotes, and the papers of these. */
export interface Rephrased {
  readonly text: string;
  readonly papers: readonly PaperId[];
}

/** A paper that a search found, and the sentence of its summary that says why, where one does. */
export interface Found {
  readonly ranked: Ranked;
  readonly quote: string | null;
}

/** What a command can say, in terms of papers; `message/render` writes it as a Discord message. */
export type Answer = Told & {
  /** The form by which the conversation goes on. */
  readonly followUp?: Invocation;
};

type Told =
  | {
      /** A day's list, paged. */
      readonly kind: 'digest';
      readonly date: Day;
      /** The day that was asked for (today when none was named); differs from `date` when the list is older. */
      readonly asked: Day;
      readonly today: Day;
      /** Sum of the known votes of the day. */
      readonly votes: number;
      readonly counted: Counted | null;
      /** The list is all there: it was not read while it could still grow. */
      readonly isFinal: boolean;
      readonly page: Page<Ranked>;
      /** The command that gives this answer, without its page. */
      readonly again: Invocation;
      /** The digests before and after this one, for turning over days. */
      readonly earlier: Day | null;
      readonly later: Day | null;
    }
  | DailyPost
  | {
      /** What a subscription's next post would be, in its own language, for the one who asks. */
      readonly kind: 'preview';
      readonly subscription: Subscription;
      readonly post: DailyPost;
    }
  | {
      /** The most-voted papers of a period. */
      readonly kind: 'top';
      readonly period: Period;
      readonly from: Day;
      readonly to: Day;
      /** True when the period was counted back from the newest digest since the archive ends before it. */
      readonly shifted: boolean;
      readonly page: Page<Ranked>;
      readonly again: Invocation;
    }
  | {
      /** One paper's card; with `allAuthors`, the page of its full list of authors instead of the summary. */
      readonly kind: 'paper';
      readonly paper: Paper;
      readonly allAuthors: Page<string> | null;
      /** What is shown instead of the card: the texts that Hugging Face has of it, or all points of its summary. */
      readonly show?: PaperPage;
    }
  | {
      readonly kind: 'author';
      readonly name: string;
      /** Names that differ only in case, diacritics or hyphens; others' papers are not counted in. */
      readonly spellings: readonly AuthorCount[];
      /** The same names in another order ("Li Dong" and "Dong Li"): shown, never merged. */
      readonly swapped: readonly AuthorCount[];
      readonly first: Day;
      readonly last: Day;
      /** Sum of the known votes of the papers. */
      readonly votes: number;
      readonly coAuthors: readonly AuthorCount[];
      readonly page: Page<Ranked>;
      readonly again: Invocation;
    }
  | {
      /** Several things fit: the person picks one. */
      readonly kind: 'choice';
      readonly of: 'paper' | 'author' | 'organization';
      readonly query: string;
      readonly choices: readonly Choice[];
      /** How many fit, where they are more than the choices. */
      readonly total?: number;
    }
  | {
      /** A subscription was set up, changed, paused, taken up again or removed, or is about to be removed. */
      readonly kind: 'subscription';
      readonly event: 'created' | 'changed' | 'paused' | 'resumed' | 'removed' | 'confirm-removal';
      readonly subscription: Subscription;
      readonly next: number | null;
    }
  | {
      /** All of a server's subscriptions. */
      readonly kind: 'subscriptions';
      readonly page: Page<SubscriptionStatus>;
      readonly again: Invocation;
    }
  | { readonly kind: 'posted'; readonly subscription: Subscription; readonly result: PostedNow }
  | {
      /** The bot lacks permissions in the channel that was picked. */
      readonly kind: 'permissions';
      readonly channelId: Snowflake;
      readonly missing: readonly Permission[];
    }
  | {
      /** What a question asks for, computed, and ways to ask otherwise. */
      readonly kind: 'facts';
      readonly fact: Fact;
      readonly again: Invocation;
      readonly changes: readonly Change[];
    }
  | {
      /** Sentences that answer a question, the best paper first. */
      readonly kind: 'passages';
      readonly question: string;
      /** Little speaks for these papers: they are named, and not quoted. */
      readonly mayFit?: boolean;
      readonly passages: readonly Passage[];
      /** Nothing says what was asked: this is what the paper's summary says in its place. */
      readonly instead?: boolean;
      /** The same in a model's words, where one is set up and what it wrote holds. */
      readonly rephrased?: readonly Rephrased[];
    }
  | {
      /** The archive does not hold what a question asks for, or asks of. */
      readonly kind: 'refusal';
      /** `summary`, `doubtful`, `unsummarized`: the one paper that was asked about does not say, or is not quoted. */
      readonly reason:
        | 'author'
        | 'paper'
        | 'period'
        | 'together'
        | 'votes'
        | 'answer'
        | 'summary'
        | 'doubtful'
        | 'unsummarized';
      /** What was not found, as typed. */
      readonly query: string;
      /** The period that holds nothing, where that is the reason. */
      readonly period: { readonly from: Day; readonly to: Day } | null;
      readonly first: Day;
      readonly last: Day;
      readonly of: 'paper' | 'author';
      /** The nearest papers or authors. */
      readonly choices: readonly Choice[];
      readonly changes: readonly Change[];
    }
  | {
      /** The papers that a text names. */
      readonly kind: 'named';
      readonly papers: readonly Ranked[];
      /** How many more papers of the archive it names than these. */
      readonly more: number;
      /** Papers that are not in the archive. */
      readonly missing: readonly PaperId[];
    }
  | {
      /** What a search found, or the papers that are like another. */
      readonly kind: 'found';
      readonly wanted: Wanted;
      /** The paper that they are like; null for a search. */
      readonly like: Paper | null;
      readonly sort: Sort;
      readonly part: RankSlice;
      readonly amount: Amount;
      /** How many there are, of all that fit where only a part is shown. */
      readonly total: number;
      /** There may be more: a search looks for no more than these. */
      readonly isLimited: boolean;
      /** No paper is about the topic: these only share words with it. */
      readonly isPartial?: boolean;
      /** What the archive holds. */
      readonly first: Day;
      readonly last: Day;
      /** What matched, in lower case, to stand out in titles and sentences. */
      readonly words: readonly string[];
      readonly page: Page<Found>;
      /** The command that gives this answer, without its page, with names as the archive spells them. */
      readonly again: Invocation;
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'help'; readonly totals: Totals; readonly commands: readonly CommandUsage[] }
  | {
      /** A mistake with what to do next (`error`), or an apology for a bug (`bug`, with the id in the log). */
      readonly kind: 'notice';
      readonly tone: 'info' | 'error' | 'bug';
      readonly text: Text;
      readonly choices?: readonly Choice[];
    };
