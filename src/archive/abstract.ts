/** Puts each paragraph on one line: arXiv breaks lines anywhere and begins a paragraph with two spaces. */
export function paragraphsOf(abstract: string): string {
  return abstract
    .split(/\n[ \t]{2,}|\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '')
    .join('\n');
}
