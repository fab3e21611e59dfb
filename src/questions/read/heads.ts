import type { Invocation } from '../../answers/invocation.ts';
import { authorsOf } from '../../archive/orders.ts';
import table from '../words/heads.json' with { type: 'json' };
import { contentOf, isContent, type Meaning, type Options, use } from './meaning.ts';
import type { Chat } from './reading.ts';
import { optionsIn, type Term, termsIn } from './rows.ts';
import { beginsClause, has, numberIn } from './span.ts';
import type { Tag } from './words.ts';

/** What kind of question it is, by the cues that it has. */
export interface Head {
  readonly terms: readonly Term[];
  /** None of them may be there. */
  readonly lacks: readonly Tag[];
  /** The command, or `chat` for what asks for nothing here, or one of `MAKERS`. */
  readonly command: string;
  readonly options: Options;
  /** For `chat`. */
  readonly about: Tag | null;
}

/** All kinds; the one of which most cues are there counts, of several the first. */
export const HEADS: readonly Head[] = table.map(({ needs, lacks = '', gives }) => {
  const [command = '', ...rest] = gives.split(' ');
  const options = command === 'chat' || rest.length === 0 ? {} : optionsIn(rest.join(' '));
  const about = command === 'chat' ? (rest[0] ?? null) : null;
  return { terms: termsIn(needs), lacks: lacks.split(' ').filter(Boolean), command, options, about };
});

/** Small talk is short: with more words of its own a question is about something. */
const CHAT_WORDS_MAX = 2;

/** The kind of which most cues are there. */
export function best(meaning: Meaning, tags: ReadonlySet<Tag> = meaning.tags): Head | null {
  const content = meaning.spans.filter(isContent).length;
  const all = content > 0 ? new Set([...tags, 'content']) : tags;
  const isOnTopic = ['DATE', 'about', 'recommend'].some((tag) => tags.has(tag));
  // `추천 꼴찌는 뭐야 ㅋㅋ`
  const isAsking = ['vote', 'listed', 'fewest', 'oldest'].some((tag) => tags.has(tag));
  const isAbout = content > CHAT_WORDS_MAX || (content > 0 && isOnTopic) || isAsking;
  let found: Head | null = null;
  let most = 0;
  for (const head of HEADS) {
    const score = scoreOf(head, all);
    if (score <= most || (isAbout && head.terms[0]?.any.includes('hello'))) continue;
    found = head;
    most = score;
  }
  return found;
}

/** How many cues of a kind are there; 0 where one that it needs is not. */
export function scoreOf({ terms, lacks }: Head, tags: ReadonlySet<Tag>): number {
  if (lacks.some((tag) => tags.has(tag))) return 0;
  let score = 0;
  for (const { any, isOptional } of terms) {
    if (any.some((tag) => tags.has(tag))) score += 1;
    else if (!isOptional) return 0;
  }
  return score;
}

/** Whether a kind is about papers that are named. */
export function isOfPaper({ terms }: Head): boolean {
  return terms[0]?.any[0] === 'PAPER';
}

/** Whether it asks for a fact of papers. */
export function isFact(head: Head | null): head is Head {
  return head !== null && isOfPaper(head) && (head.command === 'fact' || head.command === 'paper');
}

/** What a question of a kind comes to; null where its options do not suit after all. */
export function invocationOf(head: Head, meaning: Meaning): Invocation | Chat | null {
  const made = MAKERS[head.command];
  if (made !== undefined) return made(meaning, head);
  return { command: head.command, options: head.options };
}

type Maker = (meaning: Meaning, head: Head) => Invocation | Chat | null;

