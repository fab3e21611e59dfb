import { fold } from '../../text/fold.ts';
import { isKoreanTerm } from '../../text/lexicon/concepts.ts';
import { segment, splitHead, splitNoun } from './hangul.ts';
import { JOINED, PHRASES, STEMS, type Tag, WORD } from './words.ts';

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
/** `top5`, `best10`, `20votes`. */
const COUNTED = /^(?:(\p{L}{2,6})(\d{1,3})|(\d{1,4})(\p{L}{3,8}))$/u;

/**
 * The Korean words behind another, with their spaces, where the end of one and the beginning of the next are one cue:
 * `이 논문`, `그 다음 달`.
 */
function spacedIn(line: string, word: string, index: number): string {
  if (!/^[가-힣]+$/.test(word)) return '';
  const behind = line.slice(index + word.length);
  for (const pattern of SPACED) {
    const [spaced = ''] = pattern.exec(behind) ?? [];
    if (spaced !== '' && isOneCue(word, spaced)) return spaced;
  }
  return '';
}

/** Two more words, and one. */
const SPACED = [/^(?: [가-힣]+){2}/, /^ [가-힣]+/];

/** Whether a single cue reaches over all spaces between words. */
function isOneCue(word: string, spaced: string): boolean {
  const others = spaced.trim().split(' ');
  const [last = ''] = others.slice(-1);
  const all = word + others.join('');
  let at = 0;
  for (const { text, tags } of segment(all, false) ?? []) {
    // 걸음걸이 논문 has no 이 논문.
    if (at > 0 && at < word.length && isKoreanTerm(word)) return false;
    const isAcross = at < word.length && at + text.length > all.length - last.length;
    if (isAcross) return tags.some((tag) => JOINED.some((one) => one === tag || tag.startsWith(`${one}:`)));
    at += text.length;
  }
  return false;
}

const CHAT_LETTERS = ['function'];
/** What something is for: 발표에 넣으려고. */
const PURPOSE = /[가-힣]려고(?:요|해요|합니다)?$/;

/** The pieces of a Korean word; bare letters that cue nothing (`ㅇㄷ`, `ㅠㅠ`) are chat. */
function piecesOf(bare: string, glued: boolean): readonly Pick<Token, 'text' | 'tags'>[] {
  const pieces =
    segment(bare, glued) ?? (PURPOSE.test(bare) ? [{ text: bare, tags: CHAT_LETTERS }] : splitHead(bare));
  if (pieces !== null) return pieces;
  return /^[ㄱ-ㅎㅏ-ㅣ]+$/.test(bare) ? [{ text: bare, tags: CHAT_LETTERS }] : splitNoun(bare);
}

/** Splits a question, already on one line, into tokens. */
export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  let taken = 0;
  for (const { 0: first, index } of line.matchAll(WORD)) {
    if (tokens.length >= TOKENS_MAX) break;
    if (index < taken) continue;
    const before = tokens.at(-1);
    // A particle may stand behind a bracket or a quotation mark: `(Fudan University)는`.
    const glued = before !== undefined && /^[)\]"'”’」』》]*$/.test(line.slice(before.end, index));
    const raw = glued ? first : first + spacedIn(line, first, index);
    taken = index + raw.length;
    if (/^[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(raw)) {
      const bare = raw.replaceAll(' ', '');
      const places = [...raw].flatMap((letter, at) => (letter === ' ' ? [] : [index + at]));
      let at = 0;
      for (const { text, tags } of piecesOf(bare, glued)) {
        const [start, end] = [places[at] ?? index, (places[at + text.length - 1] ?? index) + 1];
        // `1저자` is one cue of a digit and a word, `1위` a place like `2위`.
        const cue =
          at === 0 && before?.end === start && !tags.includes('place')
            ? STEMS.get(`${before.text} ${text}`)
            : undefined;
        if (cue !== undefined && before !== undefined && /^\d+$/.test(before.text)) {
          tokens.splice(-1, 1, { ...before, text: before.text + text, tags: cue, end });
          at += text.length;
          continue;
        }
        tokens.push({ text, tags, start, end, glued: glued || at > 0, possessive: false });
        at += text.length;
      }
      continue;
    }
    const lower = fold(raw).replaceAll('’', "'");
    const [one, two] = COUNTED.exec(lower)?.slice(1).filter(Boolean) ?? [];
    if (
      one !== undefined &&
      two !== undefined &&
      !PHRASES.has(lower) &&
      [one, two].some((part) => PHRASES.has(part))
    ) {
      const middle = index + one.length;
      const end = index + raw.length;
      tokens.push({ text: one, tags: [], start: index, end: middle, glued, possessive: false });
      tokens.push({ text: two, tags: [], start: middle, end, glued: true, possessive: false });
      continue;
    }
    const bare = lower.replace(/'s?$/, '');
    const possessive = bare !== lower && !PHRASES.has(lower);
    const text = possessive ? bare : lower;
    tokens.push({ text, tags: [], start: index, end: index + raw.length, glued, possessive });
  }
  return tokens.slice(0, TOKENS_MAX);
}
