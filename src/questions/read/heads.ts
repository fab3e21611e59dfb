import { given, type Invocation, type Options } from '../../answers/invocation.ts';
import { authorsOf } from '../../archive/orders.ts';
import table from '../words/heads.json' with { type: 'json' };
import { contentOf, isContent, type Meaning, use } from './meaning.ts';
import type { Chat } from './reading.ts';
import { rowIn, scoreOf, type TableRow } from './rows.ts';
import { beginsClause, has, numberIn, type Span } from './span.ts';
import type { Tag } from './words.ts';

/** What kind of question it is, by the cues that it has. */
export interface Head extends TableRow {
  /** The command, or `chat` for what asks for nothing here, or one of `MAKERS`. */
  readonly command: string;
}

/** All kinds; the one of which most cues are there counts, of several the first. */
export const HEADS: readonly Head[] = table.map((row) => ({
  ...rowIn(row),
  command: row.gives.split(' ')[0] ?? '',
}));

/** Small talk is short: with more words of its own a question is about something. */
const CHAT_WORDS_MAX = 2;

/** The kind of which most cues are there. */
export function best(meaning: Meaning, tags: ReadonlySet<Tag> = meaning.tags): Head | null {
  const content = meaning.spans.filter(isContent).length;
  const all = content > 0 ? new Set([...tags, 'content']) : tags;
  // `추천 꼴찌는 뭐야 ㅋㅋ`
  const cues = [
    'vote',
    'listed',
    'fewest',
    'oldest',
    'PAPER',
    'AUTHOR',
    'ORG',
    'author',
    ...(content > 0 ? ['DATE', 'about', 'recommend'] : []),
  ];
  const isAbout = content > CHAT_WORDS_MAX || cues.some((tag) => tags.has(tag));
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

/** Whether a kind is about papers that are named. */
export function isOfPaper({ terms }: Head): boolean {
  return terms[0]?.any[0] === 'PAPER';
}

/** Whether it asks for a fact of papers. */
export function isFact(head: Head | null): head is Head {
  return head !== null && isOfPaper(head) && ['fact', 'paper'].includes(head.command);
}

/** What a question of a kind comes to; null where its options do not suit after all. */
export function invocationOf(head: Head, meaning: Meaning): Invocation | Chat | null {
  const made = MAKERS[head.command];
  return made === undefined ? { command: head.command, options: head.options } : made(meaning, head);
}

type Maker = (meaning: Meaning, head: Head) => Invocation | Chat | null;

const MAKERS: Readonly<Record<string, Maker>> = {
  fact: (meaning, head) => factOf(head, meaning.papers, meaning),
  paper: ({ papers: [paper = ''] }) => ({ command: 'paper', options: { paper } }),
  chat: ({ tags }, { options: { about }, terms }) =>
    (about ?? terms[0]?.any.find((tag) => tags.has(tag)) ?? '') as Chat,
  search,
  today: ({ calendar }) => ({ command: 'today', options: { date: calendar.last } }),
  top: ({ options }, head) =>
    Object.keys(options).every((name) => name === 'sort') ? { command: 'top', options: head.options } : null,
  rank,
  compare,
  years,
  author,
  'same-day': sameDay,
  'more-than': moreThan,
};

/** The fact that is asked of papers. */
export function factOf(head: Head, papers: readonly string[], meaning: Meaning): Invocation {
  const { options, authors, spans, line } = meaning;
  const { of } = head.options;
  if (of === undefined) return { command: 'paper', options: { paper: papers[0] ?? '' } };
  const unheld = spans.find((span) => has(span, 'unheld'));
  const all = [of, ...alsoAsked(head, meaning)];
  const more = {
    name: of === 'is-author' ? authors[0] : undefined,
    asked: all.includes('unknown') && unheld ? line.slice(unheld.start, unheld.end) : undefined,
    ...(of === 'rank' && picked(options, 'from', 'to')),
  };
  return { command: 'fact', options: given({ paper: papers.join(';'), of: all.join(';'), ...more }) };
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
  const start = Math.max(0, spans.slice(0, paper + 1).findLastIndex(beginsClause));
  // 언제 실렸고 추천은 몇 개야
  const joins = (span: Span) =>
    has(span, 'and') || beginsClause(span) || (span.text === '고' && span.gap === '');
  if (!spans.slice(start + 1).some(joins)) return [];
  const own = head.terms.flatMap(({ any, isOptional }) => (isOptional ? [] : any));
  // Who the authors are is asked by the same words as which of them, and how many.
  if (['first-author', 'last-author', 'count-author'].some((tag) => tags.has(tag))) own.push('author');
  const isAsked = (tag: Tag) => tags.has(tag) && !spans.slice(0, start).some((span) => has(span, tag));
  const others = SIMPLE.filter(
    ({ cue: { any } }) => any.some(isAsked) && !any.some((tag) => own.includes(tag)),
  );
  const count = tags.has('count-author') && head.options.of !== 'author-count' ? ['author-count'] : [];
  return [...others.flatMap(({ of }) => of ?? []), ...count];
}

/** Some of the options. */
export function picked(options: Options, ...names: readonly string[]): Options {
  return Object.fromEntries(Object.entries(options).filter(([name]) => names.includes(name)));
}

/** Few come first where few are asked for. */
const FEWEST: readonly Tag[] = ['fewest', 'quiet', 'few', 'less'];

function rank({ options, papers, authors, tags, spans }: Meaning, head: Head): Invocation | null {
  if (papers.length > 0) return null;
  const isOfOne = head.options.what === 'co-authors';
  // `authors with more than 10 papers`
  const number = spans.flatMap((span) => numberIn(span) ?? [])[0];
  const isLeast = options.min_votes === undefined && (tags.has('more') || tags.has('atleast')) && !isOfOne;
  const least = isLeast && number !== undefined ? number + Number(tags.has('more')) : undefined;
  return {
    command: 'rank',
    options: given({
      ...head.options,
      by: tags.has('vote') ? 'votes' : 'papers',
      author: isOfOne ? authors[0] : undefined,
      order: FEWEST.some((tag) => tags.has(tag)) ? 'fewest' : undefined,
      ...picked(options, 'from', 'to', ...(isOfOne ? [] : ['organization'])),
      limit: least === undefined ? (options.limit ?? options.place) : undefined,
      min: least ?? options.min_votes,
    }),
  };
}

function search({ options: { limit, place, ...options } }: Meaning, head: Head): Invocation {
  // The best paper of each month is no list of one.
  const part = head.options.show === 'months' ? {} : { limit, place };
  return { command: 'search', options: given({ ...options, ...part, ...head.options }) };
}

/** @param head without `what` authors or organizations are compared */
function compare(meaning: Meaning, head: Head): Invocation {
  const { tags, papers, authors, organizations, periods, options } = meaning;
  const { what = authors.length > 1 ? 'authors' : 'organizations' } = head.options;
  const days = periods.map(({ from, to }) => `${from}..${to}`);
  const items = { papers, authors, organizations, periods: days }[String(what)] ?? [];
  const isVotes = what === 'papers' || tags.has('vote') || tags.has('top');
  const limits = what === 'periods' ? ['author', 'organization'] : ['from', 'to'];
  return {
    command: 'compare',
    options: {
      what,
      items: items.join(';'),
      by: isVotes ? 'votes' : 'papers',
      ...picked(options, ...limits),
    },
  };
}

/** All years that the archive reaches into, beside each other. */
function years(meaning: Meaning, head: Head): Invocation {
  const { first, last } = meaning.calendar;
  const start = Number(first.slice(0, 4));
  const periods = Array.from({ length: Number(last.slice(0, 4)) - start + 1 }, (_, at) => ({
    from: `${start + at}-01-01`,
    to: `${start + at}-12-31`,
  }));
  return compare({ ...meaning, periods }, { ...head, command: 'compare', options: { what: 'periods' } });
}

/** Papers with more votes, or authors, than one has. */
function moreThan({ papers: [id = ''], options, library, tags }: Meaning, head: Head): Invocation | null {
  const paper = library.archive.paper(id);
  const { of = '' } = head.options;
  const many = paper && (of === 'votes' ? paper.votes : authorsOf(paper));
  if (typeof many !== 'number') return null;
  const isLess = tags.has('less') || tags.has('few');
  const range = isLess ? { [`max_${of}`]: Math.max(0, many - 1) } : { [`min_${of}`]: many + 1 };
  const show = tags.has('count') && { show: 'count' };
  return { command: 'search', options: { ...range, ...picked(options, 'from', 'to'), sort: of, ...show } };
}

function sameDay({ papers: [id = ''], options, tags }: Meaning): Invocation {
  const asked = tags.has('count') ? { show: 'count' } : tags.has('top') ? { sort: 'votes', limit: 1 } : {};
  return {
    command: 'search',
    options: { same_day: id, ...picked(options, 'limit', 'min_votes', 'place'), ...asked },
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
