import type { AuthorCount, Ranked, Totals } from '../archive/archive.ts';
import type { Day, Paper, PaperId } from '../archive/paper.ts';
import type { Permission } from '../delivery/subscriptions/permissions.ts';
import type { Delivery, Snowflake, Subscription } from '../delivery/subscriptions/subscription.ts';
import type { PostedNow } from '../delivery/subscriptions/subscription-port.ts';
import type { Text } from '../errors.ts';
import type { Order, VoteRange } from '../questions/read/query.ts';
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
}

/** How a subscription stands. */
export interface SubscriptionStatus {
  readonly subscription: Subscription;
  /** The newest delivery that stands or failed. */
  readonly last: Delivery | null;
  /** When it is posted next, milliseconds since 1970; null while paused or suspended. */
  readonly next: number | null;
}

/** A way to ask otherwise, under a text of ours. */
export interface Change {
  readonly text: Text;
  readonly invocation: Invocation;
}

/** How a question was understood: which papers its answer is computed from. */
export interface Understood extends VoteRange {
  /** Authors, as digests spell them. */
  readonly names: readonly string[];
  /** Names as they were typed, where they are taken for mistyped ones. */
  readonly mistyped: readonly string[];
  readonly from: Day;
  readonly to: Day;
  /** How many papers that are. */
  readonly papers: number;
  /** What the archive holds, where the period reaches beyond it. */
  readonly held: { readonly first: Day; readonly last: Day } | null;
}

/** A period with what was listed in it. */
export interface Busy {
  readonly from: Day;
  readonly to: Day;
  readonly papers: number;
  readonly votes: number;
}

/** What was computed from the archive. */
export type Fact =
  | {
      readonly is: 'list';
      readonly order: Order;
      readonly limit: number | null;
      /** The list is the one paper at this place of the order, and those that share it. */
      readonly place: number | null;
    }
  | {
      readonly is: 'count';
      readonly of: 'papers' | 'votes' | 'days' | 'authors';
      readonly count: number;
      readonly unknown: number;
    }
  | { readonly is: 'authors'; readonly paper: Paper; readonly name: string | null }
  | { readonly is: 'listed'; readonly paper: Paper }
  | { readonly is: 'votes'; readonly paper: Paper }
  | { readonly is: 'compare'; readonly papers: readonly [Paper, Paper] }
  | { readonly is: 'active'; readonly authors: readonly AuthorCount[] }
  | {
      readonly is: 'busiest';
      readonly unit: 'day' | 'month';
      readonly by: 'papers' | 'votes';
      readonly order: 'most' | 'fewest';
      readonly periods: readonly Busy[];
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
      readonly of: 'paper' | 'author';
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
      /** What a question asks for, computed; with how it was understood, and ways to ask otherwise. */
      readonly kind: 'facts';
      readonly fact: Fact;
      readonly understood: Understood | null;
      readonly page: Page<Ranked> | null;
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
      /** As typed; nothing for papers like another. */
      readonly query: string;
      readonly like: Paper | null;
      /** Papers of which days were searched; null where no such limit was set. */
      readonly from: Day | null;
      readonly to: Day | null;
      /** What the archive holds. */
      readonly first: Day;
      readonly last: Day;
      readonly author: string | null;
      readonly minVotes: number | null;
      readonly sort: 'relevance' | 'votes' | 'date';
      /** What matched, in lower case, to stand out in titles and sentences. */
      readonly words: readonly string[];
      readonly page: Page<Found>;
      readonly again: Invocation;
    }
  | { readonly kind: 'help'; readonly totals: Totals; readonly commands: readonly CommandUsage[] }
  | {
      /** A mistake with what to do next (`error`), or an apology for a bug (`bug`, with the id in the log). */
      readonly kind: 'notice';
      readonly tone: 'info' | 'error' | 'bug';
      readonly text: Text;
      readonly choices?: readonly Choice[];
    };
