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
