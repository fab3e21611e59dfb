import { findDates } from '../../text/dates/find.ts';
import { asks, takeLimit, takePlace } from './cues.ts';
import { isFrame, isSubject, type Rest, strip } from './function-words.ts';
import { pairsIn } from './pairs.ts';
import { type Masked, unmarked, unmask } from './placeholders.ts';
import type { Calendar, Dates, Order, Query, Scope, VoteRange } from './query.ts';
import { takeVotes } from './vote-range.ts';

const LIMIT = 5;
const LIMIT_MAX = 100;

/** `Did X write Y?`, `Is X an author of Y?` */
const DID_WRITE =
  /^\W*(?:did|has|is|was)\s+(.+?)\s+(?:co-?)?(?:write|written|author|an? (?:co-?)?author (?:of|on)|one of the authors of|among the authors of|(?:involved|participate|participated) in|(?:contribute|contributed) to|work(?:ed|ing)? on|part of)\s+(?!(?:any|an?|papers?|anything|something)(?:\s|$))(\S.*?)\s*$/i;

/** `Song Han이 VisionZip 저자야?` */
const DID_WRITE_KO =
  /^(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}|[가-힣]{2,5}(?: [가-힣]{1,5})?)(?:이|가|도|은|는)\s+(.+?)(?:의|을|를)?\s*(?:논문(?:의|을|를)?\s*)?(?:공저자|공동\s?저자|저자|썼|쓴\s?(?:사람|거|것|게))(?:\s?(?:중\s?(?:한\s?명|하나)|명단에))?(?:\S*|\s?\S{1,4})$/u;

/** Two facts asked for at once. */
const AND = /\band\b|,|그리고|(?:고|하고|이랑|랑|와|과|이며)\s/iu;

/** `papers on ranking`: a subject, though its word is one that questions are built of. */
const ON_SUBJECT =
  /\b(?:on|about)\s+(?!(?:the|that|this|these|those|each|every|a|an|any|which|what|how|it|one|day|days|average|top|record|file|here)\b)\p{L}/iu;

/** `sorted by votes`, `표 순서대로`. */
const BY_VOTES =
  /\b(?:ranked|sorted|ordered|sort|order) by (?:the )?(?:(?:up)?votes|popularity)\b|\bin order of (?:(?:up)?votes|popularity)\b|(?:표|득표|추천|인기)\s?(?:많은\s?|높은\s?)?(?:수\s?)?(?:순서대로|순서로|순으로)/giu;

/** `Song Han`, `Yann LeCun’s`. */
const FULL_NAME = /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u;

/** `who wrote the most voted paper`: who is asked for, but by the votes of papers. */
const OF_TOP_PAPERS =
  /(?:voted|liked|popular|best|top|number[- ]one|trending|hottest)\s*(?:paper|article|publication)|\b(?:paper|article|publication)s?\b.*\bvotes\b|(?:인기|최고|1위|표|추천|득표).*논문/i;

/** `authors with more than 5 papers`: people by how many papers they have, which is not counted. */
const AUTHORS_WITH =
  /\b(?:authors?|researchers?|people|who|names?)\b.*\b(?:more than|at least|over|fewer than|less than|exactly)\s*\d+\s*(?:papers?|publications?)|\d\s?편\s*(?:이상|이하|미만|초과|넘).*(?:저자|연구자|사람)|\d\s?명\s*(?:이상|이하|미만|초과|넘)/iu;

/** A question taken apart: what is left when dates and numbers are out, and what the frame leaves of that. */
interface Parts {
  readonly text: string;
  readonly rest: Rest;
  readonly dates: Dates | null;
  readonly limit: number | null;
  readonly place: number | null;
  readonly votes: VoteRange;
  readonly whole: string;
  /** As typed, without dates. */
  readonly typed: string;
  unmask(text: string): string;
}

/**
 * Reads a question in English or Korean. Facts are only what every word of it accounts for: a word left over that is
 * no name or title makes it a question to the texts.
 *
 * @param masked the question with the titles and ids that stand in it taken out
 */
