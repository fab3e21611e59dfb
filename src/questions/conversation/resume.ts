import type { Invocation } from '../../answers/invocation.ts';
import { daysBefore, daysOf } from '../../text/dates/parts.ts';
import type { Head, Reading } from '../read/heads.ts';
import { contentOf, isContent, isGlue, type Meaning, type Options, use } from '../read/meaning.ts';
import { best, factOf, read } from '../read/read.ts';
import { has, type Span } from '../read/span.ts';
import { asSearch, type Kept, type Thread } from './before.ts';

/** A follow-up as it is read: what to do, and what the next one needs to know. */
export interface Resumed {
  readonly reading: Reading;
  readonly kept?: Kept;
}

const FILTERS = [
  'query',
  'from',
  'to',
  'author',
  'any_author',
  'not_author',
  'organization',
  'not_organization',
  'min_votes',
  'max_votes',
  'code',
  'title',
  'same_day',
];
/** Options that say which of the papers are shown and how, not which papers are meant. */
const FORMS = ['place', 'place_to', 'limit', 'show', 'page'];

/**
 * Reads a question that goes on from another by changing options of the invocation before it. What is complete by itself
 * is read by itself; what leaves something out that nothing before tells is asked back.
 */
export function resume(meaning: Meaning, thread: Thread): Resumed {
  const ways = [step, more, placed, ofThem, ofPapers, ofPerson, ofTime, edited, about];
  if (!isComplete(meaning, thread) && (thread.before !== null || thread.shown.length > 0)) {
    for (const way of ways) {
      const found = way(meaning, thread);
      if (found !== null) return withList(found, thread, meaning);
    }
  }
  // What leads on, or names a place of no list, goes on from nothing.
  const { place, from, author } = meaning.options;
  const isPlace =
    place !== undefined && from === undefined && author === undefined && !meaning.tags.has('paper');
  const isOpen =
    !isComplete(meaning, thread) && (isLed(meaning) || isPlace) && !meaning.spans.some(isContent);
  return { reading: isOpen ? { is: 'of-what' } : read(meaning) };
}

/** A fact of a list's paper remembers the list. */
function withList({ reading, kept }: Resumed, { before, list }: Thread, { calendar }: Meaning): Resumed {
  const isOfPaper =
    reading.is === 'about' ||
    (reading.is === 'invocation' &&
      (reading.invocation.command === 'fact' || reading.invocation.command === 'paper'));
  const search = before && asSearch(before, calendar);
  return isOfPaper
    ? { reading, kept: { ...kept, list: search ?? list } }
    : { reading, ...(kept && { kept }) };
}

const runs = (command: string, options: Options, was?: string): Resumed => ({
  reading: { is: 'invocation', invocation: { command, options } },
  ...(was !== undefined && { kept: { was } }),
});

function firstCue({ spans }: Meaning): Span | undefined {
  return spans.find((span) => !isGlue(span));
}

/** Whether a question begins by leading on: `and`, `what about`, 그럼. */
function isLed(meaning: Meaning): boolean {
  return has(firstCue(meaning), 'lead', 'and', 'or');
}

const POINTING = ['it', 'person', 'them', 'that-time', 'step', 'others'] as const;

/** Whether a question says by itself which papers are meant and what is asked of them. */
function isComplete(meaning: Meaning, { before }: Thread): boolean {
  const { tags, options, papers, authors, organizations, spans } = meaning;
  if (isLed(meaning) || POINTING.some((tag) => tags.has(tag))) return false;
  const isNamed = papers.length + authors.length + organizations.length > 0 || options.title !== undefined;
  const hasContent = spans.some((span) => isContent(span) && !meaning.used.has(span));
  const hasNoun = spans.some(
    (span) => has(span, 'paper', 'author', 'digest', 'org') && !/^(?:work|works)$/.test(span.text),
  );
  const hasOrder = options.sort !== undefined || tags.has('count') || tags.has('sum') || tags.has('average');
  const hasPeriod = options.from !== undefined || tags.has('archive');
  if (best(meaning)?.fact !== undefined || (isNamed && papers.length > 0)) return true;
  if (SMALL_TALK.some((tag) => tags.has(tag))) return true;
  return (
    (isNamed && (hasNoun || hasOrder || !isOfAuthor(before))) ||
    (hasContent && hasNoun) ||
    (hasNoun && hasPeriod && hasOrder) ||
    (hasPeriod && tags.has('top') && hasNoun)
  );
}

