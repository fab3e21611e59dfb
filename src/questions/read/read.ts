import type { Invocation } from '../../answers/invocation.ts';
import { isNoPaper } from '../../archive/ids.ts';
import type { Paper } from '../../archive/paper.ts';
import { isTerm } from '../../text/lexicon/concepts.ts';
import { squash, words } from '../../text/tokens.ts';
import { unreadTime } from '../dates/unread.ts';
import { best, factOf, type Head, invocationOf, isFact, isOfPaper } from './heads.ts';
import { paperMeant } from './lookups.ts';
import { contentOf, describedIn, isContent, isGlue, type Meaning, use } from './meaning.ts';
import { namesOf } from './names.ts';
import type { Reading } from './reading.ts';
import { condition, scoreOf } from './rows.ts';
import { beginsClause, has, isKorean, isNameLike, numberIn, type Span } from './span.ts';
import { NAMES, tagsOf } from './understand.ts';
import { type Tag, tagList } from './words.ts';

/** Without an order or a filter, a subject of so many words is a list; a longer one asks the texts. */
const TOPIC_WORDS_MAX = 4;
/** Fewer words do not describe a paper that is asked for by name, or one that is asked about. */
const NAMING_MIN = 2;
const DESCRIBING_MIN = 3;

/** Reads a question: which command it is, with which options. */
export function read(meaning: Meaning): Reading {
  const reading = readingOf(meaning);
  const command = reading.is === 'invocation' ? reading.invocation.command : reading.is;
  if (!(reading.is === 'invocation' || command === 'of-found') || ['compare', 'fact'].includes(command))
    return reading;
  // Words of time that no option holds must not widen to everything.
  const dates = meaning.periods.length > 1 ? meaning.spans.filter((span) => has(span, 'DATE')) : [];
  const typed =
    dates.length > 0 ? meaning.line.slice(dates[0]?.start, dates.at(-1)?.end) : unreadTime(meaning);
  return typed === null ? reading : { is: 'unreadable', of: 'date', typed };
}

/** Marks by which prompts tell who speaks. */
const ROLE_MARK =
  /<\/?\s*(?:system|user|assistant|instructions?)\s*>|\[\/?INST\]|<\|im_|\bselect \*|<script\b/i;

