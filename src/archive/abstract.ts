/**
 * An abstract with a line a paragraph: arXiv breaks its lines anywhere, and begins a paragraph with two spaces.
 *
 * @returns its words as they stand there; white space alone is put straight
 */
export function paragraphsOf(abstract: string): string {
  return abstract
    .split(/\n[ \t]{2,}|\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}