export function readQuestion(masked: Masked, calendar: Calendar): Query {
  const whole = unmask(masked.text, masked);
  const { text: dateless, dates, unreadable } = findDates(masked.text, calendar);
  const voted = takeVotes(withoutUsual(dateless));
  const placed = takePlace(voted.text);
  const { limit, text } = takeLimit(placed.text);
  const rest = strip(text);
  const parts: Parts = {
    text,
    rest,
    dates,
    limit: limit === null ? null : Math.min(limit, LIMIT_MAX),
    place: placed.place,
    votes: voted.votes,
    whole,
    typed: dateless,
    unmask: (part) => unmask(part, masked),
  };
  const query = fact(parts);
  if (unreadable !== null) {
    const asksFact = query !== null && query.kind !== 'thing';
    return asksFact ? { kind: 'no-date', typed: unreadable } : passages(parts);
  }
  return query ?? passages(parts);
}

function passages({ whole, dates }: Parts): Query {
  return { kind: 'passages', text: whole, dates };
}

function fact(parts: Parts): Query | null {
  const { text, rest, dates } = parts;
  if (asks.beyond(text) || AUTHORS_WITH.test(parts.typed)) return null;
  if (rest.text === '') return aboutAll(parts);
  if (isByOthers(text)) return null;
  if (isSubject(text, rest)) return onSubject(parts);
  const one = parts.unmask(rest.text);
  const isMask = /^[\ue000-\ue0ff]$/.test(rest.text.trim().slice(0, 1)) && rest.text.trim().length <= 4;
  const pairs = pairsIn(rest.text).map(([a, b]): [string, string] => [parts.unmask(a), parts.unmask(b)]);
  if (pairs.length > 0 && asks.compares(text)) return { kind: 'compare', ways: pairs };
  if (asks.coAuthors(text) && !asks.votes(text)) return papersOf(parts, one, true);
  const written = asks.together(text) ? null : DID_WRITE_KO.exec(parts.typed);
  if (
    pairs.length > 0 &&
    written === null &&
    !asks.apart(rest.text) &&
    (asks.together(text) || (asks.papers(text) && !asks.authors(text) && !isMask))
  )
    return {
      kind: 'shared',
      ways: pairs,
      dates,
      ...parts.votes,
      sure: asks.together(text) || isByAuthor(text, rest),
      isCount: asks.count(text),
    };
  if (isOfSeveralFacts(text)) return { kind: 'thing', text: one };
  if (asks.listed(text)) return { kind: 'listed', paper: one };
  const wantsTop = isRanking(parts);
  if (asks.votes(text) && !wantsTop && isOfVotes(text)) {
    // With more or fewer than another paper has.
    if (/\bthan\b|보다/i.test(text)) return null;
    return isByAuthor(text, rest) && asks.papers(text) && asks.count(text)
      ? { kind: 'count', of: 'votes', sure: true, ...scopeOf(parts, one) }
      : { kind: 'votes', paper: one, dates };
  }
  const [, who = '', paper = ''] = DID_WRITE.exec(parts.typed) ?? written ?? [];
  if (strip(paper).text !== '' && !isFrame(who))
    return { kind: 'authors', paper: parts.unmask(paper), who: parts.unmask(who) };
  if (asks.authors(text) && !wantsTop && !asks.votes(text)) return { kind: 'authors', paper: one, who: null };
  if (isMask && !wantsTop && !asks.count(text)) return isBare(text, rest) ? ofPaper(parts, one) : null;
  if (asks.count(text) && asks.papers(text) && !wantsTop)
    return { kind: 'count', of: 'papers', sure: isByAuthor(text, rest), ...scopeOf(parts, one) };
  if (asks.papers(text) || wantsTop) return papersOf(parts, one, isByAuthor(text, rest));
  if (!isBare(text, rest)) return FULL_NAME.test(one) ? papersOf(parts, one, isByAuthor(text, rest)) : null;
  return dates === null && isOfAnyVotes(parts)
    ? { kind: 'thing', text: one }
    : papersOf(parts, one, isByAuthor(text, rest));
}

