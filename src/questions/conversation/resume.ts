import { given, type Invocation, type Options } from '../../answers/invocation.ts';
import type { Paper } from '../../archive/paper.ts';
import { endOf } from '../../archive/select.ts';
import { type Days, daysBefore, type TimeUnit, unitBefore } from '../../text/dates/parts.ts';
import { best, factOf, type Head, isFact, picked } from '../read/heads.ts';
import { paperMeant } from '../read/lookups.ts';
import { contentOf, isContent, isGlue, type Meaning, use } from '../read/meaning.ts';
import { read, WHETHER } from '../read/read.ts';
import type { Chat, Reading } from '../read/reading.ts';
import { rowIn, scoreOf, type TableRow } from '../read/rows.ts';
import { has, numberIn } from '../read/span.ts';
import { CONVERSATION, type Tag } from '../read/words.ts';
import table from '../words/follow-ups.json' with { type: 'json' };
import { asSearch, type Remembered, type Thread } from './before.ts';

/** A follow-up as it is read: what to do, and what the next one needs to know. */
interface Resumed {
  readonly reading: Reading;
  readonly kept?: Remembered;
}

/** What a follow-up goes on from. */
interface Known extends Thread {
  /** The invocation before as a search, if it lists papers. */
  readonly search: Invocation | null;
  /** Its period. */
  readonly days: Days | null;
  /** The paper shown, if it is the only one. */
  readonly only: Paper | null;
  /** What the question comes to without anything before it. */
  readonly alone: Reading;
}

/** Options that say which of the papers are shown and how, not which papers are meant. */
const FORMS = ['place', 'place_to', 'limit', 'show', 'page'];

const isOnlyForm = (options: Options): boolean => Object.keys(options).every((name) => FORMS.includes(name));

const OF_WHAT: Resumed = { reading: { is: 'chat', about: 'of-what' } };

/**
 * Reads a question that goes on from another by changing options of the invocation before it. What is complete by itself
 * is read by itself; what leaves something out that nothing before tells is asked back.
 */
export function resume(meaning: Meaning, thread: Thread): Resumed {
  const { before, shown } = thread;
  const search = before && asSearch(before, meaning.calendar);
  const { from, to } = (search ?? before)?.options ?? {};
  const [id = ''] = shown;
  const known: Known = {
    ...thread,
    search,
    days: from !== undefined && to !== undefined ? { from: String(from), to: String(to) } : null,
    only: (shown.length === 1 && meaning.library.archive.paper(id)) || null,
    alone: read({ ...meaning, used: new Set(meaning.used) }),
  };
  const goesOn = before !== null || shown.length > 0;
  const isWhole = isComplete(meaning, known);
  const ways = [against, isOn, ...(meaning.drops.length > 0 ? [edited] : []), ...(isWhole ? [] : WAYS)];
  for (const way of goesOn ? ways : []) {
    const found = way(meaning, known);
    if (found !== null) return withList(found, known);
  }
  return !isWhole && leavesOut(meaning, goesOn) ? OF_WHAT : { reading: known.alone };
}

/** Whether a question leads on, or names a place of no list, and nothing tells what it goes on from. */
function leavesOut(meaning: Meaning, goesOn: boolean): boolean {
  const { options, papers, authors, tags, spans } = meaning;
  // At the beginning of a conversation `so how many papers in May?` leads on from nothing and is complete.
  const isNew =
    papers.length > 0 || (!goesOn && (tags.has('paper') || !isOnlyForm(without(options, ['sort']))));
  const isOfList = options.place !== undefined && options.from === undefined && !tags.has('paper');
  // 그중에 비디오 논문은?
  // 여기서 is in this archive where there is nothing before.
  const isThem = spans.some((span) => has(span, 'them') && (goesOn || !span.text.startsWith('여기')));
  const isOfThem = isThem && papers.length + authors.length === 0 && options.from === undefined;
  return isOfThem || ((isLed(meaning) || isOfList) && !isNew && !spans.some(isContent));
}

/** A fact of a list's paper remembers the list. */
function withList({ reading, kept }: Resumed, { search, list }: Known): Resumed {
  const command = reading.is === 'invocation' ? reading.invocation.command : reading.is;
  const isOfPaper = ['about', 'fact', 'paper'].includes(command);
  return isOfPaper
    ? { reading, kept: { list: search ?? list, ...kept } }
    : { reading, ...(kept && { kept }) };
}

