import type { Invocation } from '../../answers/invocation.ts';
import type { Paper } from '../../archive/paper.ts';
import type { Calendar } from '../../text/dates/calendar.ts';
import type { Library } from '../library.ts';
import { type Chat, HEADS, type Head, type Reading } from './heads.ts';
import { isHangulName, type Meant, paperMeant, personMeant } from './lookups.ts';
import { contentOf, isContent, isGlue, type Meaning, type Options, use } from './meaning.ts';
import { fillSlots } from './slots.ts';
import { has, numberIn, type Span } from './span.ts';
import { tag } from './tag.ts';
import type { Tag } from './words.ts';

/** A question as it is read: on one line, without mentions and what ends a sentence. */
export function tidied(question: string): string {
  return question
    .normalize('NFC')
    .replace(/<[@#][!&]?\d+>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\s]+/gu, ' ')
    .trim()
    .replace(/[?？！!。.~…]+$/u, '')
    .trim();
}

/** Takes a question apart: names, dates and numbers spotted, options filled, nothing decided yet. */
export function understand(question: string, library: Library, calendar: Calendar): Meaning {
  const line = tidied(question);
  const spans = tag(line, library, calendar);
  const used = new Set<Span>();
  const options: Options = {};
  const empty = {
    line,
    spans,
    options,
    used,
    library,
    calendar,
    papers: [],
    authors: [],
    organizations: [],
    periods: [],
  };
  const slotted: Meaning = { ...empty, tags: tagsOf(spans) };
  fillSlots(slotted);
  const papers = spans.filter((span) => has(span, 'PAPER')).map(({ values }) => values[0] ?? '');
  const organizations = organizationsIn(spans, used);
  const authors = authorsIn({ ...slotted, organizations }, library);
  const dates = spans.filter((span) => has(span, 'DATE') && !used.has(span));
  const periods = dates.map(({ values: [from = '', to = ''] }) => ({ from, to }));
  const [period, ...others] = periods;
  if (period !== undefined && others.length === 0) Object.assign(options, period);
  for (const span of dates) used.add(span);
  const isEither = slotted.tags.has('or') && !slotted.tags.has('more') && !slotted.tags.has('most');
  if (authors.length > 0)
    options[isEither && authors.length > 1 ? 'any_author' : 'author'] = authors.join(';');
  if (organizations.length > 0) options.organization = organizations.join(';');
  for (const place of ['first', 'last'] as const) {
    if (papers.length > 0 || authors.length !== 1 || !slotted.tags.has(`${place}-author`)) continue;
    options[`${place}_author`] = authors[0] ?? '';
    delete options.author;
  }
  const plural = (name: string, all: readonly unknown[]): Tag[] =>
    all.length > 1 ? [name, `${name}S`] : all.length > 0 ? [name] : [];
  const names = [
    ...plural('PAPER', papers),
    ...plural('AUTHOR', authors),
    ...plural('ORG', organizations),
    ...plural('DATE', periods),
  ];
  const tags = new Set([
    ...tagsOf(spans.filter((span) => !has(span, 'PAPER', 'AUTHOR', 'ORG', 'DATE'))),
    ...names,
  ]);
  const meaning: Meaning = { ...slotted, tags, papers, authors, organizations, periods };
  Object.assign(options, orderOf(meaning));
  return meaning;
}

function tagsOf(spans: readonly Span[]): ReadonlySet<Tag> {
  const first = spans.find((span) => !isGlue(span));
  const isCommand = (span: Span, at: number) =>
    span === first || (/[가-힣]/.test(span.text) && at >= spans.length - 4);
  const isOther = countsOthers(spans);
  const all = spans.flatMap((span, at) =>
    span.tags.filter(
      (one) =>
        (one !== 'task' || isCommand(span, at)) && !(isOther && (one === 'count' || one === 'unit-paper')),
    ),
  );
  const isCounted = spans.some(
    (span, at) =>
      has(span, 'count') &&
      has(
        spans.slice(at + 1).find((one) => !isGlue(one)),
        'vote',
      ),
  );
  return new Set([
    ...all.flatMap((one) => [one, one.split(':')[0] ?? one]),
    ...(isCounted ? ['count-vote'] : []),
  ]);
}

/** Whether what is counted is nothing of the archive: `how many languages`, `몇 개의 언어`. */
function countsOthers(spans: readonly Span[]): boolean {
  const at = spans.findIndex((span) => has(span, 'count'));
  const next = spans.slice(at + 1).find((span) => !isGlue(span) && !has(span, 'unit-paper', 'different'));
  const isBehind = at >= 0 && next !== undefined && next.tags.length === 0;
  return isBehind && !spans.some((span) => has(span, 'paper', 'vote', 'author'));
}

/** Organizations by which papers are: `by Google`, `Google papers`, `구글 논문`; any other is part of a topic. */
function organizationsIn(spans: readonly Span[], used: Set<Span>): readonly string[] {
  const found = spans.filter((span, at) => {
    if (!has(span, 'ORG') || used.has(span)) return false;
    const before = spans.slice(0, at).findLast((one) => !isGlue(one) && !has(one, 'and', 'or', 'ORG'));
    const after = spans
      .slice(at + 1)
      .find((one) => !isGlue(one) && !has(one, 'and', 'or', 'ORG', 'than', 'versus'));
    const isBehind =
      has(before, 'by', 'org', 'listed', 'not', 'more', 'most', 'which') && !has(before, 'about');
    return (
      isBehind ||
      span.possessive ||
      has(
        after,
        'paper',
        'publish',
        'listed',
        'org',
        'DATE',
        'by',
        'top',
        'count',
        'vote',
        'more',
        'newest',
      ) ||
      (after === undefined && has(before, 'paper', 'count', 'versus'))
    );
  });
  for (const span of found) used.add(span);
  return found.flatMap(({ values }) => values.slice(0, 1));
}

/** Authors that the archive knows, and who must be one by the words around: `by X`, `did X write`, `X 교수`. */
function authorsIn(meaning: Meaning, library: Library): readonly string[] {
  const { spans, used } = meaning;
  const authors: { readonly at: number; readonly name: string }[] = [];
  spans.forEach((span, at) => {
    if (!has(span, 'AUTHOR') || used.has(span)) return;
    used.add(span);
    authors.push({ at, name: span.values[0] ?? '' });
  });
  for (const { from, to, isSure } of candidates(spans, used)) {
    const first = spans[from];
    const last = spans[to - 1];
    if (first === undefined || last === undefined) continue;
    const typed = meaning.line.slice(first.start, last.end).replace(/['’]s?$/, '');
    const meant = personMeant(typed, library);
    const isAuthor =
      isSure || (meant.is === 'one' && (/\s/.test(typed) || isHangulName(typed, library.archive)));
    if (!isAuthor) continue;
    authors.push({ at: from, name: meant.is === 'one' ? meant.one.name : typed });
    for (const span of spans.slice(from, to)) used.add(span);
  }
  return authors.sort((a, b) => a.at - b.at).map(({ name }) => name);
}

const NAME_SPANS_MAX = 4;

/** Where content stands that may be a name, and whether the words around leave no doubt. */
function* candidates(
  spans: readonly Span[],
  used: ReadonlySet<Span>,
): Generator<{ from: number; to: number; isSure: boolean }> {
  const isFree = (at: number) =>
    spans[at] !== undefined && spans[at]?.tags.length === 0 && !used.has(spans[at] as Span);
  for (let from = 0; from < spans.length; from++) {
    if (!isFree(from) || isFree(from - 1)) continue;
    let to = from + 1;
    while (isFree(to) && spans[to]?.gap === ' ') to += 1;
    if (to - from > NAME_SPANS_MAX) continue;
    const before = spans[from - 1];
    const own = spans.slice(from, to);
    const after = spans.slice(to).find((one) => !isGlue(one));
    const next = spans[to];
    const isKorean = /[가-힣]/.test(own[0]?.text ?? '');
    const isLarge = own.every((one) => one.isLarge) || isKorean;
    const isOfPapers =
      spans
        .slice(0, from)
        .some((one) =>
          has(one, 'paper', 'publish', 'count', 'newest', 'top', 'present', 'oldest', 'listed'),
        ) || own.length > 1;
    const isBy =
      has(before, 'by') &&
      (before?.text !== 'from' && before?.text !== 'at'
        ? isLarge || isOfPapers
        : isLarge && own.length > 1) &&
      !has(next, 'title');
    const isSubject =
      (/^(?:did|has|have|does)$/.test(before?.text ?? '') || has(before, 'future')) &&
      has(next, 'publish', 'coauthor');
    const isAndName =
      has(before, 'and', 'or') &&
      spans.slice(0, from).some((one) => has(one, 'AUTHOR')) &&
      !isKorean &&
      own.length > 1;
    const isTitled = isKorean && has(after, 'author') && /^(?:교수|박사)/.test(after?.text ?? '');
    const isWriter = isKorean && has(next, 'subject') && has(after, 'publish');
    const isPossessive =
      own.at(-1)?.possessive === true &&
      has(next, 'paper', 'newest', 'top', 'most', 'oldest', 'first', 'publish');
    const isWith = has(before, 'coauthor') && isLarge;
    yield {
      from,
      to,
      isSure: isBy || isSubject || isTitled || isWriter || isWith || (isPossessive && isLarge) || isAndName,
    };
  }
}

/** The order and how many, by the cues for it. */
function orderOf({ tags, options, spans, papers }: Meaning): Options {
  if (papers.length > 0 && !tags.has('top')) return {};
  const isMost = tags.has('most') || tags.has('many') || tags.has('order');
  const isVoted = tags.has('vote') && isMost;
  const isPlaced = options.place !== undefined;
  const sort =
    options.sort !== undefined
      ? options.sort
      : tags.has('star') && (isMost || tags.has('top'))
        ? 'stars'
        : tags.has('fewest') || (tags.has('few') && (tags.has('vote') || tags.has('top')))
          ? 'fewest'
          : tags.has('oldest')
            ? 'oldest'
            : isVoted || tags.has('top')
              ? 'votes'
              : tags.has('newest')
                ? 'newest'
                : tags.has('first') && tags.has('paper') && !isMost
                  ? 'oldest'
                  : tags.has('last') && tags.has('paper')
                    ? 'newest'
                    : isPlaced || options.limit !== undefined || isMost
                      ? 'votes'
                      : null;
  if (sort === null) return {};
  const isSingle =
    spans.some(({ text }) => /^(?:paper|article|publication|preprint)$/.test(text)) ||
    (/[가-힣]/.test(spans.at(-1)?.text ?? '') && (tags.has('what') || tags.has('which')) && isMost);
  const isList = tags.has('show') || spans.some(({ text }) => /^(?:papers|순위|랭킹|베스트)$/.test(text));
  const limit =
    isSingle && !isList && options.limit === undefined && !isPlaced && !tags.has('count') ? { limit: 1 } : {};
  return { sort, ...limit };
}

/** Reads a question: which command it is, with which options. */
export function read(meaning: Meaning): Reading {
  const { tags, spans, line } = meaning;
  if (isArithmetic(meaning)) return { is: 'chat', about: 'off-topic' };
  if (spans.length === 0) return { is: 'chat', about: 'nothing' };
  const missing = spans.flatMap((span) => (has(span, 'MISSING') ? span.values : []));
  if (missing.length > 0) return { is: 'missing', of: 'paper', typed: missing.join(', '), near: [] };
  const typed = line.slice(
    spans.find((span) => has(span, 'NO-DATE'))?.start,
    spans.find((span) => has(span, 'NO-DATE'))?.end,
  );
  if (tags.has('NO-DATE')) return { is: 'no-date', typed };
  const compared = beside(meaning);
  if (compared !== null) return compared;
  const ambiguous = spans.find((span) => has(span, 'PAPER') && span.values.length > 1);
  const head = best(meaning);
  if (meaning.papers.length === 0) {
    const looked = lookUp(meaning, head);
    if (looked !== null) return looked;
  } else if (ambiguous !== undefined && head?.fact !== undefined) {
    return whichPaper(line.slice(ambiguous.start, ambiguous.end), ambiguous.values, head, meaning);
  }
  return decide(meaning, head);
}

function decide(meaning: Meaning, head: Head | null): Reading {
  const { tags, papers } = meaning;
  if (head?.fact !== undefined) {
    const [paper = '', ...others] = papers;
    // A fact accounts for every word: what asks more is looked for in the paper's texts.
    const isMore =
      others.length === 0 && head.fact !== 'unknown' && isSpotted(meaning) && unaccounted(meaning) > 1;
    return isMore
      ? { is: 'about', paper, question: meaning.line }
      : { is: 'invocation', invocation: factOf(head, papers, meaning) };
  }
  const to = head?.to?.(meaning) ?? null;
  if (typeof to === 'string') return { is: 'chat', about: to };
  if (head !== null && to !== null) {
    use(meaning, ...head.needs.split(/[ |]/));
    return { is: 'invocation', invocation: withTopic(to, meaning) };
  }
  return isList(meaning) ? listed(meaning) : ofTexts(meaning, tags);
}

function isSpotted({ spans }: Meaning): boolean {
  return spans.some((span) => has(span, 'PAPER'));
}

function unaccounted({ spans, used }: Meaning): number {
  return spans.filter((span) => isContent(span) && !used.has(span)).length;
}

/** What asks for papers without a form of its own. */
function isList({ tags, options, papers }: Meaning): boolean {
  const isPlural = tags.has('paper') || tags.has('listed') || tags.has('digest');
  if (papers.length > 0 && !isPlural && options.sort === undefined) return false;
  return Object.keys(options).length > 0 || isPlural || tags.has('newest');
}

const TOPIC_WORDS_MAX = 4;

function listed(meaning: Meaning): Reading {
  const { options, tags, calendar, library } = meaning;
  use(meaning, 'paper', 'summary', 'code', 'title', 'publish', 'listed', 'top', 'most');
  const query = contentOf(meaning);
  const { from, to, ...rest } = options;
  const isDay = from !== undefined && from === to && Object.keys(rest).length === 0 && query === '';
  if (isDay && library.archive.ranked(String(from)).length > 0)
    return { is: 'invocation', invocation: { command: 'today', options: { date: String(from) } } };
  const isNewest =
    Object.keys(options).length === 0 || (options.sort === 'newest' && Object.keys(options).length === 1);
  if (query === '' && isNewest && (tags.has('newest') || tags.has('digest')))
    return { is: 'invocation', invocation: { command: 'today', options: { date: calendar.last } } };
  // Without an order or a filter, a short subject is a list; a long one asks the texts.
  if (Object.keys(options).length === 0 && query.split(' ').length > TOPIC_WORDS_MAX)
    return { is: 'quotes', query: meaning.line };
  if (Object.keys(options).length === 0 && query === '')
    return tags.has('paper') && !tags.has('what')
      ? { is: 'invocation', invocation: { command: 'today', options: {} } }
      : { is: 'chat', about: 'abilities' };
  return {
    is: 'invocation',
    invocation: { command: 'search', options: { ...(query !== '' && { query }), ...options } },
  };
}

function ofTexts(meaning: Meaning, tags: ReadonlySet<Tag>): Reading {
  const { papers, line, spans } = meaning;
  const [paper, ...others] = papers;
  const isAll = spans.every(
    (span) =>
      isGlue(span) ||
      has(
        span,
        'PAPER',
        'present',
        'summary',
        'show',
        'what',
        'paper',
        'lead',
        'how',
        'relation',
        'listed',
        'it',
        'about',
        'and',
        'archive',
        'recommend',
      ),
  );
  if (paper !== undefined && others.length === 0)
    return isAll
      ? { is: 'invocation', invocation: { command: 'paper', options: { paper } } }
      : { is: 'about', paper, question: line };
  if (tags.has('it') || tags.has('person') || tags.has('them') || tags.has('that-time'))
    if (contentOf(meaning) === '') return { is: 'of-what' };
  return spans.some(isContent) || contentOf(meaning) !== ''
    ? { is: 'quotes', query: line }
    : { is: 'of-what' };
}

/** A command for papers is about what content is left. */
function withTopic(invocation: Invocation, meaning: Meaning): Invocation {
  if (invocation.command !== 'search' && invocation.command !== 'rank') return invocation;
  const isRanked = invocation.options.what === 'co-authors' || invocation.options.what === 'per-day';
  const query = isRanked ? '' : contentOf(meaning);
  return query === '' ? invocation : { ...invocation, options: { query, ...invocation.options } };
}

export function factOf({ fact = '' }: Head, papers: readonly string[], meaning: Meaning): Invocation {
  const { options, authors, spans, line } = meaning;
  const paper = papers.join(';');
  if (fact === 'card') return { command: 'paper', options: { paper: papers[0] ?? '' } };
  const unheld = spans.find((span) => has(span, 'unheld') || (fact === 'unknown' && has(span, 'vote')));
  const more: Options = {
    ...(fact === 'is-author' && { name: authors[0] ?? '' }),
    ...(fact === 'unknown' && unheld !== undefined && { asked: line.slice(unheld.start, unheld.end) }),
    ...(fact === 'rank' &&
      options.from !== undefined &&
      options.to !== undefined && { from: options.from, to: options.to }),
  };
  return { command: 'fact', options: { paper, of: fact, ...more } };
}

/** Whether a head fits some tags. */
function fits({ needs, lacks }: Head, tags: ReadonlySet<Tag>): boolean {
  const any = (one: string) => one.split('|').some((tag) => tags.has(tag));
  return needs.split(' ').every(any) && !(lacks ?? '').split(' ').some((tag) => tags.has(tag));
}

const CHAT_WORDS_MAX = 2;
const SMALL: ReadonlySet<string> = new Set<Chat>([
  'hello',
  'thanks',
  'bye',
  'how-are-you',
  'who-are-you',
  'abilities',
  'insult',
  'praise',
  'off-topic',
]);

/** The head of which most cues are there. */
export function best(meaning: Meaning, tags: ReadonlySet<Tag> = meaning.tags): Head | null {
  const content = meaning.spans.filter(isContent).length;
  const all = content > 0 ? new Set([...tags, 'content']) : tags;
  const score = ({ needs }: Head) => needs.split(' ').length;
  const fitting = HEADS.filter(
    (head) => fits(head, all) && !(SMALL.has(head.needs) && content > CHAT_WORDS_MAX),
  );
  return fitting.reduce<Head | null>(
    (one, head) => (one === null || score(head) > score(one) ? head : one),
    null,
  );
}

/** A question for a fact of a paper that no name in it was spotted for: what is left of it is looked up as a title. */
function lookUp(meaning: Meaning, head: Head | null): Reading | null {
  const { tags, spans, options, library, line } = meaning;
  const asFact = best(meaning, new Set([...tags, 'PAPER']));
  const size = (one: Head | null) => one?.needs.split(' ').length ?? 0;
  const isOfOne =
    asFact?.needs.startsWith('PAPER ') === true &&
    (head === null ||
      size(asFact) > size(head) ||
      head.needs === 'unheld' ||
      (head.needs.startsWith('count-vote') && !tags.has('paper') && options.from === undefined)) &&
    !tags.has('about');
  const isStrict =
    asFact?.fact !== undefined &&
    (tags.has('author') ||
      (tags.has('who') && tags.has('publish')) ||
      (tags.has('count') && tags.has('vote')) ||
      (tags.has('when') && tags.has('listed')) ||
      tags.has('link'));
  const isDated = asFact?.fact === undefined;
  const isListing =
    (!isDated && (options.sort !== undefined || options.limit !== undefined)) ||
    spans.some(({ text }) => text === 'papers');
  const content = spans.filter((span) => isContent(span) && !meaning.used.has(span));
  if (!isOfOne || isListing || content.length === 0) return null;
  const [first] = content;
  const last = content.at(-1);
  const typed =
    first === undefined || last === undefined ? '' : line.slice(first.start, last.end).replace(/['’]s?$/, '');
  const meant = paperMeant(typed, library);
  if (meant.is === 'one')
    return decide({ ...meaning, papers: [meant.one.id], tags: new Set([...tags, 'PAPER']) }, asFact);
  if (meant.is === 'several')
    return whichPaper(
      typed,
      meant.all.map(({ id }) => id),
      asFact,
      meaning,
    );
  const isNamed = content.some((span) => span.isLarge || /\d/.test(span.text) || has(span, 'QUOTE'));
  return (isNamed || isStrict) && content.length <= TOPIC_WORDS_MAX
    ? { is: 'missing', of: 'paper', typed, near: meant.near.map(({ id }) => id) }
    : null;
}

function whichPaper(typed: string, ids: readonly string[], head: Head, meaning: Meaning): Reading {
  return { is: 'which', of: 'paper', typed, ids, onPick: (id) => factOf(head, [id], meaning) };
}

const SIDES: readonly Tag[] = ['than', 'or', 'versus', 'and'];

/** Two papers beside each other, one of which at least no name was spotted for: both are looked up, or one is missing. */
function beside(meaning: Meaning): Reading | null {
  const { tags, spans, papers, organizations, authors, options } = meaning;
  const isComparing = tags.has('vote') || tags.has('more') || tags.has('top') || tags.has('versus');
  const isOther =
    organizations.length + authors.length > 0 ||
    options.from !== undefined ||
    papers.length > 1 ||
    spans.some(({ text }) => text === 'papers' || text === '논문');
  const link = spans.findIndex(
    (span, at) => has(span, ...SIDES) && spans.slice(0, at).some(isName) && spans.slice(at).some(isName),
  );
  if (!isComparing || isOther || link < 0 || tags.has('task')) return null;
  const [one, other] = [sideOf(meaning, 0, link), sideOf(meaning, link + 1, spans.length)];
  if (
    one === null ||
    other === null ||
    (one.meant.is === 'none' && other.meant.is === 'none' && !(one.isNamed && other.isNamed))
  )
    return null;
  for (const { typed, meant } of [one, other])
    if (meant.is === 'none')
      return { is: 'missing', of: 'paper', typed, near: meant.near.map(({ id }) => id) };
  const compare = (ids: readonly string[]): Invocation => ({
    command: 'compare',
    options: { what: 'papers', items: ids.join(';'), by: 'votes' },
  });
  const ids = [one, other].map(({ meant }) => (meant.is === 'one' ? meant.one.id : ''));
  const open = [one, other].find(({ meant }) => meant.is === 'several');
  if (open?.meant.is !== 'several') return { is: 'invocation', invocation: compare(ids) };
  return {
    is: 'which',
    of: 'paper',
    typed: open.typed,
    ids: open.meant.all.map(({ id }) => id),
    onPick: (id) => compare(ids.map((held) => held || id)),
  };
}

const isName = (span: Span): boolean => has(span, 'PAPER') || isContent(span);

/** The paper that one side of a comparison names. */
function sideOf({ spans, line, library }: Meaning, from: number, to: number) {
  const all = spans.slice(from, to).filter(isName);
  const named = all.filter((span) => has(span, 'PAPER'));
  const own = named.length > 0 ? named : all;
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return null;
  const typed = line.slice(first.start, last.end);
  const paper =
    own.length === 1 && first.values.length === 1 ? library.archive.paper(first.values[0] ?? '') : undefined;
  const meant: Meant<Paper> = paper === undefined ? paperMeant(typed, library) : { is: 'one', one: paper };
  return { typed, meant, isNamed: own.some((span) => span.isLarge || /\d/.test(span.text)) };
}

/** `17*23`: numbers with a sign between them and nothing else. */
function isArithmetic({ spans }: Meaning): boolean {
  const numbers = spans.filter((span) => numberIn(span) !== null);
  const others = spans.filter(
    (span) =>
      numberIn(span) === null &&
      !isGlue(span) &&
      !has(span, 'what', 'count', 'task', 'sum', 'how', 'atleast', 'less'),
  );
  const isSigned =
    numbers.some(({ gap }) => /[+*/×÷^x=-]/.test(gap)) || spans.some(({ text }) => /^\d+x\d+$/.test(text));
  return isSigned && others.every(({ text }) => /^(?:x|\d+x\d+|곱하기|더하기|빼기|나누기)$/.test(text));
}
