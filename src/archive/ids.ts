import type { PaperId } from './paper.ts';

/** The archives that arXiv had before April 2007: `cs/0112017`, `math.GT/0309136`. */
const ARCHIVES =
  'acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs dg-ga ' +
  'funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol physics plasm-ph ' +
  'q-alg q-bio q-fin quant-ph solv-int stat supr-con';

/** Sites that put a paper's arXiv id into its address; what stands before a dot (`export.`) belongs to the site. */
const SITES =
  'arxiv.org ar5iv.org alphaxiv.org alphaarxiv.org arxiv-vanity.com huggingface.co hf.co hf-mirror.com doi.org ' +
  'scirate.com papers.cool emergentmind.com semanticscholar.org lanl.gov bytez.com moonlight.io themoonlight.io ' +
  'chatpaper.com paperswithcode.com paperreading.club';

const anyOf = (words: string): string => words.replaceAll('.', '\\.').replaceAll(' ', '|');

/** arXiv since April 2007: year, month, then 4 digits (5 since 2015). @see https://info.arxiv.org/help/arxiv_identifier.html */
const NEW_ID = '\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}(?!\\d|\\.\\d)';
const OLD_ID = `(?:${anyOf(ARCHIVES)})(?:\\.[a-z-]{2,10})?/\\d{2}(?:0[1-9]|1[0-2])\\d{3}(?!\\d)`;
const ID = `(?<id>${NEW_ID}|${OLD_ID})`;

/** `v2`, `.pdf`, `/community`, then ` [cs.CV] 5 Dec 2024`: what stands behind an id and belongs to it. */
const BEHIND =
  '(?:[ _]?v\\d{1,3}|v)?(?![a-z0-9])(?:\\.(?:pdf|html?|ps|txt|tar\\.gz|gz))?(?:[/?#&][a-z][\\w./?#&=:%+~-]*)?';
const STAMP = `(?: ?[[(](?:${anyOf(ARCHIVES)}|eess|econ)(?:\\.[a-z-]{2,8})?[\\])](?: \\d{1,2} [a-z]{3} \\d{4})?)?`;

/** `arXiv:`, `doi: 10.48550/arXiv.`, `abs/`: what leads to an id and makes it sure. */
const LEAD =
  '(?:(?:doi ?: ?)?(?:10\\.48550/)?arxiv(?: ?preprint ?arxiv)?(?: ?id)? ?[:.#/_-]? ?|(?:abs|pdf|html|papers?)/)';

/** An id as people write it, by itself or behind what leads to it. */
const WRITTEN = `(?<![a-z0-9./$€£₩-])(?<lead>${LEAD})?(?<![$€£₩])${ID}${BEHIND}`;

/** An address, with or without `https://`, up to the first character that only prose has. */
const ADDRESS =
  "(?<![\\w.-])(?<address>(?:https?://)?(?:[a-z0-9-]+\\.)+[a-z]{2,}(?::\\d{1,5})?/[\\w.~%/?#&=:+@!$;,'*-]*)";

const NAMED = new RegExp(`(?:${WRITTEN}|${ADDRESS})${STAMP}`, 'giu');

/** Within an address: the id after the name of a site that has ids, or after arXiv's own name anywhere. */
const WITHIN = new RegExp(`(?:[/=:]|arxiv[.:_-])${ID}(?![a-uw-z])`, 'iu');
const ON_SITE = new RegExp(`(?:^|[/=.@])(?:${anyOf(SITES)})(?::\\d{1,5})?/`, 'iu');
const BY_NAME = new RegExp(`arxiv[.:]${ID}(?![a-uw-z])`, 'iu');

/** A text that is an address and nothing else, or has an id's shape without being one (`2413.04467`). */
const NO_PAPER = new RegExp(
  `^(?:https?://\\S+|www\\.\\S+|(?:[a-z0-9-]+\\.)*(?:${anyOf(SITES)})(?:/\\S*)?|(?:arxiv ?[:.]? ?)?\\d{4}\\.\\d{3,}(?:v\\d*)?)$`,
  'iu',
);

