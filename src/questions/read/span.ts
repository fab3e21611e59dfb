import type { Tag } from './words.ts';

/** A piece of a question and what it is: a cue, a name the archive knows, a number; no tags: content. */
export interface Span {
  /** Folded. */
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly start: number;
  readonly end: number;
  /** What stands between it and the span before. */
  readonly gap: string;
  /** It begins with a capital letter, and not only because the question does. */
  readonly isLarge: boolean;
  readonly possessive: boolean;
  /** What a name stands for: paper ids, author or organization names, days `from..to`. */
  readonly values: readonly string[];
}

/** Whether a span has one of some tags, with any value: `month` is had by `month:12`; `=past` is the word itself. */
export function has(span: Span | undefined, ...tags: readonly Tag[]): boolean {
  return hasOne(span, tags);
}

/** As `has`, without a list of its own: for what is asked of every span. */
export function hasOne(span: Span | undefined, tags: readonly Tag[]): boolean {
  if (span === undefined) return false;
  for (const own of span.tags)
    if (tags.includes(own) || (own.includes(':') && tags.includes(own.split(':')[0] ?? ''))) return true;
  for (const tag of tags) if (tag.startsWith('=') && tag.slice(1) === span.text) return true;
  return false;
}

/** The value of a tag: `12` of `month:12`. */
export function tagValue(span: Span | undefined, kind: string): string | null {
  const tag = span?.tags.find((one) => one.startsWith(`${kind}:`));
  return tag === undefined ? null : tag.slice(kind.length + 1);
}

/** The number that digits or a word stand for. */
export function numberIn(span: Span | undefined): number | null {
  const value = tagValue(span, 'num');
  return value === null ? null : Number(value);
}

/** Whether a span ends in Hangul, be it bare letters. */
export function isKorean(span: Span | undefined): boolean {
  return /[가-힣ㄱ-ㅎㅏ-ㅣ]$/.test(span?.text ?? '');
}

/** Whether a comma, a dash or the end of a sentence stands before a span. */
export function beginsClause({ gap }: Span): boolean {
  return /[,;:.!?…]\s|\s[-–—]+\s/.test(gap);
}

/** Whether a word is written as names are. */
export function isNameLike(span: Span): boolean {
  return span.isLarge || /\d/.test(span.text) || has(span, 'QUOTE');
}
