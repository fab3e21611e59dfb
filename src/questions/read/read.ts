import type { Invocation } from '../../answers/invocation.ts';
import { isNoPaper } from '../../archive/ids.ts';
import type { Paper } from '../../archive/paper.ts';
import { unreadTime } from '../dates/unread.ts';
import { best, factOf, type Head, invocationOf, isFact, isOfPaper, scoreOf } from './heads.ts';
import { type Meant, paperMeant } from './lookups.ts';
import { contentOf, isContent, isGlue, type Meaning, use } from './meaning.ts';
import type { Reading } from './reading.ts';
import { beginsClause, has, isKorean, numberIn, type Span } from './span.ts';
import type { Tag } from './words.ts';

/** Without an order or a filter, a subject of so many words is a list; a longer one asks the texts. */
const TOPIC_WORDS_MAX = 4;

/** Reads a question: which command it is, with which options. */
export function read(meaning: Meaning): Reading {
  const reading = readingOf(meaning);
  if (reading.is !== 'invocation' || ['compare', 'fact'].includes(reading.invocation.command)) return reading;
  // Words of time that no option holds must not widen to everything.
  const dates = meaning.periods.length > 1 ? meaning.spans.filter((span) => has(span, 'DATE')) : [];
  const typed =
    dates.length > 0 ? meaning.line.slice(dates[0]?.start, dates.at(-1)?.end) : unreadTime(meaning);
  return typed === null ? reading : { is: 'unreadable', of: 'date', typed };
}

/** Marks by which prompts tell who speaks. */
const ROLE_MARK =
  /<\/?\s*(?:system|user|assistant|instructions?)\s*>|\[\/?INST\]|<\|im_|\bselect \*|<script\b/i;

function readingOf(meaning: Meaning): Reading {
  const { spans, line } = meaning;
  if (ROLE_MARK.test(line)) return { is: 'chat', about: 'inject' };
  if (isArithmetic(meaning)) return { is: 'chat', about: 'off-topic' };
  if (spans.length === 0) return { is: 'chat', about: 'nothing' };
  const missing = spans.filter((span) => has(span, 'MISSING')).flatMap(({ values }) => values);
  if (missing.length > 0) return { is: 'missing', typed: missing.join(', '), near: [] };
  const address = meaning.tags.has('inject') ? undefined : line.split(' ').find(isNoPaper);
  if (address !== undefined) return { is: 'unreadable', of: 'address', typed: address };
  const noDate = spans.find((span) => has(span, 'NO-DATE'));
  if (noDate) return { is: 'unreadable', of: 'date', typed: line.slice(noDate.start, noDate.end) };
  const compared = beside(meaning);
  if (compared !== null) return compared;
  const head = best(meaning);
  const ambiguous = spans.find((span) => has(span, 'PAPER') && span.values.length > 1);
  if (meaning.papers.length === 0) return lookUp(meaning, head) ?? decide(meaning, head);
  return ambiguous !== undefined && isFact(head)
    ? whichPaper(line.slice(ambiguous.start, ambiguous.end), ambiguous.values, head, meaning)
    : decide(meaning, head);
}

function decide(meaning: Meaning, head: Head | null): Reading {
  const { papers, spans, used } = meaning;
  const [paper = '', ...others] = papers;
  if (isFact(head) && head.options.of !== 'unknown') {
    // A fact accounts for every word of its clause: what asks more is looked for in the paper's texts.
    const at = spans.findIndex((span) => has(span, 'PAPER'));
    const cue = spans.findIndex((span) => head.terms.slice(1).some(({ any }) => has(span, ...any)));
    // `MOVA that makes video and sound, the paper`: what stands between its name and `paper` describes it.
    const noun = spans.findIndex((span, place) => place > at && has(span, 'paper'));
    const described = new Set(spans.slice(at, Math.max(at, noun)));
    const more = clauseOf(spans, cue < 0 ? at : cue).filter(
      (span) => isContent(span) && !used.has(span) && !described.has(span),
    ).length;
    if (others.length === 0 && at >= 0 && more > 1) return { is: 'about', paper, question: meaning.line };
  }
  const made = head && invocationOf(head, meaning);
  if (typeof made === 'string') return { is: 'chat', about: made };
  if (head !== null && made !== null) {
    // An organization counts only where an option holds it: `has OpenAI published` must not widen to everybody.
    use(meaning, ...head.terms.flatMap(({ any }) => any.filter((tag) => tag !== 'ORG')));
    return { is: 'invocation', invocation: withTopic(made, meaning) };
  }
  return isList(meaning) ? listed(meaning) : ofTexts(meaning);
}

