import { sentenceEnds } from '../../../text/sentences.ts';

const ELLIPSIS = '…';

/** A cut goes back to the end of a word when that costs at most this share of the text. */
const WORD_SHARE = 0.25;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * Cuts a text to `max` UTF-16 code units, at the end of a word where one is near, and ends it with `…`. What people
 * see as one character is never split, nor a backslash from what it escapes; texts with links are not for it.
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  if (max < 1) return '';
  const end = max - ELLIPSIS.length;
  const whole = text.slice(0, graphemes.segment(text).containing(end)?.index ?? end);
  const space = whole.search(/\s\S*$/);
  const kept = space >= whole.length * (1 - WORD_SHARE) ? whole.slice(0, space) : whole;
  return finished(kept) + ELLIPSIS;
}

/**
 * The first sentences of a text that fit into `max` together, at most `most` of them; a first sentence that is too
 * long alone is cut.
 */
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

/** Wide as two letters: Hangul, kana, Han and their punctuation. */
const WIDE = /[\u1100-\u11FF\u3000-\u9FFF\uAC00-\uD7A3\uF900-\uFAFF\uFF00-\uFF60]/;

/** A mark after which a sentence can be left. */
const CLAUSE_END = /[,;:—–](?=\s)/g;

/**
 * The first sentence of a text, or as much of it as fits into `max` columns: up to the end of a clause where one is in
 * the second half of these, else to the end of a word.
 */
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

/** How wide a text is, in columns: a Hangul syllable takes two. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** How many code units of a text fit into so many columns. */
function lengthWithin(text: string, columns: number): number {
  let left = columns;
  for (let place = 0; place < text.length; place += 1) {
    left -= WIDE.test(text.charAt(place)) ? 2 : 1;
    if (left < 0) return place;
  }
  return text.length;
}

/**
 * Shares out a budget among texts: each gets what it wants where an even share is enough for that, and what short
 * texts leave over goes to the long ones.
 *
 * @param wanted lengths
 * @returns how much each may have, in the same order; together at most `total`
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

/** The end of a text before `…`: without a comma, colon, dash or opening bracket, nor a backslash that lost its character. */
function finished(text: string): string {
  const end = text.replace(/(?<![\s,;:·–—([-])[\s,;:·–—([-]+$/u, '');
  const backslashes = end.length - end.replace(/(?<!\\)\\+$/, '').length;
  return backslashes % 2 === 1 ? end.slice(0, -1) : end;
}