const runs = (command: string, options: Options, was?: string): Resumed => ({
  reading: { is: 'invocation', invocation: { command, options } },
  ...(was !== undefined && { kept: { was } }),
});
const hasAny = ({ tags }: Meaning, ...any: readonly Tag[]): boolean => any.some((tag) => tags.has(tag));

/** Whether a question has nothing but small words and words with some tags. */
function isOnly({ spans }: Meaning, ...tags: readonly Tag[]): boolean {
  return spans.every((span) => isGlue(span) || has(span, ...tags));
}

/** Whether a question begins by leading on, or changes something: `and`, `what about`, 그럼, `instead`. */
function isLed({ spans }: Meaning): boolean {
  const first = spans.find((span) => !isGlue(span) && !has(span, 'ending'));
  return has(first, 'lead', 'and', 'or') || spans.some((span) => has(span, 'swap'));
}

/** Small talk that may be about what was talked of: nothing was read, or `swap in Yao Lu`. */
const OPEN_CHATS: readonly Chat[] = ['of-what', 'abilities', 'change'];

/** Whether a question read by itself leaves nothing open: small talk, what the archive holds, a fact of a paper it names. */
function standsAlone(reading: Reading): boolean {
  if (reading.is === 'chat') return !OPEN_CHATS.includes(reading.about);
  if (reading.is === 'missing') return /[\p{Lu}\d]/u.test(reading.typed);
  return reading.is === 'invocation' && ['fact', 'holdings'].includes(reading.invocation.command);
}

/** More words that nothing accounts for are a subject of their own. */
const SUBJECT_WORDS_MAX = 2;

/** Whether a question says by itself which papers are meant and what is asked of them. */
function isComplete(meaning: Meaning, { before, alone }: Known): boolean {
  const { tags, options, papers, authors, organizations, spans } = meaning;
  if (meaning.drops.length === 0 && standsAlone(alone)) return true;
  const content = spans.filter((span) => isContent(span) && !meaning.used.has(span)).length;
  if (isLed(meaning) || (meaning.drops.length > 0 && content === 0)) return false;
  // `HuMo는?` asks the same of another paper.
  if (papers.length > 0) return before?.command !== 'fact' || !isOnly(meaning, 'PAPER', 'lead', 'and');
  if (hasAny(meaning, ...CONVERSATION.pointing)) return false;
  if (tags.has('abilities') || content > SUBJECT_WORDS_MAX) return true;
  const isNamed = authors.length + organizations.length > 0 || options.title !== undefined;
  const hasNoun = spans.some(
    (span) => has(span, 'paper', 'author', 'digest', 'org') && !meaning.used.has(span),
  );
  const hasOrder = options.sort !== undefined || hasAny(meaning, 'count', 'sum', 'average');
  // Another name takes the place of an author: `Yao Lu는?`
  const isOfAuthor = before?.command === 'author' || before?.options.author !== undefined;
  // `by KAIST` beside nothing else narrows the list before.
  const isNarrowing =
    isOnly(meaning, 'ORG', 'AUTHOR', 'by', 'with', 'not', 'lead', 'can') && before?.command === 'search';
  const hasPeriod = options.from !== undefined || tags.has('archive');
  return (
    (isNamed && !isNarrowing && (hasNoun || hasOrder || !isOfAuthor)) ||
    (hasNoun && (content > 0 || (hasPeriod && (hasOrder || tags.has('top')))))
  );
}

