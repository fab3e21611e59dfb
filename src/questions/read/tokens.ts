import { fold } from '../../text/fold.ts';
import { segment, splitHead, splitNoun } from './hangul.ts';
import { JOINED, PHRASES, type Tag, WORD } from './words.ts';

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

/** The Korean word behind another, with its space, where the end of one and the beginning of the other are one cue: 이 논문. */
function spacedIn(line: string, word: string, index: number): string {
  const [spaced = '', next = ''] = /^ ([가-힣]+)/.exec(line.slice(index + word.length)) ?? [];
  if (next === '' || !/^[가-힣]+$/.test(word)) return '';
  let at = 0;
  for (const { text, tags } of segment(word + next, false) ?? []) {
    const isAcross = at < word.length && at + text.length > word.length;
    if (isAcross) return tags.some((tag) => JOINED.includes(tag)) ? spaced : '';
    at += text.length;
  }
  return '';
}

/** Splits a question, already on one line, into tokens. */
export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let taken = 0;
  for (const { 0: first, index } of line.matchAll(WORD)) {
    if (tokens.length >= TOKENS_MAX) break;
    if (index < taken) continue;
    const glued = tokens.at(-1)?.end === index;
    const raw = glued ? first : first + spacedIn(line, first, index);
    taken = index + raw.length;
    if (/^[가-힣ㄱ-ㅎ]/.test(raw)) {
      const [bare, space] = [raw.replace(' ', ''), raw.indexOf(' ')];
      const whole = (at: number) => index + at + Number(space >= 0 && at > space);
      let at = 0;
      for (const { text, tags } of segment(bare, glued) ?? splitHead(bare) ?? splitNoun(bare)) {
        const [start, end] = [whole(at) + Number(at === space), whole(at + text.length)];
        tokens.push({ text, tags, start, end, glued: glued || at > 0, possessive: false });
        at += text.length;
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
  return tokens.slice(0, TOKENS_MAX);
}
