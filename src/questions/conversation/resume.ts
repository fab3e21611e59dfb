import { given, type Invocation } from '../../answers/invocation.ts';
import type { Days } from '../../text/dates/parts.ts';
import { paperMeant } from '../read/lookups.ts';
import { contentOf, isContent, type Meaning } from '../read/meaning.ts';
import { read, WHETHER } from '../read/read.ts';
import type { Chat, Reading } from '../read/reading.ts';
import { has } from '../read/span.ts';
import { CONVERSATION } from '../read/words.ts';
import { asSearch, type Thread } from './before.ts';
import { edited } from './editing.ts';
import {
  hasTag,
  isLed,
  isOnly,
  isOnlyForm,
  OF_WHAT,
  type Resumed,
  runs,
  type TalkedOf,
  without,
} from './follow-up.ts';
import {
  about,
  asEnd,
  atEnd,
  chosen,
  listed,
  more,
  ofCompared,
  ofPapers,
  ofPerson,
  ofPlace,
  ofThem,
  ofTime,
  ofWork,
  otherEnd,
  placed,
  step,
  thatOne,
  wordsOfOne,
} from './pointing.ts';

/**
 * Reads a question that goes on from another by changing options of the invocation before it. What is complete by itself
 * is read by itself; what leaves something out that nothing before tells is asked back.
 */
export function resume(meaning: Meaning, thread: Thread): Resumed {
  const { before, shown } = thread;
  const search = before && asSearch(before, meaning.calendar);
  const { from, to } = (search ?? before)?.options ?? {};
  const [id = ''] = shown;
  const known: TalkedOf = {
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
    if (found !== null) return { ...withList(found, known), goesOn: true };
  }
  const isOpen = isPartOfNothing(meaning, known) || (!isWhole && leavesOut(meaning, goesOn));
  return isOpen ? OF_WHAT : withPaper({ reading: known.alone }, known);
}

/** `only 2025`, 24년 것만 without a list before, and `in March?` behind an answer that is none. */
function isPartOfNothing(meaning: Meaning, { before, search, shown }: TalkedOf): boolean {
  if (search !== null) return false;
  const isOneOf = meaning.spans.some(({ text }) => /^(?:only|just|[것거꺼]?만)$/.test(text));
  if (isOneOf && isOnly(meaning, 'DATE', 'lead', 'only', 'ending', 'show', 'with', 'code')) return true;
  return (before !== null || shown.length > 0) && isOnly(meaning, 'DATE', 'lead', 'ending');
}

/** Whether a question leads on, or names a place of no list, and nothing tells what it goes on from. */
function leavesOut(meaning: Meaning, goesOn: boolean): boolean {
  const { options, papers, authors, tags, spans } = meaning;
  // At the beginning of a conversation `so how many papers in May?` leads on from nothing and is complete.
  const isNew =
    papers.length > 0 || (!goesOn && (tags.has('paper') || !isOnlyForm(without(options, ['sort']))));
  const isOfList =
    options.place !== undefined && options.from === undefined && !tags.has('paper') && !tags.has('archive');
  // 그중에 비디오 논문은?
  // 여기서 is in this archive where there is nothing before.
  const isThem = spans.some((span) => has(span, 'them') && (goesOn || !span.text.startsWith('여기')));
  const isOfThem = isThem && papers.length + authors.length === 0 && options.from === undefined;
  return isOfThem || ((isLed(meaning) || isOfList) && !isNew && !spans.some(isContent));
}

/** A fact of another paper remembers the one before: `which of the two has more votes?` */
function withPaper({ reading }: Resumed, { only }: TalkedOf): Resumed {
  const { command = '', options = {} } = reading.is === 'invocation' ? reading.invocation : {};
  const isOther = only !== null && ['fact', 'paper'].includes(command) && options.paper !== only.id;
  return isOther ? { reading, kept: { was: only.id } } : { reading };
}