/** `more votes than SurveyX?`, `does Song Han have more?`, 4월보다 많아?, 둘이 차이가 얼마?: what was talked of beside another. */
function against(meaning: Meaning, known: Known): Resumed | null {
  const { tags, spans, papers, authors, periods, library, options } = meaning;
  const { before, only, was, search, days } = known;
  const isThan = hasAny(meaning, 'than', 'versus') || spans.some(({ text }) => text.endsWith(' than'));
  const isMore =
    hasAny(meaning, 'more', 'less') && hasAny(meaning, 'who', 'which', 'relation', 'many', 'few');
  if (!(isThan || isMore) || hasAny(meaning, 'num', 'newest', 'oldest', 'star', 'author')) return null;
  const isOfPaper = !tags.has('paper') && ['fact', 'paper', 'search'].includes(before?.command ?? 'paper');
  const { author, organization, show } = search?.options ?? {};
  const ofDays = ({ from, to }: Days) => `${from}..${to}`;
  const content = contentOf(meaning);
  const meant = isThan && isOfPaper && only && content !== '' ? paperMeant(content, library) : null;
  const named: Readonly<Record<string, readonly string[]>> = {
    papers: meant?.is === 'one' ? [meant.one.id] : papers,
    authors,
    organizations: spans.flatMap((one) => (has(one, 'ORG') ? one.values.slice(0, 1) : [])),
    periods: periods.map(ofDays),
  };
  const isBare = content === '' && Object.values(named).every(({ length }) => length === 0);
  // `by how much?` after a comparison, which says so.
  if (before?.command === 'compare' && tags.has('versus') && isBare) return runs('compare', before.options);
  const talkedOf = {
    papers: isOfPaper && only?.id,
    authors: author,
    organizations: organization,
    periods: !author && !organization && days && ofDays(days),
  };
  // Without a name it is the one that another took the place of.
  const replaced = { [author ? 'authors' : organization ? 'organizations' : 'papers']: was };
  for (const [what, one] of Object.entries(talkedOf)) {
    const [other, ...more] = isBare ? [replaced[what]] : (named[what] ?? []);
    if (!one || !other || other === one || more.length > 0) continue;
    const { query, from, to } = { ...search?.options, ...options };
    const limits = { papers: {}, periods: { query } }[what] ?? { query, from, to };
    const by = what === 'papers' || tags.has('vote') || show === 'sum' ? 'votes' : 'papers';
    return runs('compare', given({ ...limits, what, items: `${one};${other}`, by }));
  }
  return null;
}

/** `was Song Han one of the authors?`, `Song Han도 저자야?` of the paper shown. */
function isOn(meaning: Meaning, { only }: Known): Resumed | null {
  const { authors, spans } = meaning;
  const isAsking =
    WHETHER.test(spans[0]?.text ?? '') ||
    spans.some(({ text }, at) => text === '도' && has(spans[at - 1], 'AUTHOR'));
  const isPlain = isOnly(
    meaning,
    ...'AUTHOR publish author listed present relation about it lead and by'.split(' '),
  );
  return only !== null && authors.length === 1 && isAsking && isPlain
    ? runs('fact', { paper: only.id, of: 'is-author', name: authors[0] ?? '' })
    : null;
}

/** `the newest one: got a link?`: a fact of a paper that is chosen from the list before. */
function chosen(meaning: Meaning, { search, list, alone }: Known): Resumed | null {
  const all = search ?? list;
  if (all === null || alone.is !== 'of-found' || hasAny(meaning, 'paper', 'archive')) return null;
  if (!isOnlyForm(without(alone.search.options, ['sort']))) return null;
  const options = { ...without(all.options, [...FORMS, 'sort']), ...alone.search.options };
  return { reading: { ...alone, search: { command: 'search', options } } };
}

/** Words that name a unit of time with others: `the week before`, 그 달. */
const UNITS: readonly (readonly [word: RegExp, unit: TimeUnit])[] = [
  [/week|주/, 'week'],
  [/quarter|분기/, 'quarter'],
  [/month|달/, 'month'],
  [/year|해/, 'year'],
  [/day|날|당일/, 'day'],
];

function unitIn({ spans }: Meaning, ...tags: readonly Tag[]): TimeUnit | undefined {
  const word = spans.find((span) => has(span, ...tags))?.text ?? '';
  return UNITS.find(([named]) => named.test(word))?.[1];
}

/** `and the day before?`, `the week before`: the day, week, month or year beside the period of before. */
function step(meaning: Meaning, { before, search, days }: Known): Resumed | null {
  if (!meaning.tags.has('step') || days === null) return null;
  const { command = '', options = {} } = search ?? before ?? {};
  const unit = unitIn(meaning, 'step') ?? 'day';
  const [beside, back] = meaning.tags.has('step:1')
    ? [daysBefore(days.to, -1), -1]
    : [daysBefore(days.from, 1), 1];
  const near = unitBefore(unit, beside);
  // The month before a day is not the month of that day.
  const isWithin = near.from <= days.from && days.to <= near.to;
  return runs(command, { ...options, ...(isWithin ? unitBefore(unit, beside, back) : near) });
}

