import type { AuthorCount, Ranked, Totals } from '../archive/archive.ts';
import type { OrderName } from '../archive/orders.ts';
import type { Day, Paper, PaperId } from '../archive/paper.ts';
import type { Filter, RankSlice } from '../archive/select.ts';
import type { Tally, TallyUnit } from '../archive/tally.ts';
import type { CitationFormat } from '../citations/citation.ts';
import type { Permission } from '../delivery/subscriptions/permissions.ts';
import type {
  Delivery,
  Every,
  PaperFilter,
  RoleState,
  Snowflake,
  Style,
  Subscription,
} from '../delivery/subscriptions/subscription.ts';
import type { PostedNow } from '../delivery/subscriptions/subscription-port.ts';
import type { Text } from '../errors.ts';
import type { Language } from '../language.ts';
import type { Days } from '../text/dates/parts.ts';
import type { TrendTable } from '../trends/counts.ts';
import type { TrendPeriod } from '../trends/months.ts';
import type { Follow } from './follow.ts';
import type { Invocation } from './invocation.ts';
import type { Period } from './options/period.ts';
import type { Counted } from './vote-dates.ts';

/** One page of a longer list. `page` counts from 1; `total` is the number of items over all pages. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** A list of which one page is shown. */
interface Listed<Item> {
  readonly page: Page<Item>;
  /** The command that gives this answer, without its page; names as the archive spells them. */
  readonly again: Invocation;
}

/** The first and the last day of the archive, or of an author's papers. */
interface Reach {
  readonly first: Day;
  readonly last: Day;
}

/** One choice to continue with: its label (untrusted text), an optional remark, and the command it runs. */
export interface Choice {
  readonly label: string;
  readonly remark?: Text;
  readonly invocation: Invocation;
}

/** A line of help: a command and its usage, e.g. `/top period page`. */
export interface CommandUsage {
  readonly name: string;
  readonly options: readonly string[];
  /** Subcommands, for a command that has them instead of options. */
  readonly subcommands: readonly string[];
}

/** What a post covers, unless it has simply a day's papers; the post's `date` is the first day. */
interface PostEdition {
  readonly every: Every;
  /** The last day. */
  readonly to: Day;
  /** The heading that an admin set. */
  readonly title: string | null;
  /** Shows all papers of the edition, also those that the filter drops. */
  readonly whole: Invocation;
  /** Number of papers before the filter. */
  readonly of: number;
  readonly chosen: PaperFilter | null;
  /** Keywords that are far more frequent in a week than before it; empty for a day or month. */
  readonly rising: readonly string[];
}

/** The state of a subscription. */
export interface SubscriptionStatus {
  readonly subscription: Subscription;
  /** The newest delivery that was posted or failed. */
  readonly last: Delivery | null;
  /** Time of the next post in milliseconds since 1970; null while paused or suspended. */
  readonly next: number | null;
  /** Whether posts notify its role; null when it has no role or Discord does not answer. */
  readonly role: RoleState | null;
}

/** A change to the command, with the text of its button. */
export interface Change {
  readonly text: Text;
  readonly invocation: Invocation;
}

/** Which papers a command's options select, with names as the archive spells them. */
export interface Wanted {
  /** The topic of the papers, as typed. */
  readonly query: string | null;
  readonly filter: Filter;
  /** Topics that the papers do not mention, as typed. */
  readonly exclude: readonly string[];
  /** The paper whose day limits the search; the filter has the day. */
  readonly sameDay: Paper | null;
}

/** How a list is sorted: by relevance to the query, or by a named order. */
export type Sort = OrderName | 'relevance';

/** A number that is reported above a list of papers. */
export type Amount =
  | { readonly as: 'list' }
  /** Number of papers. */
  | { readonly as: 'count' }
  /** Sum of the known votes, and the number of papers whose votes are unknown. */
  | { readonly as: 'sum'; readonly votes: number; readonly unknown: number }
  /** Average of the known votes, and the number of papers that have votes; null without any. */
  | {
      readonly as: 'average';
      readonly average: number | null;
      readonly known: number;
      readonly unknown: number;
    }
  /** The list has the top papers of each month. */
  | { readonly as: 'months' };