/** arXiv's numbers had four digits until the end of 2014 and have five since; others only look like them. */
const REAL = /^(?:0[7-9]|1[0-4])\d{2}\.\d{4}$|^(?:1[5-9]|[2-9]\d)\d{2}\.\d{5}$/;

/** What may stand around an id in a text that is nothing else. */
const AROUND = /\b(?:arxiv|doi|id|e?preprint|eprint|papers?)\b|논문|[^\p{L}\p{N}]/giu;

/** A paper that a text names by its id or address. */
export interface NamedPaper {
  /** The id without its version. */
  readonly id: PaperId;
  /** Where it stands in the text, with all that belongs to it: `arXiv:2412.04467v1 [cs.CV]`. */
  readonly start: number;
  readonly end: number;
  /** False for a bare number that may be anything: arXiv gives no such numbers in that year. */
  readonly isSure: boolean;
}

/**
 * Finds every paper that a text names by its id or address, in order: `2412.04467`, `arXiv:2412.04467v1 [cs.CV]`,
 * `cs/0112017`, DOIs, the pages of arXiv, Hugging Face and their mirrors with whatever stands behind the id. The one
 * reader of ids and links.
 */
export function papersNamed(text: string): readonly NamedPaper[] {
  return [...plainSigns(text).matchAll(NAMED)].flatMap(({ 0: typed, index, groups = {} }) => {
    const { address, lead, id: written } = groups;
    const id = address === undefined ? written : idWithin(address);
    if (id === undefined) return [];
    const isSure = address !== undefined || lead !== undefined || id.includes('/') || REAL.test(id);
    return [{ id: withoutSubject(id), start: index, end: index + typed.length, isSure }];
  });
}

/**
 * Reads a text that is a paper's id or address and nothing else: brackets, punctuation and words like `arXiv` or
 * `paper` may stand around it. A title in which such a number stands is not an id.
 *
 * @returns the id without its version, or null
 */
export function readPaperId(text: string): PaperId | null {
  const [first, ...others] = papersNamed(text);
  if (first === undefined || others.some(({ id }) => id !== first.id)) return null;
  return isNothingElse(text, [first, ...others]) ? first.id : null;
}

/** Whether a text is ids and addresses of papers and nothing else. */
export function isNothingElse(text: string, named: readonly NamedPaper[]): boolean {
  return named.length > 0 && withoutPapers(text, named).replace(AROUND, '') === '';
}

/** A text with spaces in place of each paper that it names, all else where it stood. */
export function withoutPapers(text: string, named: readonly NamedPaper[]): string {
  let left = text;
  for (const { start, end } of named.toReversed())
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return left;
}

/** Whether a text is an address, or has the shape of an id, and names no paper: there is nothing to look up. */
export function isNoPaper(text: string): boolean {
  const bare =
    text
      .trim()
      .replace(/^[<([{"'`]+/, '')
      .split(/[>)\]}"'`]/, 1)[0] ?? '';
  return papersNamed(text).length === 0 && NO_PAPER.test(bare);
}

function idWithin(address: string): string | undefined {
  const plain = address.replace(/%2f/gi, '/').replace(/%3a/gi, ':');
  const site = ON_SITE.exec(plain);
  const found = site === null ? null : WITHIN.exec(plain.slice(site.index + site[0].length - 1));
  return (found ?? BY_NAME.exec(plain))?.groups?.id;
}

/** `math.GT/0309136` is math/0309136. */
function withoutSubject(id: string): PaperId {
  return id.toLowerCase().replace(/\.[a-z-]+\//, '/');
}

/** Full-width letters, digits and signs as plain ones, each in its place. */
function plainSigns(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** The papers named in a text: a bare number that may be anything counts only where the archive holds its paper. */
export function papersHeld(text: string, archive: { paper(id: PaperId): unknown }): readonly NamedPaper[] {
  return papersNamed(text).filter(({ id, isSure }) => isSure || archive.paper(id) !== undefined);
}