/** Marks of a program's output that somebody pasted. */
const LOG_MARK = /Traceback \(most recent|npm ERR!|\b[A-Z]\w+(?:Error|Exception):/;

function readingOf(meaning: Meaning): Reading {
  const { spans, line } = meaning;
  if (ROLE_MARK.test(line)) return { is: 'chat', about: 'inject' };
  if (isArithmetic(meaning) || LOG_MARK.test(line)) return { is: 'chat', about: 'off-topic' };
  if (spans.length === 0) return { is: 'chat', about: 'nothing' };
  const missing = spans.filter((span) => has(span, 'MISSING')).flatMap(({ values }) => values);
  if (missing.length > 0) return { is: 'missing', typed: missing.join(', '), near: [] };
  const address = meaning.tags.has('inject') ? undefined : line.split(' ').find(isNoPaper);
  if (address !== undefined) return { is: 'unreadable', of: 'address', typed: address };
  const noDate = spans.find((span) => has(span, 'NO-DATE'));
  if (noDate) return { is: 'unreadable', of: 'date', typed: line.slice(noDate.start, noDate.end) };
  const compared = beside(meaning);
  if (compared !== null) return compared;
  const ofFound = factOfFound(meaning);
  if (ofFound !== null) return ofFound;
  const head = best(meaning);
  const ambiguous = spans.find((span) => has(span, 'PAPER') && span.values.length > 1);
  if (meaning.papers.length === 0)
    return lookUp(meaning, head) ?? described(meaning) ?? decide(meaning, head);
  return ambiguous !== undefined && isFact(head)
    ? whichPaper(line.slice(ambiguous.start, ambiguous.end), ambiguous.values, head, meaning)
    : decide(meaning, head);
}

/**
 * A paper that somebody remembers and describes: `what was the one called that turns papers into posters?`, …던 논문 며칠에
 * 올라왔더라.
 */
function described(meaning: Meaning): Reading | null {
  const { spans, tags, line, used, options } = meaning;
  if (spans.some((span) => has(span, 'AUTHOR', 'ORG', 'DATE'))) return null;
  if (options.sort !== undefined) return null;
  const own = spans.filter((span) => isContent(span) && !used.has(span));
  const query = describedIn(meaning, own.at(-1));
  const isOfIt = tags.has('it') && ASKED_OF_IT.some((tag) => tags.has(tag));
  const isOfPaper = isOfIt || spans.some((span) => has(span, 'paper', 'a-paper') || span.text === 'one');
  // `remote sensing and satellite papers above 20 upvotes` are many.
  const isLimited = Object.keys(options).some((name) => !OF_FACT.includes(name));
  const head =
    own.length >= DESCRIBING_MIN && !isLimited && (isOfPaper || OF_THE.test(line))
      ? best(meaning, new Set([...tags, 'PAPER']))
      : null;
  const of = String(isFact(head) ? head.options.of : '');
  if (head !== null && OF_CHOSEN.has(of) && of !== 'unknown' && (of !== 'code' || asksForCode(meaning)))
    return { is: 'quotes', query, isOfPaper, fact: (id) => factOf(head, [id], meaning) };
  const isOfWork = spans.some((span) => has(span, ...WORK) || /called$/.test(span.text));
  return isOfWork && asksForName(spans) && own.length >= NAMING_MIN
    ? { is: 'quotes', query, isOfPaper: true }
    : null;
}

/** What `it` is asked for if it is a paper: `embodied planner that knows when it needs 3d info` asks for nothing. */
const ASKED_OF_IT = tagList('listed vote author first-author last-author star code link org');

/** `the repo of the model that reads point clouds` */
const OF_THE = /\b(?:of|for|behind) (?:the|that) .*\bthat\b/;

/** What a name may be asked of: a paper, or what it made. */
const WORK = tagList('paper a-paper it title data-point result-point method-point');

function asksForName(spans: readonly Span[]): boolean {
  const isTitle = spans.some((span) => has(span, 'what')) || has(spans.at(-1), 'title');
  return spans.some((span) => has(span, 'name-of') || (isTitle && has(span, 'title')));
}

/** What ranks papers, and so may choose one of them. */
const RANKING = tagList('top most newest oldest fewest first last place ord second-of');
/** What a paper is chosen by; `most` alone may count papers. */
const CHOOSING = tagList('top newest oldest fewest first last place ord second-of vote star title');
/** What else may stand among the words that choose a paper. */
const AMONG = tagList(
  'NAMES most many few order relation present with num listed paper a-paper about by than ending unit-paper',
);

/** A word that stands for a paper: 제일 인기 있는 거, `the newest one`. */
export const THING = /^(?:(?:있는)?[거것게건꺼]|one)$/;

/**
 * The words that choose one paper: `the most upvoted paper of July`, 추천 1위 논문, 논문 중에 제일 인기 있는 거. Null
 * where a list is asked for, or something else than papers is ranked.
 */
function choiceIn({ spans, tags, options, papers, used }: Meaning): readonly Span[] | null {
  const { place, limit, sort } = options;
  const isEach = spans.some((span) => has(span, 'each') && !has(span, 'star'));
  const isList = (limit ?? 1) !== 1 || isEach;
  if (papers.length > 0 || isList || (place ?? sort) === undefined) return null;
  const isBeside = (span: Span) =>
    isGlue(span) ||
    isContent(span) ||
    has(span, ...CHOOSING, ...AMONG, 'author') ||
    (has(span, 'count') && used.has(span)) ||
    /^(?:수|개수|갯수)$/.test(span.text);
  const isOneThing = (span: Span) =>
    THING.test(span.text) || has(span, isKorean(span) || place !== undefined ? 'paper' : 'a-paper');
  for (const [at, ranking] of spans.entries()) {
    if (!has(ranking, ...RANKING)) continue;
    const ends = (span: Span, one: number) => !isBeside(span) || (one > at && beginsClause(span));
    const from = spans.slice(0, at + 1).findLastIndex(ends) + 1;
    const end = spans.findIndex((span, one) => one >= at && ends(span, one));
    const to = end < 0 ? spans.length : end;
    const nouns = spans.flatMap((span, one) => (from <= one && one < to && isOneThing(span) ? one : []));
    const isAlone = (place ?? limit) !== undefined && (nouns.length > 0 || !tags.has('paper'));
    const noun =
      nouns.find((one) => one > at) ?? (isAlone ? at : isKorean(ranking) ? undefined : nouns.at(-1));
    if (noun === undefined) continue;
    const own = isKorean(ranking)
      ? spans.slice(from, Math.max(noun, at) + 1)
      : spans.slice(Math.min(noun, at), to);
    if (own.some((span) => has(span, ...CHOOSING, 'author'))) return own;
  }
  return null;
}

/** Facts of a paper that a search may choose. */
const OF_CHOSEN = new Set(
  'day link votes authors first-author last-author author-count is-author code stars project keywords organization unknown'.split(
    ' ',
  ),
);

/** `who wrote the most upvoted paper of July?`, 7월 1위 논문 저자 몇 명이야: a fact of the paper that a search finds. */
function factOfFound(meaning: Meaning): Reading | null {
  const chosen = choiceIn(meaning);
  if (chosen === null) return null;
  const { spans, options, tags, used } = meaning;
  const isAsked = (span: Span) =>
    !chosen.includes(span) && !has(span, ...NAMES) && (!used.has(span) || has(span, 'code'));
  const asked = new Set([...tagsOf(spans.filter(isAsked)), 'PAPER']);
  // `is Song Han an author of the top paper?`
  const author = spans.find((span) => has(span, 'AUTHOR') && !chosen.includes(span));
  if (author !== undefined && WHETHER.test(spans[0]?.text ?? '')) asked.add('AUTHOR');
  const head = best(meaning, asked);
  const { of } = head?.options ?? {};
  if (!isFact(head) || !OF_CHOSEN.has(String(of))) return null;
  // A list shows votes; without a word for papers, authors or days may be ranked.
  const isOther =
    of === 'votes'
      ? !asked.has('count')
      : // `Qwen 조직 논문 1위`: the organization is given.
        (of === 'code' && !asksForCode(meaning)) || (of === 'organization' && tags.has('ORG'));
  const isNamed = tags.has('paper') || chosen.some((span) => has(span, 'a-paper') || THING.test(span.text));
  const isRanked = of === 'authors' || ['author', 'org', 'unit', 'when'].some((tag) => asked.has(tag));
  if (isOther || (!isNamed && isRanked)) return null;
  const dropped = ['show', 'limit', 'code', of === 'is-author' ? 'author' : ''];
  const kept = Object.entries(options).filter(([name]) => !dropped.includes(name));
  const { sort = 'votes', place } = options;
  // `how many stars does the top paper have` asks for stars and orders by votes.
  const isAmount = sort === 'stars' || sort === 'authors';
  const isOrder = !isAmount || chosen.some((span) => has(span, 'star', 'author'));
  const one = { sort: isOrder ? sort : 'votes', ...(place === undefined && { limit: 1 }) };
  const search = { ...Object.fromEntries(kept), ...one };
  use(meaning, 'paper', 'publish', 'listed', ...head.terms.flatMap(({ any }) => any));
  return {
    is: 'of-found',
    search: withTopic({ command: 'search', options: search }, meaning),
    fact: (id) => factOf(head, [id], { ...meaning, tags: asked }),
  };
}

/** How a question begins that wants a yes or no. */
export const WHETHER = /^(?:does|do|is|was|has|did|is there|are there|got|got a|any)$/;

/** Whether code is asked for, and is no condition: `does it have code?`, 코드 있어?, but not `with code`. */
function asksForCode({ spans }: Meaning): boolean {
  const at = spans.findLastIndex((span) => has(span, 'code'));
  const behind = spans.slice(at + 1).filter((span) => !has(span, 'ending', 'subject'));
  if (isKorean(spans[at]) || isKorean(behind[0]))
    return behind.every((span) =>
      /^(?:있(?:어요?|나요?|는지|니|을까요?|냐|음)|공개|돼|되어|링크|주소|뭐야|줘)$/.test(span.text),
    );
  const begin = clauseOf(spans, at).find((span) => !has(span, 'and', 'lead'));
  return /^(?:of|for)$/.test(behind[0]?.text ?? '') || WHETHER.test(begin?.text ?? '');
}

function decide(meaning: Meaning, head: Head | null): Reading {
  const { papers, spans, used, library, options } = meaning;
  const [paper = ''] = papers;
  // `3 dLLM papers with a repo, most upvoted`: several are asked for, and the name is what they are about.
  const isPlural = spans.some((span, at) => isPluralPaper(span) && has(spans[at - 1], 'PAPER'));
  if (isFact(head) && isPlural && (options.limit ?? options.sort) !== undefined) return listed(meaning);
  if (isFact(head) && head.options.of !== 'unknown') {
    // A fact accounts for every word of its clause: what asks more is looked for in the paper's texts.
    const at = spans.findIndex((span) => has(span, 'PAPER'));
    // `last-author` may be two words beside each other.
    const cues = head.terms.slice(1).flatMap(({ any }) => [...any, ...any.flatMap((tag) => tag.split('-'))]);
    const cue = spans.findIndex((span) => has(span, ...cues));
    // `MOVA (that makes video and sound)`, 영상을 만드는 MOVA 저자: what stands in brackets, or in Korean before what is asked,
    // describes it.
    const open = spans.findIndex((span, place) => place > at && span.gap.includes('('));
    const described = isKorean(spans[cue]) ? spans.slice(0, cue) : open < 0 ? [] : spans.slice(open);
    const title = words(library.archive.paper(paper)?.title ?? '');
    const more = clauseOf(spans, cue < 0 ? at : cue).filter(
      (span) => isContent(span) && !used.has(span) && !described.includes(span) && !title.includes(span.text),
    ).length;
    if (at >= 0 && more > 1) return { is: 'about', paper, question: meaning.line };
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

/** Fewer words may be a name for more than the paper. */
const TITLE_WORDS_MIN = 3;

const isPluralPaper = ({ text }: Span): boolean => text === 'papers';

/** What asks for papers without a form of its own. */
function isList({ tags, options, papers, spans }: Meaning): boolean {
  // `LongCite 논문 알려줘`
  // A whole title tells more than the organization beside it: `The Illusion of Thinking 애플 논문`.
  const isTitle = spans.some((span) => has(span, 'PAPER') && span.text.split(' ').length >= TITLE_WORDS_MIN);
  const isBare = Object.keys(options).every((name) => isTitle && name === 'organization');
  const isOfOne = papers.length === 1 && isBare;
  const isOfCard = isTitle || spans.every((span) => isGlue(span) || has(span, ...OF_CARD));
  if (isOfOne && isOfCard) return false;
  const isPlural = tags.has('paper') || tags.has('listed') || tags.has('digest');
  if (papers.length > 0 && !isPlural && options.sort === undefined) return false;
  return Object.keys(options).length > 0 || isPlural;
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
    // What is not known must not widen to everything: 네카라 신입 코테 많이 빡센가?
    const isUnknown = meaning.spans.some((span) => isContent(span));
    if (names.every((name) => name === 'sort') && isUnknown)
      return { is: 'quotes', query: describedIn(meaning) };
    if (names.length === 0)
      return tags.has('paper') && !tags.has('what') ? runs('today', {}) : { is: 'chat', about: 'abilities' };
    return runs('search', options);
  }
  return names.length === 0 && query.split(' ').length > TOPIC_WORDS_MAX
    ? { is: 'quotes', query: describedIn(meaning) }
    : runs('search', { query, ...options });
}

/** Words that ask for all that is held of a paper. */
const OF_CARD = tagList(
  'PAPER ORG summary what paper lead how relation listed it about and archive recommend',
);

/** Cues of a request for papers about a subject: `anything on diffusion models?`, 지식 증류 ㄱㄱ. */
const REQUESTING = tagList(
  'about present show recommend archive lead and publish relation field doing purpose can task hello self start',
);

function isRequest(meaning: Meaning): boolean {
  const { spans } = meaning;
  const content = spans.filter(isContent);
  return (
    content.length > 0 &&
    content.length <= TOPIC_WORDS_MAX &&
    spans.some(
      (span) =>
        !isContent(span) && !isGlue(span) && has(span, 'about', 'present', 'show', 'recommend', 'field'),
    ) &&
    content.every((span) => has(span, 'TOPIC') || isTerm(span.text)) &&
    spans.every((span) => isContent(span) || isGlue(span) || has(span, ...REQUESTING))
  );
}

function ofTexts(meaning: Meaning): Reading {
  const { papers, line, spans, tags } = meaning;
  const [paper, ...others] = papers;
  if (paper === undefined && isRequest(meaning)) return runs('search', { query: contentOf(meaning) });
  if (paper !== undefined && others.length === 0)
    return spans.every((span) => isGlue(span) || has(span, ...OF_CARD))
      ? runs('paper', { paper })
      : { is: 'about', paper, question: line };
  // `who trained you`, `show me your env`: asked of the bot, not of papers.
  const isAsked = ['what', 'who', 'which', 'how', 'why'].some((tag) => tags.has(tag));
  // `an ai that helps you design origami`: between words of its own it is anybody.
  const isAnybody = (at: number) =>
    !isAsked && spans.slice(0, at).some(isContent) && spans.slice(at + 1).some(isContent);
  const isOfBot = spans.some(
    (span, at) =>
      has(span, 'you') &&
      /^(?:you|your|u|ur|yours?|yourself|너|넌|너는)$/.test(span.text) &&
      !(/^(?:you|u)$/.test(span.text) && isAnybody(at)),
  );
  const isShort = spans.filter(isContent).length <= TOPIC_WORDS_MAX;
  if (isOfBot && isShort) return { is: 'chat', about: 'who-are-you' };
  const isAbout = contentOf(meaning) !== '' || spans.some(isContent);
  return isAbout ? { is: 'quotes', query: describedIn(meaning) } : { is: 'chat', about: 'of-what' };
}

/** A command for papers is about what content is left. */
function withTopic({ command, options }: Invocation, meaning: Meaning): Invocation {
  const isOfTopic =
    command === 'search' ||
    (command === 'compare' && options.what !== 'papers') ||
    (command === 'rank' && options.what !== 'co-authors');
  const query = isOfTopic && options.same_day === undefined ? contentOf(meaning) : '';
  return { command, options: query === '' ? options : { query, ...options } };
}

/** More words of a question are no name, and looking them up takes long. */
const NAME_SPANS_MAX = 20;
/** A title of more spans is written as one, or the words are no title. */
const TITLE_SPANS_MAX = 6;

/** What is of a paper that `on` or `for` names: `the last author on LongCite`. */
const OF_PAPER: readonly Tag[] = ['vote', 'author', 'first-author', 'last-author'];

/** What is asked of nothing else than a paper: its title was mistyped, if the archive does not have it. */
const OF_TITLE = ['author|link', 'who publish', 'count vote', 'when listed'].map((cues) => condition(cues));

/** Options that a question for a fact may fill; any other asks for a list. */
const OF_FACT = ['from', 'to', 'author', 'organization', 'code'];

/** A question for a fact of a paper that no name in it was spotted for: what is left of it is looked up as a title. */
function lookUp(meaning: Meaning, head: Head | null): Reading | null {
  const { tags, spans, options, library, line } = meaning;
  const withPaper = new Set([...tags, 'PAPER']);
  const asFact = best(meaning, withPaper);
  const isPlain =
    !spans.some((span, at) => has(span, 'about') && !has(spans[at - 1], ...OF_PAPER)) ||
    ['link', 'code', 'project', 'star', 'rank'].some((tag) => tags.has(tag));
  // A subject with a period asks for papers, not whether a paper is from then.
  const isDated = asFact?.terms.some(({ any, isOptional }) => !isOptional && any.includes('DATE'));
  if (asFact === null || !isOfPaper(asFact) || !isPlain || isDated) return null;
  // `boogu image` is Boogu-Image, not of Boogu.
  const content = spans.filter((span) => (isContent(span) || has(span, 'ORG')) && !meaning.used.has(span));
  const isNamed = content.some(isNameLike);
  const isVotes = head?.terms[0]?.any[0] === 'count-vote' && (!tags.has('paper') || isNamed);
  if (head !== null && !isVotes && scoreOf(asFact, withPaper) <= scoreOf(head, tags)) return null;
  const isOfPlace =
    asFact.options.of === 'organization' && !['which', 'what', 'who', 'where'].some((tag) => tags.has(tag));
  // `Baidu's OCR paper of March` is described, not named.
  const isOfPeriod = options.from !== undefined && (options.code ?? options.organization) !== undefined;
  const isOther = isOfPeriod || Object.keys(options).some((name) => !OF_FACT.includes(name));
  const [first] = content;
  if (isOther || isOfPlace || first === undefined || content.length > NAME_SPANS_MAX) return null;
  if (spans.some(({ text }) => text === 'papers')) return null;
  const last = spans.indexOf(content.at(-1) ?? first);
  const typed = line.slice(first.start, spans[last + Number(numberIn(spans[last + 1]) !== null)]?.end);
  const whole = paperMeant(typed, library);
  const meant = (whole.is === 'none' && nameBefore(content, typed, meaning)) || whole;
  const isSubject = !/\d/.test(typed) && content.every((span) => has(span, 'TOPIC') || isTerm(span.text));
  // `anything on virtual try-on that ships code?`, `virtual try-on with code`, `unlearning of 2025, with votes`
  const isLimited = options.from !== undefined || (options.code !== undefined && !asksForCode(meaning));
  const isListed = isSubject && (tags.has('about') || isLimited);
  if (meant.is === 'one' && !isListed)
    return decide({ ...meaning, papers: [meant.one.id], tags: withPaper }, asFact);
  if (meant.is === 'several' && !isListed) return whichPaper(typed, idsOf(meant.all), asFact, meaning);
  const isStrict = last - spans.indexOf(first) < TITLE_SPANS_MAX && OF_TITLE.some((isAsked) => isAsked(tags));
  // `RAG, 5 papers with many votes`: what the glossary has is a subject.
  return (isNamed || isStrict) && !isSubject && content.length <= TOPIC_WORDS_MAX
    ? { is: 'missing', typed, near: idsOf(meant.is === 'none' ? meant.near : []) }
    : null;
}

/** More words are no name that a description stands behind. */
const BEGIN_MAX = 4;

/** The paper whose name stands before a description: `crafter, the scientific figure one`, `Zamba 7B SSM 하이브리드`. */
function nameBefore(content: readonly Span[], typed: string, { spans, line, library }: Meaning) {
  const [first] = content;
  const clause = clauseOf(spans, first === undefined ? 0 : spans.indexOf(first));
  const begin = clause.filter((span) => content.includes(span));
  // The name has to be that of the paper that all the words describe best.
  const [{ id } = { id: '' }] = library.search.search(typed, {}, 1);
  const paper = library.archive.paper(id);
  const { papers } = namesOf(library.archive);
  const isNamed = begin.slice(0, BEGIN_MAX).some(({ end }) => {
    return papers.get(squash(line.slice(first?.start, end)))?.includes(id);
  });
  return paper !== undefined && isNamed ? ({ is: 'one', one: paper } as const) : null;
}

const idsOf = (papers: readonly Paper[]): readonly string[] => papers.map(({ id }) => id);

function whichPaper(typed: string, ids: readonly string[], head: Head, meaning: Meaning): Reading {
  return { is: 'which', typed, ids, onPick: (id) => factOf(head, [id], meaning) };
}

const isComparing = condition(
  'vote|more|top|versus|oldest|newest',
  'task author star AUTHOR ORG DATE PAPERS',
);

/** Whether it asks which of two. */
const isOfTwo = condition('which|who|than|more|less|vote versus|which|who|than|more|less');

/** Two papers beside each other, one of which at least no name was spotted for: both are looked up, or one is missing. */
function beside(meaning: Meaning): Reading | null {
  const { tags, spans } = meaning;
  if (!isComparing(tags)) return null;
  const [one, other] = sidesOf(spans).map((side) => sideOf(side, meaning));
  if (!one || !other) return null;
  const isNone = one.meant.is === 'none' && other.meant.is === 'none';
  if (isNone && !(one.isNamed && other.isNamed)) return null;
  const ids = [one, other].map(({ meant }) => (meant.is === 'one' ? meant.one.id : ''));
  const compare = (picked: string): Invocation => {
    const items = ids.map((id) => id || picked).join(';');
    return tags.has('oldest') || tags.has('newest')
      ? { command: 'fact', options: { paper: items, of: 'day' } }
      : { command: 'compare', options: { what: 'papers', items, by: 'votes' } };
  };
  for (const { typed, meant } of [one, other]) {
    if (meant.is !== 'none') continue;
    // `LLM or VLM papers with the most votes` and `difference of LoRA and QLoRA` name no two papers.
    const isPaper = one.meant.is === 'one' || other.meant.is === 'one';
    return isPaper || isOfTwo(tags) ? { is: 'missing', typed, near: idsOf(meant.near) } : null;
  }
  for (const { typed, meant } of [one, other])
    if (meant.is === 'several') return { is: 'which', typed, ids: idsOf(meant.all), onPick: compare };
  return { is: 'invocation', invocation: compare('') };
}

const SIDES: readonly Tag[] = ['than', 'or', 'versus', 'and'];

/** What stands on both sides of a word that compares, or before one: `A or B`, `A가 B보다`. */
function sidesOf(spans: readonly Span[]): readonly (readonly Span[])[] {
  const link = spans.findIndex(
    (span, at) => has(span, ...SIDES) && spans.slice(0, at).some(isName) && spans.slice(at).some(isName),
  );
  if (link >= 0) return [spans.slice(0, link), spans.slice(link + 1)];
  const before = spans.slice(
    0,
    Math.max(
      0,
      spans.findLastIndex((span) => has(span, 'than')),
    ),
  );
  const last = Math.max(0, before.findLastIndex(isName));
  const start = before.slice(0, last).findLastIndex((span) => !isName(span)) + 1;
  return [before.slice(0, start), before.slice(start)];
}

const isName = (span: Span): boolean => has(span, 'PAPER') || isContent(span);

/** The paper that one side of a comparison names. */
function sideOf(side: readonly Span[], { line, library }: Meaning) {
  const named = side.filter((span) => has(span, 'PAPER'));
  const own = named.length > 0 ? named : side.filter(isName);
  const [first] = own;
  if (first === undefined || own.length > NAME_SPANS_MAX) return null;
  const typed = line.slice(first.start, own.at(-1)?.end);
  return { typed, meant: paperMeant(typed, library), isNamed: own.some(isNameLike) };
}

/** What may stand in a question for a sum beside numbers and signs. */
const OF_SUM = tagList('arithmetic what count task sum how atleast less of not never-held');

/** `17*23`, `square root of 144`: numbers, what is done with them, and nothing else. */
function isArithmetic({ spans, line }: Meaning): boolean {
  const numbers = spans.filter((span) => numberIn(span) !== null);
  const isSum =
    numbers.some(({ gap }) => /[+*/×÷^x=%-]/.test(gap)) ||
    (numbers.length > 1 && spans.some((span) => has(span, 'what', 'task'))) ||
    spans.some((span) => has(span, 'arithmetic'));
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