const MAKERS: Readonly<Record<string, Maker>> = {
  fact: (meaning, head) => factOf(head, meaning.papers, meaning),
  paper: ({ papers: [paper = ''] }) => ({ command: 'paper', options: { paper } }),
  chat: ({ tags }, { about, terms }) => (about ?? terms[0]?.any.find((tag) => tags.has(tag)) ?? '') as Chat,
  search,
  today: ({ calendar }) => ({ command: 'today', options: { date: calendar.last } }),
  top: ({ options }, head) =>
    Object.keys(options).every((name) => name === 'sort') ? { command: 'top', options: head.options } : null,
  rank,
  compare,
  days,
  years,
  author,
  'same-day': sameDay,
  'more-votes': moreVotes,
  'more-authors': moreAuthors,
};

/** The fact that is asked of papers. */
export function factOf(head: Head, papers: readonly string[], meaning: Meaning): Invocation {
  const { options, authors, spans, line } = meaning;
  const { of } = head.options;
  if (of === undefined) return { command: 'paper', options: { paper: papers[0] ?? '' } };
  const unheld = spans.find((span) => has(span, 'unheld'));
  const all = [of, ...alsoAsked(head, meaning)];
  const more: Options = {
    ...(of === 'is-author' && { name: authors[0] ?? '' }),
    ...(all.includes('unknown') && unheld !== undefined && { asked: line.slice(unheld.start, unheld.end) }),
    ...(of === 'rank' && picked(options, 'from', 'to')),
  };
  return { command: 'fact', options: { paper: papers.join(';'), of: all.join(';'), ...more } };
}

/** Facts that a single cue beside the paper asks for. */
const SIMPLE = HEADS.flatMap((head) => {
  const [cue, ...others] = head.terms.slice(1).filter(({ isOptional }) => !isOptional);
  return isFact(head) && cue !== undefined && !cue.any.includes('DATE') && others.length === 0
    ? [{ cue, of: head.options.of }]
    : [];
});

/** Further facts of a question that joins several: `first and last author`, `득표수랑 코드`. */
function alsoAsked(head: Head, { tags, spans }: Meaning): readonly (string | number)[] {
  const paper = spans.findIndex((span) => has(span, 'PAPER'));
  const start = spans.slice(0, paper + 1).findLastIndex(beginsClause);
  const behind = spans.slice(Math.max(0, start));
  if (!behind.slice(1).some((span) => has(span, 'and') || beginsClause(span))) return [];
  const own = head.terms.flatMap(({ any, isOptional }) => (isOptional ? [] : any));
  // Who the authors are is asked by the same words as which of them, and how many.
  if (['first-author', 'last-author', 'count-author'].some((tag) => tags.has(tag))) own.push('author');
  const before = spans.slice(0, Math.max(0, start));
  const isAsked = (tag: Tag) => tags.has(tag) && !own.includes(tag) && !before.some((span) => has(span, tag));
  const others = SIMPLE.filter(
    ({ cue: { any } }) => any.some(isAsked) && !any.some((tag) => own.includes(tag)),
  );
  return others.flatMap(({ of }) => of ?? []);
}

function picked(options: Options, ...names: readonly string[]): Options {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
}

/** Few come first where few are asked for. */
const FEWEST: readonly Tag[] = ['fewest', 'quiet', 'few', 'less'];

function rank({ options, papers, authors, tags, spans }: Meaning, head: Head): Invocation | null {
  if (papers.length > 0) return null;
  const { what } = head.options;
  if (what === 'co-authors')
    return {
      command: 'rank',
      options: { ...head.options, author: authors[0] ?? '', ...picked(options, 'from', 'to', 'limit') },
    };
  const { limit: many, place, min_votes: least } = options;
  // `authors with more than 10 papers`
  const number = spans.flatMap((span) => numberIn(span) ?? [])[0];
  const isLeast = what === 'authors' && number !== undefined && least === undefined && isAtLeast(tags);
  const limit = isLeast ? undefined : (many ?? (typeof place === 'number' ? place : undefined));
  const min = isLeast ? number + Number(tags.has('more')) : least;
  return {
    command: 'rank',
    options: {
      ...head.options,
      by: tags.has('vote') ? 'votes' : 'papers',
      ...(FEWEST.some((tag) => tags.has(tag)) && { order: 'fewest' }),
      ...picked(options, 'from', 'to', 'organization'),
      ...(limit !== undefined && { limit }),
      ...(min !== undefined && { min }),
    },
  };
}