/** Facts that can be asked about a paper; `unknown` is a fact that the archive does not hold. */
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

/** What is behind the buttons of a paper's card. */
export const PAPER_PAGES = ['abstract', 'summary'] as const;

export type PaperPage = (typeof PAPER_PAGES)[number];

/** What is in the menu of a paper's card. */
export const PAPER_MORE = ['authors', 'similar', 'cite', 'follow'] as const;

/** The rank of a paper by votes among the papers of some days; equal votes share a rank. */
export interface PlaceOf extends Days {
  /** Null where its votes are unknown or it was not listed. */
  readonly place: number | null;
  readonly isListed: boolean;
  /** Number of papers on those days. */
  readonly among: number;
}

/** A paper, and what its fact needs besides. */
export interface FieldOf {
  readonly paper: Paper;
  /** For `is-author`: the author of the paper that the typed name matches; null without a match. */
  readonly author: string | null;
  /** For `rank`. */
  readonly places: readonly PlaceOf[];
}

/** One compared item. A period is named by both ends: `2025-01-01..2025-01-31`. */
export interface Compared {
  readonly name: string;
  /** The paper, where papers are compared. */
  readonly paper: Paper | null;
  readonly papers: number;
  /** Null where unknown. */
  readonly votes: number | null;
}

/** What a ranking lists. */
type Ranking = TallyUnit | 'co-authors';

/** Facts computed from the archive. */
interface Facts {
  fields: {
    /** At least one. */
    readonly of: readonly PaperField[];
    readonly papers: readonly FieldOf[];
    /** For `is-author` the name as typed; for `unknown` the word for the unknown fact. */
    readonly asked: string | null;
  };
  ranking: {
    readonly what: Ranking;
    readonly by: 'papers' | 'votes';
    readonly order: 'most' | 'fewest';
    readonly min: number | null;
    /** The author whose co-authors are listed. */
    readonly author: string | null;
    readonly wanted: Wanted;
    /** Number of all rows; null where only the first were requested. */
    readonly total: number | null;
    /** Rows with their ranks; equal amounts share a rank. */
    readonly rows: Page<Tally & { readonly place: number }>;
  };
  /** Average per day with a digest. */
  'per-day': {
    readonly by: 'papers' | 'votes';
    readonly amount: number;
    readonly days: number;
    readonly wanted: Wanted;
  };
  comparison: {
    readonly what: 'papers' | 'authors' | 'organizations' | 'periods';
    readonly by: 'papers' | 'votes';
    /** Most first; items with an unknown amount last. */
    readonly rows: readonly Compared[];
    readonly wanted: Wanted;
  };
  holdings: Reach & {
    readonly of: 'all' | 'from' | 'to' | 'days' | 'latest' | 'papers';
    readonly days: number;
    readonly papers: number;
    /** Papers of the last day. */
    readonly latest: number;
  };
}

export type FactOf<Is extends keyof Facts> = OneOf<'is', Pick<Facts, Is>>;
export type Fact = FactOf<keyof Facts>;

/** Verbatim sentences of one paper; empty for a paper that is only named. */
export interface Passage {
  readonly paper: Paper;
  readonly date: Day;
  readonly sentences: readonly string[];
}

/** A sentence that a model wrote from quotes, and the papers quoted. */
export interface Rephrased {
  readonly text: string;
  readonly papers: readonly PaperId[];
}

/** A paper that a search found, with the sentence of its summary that matched best, if any. */
export interface Found {
  readonly ranked: Ranked;
  readonly quote: string | null;
}