/** A fact of a list's paper remembers the list. */
function withList({ reading, kept }: Resumed, { search, list }: TalkedOf): Resumed {
  const command = reading.is === 'invocation' ? reading.invocation.command : reading.is;
  const isOfPaper = ['about', 'fact', 'paper'].includes(command);
  return isOfPaper
    ? { reading, kept: { list: search ?? list, ...kept } }
    : { reading, ...(kept && { kept }) };
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

/** Whether a question behind none, one about a paper or a comparison is about papers or people of its own. */
function isOfAll(alone: Reading, before: Invocation | null): boolean {
  const isOfList = before !== null && !['fact', 'paper', 'compare'].includes(before.command);
  if (alone.is !== 'invocation' || isOfList) return false;
  const { command, options } = alone.invocation;
  if (command === 'search') return options.query !== undefined && Object.keys(options).length > 1;
  return command === 'rank' && (options.what === 'days' || options.what === 'months');
}

/** Whether a question says by itself which papers are meant and what is asked of them. */
function isComplete(meaning: Meaning, { before, alone }: TalkedOf): boolean {
  const { tags, options, papers, authors, organizations, spans } = meaning;
  if (standsAlone(alone)) return true;
  const content = spans.filter((span) => isContent(span) && !meaning.used.has(span)).length;
  if (isLed(meaning)) return false;
  // `HuMo는?` asks the same of another paper.
  if (papers.length > 0) return !isOnly(meaning, 'PAPER', 'lead', 'and', 'not');
  if (isOfAll(alone, before)) return true;
  if (hasTag(meaning, ...CONVERSATION.pointing) || wordsOfOne(meaning).length > 0) return false;
  if (content > SUBJECT_WORDS_MAX) return true;
  const isNamed = authors.length + organizations.length > 0 || options.title !== undefined;
  const hasNoun = hasTag(meaning, 'paper', 'author', 'digest', 'org');
  const hasOrder = options.sort !== undefined || hasTag(meaning, 'count', 'sum', 'average');
  // Another name takes the place of an author: `Yao Lu는?`
  const isOfAuthor = before?.command === 'author' || before?.options.author !== undefined;
  // `by KAIST` beside nothing else narrows the list before.
  const isNarrowing =
    isOnly(meaning, ...'ORG AUTHOR by with not lead can publish'.split(' ')) && before?.command === 'search';
  const hasPeriod = options.from !== undefined || tags.has('archive');
  return (
    (isNamed && !isNarrowing && (hasNoun || hasOrder || !isOfAuthor)) ||
    (hasNoun && (content > 0 || (hasPeriod && hasOrder)))
  );
}

/** `more votes than SurveyX?`, `does Song Han have more?`, 4월보다 많아?, 둘이 차이가 얼마?: what was talked of beside another. */
function against(meaning: Meaning, known: TalkedOf): Resumed | null {
  const { tags, spans, papers, authors, periods, library, options } = meaning;
  const { before, only, was, search, days, shown } = known;
  const isThan = hasTag(meaning, 'than', 'versus') || spans.some(({ text }) => text.endsWith(' than'));
  const isMore =
    hasTag(meaning, 'more', 'less') && hasTag(meaning, 'who', 'which', 'relation', 'many', 'few');
  const isAdded = before?.command === 'compare' && hasTag(meaning, 'join');
  if (!(isThan || isMore || isAdded) || hasTag(meaning, 'num', 'newest', 'oldest', 'star', 'author'))
    return null;
  const isOfPaper = !tags.has('paper') && ['fact', 'paper', 'search'].includes(before?.command ?? '');
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
  // `throw MMSkills in the mix` after a comparison of papers
  const added = isAdded ? (named[String(before.options.what)] ?? []) : [];
  if (isAdded && added.length > 0)
    return runs('compare', { ...before.options, items: [before.options.items, ...added].join(';') });
  // `by how much?` after a comparison, which says so.
  if (before?.command === 'compare' && tags.has('versus') && isBare) return runs('compare', before.options);
  // 둘 추천수 차이가 얼마야? after two papers
  if (isBare && shown.length === 2 && isOfPaper && tags.has('versus'))
    return runs('compare', { what: 'papers', items: shown.join(';'), by: 'votes' });
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
function isOn(meaning: Meaning, { only }: TalkedOf): Resumed | null {
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

/** Ways in which an incomplete question goes on from the answer before; the first that reads it counts. */
const WAYS = [
  otherEnd,
  ofCompared,
  thatOne,
  chosen,
  step,
  ofWork,
  ofPerson,
  ofPlace,
  listed,
  more,
  ofTime,
  atEnd,
  placed,
  ofThem,
  asEnd,
  ofPapers,
  edited,
  about,
];
