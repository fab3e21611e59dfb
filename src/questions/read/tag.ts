import { papersHeld } from '../../archive/ids.ts';
import type { Search } from '../../search/index.ts';
import type { Calendar } from '../../text/dates/calendar.ts';
import { editDistance } from '../../text/distance.ts';
import { isEnglish, isEnglishPhrase, isKoreanTerm } from '../../text/lexicon/concepts.ts';
import { isInitial } from '../../text/names/name-words.ts';
import { squash } from '../../text/tokens.ts';
import { findDates } from '../dates/find.ts';
import { withTopics } from '../dates/unread.ts';
import type { Library } from '../library.ts';
import { isContent } from './meaning.ts';
import { mayBeginName, type Names, namesOf } from './names.ts';
import { has, isKorean, type Span } from './span.ts';
import { type Token, tokensOf, typedOf } from './tokens.ts';
import { KNOWN, PHRASE_MAX, PHRASES, SPELLABLE, STEMS, type Tag } from './words.ts';

/** Words of a title, or of another name. */
const NAME_WORDS_MAX = 25;
const AUTHOR_WORDS_MAX = 4;
/** Pieces of words of a phrase of the glossary. */
const TERM_WORDS_MAX = 8;
const QUOTED = /["“”«»「」『』]([^"“”«»「」『』]{1,200})["“”«»「」『』]/gu;
/** Typing mistakes that are tolerated in a cue, by its length. */
const typosIn = (length: number): number => (length < 4 ? 0 : length < 9 ? 1 : 2);

/** What some tokens up to, but without, another are together. */
interface Piece {
  readonly to: number;
  readonly tags: readonly Tag[];
  readonly values?: readonly string[];
  /** As it is spelled right. */
  readonly text?: string;
}

/** A name that was found. */
interface Spotted extends Piece {
  readonly from: number;
  readonly values: readonly string[];
}

/** Reads a question as a list of tagged spans, dates put together. */
export function tag(line: string, library: Library, calendar: Calendar): readonly Span[] {
  const tokens = tokensOf(line);
  const names = spotNames(line, tokens, library);
  const spans = spansOf(tokens, names, library);
  return withTopics(withDates(withVersions(withGlosses(spans)), calendar));
}

/** In `얀 르쿤(Yann LeCun)` the words before the bracket are the same name again: they are no topic. */
function withGlosses(spans: readonly Span[]): readonly Span[] {
  const isSame = (span: Span, name: Span) =>
    span.tags.length === 0
      ? isKorean(span)
      : has(span, 'org') || (span.values.length > 0 && span.values[0] === name.values[0]);
  const isGlossed = (at: number) =>
    spans.some(
      (name, place) =>
        place > at &&
        has(name, 'PAPER', 'AUTHOR', 'ORG') &&
        /^\s?\($/.test(name.gap) &&
        spans.slice(at, place).every((span) => isSame(span, name)),
    );
  // `GLM-5 (the vibe coding one)`: what a bracket says of a paper, or of an organization, is no topic.
  const isRemark = (at: number) => {
    const open = spans.findLastIndex(({ gap }, place) => place <= at && /^\s*\(/.test(gap));
    const isOpen = !spans.slice(open + 1, at + 1).some(({ gap }) => gap.includes(')'));
    if (!isOpen) return false;
    // `Serena Yeung (stanford i think)`
    if (has(spans[at], 'ORG')) return has(spans[open - 1], 'AUTHOR');
    return spans[at]?.tags.length === 0 && has(spans[open - 1], 'PAPER', 'ORG', 'AUTHOR');
  };
  return spans.map((span, at) => (isGlossed(at) || isRemark(at) ? { ...span, tags: ['function'] } : span));
}

/** The papers that a line names by title. */
export function papersByTitle(
  line: string,
  library: Library,
): readonly { readonly id: string; readonly start: number }[] {
  const tokens = tokensOf(line);
  return spotNames(line, tokens, library).flatMap(({ from, tags, values: [id = '', ...others] }) =>
    tags.includes('PAPER') && others.length === 0 ? [{ id, start: tokens[from]?.start ?? 0 }] : [],
  );
}

function spotNames(line: string, tokens: readonly Token[], library: Library): readonly Spotted[] {
  const names = namesOf(library.archive);
  const found: Spotted[] = [...marked(line, tokens, library, names)];
  const isFree = (at: number) => !found.some(({ from, to }) => from <= at && at < to);
  for (let at = 0; at < tokens.length; at++) {
    if (!isFree(at)) continue;
    const name = nameAt(tokens, at, names);
    const author = authorAt(tokens, at, library);
    const best = author !== null && author.to > (name?.to ?? 0) ? author : name;
    if (best === null || !isFree(best.to - 1)) continue;
    // `peer review scores` are asked for, and no subject.
    if (best.tags.includes('TOPIC') && (phraseIn(tokens.slice(at), library.search)?.to ?? 0) > best.to - at)
      continue;
    const whole = best.tags.includes('PAPER')
      ? withTitle(writtenSo(best, tokens, library), tokens, library)
      : best;
    found.push(whole);
    at = whole.to - 1;
  }
  return found;
}

/** Ids, addresses and what stands in quotes. */
function* marked(
  line: string,
  tokens: readonly Token[],
  { archive }: Library,
  names: Names,
): Generator<Spotted> {
  const covering = (start: number, end: number) => {
    const from = tokens.findIndex((one) => one.end > start);
    const to = tokens.findLastIndex((one) => one.start < end) + 1;
    return { from, to };
  };
  for (const { id, start, end } of papersHeld(line, archive)) {
    yield {
      ...covering(start, end),
      tags: [archive.paper(id) === undefined ? 'MISSING' : 'PAPER'],
      values: [id],
    };
  }
  for (const { 0: whole, 1: inner = '', index } of line.matchAll(QUOTED)) {
    const letters = lettersOf(tokensOf(inner));
    const ids = names.papers.get(letters);
    const organization = ids === undefined ? names.organizations.get(letters) : undefined;
    const place = covering(index, index + whole.length);
    if (place.from < 0 || place.to <= place.from) continue;
    if (organization !== undefined)
      yield { ...place, tags: ['ORG', organization.evidence], values: [organization.name] };
    else yield { ...place, tags: [ids === undefined ? 'QUOTE' : 'PAPER'], values: ids ?? [inner.trim()] };
  }
}

function lettersOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text.replace(/[^\p{L}\p{N}]/gu, '')).join('');
}

/** The longest title, organization or subject of several words that begins at a token. */
function nameAt(tokens: readonly Token[], at: number, names: Names): Spotted | null {
  let letters = '';
  let best: Spotted | null = null;
  for (let to = at + 1; to <= Math.min(tokens.length, at + NAME_WORDS_MAX); to++) {
    const own = tokens.slice(at, to);
    letters += lettersOf(own.slice(-1));
    if (to - at > TERM_WORDS_MAX && !mayBeginName(letters, names)) break;
    const named = namedBy(letters, own, tokens, names);
    if (named !== null && !isContinued(tokens[to])) best = { from: at, to, ...named };
  }
  return best;
}

function namedBy(
  letters: string,
  own: readonly Token[],
  tokens: readonly Token[],
  names: Names,
): Pick<Spotted, 'tags' | 'values'> | null {
  const { papers, coined, organizations, topics } = names;
  const ids = mayBeginName(letters, names) ? papers.get(letters) : undefined;
  if (ids !== undefined && isTitle(letters, own, coined)) return { tags: ['PAPER'], values: ids };
  const organization = organizations.get(letters);
  // `which of them is most liked` does not ask for Themis.
  const isOfCues = own.length > 1 && own.every(({ text }) => PHRASES.has(text));
  if (organization !== undefined && !KNOWN.has(letters) && !isOfCues)
    return { tags: ['ORG', organization.evidence], values: [organization.name] };
  // What ends a word is no topic: 몇 편인지.
  const [first] = own;
  const isEnding = first !== tokens[0] && first?.tags.includes('ending');
  const isTopic = topics.has(letters) || (own.length <= TERM_WORDS_MAX && isTerm(own));
  return isTopic && !isEnding ? { tags: ['TOPIC'], values: [] } : null;
}

/** Whether words, of which one at least cues nothing, are a phrase of the glossary: 다중 작업, `test time`. */
function isTerm(own: readonly Token[]): boolean {
  const typed = typedOf(own);
  if (/^[가-힣 ]+ [가-힣 ]+$/.test(typed))
    return (
      isKoreanTerm(typed.replaceAll(' ', '')) &&
      typed.split(' ').some((word) => word.length > 1 && !STEMS.has(word))
    );
  const all = own.map(({ text }) => text);
  return (
    isEnglishPhrase(all) &&
    !PHRASES.has(all.join(' ')) &&
    all.some((word) => !PHRASES.has(word)) &&
    !/^(?:up|of|against)$/.test(all.at(-1) ?? '')
  );
}

/** Whether words that a title has name that paper, and are no words that people use otherwise. */
function isTitle(letters: string, own: readonly Token[], coined: ReadonlySet<string>): boolean {
  const typed = typedOf(own);
  // `faster` is not FASTER, `game world` not GameWorld.
  const isNameTyped = /\p{L}[\p{Lu}\d]/u.test(typed);
  const isSure = own.slice(1).every(isJoined)
    ? coined.has(letters) && !KNOWN.has(letters)
    : own.some(({ text }) => !PHRASES.has(text));
  return isSure && (isNameTyped || !isEnglish(letters));
}

/** Of papers whose names have the same letters those that are written as typed: ReForm is not Re:Form. */
function writtenSo(found: Spotted, tokens: readonly Token[], { archive }: Library): Spotted {
  const typed = typedOf(tokens.slice(found.from, found.to)).toLowerCase();
  const same = found.values.filter((id) => archive.paper(id)?.title.toLowerCase().startsWith(typed));
  return same.length > 0 ? { ...found, values: same } : found;
}

/** A spotted paper with the words behind it that go on with its title: `LightMem: Lightweight and Efficient`. */
function withTitle(found: Spotted, tokens: readonly Token[], { archive }: Library): Spotted {
  let { to } = found;
  let ids = found.values;
  let letters = lettersOf(tokens.slice(found.from, to));
  for (; to < tokens.length; to++) {
    letters += lettersOf(tokens.slice(to, to + 1));
    const longer = ids.filter((id) => squash(archive.paper(id)?.title ?? '').startsWith(letters));
    if (longer.length === 0) break;
    ids = longer;
  }
  return { ...found, to, values: ids };
}

/** Whether a token is written in one with the one before it: the 5 of `Qwen2.5`. */
const isJoined = ({ gap }: Token): boolean => /^[-.+_/]?$/.test(gap);

/** Whether a name goes on with a token: `VisionZip-2` is not VisionZip. Particles do not count. */
function isContinued(next: Token | undefined): boolean {
  return (
    next !== undefined && next.tags.length === 0 && !/^[가-힣]/.test(next.text) && /^[-.+_]$/.test(next.gap)
  );
}

/** The longest name of an author that begins at a token. */
function authorAt(tokens: readonly Token[], at: number, { archive }: Library): Spotted | null {
  for (let to = Math.min(tokens.length, at + AUTHOR_WORDS_MAX); to > at + 1; to--) {
    const own = tokens.slice(at, to);
    if (!mayBeAuthor(own)) continue;
    const matches = archive.findAuthors(typedOf(own).replace(/['’]s?$/, ''));
    const { exact, spellings } = matches;
    // `Fei-Fei Li` is Li Fei-Fei, and not Fei Li.
    const found = spellings.length === 0 && own.length > 2 && exact === null ? matches.swapped : spellings;
    const names = exact === null ? found.map(({ name }) => name) : [exact.name];
    if (names.length > 0) return { from: at, to, tags: ['AUTHOR'], values: names };
    // `song hans papers`
    const owner = /.s$/.test(typedOf(own)) ? archive.findAuthors(typedOf(own).slice(0, -1)) : null;
    const [named = null] =
      owner === null ? [] : [owner.exact, ...owner.spellings].filter((one) => one !== null);
    if (named !== null) return { from: at, to, tags: ['AUTHOR'], values: [named.name] };
  }
  return null;
}

/** Whether words may be a name: written as one, or cues only where the archive's names have them as well. */
function mayBeAuthor(own: readonly Token[]): boolean {
  const isWritten = own.every(
    ({ tags, text, gap, possessive }, place) =>
      tags.length === 0 &&
      !/\d/.test(text) &&
      (place === 0 || /^[\s.'’-]+$/.test(gap)) &&
      (place === own.length - 1 || !possessive),
  );
  const areLarge = own.every(({ typed }) => /^\p{Lu}/u.test(typed));
  // A month that belongs to a known author is one of their names: `Jun Zhu`.
  // So is a letter between two others: `noah a. smith`.
  const known = own.filter(
    ({ text }, place) =>
      PHRASES.has(text) &&
      !PHRASES.get(text)?.[0]?.startsWith('month:') &&
      !(text.length === 1 && place > 0 && place < own.length - 1),
  );
  const isCue = known.length === own.length || known.some(({ text }) => PHRASES.get(text)?.[0] !== 'person');
  return isWritten && (areLarge || !isCue) && !own.every(({ text }) => isInitial(text));
}

function spansOf(tokens: readonly Token[], names: readonly Spotted[], library: Library): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < tokens.length; ) {
    const { to, tags, values = [], text } = pieceAt(tokens, at, names, library);
    const own = tokens.slice(at, to);
    const { start = 0, gap = '', typed = '' } = own[0] ?? {};
    const { end = 0, possessive = false } = own.at(-1) ?? {};
    spans.push({
      text: text ?? own.map((one) => one.text).join(' '),
      tags,
      values,
      start,
      end,
      gap,
      isLarge: /^\p{Lu}/u.test(typed),
      possessive,
    });
    at = to;
  }
  return spans;
}

/** A name, a compound without a cue, a cue of one token or several, or a word that cues nothing. */
function pieceAt(
  tokens: readonly Token[],
  at: number,
  names: readonly Spotted[],
  { search }: Library,
): Piece {
  const name = names.find(({ from }) => from === at);
  if (name !== undefined) return name;
  const limit = Math.min(tokens.length, ...names.filter(({ from }) => from > at).map(({ from }) => from));
  const free = tokens.slice(at, limit);
  const compound = compoundIn(free);
  if (compound > 1) return { to: at + compound, tags: [] };
  const { text = '', tags = [] } = free[0] ?? {};
  if (tags.length > 0) return { to: at + 1, tags };
  const phrase = phraseIn(free, search);
  return phrase === null ? { to: at + 1, tags: plainTags(text) } : { ...phrase, to: at + phrase.to };
}

/** Numbers and ordinals in digits. */
function plainTags(text: string): readonly Tag[] {
  if (/^\d{1,8}$/.test(text)) return [`num:${Number(text)}`];
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(text)?.[1];
  return ordinal === undefined || ordinal === '0' ? [] : [`ord:${ordinal}`];
}

/** How many tokens make a compound of which a part is no cue: `chain-of-thought`, `Qwen2.5`. */
function compoundIn(tokens: readonly Token[]): number {
  // `protein-related papers`
  const end = tokens.findIndex(
    ({ tags, gap, text }, place) =>
      place > 0 && (tags.length > 0 || !/^[-./+_]$/.test(gap) || /^(?:related|themed)$/.test(text)),
  );
  const own = tokens.slice(0, end < 0 ? undefined : end);
  const isForeign = own.some(({ text }) => !PHRASES.has(text) && !/^(?:[\d#&가-힣]|[qh][1-4]$)/.test(text));
  return isForeign && !PHRASES.has(own.map(({ text }) => text).join(' ')) ? own.length : 0;
}

/** The longest cue that tokens begin with, misspelt words corrected. */
function phraseIn(tokens: readonly Token[], search: Search): Piece | null {
  let text = '';
  let best: Piece | null = null;
  for (const [place, token] of tokens.slice(0, PHRASE_MAX).entries()) {
    if (token.tags.length > 0 || (place > 0 && !/^[\s/-]*$/.test(token.gap))) break;
    const word = KNOWN.has(token.text) ? token.text : (corrected(token, search) ?? token.text);
    text = text === '' ? word : `${text} ${word}`;
    const tags = PHRASES.get(text);
    if (tags !== undefined) best = { to: place + 1, tags, text };
  }
  return best;
}

/** The cue that a misspelt word means; never for a word that papers have, nor for one written as a name. */
function corrected({ text, typed, start }: Token, search: Search): string | null {
  const most = typosIn(text.length);
  if (most === 0 || !/^[a-z]+$/.test(text)) return null;
  if (start > 0 && /^\p{Lu}/u.test(typed)) return null;
  if (search.papersWith(text) > 0) return null;
  let best: string | null = null;
  let least = most + 1;
  for (const word of SPELLABLE.get(text[0] ?? '') ?? []) {
    if (Math.abs(word.length - text.length) > most) continue;
    const distance = editDistance(text, word, most);
    // In short words only letters in another order are a mistake: pasta is not past, junk is not June.
    if (distance < least && (word.length > 4 || lettersIn(word) === lettersIn(text))) {
      least = distance;
      best = word;
    }
  }
  return best;
}

const lettersIn = (word: string): string => [...word].sort().join('');

/** In `Qwen 2.5`, `not 2.5` both numbers are one word of a name; elsewhere 2.5 is a day in February, but 2.0 and 13.5 are none. */
function withVersions(spans: readonly Span[]): readonly Span[] {
  const isVersion = (at: number) => {
    const [before, major, minor, next] = [-1, 0, 1, 2].map((step) => spans[at + step]);
    const isNamed = before !== undefined && (isContent(before) || has(before, 'PAPER', 'ORG', 'not'));
    const isDate = /^(?:[1-9]|1[0-2]|2[4-9])$/.test(major?.text ?? '') && minor?.text !== '0';
    const isMinor = /^\d$/.test(minor?.text ?? '') && minor?.gap === '.' && next?.gap !== '.';
    return isMinor && /^\d+$/.test(major?.text ?? '') && (isNamed || !isDate);
  };
  return spans.flatMap((span, at) => {
    const minor = spans[at + 1];
    if (isVersion(at) && minor)
      return [{ ...span, text: `${span.text}.${minor.text}`, tags: [], end: minor.end }];
    return isVersion(at - 1) ? [] : [span];
  });
}

function withDates(spans: readonly Span[], calendar: Calendar): readonly Span[] {
  const found: Span[] = [];
  let at = 0;
  for (const { from, to, days, isYearless, isMonthless, isYearOfOther } of findDates(spans, calendar)) {
    found.push(...spans.slice(at, from));
    const [first, last] = [spans[from], spans[to - 1]];
    if (first !== undefined && last !== undefined)
      found.push({
        ...first,
        text: 'date',
        tags: [
          ...(isYearOfOther ? ['function', 'year-of-other'] : [days === null ? 'NO-DATE' : 'DATE']),
          ...(isYearless ? ['yearless'] : []),
          ...(isMonthless ? ['monthless'] : []),
        ],
        end: last.end,
        values: days === null ? [] : [days.from, days.to],
      });
    at = to;
  }
  return [...found, ...spans.slice(at)];
}
