import { once } from '../../recent.ts';
import { dataLines } from '../data.ts';
import { hangulStem } from '../stems/hangul.ts';
import { isHangul, words } from '../tokens.ts';
import { sensesAlone, signsOf, stemmed } from './concepts.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { type Form, GLOSSARY } from './glossary.ts';

/** What plain words of a query stand for. */
interface Related {
  /** By the sign of a plain word: the signs of terms for its subject. */
  readonly bySign: Map<string, readonly string[]>;
  /**
   * Descriptions: telling words that mean a term wherever they stand in a query. By the key of the first word, as lines
   * `words of the description, a tab, signs of the term`: as objects they take several times the memory.
   */
  readonly byFirst: Map<string, string[]>;
}

/** Read when it is first needed, as the glossary is. */
const related = once(() => {
  const made: Related = { bySign: new Map(), byFirst: new Map() };
  readRelated(dataLines(new URL('./related.txt', import.meta.url)), made);
  readPhrases(made);
  return made;
});

/** Function words without which a phrase means the opposite. */
const DENYING = new Set(['no', 'not', 'without', 'never', 'less', '없이', '없는']);

/** Signs of the terms that papers use for the subject of some meanings, without these. */
export function relatedTo(senses: readonly string[]): readonly string[] {
  const all = new Set(senses.flatMap((sense) => related().bySign.get(sense) ?? []));
  return [...all].filter((sign) => !senses.includes(sign));
}

/** Terms that words of a query describe together, in any order: `a background that I can remove`. */
interface Described {
  readonly signs: readonly string[];
  /** Places of the words. */
  readonly at: readonly number[];
}

/** @param all folded words of a query */
export function describedBy(all: readonly string[]): readonly Described[] {
  const placeOf = placesIn(all);
  const { byFirst } = related();
  const lines = new Set(all.flatMap((word) => byFirst.get(keyOf(word)) ?? []));
  return [...lines].flatMap((line) => {
    const [told = '', signs = ''] = line.split('\t');
    const at: number[] = [];
    for (const any of told.split(' ')) {
      const place = placeOf(any);
      if (place === null || at.includes(place)) return [];
      at.push(place);
    }
    return { signs: signs.split(' '), at };
  });
}

/** Finds the place of a word of a description, given with its alternatives, among the words of a query. */
function placesIn(all: readonly string[]): (any: string) => number | null {
  const places = new Map<string, number>();
  const alike = Map.groupBy(all.keys(), (at) => keyOf(all[at] ?? ''));
  all.forEach((word, at) => {
    places.set(stemIn(word), at);
    if (isHangul(word)) for (let to = 2; to <= word.length; to++) places.set(word.slice(0, to), at);
  });
  const placeOf = (one: string) => {
    const place = places.get(one);
    if (place !== undefined || !isHangul(one) || one.length === 1) return place;
    // Another form of a verb begins with the same syllable and has the same meaning.
    const isForm = (at: number) => sensesAlone(all[at] ?? '').some((sign) => sensesAlone(one).includes(sign));
    return alike.get(keyOf(one))?.find(isForm);
  };
  const found = new Map<string, number | null>();
  return (any) => {
    const before = found.get(any);
    if (before !== undefined) return before;
    const [first = null] = any.split('/').flatMap((one) => placeOf(one) ?? []);
    found.set(any, first);
    return first;
  };
}

/** @param lines `plain: term, term`; `plain` may be several words that describe the terms together */
function readRelated(lines: readonly string[], made: Related): void {
  for (const line of lines) {
    const [plain = '', terms = ''] = line.split(': ');
    const found = terms.split(', ').flatMap(signsOf);
    const signs = signsOf(plain);
    for (const sign of signs) made.bySign.set(sign, (made.bySign.get(sign) ?? []).concat(found));
    if (signs.length === 0)
      describe(
        plain.split(' ').map((any) => any.split('/').map(bare)),
        found,
        made,
      );
  }
}

/** The phrases of the glossary describe their meanings too. */
function readPhrases(made: Related): void {
  for (const { english, korean } of GLOSSARY) {
    const [first] = english;
    const phrases = [...english, ...korean].filter(isPhrase);
    const signs = first === undefined || phrases.length === 0 ? [] : signsOf(first.text);
    if (signs.length > 0) for (const { text } of phrases) describe(telling(text), signs, made);
  }
}

/** The words of a phrase that say something by themselves, or deny it. */
function telling(phrase: string): readonly (readonly string[])[] {
  return words(phrase)
    .filter((word) => DENYING.has(word) || !FUNCTION_WORDS.has(word))
    .map((word, at, all) => [at < all.length - 1 ? stemIn(word) : bare(word)]);
}

function isPhrase({ text, near }: Form): boolean {
  return text.includes(' ') && near.length === 0;
}

/** @param told words, each with its alternatives */
function describe(
  told: readonly (readonly string[])[],
  signs: readonly string[],
  { byFirst }: Related,
): void {
  if (told.length < 2) return;
  const line = `${told.map((any) => any.join('/')).join(' ')}\t${signs.join(' ')}`;
  for (const key of new Set(told[0]?.map((word) => (isHangul(word) ? keyOf(word) : word)))) {
    const held = byFirst.get(key);
    if (held === undefined) byFirst.set(key, [line]);
    else held.push(line);
  }
}

/** The stem of an English word; the first syllable of a Korean one, which its forms share. */
function keyOf(word: string): string {
  return isHangul(word) ? word.slice(0, 1) : stemmed(word);
}

/** A word of a description: the stem of an English one, a Korean one as it is written. */
function bare(word: string): string {
  return isHangul(word) ? word : stemmed(word);
}

function stemIn(word: string): string {
  return isHangul(word) ? hangulStem(word) : stemmed(word);
}