/** What each kind of answer has, in domain terms; `messages/render` turns it into a Discord message. */
interface Answers {
  /** A day's list, paged. */
  digest: Listed<Ranked> & {
    readonly date: Day;
    /** The requested day (default today); differs from `date` when the list is older. */
    readonly asked: Day;
    readonly today: Day;
    /** Sum of the known votes of the day. */
    readonly votes: number;
    readonly counted: Counted | null;
    /** The list is complete: it was read when it could no longer grow. */
    readonly isFinal: boolean;
    /** The digests before and after this one, for the buttons. */
    readonly earlier: Day | null;
    readonly later: Day | null;
  };
  /** The daily post: the most-voted papers of a day as embeds. */
  post: {
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
    /** Absent for a post of all papers of a day. */
    readonly edition?: PostEdition;
  };
  /** A preview of a subscription's next post, in the subscription's language. */
  preview: {
    readonly subscription: Subscription;
    readonly post: DailyPost;
  };
  /** The most-voted papers of a period. */
  top: Listed<Ranked> &
    Days & {
      readonly period: Period;
      /** True when the period ends at the newest digest because the archive ends before today's period. */
      readonly shifted: boolean;
    };
  /** One paper's card; with `allAuthors`, the page of its full list of authors instead of the summary. */
  paper: {
    readonly paper: Paper;
    readonly allAuthors: Page<string> | null;
    /** Shown instead of the card: the texts from Hugging Face, or all points of the summary. */
    readonly show?: PaperPage;
  };
  author: Listed<Ranked> &
    Reach & {
      readonly name: string;
      /** Names that differ only in case, diacritics or hyphens; their papers are not counted. */
      readonly spellings: readonly AuthorCount[];
      /** The same names in another order ("Li Dong" and "Dong Li"): shown, never merged. */
      readonly swapped: readonly AuthorCount[];
      /** Sum of the known votes of the papers. */
      readonly votes: number;
      readonly coAuthors: readonly AuthorCount[];
    };
  /** Several matches: the person picks one. */
  choice: {
    readonly of: 'paper' | 'author' | 'organization';
    readonly query: string;
    readonly choices: readonly Choice[];
    /** Number of matches, where it exceeds the choices. */
    readonly total?: number;
  };
  /** A subscription was created, changed, paused, resumed or removed, or waits for the confirmation to remove it. */
  subscription: {
    readonly event: 'created' | 'changed' | 'paused' | 'resumed' | 'removed' | 'confirm-removal';
    readonly subscription: Subscription;
    readonly next: number | null;
  };
  /** All of a server's subscriptions. */
  subscriptions: Listed<SubscriptionStatus>;
  posted: { readonly subscription: Subscription; readonly result: PostedNow };
  /** The bot lacks permissions in the chosen channel. */
  permissions: {
    readonly channelId: Snowflake;
    readonly missing: readonly Permission[];
  };
  /** A computed fact, with changes to the command as buttons. */
  facts: {
    readonly fact: Fact;
    /** The search that chose the paper, if the question did not name it. */
    readonly chosenBy?: AnswerOf<'found'>;
    readonly again: Invocation;
    readonly changes: readonly Change[];
  };
  /** Sentences that answer a question, the best paper first. */
  passages: {
    readonly question: string;
    /** These papers match weakly: they are named, not quoted. */
    readonly mayFit?: boolean;
    readonly passages: readonly Passage[];
    /** No sentence answers the question; these are the paper's summary instead. */
    readonly instead?: boolean;
    /** The command for sentences in the other language, if the papers have text in it. */
    readonly inOther?: { readonly language: Language; readonly invocation: Invocation };
    /** The same in a model's words, if a model is configured and its text passed the checks. */
    readonly rephrased?: readonly Rephrased[];
  };
  /** The archive does not hold the fact or the paper that a question asks about. */
  refusal: Reach & {
    /** `doubtful`, `unsummarized`: the paper in question may not be quoted, or has no text. */
    readonly reason: 'paper' | 'period' | 'answer' | 'doubtful' | 'unsummarized';
    /** The text without a match, as typed. */
    readonly query: string;
    /** The empty period, if that is the reason. */
    readonly period: Days | null;
    readonly of: 'paper' | 'author';
    /** The nearest papers or authors. */
    readonly choices: readonly Choice[];
    readonly changes: readonly Change[];
  };
  /** The papers named in a text. */
  named: {
    readonly papers: readonly Ranked[];
    /** Number of further papers of the archive that the text names. */
    readonly more: number;
    /** Papers that are not in the archive. */
    readonly missing: readonly PaperId[];
  };
  /** Search results, or papers similar to another. */
  found: Listed<Found> &
    Reach & {
      readonly wanted: Wanted;
      /** The paper they resemble; null for a search. */
      readonly like: Paper | null;
      readonly sort: Sort;
      readonly part: RankSlice;
      readonly amount: Amount;
      /** Number of all matches, also where only a part is shown. */
      readonly total: number;
      /** The search reached its limit; there may be more. */
      readonly isLimited: boolean;
      /** No paper is about the topic; these only share words with it. */
      readonly isPartial?: boolean;
      /** Matched words in lower case, for highlighting in titles and sentences. */
      readonly words: readonly string[];
      readonly changes: readonly Change[];
    };
  /** Papers in a format of bibliographies: one to copy, or many as a file. */
  citations: {
    readonly papers: readonly Paper[];
    readonly format: CitationFormat;
    readonly as: 'text' | 'file';
  };
  /** A paper was put on the person's list, or taken off it. `total`: papers on it now. */
  save: {
    readonly paper: Paper;
    readonly isSaved: boolean;
    readonly total: number;
  };
  /** The person's own list, or what a query finds in it. `total`: papers on the whole list. */
  saved: Listed<Ranked> & {
    readonly query: string | null;
    readonly total: number;
  };
  /** What is stored about the person; `confirm` asks whether to delete it. */
  personal: {
    readonly event: 'shown' | 'confirm' | 'erased';
    readonly held: readonly Text[];
  };
  /** How often terms occur by month, and a chart of it as a PNG. */
  trends: {
    readonly period: TrendPeriod;
    readonly table: TrendTable;
    readonly picture: Uint8Array;
    readonly again: Invocation;
  };
  'personal-export': { readonly data: object };
  /** What a person follows, also after a change. */
  following: {
    readonly event: 'list' | 'followed' | 'already' | 'unfollowed';
    /** What was followed or unfollowed; null for a list. */
    readonly filter: PaperFilter | null;
    /** Null if the person follows nothing. */
    readonly subscription: Subscription | null;
    readonly next: number | null;
    readonly page: Page<PaperFilter>;
  };
  /** What a paper offers to follow. */
  'follow-choices': {
    readonly paper: Paper;
    readonly choices: readonly Follow[];
  };
  /** The daily message to a person: new papers on what they follow. */
  news: {
    readonly date: Day;
    /** Number of papers found, and of all papers of the day. */
    readonly total: number;
    readonly of: number;
    /** The filters with papers, in the order in which they were followed. */
    readonly groups: readonly { readonly filter: PaperFilter; readonly papers: readonly Ranked[] }[];
    /** Each paper once, by votes. */
    readonly papers: readonly Ranked[];
    /** Its button marks the message, so that the bot finds it again. */
    readonly mark: Invocation;
  };
  help: { readonly totals: Totals; readonly commands: readonly CommandUsage[] };
  /** A mistake of the person, with what to do next (`error`), or an apology for a bug (`bug`, with its id in the log). */
  notice: {
    readonly tone: 'info' | 'error' | 'bug';
    readonly text: Text;
    readonly choices?: readonly Choice[];
  };
}

/** An answer of one kind, or of one of several. */
export type AnswerOf<Kind extends keyof Answers> = OneOf<'kind', Pick<Answers, Kind>> & {
  /** The form for the follow-up question. */
  readonly followUp?: Invocation;
};

/** The result of a command. */
export type Answer = AnswerOf<keyof Answers>;

export type DailyPost = AnswerOf<'post'>;

/** A union of shapes that are told apart by their names. */
type OneOf<Key extends string, Shapes> = {
  [Name in keyof Shapes]: Readonly<Record<Key, Name>> & Shapes[Name];
}[keyof Shapes];
