/** A digest as the archive's Markdown. */
export interface DigestFile {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly markdown: string;
}

const CONSONANTS = 'bdfgklmnprst';
const VOWELS = 'aeiou';

/** arXiv's numbers had four digits until the end of 2014. @see https://info.arxiv.org/help/arxiv_identifier.html */
const FIVE_DIGITS_SINCE = '1501';

/**
 * The same digest on another day, of other papers by other people: every id is new and unique, and each title and
 * author has a syllable more that stands for the copy (`Song Han` is `Songdo Han`). The summaries stay.
 *
 * @param copy from 1: copies of one number share their authors, as digests of real people do
 * @param taken ids in use; takes the new ones in
 */
export function varied(file: DigestFile, copy: number, day: string, taken: Set<string>): DigestFile {
  const syllables = syllablesOf(copy);
  const lines = file.markdown.split('\n').map((line) => {
    if (/^#{1,2} .*Daily Papers/i.test(line)) return line.replace(file.day, day);
    const listing = /^### \[(.*)\]\(https:\/\/arxiv\.org\/abs\/[\d.v]+\)/.exec(line);
    if (listing)
      return `### [${variedTitle(listing[1] ?? '', syllables)}](https://arxiv.org/abs/${newId(day, taken)})`;
    if (line.startsWith('Authors: ')) return `Authors: ${variedNames(line.slice(9), syllables)}`;
    return line;
  });
  return { day, markdown: lines.join('\n') };
}

/** Two words of each title become new ones: the first, often the paper's own name, and the longest. */
function variedTitle(title: string, syllables: string): string {
  const [first = '', ...others] = title.match(/\p{L}{3,}/gu) ?? [];
  const longest = others.reduce((best, word) => (word.length > best.length ? word : best), '');
  return [...new Set([first, longest])]
    .filter((word) => word !== '')
    .reduce((text, word) => text.replace(word, () => word + syllables), title);
}

function variedNames(names: string, syllables: string): string {
  return names.replace(/(^|, )([^\s,]*\p{L})/gu, (_, lead: string, word: string) => lead + word + syllables);
}

/** An id of the day's month that is not taken yet, and is from now on. */
export function newId(day: string, taken: Set<string>): string {
  const month = day.slice(2, 4) + day.slice(5, 7);
  const digits = month < FIVE_DIGITS_SINCE ? 4 : 5;
  for (let number = 1; ; number += 1) {
    const id = `${month}.${String(number).padStart(digits, '0')}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** 1 is `ba`, 2 `da` … 60 `tu`, 61 `baba`. */
export function syllablesOf(copy: number): string {
  let [rest, text] = [copy, ''];
  do {
    rest -= 1;
    const syllable = rest % (CONSONANTS.length * VOWELS.length);
    text +=
      (CONSONANTS[syllable % CONSONANTS.length] ?? '') +
      (VOWELS[Math.floor(syllable / CONSONANTS.length)] ?? '');
    rest = Math.floor(rest / (CONSONANTS.length * VOWELS.length));
  } while (rest > 0);
  return text;
}
