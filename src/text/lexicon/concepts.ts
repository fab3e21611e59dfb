import { keepRecent, once } from '../../recent.ts';
import { hashOf } from '../hash.ts';
import { stemOf } from '../stems/english.ts';
import { hangulStem } from '../stems/hangul.ts';
import { verbForms } from '../stems/korean-verbs.ts';
import { isHangul, singular, spelledOut, words } from '../tokens.ts';
import { type Form, GLOSSARY, GLOSSARY_VERSION } from './glossary.ts';

/** First letter of a meaning's sign; no word begins with it. */
const SIGN = '=';
/** Behind the stem of a Korean verb, all forms of which have its meaning. */
const VERB = '-';
/** Beginning of the sign of an English stem that the glossary lacks. */
const STEM = `${SIGN}${SIGN}`;

/** Endings that keep the meaning of an English word; a word in -e or -y may lose that letter. */
const INFLECTIONS = [
  's es ed d er ers or ors ing ings ion ions ation ations ative ive ively ity al ally ment ments able',
  'ability ly ic ical ics y ies ied ication ize ized izes izer izing ization ise ised ising isation',
  'ance ence ent ency ant ful ness t',
].flatMap((line) => line.split(' '));
const INFLECTION = new Set(INFLECTIONS);
const INFLECTION_MAX = Math.max(...INFLECTIONS.map(({ length }) => length));

/** British spellings (`optimise`, `generalisation`, `analysing`); the glossary has a z. */
const BRITISH = /^(.{2,}[iy])s(?=(?:e|ed|er|es|ing|ation|ations)$)/;

/** Shortest base, in letters, to which endings are added. */
const BASE_MIN = 3;
const PHRASE_WORDS_MAX = 5;
/** Shortest Korean phrase, in syllables, that is found across spaces; shorter ones appear by chance where words meet. */
const ACROSS_MIN = 4;
/** Words that are kept, so that a common word is taken apart once: 20,000 take about 4 MB. */
const WORDS_KEPT = 10_000;
/** Number of words before and after an ambiguous word that decide its meaning. */
const NEAR = 8;

/** A meaning of a word or phrase. */
interface Sense {
  readonly sign: string;
  /** It applies only near words that begin with one of these; empty if it always applies. */
  readonly near: readonly string[];
}

type Senses = Map<string, readonly Sense[]>;

/** The glossary by its words. Read when it is first needed, which takes 70 ms: the login does not wait for it. */
const glossary = once(readGlossary);

/** What the glossary has for a word, whatever stands around it. */
interface Known {
  /** Its parts with all their senses if the words around choose among these, else null. */
  readonly parts: readonly Part[] | null;
  /** The meanings of its parts where it stands alone. */
  readonly alone: readonly PartMeaning[];
  readonly signs: readonly string[];
  /** An English word without its ending. */
  readonly stem: string;
  /** Whether a phrase may begin with it. */
  readonly isBeginning: boolean;
}

const known = keepRecent(WORDS_KEPT, (word: string): Known => {
  const isKorean = isHangul(word);
  const parts = isKorean ? partsOf(word) : latinParts(word);
  const stem = isKorean ? '' : stemmed(word);
  const alone = fittingParts(parts, [word], 0);
  return {
    parts: parts.every(({ senses }) => isUnconditional(senses)) ? null : parts,
    alone,
    signs: alone.length === 1 ? (alone[0]?.senses ?? []) : alone.flatMap(({ senses }) => senses),
    stem,
    isBeginning: isKorean ? beginsForm(word) : glossary().beginnings.has(stem),
  };
});

/** Changes when the glossary or the endings change. */
export const lexiconVersion = once(() =>
  hashOf([GLOSSARY_VERSION, ...glossary().korean.keys(), ...INFLECTIONS].join(' ')).toString(36),
);

/** Whether a term is the sign of a meaning, not a word. */
export function isSign(term: string): boolean {
  return term.startsWith(SIGN);
}

/** Whether a sign is that of an English stem, which adds nothing to the word itself. */
export function isStem(term: string): boolean {
  return term.startsWith(STEM);
}

/** Whether the glossary has a word, in any of its forms. */
export function isTerm(word: string): boolean {
  return sensesIn([word]).some((sense) => !isStem(sense));
}

/** Whether letters are an English word or phrase of the glossary: `faster`, `gameworld`. */
export function isEnglish(letters: string): boolean {
  return glossary().english.has(letters);
}

/** Whether English words are a phrase of the glossary: `test time`. */
export function isEnglishPhrase(all: readonly string[]): boolean {
  return all.length > 1 && glossary().phrases.has(all.map((word) => known(word).stem).join(' '));
}

/** Whether Hangul without spaces is a Korean word or phrase of the glossary, and no form of a verb: 제어, 다중작업. */
export function isKoreanTerm(letters: string): boolean {
  return glossary().nouns.has(letters);
}

