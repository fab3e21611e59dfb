import { dataLines } from './data.ts';

/** Before the dot of one of these or of a short number, a sentence goes on. */
const ABBREVIATIONS = dataLines(new URL('./abbreviations.txt', import.meta.url)).map((word) =>
  word.replaceAll('.', '\\.'),
);
const GOES_ON = new RegExp(`(?:^|[\\s("'‘“[])(?:${ABBREVIATIONS.join('|')}|\\d{1,2})\\\\?$`, 'i');

/** An initial of a name: `Christopher D`, but not `for X`. */
const INITIAL = /(?:^|\p{Lu}[\p{L}.]*\s)\p{Lu}$/u;

/** The mark at the end of a sentence with what closes it, escaped or not; after a Korean ending also before a letter. */
const END = /[.!?。！？]+(?:\\?[)\]"'’”』」])*(?=\s|$)|(?<=[다요음임됨함])\.(?=[가-힣A-Z])|\n+/g;

/** Begins a line that is a point of a list. */
const MARKER = /^(?:[-*•·]|\d{1,2}[.)]|\(\d{1,2}\))\s+/;

/** Where the sentences of a text end, behind their marks. A line ends a sentence too. */
export function* sentenceEnds(text: string): Generator<number> {
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(END)) {
    const before = text.slice(Math.max(from, index - 24), index);
    if (mark.startsWith('.') && (GOES_ON.test(before) || INITIAL.test(before.trimStart()))) continue;
    from = index + mark.length;
    yield from;
  }
}

/** The sentences of an English or Korean text, word for word, without the marks of lists. */
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
