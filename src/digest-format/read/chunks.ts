import type { Warning } from '../../archive/paper.ts';
import { UserError } from '../../errors.ts';

/** A heading with everything up to the next one. The text before the first heading has `heading: null`. */
export interface Chunk {
  /** The line of `heading` in the file, from 1. The body begins on the line after it. */
  readonly line: number;
  readonly heading: string | null;
  readonly body: readonly string[];
}

/** Reports something that was not understood; `text` is the source verbatim from `line` on. */
export type Warn = (line: number, rule: string, text: string) => void;

/** A larger share of U+FFFD means that the file was not UTF-8: a picture, or text in an encoding like EUC-KR. */
const MOST_REPLACEMENTS = 0.1;

/** C0 controls and DEL, except tab and line feed (carriage returns have become line feeds before). */
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;

/**
 * A line that begins a chunk. The file is split into chunks before Markdown is parsed, so a code fence or HTML block left
 * open in one listing cannot swallow the next one.
 */
const HEADING = /^#{2,3}(?:[ \t[]|$)/;

/**
 * Splits a file into headings with their bodies. Removes byte order marks, carriage returns and control characters; warns
 * of control characters once in each chunk (`control-characters`).
 *
 * @throws UserError `errors.digest.binary` with `line`, if the source is not text
 */
export function readChunks(source: string, begins: (line: string) => boolean, warn: Warn): readonly Chunk[] {
  refuseBinary(source);
  const lines = unifyLineEnds(source).split('\n');
  const dirty = CONTROLS.test(source);
  CONTROLS.lastIndex = 0;

  const chunks: Chunk[] = [];
  let body: string[] = [];
  let chunk: Chunk = { line: 0, heading: null, body };
  let reported = false;
  for (const [index, raw] of lines.entries()) {
    // A byte order mark is inside the file if files were joined with `cat`.
    const marked = raw.startsWith('\uFEFF') ? raw.replace(/^\uFEFF+/, '') : raw;
    const line = dirty ? dropControls(marked) : marked;
    if (line.startsWith('#') && (HEADING.test(line) || begins(line))) {
      chunks.push(chunk);
      body = [];
      chunk = { line: index + 1, heading: line, body };
      reported = false;
    } else {
      body.push(line);
    }
    if (line !== marked && !reported) {
      reported = true;
      warn(index + 1, 'control-characters', showControls(marked));
    }
  }
  return [...chunks, chunk];
}

/** A chunk's source with its heading, without blank lines at the end. */
export function sourceText({ heading, body }: Chunk): string {
  return [heading ?? '', ...body].join('\n').trimEnd();
}

/** Warns once about the whole text of a chunk that belongs to no listing. */
export function warnOfText(chunk: Chunk, rule: string, warn: Warn): void {
  const first = chunk.body.findIndex((line) => line.trim() !== '');
  if (first >= 0) warn(chunk.line + 1 + first, rule, chunk.body.slice(first).join('\n').trimEnd());
}

/** Collects warnings; `inOrder` gives them by line. */
export function collectWarnings(): { warn: Warn; inOrder: () => readonly Warning[] } {
  const warnings: Warning[] = [];
  return {
    warn: (line, rule, text) => warnings.push({ line, rule, text }),
    inOrder: () => warnings.toSorted((a, b) => a.line - b.line),
  };
}

/** Normalizes text as the archive stores it: `\n` line ends, no control characters except tab and `\n`. */
export function cleanText(text: string): string {
  return dropControls(unifyLineEnds(text));
}

/** Trims a text, and empties lines that have only white space. */
export function tidyText(text: string): string {
  if (!text.includes('\n')) return text.trim();
  const lines = text.split('\n').map((line) => (line.trim() === '' ? '' : line));
  return lines.join('\n').trim();
}

function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function dropControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** Replaces control characters with Unicode's symbols for them (`␌`), so that a terminal can show the line. */
function showControls(line: string): string {
  return line.replace(CONTROLS, (control) =>
    control === '\x7f' ? '\u2421' : String.fromCharCode(0x2400 + control.charCodeAt(0)),
  );
}

function refuseBinary(source: string): void {
  const odd = source.indexOf('\0') >= 0 ? /\0/ : isMostlyReplaced(source) ? /\uFFFD/ : null;
  if (odd === null) return;
  const before = source.slice(0, source.search(odd));
  throw new UserError('errors.digest.binary', { line: unifyLineEnds(before).split('\n').length });
}

function isMostlyReplaced(source: string): boolean {
  if (!source.includes('\uFFFD')) return false;
  return source.split('\uFFFD').length - 1 > source.length * MOST_REPLACEMENTS;
}
