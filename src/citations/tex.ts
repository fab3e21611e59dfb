/** Characters that mean something to TeX or BibTeX. A lone brace would unbalance an entry even with a backslash. */
const SPECIAL: Readonly<Record<string, string>> = {
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  $: '\\$',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '`': '\\textasciigrave{}',
  '"': '\\textquotedbl{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Letters that Unicode does not decompose. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: '{\\l}',
  Ł: '{\\L}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ß: '{\\ss}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
  œ: '{\\oe}',
  Œ: '{\\OE}',
  đ: '{\\dj}',
  Đ: '{\\DJ}',
  ı: '{\\i}',
};

/** TeX's accents by Unicode's combining marks. */
const ACCENTS: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0323': 'd',
  '\u0327': 'c',
  '\u0328': 'k',
};

/** Inline formulas by Pandoc's rule: `$5 to $10` is not a formula. */
const FORMULA = /\$(?=\S)(?:[^$\\]|\\.)*(?<=\S)\$(?!\d)/g;
const SPECIALS = /[&%#_${}\\~^`"<>]/g;
/** A word with a capital after its first letter; styles with lower-case titles would change it. */
const CASED = /(?<![\p{L}\p{N}])[\p{L}\p{N}][\p{L}\p{N}-]*\p{Lu}[\p{L}\p{N}-]*/gu;

/** A text in TeX. Characters without a command (Hangul, Chinese) stay in UTF-8. */
export function escapeTex(text: string): string {
  return accented(text.replace(SPECIALS, (character) => SPECIAL[character] ?? character));
}

/** A title in BibTeX; keeps formulas, and the capitals inside words. */
export function escapeTitle(title: string): string {
  let written = '';
  let end = 0;
  for (const match of title.matchAll(FORMULA)) {
    if (!isBalanced(match[0])) continue;
    written += cased(title.slice(end, match.index)) + match[0];
    end = match.index + match[0].length;
  }
  return written + cased(title.slice(end));
}

function cased(text: string): string {
  let written = '';
  let end = 0;
  for (const { 0: word, index } of text.matchAll(CASED)) {
    written += `${escapeTex(text.slice(end, index))}{${escapeTex(word)}}`;
    end = index + word.length;
  }
  return written + escapeTex(text.slice(end));
}

/** Whether every brace opens before it closes. */
function isBalanced(formula: string): boolean {
  let depth = 0;
  for (const character of formula) {
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function accented(text: string): string {
  return text
    .replace(/[łŁøØßæÆœŒđĐı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => inCommands(letter.normalize('NFD')) ?? letter);
}

/** @returns null for a mark that TeX has no accent for */
function inCommands(decomposed: string): string | null {
  const [base = '', ...marks] = decomposed;
  let written = base;
  for (const mark of marks) {
    const accent = ACCENTS[mark];
    if (accent === undefined) return null;
    written = `\\${accent}{${written}}`;
  }
  return marks.length === 0 ? null : `{${written}}`;
}
