/** Letters that Unicode does not decompose into a base letter and a mark. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  ı: 'i',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ς: 'σ',
};

/**
 * Makes spellings comparable: lower case, without diacritics, full-width and compatibility forms as plain ones
 * (`Łukasz` and `lukasz` fold alike). Hangul stays in whole syllables; punctuation and spaces stay as they are.
 */
export function fold(text: string): string {
  // Skip Hangul: decomposing and recomposing its syllables would take a tenth of the time of indexing.
  return text.toLowerCase().replace(/[^\0-\x7f가-힣]+/g, foldRun);
}

function foldRun(run: string): string {
  return run
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łøßıđæœς]/g, (letter) => WHOLE_LETTERS[letter] ?? letter)
    .normalize('NFC')
    .toLowerCase();
}
