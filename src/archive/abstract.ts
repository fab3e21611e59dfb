/**
 * An abstract with one line per paragraph. arXiv breaks lines anywhere and begins a paragraph with two spaces.
 *
 * @returns the words unchanged; only white space is normalized
 */
export function paragraphsOf(abstract: string): string {
  return abstract
    .split(/\n[ \t]{2,}|\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}
