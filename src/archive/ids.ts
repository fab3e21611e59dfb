import type { PaperId } from './paper.ts';

/** arXiv since April 2007: year, month, then 4 digits (5 since 2015). @see https://info.arxiv.org/help/arxiv_identifier.html */
const NEW_ID = /\d{2}(?:0[1-9]|1[0-2])\.\d{4,5}/;

/** arXiv before that: archive, perhaps a subject class, year, month, 3 digits. */
const OLD_ID = /[a-z-]+(?:\.[a-z]{2})?\/\d{2}(?:0[1-9]|1[0-2])\d{3}/;

const ID = `(${NEW_ID.source}|${OLD_ID.source})(?:v\\d+)?`;

/** The whole text is an id: `2412.04467`, `arXiv:2412.04467v2`, `arXiv 2412.04467`, `2412.04467.pdf`. */
const WHOLE = new RegExp(`^(?:arxiv(?:\\s*:\\s*|\\s+|\\.))?${ID}(?:\\.pdf)?$`, 'i');

/** The whole text is the address of one paper on a site that puts the arXiv id into its addresses. */
const ADDRESS = new RegExp(
  '^(?:https?://)?(?:[a-z0-9-]+\\.)*' +
    '(?:arxiv\\.org|ar5iv\\.org|alphaxiv\\.org|huggingface\\.co|hf\\.co|doi\\.org)/' +
    `(?:[a-z0-9.-]+/)*?(?:arxiv[.:])?${ID}(?:\\.pdf)?/?(?:[?#].*)?$`,
  'i',
);

/**
 * Finds the arXiv id where a text is nothing else: an id in any shape (`2412.04467`, `arxiv:2412.04467v2`,
 * `cs/0112017`) or the address of a paper (arXiv's abs, pdf and html pages, Hugging Face, alphaXiv, ar5iv; with
 * version, `.pdf`, query or `<…>`). A title in which such a number stands is not an id.
 *
 * @returns the id without its version, or null
 */
export function readPaperId(text: string): PaperId | null {
  const bare = text
    .trim()
    .replace(/^<(.*)>$/s, '$1')
    .trim();
  const match = WHOLE.exec(bare) ?? ADDRESS.exec(bare);
  return match?.[1]?.toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//, '$1/') ?? null;
}