/** Meanings of words, one by one and as phrases. @param all folded words in order */
export function sensesIn(all: readonly string[]): readonly string[] {
  const found: string[] = [];
  all.forEach((word, at) => {
    const { parts, signs, isBeginning } = known(word);
    found.push(...(parts === null ? signs : sensesAt(all, at)));
    if (isBeginning) found.push(...phraseSenses(all, at));
  });
  return found;
}

/** Meanings of a word that stands alone. */
export function sensesAlone(word: string): readonly string[] {
  return known(word).signs;
}

/** A part of a word from syllable `from` to `to`, and its meanings. */
export interface PartMeaning {
  readonly from: number;
  readonly to: number;
  readonly senses: readonly string[];
}

/** Meanings of one word among others; the sign of its stem if the glossary lacks an English word. */
export function sensesAt(all: readonly string[], at: number): readonly string[] {
  return meaningsAt(all, at).flatMap(({ senses }) => senses);
}

/** The meanings of each part of a word: of a Korean compound and of its words, of an English word as a whole. */
export function meaningsAt(all: readonly string[], at: number): readonly PartMeaning[] {
  const { parts, alone } = known(all[at] ?? '');
  return parts === null ? alone : fittingParts(parts, all, at);
}

/** Meanings of the phrases that begin at a word. */
export function phraseSenses(all: readonly string[], at: number): readonly string[] {
  const first = all[at] ?? '';
  if (!known(first).isBeginning) return [];
  return isHangul(first) ? acrossHangul(all, at) : acrossLatin(all, at);
}

function readGlossary() {
  /** Korean words and phrases, written without spaces. */
  const korean: Senses = new Map();
  /** Those that are no verbs. */
  const nouns = new Set<string>();
  const english: Senses = new Map();
  /** English words without their last e or y. */
  const shortened: Senses = new Map();
  const phrases: Senses = new Map();
  /** Beginnings of English phrases, as joined stems, to stop the search for phrases early. */
  const beginnings = new Set<string>();
  const taken = new Set<string>();
  let longest = 0;

  const addEnglish = (text: string, sense: readonly Sense[]): void => {
    const all = words(text);
    const [word = ''] = all;
    if (all.length > 1) {
      const stems = all.map(stemmed);
      add(phrases, stems.join(' '), sense);
      for (let length = 1; length < stems.length; length++) beginnings.add(stems.slice(0, length).join(' '));
      add(english, all.join(''), sense);
      return;
    }
    add(english, word, sense);
    if (/[ey]$/.test(word) && word.length > BASE_MIN) add(shortened, word.slice(0, -1), sense);
  };

  for (const { english: latin, korean: hangul } of GLOSSARY) {
    const sign = signOf((latin[0] ?? hangul[0])?.text ?? '', taken);
    // Most forms have no condition; those of one meaning share its sense.
    const plain: readonly Sense[] = [{ sign, near: [] }];
    const senseOf = ({ near }: Form) => (near.length === 0 ? plain : [{ sign, near }]);
    for (const form of latin) addEnglish(form.text, senseOf(form));
    for (const form of hangul) {
      const text = form.text.replaceAll(' ', '');
      if (!text.endsWith(VERB)) nouns.add(text);
      for (const key of text.endsWith(VERB) ? verbForms(text.slice(0, -VERB.length)) : [text]) {
        add(korean, key, senseOf(form));
        longest = Math.max(longest, key.length);
      }
    }
  }
  /** Korean words and phrases, sorted. */
  const koreanForms = [...korean.keys()].sort();
  return { korean, koreanForms, nouns, english, shortened, phrases, beginnings, longest };
}

/** Signs of an English word or phrase of the glossary. */
export function signsOf(text: string): readonly string[] {
  const all = words(text);
  if (all.length > 1)
    return (glossary().phrases.get(all.map(stemmed).join(' ')) ?? []).map(({ sign }) => sign);
  return sensesAlone(all[0] ?? '');
}

/** A sign that does not depend on other lines of the glossary. */
function signOf(name: string, taken: Set<string>): string {
  const plain = SIGN + words(name).join('');
  let sign = plain;
  for (let number = 2; taken.has(sign); number++) sign = `${plain}${number}`;
  taken.add(sign);
  return sign;
}

/** An English word without its ending. */
export function stemmed(word: string): string {
  return stemOf(word) ?? singular(word);
}

function add(map: Senses, key: string, senses: readonly Sense[]): void {
  const held = map.get(key);
  const isHeld = held?.some((one) => senses.some(({ sign }) => sign === one.sign));
  if (!isHeld) map.set(key, held === undefined ? senses : [...held, ...senses]);
}

/** An English word as a whole: its senses, or else the sign of its stem. */
function latinParts(word: string): readonly Part[] {
  const american = word.replace(BRITISH, '$1z');
  const senses = sensesOfForm(american) ?? (american === word ? undefined : sensesOfForm(word));
  const own = senses === undefined ? stemOf(word) : null;
  const all = senses ?? (own === null ? [] : [{ sign: STEM + own, near: [] }]);
  return [{ from: 0, to: word.length, senses: all }];
}