/** Commands without pages. */
const UNPAGED = ['fact', 'paper', 'compare', 'holdings'];

/** `more?`, `더 보여줘`: the next page, or the next papers of a part of a list. */
function more(meaning: Meaning, { before, page }: Known): Resumed | null {
  const { spans, tags } = meaning;
  const { limit, ...options } = meaning.options;
  const [count] = spans.flatMap((span) => numberIn(span) ?? []);
  const number = tags.has('page') ? count : undefined;
  const isBare = tags.has('more') && isOnly(meaning, 'more', 'paper', 'present', 'num', 'unit-paper', 'lead');
  const next = limit ?? (number === undefined ? count : undefined);
  // `the next five`, 다음 5개
  const isNext = next !== undefined && tags.has('next');
  const isMore = tags.has('others') || isBare || isNext || number !== undefined;
  if (!isMore || before === null || UNPAGED.includes(before.command) || Object.keys(options).length > 0)
    return null;
  const { limit: shown, place, place_to: to, ...rest } = before.options;
  const last = Number(to ?? place ?? shown ?? 0);
  const many = Number(next ?? last - Number(place ?? 1) + 1);
  return before.command === 'search' && last > 0
    ? runs('search', { ...rest, place: last + 1, place_to: last + many })
    : runs(before.command, { ...rest, page: number ?? page + 1 });
}

/** What cues fill in of a command, by the table of it; `after:` is the command or fact before. */
const [EDITS, ENDS, OTHER_ENDS] = [table.edits, table.ends, table['ends-of-authors']].map((rows) =>
  rows.map(rowIn),
);

/** The options of the rows whose cues are there; of two rows with the same option the first counts. */
function optionsOf(rows: readonly TableRow[] = [], { tags }: Meaning, before: Invocation | null): Options {
  const all = new Set([...tags, `after:${before?.command}`, `after:${before?.options.of}`]);
  const found = rows.filter((row) => scoreOf(row, all) > 0);
  return Object.assign({}, ...found.toReversed().map(({ options }) => options));
}

/** More do not fit into one answer. */
const FACTS_MAX = 5;

/** `which of them came out first?`, `제일 처음 나온 건?`: the days of compared papers, or the first or last of a list in time. */
function atEnd(meaning: Meaning, { before, shown, search }: Known): Resumed | null {
  const end = optionsOf(ENDS, meaning, before);
  const isOther = meaning.periods.length > 0 || meaning.spans.some(isContent);
  if (isOther || end.sort === undefined) return null;
  const isFew = before?.command === 'compare' || before?.options.limit !== undefined;
  if (isFew && shown.length > 1 && shown.length <= FACTS_MAX)
    return runs('fact', { paper: shown.join(';'), of: 'day' });
  return search && runs('search', { ...without(search.options, FORMS), ...end });
}

/** `the second one`, `2위는?`: a place of the list before, or a fact of the paper at it. */
function placed(meaning: Meaning, { before, list, shown, named, search }: Known): Resumed | null {
  const { options, tags } = meaning;
  const isLast = tags.has('last') && tags.has('it');
  const isFirst = tags.has('first') && !hasAny(meaning, 'top', 'most', 'many', 'order');
  // `and the next one?` after a fact of a list's paper
  const isNext = list !== null && tags.has('others') && isOnly(meaning, 'others', 'lead', 'and', 'paper');
  const next = isNext ? Number(list.options.place ?? 1) + 1 : 0;
  const number = Number(options.place ?? (isFirst ? 1 : isLast ? shown.length : next));
  if (number < 1 || options.from !== undefined) return null;
  const { place_to: to = number } = options;
  const papers = list === null ? shown.slice(number - 1, Number(to)) : [];
  // `그중 추천 1위는?` asks for the list in that order.
  const fact = tags.has('them') ? null : factAsked(meaning);
  if (before?.command === 'rank') {
    // `papers of the second one`: of the author or organization at that place; else the first rows up to it.
    const name = tags.has('paper') ? named[number - 1] : undefined;
    if (name === undefined) return runs('rank', { ...before.options, limit: number });
    return before.options.what === 'organizations'
      ? runs('search', { organization: name })
      : runs('author', { name });
  }
  const all = search ?? list;
  if (all === null) {
    const [paper] = papers;
    if (paper === undefined) return null;
    return fact === null ? runs('paper', { paper }) : factOfThem(meaning, papers);
  }
  const rest = without(all.options, ['limit', 'place_to', 'show']);
  const sorted = rest.sort === undefined && rest.query === undefined ? { sort: 'votes' } : {};
  const at = { command: 'search', options: { ...rest, ...sorted, place: number } };
  if (fact === null) return runs('search', { ...at.options, ...(to !== number && { place_to: to }) });
  // After a fact of a list's paper a place is one of that list.
  const ofFound = { is: 'of-found', search: at, fact: (id: string) => factOf(fact, [id], meaning) } as const;
  const invocation = factOf(fact, papers, meaning);
  return { reading: papers.length === 0 ? ofFound : { is: 'invocation', invocation }, kept: { list: at } };
}