/** Whether the question before is about an author, whom another name takes the place of: `Yao Lu는?` */
function isOfAuthor(before: Invocation | null): boolean {
  return before?.command === 'author' || before?.options.author !== undefined;
}

const SMALL_TALK = [
  'hello',
  'thanks',
  'bye',
  'insult',
  'praise',
  'who-are-you',
  'abilities',
  'how-are-you',
  'weather',
  'inject',
  'span',
] as const;

/** `and the day before?`: the period of before, moved by its own length. */
function step({ spans, calendar }: Meaning, { before }: Thread): Resumed | null {
  const value = spans.flatMap(({ tags }) => tags.filter((tag) => tag.startsWith('step:')))[0];
  const search = before && (asSearch(before, calendar) ?? before);
  const { from, to } = search?.options ?? {};
  if (value === undefined || !search || typeof from !== 'string' || typeof to !== 'string') return null;
  const days = value === 'step:1' ? -1 : 1;
  return runs(search.command, {
    ...search.options,
    from: daysBefore(from, days),
    to: daysBefore(from, days),
  });
}

/** `more?`, `더 보여줘`: the next page. */
function more({ tags, options, spans, papers }: Meaning, { before, page }: Thread): Resumed | null {
  const isMore =
    tags.has('others') ||
    (tags.has('more') &&
      spans.every((span) => isGlue(span) || has(span, 'more', 'paper', 'present', 'show')));
  if (!isMore || before === null || papers.length > 0 || Object.keys(options).length > 0) return null;
  const { limit: _, place: _place, ...rest } = before.options;
  return runs(before.command, { ...rest, ...(before.options.limit === undefined && { page: page + 1 }) });
}

/** `the second one`, `2위는?`: a place of the list before, or a fact of the paper at it. */
function placed(meaning: Meaning, { before, list, shown }: Thread): Resumed | null {
  const { options, tags, calendar } = meaning;
  const number =
    typeof options.place === 'number'
      ? options.place
      : tags.has('first') && !tags.has('author')
        ? 1
        : tags.has('last') && tags.has('it')
          ? shown.length
          : null;
  if (number === null || number < 1 || options.from !== undefined || options.author !== undefined)
    return null;
  const fact = factAsked(meaning);
  const paper = list === null ? shown[number - 1] : undefined;
  if (fact !== null && paper !== undefined)
    return { reading: { is: 'invocation', invocation: factOf(fact, [paper], meaning) } };
  const search = (before && asSearch(before, calendar)) ?? list;
  if (search) {
    const { limit: _, place_to: _to, show: _show, ...rest } = search.options;
    const sorted = rest.sort === undefined && rest.query === undefined ? { sort: 'votes' } : {};
    return runs('search', { ...rest, ...sorted, place: number });
  }
  return paper === undefined ? null : runs('paper', { paper });
}

/** `both of them together?`: papers that the two before wrote together; `who wrote them?`: a fact of all that are shown. */
function ofThem(meaning: Meaning, { before, shown, was }: Thread): Resumed | null {
  const { tags } = meaning;
  if (before === null || !(tags.has('them') || tags.has('together'))) return null;
  const named = namesIn(before, was);
  if (tags.has('together') && named.length > 1)
    return runs('search', { author: named.join(';'), ...(tags.has('count') && { show: 'count' }) });
  const fact = factAsked(meaning);
  if (fact !== null && shown.length > 1)
    return { reading: { is: 'invocation', invocation: factOf(fact, shown.slice(0, 5), meaning) } };
  return null;
}

function namesIn({ command, options }: Invocation, was: string | null): readonly string[] {
  const own =
    command === 'author'
      ? [String(options.name)]
      : String(
          (options.what === 'authors' ? options.items : undefined) ??
            options.author ??
            options.any_author ??
            '',
        ).split(';');
  return [...new Set([...(was === null ? [] : [was]), ...own])].filter((name) => name !== '');
}

/** What is asked of a paper that is not named: `who wrote it?`, `추천은 몇 개?` */
function factAsked(meaning: Meaning): (Head & { readonly fact: string }) | null {
  const head = best(meaning, new Set([...meaning.tags, 'PAPER']));
  const { fact } = head ?? {};
  return head === null || fact === undefined ? null : { ...head, fact };
}

