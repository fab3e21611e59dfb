import type { Invocation } from '../../answers/invocation.ts';
import type { Paper } from '../../archive/paper.ts';
import { endOf } from '../../archive/select.ts';
import { daysBefore, type TimeUnit, unitBefore } from '../../text/dates/parts.ts';
import { factOf } from '../read/heads.ts';
import { isContent, type Meaning } from '../read/meaning.ts';
import { THING } from '../read/read.ts';
import { has, isKorean, numberIn, type Span } from '../read/span.ts';
import { CONVERSATION, type Tag } from '../read/words.ts';
import { moved } from './editing.ts';
import {
  aboutPaper,
  authorsBefore,
  ENDS,
  FORMS,
  factAsked,
  factOfThem,
  hasTag,
  isOnly,
  isOnlyForm,
  OF_WHAT,
  ORDERING,
  OTHER_ENDS,
  optionsOf,
  type Resumed,
  readIn,
  readOf,
  runs,
  type TalkedOf,
  topOf,
  without,
} from './follow-up.ts';

/** `the newest one: got a link?`: a fact of a paper that is chosen from the list before. */
export function chosen(meaning: Meaning, { search, list, alone }: TalkedOf): Resumed | null {
  const all = search ?? list;
  if (all === null || alone.is !== 'of-found' || hasTag(meaning, 'archive')) return null;
  if (!hasTag(meaning, 'them') && hasTag(meaning, 'paper')) return null;
  if (!isOnlyForm(without(alone.search.options, ['sort']))) return null;
  // `who led the 2nd of those`: in the order that they were shown in.
  const isOrdered = hasTag(meaning, ...ORDERING) || all.options.sort === undefined;
  const own = isOrdered ? alone.search.options : without(alone.search.options, ['sort']);
  const options = { ...without(all.options, [...FORMS, ...(isOrdered ? ['sort'] : [])]), ...own };
  return { reading: { ...alone, search: { command: 'search', options } } };
}

/** The words by which one of several papers is named: `the driving one`, `the one that runs on a phone`, 서울대꺼. */
export function wordsOfOne({ spans }: Meaning): readonly Span[] {
  const at = spans.findLastIndex(({ text }) => THING.test(text));
  const isOwn = (span: Span) => isContent(span) || has(span, 'ORG', 'num');
  const start = spans.slice(0, Math.max(0, at)).findLastIndex((span) => !isOwn(span)) + 1;
  const before = at < 0 ? [] : spans.slice(start, at);
  if (at < 0 || before.length > 0 || isKorean(spans[at])) return before;
  return spans.slice(at + 1).filter(isOwn);
}

/** Smallest share of the words that the paper has which they name. */
const NAMED = 0.5;