function without(options: Options, names: readonly string[]): Options {
  return Object.fromEntries(Object.entries(options).filter(([name]) => !names.includes(name)));
}

/** `and last?` after the first author. */
function otherEnd(meaning: Meaning, { before }: Known): Resumed | null {
  const other = optionsOf(OTHER_ENDS, meaning, before);
  return other.of !== undefined &&
    isOnly(meaning, ...'lead and first last count exactly unit-person sum what'.split(' '))
    ? runs('fact', { ...before?.options, ...other })
    : null;
}

/** `both of them together?`: papers that the two before wrote together; `who wrote them?`: a fact of all that are shown. */
function ofThem(meaning: Meaning, known: Known): Resumed | null {
  const authors = authorsBefore(known);
  return meaning.tags.has('together') && authors.length > 1
    ? runs('search', { author: authors.join(';') })
    : null;
}

/** The authors of the invocation before, behind one whom another took the place of. */
function authorsBefore({ before, was }: Known): readonly string[] {
  const { name, what, items, author, any_author } = before?.options ?? {};
  const own = name ?? author ?? any_author ?? (what === 'authors' ? items : undefined);
  // After a fact a paper took the place of another.
  const all = [before?.command === 'fact' ? '' : (was ?? ''), ...String(own ?? '').split(';')];
  return [...new Set(all)].filter((one) => one !== '');
}

function factOfThem(meaning: Meaning, ids: readonly string[]): Resumed | null {
  const fact = factAsked(meaning);
  return fact && { reading: { is: 'invocation', invocation: factOf(fact, ids, meaning) } };
}

/** What is asked of a paper that is not named: `who wrote it?`, `추천은 몇 개?` */
function factAsked(meaning: Meaning): Head | null {
  const tags = new Set([...meaning.tags, 'PAPER']);
  // `1위 누가 썼어?` asks who wrote the first paper, not who wrote most.
  const isPlaced = meaning.options.place !== undefined;
  if (isPlaced) for (const tag of ['rank', 'place']) tags.delete(tag);
  if (isPlaced || tags.has('it')) tags.delete('top');
  const head = best(meaning, tags);
  return isFact(head) ? head : null;
}

/** What authors give with a paper, asked of it by naming them: `did they release the code?` */
function ofWork(meaning: Meaning, { only }: Known): Resumed | null {
  const of = String(factAsked(meaning)?.options.of);
  const isOfOne = only !== null && meaning.authors.length === 0 && !meaning.tags.has('paper');
  return isOfOne && ['code', 'project', 'stars'].includes(of) ? factOfThem(meaning, [only.id]) : null;
}

/** Whether a list has a first paper, which `it` means; `누가 썼어?` means that of the best. */
function isFirstMeant(before: Invocation | null, isIt: boolean): boolean {
  const { sort = 'relevance', limit } = before?.options ?? {};
  if (!isIt) return sort === 'votes' && limit === undefined;
  return before?.command === 'top' || before?.command === 'today' || sort !== 'relevance';
}

