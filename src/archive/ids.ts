import { dataLines } from '../text/data.ts';
import type { PaperId } from './paper.ts';

const anyOf = (file: string): string =>
  dataLines(new URL(`./${file}`, import.meta.url))
    .join('|')
    .replaceAll('.', '\\.');
const ARCHIVES = anyOf('arxiv-archives.txt');
const SITES = anyOf('paper-sites.txt');

/** arXiv since April 2007: year, month, then 4 digits (5 since 2015). @see https://info.arxiv.org/help/arxiv_identifier.html */
const NEW_ID = '\\d{2}(?:0[1-9]|1[0-2])\\.\\d{4,5}(?!\\d|\\.\\d)';
const OLD_ID = `(?:${ARCHIVES})(?:\\.[a-z-]{2,10})?/\\d{2}(?:0[1-9]|1[0-2])\\d{3}(?!\\d)`;
const ID = `(?<id>${NEW_ID}|${OLD_ID})`;

/** `v2`, `.pdf`, `/community`, then ` [cs.CV] 5 Dec 2024`: what may follow an id and belongs to it. */
const BEHIND =
  '(?:[ _]?v\\d{1,3}|v)?(?![a-z0-9])(?:\\.(?:pdf|html?|ps|txt|tar\\.gz|gz))?(?:[/?#&][a-z][\\w./?#&=:%+~-]*)?';
const STAMP = `(?: ?[[(](?:${ARCHIVES}|eess|econ)(?:\\.[a-z-]{2,8})?[\\])](?: \\d{1,2} [a-z]{3} \\d{4})?)?`;

/** `arXiv:`, `doi: 10.48550/arXiv.`, `abs/`: a prefix that makes an id certain. */
const LEAD =
  '(?:(?:doi ?: ?)?(?:10\\.48550/)?arxiv(?: ?preprint ?arxiv)?(?: ?id)? ?[:.#/_-]? ?|(?:abs|pdf|html|papers?)/)';

/** An id as people write it, with or without a prefix. */
const WRITTEN = `(?<![a-z0-9./$€£₩-])(?<lead>${LEAD})?(?<![$€£₩])${ID}${BEHIND}`;

/** An address, with or without `https://`, up to the first character that only prose has. */
const ADDRESS =
  "(?<![\\w.-])(?<address>(?:https?://)?(?:[a-z0-9-]+\\.)+[a-z]{2,}(?::\\d{1,5})?/[\\w.~%/?#&=:+@!$;,'*-]*)";

const NAMED = new RegExp(`(?:${WRITTEN}|${ADDRESS})${STAMP}`, 'gi');

/** Within an address: the id after the name of a site that has ids, or after arXiv's own name anywhere. */
const WITHIN = new RegExp(`(?:[/=:]|arxiv[.:_-])${ID}(?![a-uw-z])`, 'i');
const ON_SITE = new RegExp(`(?:^|[/=.@])(?:${SITES})(?::\\d{1,5})?/`, 'i');
const BY_NAME = new RegExp(`arxiv[.:]${ID}(?![a-uw-z])`, 'i');

/** A text that is only an address, or is shaped like an id without being one (`2413.04467` has no 13th month). */
const NO_PAPER = new RegExp(
  `^(?:https?://\\S+|www\\.\\S+|(?:[a-z0-9-]+\\.)*(?:${SITES})(?:/\\S*)?|(?:arxiv ?[:.]? ?)?\\d{4}\\.\\d{3,}(?:v\\d*)?)$`,
  'i',
);

/** arXiv's numbers had four digits until the end of 2014 and have five since. Other digits only look like an id. */
const REAL = /^(?:0[7-9]|1[0-4])\d{2}\.\d{4}$|^(?:1[5-9]|[2-9]\d)\d{2}\.\d{5}$/;

/** Words and characters around an id that add nothing to it. */
const AROUND = /\b(?:arxiv|doi|id|e?preprint|eprint|papers?)\b|논문|[^\p{L}\p{N}]/giu;

/** A paper that a text names by its id or address. */
interface NamedPaper {
  /** The id without its version. */
  readonly id: PaperId;
  /** Its place in the text, including prefix, version and subject: `arXiv:2412.04467v1 [cs.CV]`. */
  readonly start: number;
  readonly end: number;
  /** False for a bare number in a form that arXiv did not use in that year; it may mean anything. */
  readonly isSure: boolean;
}

/**
 * Finds every paper that a text names by its id or address, in order: `2412.04467`, `arXiv:2412.04467v1 [cs.CV]`,
 * `cs/0112017`, DOIs, and pages of arXiv, Hugging Face and their mirrors with any text that follows the id. All reading of
 * ids and links goes through this function.
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
 * Reads a text that is only a paper's id or address, possibly with brackets, punctuation and words like `arXiv` or `paper`
 * around it. A title that contains such a number is not an id.
 *
 * @returns the id without its version, or null
 */
export function readPaperId(text: string): PaperId | null {
  const [first, ...others] = papersNamed(text);
  if (first === undefined || others.some(({ id }) => id !== first.id)) return null;
  return isNothingElse(text, [first, ...others]) ? first.id : null;
}

/** Whether a text consists only of ids and addresses of papers. */
export function isNothingElse(text: string, named: readonly NamedPaper[]): boolean {
  return named.length > 0 && withoutPapers(text, named).replace(AROUND, '') === '';
}

/** Replaces each named paper with spaces, so that the other characters keep their places. */
function withoutPapers(text: string, named: readonly NamedPaper[]): string {
  let left = text;
  for (const { start, end } of named.toReversed())
    left = left.slice(0, start) + ' '.repeat(end - start) + left.slice(end);
  return left;
}

/** Whether a text looks like an address or an id but does not name a paper. */
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

/** Drops the subject class of an old id: `math.GT/0309136` becomes `math/0309136`. */
function withoutSubject(id: string): PaperId {
  return id.toLowerCase().replace(/\.[a-z-]+\//, '/');
}

/** Replaces full-width letters, digits and signs by plain ones; the length stays the same. */
function plainSigns(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** The papers that a text names. A bare number in an unlikely form counts only if the archive has that paper. */
export function papersHeld(text: string, archive: { paper(id: PaperId): unknown }): readonly NamedPaper[] {
  return papersNamed(text).filter(({ id, isSure }) => isSure || archive.paper(id) !== undefined);
}
