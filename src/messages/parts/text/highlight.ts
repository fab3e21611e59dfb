/** From where up to where of a text stands out. */
type Range = readonly [from: number, to: number];

/** What is marked: letters and digits, which no escaping touches. */
const PLAIN = /^[\p{L}\p{N}]+$/u;

/** An English word may go on for so long after the word that matched: `model` marks models. */
const ENDING = /^\p{L}{0,3}(?![\p{L}\p{N}])/u;

/**
 * Puts words into bold where they stand in a line of Markdown that is escaped already. English words are marked to
 * their end, and only whole ones; Korean ones anywhere.
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

/** Where the words stand, in order, none touching the next. */
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