/** A fact of the paper shown; of several without an order the person chooses. */
function ofPapers(meaning: Meaning, { before, shown, search }: Known): Resumed | null {
  const { tags, options, periods, papers, spans } = meaning;
  if (papers.length > 0)
    return before?.command === 'fact'
      ? runs('fact', { ...before.options, paper: papers.join(';') }, String(before.options.paper))
      : null;
  const [first] = shown;
  if (first === undefined || periods.length > 0) return null;
  const isOne = shown.length === 1;
  const isIt = tags.has('it');
  const isAll =
    (hasAny(meaning, 'sum', 'average') && !tags.has('count-author') && before?.command !== 'fact') ||
    (tags.has('paper') && !isIt && hasAny(meaning, 'count', 'top', 'most'));
  const isEdit = Object.keys(options).some((name) => name === 'sort' || (name !== 'author' && !isOne));
  const asked = isAll || (isEdit && !isIt) ? null : factAsked(meaning);
  // `Ziwei Liu꺼도 있나` after papers of another author asks for papers.
  const isOther = !isIt && (!isOne || search?.options.author !== undefined);
  const isAuthor = asked?.options.of === 'is-author' && (!isOther || hasAny(meaning, 'author', 'publish'));
  const fact = options.author !== undefined && !isAuthor ? null : asked;
  if (fact !== null) {
    if (isOne || isFirstMeant(before, isIt)) return factOfThem(meaning, [first]);
    if (!isIt && shown.length <= FACTS_MAX) return factOfThem(meaning, shown);
    const onPick = (id: string) => factOf(fact, [id], meaning);
    if (before?.command !== 'search' || !tags.has('count'))
      return { reading: { is: 'which', typed: meaning.line, ids: shown, onPick } };
  }
  if (!isOne) return null;
  const isPoint = hasAny(meaning, ...CONVERSATION.points);
  const isOfCard = tags.has('summary') || (tags.has('what') && isIt && tags.has('about'));
  if (isOfCard && !isPoint && !spans.some(isContent)) return runs('paper', { paper: first });
  return isPoint && !tags.has('paper') ? aboutPaper(first, meaning) : null;
}

function aboutPaper(paper: string, { line: question }: Meaning, isMaybe = false): Resumed {
  return { reading: { is: 'about', paper, question, ...(isMaybe && { isMaybe }) } };
}

/** Reads a question in which some words point to what is now known. */
function readWith(meaning: Meaning, known: Partial<Meaning>, ...tags: readonly Tag[]): Resumed {
  use(meaning, ...CONVERSATION.pointing, 'same');
  return { reading: read({ ...meaning, ...known, tags: new Set([...meaning.tags, ...tags]) }) };
}

/** The first name of a ranking of authors, organizations, days or months. */
function topOf({ before, named }: Known, what: RegExp): string | undefined {
  return before?.command === 'rank' && what.test(String(before.options.what)) ? named[0] : undefined;
}

/** `his latest paper`, `그 사람 논문은?`: the author of before, or first of a ranking or a paper. */
function ofPerson(meaning: Meaning, known: Known): Resumed | null {
  const { before, only } = known;
  if (meaning.authors.length > 0) return null;
  const { of, organization } = before?.options ?? {};
  // `anything else by the last one?` after who wrote a paper.
  const isEnd =
    (of === 'authors' && hasAny(meaning, 'by') && hasAny(meaning, 'first', 'last')) ||
    (hasAny(meaning, 'first-author', 'last-author') &&
      (hasAny(meaning, 'others') || (hasAny(meaning, 'publish') && hasAny(meaning, 'paper'))));
  // 제일 자주 같이하는 사람은?
  const isBeside = hasAny(meaning, 'coauthor') && authorsBefore(known).length > 0;
  // `their most upvoted one` after papers of an organization.
  if (!isEnd && !isBeside && (organization !== undefined || !meaning.tags.has('person'))) return null;
  const end = of === 'last-author' || hasAny(meaning, 'last', 'last-author') ? -1 : 0;
  const name = topOf(known, /authors$/) ?? authorsBefore(known).at(-1) ?? (only && endOf(only, end));
  if (name == null) return OF_WHAT;
  return readWith(meaning, { authors: [name], options: { ...meaning.options, author: name } }, 'AUTHOR');
}

/** `anything else from that lab?`: the organization of before, or of the one paper shown. */
function ofPlace(meaning: Meaning, known: Known): Resumed | null {
  const { before, only } = known;
  if (!hasAny(meaning, 'there', 'person') || meaning.organizations.length > 0) return null;
  const name = topOf(known, /^organizations$/) ?? before?.options.organization ?? only?.details?.organization;
  // 거기서: of that organization, or of those papers.
  if (name == null) return hasAny(meaning, 'them') ? null : OF_WHAT;
  const options = { ...meaning.options, organization: name };
  return readWith(meaning, { organizations: [String(name)], options }, 'ORG');
}

