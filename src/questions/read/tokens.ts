import { fold } from '../../text/fold.ts';
import { segment, splitHead, splitNoun } from './hangul.ts';
import { PHRASES, type Tag, WORD } from './words.ts';

/** A word or a piece of one, where it stands in the question, and what it cues; no tags: content, or part of a phrase. */
export interface Token {
  /** Folded, without a possessive's `'s`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tags: readonly Tag[];
  /** Nothing stands before it but another token. */
  readonly glued: boolean;
  readonly possessive: boolean;
}

const TOKENS_MAX = 80;
/** `top5`, `best10`. */
const COUNTED = /^(\p{L}{3,6})(\d{1,3})$/u;

/** Splits a question, already on one line, into tokens. */
export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 0: raw, index } of line.matchAll(WORD)) {
    if (tokens.length >= TOKENS_MAX) break;
    const glued = tokens.at(-1)?.end === index;
    if (/^[가-힣ㄱ-ㅎ]/.test(raw)) {
      let start = index;
      for (const { text, tags } of segment(raw, glued) ?? splitHead(raw) ?? splitNoun(raw)) {
        const isFirst = start === index;
        tokens.push({
          text,
          tags,
          start,
          end: start + text.length,
          glued: glued || !isFirst,
          possessive: false,
        });
        start += text.length;
      }
      continue;
    }
    const lower = fold(raw).replaceAll('’', "'");
    const [, word = '', digits = ''] = COUNTED.exec(lower) ?? [];
    if (PHRASES.has(word)) {
      const middle = index + word.length;
      tokens.push({ text: word, tags: [], start: index, end: middle, glued, possessive: false });
      tokens.push({
        text: digits,
        tags: [],
        start: middle,
        end: index + raw.length,
        glued: true,
        possessive: false,
      });
      continue;
    }
    const bare = lower.replace(/'s?$/, '');
    const possessive = bare !== lower && !PHRASES.has(lower);
    const text = possessive ? bare : lower;
    tokens.push({ text, tags: [], start: index, end: index + raw.length, glued, possessive });
  }
  return tokens;
}
