import type { Invocation } from '../../answers/invocation.ts';
import { endOf } from '../../archive/select.ts';
import { daysBefore, daysOf } from '../../text/dates/parts.ts';
import { best, factOf, type Head, invocationOf, isFact } from '../read/heads.ts';
import { paperMeant } from '../read/lookups.ts';
import { contentOf, isContent, isGlue, type Meaning, type Options, use } from '../read/meaning.ts';
import { read } from '../read/read.ts';
import type { Reading } from '../read/reading.ts';
import { has, numberIn } from '../read/span.ts';
import { CONVERSATION, type Tag } from '../read/words.ts';
import { asSearch, type Kept, type Thread } from './before.ts';

/** A follow-up as it is read: what to do, and what the next one needs to know. */
interface Resumed {
  readonly reading: Reading;
  readonly kept?: Kept;
}

const FILTERS =
  'query exclude from to author any_author not_author organization not_organization min_votes max_votes code title same_day'.split(
    ' ',
  );
/** Options that say which of the papers are shown and how, not which papers are meant. */
const FORMS = ['place', 'place_to', 'limit', 'show', 'page'];

const OF_WHAT: Resumed = { reading: { is: 'chat', about: 'of-what' } };

/**
 * Reads a question that goes on from another by changing options of the invocation before it. What is complete by itself
 * is read by itself; what leaves something out that nothing before tells is asked back.
 */
export function resume(meaning: Meaning, thread: Thread): Resumed {
  const compared = against(meaning, thread);
  if (compared !== null) return compared;
  const isWhole = isComplete(meaning, thread);
  if (!isWhole && (thread.before !== null || thread.shown.length > 0)) {
    for (const way of [
      step,
      ofPerson,
      ofPlace,
      more,
      ofTime,
      earliest,
      placed,
      ofThem,
      ofPapers,
      edited,
      about,
    ]) {
      const found = way(meaning, thread);
      if (found !== null) return withList(found, thread, meaning);
    }
  }
  // What leads on, or names a place of no list, goes on from nothing.
  const { options, tags, papers, authors } = meaning;
  const isPlace =
    options.place !== undefined &&
    options.from === undefined &&
    options.author === undefined &&
    (options.sort ?? 'votes') === 'votes' &&
    !tags.has('paper');
  const goesOn = thread.before !== null || thread.shown.length > 0;
  // At the beginning of a conversation `so how many papers in May?` leads on from nothing and is complete.
  const isNew = !goesOn && Object.keys(options).some((name) => FILTERS.includes(name));
  const isOpen = !isWhole && (isLed(meaning) || isPlace) && !isNew && !meaning.spans.some(isContent);
  // `그중에 비디오 논문은?` must not be answered from everything.
  const isLost = tags.has('them') && papers.length + authors.length === 0 && options.from === undefined;
  const reading = read(meaning);
  // After an answer, a question without any condition or `papers` means that answer, not the whole archive.
  const isEverything =
    goesOn &&
    reading.is === 'invocation' &&
    reading.invocation.command === 'search' &&
    Object.keys(reading.invocation.options).every((name) => FORMS.includes(name)) &&
    !tags.has('paper') &&
    !tags.has('archive');
  return isOpen || isEverything || (isLost && reading.is === 'invocation') ? OF_WHAT : { reading };
}

/** `and the tenth?` is asked of no more papers than a page has. */
const LISTED_MAX = 10;

/** A fact of a list's paper remembers the list. */
function withList(
  { reading, kept }: Resumed,
  { before, list, listed, shown }: Thread,
  { calendar }: Meaning,
): Resumed {
  const isOfPaper =
    reading.is === 'about' ||
    (reading.is === 'invocation' && ['fact', 'paper'].includes(reading.invocation.command));
  const search = before && asSearch(before, calendar);
  return isOfPaper
    ? {
        reading,
        kept: { ...kept, list: search ?? list, listed: search ? shown.slice(0, LISTED_MAX) : listed },
      }
    : { reading, ...(kept && { kept }) };
}