/** Points of a summary, which its sentences tell of. */
const POINTS = ['new-point', 'method-point', 'result-point', 'limit-point', 'data-point'] as const;

/** A fact of the paper shown; where several are, the person chooses. */
function ofPapers(meaning: Meaning, { before, shown }: Thread): Resumed | null {
  const { tags, options, periods, papers, spans } = meaning;
  if (papers.length > 0) {
    const isFact = before?.command === 'fact' && isLed(meaning);
    return isFact ? runs('fact', { ...before.options, paper: papers.join(';') }) : null;
  }
  const [only, ...others] =
    shown.length > 0
      ? shown
      : before?.command === 'fact' || before?.command === 'paper'
        ? String(before.options.paper).split(';')
        : [];
  if (only === undefined || periods.length > 0) return null;
  const isAll =
    tags.has('sum') ||
    (tags.has('paper') && !tags.has('it') && (tags.has('count') || tags.has('top') || tags.has('most')));
  const fact = factAsked(meaning);
  const isOrder = options.sort !== undefined && !tags.has('it');
  if (fact !== null && !isAll && !isOrder && !(options.author !== undefined && fact.fact !== 'is-author')) {
    if (others.length === 0)
      return { reading: { is: 'invocation', invocation: factOf(fact, [only], meaning) } };
    if (tags.has('it') || before?.command !== 'search' || !tags.has('count')) {
      return {
        reading: {
          is: 'which',
          of: 'paper',
          typed: meaning.line,
          ids: [only, ...others],
          onPick: (id) => factOf(fact, [id], meaning),
        },
      };
    }
  }
  const isPoint = POINTS.some((tag) => tags.has(tag));
  const isOfCard = tags.has('summary') || (tags.has('what') && tags.has('it') && tags.has('about'));
  if (others.length === 0 && isOfCard && !isPoint && !spans.some(isContent))
    return runs('paper', { paper: only });
  return others.length === 0 && isPoint && !tags.has('paper')
    ? { reading: { is: 'about', paper: only, question: meaning.line } }
    : null;
}

/** `his latest paper`, `그 사람 논문은?`: the author of before. */
function ofPerson(meaning: Meaning, { before, was }: Thread): Resumed | null {
  if (before === null || !meaning.tags.has('person')) return null;
  const name = namesIn(before, was).at(-1) ?? (before.command === 'fact' ? before.options.name : undefined);
  if (meaning.authors.length > 0) return null;
  if (name === undefined) return { reading: { is: 'of-what' } };
  meaning.options.author = name;
  return {
    reading: read({ ...meaning, authors: [String(name)], tags: new Set([...meaning.tags, 'AUTHOR']) }),
  };
}

/** `how many papers were there that day`: the period of before, or the day of the one paper shown. */
function ofTime(meaning: Meaning, { before, shown }: Thread): Resumed | null {
  const { tags, library, calendar } = meaning;
  if (!tags.has('that-time') || meaning.periods.length > 0) return null;
  const search = before && (asSearch(before, calendar) ?? before);
  const [only, ...others] = shown;
  const day =
    only !== undefined && others.length === 0 ? library.archive.paper(only)?.listings[0].date : undefined;
  const from = String(search?.options.from ?? day ?? '');
  if (from === '') return { reading: { is: 'of-what' } };
  const to = String(search?.options.to ?? from);
  const unit =
    ['unit:month', 'unit:year'].find((one) => tags.has(one)) ??
    meaning.spans.find((span) => has(span, 'that-time'))?.text ??
    '';
  const month = /month|달/.test(unit) ? Number(from.slice(5, 7)) : null;
  // A day of a longer period is not known from its ends.
  if (/day|날|당일/.test(unit) && from !== to) return { reading: { is: 'of-what' } };
  const whole = /month|year|달|해/.test(unit)
    ? daysOf({ year: Number(from.slice(0, 4)), month, day: null })
    : null;
  Object.assign(meaning.options, whole ?? { from, to });
  use(meaning, 'that-time');
  return {
    reading: read({ ...meaning, periods: [whole ?? { from, to }], tags: new Set([...tags, 'DATE']) }),
  };
}