/** One of the papers shown, by words of it: `the driving one, who wrote it?`, 서울대꺼 1저자. */
export function thatOne(meaning: Meaning, { shown, search, list }: TalkedOf): Resumed | null {
  const own = wordsOfOne(meaning);
  const [first, last] = [own[0], own.at(-1)];
  const all = search ?? list;
  if (first === undefined || (shown.length < 2 && list === null)) return null;
  const fact = factAsked(meaning);
  const organization = own.find((span) => has(span, 'ORG'))?.values[0];
  const text = meaning.line.slice(first.start, last?.end);
  const isOfList = organization !== undefined || shown.length < 2;
  if (isOfList && fact !== null && all !== null) {
    // It may stand on another page.
    const query = `${all.options.query ?? ''} ${text}`.trim();
    const named = organization === undefined ? { query } : { organization };
    const found = { command: 'search', options: { ...without(all.options, FORMS), ...named, limit: 1 } };
    const of = (id: string) => factOf(fact, [id], meaning);
    return { reading: { is: 'of-found', search: found, fact: of }, kept: { list: all } };
  }
  const accepts = ({ id }: Paper) => shown.includes(id);
  const [hit] = meaning.library.search.search(text, { accepts, among: shown }, 1);
  if (hit === undefined || hit.coverage < NAMED) return null;
  return fact === null ? runs('paper', { paper: hit.id }) : factOfThem(meaning, [hit.id]);
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
export function step(meaning: Meaning, { before, search, days }: TalkedOf): Resumed | null {
  if (!meaning.tags.has('step') || days === null) return null;
  const { command = '', options = {} } = search ?? before ?? {};
  const unit = unitIn(meaning, 'step') ?? 'day';
  const [beside, back] = meaning.tags.has('step:1')
    ? [daysBefore(days.to, -1), -1]
    : [daysBefore(days.from, 1), 1];
  const near = unitBefore(unit, beside);
  // The month before a day is not the month of that day.
  const isWithin = near.from <= days.from && days.to <= near.to;
  // `two days after`
  const [count = 1] = meaning.spans.flatMap((span) => numberIn(span) ?? []);
  return runs(command, { ...options, ...unitBefore(unit, beside, back * (isWithin ? count : count - 1)) });
}

/** `list em`, `which ones?`, 목록 보여줘: the papers that were counted. */
export function listed(meaning: Meaning, { before }: TalkedOf): Resumed | null {
  const { show, ...options } = before?.options ?? {};
  const isBare = isOnly(meaning, ...'them which what paper lead present digest one'.split(' '));
  return before?.command === 'search' && show !== undefined && isBare ? runs('search', options) : null;
}

/** Commands without pages. */
const UNPAGED = ['fact', 'paper', 'compare', 'holdings'];

/** `more?`, `더 보여줘`: the next page, or the next papers of a part of a list. */
export function more(meaning: Meaning, { before, page }: TalkedOf): Resumed | null {
  const { spans, tags } = meaning;
  const { limit, ...options } = meaning.options;
  const [count] = spans.flatMap((span) => numberIn(span) ?? []);
  const number = tags.has('page') ? count : undefined;
  const isBare = tags.has('more') && isOnly(meaning, 'more', 'paper', 'present', 'num', 'unit-paper', 'lead');
  const next = limit ?? count;
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

/** More do not fit into one answer. */
const FACTS_MAX = 5;

/** `which of them came out first?`, `제일 처음 나온 건?`: the days of compared papers, or the first or last of a list in time. */
export function atEnd(meaning: Meaning, { before, shown, search }: TalkedOf): Resumed | null {
  const end = optionsOf(ENDS, meaning, before);
  const isOther = meaning.periods.length > 0 || meaning.spans.some(isContent);
  if (isOther || end.sort === undefined) return null;
  const isFew = before?.command === 'compare' || before?.options.limit !== undefined;
  if (isFew && shown.length > 1 && shown.length <= FACTS_MAX)
    return runs('fact', { paper: shown.join(';'), of: 'day' });
  return search && runs('search', { ...without(search.options, FORMS), ...end });
}

/** The list in which a paper has the rank that was asked for: `which is first then?` */
function rankedIn({ before, only, days }: TalkedOf): Invocation | null {
  if (only === null || before?.command !== 'fact' || before.options.of !== 'rank') return null;
  return {
    command: 'search',
    options: { ...(days ?? unitBefore('month', only.listings[0].date)), sort: 'votes' },
  };
}

/** `the second one`, `2위는?`: a place of the list before, or a fact of the paper at it. */
export function placed(meaning: Meaning, known: TalkedOf): Resumed | null {
  const { options, tags } = meaning;
  const { before, shown, named, search } = known;
  const list = known.list ?? rankedIn(known);
  const isLast = tags.has('last') && tags.has('it');
  const isFirst = tags.has('first') && options.limit === undefined && !hasTag(meaning, ...ORDERING);
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

/** `and last?` after the first author. */
export function otherEnd(meaning: Meaning, { before }: TalkedOf): Resumed | null {
  const other = optionsOf(OTHER_ENDS, meaning, before);
  return other.of !== undefined &&
    isOnly(meaning, ...'lead and first last count exactly unit-person sum what'.split(' '))
    ? runs('fact', { ...before?.options, ...other })
    : null;
}

/** `the former's latest?`: one of what was compared. */
export function ofCompared(meaning: Meaning, { before }: TalkedOf): Resumed | null {
  const end = hasTag(meaning, 'former') ? 0 : hasTag(meaning, 'latter') ? -1 : null;
  if (end === null || before?.command !== 'compare') return null;
  const item = String(before.options.items).split(';').at(end) ?? '';
  const [from = '', to = from] = item.split('..');
  switch (before.options.what) {
    case 'papers':
      return factOfThem(meaning, [item]) ?? runs('paper', { paper: item });
    case 'periods':
      return readIn(meaning, { from, to });
    case 'authors':
      return readOf(meaning, 'author', item);
    default:
      return readOf(meaning, 'organization', item);
  }
}

/** `both of them together?`: papers that the two before wrote together; `who wrote them?`: a fact of all that are shown. */
export function ofThem(meaning: Meaning, known: TalkedOf): Resumed | null {
  const authors = authorsBefore(known);
  return meaning.tags.has('together') && authors.length > 1
    ? runs('search', { author: authors.join(';') })
    : null;
}

/** What is asked of one paper although other words point elsewhere: `did they release the code?`, 그 달에 몇 등이었어? */
export function ofWork(meaning: Meaning, { only }: TalkedOf): Resumed | null {
  const of = String(factAsked(meaning)?.options.of);
  const isOfOne = only !== null && !hasTag(meaning, 'paper', 'them');
  const isPlain = Object.keys(meaning.options).every((name) => name === 'code' || name === 'sort');
  return isOfOne && isPlain && ['code', 'project', 'stars', 'rank'].includes(of)
    ? factOfThem(meaning, [only.id])
    : null;
}

/** `only as first author`, 1저자인 것만: of the papers of an author. */
export function asEnd(meaning: Meaning, { search }: TalkedOf): Resumed | null {
  const { author, ...options } = search?.options ?? {};
  const end = ['first', 'last'].find((one) => meaning.tags.has(`${one}-author`));
  const isOnlyThose = meaning.spans.some(({ text }) => /^(?:.*만|only|just)$/.test(text));
  return author !== undefined && end !== undefined && isOnlyThose
    ? runs('search', { ...options, [`${end}_author`]: author })
    : null;
}

/** Whether a list has a first paper, which `it` means; `누가 썼어?` means that of the best. */
function isFirstMeant(before: Invocation | null, isIt: boolean): boolean {
  const { sort = 'relevance', limit } = before?.options ?? {};
  if (!isIt) return sort === 'votes' && limit === undefined;
  return before?.command === 'top' || before?.command === 'today' || sort !== 'relevance';
}

/** A fact of the paper shown; of several without an order the person chooses. */
export function ofPapers(meaning: Meaning, { before, shown, search }: TalkedOf): Resumed | null {
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
    (hasTag(meaning, 'sum', 'average') && !tags.has('count-author') && before?.command !== 'fact') ||
    (tags.has('paper') && !isIt && hasTag(meaning, 'count', 'top', 'most'));
  const isEdit = Object.keys(options).some((name) => name === 'sort' || (name !== 'author' && !isOne));
  const asked = isAll || (isEdit && !isIt) ? null : factAsked(meaning);
  // `Ziwei Liu꺼도 있나` after papers of another author asks for papers.
  const isOther = !isIt && (!isOne || search?.options.author !== undefined);
  const isAuthor = asked?.options.of === 'is-author' && (!isOther || hasTag(meaning, 'author', 'publish'));
  const fact = options.author !== undefined && !isAuthor ? null : asked;
  if (fact !== null) {
    if (isOne || isFirstMeant(before, isIt)) return factOfThem(meaning, [first]);
    if (!isIt && shown.length <= FACTS_MAX) return factOfThem(meaning, shown);
    const onPick = (id: string) => factOf(fact, [id], meaning);
    if (before?.command !== 'search' || !tags.has('count'))
      return { reading: { is: 'which', typed: meaning.line, ids: shown, onPick } };
  }
  if (
    !isOne &&
    search !== null &&
    tags.has('title') &&
    isOnly(meaning, 'title', 'what', 'show', 'subject', 'ending')
  )
    return { reading: { is: 'invocation', invocation: search } };
  if (!isOne) return null;
  const isPoint = hasTag(meaning, ...CONVERSATION.points);
  const isOfCard = hasTag(meaning, 'summary', 'title') || (tags.has('what') && isIt && tags.has('about'));
  if (isOfCard && !isPoint && !spans.some(isContent)) return runs('paper', { paper: first });
  return isPoint && !tags.has('paper') ? aboutPaper(first, meaning) : null;
}

/** `his latest paper`, `그 사람 논문은?`: the author of before, or first of a ranking or a paper. */
export function ofPerson(meaning: Meaning, known: TalkedOf): Resumed | null {
  const { before, only } = known;
  if (meaning.authors.length > 0) return null;
  const { of, organization } = before?.options ?? {};
  // `anything else by the last one?` after who wrote a paper.
  const isEnd =
    (of === 'authors' && hasTag(meaning, 'by') && hasTag(meaning, 'first', 'last')) ||
    (hasTag(meaning, 'first-author', 'last-author') && hasTag(meaning, 'others', 'paper'));
  // 제일 자주 같이하는 사람은?
  const isBeside = hasTag(meaning, 'coauthor') && authorsBefore(known).length > 0;
  // `their most upvoted one` after papers of an organization.
  const isOfPlace = organization !== undefined || of === 'organization';
  if (!isEnd && !isBeside && (isOfPlace || !meaning.tags.has('person'))) return null;
  const end = of === 'last-author' || hasTag(meaning, 'last', 'last-author') ? -1 : 0;
  const name = topOf(known, /authors$/) ?? authorsBefore(known).at(-1) ?? (only && endOf(only, end));
  if (name == null) return OF_WHAT;
  return readOf(meaning, 'author', name);
}

/** `anything else from that lab?`: the organization of before, or of the one paper shown. */
export function ofPlace(meaning: Meaning, known: TalkedOf): Resumed | null {
  const { before, only } = known;
  const { authors, organizations } = meaning;
  const isPointing = hasTag(meaning, 'there') || (hasTag(meaning, 'person') && authors.length === 0);
  // 거기 저자 몇 명? after one paper
  const isOfPaper = only !== null && !hasTag(meaning, 'paper') && factAsked(meaning) !== null;
  if (!isPointing || organizations.length > 0 || isOfPaper) return null;
  const name = topOf(known, /^organizations$/) ?? before?.options.organization ?? only?.details?.organization;
  // 거기서: of that organization, or of those papers.
  if (name == null) return hasTag(meaning, 'them') ? null : OF_WHAT;
  return readOf(meaning, 'organization', String(name));
}

/** `how many papers were there that day`: the first of a ranking, the period of before, or the day of the one paper shown. */
export function ofTime(meaning: Meaning, known: TalkedOf): Resumed | null {
  const [typed] = meaning.periods;
  const first = topOf(known, /^(?:days|months)$/);
  // `busiest month of 2025?`, `its no. 1?`
  const isOfFirst = first !== undefined && hasTag(meaning, 'it', 'there', 'them');
  if (!(isOfFirst || hasTag(meaning, 'that-time', 'same')) || hasTag(meaning, 'archive')) return null;
  const unit =
    unitIn(meaning, 'that-time', 'same') ?? (first?.length === 'yyyy-mm'.length ? 'month' : undefined);
  const day = known.only?.listings[0].date;
  const one = first ?? (unit === 'day' ? day : undefined);
  const from = one ?? known.days?.from ?? day;
  const to = one ?? known.days?.to ?? from;
  // `같은 해 7월`, and `now March of that year` of the list before.
  const isOfList = known.search !== null && isOnly(meaning, 'that-time', 'same', 'lead', 'DATE', 'ending');
  if (typed !== undefined && (unit !== 'year' || isOfList)) return null;
  // A day of a longer period is not known from its ends.
  if (from === undefined || to === undefined || (unit === 'day' && from !== to)) return OF_WHAT;
  const isWhole = unit === 'month' || unit === 'year';
  const whole = isWhole ? unitBefore(unit, from.padEnd('2024-12-06'.length, '-01')) : { from, to };
  return readIn(meaning, typed === undefined ? whole : moved(typed, from.slice(0, 4)));
}

/** Anything else about the only paper shown. */
export function about(meaning: Meaning, { only }: TalkedOf): Resumed | null {
  const hasContent = meaning.spans.some(isContent);
  const isPointing = hasTag(meaning, 'it', 'this');
  return only !== null && (isPointing || hasContent) ? aboutPaper(only.id, meaning, !isPointing) : null;
}