const runs = (command: string, options: Options, was?: string): Resumed => ({
  reading: { is: 'invocation', invocation: { command, options } },
  ...(was !== undefined && { kept: { was } }),
});
const fills = (invocation: Invocation): Resumed => ({ reading: { is: 'invocation', invocation } });
const hasAny = ({ tags }: Meaning, ...any: readonly Tag[]): boolean => any.some((tag) => tags.has(tag));

/** Whether a question begins by leading on: `and`, `what about`, 그럼. */
function isLed({ spans }: Meaning): boolean {
  return has(
    spans.find((span) => !isGlue(span) && !has(span, 'ending')),
    'lead',
    'and',
    'or',
  );
}

/** Whether a question says by itself which papers are meant and what is asked of them. */
function isComplete(meaning: Meaning, { before }: Thread): boolean {
  const { tags, options, papers, authors, organizations, spans } = meaning;
  // `arXiv id of VisionZip? need it`: what is named before is meant.
  const isNamedIt = papers.length > 0 && CONVERSATION.pointing.every((tag) => tag === 'it' || !tags.has(tag));
  if (isLed(meaning) || (!isNamedIt && hasAny(meaning, ...CONVERSATION.pointing))) return false;
  if (tags.has('same') && papers.length === 0) return false;
  const isNamed = papers.length + authors.length + organizations.length > 0 || options.title !== undefined;
  const hasContent = spans.some((span) => isContent(span) && !meaning.used.has(span));
  const hasNoun = spans.some(
    (span) => has(span, 'paper', 'author', 'digest', 'org') && !/^(?:work|works)$/.test(span.text),
  );
  const hasOrder = options.sort !== undefined || hasAny(meaning, 'count', 'sum', 'average');
  const hasPeriod = options.from !== undefined || tags.has('archive');
  if (papers.length > 0 || isFact(best(meaning)) || hasAny(meaning, ...CONVERSATION.complete)) return true;
  // Another name takes the place of an author: `Yao Lu는?`
  const isOfAuthor = before?.command === 'author' || before?.options.author !== undefined;
  // `by KAIST` beside nothing else narrows the list before.
  const isBare = spans.every((one) => isGlue(one) || has(one, 'ORG', 'AUTHOR', 'by', 'with', 'not'));
  const isNarrowing = isBare && (organizations.length > 0 || hasAny(meaning, 'by', 'with'));
  if (isNarrowing && ['search', 'top', 'today'].includes(before?.command ?? '')) return false;
  return (
    (isNamed && (hasNoun || hasOrder || !isOfAuthor)) ||
    (hasContent && hasNoun) ||
    (hasNoun && hasPeriod && (hasOrder || tags.has('top')))
  );
}

/** `more or less votes than SurveyX?`: the paper shown beside the one that is named. */
function against(meaning: Meaning, { before, shown }: Thread): Resumed | null {
  const { papers, tags, spans, library } = meaning;
  const [only, ...others] = shown;
  const isOther = others.length > 0 || !['fact', 'paper', 'search'].includes(before?.command ?? 'paper');
  const isComparing = (tags.has('than') || tags.has('versus')) && !tags.has('paper');
  if (only === undefined || isOther || !isComparing || papers.length > 1) return null;
  const meant = papers.length > 0 ? null : paperMeant(contentOf(meaning), library);
  const named = meant?.is === 'one' ? meant.one.id : papers[0];
  if (named === undefined || spans.some((span) => has(span, 'AUTHOR', 'ORG', 'DATE'))) return null;
  return runs('compare', { what: 'papers', items: [only, named].join(';'), by: 'votes' });
}