/** `how many papers were there that day`: the first of a ranking, the period of before, or the day of the one paper shown. */
function ofTime(meaning: Meaning, known: Known): Resumed | null {
  const [typed] = meaning.periods;
  if (!hasAny(meaning, 'that-time', 'same')) return null;
  const unit = unitIn(meaning, 'that-time', 'same');
  const day = known.only?.listings[0].date;
  const one = topOf(known, /^(?:days|months)$/) ?? (unit === 'day' ? day : undefined);
  const from = one ?? known.days?.from ?? day;
  const to = one ?? known.days?.to ?? from;
  // `같은 해 7월`, and `now March of that year` of the list before.
  const isOfList = known.search !== null && isOnly(meaning, 'that-time', 'same', 'lead', 'DATE', 'ending');
  if (typed !== undefined && (unit !== 'year' || isOfList)) return null;
  // A day of a longer period is not known from its ends.
  if (from === undefined || to === undefined || (unit === 'day' && from !== to)) return OF_WHAT;
  const isWhole = unit === 'month' || unit === 'year';
  const whole = isWhole ? unitBefore(unit, from.padEnd('2024-12-06'.length, '-01')) : { from, to };
  const days = typed === undefined ? whole : moved(typed, from.slice(0, 4));
  return readWith(meaning, { periods: [days], options: { ...meaning.options, ...days } }, 'DATE');
}

/** A period in another year, or month. @param start how its days begin there */
function moved({ from, to }: Days, start: string): Days {
  return { from: start + from.slice(start.length), to: start + to.slice(start.length) };
}

/** Options before that do not outlive a new one. */
const REPLACED: ReadonlyMap<string, string> = new Map(Object.entries(table.replaced));

/** Options of papers that no ranking or comparison has. */
const OF_PAPERS = ['title', 'code', 'min_votes', 'max_votes', 'min_authors', 'max_authors'];

/** Words by which a question is whole, and changes no list. */
const ASKING: readonly Tag[] = 'who what why how when where paper'.split(' ');
const TOPIC_WORDS_MAX = 4;

/** Lays the options of a follow-up over those before: `only 2025`, `and in November?`, `제일 추천 많은 건?` */
function edited(meaning: Meaning, known: Known): Resumed | null {
  const { before, search, alone } = known;
  if (before === null) return null;
  const { drops } = meaning;
  const own = alone.is === 'invocation' ? alone.invocation : null;
  if (own !== null && ['rank', 'compare'].includes(own.command) && drops.length === 0)
    return withLimits(own, (search ?? before).options, meaning);
  const changes = changesIn(meaning, known, before);
  if (before.command === 'rank' || before.command === 'compare') {
    if (Object.keys(changes).some((name) => OF_PAPERS.includes(name))) return null;
    const rest = { ...without(before.options, drops), ...without(changes, ['sort', 'place', 'show']) };
    return drops.length + Object.keys(changes).length > 0 ? runs(before.command, rest) : null;
  }
  // `change it to September: who is first?` after a fact of a paper of the list.
  const changed = search ?? (hasAny(meaning, 'swap') ? known.list : null);
  if (changed === null || drops.length + Object.keys(changes).length === 0) return null;
  const { sort, author, organization } = changed.options;
  const replaced = Object.keys(changes).flatMap((name) => REPLACED.get(name)?.split(' ') ?? []);
  // `오늘 1위`, `어제는?`: the same place of another day.
  const isOtherTime = Object.keys(changes).every((name) => name === 'from' || name === 'to');
  const kept = without(changed.options, [...(isOtherTime ? [] : ['place']), ...replaced, ...drops]);
  if (sort === 'authors' && changes.sort === 'fewest') changes.sort = 'fewest-authors';
  const was =
    meaning.authors.length > 0 ? author : meaning.organizations.length > 0 ? organization : undefined;
  if (author !== undefined && was === author && hasAny(meaning, 'with') && !hasAny(meaning, 'swap'))
    changes.author = `${was};${changes.author}`;
  return runs('search', { ...kept, ...changes }, was === undefined ? undefined : String(was));
}

