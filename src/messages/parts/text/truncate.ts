import { sentenceEnds } from '../../../text/sentences.ts';

const ELLIPSIS = '…';

/** A cut moves back to the end of a word if that loses at most this share of the text. */
const WORD_SHARE = 0.25;

/** Two characters that are never one grapheme: printable ASCII and Hangul syllables. */
const APART = /^[ -~가-힣]{2}$/;

/** Made when first needed: its data takes 3 MB. */
let graphemes: Intl.Segmenter | null = null;

/**
 * Cuts a text to `max` UTF-16 code units, if possible at the end of a word, and ends it with `…`. Never splits a grapheme,
 * nor a backslash from the character it escapes. Do not use it for texts with links: it may cut them.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const end = max - ELLIPSIS.length;
  const whole = text.slice(0, graphemeStart(text, end));
  const space = whole.search(/\s\S*$/);
  const kept = space >= whole.length * (1 - WORD_SHARE) ? whole.slice(0, space) : whole;
  return finished(kept) + ELLIPSIS;
}

/** Where the grapheme begins that has the code unit at `place`. */
function graphemeStart(text: string, place: number): number {
  if (APART.test(text.slice(place - 1, place + 1))) return place;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return graphemes.segment(text).containing(place)?.index ?? place;
}

/** At most `most` sentences and `max` characters of a text; cuts the first sentence if it is too long. */
export function firstSentences(text: string, most: number, max: number): string {
  let end = 0;
  let sentences = 0;
  for (const next of sentenceEnds(text)) {
    if (next > max || sentences === most) break;
    end = next;
    sentences += 1;
  }
  if (sentences < most && text.length <= max) return text;
  return sentences > 0 ? text.slice(0, end) : cut(text, max);
}

/** Characters as wide as two Latin letters: Hangul, kana, Han and their punctuation. */
const WIDE = /[\u1100-\u11FF\u3000-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/;

/** Punctuation at which a sentence can be cut. */
const CLAUSE_END = /[,;:—–](?=\s)/g;

/** The first sentence, or the part within `max` columns: up to a clause in its second half, else a word. */
export function firstClause(text: string, max: number): string {
  const sentence = firstSentences(text, 1, Number.POSITIVE_INFINITY);
  const fitting = lengthWithin(sentence, max);
  if (fitting === sentence.length) return sentence;
  const head = sentence.slice(0, fitting);
  const clauses = [...head.matchAll(CLAUSE_END)].map(({ index }) => index);
  const isOutside = (place: number) => head.lastIndexOf('(', place) <= head.lastIndexOf(')', place);
  const end = clauses.findLast((place) => place >= fitting / 2 && isOutside(place)) ?? fitting;
  return end < fitting ? finished(head.slice(0, end)) + ELLIPSIS : cut(sentence, fitting);
}

/** The width of a text in columns; a Hangul syllable takes two. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** The number of code units of a text that fit into `columns`. */
function lengthWithin(text: string, columns: number): number {
  let left = columns;
  for (let place = 0; place < text.length; place += 1) {
    left -= WIDE.test(text.charAt(place)) ? 2 : 1;
    if (left < 0) return place;
  }
  return text.length;
}

/**
 * Divides a budget of characters among texts: each gets what it wants if an even share is enough, and long texts get what
 * short ones do not need.
 *
 * @param wanted the lengths of the texts
 * @returns the length for each text, in the same order; together at most `total`
 */
export function share(wanted: readonly number[], total: number): number[] {
  const shares = wanted.map(() => 0);
  const shortFirst = wanted.map((want, index) => ({ want, index })).sort((a, b) => a.want - b.want);
  let left = Math.max(0, total);
  let texts = wanted.length;
  for (const { want, index } of shortFirst) {
    const given = Math.min(want, Math.floor(left / texts));
    shares[index] = given;
    left -= given;
    texts -= 1;
  }
  return shares;
}

/** Trims the end of a text before `…`: commas, colons, dashes, opening brackets, and a backslash that lost its character. */
function finished(text: string): string {
  const end = text.replace(/(?<![\s,;:·–—([-])[\s,;:·–—([-]+$/u, '');
  const backslashes = end.length - end.replace(/(?<!\\)\\+$/, '').length;
  return backslashes % 2 === 1 ? end.slice(0, -1) : end;
}
