/** A range of characters to highlight; `to` is exclusive. */
type Range = readonly [from: number, to: number];

/** Only letters and digits are highlighted, since escaping does not change them. */
const PLAIN = /^[\p{L}\p{N}]+$/u;

/** An English word may have up to 3 more letters after the match: `model` highlights "models". */
const ENDING = /^\p{L}{0,3}(?![\p{L}\p{N}])/u;

/**
 * Puts words into bold in a line of escaped Markdown. English words match from their beginning and are highlighted to
 * their end; Korean ones match anywhere.
 *
 * @param words in lower case
 */
export function markWords(line: string, words: readonly string[]): string {
  let written = '';
  let end = 0;
  for (const [from, to] of rangesOf(line, words)) {
    written += `${line.slice(end, from)}**${line.slice(from, to)}**`;
    end = to;
  }
  return written + line.slice(end);
}

/** The ranges of the words, in order; ranges that touch or overlap are merged. */
function rangesOf(line: string, words: readonly string[]): readonly Range[] {
  const lower = line.toLowerCase();
  if (lower.length !== line.length) return [];
  const all = words.filter((word) => PLAIN.test(word)).flatMap((word) => [...placesOf(lower, word)]);
  const merged: Range[] = [];
  for (const [from, to] of all.sort(([a], [b]) => a - b)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}

function* placesOf(line: string, word: string): Generator<Range> {
  const isKorean = /^[가-힣]/.test(word);
  for (let from = line.indexOf(word); from >= 0; from = line.indexOf(word, from + word.length)) {
    const to = from + word.length;
    const ending = isKorean ? '' : ENDING.exec(line.slice(to, to + 8))?.[0];
    const isWithin = !isKorean && /[\p{L}\p{N}]$/u.test(line.slice(Math.max(0, from - 2), from));
    if (ending !== undefined && !isWithin) yield [from, to + ending.length];
  }
}