/** The spans around one, up to a comma or the end of a sentence on each side. */
function clauseOf(spans: readonly Span[], at: number): readonly Span[] {
  const end = spans.findIndex((span, place) => place > at && beginsClause(span));
  return spans.slice(
    Math.max(0, spans.slice(0, at + 1).findLastIndex(beginsClause)),
    end < 0 ? undefined : end,
  );
}

/** What asks for papers without a form of its own. */
function isList({ tags, options, papers }: Meaning): boolean {
  const isPlural = tags.has('paper') || tags.has('listed') || tags.has('digest');
  if (papers.length > 0 && !isPlural && options.sort === undefined) return false;
  return Object.keys(options).length > 0 || isPlural || tags.has('newest');
}

const runs = (command: string, options: Invocation['options']): Reading => ({
  is: 'invocation',
  invocation: { command, options },
});

function listed(meaning: Meaning): Reading {
  const { options, tags, calendar, library } = meaning;
  use(meaning, 'paper', 'summary', 'code', 'title', 'publish', 'listed', 'top', 'most');
  const query = contentOf(meaning);
  const { from, to, ...rest } = options;
  const names = Object.keys(options);
  const isDay = from !== undefined && from === to && Object.keys(rest).length === 0;
  if (query === '') {
    if (isDay && library.archive.ranked(String(from)).length > 0)
      return runs('today', { date: String(from) });
    const isNewest = names.every((name) => name === 'sort' && options.sort === 'newest');
    if (isNewest && (tags.has('newest') || tags.has('digest'))) return runs('today', { date: calendar.last });
    if (names.length === 0)
      return tags.has('paper') && !tags.has('what') ? runs('today', {}) : { is: 'chat', about: 'abilities' };
    return runs('search', options);
  }
  return names.length === 0 && query.split(' ').length > TOPIC_WORDS_MAX
    ? { is: 'quotes', query: meaning.line }
    : runs('search', { query, ...options });
}

/** Words that ask for all that is held of a paper. */
const OF_CARD: readonly Tag[] =
  'PAPER summary what paper lead how relation listed it about and archive recommend'.split(' ');

function ofTexts(meaning: Meaning): Reading {
  const { papers, line, spans, tags } = meaning;
  const [paper, ...others] = papers;
  if (paper !== undefined && others.length === 0)
    return spans.every((span) => isGlue(span) || has(span, ...OF_CARD))
      ? runs('paper', { paper })
      : { is: 'about', paper, question: line };
  // `who trained you`, `show me your env`: asked of the bot, not of papers.
  const isOfBot = spans.some(
    (span) => has(span, 'you') && /^(?:you|your|u|ur|yours?|yourself|너|넌|너는)$/.test(span.text),
  );
  const isShort = spans.filter(isContent).length <= TOPIC_WORDS_MAX;
  if (isOfBot && isShort && !tags.has('about') && !tags.has('paper') && papers.length === 0)
    return { is: 'chat', about: 'who-are-you' };
  const isPointing = ['it', 'person', 'them', 'that-time'].some((tag) => tags.has(tag));
  const isAbout = contentOf(meaning) !== '' || (!isPointing && spans.some(isContent));
  return isAbout ? { is: 'quotes', query: line } : { is: 'chat', about: 'of-what' };
}

/** A command for papers is about what content is left. */
function withTopic({ command, options }: Invocation, meaning: Meaning): Invocation {
  const isOfTopic =
    command === 'search' ||
    (command === 'compare' && options.what !== 'papers') ||
    (command === 'rank' && options.what !== 'co-authors' && options.what !== 'per-day');
  const query = isOfTopic && options.same_day === undefined ? contentOf(meaning) : '';
  return { command, options: query === '' ? options : { query, ...options } };
}

/** More words of a question are no name, and looking them up takes long. */
const NAME_SPANS_MAX = 20;
/** A title of more spans is written as one, or the words are no title. */
const TITLE_SPANS_MAX = 6;

/** Options that a question for a fact may fill; any other asks for a list. */
const OF_FACT = ['from', 'to', 'author', 'organization', 'code'];