/** Anything else that changes or adds options: `only 2025`, `and in November?`, `제일 추천 많은 건?` */
function edited(meaning: Meaning, { before }: Thread): Resumed | null {
  if (before === null || meaning.papers.length > 0) return null;
  const { options, tags, authors, organizations, calendar } = meaning;
  const asRank = best(meaning);
  const ownRank = asRank?.to?.(meaning);
  if (
    ownRank &&
    typeof ownRank !== 'string' &&
    (ownRank.command === 'rank' || ownRank.command === 'compare')
  ) {
    const { from, to, query, organization } = (asSearch(before, calendar) ?? before).options;
    const scope = Object.fromEntries(
      Object.entries({ from, to, query, organization }).filter(([, value]) => value !== undefined),
    );
    return runs(ownRank.command, {
      ...(tags.has('archive') || ownRank.command === 'compare' ? {} : scope),
      ...ownRank.options,
    } as Options);
  }
  const isShort = isLed(meaning) || !tags.has('how');
  use(
    meaning,
    'lead',
    'and',
    'which',
    'them',
    'paper',
    'most',
    'top',
    'vote',
    'only',
    'not',
    'or',
    'present',
    'listed',
    'it',
  );
  const content = isShort ? contentOf({ ...meaning }) : '';
  const show = tags.has('average') ? 'average' : tags.has('sum') ? 'sum' : tags.has('count') ? 'count' : null;
  const changes: Options = { ...options, ...inYearOf(meaning, before), ...(show !== null && { show }) };
  const isTopic = content !== '' && isLed(meaning) && content.split(' ').length <= 4;
  if (isTopic) changes.query = content;
  if (before.command === 'rank' && tags.has('vote')) changes.by = 'votes';
  if (Object.keys(changes).length === 0 || (content !== '' && !isTopic && !isLed(meaning))) return null;
  if (
    before.command === 'fact' ||
    before.command === 'paper' ||
    before.command === 'quotes' ||
    before.command === 'holdings'
  ) {
    return before.command === 'fact' && before.options.of === 'rank' && options.from !== undefined
      ? runs('fact', { ...before.options, ...changes })
      : null;
  }
  if (before.command === 'rank' || before.command === 'compare') {
    const { sort: _, place: _place, show: _show, ...rest } = changes;
    return Object.keys(rest).length > 0 ? runs(before.command, { ...before.options, ...rest }) : null;
  }
  const search = asSearch(before, calendar);
  if (search === null) return null;
  const kept = { ...search.options };
  for (const name of FORMS)
    if (name !== 'show' || options.sort !== undefined)
      if (show === null && (options.sort !== undefined || name === 'place')) delete kept[name];
  if (show !== null) for (const name of ['limit', 'place', 'place_to', 'sort']) delete kept[name];
  const was = authors.length > 0 ? kept.author : undefined;
  if (authors.length > 0 || organizations.length > 0)
    for (const name of ['author', 'any_author', 'organization']) delete kept[name];
  const merged = { ...kept, ...changes };
  return FILTERS.some((name) => merged[name] !== undefined) || merged.sort !== undefined
    ? runs('search', merged, was === undefined ? undefined : String(was))
    : null;
}

/** `And in November?`: a month without its year is that of the year talked of. */
function inYearOf({ spans, options: { from, to } }: Meaning, { options }: Invocation): Options {
  const year = typeof options.to === 'string' ? options.to.slice(0, 4) : null;
  const isYearless = spans.some((span) => has(span, 'DATE') && has(span, 'yearless'));
  if (
    year === null ||
    !isYearless ||
    typeof from !== 'string' ||
    typeof to !== 'string' ||
    from.slice(0, 4) !== to.slice(0, 4)
  )
    return {};
  return { from: year + from.slice(4), to: year + to.slice(4) };
}

/** Anything else about the only paper shown. */
function about(meaning: Meaning, { before, shown }: Thread): Resumed | null {
  const { tags, spans } = meaning;
  const [only, ...others] = shown;
  const isPointing = tags.has('it') || tags.has('this');
  const isOfOne =
    only !== undefined &&
    others.length === 0 &&
    ['fact', 'paper', 'quotes', 'search'].includes(before?.command ?? 'paper');
  if (isOfOne && (isPointing || spans.some(isContent)))
    return { reading: { is: 'about', paper: only, question: meaning.line, isMaybe: !isPointing } };
  const isBare = !spans.some(isContent) && Object.keys(meaning.options).length === 0;
  return isPointing || (isBare && POINTING.some((tag) => tags.has(tag))) || isLed(meaning)
    ? { reading: { is: 'of-what' } }
    : null;
}