/** Whether a Korean phrase of the glossary goes on after a word. */
function beginsForm(word: string): boolean {
  const { koreanForms } = glossary();
  let [low, high] = [0, koreanForms.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((koreanForms[middle] ?? '') <= word) low = middle + 1;
    else high = middle;
  }
  return koreanForms[low]?.startsWith(word) === true;
}

function sensesOfForm(word: string): readonly Sense[] | undefined {
  const { english, shortened } = glossary();
  const exact = english.get(word) ?? english.get(singular(word)) ?? english.get(spelledOut(word).join(''));
  if (exact !== undefined) return exact;
  const shortest = Math.max(BASE_MIN, word.length - INFLECTION_MAX);
  for (let length = word.length - 1; length >= shortest; length--) {
    if (!INFLECTION.has(word.slice(length))) continue;
    const base = word.slice(0, length);
    const found = english.get(base) ?? shortened.get(base) ?? english.get(undoubled(base));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A part of a run that the glossary has. */
interface Span {
  readonly from: number;
  readonly to: number;
}

interface Part extends Span {
  readonly senses: readonly Sense[];
}

/**
 * Splits a run of Hangul into words of the glossary. Skips syllables that spell a word by chance inside another (`미지` in
 * `이미지`) or across two (`합성` in `적합성`). A compound gives itself and its words.
 */
function partsOf(run: string): readonly Part[] {
  const { korean, longest } = glossary();
  const single = run.length === 1 ? run : hangulStem(run);
  if (run.length === 1 || (single.length === 1 && !korean.has(run)))
    return [{ from: 0, to: single.length, senses: korean.get(single) ?? [] }];
  const spans: Span[] = [];
  for (let length = Math.min(longest, run.length); length >= 2; length--) {
    for (let from = 0; from + length <= run.length; from++) {
      if (korean.has(run.slice(from, from + length))) spans.push({ from, to: from + length });
    }
  }
  const parts: Span[] = [];
  for (const span of spans) if (parts.every((other) => fitsBeside(span, other, spans))) parts.push(span);
  return parts.map(({ from, to }) => ({ from, to, senses: korean.get(run.slice(from, to)) ?? [] }));
}

/** Whether a part lies outside a longer one, or is one of the words of the longer one. */
function fitsBeside({ from, to }: Span, longer: Span, known: readonly Span[]): boolean {
  if (to <= longer.from || from >= longer.to) return true;
  const isKnown = (start: number, end: number) =>
    start === end || known.some((one) => one.from === start && one.to === end);
  return from >= longer.from && to <= longer.to && isKnown(longer.from, from) && isKnown(to, longer.to);
}

function acrossLatin(all: readonly string[], at: number): readonly string[] {
  const { phrases, beginnings } = glossary();
  const found: string[] = [];
  let phrase = known(all[at] ?? '').stem;
  for (let to = at + 1; to < Math.min(all.length, at + PHRASE_WORDS_MAX); to++) {
    const next = all[to] ?? '';
    if (isHangul(next) || !beginnings.has(phrase)) break;
    phrase += ` ${known(next).stem}`;
    found.push(...fitting(phrases.get(phrase) ?? [], all, at));
  }
  return found;
}

function acrossHangul(all: readonly string[], at: number): readonly string[] {
  const { korean, longest } = glossary();
  const first = all[at] ?? '';
  let phrase = first;
  for (let to = at + 1; to < Math.min(all.length, at + PHRASE_WORDS_MAX); to++) {
    const next = all[to] ?? '';
    if (!isHangul(next) || phrase.length > longest) break;
    phrase += next;
  }
  const found: string[] = [];
  const from = Math.max(ACROSS_MIN, first.length + 1);
  for (let length = from; length <= Math.min(longest, phrase.length); length++) {
    const held = korean.get(phrase.slice(0, length));
    if (held !== undefined) found.push(...fitting(held, all, at));
  }
  return found;
}

function fittingParts(parts: readonly Part[], all: readonly string[], at: number): readonly PartMeaning[] {
  return parts.map(({ from, to, senses }) => ({ from, to, senses: fitting(senses, all, at) }));
}

/** Senses that fit the words around: those with a matching condition, else those without one, else all. */
function fitting(senses: readonly Sense[], all: readonly string[], at: number): readonly string[] {
  if (isUnconditional(senses)) return senses.map(({ sign }) => sign);
  const around = all.slice(Math.max(0, at - NEAR), at + NEAR + 1);
  const isNear = ({ near }: Sense) => near.some((one) => around.some((word) => word.startsWith(one)));
  const named = senses.filter(isNear);
  const free = senses.filter(({ near }) => near.length === 0);
  return (named.length > 0 ? named : free.length > 0 ? free : senses).map(({ sign }) => sign);
}

function isUnconditional(senses: readonly Sense[]): boolean {
  return senses.every(({ near }) => near.length === 0);
}

/** Undoes a doubled consonant: `plann` is `plan`. */
function undoubled(base: string): string {
  return /([bdglmnprt])\1$/.test(base) ? base.slice(0, -1) : base;
}