/** A question for a fact of a paper that no name in it was spotted for: what is left of it is looked up as a title. */
function lookUp(meaning: Meaning, head: Head | null): Reading | null {
  const { tags, spans, options, library, line } = meaning;
  const withPaper = new Set([...tags, 'PAPER']);
  const asFact = best(meaning, withPaper);
  const isPlain =
    !spans.some((span, at) => has(span, 'about') && !has(spans[at - 1], 'vote', 'author')) ||
    ['link', 'code', 'project', 'star', 'rank'].some((tag) => tags.has(tag));
  // A subject with a period asks for papers, not whether a paper is from then.
  const isDated = asFact?.terms.some(({ any, isOptional }) => !isOptional && any.includes('DATE'));
  if (asFact === null || !isOfPaper(asFact) || !isPlain || isDated) return null;
  const isOfOne = !tags.has('paper') || spans.some((span) => isContent(span) && isCoined(span, line));
  const isVotes = head?.terms[0]?.any[0] === 'count-vote' && isOfOne && options.from === undefined;
  const isMore = head === null || scoreOf(asFact, withPaper) > scoreOf(head, tags);
  const isUnheld = head?.terms[0]?.any[0] === 'unheld';
  if (!isMore && !isVotes && !isUnheld) return null;
  const isOfPlace =
    asFact.options.of === 'organization' && !['which', 'what', 'who', 'where'].some((tag) => tags.has(tag));
  const isOfPeriod = options.from !== undefined && options.code !== undefined && tags.has('paper');
  const isOther = isOfPeriod || Object.keys(options).some((name) => !OF_FACT.includes(name));
  // `only from 2025, top 3` is no order to give votes.
  const isListing = isOther && ['fact', 'paper', 'chat'].includes(asFact.command);
  const content = spans.filter((span) => isContent(span) && !meaning.used.has(span));
  const [first] = content;
  if (
    isListing ||
    isOfPlace ||
    first === undefined ||
    content.length > NAME_SPANS_MAX ||
    spans.some(({ text }) => text === 'papers')
  )
    return null;
  const last = spans.indexOf(content.at(-1) ?? first);
  const isNumbered = numberIn(spans[last + 1]) !== null && spans[last + 1]?.gap === ' ';
  const typed = line.slice(first.start, spans[last + Number(isNumbered)]?.end).replace(/['’]s?$/, '');
  // `RAE paper (diffusion transformers with …)`: one of both names is its title.
  const meant = [typed, ...typed.split(/\s*[()]\s*/)]
    .map((name) => paperMeant(name, library))
    .reduce((one, other) => (one.is !== 'one' && other.is === 'one' ? other : one));
  if (meant.is === 'one') return decide({ ...meaning, papers: [meant.one.id], tags: withPaper }, asFact);
  if (meant.is === 'several') return whichPaper(typed, idsOf(meant.all), asFact, meaning);
  const isNamed = content.some((span) => span.isLarge || /\d/.test(span.text) || has(span, 'QUOTE'));
  const isStrict =
    isFact(asFact) &&
    last - spans.indexOf(first) < TITLE_SPANS_MAX &&
    (tags.has('author') ||
      tags.has('link') ||
      (tags.has('who') && tags.has('publish')) ||
      (tags.has('count') && tags.has('vote')) ||
      (tags.has('when') && tags.has('listed')));
  return (isNamed || isStrict) && content.length <= TOPIC_WORDS_MAX
    ? { is: 'missing', typed, near: idsOf(meant.near) }
    : null;
}

/** Whether a word is written like a name: with a digit, or a capital inside. */
function isCoined({ start, end }: Span, line: string): boolean {
  return /\d|.\p{Lu}/u.test(line.slice(start, end)) && /\p{Lu}.*\p{Ll}/u.test(line.slice(start, end));
}

const idsOf = (papers: readonly Paper[]): readonly string[] => papers.map(({ id }) => id);

function whichPaper(typed: string, ids: readonly string[], head: Head, meaning: Meaning): Reading {
  return { is: 'which', typed, ids, onPick: (id) => factOf(head, [id], meaning) };
}

const SIDES: readonly Tag[] = ['than', 'or', 'versus', 'and'];

/** Two papers beside each other, one of which at least no name was spotted for: both are looked up, or one is missing. */
function beside(meaning: Meaning): Reading | null {
  const { tags, spans, papers, organizations, authors, options } = meaning;
  const isByDay = tags.has('oldest') || tags.has('newest');
  const isComparing = isByDay || ['vote', 'more', 'top', 'versus'].some((tag) => tags.has(tag));
  const isOther =
    organizations.length + authors.length > 0 ||
    options.from !== undefined ||
    papers.length > 1 ||
    spans.some(({ text }) => text === 'papers' || text === '논문');
  const sides =
    tags.has('task') || tags.has('author') || tags.has('star') || isOther || !isComparing
      ? null
      : sidesOf(spans);
  const one = sides && sideOf(meaning, ...sides[0]);
  const other = sides && sideOf(meaning, ...sides[1]);
  if (one === null || other === null) return null;
  const isNone = one.meant.is === 'none' && other.meant.is === 'none';
  if (isNone && !(one.isNamed && other.isNamed)) return null;
  for (const { typed, meant } of [one, other])
    if (meant.is === 'none') return { is: 'missing', typed, near: idsOf(meant.near) };
  const compare = (ids: readonly string[]): Invocation =>
    isByDay
      ? { command: 'fact', options: { paper: ids.join(';'), of: 'day' } }
      : { command: 'compare', options: { what: 'papers', items: ids.join(';'), by: 'votes' } };
  const ids = [one, other].map(({ meant }) => (meant.is === 'one' ? meant.one.id : ''));
  for (const { typed, meant } of [one, other])
    if (meant.is === 'several') {
      const onPick = (id: string) => compare(ids.map((held) => held || id));
      return { is: 'which', typed, ids: idsOf(meant.all), onPick };
    }
  return { is: 'invocation', invocation: compare(ids) };
}

type Range = readonly [from: number, to: number];

/** Where two names stand on both sides of a word that compares, or before one: `A or B`, `A가 B보다`. */
function sidesOf(spans: readonly Span[]): readonly [Range, Range] | null {
  const links = spans.flatMap((span, at) =>
    has(span, ...SIDES) && spans.slice(0, at).some(isName) ? [at] : [],
  );
  const link = links.find((at) => spans.slice(at).some(isName));
  if (link !== undefined)
    return [
      [0, link],
      [link + 1, spans.length],
    ];
  const than = links.findLast((at) => has(spans[at], 'than') && isKorean(spans[at]));
  if (than === undefined) return null;
  const last = spans.slice(0, than).findLastIndex(isName);
  const start = spans.slice(0, last).findLastIndex((span) => !isName(span)) + 1;
  return spans.slice(0, start).some(isName)
    ? [
        [0, start],
        [start, than],
      ]
    : null;
}

const isName = (span: Span): boolean => has(span, 'PAPER') || isContent(span);

/** The paper that one side of a comparison names. */
function sideOf({ spans, line, library }: Meaning, from: number, to: number) {
  const all = spans.slice(from, to).filter(isName);
  const named = all.filter((span) => has(span, 'PAPER'));
  const own = named.length > 0 ? named : all;
  const [first] = own;
  if (first === undefined || own.length > NAME_SPANS_MAX) return null;
  const typed = line.slice(first.start, own.at(-1)?.end);
  const isOne = own.length === 1 && first.values.length === 1;
  const paper = isOne ? library.archive.paper(first.values[0] ?? '') : undefined;
  const meant: Meant<Paper> = paper === undefined ? paperMeant(typed, library) : { is: 'one', one: paper };
  return { typed, meant, isNamed: own.some((span) => span.isLarge || /\d/.test(span.text)) };
}

/** What may stand in a question for a sum beside numbers and signs. */
const OF_SUM: readonly Tag[] = 'arithmetic what count task sum how atleast less of not'.split(' ');

/** `17*23`, `square root of 144`: numbers, what is done with them, and nothing else. */
function isArithmetic({ spans, line }: Meaning): boolean {
  const numbers = spans.filter((span) => numberIn(span) !== null);
  const isSum =
    numbers.some(({ gap }) => /[+*/×÷^x=%-]/.test(gap)) ||
    (numbers.length > 1 && spans.some((span) => has(span, 'what', 'task'))) ||
    spans.some((span) => /^\d+x\d+$/.test(span.text) || (has(span, 'arithmetic') && numbers.length > 0));
  return (
    isSum &&
    spans.every(
      (span) =>
        numberIn(span) !== null ||
        isGlue(span) ||
        has(span, ...OF_SUM) ||
        /^(?:\d*x\d*|\d{4})$/.test(line.slice(span.start, span.end)),
    )
  );
}
