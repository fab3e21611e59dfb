import { dataLines } from './data.ts';

/** A dot after one of these or after a short number does not end a sentence. */
const ABBREVIATIONS = dataLines(new URL('./abbreviations.txt', import.meta.url)).map((word) =>
  word.replaceAll('.', '\\.'),
);
const GOES_ON = new RegExp(`(?:^|[\\s("'‘“[])(?:${ABBREVIATIONS.join('|')}|\\d{1,2})\\\\?$`, 'i');

/** An initial of a name: `Christopher D`, but not `for X`. */
const INITIAL = /(?:^|\p{Lu}[\p{L}.]*\s)\p{Lu}$/u;

/** The end of a sentence with closing marks, escaped or not; after a Korean ending a letter may follow directly. */
const END = /[.!?。！？]+(?:\\?[)\]"'’”』」])*(?=\s|$)|(?<=[다요음임됨함])\.(?=[가-힣A-Z])|\n+/g;

/** The beginning of a list item. */
const MARKER = /^(?:[-*•·]|\d{1,2}[.)]|\(\d{1,2}\))\s+/;

/** Offsets after the sentences of a text. A line break ends a sentence too. */
export function* sentenceEnds(text: string): Generator<number> {
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(END)) {
    const before = text.slice(Math.max(from, index - 24), index);
    if (mark.startsWith('.') && (GOES_ON.test(before) || INITIAL.test(before.trimStart()))) continue;
    from = index + mark.length;
    yield from;
  }
}

/** The sentences of an English or Korean text, verbatim, without list markers. */
export function sentencesOf(text: string): readonly string[] {
  const ends = [...sentenceEnds(text), text.length];
  return ends
    .map((end, place) =>
      text
        .slice(ends[place - 1] ?? 0, end)
        .trim()
        .replace(MARKER, ''),
    )
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}
