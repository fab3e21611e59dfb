import type { Warning } from '../../archive/paper.ts';
import { UserError } from '../../errors.ts';

/** A heading with everything up to the next one. What stands before the first heading has `heading: null`. */
export interface Chunk {
  /** Where `heading` stands in the file, from 1. The body begins on the line after it. */
  readonly line: number;
  readonly heading: string | null;
  readonly body: readonly string[];
}

/** Takes note of something that was not understood; `text` is the source, word for word, from `line` on. */
export type Warn = (line: number, rule: string, text: string) => void;

/** More than this share of U+FFFD, and the bytes were no UTF-8: a picture, or text in an encoding like EUC-KR. */
const MOST_REPLACEMENTS = 0.1;

/** C0 controls and DEL without tab and line feed (carriage returns are made line feeds before). */
const CONTROLS = /[\x00-\x08\x0b-\x1f\x7f]/g;

/**
 * A heading that begins a chunk, found before Markdown is parsed: so neither a code fence nor an HTML block that was
 * left open in one listing can swallow the next one.
 */
const HEADING = /^#{2,3}(?:[ \t[]|$)/;

/**
 * Takes a file apart into its headings with their bodies. Byte order marks, carriage returns and control characters
 * are taken out; the latter are reported once per chunk (`control-characters`).
 *
 * @param begins whether a heading of another level begins a chunk as well
 * @throws UserError `errors.digest.binary` with `line`, where the source is no text
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
    // A mark stands within the file where files were put together with `cat`.
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

/** The source of a chunk, heading and all, without the blank lines at its end. */
export function sourceOf({ heading, body }: Chunk): string {
  return [heading ?? '', ...body].join('\n').trimEnd();
}

/** Warns about the lines of a body that belong to no listing, as one piece. */
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

/** Text as the archive keeps it: `\n` for every line end, no control characters but tab and `\n`. */
export function cleanText(text: string): string {
  return dropControls(unifyLineEnds(text));
}

/** Text without white space around it and without any in its blank lines. */
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

/** Control characters as the pictures Unicode has for them (`␌`), so that a terminal can show the line. */
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
