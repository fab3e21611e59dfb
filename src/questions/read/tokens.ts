import { fold } from '../../text/fold.ts';
import { isKoreanTerm } from '../../text/lexicon/concepts.ts';
import { segment, splitHead, splitNoun } from './hangul.ts';
import { ENDINGS, JOINED, PHRASES, STEMS, type Tag, WORD } from './words.ts';

/** A word or a piece of one, where it stands in the question, and what it cues; no tags: content, or part of a phrase. */
export interface Token {
  /** Folded, without a possessive's `'s`. */
  readonly text: string;
  readonly typed: string;
  /** What stands between it and the token before. */
  readonly gap: string;
  readonly start: number;
  readonly end: number;
  readonly tags: readonly Tag[];
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
/** What something is for, and why: 발표에 넣으려고, 관심이 생겨서. */
const PURPOSE = /[가-힣](?:려고(?:요|해요|합니다)?|[해겨워와아어려여져춰쳐봐빠]서|[는은던운]데요?)$/;

/** The pieces of a Korean word; bare letters that cue nothing (`ㅇㄷ`, `ㅠㅠ`) are chat. */
function piecesOf(bare: string, glued: boolean): readonly Pick<Token, 'text' | 'tags'>[] {
  const pieces =
    segment(bare, glued) ??
    (PURPOSE.test(bare) && !isKoreanTerm(bare) ? [{ text: bare, tags: CHAT_LETTERS }] : splitHead(bare));
  if (pieces !== null) return pieces;
  // `Song Han 으로`: a particle by itself.
  if (ENDINGS.has(bare)) return [{ text: bare, tags: ['ending'] }];
  return /^[ㄱ-ㅎㅏ-ㅣ]+$/.test(bare) ? [{ text: bare, tags: CHAT_LETTERS }] : splitNoun(bare);
}

/** Whether a gap is none, or what may stand between a word and a particle behind it: `(Fudan University)는`. */
export const isGlued = (gap: string): boolean => /^[)\]"'”’」』》]*$/.test(gap);

/** Tokens as they are typed, with what stands between them. */
export function typedOf([first, ...others]: readonly Token[]): string {
  return others.reduce((text, { gap, typed }) => text + gap + typed, first?.typed ?? '');
}

/** Splits a question, already on one line, into tokens. */
export function tokensOf(line: string): readonly Token[] {
  const tokens: Token[] = [];
  const add = (text: string, start: number, end: number, tags: readonly Tag[] = [], possessive = false) => {
    const gap = line.slice(tokens.at(-1)?.end ?? 0, start);
    tokens.push({ text, typed: line.slice(start, end), gap, start, end, tags, possessive });
  };
  for (const { 0: first, index } of line.matchAll(WORD)) {
    if (tokens.length >= TOKENS_MAX) break;
    const before = tokens.at(-1);
    if (index < (before?.end ?? 0)) continue;
    if (/^[가-힣ㄱ-ㅎㅏ-ㅣ]/.test(first)) {
      const glued = before !== undefined && isGlued(line.slice(before.end, index));
      const raw = glued ? first : first + spacedIn(line, first, index);
      const places = [...raw].flatMap((letter, at) => (letter === ' ' ? [] : [index + at]));
      let at = 0;
      for (const { text, tags } of piecesOf(raw.replaceAll(' ', ''), glued)) {
        const [start, end] = [places[at] ?? index, (places[at + text.length - 1] ?? index) + 1];
        at += text.length;
        // `1저자` is one cue of a digit and a word, `1위` a place like `2위`.
        const isCounted = start === before?.end && /^\d+$/.test(before.text) && !tags.includes('place');
        const cue = isCounted ? STEMS.get(`${before.text} ${text}`) : undefined;
        if (cue === undefined || before === undefined) add(text, start, end, tags);
        else {
          tokens.pop();
          add(before.text + text, before.start, end, cue);
        }
      }
      continue;
    }
    const lower = fold(first).replaceAll('’', "'");
    const end = index + first.length;
    const [one = '', two = ''] = COUNTED.exec(lower)?.slice(1).filter(Boolean) ?? [];
    if (!PHRASES.has(lower) && [one, two].some((part) => PHRASES.has(part))) {
      add(one, index, index + one.length);
      add(two, index + one.length, end);
      continue;
    }
    const bare = lower.replace(/'s?$/, '');
    const possessive = bare !== lower && !PHRASES.has(lower);
    add(possessive ? bare : lower, index, end, [], possessive);
  }
  return tokens.slice(0, TOKENS_MAX);
}

/** The cues of each word of a text in which no names are looked for. */
export function cuesOf(text: string): readonly (readonly Tag[])[] {
  const tokens = tokensOf(text);
  return tokens.map(({ text: word, tags }, at) => {
    const pair = `${word} ${tokens[at + 1]?.text ?? ''}`;
    return [...tags, ...(PHRASES.get(pair) ?? PHRASES.get(word) ?? [])];
  });
}
