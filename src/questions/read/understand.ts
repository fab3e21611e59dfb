import type { Options } from '../../answers/invocation.ts';
import { keepRecent } from '../../recent.ts';
import type { Calendar } from '../../text/dates/calendar.ts';
import { type Days, daysBefore, unitBefore } from '../../text/dates/parts.ts';
import { isInitial } from '../../text/names/name-words.ts';
import { squash } from '../../text/tokens.ts';
import type { Library } from '../library.ts';
import orders from '../words/orders.json' with { type: 'json' };
import { withoutAsides } from './asides.ts';
import { type AuthorLookUp, isHangulName, personMeant } from './lookups.ts';
import { isContent, isGlue, isUnknown, type Meaning } from './meaning.ts';
import { condition, rowIn, scoreOf } from './rows.ts';
import { fillSlots } from './slots.ts';
import { has, isKorean, type Span } from './span.ts';
import { tag } from './tag.ts';
import { cuesOf } from './tokens.ts';
import { PAIRS, type Tag, tagList } from './words.ts';

/** A question as it is read: on one line, without mentions and what ends a sentence. */
export function tidied(question: string): string {
  return question
    .normalize('NFC')
    .replace(/<[@#][!&]?\d+>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\s]+/gu, ' ')
    .replace(/\(s\)/g, 's')
    .replace(/ (?:w\/|\+) ?(?=\p{L}{2})/giu, ' with ')
    .trim()
    .replace(/[?？！!。.~…]+$/u, '')
    .trim();
}

/** Tags of what the archive knows, and of dates. */
export const NAMES: readonly Tag[] = ['PAPER', 'AUTHOR', 'ORG', 'DATE'];

/** Takes a question apart: names, dates and numbers spotted, options filled, nothing decided yet. */
export function understand(question: string, library: Library, calendar: Calendar): Meaning {
  const line = tidied(question);
  const spans = withoutAsides(tag(line, library, calendar), line);
  const used = new Set<Span>();
  const options: Options = {};
  const none = { papers: [], authors: [], organizations: [], periods: [], drops: [] };
  const slotted: Meaning = { line, spans, options, used, library, calendar, tags: tagsOf(spans), ...none };
  fillSlots(slotted);
  const drops = options.drop === undefined ? [] : String(options.drop).split(',');
  delete options.drop;
  Object.assign(options, yearAround(slotted));
  const papers = spans
    .filter((span) => has(span, 'PAPER') && !used.has(span))
    .map(({ values }) => values[0] ?? '');
  const organizations = organizationsIn(slotted);
  const authors = authorsIn(slotted);
  const dated = spans.filter((span) => has(span, 'DATE') && !used.has(span));
  // 요즘 제일 논문 많았던 달이 언제야? 2026년 중에: the year says more than `lately`.
  const exact = dated.filter(({ start, end }) => !cuesOf(line.slice(start, end)).flat().includes('recent'));
  const dates = exact.length > 0 ? exact : dated;
  // 올해(2026) 거는 빼고: what is left out is not asked for as well.
  const { except_from: out = '', except_to: end = '' } = options;
  const isOut = ({ from, to }: Days) => out <= from && to <= end;
  const all = dates.map(({ values: [from = '', to = ''] }) => ({ from, to }));
  const named = narrowest(out === '' ? all : all.filter((one) => !isOut(one)));
  const joined = isComparing(slotted) ? null : joinedDays(named);
  const periods = joined === null ? named : [joined.days];
  if (periods.length === 1) Object.assign(options, periods[0], joined?.except);
  if (authors.length > 0) options[roleOf(authors, slotted)] = authors.join(';');
  if (organizations.length > 0) options.organization = organizations.join(';');
  const found = { PAPER: papers, AUTHOR: authors, ORG: organizations, DATE: periods };
  const isTold = (span: Span) =>
    !has(span, ...NAMES) && !(has(span, 'author', 'them', 'coauthor') && used.has(span));
  const isFirst = options.place === 1;
  const tags = new Set([
    ...tagsOf(spans.filter(isTold), spans),
    // `PAPERS` are several.
    ...Object.entries(found).flatMap(([name, { length }]) => [name, `${name}S`].slice(0, length)),
    ...(isFirst ? ['top'] : []),
    ...((options.min_votes ?? options.max_votes) === undefined ? [] : ['votes-limited']),
    `sort:${options.sort}`,
  ]);
  const meaning: Meaning = { ...slotted, tags, papers, authors, organizations, periods, drops };
  Object.assign(options, orderOf(meaning));
  return meaning;
}

/** The option that authors fill: all of them, any of them, or the first or last of the list. */
function roleOf(authors: readonly string[], { tags }: Meaning): string {
  const end = ['first', 'last'].find((one) => tags.has(`${one}-author`));
  // `Song Han 최근 논문 1저자 누구`: asked, not given.
  if (end !== undefined && !tags.has('who')) return `${end}_author`;
  return authors.length > 1 && tags.has('or') ? 'any_author' : 'author';
}

/** `this year except April`, 올해 4월 빼고: of other days only those of the year are meant. */
function yearAround({ line, spans, options }: Meaning): Options {
  const year = spans.find((span) => has(span, 'year-of-other'))?.values[0];
  const isBefore = ({ start, end }: Span) => /[해년].*[월분기]|^20\d\d, /.test(line.slice(start, end));
  const isKoreanYear = spans.some((span) => has(span, 'DATE') && isBefore(span));
  const { except_from: out } = options;
  if (typeof out !== 'string' || (year === undefined && !isKoreanYear)) return {};
  return { ...unitBefore('year', year ?? out) };
}

/** Whether several dates are set against each other, not papers of all of them wanted. */
function isComparing({ tags, spans }: Meaning): boolean {
  // 2024년이 많아 2025년이 많아?
  const isTwice = spans.filter((span) => isKorean(span) && has(span, 'many', 'few')).length > 1;
  return isTwice || ['more', 'less', 'than', 'versus'].some((tag) => tags.has(tag));
}

/** Periods without those that only hold another, or say it again: `작년 5월 (2025)`. */
function narrowest(periods: readonly Days[]): readonly Days[] {
  const holds = (one: Days, other: Days) => one.from <= other.from && other.to <= one.to;
  return periods.filter(
    (one, at) => !periods.some((other, place) => holds(one, other) && (place < at || !holds(other, one))),
  );
}

/** The days of several periods: from the first to the last, without those between; null for more than one gap. */
function joinedDays(periods: readonly Days[]): { readonly days: Days; readonly except: Options } | null {
  const sorted = [...periods].sort((a, b) => (a.from < b.from ? -1 : 1));
  const [first] = sorted;
  const to = sorted.reduce((most, one) => (one.to > most ? one.to : most), '');
  const gaps = sorted.slice(1).flatMap((one, at) => {
    const out = { except_from: daysBefore(sorted[at]?.to ?? '', -1), except_to: daysBefore(one.from, 1) };
    return out.except_from <= out.except_to ? [out] : [];
  });
  return first === undefined || gaps.length > 1
    ? null
    : { days: { from: first.from, to }, except: gaps[0] ?? {} };
}

/** Orders count only at the beginning of a question, in Korean at its end: elsewhere they are part of a topic. */
const COMMANDS: readonly Tag[] = ['task', 'change'];

/** The tags of some spans, and of those that stand beside each other. @param begun the spans of the whole question */
export function tagsOf(spans: readonly Span[], begun = spans): ReadonlySet<Tag> {
  const first = begun.find((span) => !isGlue(span));
  const isOther = countsOthers(spans);
  const all = spans.flatMap((span, at) => {
    const isLast = spans
      .slice(at + 1)
      .every((one) => isGlue(one) || has(one, ...COMMANDS, 'present', 'future'));
    // `번역해줘 …` is an order, `번역 논문` has a subject.
    const isFirst = span === first && (!isKorean(span) || /[줘해봐라]$/.test(span.text));
    const isBeforeColon = /^\s*:/.test(spans[at + 1]?.gap ?? '');
    const isCommand = isFirst || isBeforeColon || (isKorean(span) && isLast);
    return span.tags.filter(
      (one) =>
        (isCommand || !COMMANDS.includes(one)) && !(isOther && (one === 'count' || one === 'unit-paper')),
    );
  });
  return new Set([...all.flatMap((one) => [one, one.split(':')[0] ?? one]), ...pairsIn(spans)]);
}

/** Words that may stand between two that belong together: `첫 번째 저자`, `저자가 총 몇 명`. */
const BETWEEN_PAIRS: readonly Tag[] = ['place', 'different', 'sum', 'listed'];

/** Tags of words that stand beside each other, or of one word that is both. */
function pairsIn(spans: readonly Span[]): readonly Tag[] {
  const telling = spans.filter((span) => !isGlue(span));
  return telling.flatMap(({ tags }, at) => {
    const last = telling.findIndex((one, place) => place > at && !has(one, ...BETWEEN_PAIRS));
    const behind = telling.slice(at, last < 0 ? undefined : last + 1).flatMap((one) => one.tags);
    return tags.flatMap((one) => behind.flatMap((two) => PAIRS.get(`${one} ${two}`) ?? []));
  });
}

/** Whether what is counted is nothing of the archive: `how many languages`, `몇 개의 언어`. */
function countsOthers(spans: readonly Span[]): boolean {
  const at = spans.findIndex((span) => has(span, 'count'));
  const next = spans.slice(at + 1).find((span) => !isGlue(span) && !has(span, 'unit-paper', 'different'));
  const isBehind = at >= 0 && next !== undefined && next.tags.length === 0;
  return isBehind && !spans.some((span) => has(span, 'paper', 'vote', 'author', 'listed', 'publish'));
}

/** What says that the organization behind it, or before it, submitted papers. */
const BEFORE_ORG: readonly Tag[] = ['by', 'org', 'listed', 'not', 'more', 'most', 'which', 'between', 'swap'];
const AFTER_ORG = tagList('paper publish listed org DATE by top count vote more newest oldest fewest swap');
/** What says so of an organization whose name is nothing else, wherever it stands. */
const OF_PAPERS = tagList(
  'paper publish listed count vote top newest oldest fewest busy versus DATE same that-time swap',
);

/** Organizations by which papers are: `by Google`, `Google papers`, `구글 논문`; any other is part of a topic. */
function organizationsIn({ spans, used, tags }: Meaning): readonly string[] {
  const isOfPapers = OF_PAPERS.some((tag) => tags.has(tag));
  const found = spans.filter((span, at) => {
    if (!has(span, 'ORG') || used.has(span)) return false;
    const before = spans.slice(0, at).findLast((one) => !isGlue(one) && !has(one, 'and', 'or', 'ORG'));
    const after = spans
      .slice(at + 1)
      .find((one) => !isGlue(one) && !has(one, 'and', 'or', 'ORG', 'than', 'versus'));
    // `votes for NUS papers` is not about NUS.
    const isFor = before?.text === 'for' && (after === undefined || has(after, 'paper'));
    const isAbout = has(before, 'about') && !isFor;
    const next = spans[at + 1];
    // `qwen 2.5 papers`
    const isModel = next !== undefined && next.tags.length === 0 && /\d/.test(next.text);
    if (isAbout || isModel) return false;
    const isSaid = has(before, 'by', 'org') || has(after, 'org', 'publish');
    // All papers are from there: `Hugging Face papers about agents` leaves none out.
    const isSite = squash(span.values[0] ?? '') === 'huggingface';
    if (isSite) used.add(span);
    if (isSite || has(span, 'weak')) return isSaid;
    return (
      span.possessive ||
      has(before, ...BEFORE_ORG) ||
      has(after, ...AFTER_ORG) ||
      (has(span, 'sure') && isOfPapers) ||
      spans.every(
        (one) => isGlue(one) || has(one, 'ORG', 'lead', 'and', 'or', 'versus', 'than', 'more', 'present'),
      )
    );
  });
  for (const span of found) used.add(span);
  // `카이스트(KAIST AI)` is one.
  const isAgain = (span: Span) => {
    const rest = spans.slice(spans.indexOf(span) + 1);
    const next = rest.findIndex((one) => one.tags.length > 0 && !isGlue(one));
    return has(rest[next], 'ORG') && rest.slice(0, next + 1).some(({ gap }) => gap.includes('('));
  };
  return found.filter((span) => !isAgain(span)).flatMap(({ values }) => values.slice(0, 1));
}

/** Authors that the archive knows, and who must be one by the words around: `by X`, `did X write`, `X 교수`. */
function authorsIn({ spans, used, line, library }: Meaning): readonly string[] {
  const known = spans.filter((span) => has(span, 'AUTHOR') && !used.has(span));
  const authors = known.map(({ start, values: [name = ''] }) => ({ start, name }));
  for (const span of known) used.add(span);
  // The same name is looked up several times.
  const archive = { findAuthors: keepRecent(FOUND_MAX, (name: string) => library.archive.findAuthors(name)) };
  const likely = [...candidates(spans, used, library, archive)].slice(0, LOOKED_UP_MAX);
  for (const { own, isSure, isMarked } of likely) {
    const typed = line.slice(own[0]?.start, own.at(-1)?.end).replace(/['’]s?$/, '');
    const isHeard = own.some((span) => isUnknown(span, library));
    if (!isSure && !isHeard && !isMarked) continue;
    const meant = personMeant(typed, { archive });
    // 허리가 아픈데, 태풍 오나요: an ordinary word may sound like somebody.
    const isAsked = !isKorean(own[0]) || isOfPeople(spans, own);
    const isKnown = isAsked && meant.is === 'one' && isHeard;
    if (!isSure && !isKnown && !isMarked) continue;
    for (const span of own) used.add(span);
    authors.push({ start: own[0]?.start ?? 0, name: meant.is === 'one' ? meant.one.name : typed });
  }
  return [...new Set(authors.sort((a, b) => a.start - b.start).map(({ name }) => name))];
}

/** More of a question's words are no names. */
const LOOKED_UP_MAX = 8;
const FOUND_MAX = 64;
/** Words of a question for papers, by whom somebody is named behind `by`. */
const ASKING = tagList('paper publish count newest top present oldest listed');

/** Whether a question is about papers or people, or nothing but a name. */
function isOfPeople(spans: readonly Span[], own: readonly Span[]): boolean {
  return (
    spans.some((span) =>
      has(span, ...ASKING, 'who', 'author', 'coauthor', 'vote', 'org', 'code', 'AUTHOR'),
    ) || spans.every((span) => own.includes(span) || isGlue(span) || has(span, 'DATE'))
  );
}

interface Candidate {
  readonly own: readonly Span[];
  /** The words around leave no doubt that it is a name. */
  readonly isSure: boolean;
  /** They say that it belongs to somebody or something: `papers of X`, `X가 쓴`. */
  readonly isMarked: boolean;
}

/** Words of a subject stand in more papers than this. */
const NAME_PAPERS_MAX = 3;

/** Where content stands that may be a name. */
function* candidates(
  spans: readonly Span[],
  used: ReadonlySet<Span>,
  library: Library,
  archive: AuthorLookUp,
): Generator<Candidate> {
  // A month behind "by" that is no date begins a name: "by april chen".
  const isFree = (at: number) => {
    const span = spans[at];
    const isWord = span?.tags.length === 0 || has(span, 'month');
    return span !== undefined && isWord && !used.has(span);
  };
  // An initial calls nobody: thousands of names have it.
  const isCalled = ({ text }: Span) => !isInitial(text) && archive.findAuthors(text).partial.length > 0;
  for (const [from, first] of spans.entries()) {
    if (!isFree(from) || isFree(from - 1)) continue;
    let to = from + 1;
    // `송한 양자화 논문`: a word in Hangul that only a name is spelled like stands alone before a topic.
    const isAlone = isUnknown(first, library) && isHangulName(first.text, archive);
    while (!isAlone && isFree(to) && spans[to]?.gap === ' ') to += 1;
    // `세르게이 레빈`: what looks like a particle ends the first word of a name.
    const [ending, second] = [spans[to], spans[to + 1]];
    if (to === from + 1 && ending?.gap === '' && isUnknown(first, library)) {
      const name = `${first.text}${ending.text} ${second?.text}`;
      if (isFree(to + 1) && personMeant(name, { archive }).is === 'one') to += 2;
    }
    const own = spans.slice(from, to);
    const [before, next] = [spans[from - 1], spans[to]];
    const after = spans.slice(to).find((one) => !isGlue(one));
    const isHangul = isKorean(own[0]);
    const isLarge = isHangul || own.every((one) => one.isLarge);
    const isAsked =
      spans.slice(0, from).some((one) => has(one, ...ASKING)) ||
      (own.length > 1 && !spans.slice(0, from).some(isContent));
    const isPlace = before?.text === 'from' || before?.text === 'at';
    const isVerb = /^(?:did|has|have|does)$/.test(before?.text ?? '');
    const isOwned = own.at(-1)?.possessive === true;
    const isSure =
      (has(before, 'by') && (isPlace ? isLarge && own.length > 1 : isLarge || (isAsked && own.length > 1))) ||
      (isVerb && has(next, 'publish', 'coauthor')) ||
      (!isHangul && isLarge && own.length > 1 && has(next, 'and', 'or') && has(spans[to + 1], 'AUTHOR')) ||
      (isHangul && has(after, 'author') && /^(?:교수|박사)/.test(after?.text ?? '')) ||
      (isOwned && isLarge && has(next, 'paper', 'newest', 'top', 'most', 'oldest', 'first', 'publish'));
    const isLikeName = own.length > 1 && (own.every((one) => one.isLarge) || own.some(isCalled));
    const isMarked =
      (isLikeName && (has(next, 'of') || (before?.text === 'of' && isAsked))) ||
      (has(next, 'subject') && has(after, 'publish'));
    const isRare = own.some(
      ({ text }) => !isInitial(text) && library.search.papersWith(text) <= NAME_PAPERS_MAX,
    );
    if (isSure || isRare) yield { own, isSure, isMarked };
  }
}

/** `추천 제일 많은 거`: one thing. */
function isOneThing(spans: readonly Span[]): boolean {
  const [noun, ending] = spans.slice(-2);
  if (has(noun, 'paper') && /^[은는]$/.test(ending?.text ?? '')) return true;
  return spans.some((span) => has(span, 'most')) && /^[거건것게]$/.test(spans.at(-1)?.text ?? '');
}

/** The orders that cues ask for: the first whose cues are there counts. `part`: a number of papers, or a place, is given. */
const ORDERS = orders.map(rowIn);

/** `which has the most votes?`: one paper. */
const isWhich = condition('which most|many|order', 'paper author org unit');

/** The order and how many, by the cues for it. */
function orderOf({ tags, options, spans, papers }: Meaning): Options {
  if (papers.length > 0 && !tags.has('top') && options.limit === undefined) return {};
  const isMost = tags.has('most') || tags.has('many') || tags.has('order');
  const isPart = options.place !== undefined || options.limit !== undefined;
  const all = new Set([...tags, isPart ? 'part' : '', options.place === undefined ? '' : 'at-place']);
  const sort = options.sort ?? ORDERS.find((row) => scoreOf(row, all) > 0)?.options.sort;
  if (sort === undefined) return {};
  const isOne =
    isWhich(tags) ||
    spans.some(({ text }) => /^(?:paper|article|publication|preprint|repo|one|won|winner)$/.test(text)) ||
    (isKorean(spans.at(-1)) &&
      isMost &&
      (['what', 'which', ...(tags.has('paper') ? ['who'] : [])].some((tag) => tags.has(tag)) ||
        isOneThing(spans)));
  // `his newest?`
  const isLast = tags.has('person') && has(spans.at(-1), 'newest', 'oldest', 'top');
  const isList = tags.has('show') || spans.some(({ text }) => /^(?:papers|순위|랭킹|베스트)$/.test(text));
  return { sort, ...((isOne || isLast) && !isList && !isPart && !tags.has('count') && { limit: 1 }) };
}
