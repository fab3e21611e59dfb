/** Words before whose dot no sentence ends. */
const SHORT =
  /(?:^|[\s("'‘“])(?:e\.g|i\.e|cf|vs|et al|etc|fig|figs|eq|no|nos|sec|approx|dr|mr|ms|prof|st|\d{1,2})$/i;

/** Ends a sentence: its mark with what closes it, before a space or the end; a Korean 다. also before a letter. */
const END = /[.!?。！？]+[)\]"'’”』」]*(?=\s|$)|(?<=[다요음임됨함])\.(?=[가-힣A-Z])|\n+/g;

/** A line's sign that it is a point of a list. */
const MARKER = /^(?:[-*•·]|\d{1,2}[.)]|\(\d{1,2}\))\s+/;

/** The sentences of a text, Korean or English, word for word as they stand there. */
export function sentencesOf(text: string): readonly string[] {
  const found: string[] = [];
  let from = 0;
  const take = (to: number): void => {
    const sentence = text.slice(from, to).trim().replace(MARKER, '');
    if (/[\p{L}\p{N}]/u.test(sentence)) found.push(sentence);
    from = to;
  };
  for (const { 0: end, index } of text.matchAll(END)) {
    if (end.startsWith('.') && SHORT.test(text.slice(Math.max(from, index - 12), index))) continue;
    take(index + end.length);
  }
  take(text.length);
  return found;
}