/** A ranking or comparison with the period and topic before, unless it is of the whole archive. */
function withLimits({ command, options }: Invocation, before: Options, { tags }: Meaning): Resumed {
  const { from, to, query } = before;
  // The best of the months is none of the one month talked of.
  const isOneMonth = options.what === 'months' && String(from).slice(0, 7) === String(to).slice(0, 7);
  const isWhole = tags.has('archive') || command === 'compare' || (isOneMonth && query === undefined);
  const kept = isWhole ? {} : picked(before, 'from', 'to', 'query', 'organization');
  return runs(command, { ...kept, ...options });
}

/** The options that a follow-up changes; none if it has words that fill none. */
function changesIn(meaning: Meaning, known: Known, before: Invocation): Options {
  const { tags, options, spans } = meaning;
  const query = contentOf(meaning);
  // `about robots`, `추론 관련만`: the topic of the list before; 그중 비디오만: one more.
  const isAmong = tags.has('them') || spans.some(({ text }) => text === '만' || text === 'only');
  const isOn = tags.has('about') && known.shown.length !== 1;
  if (query !== '' && !isLed(meaning) && !isAmong && (!isOn || hasAny(meaning, ...ASKING))) return {};
  // `make that 3`
  const [limit] = isOnly(meaning, 'num', 'lead', 'bar')
    ? meaning.spans.flatMap((span) => numberIn(span) ?? [])
    : [];
  const part = limit === undefined || limit < 1 ? {} : { limit };
  const given = tags.has('swap') ? swappedIn(options, before) : options;
  const changes = {
    ...atBar({ ...part, ...given }, meaning, before),
    ...inTimeOf(meaning, known),
    ...optionsOf(EDITS, meaning, before),
  };
  if (query === '' || query.split(' ').length > TOPIC_WORDS_MAX) return changes;
  const topic = isAmong ? known.search?.options.query : undefined;
  return { ...changes, query: topic === undefined ? query : `${topic} ${query}` };
}

/** `replace NVIDIA with Google`, `Yao Lu instead of Song Han`: without the names that were given before. */
function swappedIn(options: Options, before: Invocation): Options {
  const swapped = ['author', 'organization'].flatMap((name) => {
    const old = String(before.options[name]).split(';');
    const others = String(options[name] ?? '')
      .split(';')
      .filter((one) => !old.includes(one));
    return options[name] === undefined || others.length === 0 ? [] : [[name, others.join(';')]];
  });
  return { ...options, ...Object.fromEntries(swapped) };
}

const BARS = ['min_votes', 'max_votes', 'min_authors', 'max_authors'];

/** `lower the bar to 10`, `그럼 5개 이상은?`: a number that is no limit of a list, but of its votes or authors. */
function atBar({ limit, ...others }: Options, meaning: Meaning, before: Invocation): Options {
  const bar = BARS.find((name) => before.options[name] !== undefined);
  const isBar = bar !== undefined && hasAny(meaning, 'bar', 'atleast', 'atmost', 'more', 'less');
  return limit === undefined ? others : { ...others, [isBar ? bar : 'limit']: limit };
}

/** `And in November?`, `and on the 14th?`: a month without its year, or a day without its month, is that talked of. */
function inTimeOf({ spans, periods: [own], calendar }: Meaning, { days }: Known): Partial<Days> {
  // `extend that through May` begins where the period before did.
  if (days !== null && own?.from === calendar.first && days.from <= own.to) return { from: days.from };
  const length = spans.some((span) => has(span, 'monthless')) ? 'yyyy-mm'.length : 'yyyy'.length;
  const isOpen = spans.some((span) => has(span, 'yearless'));
  return isOpen && days !== null && own !== undefined && own.from.slice(0, 4) === own.to.slice(0, 4)
    ? moved(own, days.to.slice(0, length))
    : {};
}

/** Anything else about the only paper shown. */
function about(meaning: Meaning, { only }: Known): Resumed | null {
  const hasContent = meaning.spans.some(isContent);
  const isPointing = hasAny(meaning, 'it', 'this');
  return only !== null && (isPointing || hasContent) ? aboutPaper(only.id, meaning, !isPointing) : null;
}

/** Ways in which an incomplete question goes on from the answer before; the first that reads it counts. */
const WAYS = [
  otherEnd,
  chosen,
  step,
  ofWork,
  ofPerson,
  ofPlace,
  more,
  ofTime,
  atEnd,
  placed,
  ofThem,
  ofPapers,
  edited,
  about,
];