/** A paper and hardly more: whether it has so many votes and when it was listed is answered with what it has. */
function ofPaper(parts: Parts, paper: string): Query {
  const { dates } = parts;
  if (!isOfAnyVotes(parts)) return { kind: 'votes', paper, dates };
  return dates === null ? { kind: 'thing', text: paper } : { kind: 'listed', paper };
}

/** Whether some of an order are wanted, not all. */
function isRanking({ text, limit, place }: Parts): boolean {
  return asks.top(text) || asks.least(text) || asks.oldest(text) || limit !== null || place !== null;
}

/** Questions in which nothing is named but perhaps a period. */
function aboutAll(parts: Parts): Query | null {
  const { text, dates } = parts;
  if (ON_SUBJECT.test(text)) return null;
  const limit = parts.limit ?? LIMIT;
  // Votes are a paper's: who has the most of them is not counted.
  if (asks.active(text)) return asks.votes(text) ? null : { kind: 'active', dates, limit: parts.limit ?? 10 };
  if (asks.busiest(text)) {
    const unit = asks.months(text) ? 'month' : 'day';
    const by = asks.votes(text) ? 'votes' : 'papers';
    return { kind: 'busiest', unit, by, order: asks.least(text) ? 'fewest' : 'most', dates, limit };
  }
  const wantsTop = asks.top(text) || asks.least(text) || asks.oldest(text) || parts.place !== null;
  if (asks.count(text) && !wantsTop) {
    const of = countedIn(text);
    return of === null ? null : { kind: 'count', of, sure: true, ...scopeOf(parts, null) };
  }
  const isOfPeople = /누가|누구|\bwho(?:se)?\b|\bauthors?\b|\bresearchers?\b|저자|연구자/i.test(text);
  if (isOfPeople && !(wantsTop && OF_TOP_PAPERS.test(text))) return null;
  if (dates === null && asks.latest(text) && parts.limit === null && !wantsTop) return { kind: 'latest' };
  if (asks.papers(text) || wantsTop || asks.latest(text) || dates !== null || !isOfAnyVotes(parts))
    return papersOf(parts, null, true);
  return null;
}

function countedIn(text: string): 'papers' | 'votes' | 'days' | 'authors' | null {
  if (
    /\b(?:how many|number of) (?:(?!papers|articles|publications)\w+ ){0,2}(?:authors|people|researchers)\b/i.test(
      text,
    )
  )
    return 'authors';
  if (/\b(?:how many|number of) (?:different )?(?:days|digests)\b/i.test(text)) return 'days';
  // Where the papers are, in digests, on days, does not count these.
  if (/\b(?:how many|number of) (?:(?!(?:up)?votes)\w+ ){0,2}(?:papers|publications|articles)\b/i.test(text))
    return 'papers';
  if (/\b(?:days|digests)\b|(?:며칠|몇\s?일|다이제스트|날이?\s*몇)/i.test(text) && !asks.votes(text))
    return 'days';
  if (/(?:저자|연구자|사람).*(?:몇|수)/.test(text)) return 'authors';
  if (asks.votes(text)) return 'votes';
  return asks.papers(text) || /편/.test(text) ? 'papers' : null;
}

function papersOf(parts: Parts, who: string | null, sure: boolean): Query {
  const { text, limit, place } = parts;
  const single = isSingle(text);
  const order = orderOf(text);
  const ranked =
    asks.top(text) ||
    asks.least(text) ||
    limit !== null ||
    (order === 'newest' && single) ||
    order === 'oldest';
  return {
    kind: 'papers',
    order,
    limit: ranked && place === null ? (limit ?? (single ? 1 : LIMIT)) : null,
    place,
    sure,
    ...scopeOf(parts, who),
  };
}

function orderOf(text: string): Order {
  if (asks.oldest(text)) return 'oldest';
  if (asks.least(text)) return 'fewest';
  return asks.latest(text) && !asks.votes(text) ? 'newest' : 'votes';
}