/** `and the day before?`, `the week before`: the day, week, month or year beside the period of before. */
function step({ spans, calendar }: Meaning, { before }: Thread): Resumed | null {
  const value = spans.flatMap(({ tags }) => tags.filter((tag) => tag.startsWith('step:')))[0];
  const search = before && (asSearch(before, calendar) ?? before);
  const { from, to } = search?.options ?? {};
  if (value === undefined || !search || typeof from !== 'string' || typeof to !== 'string') return null;
  const unit = spans.find((span) => has(span, value))?.text ?? '';
  const [start, end] = value === 'step:1' ? [to, -1] : [from, 1];
  const day = daysBefore(start, end);
  const week = { from: daysBefore(from, 7 * end), to: daysBefore(to, 7 * end) };
  const part = { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
  const days = /week|주/.test(unit)
    ? week
    : ((/month|달/.test(unit) ? daysOf(part) : null) ??
      (/year|해/.test(unit) ? daysOf({ year: part.year }) : null) ?? { from: day, to: day });
  return runs(search.command, { ...search.options, ...days });
}

/** `more?`, `더 보여줘`: the next page. */
function more(meaning: Meaning, { before, page }: Thread): Resumed | null {
  const { options, spans, papers } = meaning;
  const isBare = spans.every((span) => isGlue(span) || has(span, 'more', 'paper', 'present'));
  const isNumbered = spans.every((span) => isGlue(span) || has(span, 'page', 'num'));
  const number =
    isNumbered && hasAny(meaning, 'page') ? spans.flatMap((span) => numberIn(span) ?? [])[0] : undefined;
  const isMore =
    hasAny(meaning, 'others') || (hasAny(meaning, 'more') && isBare) || (number !== undefined && number > 0);
  const isPaged = before !== null && !['fact', 'paper', 'compare', 'holdings'].includes(before.command);
  if (!isMore || !isPaged || papers.length > 0 || Object.keys(options).length > 0) return null;
  const { limit, place, place_to: to, ...rest } = before.options;
  // After the first three of a list come the next three.
  const last = Number(to ?? place ?? limit ?? 0);
  const many = limit === undefined ? last - Number(place ?? last) + 1 : Number(limit);
  if (before.command === 'search' && last > 0)
    return runs('search', { ...rest, place: last + 1, place_to: last + many });
  return runs(before.command, { ...rest, ...(limit === undefined && { page: number ?? page + 1 }) });
}

/** `which of them came out first?`, `제일 처음 나온 건?`: the days of compared papers, or the oldest of a list. */
function earliest(
  { tags, papers, periods, spans, calendar }: Meaning,
  { before, shown }: Thread,
): Resumed | null {
  const isDated = tags.has('listed') || tags.has('when');
  const isWhich = tags.has('listed') && (tags.has('which') || tags.has('what'));
  // A list by time has a first one in time: `papers by Song Han`, `when was the first one?`
  const isTimed = tags.has('when') && ['author', 'today'].includes(before?.command ?? '');
  const isOldest =
    ((isDated || tags.has('which')) && tags.has('oldest')) || ((isWhich || isTimed) && tags.has('first'));
  const isNewest = (isDated && tags.has('newest')) || ((isWhich || isTimed) && tags.has('last'));
  const isOther = papers.length + periods.length > 0 || spans.some(isContent);
  if (before === null || isOther || !(isOldest || isNewest)) return null;
  const isFew = before.command === 'compare' || before.options.limit !== undefined;
  if (isFew && shown.length > 1 && shown.length <= FACTS_MAX)
    return runs('fact', { paper: shown.join(';'), of: 'day' });
  const search = asSearch(before, calendar);
  if (search === null) return null;
  const kept = Object.entries(search.options).filter(([name]) => !FORMS.includes(name));
  return runs('search', { ...Object.fromEntries(kept), sort: isOldest ? 'oldest' : 'newest', limit: 1 });
}

/** `the second one`, `2위는?`: a place of the list before, or a fact of the paper at it. */
function placed(meaning: Meaning, { before, list, listed, shown, named }: Thread): Resumed | null {
  const { options, tags, calendar } = meaning;
  const isFirst = tags.has('first') && !tags.has('author');
  const isLast = tags.has('last') && tags.has('it');
  const number = Number(options.place ?? (isFirst ? 1 : isLast ? shown.length : 0));
  if (number < 1 || options.from !== undefined || options.author !== undefined) return null;
  // `그중 추천 1위는?` asks for the list in that order.
  const fact = tags.has('them') ? null : factAsked(meaning);
  const paper = list === null ? shown[number - 1] : undefined;
  if (fact !== null && paper !== undefined) return fills(factOf(fact, [paper], meaning));
  // `who wrote the second one?`, `and the first?`: the same fact of another paper of the list.
  const other = listed[number - 1];
  if (other !== undefined && fact !== null) return fills(factOf(fact, [other], meaning));
  if (other !== undefined && before?.command === 'fact' && isLed(meaning))
    return runs('fact', { ...before.options, paper: other });
  // `papers of the second one`: of the author or organization at that place of a ranking.
  const ranked = before?.command === 'rank' && tags.has('paper') ? named[number - 1] : undefined;
  if (ranked !== undefined && before?.options.what === 'organizations')
    return runs('search', { organization: ranked });
  if (ranked !== undefined && /authors$/.test(String(before?.options.what)))
    return runs('author', { name: ranked });
  // The first rows of a ranking, up to the one that is asked for.
  if (before?.command === 'rank') return runs('rank', { ...before.options, limit: number });
  const search = (before && asSearch(before, calendar)) ?? list;
  if (!search) return paper === undefined ? null : runs('paper', { paper });
  const { limit: _, place_to: _to, show: _show, ...rest } = search.options;
  const sorted = rest.sort === undefined && rest.query === undefined ? { sort: 'votes' } : {};
  return runs('search', { ...rest, ...sorted, place: number });
}

/** More than these do not fit into one answer. */
const FACTS_MAX = 5;

/** `both of them together?`: papers that the two before wrote together; `who wrote them?`: a fact of all that are shown. */
function ofThem(meaning: Meaning, { before, shown, was }: Thread): Resumed | null {
  if (before === null || !hasAny(meaning, 'them', 'together')) return null;
  if (before.command === 'fact' && was !== null) {
    const both = [was, ...shown].join(';');
    const isMore = hasAny(meaning, 'more', 'most', 'top', 'versus', 'vote');
    return isMore
      ? runs('compare', { what: 'papers', items: both, by: 'votes' })
      : runs('fact', { ...before.options, paper: both });
  }
  const named = authorsIn(before, was);
  if (hasAny(meaning, 'together') && named.length > 1)
    return runs('search', {
      author: named.join(';'),
      ...(hasAny(meaning, 'count') && { show: 'count' }),
    });
  const fact = Object.keys(meaning.options).length === 0 ? factAsked(meaning) : null;
  return fact !== null && shown.length > 1 ? fills(factOf(fact, shown.slice(0, FACTS_MAX), meaning)) : null;
}

function authorsIn({ command, options }: Invocation, was: string | null): readonly string[] {
  const items = options.what === 'authors' ? options.items : undefined;
  const own = command === 'author' ? options.name : (items ?? options.author ?? options.any_author ?? '');
  return [...new Set([...(was === null ? [] : [was]), ...String(own).split(';')])].filter(
    (name) => name !== '',
  );
}

/** What is asked of a paper that is not named: `who wrote it?`, `추천은 몇 개?` */
function factAsked(meaning: Meaning): Head | null {
  const tags = new Set([...meaning.tags, 'PAPER']);
  // `1위 누가 썼어?` asks who wrote the first paper, not who wrote most.
  if (meaning.options.place !== undefined) tags.delete('top');
  const head = best(meaning, tags);
  return isFact(head) ? head : null;
}

/** Whether a list has a first paper, which `it` means. */
function isOrdered({ command, options }: Invocation): boolean {
  return (
    command === 'top' || command === 'today' || (options.sort !== undefined && options.sort !== 'relevance')
  );
}

/** A fact of the paper shown; of several without an order the person chooses. */
function ofPapers(meaning: Meaning, { before, shown }: Thread): Resumed | null {
  const { tags, options, periods, papers, spans } = meaning;
  if (papers.length > 0)
    return before?.command === 'fact' && isLed(meaning)
      ? runs('fact', { ...before.options, paper: papers.join(';') }, String(before.options.paper))
      : null;
  const [only, ...others] = shown;
  if (only === undefined || periods.length > 0) return null;
  const isIt = tags.has('it');
  const isAll =
    (tags.has('sum') && !tags.has('count-author')) ||
    (tags.has('paper') && !isIt && hasAny(meaning, 'count', 'top', 'most'));
  const isEdit = Object.keys(options).some(
    (name) => name === 'sort' || (name !== 'author' && others.length > 0),
  );
  const asked = isAll || (isEdit && !isIt) ? null : factAsked(meaning);
  const fact = options.author !== undefined && asked?.options.of !== 'is-author' ? null : asked;
  if (fact !== null) {
    if (others.length === 0 || (isIt && before !== null && isOrdered(before)))
      return fills(factOf(fact, [only], meaning));
    if (isIt || before?.command !== 'search' || !tags.has('count')) {
      const onPick = (id: string) => factOf(fact, [id], meaning);
      return { reading: { is: 'which', typed: meaning.line, ids: [only, ...others], onPick } };
    }
  }
  if (others.length > 0) return null;
  const isPoint = hasAny(meaning, ...CONVERSATION.points);
  const isOfCard = tags.has('summary') || (tags.has('what') && isIt && tags.has('about'));
  if (isOfCard && !isPoint && !spans.some(isContent)) return runs('paper', { paper: only });
  return isPoint && !tags.has('paper')
    ? { reading: { is: 'about', paper: only, question: meaning.line } }
    : null;
}

/** `his latest paper`, `그 사람 논문은?`: the author of before, or first of a ranking or a paper. */
function ofPerson(meaning: Meaning, { before, was, named, shown }: Thread): Resumed | null {
  if (before === null || meaning.authors.length > 0) return null;
  const { command, options } = before;
  // `anything else by the last one?` after who wrote a paper.
  const isAuthor = hasAny(meaning, 'first-author', 'last-author') && hasAny(meaning, 'others');
  const isEnd =
    (options.of === 'authors' && hasAny(meaning, 'by') && hasAny(meaning, 'first', 'last')) ||
    (isAuthor && shown.length === 1);
  if (!isEnd && !meaning.tags.has('person')) return null;
  const ranked = command === 'rank' && /authors$/.test(String(options.what)) ? named[0] : undefined;
  const [only, ...others] = shown;
  const paper = only === undefined || others.length > 0 ? undefined : meaning.library.archive.paper(only);
  const end = options.of === 'last-author' || (isEnd && hasAny(meaning, 'last', 'last-author')) ? -1 : 0;
  const asked = command === 'fact' ? options.name : undefined;
  const name = ranked ?? authorsIn(before, was).at(-1) ?? asked ?? (paper && endOf(paper, end));
  if (name === undefined) return OF_WHAT;
  use(meaning, 'person', 'others', ...(isEnd ? ['first', 'last', 'it', 'first-author', 'last-author'] : []));
  if (isEnd) delete meaning.options.sort;
  meaning.options.author = name;
  const tags = new Set([...meaning.tags, 'AUTHOR']);
  return { reading: read({ ...meaning, authors: [String(name)], tags }) };
}

/** `anything else from that lab?`: the organization of before, or of the one paper shown. */
function ofPlace(meaning: Meaning, { before, shown, named }: Thread): Resumed | null {
  if (before === null || !meaning.tags.has('there') || meaning.organizations.length > 0) return null;
  const { command, options } = before;
  const ranked = command === 'rank' && options.what === 'organizations' ? named[0] : undefined;
  const [only, ...others] = shown;
  const paper = only === undefined || others.length > 0 ? undefined : meaning.library.archive.paper(only);
  const name = ranked ?? options.organization ?? paper?.details?.organization;
  if (name == null) return OF_WHAT;
  use(meaning, 'there', 'others');
  meaning.options.organization = name;
  const tags = new Set([...meaning.tags, 'ORG']);
  return { reading: read({ ...meaning, organizations: [String(name)], tags }) };
}

/** `how many papers were there that day`: the first of a ranking, the period of before, or the day of the one paper shown. */
function ofTime(meaning: Meaning, { before, shown, named }: Thread): Resumed | null {
  const { tags, library, calendar, spans, periods } = meaning;
  const isPointing = hasAny(meaning, 'that-time', 'same');
  if (!isPointing || periods.length > 1 || meaning.papers.length > 0) return null;
  const search = before && (asSearch(before, calendar) ?? before);
  const [only, ...others] = shown;
  const day =
    only !== undefined && others.length === 0 ? library.archive.paper(only)?.listings[0].date : undefined;
  const isRanked = before?.command === 'rank' && ['days', 'months'].includes(String(before.options.what));
  const top = isRanked ? named[0] : undefined;
  const said = spans.find((span) => has(span, 'that-time', 'same'))?.text ?? '';
  const unit = ['unit:month', 'unit:year'].find((one) => tags.has(one)) ?? said;
  const one = top ?? (/day|날|당일/.test(unit) ? day : undefined);
  const from = String(one ?? search?.options.from ?? day ?? '');
  const to = String(one ?? search?.options.to ?? from);
  const [typed] = periods;
  if (typed !== undefined) {
    // `같은 해 7월`: the year is that of before.
    const year = from.slice(0, 4);
    if (!/year|해/.test(unit) || year === '') return null;
    Object.assign(meaning.options, { from: year + typed.from.slice(4), to: year + typed.to.slice(4) });
    use(meaning, 'that-time', 'same');
    return { reading: read(meaning) };
  }
  // A day of a longer period is not known from its ends.
  if (from === '' || (/day|날|당일/.test(unit) && from !== to)) return OF_WHAT;
  const month = /month|달/.test(unit) ? Number(from.slice(5, 7)) : undefined;
  const isWhole = /month|year|달|해/.test(unit);
  const days = (isWhole ? daysOf({ year: Number(from.slice(0, 4)), month }) : null) ?? {
    from,
    to,
  };
  Object.assign(meaning.options, days);
  use(meaning, 'that-time', 'same');
  return { reading: read({ ...meaning, periods: [days], tags: new Set([...tags, 'DATE']) }) };
}

/** What a ranking lists, by the word for it. */
const RANKED = { author: 'authors', org: 'organizations', 'unit:day': 'days', 'unit:month': 'months' };

/** Words by which a question is whole, and changes no list. */
const ASKING: readonly Tag[] = 'who what why how when where paper'.split(' ');

/** Anything else that changes or adds options: `only 2025`, `and in November?`, `제일 추천 많은 건?` */
function edited(meaning: Meaning, { before, shown }: Thread): Resumed | null {
  if (before === null || meaning.papers.length > 0) return null;
  const { options, tags, authors, organizations, calendar } = meaning;
  const head = best(meaning);
  const own = head && invocationOf(head, meaning);
  if (own !== null && typeof own !== 'string' && (own.command === 'rank' || own.command === 'compare')) {
    const { from, to, query, organization } = (asSearch(before, calendar) ?? before).options;
    const all = Object.entries({ from, to, query, organization }).filter(([, value]) => value !== undefined);
    // The best of the months is none of the one month talked of.
    const isOneMonth = own.options.what === 'months' && String(from).slice(0, 7) === String(to).slice(0, 7);
    const isWhole = tags.has('archive') || own.command === 'compare' || (isOneMonth && query === undefined);
    return runs(own.command, { ...(isWhole ? {} : Object.fromEntries(all)), ...own.options } as Options);
  }
  const isShort = isLed(meaning) || !tags.has('how');
  use(meaning, ...CONVERSATION.editing);
  const content = isShort ? contentOf(meaning) : '';
  const show = ['average', 'sum', 'count'].find((tag) => tags.has(tag));
  const changes: Options = { ...options, ...inYearOf(meaning, before), ...(show !== undefined && { show }) };
  // `about robots`, `추론 관련만`: the topic of the list before.
  const isOn = hasAny(meaning, 'about') && shown.length !== 1 && !hasAny(meaning, ...ASKING);
  const isOpen = isLed(meaning) || isOn;
  const isTopic = content !== '' && isOpen && content.split(' ').length <= 4;
  if (isTopic) changes.query = content;
  if (before.command === 'rank') {
    if (tags.has('vote')) changes.by = 'votes';
    const what = Object.entries(RANKED).find(([tag]) => tags.has(tag))?.[1];
    if (what !== undefined && before.options.what !== 'co-authors') changes.what = what;
  }
  if (Object.keys(changes).length === 0 || (content !== '' && !isTopic && !isOpen)) return null;
  if (before.command === 'fact' && before.options.of === 'rank' && options.from !== undefined)
    return runs('fact', { ...before.options, ...changes });
  if (before.command === 'rank' || before.command === 'compare') {
    const { sort: _, place: _place, show: _show, ...rest } = changes;
    return Object.keys(rest).length > 0 ? runs(before.command, { ...before.options, ...rest }) : null;
  }
  const search = asSearch(before, calendar);
  if (search === null) return null;
  const kept = { ...search.options };
  const isSorted = options.sort !== undefined;
  if (kept.sort === 'authors' && changes.sort === 'fewest') changes.sort = 'fewest-authors';
  const dropped =
    show !== undefined
      ? ['limit', 'place', 'place_to', 'sort']
      : FORMS.filter((name) =>
          name === 'limit' ? isSorted && kept.limit === 1 : isSorted || name === 'place',
        );
  for (const name of dropped) delete kept[name];
  const was = authors.length > 0 ? kept.author : undefined;
  if (was !== undefined && changes.author !== undefined && hasAny(meaning, 'with'))
    changes.author = `${was};${changes.author}`;
  if (authors.length > 0 || organizations.length > 0)
    for (const name of ['author', 'any_author', 'organization']) delete kept[name];
  const merged = { ...kept, ...changes };
  return [...FILTERS, 'sort'].some((name) => merged[name] !== undefined)
    ? runs('search', merged, was === undefined ? undefined : String(was))
    : null;
}

/** `And in November?`: a month without its year is that of the year talked of. */
function inYearOf({ spans, options: { from, to } }: Meaning, { options }: Invocation): Options {
  const isYearless = spans.some((span) => has(span, 'DATE') && has(span, 'yearless'));
  if (typeof options.to !== 'string' || !isYearless || typeof from !== 'string' || typeof to !== 'string')
    return {};
  const year = options.to.slice(0, 4);
  return from.slice(0, 4) === to.slice(0, 4) ? { from: year + from.slice(4), to: year + to.slice(4) } : {};
}

/** Anything else about the only paper shown. */
function about(meaning: Meaning, { before, shown }: Thread): Resumed | null {
  const { spans } = meaning;
  const [only, ...others] = shown;
  const isPointing = hasAny(meaning, 'it', 'this');
  const isOfOne =
    only !== undefined &&
    others.length === 0 &&
    ['fact', 'paper', 'quotes', 'search'].includes(before?.command ?? 'paper');
  if (isOfOne && (isPointing || spans.some(isContent)))
    return { reading: { is: 'about', paper: only, question: meaning.line, isMaybe: !isPointing } };
  const isBare = !spans.some(isContent) && Object.keys(meaning.options).length === 0;
  return isPointing || isLed(meaning) || (isBare && hasAny(meaning, ...CONVERSATION.pointing))
    ? OF_WHAT
    : null;
}