function search({ options: { limit, place, ...options } }: Meaning, head: Head): Invocation {
  // The best paper of each month is no list of one.
  const part = { ...(limit !== undefined && { limit }), ...(place !== undefined && { place }) };
  const isPart = head.options.show !== 'months';
  return { command: 'search', options: { ...options, ...(isPart && part), ...head.options } };
}

function isAtLeast(tags: ReadonlySet<Tag>): boolean {
  return tags.has('more') || tags.has('atleast');
}

function compare(meaning: Meaning, head: Head): Invocation {
  const { tags, papers, authors, organizations, periods, options } = meaning;
  const { what = '' } = head.options;
  const days = periods.map(({ from, to }) => `${from}..${to}`);
  const items = { papers, authors, organizations, periods: days }[String(what)] ?? [];
  const isVotes = what === 'papers' || tags.has('vote') || tags.has('top');
  const period = what === 'periods' ? {} : picked(options, 'from', 'to');
  return {
    command: 'compare',
    options: { what, items: items.join(';'), by: isVotes ? 'votes' : 'papers', ...period },
  };
}

/** How many days have papers: of the archive, or of a period. */
function days(meaning: Meaning, head: Head): Invocation | null {
  return meaning.periods.length === 0
    ? { command: 'holdings', options: { of: 'days' } }
    : rank(meaning, { ...head, options: { what: 'days' } });
}

/** All years that the archive reaches into, beside each other. */
function years({ calendar: { first, last }, tags }: Meaning): Invocation {
  const start = Number(first.slice(0, 4));
  const all = Array.from({ length: Number(last.slice(0, 4)) - start + 1 }, (_, at) => start + at);
  const items = all.map((year) => `${year}-01-01..${year}-12-31`).join(';');
  return {
    command: 'compare',
    options: { what: 'periods', items, by: tags.has('vote') ? 'votes' : 'papers' },
  };
}

/** Papers with more authors than one has. */
function moreAuthors({ papers: [id = ''], options, library, tags }: Meaning): Invocation | null {
  const paper = library.archive.paper(id);
  if (paper === undefined) return null;
  const many = authorsOf(paper);
  const isLess = tags.has('less') || tags.has('few');
  const range: Options = isLess ? { max_authors: many - 1 } : { min_authors: many + 1 };
  return { command: 'search', options: { ...range, ...picked(options, 'from', 'to'), sort: 'authors' } };
}

/** Papers with more votes than one has. */
function moreVotes({ papers: [id = ''], options, library, tags }: Meaning): Invocation | null {
  const votes = library.archive.paper(id)?.votes;
  if (typeof votes !== 'number') return null;
  const isLess = tags.has('less') || tags.has('few');
  const range: Options = isLess ? { max_votes: Math.max(0, votes - 1) } : { min_votes: votes + 1 };
  const show = tags.has('count') ? { show: 'count' } : {};
  return {
    command: 'search',
    options: { ...range, ...picked(options, 'from', 'to'), sort: 'votes', ...show },
  };
}

function sameDay({ papers: [id = ''], options, tags }: Meaning): Invocation {
  const asked = tags.has('count') ? { show: 'count' } : tags.has('top') ? { sort: 'votes', limit: 1 } : {};
  const place = options.place === undefined ? {} : { place: options.place, sort: 'votes' };
  return {
    command: 'search',
    options: { same_day: id, ...picked(options, 'limit', 'min_votes'), ...place, ...asked },
  };
}

function author(meaning: Meaning): Invocation | null {
  const [name, ...others] = meaning.authors;
  const { author: _, sort = 'newest', ...rest } = meaning.options;
  if (name === undefined || others.length > 0 || Object.keys(rest).length > 0 || sort !== 'newest')
    return null;
  use(meaning, 'AUTHOR', 'person', 'author');
  return contentOf(meaning) === '' ? { command: 'author', options: { name } } : null;
}