/** Leaves out what is so without being said: that the whole archive is meant, and that most votes come first. */
function withoutUsual(text: string): string {
  return text
    .replace(BY_VOTES, ' ')
    .replace(/\bvery (?=first|oldest|latest|newest|best|top)/giu, '')
    .replace(/\b(?:common|mutual) (papers|publications|articles)\b/giu, '$1 together')
    .replace(/\bdoes (?:the|this|your) (?:archive|bot) (?:cover|span)\b/giu, ' are there ')
    .replace(/\b(?:of|in) all[ -]?time\b|\ball[ -]time\b|\bhall of fame\b|명예의\s?전당/giu, ' ');
}

function scopeOf({ dates, votes }: Parts, who: string | null): Scope {
  return { who, dates, ...votes };
}

function isOfAnyVotes({ votes: { minVotes, maxVotes } }: Parts): boolean {
  return minVotes === null && maxVotes === null;
}

/** `the most-voted paper`, `which paper got`, `1위 논문`: one is wanted. */
function isSingle(text: string): boolean {
  if (/\bpapers|\barticles|\bpublications|논문들|목록|순위|랭킹|베스트/i.test(text)) return false;
  if (
    /\bpaper\b|\barticle\b|\bpublication\b|\bwhat got\b|number[- ]one|1위|인기작|대표작|히트작|첫\s?(?:번째\s*)?논문|처음|최초의?\s*논문/i.test(
      text,
    )
  )
    return true;
  return /(?:가장|제일|최다|최고).*논문(?:은|이|을|의)?(?:\s|$)|논문\s*중\S*\s.*(?:가장|제일)/.test(text);
}

/** The words around a rest say that it is an author: `by X`, `X's papers`, `has X published`, `X가 쓴`. */
function isByAuthor(text: string, { start, end, text: rest }: Rest): boolean {
  const before = text.slice(0, start).trimEnd();
  const after = text.slice(end).trimStart();
  return (
    /(?:\b(?:by|from|of|authors?|written by|authored by)|\b(?:has|have|did|does|had))$/i.test(before) ||
    /['’]s?$/i.test(rest) ||
    /^(?:has|have|had|wrote|writes?|written|published|authored|publish)\b/i.test(after) ||
    (/(?:이|가|은|는|께서)$/u.test(rest) &&
      /^(?:\S+\s+){0,3}(?:쓴|썼|발표|낸|저술|집필|참여|작성|올린|공저|게재)/u.test(after)) ||
    /^(?:이|가|은|는)?\s*저자(?:의|인|가)?/u.test(after)
  );
}

/** What others did with a paper, its authors did not: `papers voted by X`. */
function isByOthers(text: string): boolean {
  return /\b(?:up)?(?:voted|reviewed|cited|liked|recommended|read|edited|accepted|rejected|funded|sponsored) by\b/i.test(
    text,
  );
}

/** `Who wrote the paper about swimming robots?`: one paper is meant, though it is not named. */
function onSubject({ text, dates }: Parts): Query | null {
  if (!/\b(?:the|that) (?:paper|article|work)\b/i.test(text) || isOfSeveralFacts(text)) return null;
  if (asks.listed(text)) return { kind: 'on-subject', fact: 'listed', dates };
  if (asks.authors(text)) return { kind: 'on-subject', fact: 'authors', dates };
  return asks.votes(text) && asks.count(text) ? { kind: 'on-subject', fact: 'votes', dates } : null;
}

/** `Who wrote it and when was it listed?`: the card has both. */
function isOfSeveralFacts(text: string): boolean {
  const facts = [asks.authors(text), asks.listed(text), asks.votes(text) && isOfVotes(text)];
  return facts.filter((isAsked) => isAsked).length > 1 && AND.test(text);
}

/** Whether votes are what is asked for: a 표 is a table as well, and popular is said of many things. */
function isOfVotes(text: string): boolean {
  return asks.count(text) || /득표|추천|\bvote[sd]?\b|upvote|몇|받/i.test(text);
}

/** Whether hardly more was typed than what is left over. */
function isBare(text: string, { text: rest }: Rest): boolean {
  const around = text.replace(rest, ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  return around.length <= 4;
}

/** A question as it is taken apart: one line, nothing in it that stands for something else. */
export function tidied(question: string): string {
  return unmarked(question.normalize('NFC'))
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[?？！!。.]+$/u, '')
    .trim();
}
